"""The units drawn, in the order drawn, with their sample and seal numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.sampling_words import role_words
from app.widgets import paint
from app.widgets.outline import NOWHERE, Index, plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.services.sampling import Drawn
    from app.shell.theme import Theme
    from db.rows import Sample

ROW: Final = 40
HEAD: Final = 28
MOST_ROWS: Final = 8
# The left edge of each column as a share of the width: place, use, unit, sample number, seal.
EDGES: Final = (0.0, 0.07, 0.25, 0.38, 0.70, 1.0)


class SampleModel(QAbstractListModel):
    """One row a sample; roles: display its words, user the ``Sample``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Sample, ...] = ()

    def set_rows(self, rows: tuple[Sample, ...]) -> None:
        """Show these samples."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(cells(index.row(), self._rows[index.row()]))
        return self._rows[index.row()] if role == Qt.ItemDataRole.UserRole else None


def cells(place: int, row: Sample) -> tuple[str, ...]:
    """A sample in words: place in the draw, use, unit, sample number, seal number."""
    units = " ".join(str(unit) for unit in row.drawn)
    return str(place + 1), role_words(row.role), units, row.number, row.seal_no


def paint_cells(
    painter: QPainter, theme: Theme, rect: QRectF, words: tuple[str, ...], look: tuple[str, str]
) -> None:
    """Paint the cells of one row; ``look`` is role and meaning."""
    for place, text in enumerate(words):
        left = rect.left() + 8 + (rect.width() - 16) * EDGES[place]
        right = rect.left() + 8 + (rect.width() - 16) * EDGES[place + 1]
        cell = QRectF(left, rect.top(), right - left - 8, rect.height())
        paint.words(painter, theme, cell, text, *look)


class SampleDelegate(QStyledItemDelegate):
    """Paints a row with a hairline below it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is None:
            return
        rect = QRectF(option.rect)
        selected, over, focused = paint.row_state(option)
        if selected or over:
            paint.box(painter, self._theme, rect, "accentsoft" if selected else "hover")
        if focused:
            paint.focus_edge(painter, self._theme, rect)
        paint_cells(painter, self._theme, rect, cells(index.row(), row), ("field", "text"))
        edge = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        paint.line(painter, self._theme, edge)


class SampleHead(QWidget):
    """The names of the columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(HEAD)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        names = (
            self.tr("No."),
            self.tr("Use"),
            self.tr("Unit"),
            self.tr("Sample number"),
            self.tr("Seal"),
        )
        rect = QRectF(self.rect())
        paint_cells(painter, self._theme, rect, names, ("small_lead", "muted"))
        edge = QRectF(0, rect.bottom() - 1, rect.width(), 1)
        paint.line(painter, self._theme, edge, "border")


class SampleTable(QWidget):
    """The samples under their column names; it grows to eight rows and then scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = SampleModel(self)
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(SampleDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Units drawn"))
        plain(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SampleHead(theme))
        column.addWidget(self.list)
        theme.changed.connect(self.list.viewport().update)

    def set_drawn(self, done: Drawn) -> None:
        """Show a draw."""
        self._rows.set_rows(done.samples)
        self.list.setFixedHeight(min(len(done.samples), MOST_ROWS) * ROW + 1)
