"""The outline of a task: one row a section with its mark, title and count."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint

HEIGHT = 40
GAP = 2
WIDTH = 208
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

MARKS = {
    "empty": ("ring", "faint"),
    "started": ("half-ring", "accent"),
    "wrong": ("triangle", "danger"),
    "done": ("tick-ring", "ok"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """One row: ``mark`` is ``empty started wrong done``.

    ``count`` is what stands at the right (``4 / 5``, or 不合格 1 with ``adverse``);
    ``spoken`` is what a screen reader says instead of the mark.
    """

    ref: str
    title: str
    mark: str = "empty"
    count: str = ""
    adverse: bool = False
    spoken: str = ""


class OutlineModel(QAbstractListModel):
    """The sections in order; roles: display the title, user the ``Section``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Section, ...] = ()

    def set_rows(self, rows: Sequence[Section]) -> None:
        """Show these sections; when only marks and counts differ the selection stays."""
        same = [row.ref for row in rows] == [row.ref for row in self._rows]
        if same and rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place(self, ref: str) -> QModelIndex:
        """The index of a section, invalid when there is none."""
        for row, section in enumerate(self._rows):
            if section.ref == ref:
                return self.index(row)
        return QModelIndex()

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
                return row.spoken or f"{row.title}, {row.count}"
            case _:
                return None


class OutlineDelegate(QStyledItemDelegate):
    """Paints one section row."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT + GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(section, Section):
            return
        theme = self._theme
        selected, over, focused = paint.row_state(option)
        rect = QRectF(option.rect).adjusted(0, 0, 0, -GAP)
        if selected or over:
            paint.box(painter, theme, rect, "accentsoft" if selected else "hover")
        if focused:
            paint.focus_edge(painter, theme, rect)
        icon, meaning = MARKS[section.mark]
        theme.paint_icon(painter, QRectF(rect.left() + 10, rect.top() + 11, 18, 18), icon, meaning)
        role = "small_strong" if section.adverse else "small"
        wide = paint.advance(theme.font(role), section.count)
        room = rect.adjusted(38, 0, -11 - wide - 6, 0)
        title, colour = ("strong", "accent") if selected else ("field", "text")
        if paint.advance(theme.font(title), section.title) <= room.width():
            paint.words(painter, theme, room, section.title, title, colour)
        else:  # two small lines rather than a title without its end
            small = "small_strong" if selected else "small"
            both = room.adjusted(0, 2, 0, -2)
            paint.lines(painter, theme, both, section.title, small, colour)
        count = QRectF(rect.right() - 11 - wide, rect.top(), wide + 1, rect.height())
        tint = "danger" if section.adverse else "muted"
        paint.words(painter, theme, count, section.count, role, tint, paint.RIGHT)


class OutlineList(QListView):
    """The outline; Up and Down move, Enter or a click opens, typing jumps.

    Signals:
        opened: The ref of the section wanted.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = OutlineModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(OutlineDelegate(theme, self))
        self.setAccessibleName(self.tr("Sections"))
        plain(self)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._open)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.viewport().update)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections."""
        self._rows.set_rows(sections)

    def set_current(self, ref: str) -> None:
        """Show which section is open, without a signal."""
        self.setCurrentIndex(self._rows.place(ref))

    def _open(self, index: QModelIndex) -> None:
        section = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(section, Section):
            self.opened.emit(section.ref)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


def plain(view: QAbstractItemView) -> None:
    """Take frame, ground and stripes off a list, and let it see the pointer."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.viewport().setAutoFillBackground(False)
    view.setMouseTracking(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if isinstance(view, QListView):
        view.setResizeMode(QListView.ResizeMode.Adjust)
