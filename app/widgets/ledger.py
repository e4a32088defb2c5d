"""The ledger of items on their way: one row each, with five steps and the last of them in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.chips import HEIGHT as CHIP
from app.widgets.chips import Chip, chip_width, paint_chip
from app.widgets.outline import NOWHERE, Index

ROW = 48
HEAD = 32
STEP = 56
STATE = 136
NARROW_STATE = 124
WIDE = 700
NARROW = 560
MARK = 14
ROLE = Qt.ItemDataRole.UserRole

DONE, SKIPPED, OPEN, REFUSED = "done", "skipped", "open", "refused"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One item: icon, name, where it is from, how each step stands, and the state in words.

    A step is ``done``, ``skipped`` (not taken on this way), ``open`` or ``refused``.
    """

    id: str
    title: str
    second: str
    icon: str
    steps: tuple[str, ...]
    chip: Chip


class LedgerModel(QAbstractListModel):
    """Rows in order; roles: display the title, user the ``LedgerRow``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LedgerRow, ...] = ()

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these rows; the same ones change nothing."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (row.title, row.second, row.chip.words) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return row.chip.tip or None
            case _:
                return None


class LedgerDelegate(QStyledItemDelegate):
    """Paints a row with its steps and a hairline under it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROLE)
        if not isinstance(row, LedgerRow):
            return
        paint.smooth(painter)
        rect = QRectF(option.rect)
        chosen, hovered, focused = paint.row_state(option)
        if chosen or hovered:
            painter.fillRect(rect, self._theme.colour("accentsoft" if chosen else "hover"))
        self._theme.paint_icon(
            painter, QRectF(rect.left() + 12, rect.top() + 15, 18, 18), row.icon, "muted"
        )
        edges = columns(rect, len(row.steps))
        room = edges[0] - rect.left() - 52
        top = QRectF(rect.left() + 42, rect.top() + 5, room, 21)
        paint.words(painter, self._theme, top, row.title, "lead")
        under = QRectF(rect.left() + 42, rect.top() + 25, room, 18)
        paint.words(
            painter,
            self._theme,
            under,
            row.second,
            "small",
            "muted",
            elide=Qt.TextElideMode.ElideMiddle,
        )
        if edges[0] < edges[-1]:
            self._paint_steps(painter, rect, edges, row.steps)
        chip = QRectF(edges[-1] + 8, rect.center().y() - CHIP / 2, 0, CHIP)
        chip.setWidth(rect.right() - 8 - chip.left())
        paint_fitting(painter, self._theme, chip, row.chip)
        if index.row() + 1 < index.model().rowCount():
            paint.line(painter, self._theme, QRectF(rect.left(), rect.bottom(), rect.width(), 1))
        if focused:
            paint.focus_edge(painter, self._theme, rect.adjusted(1, 1, -1, -1), 6)

    def _paint_steps(
        self, painter: QPainter, rect: QRectF, edges: list[float], steps: tuple[str, ...]
    ) -> None:
        middle = rect.center().y()
        centres = [edge + STEP / 2 for edge in edges[:-1]]
        reached = max(place for place, step in enumerate(steps) if step in {DONE, REFUSED})
        between = QRectF(centres[0], middle - 1, centres[-1] - centres[0], 2)
        paint.line(painter, self._theme, between, "border")
        between.setRight(centres[reached])
        paint.line(painter, self._theme, between, "accent")
        for place, (centre, step) in enumerate(zip(centres, steps, strict=True)):
            mark = QRectF(centre - MARK / 2, middle - MARK / 2, MARK, MARK)
            if step == OPEN:
                paint.box(painter, self._theme, mark, "raised", "strong", MARK / 2)
            elif step != SKIPPED:
                last = place == len(steps) - 1
                ground = "danger" if step == REFUSED else "ok" if last else "accent"
                paint.box(painter, self._theme, mark, ground, radius=MARK / 2)
                inside = mark.adjusted(2, 2, -2, -2)
                icon = "cross" if step == REFUSED else "tick"
                self._theme.paint_icon(painter, inside, icon, "raised")


class LedgerList(QListView):
    """The rows, as high as they are; Enter or a click opens one.

    Signals:
        opened: The id of a row.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LedgerModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LedgerDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these rows."""
        self._model.set_rows(rows)
        self.setFixedHeight(ROW * len(rows))

    def _open(self, index: Index) -> None:
        row = index.data(ROLE)
        if isinstance(row, LedgerRow):
            self.opened.emit(row.id)


class LedgerHead(QWidget):
    """The names of the steps over the rows."""

    def __init__(self, theme: Theme, title: str, steps: Sequence[str], state: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._note = ""
        self._steps = tuple(steps)
        self._state = state
        self.setFixedHeight(HEAD)
        self.setAccessibleName(", ".join((title, *steps, state)))
        theme.changed.connect(self.update)

    def set_note(self, note: str) -> None:
        """Say something beside the title."""
        self._note = note
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        edges = columns(rect, len(self._steps))
        room = QRectF(4, 0, edges[0] - 8, HEAD)
        used = paint.words(painter, self._theme, room, self._title, "strong")
        room.setLeft(room.left() + used + 10)
        paint.words(painter, self._theme, room, self._note, "small", "muted")
        shown = self._steps if edges[0] < edges[-1] else ()
        for edge, name in zip(edges, shown, strict=False):
            cell = QRectF(edge - 2, 0, STEP + 4, HEAD)
            paint.words(painter, self._theme, cell, name, "small_lead", "muted", paint.CENTRE)
        last = QRectF(edges[-1] + 8, 0, rect.right() - edges[-1] - 8, HEAD)
        paint.words(painter, self._theme, last, self._state, "small_lead", "muted")


def columns(rect: QRectF, count: int) -> list[float]:
    """The left edge of each step, and that of the state; in little room the state says it all."""
    state = STATE if rect.width() > WIDE else NARROW_STATE
    step = STEP if rect.width() > NARROW else 0
    first = rect.right() - state - step * count
    return [first + step * place for place in range(count + 1)]


def paint_fitting(painter: QPainter, theme: Theme, rect: QRectF, chip: Chip) -> None:
    """Paint a chip as wide as its words, at most as wide as the rectangle."""
    rect.setWidth(min(rect.width(), chip_width(theme, chip)))
    paint_chip(painter, theme, rect, chip)
