"""A grid one types figures into, as in a spreadsheet: data in by a setter, edits out by a signal.

The last row is always an empty one; typing in it begins a new line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.chips import Chip, chip_width, paint_chip
from app.widgets.fields import LineField
from app.widgets.outline import NOWHERE, Index

ROW = 40
_AIR = 18
"""Pixels of white beside the words of a cell."""
HEAD = 34
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its head, how wide; typed, chosen among ``choices``, or shown only."""

    key: str
    title: str
    width: int
    editable: bool = True
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: its id, its texts by column key, and the chips and tones of some of them."""

    id: str
    texts: dict[str, str]
    chips: dict[str, Chip]
    tones: dict[str, str]


class GridModel(QAbstractTableModel):
    """Rows of cells and one empty row below them.

    Signals:
        edited: Row number (that of the empty row begins a line), column key, text.
    """

    edited = Signal(int, str, str)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Cells, ...] = ()
        self._readonly = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        return self._columns

    def set_rows(self, rows: Sequence[Cells], *, readonly: bool) -> None:
        """Show these rows; where as many stand already, only their cells change."""
        same = len(rows) == len(self._rows) and readonly == self._readonly
        if same:
            self._rows = tuple(rows)
            if rows:
                last = self.index(len(rows) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        grows = not readonly and not self._readonly and len(rows) == len(self._rows) + 1
        if grows:
            self.beginInsertRows(NOWHERE, len(rows), len(rows))
            self._rows = tuple(rows)
            self.endInsertRows()
            last = self.index(len(rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows, self._readonly = tuple(rows), readonly
        self.endResetModel()

    def row_id(self, row: int) -> str:
        """The id of a row; empty for the empty one."""
        return self._rows[row].id if 0 <= row < len(self._rows) else ""

    def chip(self, index: Index) -> Chip | None:
        """The chip of a cell, if it shows one."""
        if index.row() >= len(self._rows):
            return None
        return self._rows[index.row()].chips.get(self._columns[index.column()].key)

    def tone(self, index: Index) -> str:
        """The meaning of a cell's colour."""
        if index.row() >= len(self._rows):
            return "text"
        return self._rows[index.row()].tones.get(self._columns[index.column()].key, "text")

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + (0 if self._readonly else 1)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return self._columns[section].title if across else str(section + 1)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self._columns[index.column()]
        text = ""
        if index.row() < len(self._rows):
            text = self._rows[index.row()].texts.get(column.key, "")
        if role == Qt.ItemDataRole.EditRole:
            return text
        chip = self.chip(index)
        shown = dict(column.choices).get(text, text)
        if role == Qt.ItemDataRole.DisplayRole:
            return chip.words if chip else shown
        if role == Qt.ItemDataRole.ToolTipRole:
            return (chip.tip or chip.words) if chip else shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            value = " ".join(one for one in (chip.words, chip.tip) if one) if chip else shown
            return f"{column.title}: {value}"
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = " ".join(str(value).split())[:LONGEST]
        if role != Qt.ItemDataRole.EditRole or text == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.edited.emit(index.row(), self._columns[index.column()].key, text)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._readonly or not self._columns[index.column()].editable:
            return base
        return base | Qt.ItemFlag.ItemIsEditable


class GridDelegate(QStyledItemDelegate):
    """Paints a cell, and makes the field or the list it is edited with."""

    def __init__(self, theme: Theme, model: GridModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        if not column.choices:
            field = LineField(self._theme, column.title, parent=parent)
            field.setMinimumWidth(0)
            return field
        box = QComboBox(parent)
        box.setAccessibleName(column.title)
        box.setFont(self._theme.font("field"))
        for value, words in column.choices:
            box.addItem(words, value)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, LineField):
            editor.set_text(text)

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QComboBox):
            self._model.setData(index, editor.currentData())
        elif isinstance(editor, LineField):
            self._model.setData(index, editor.text())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        chip = self._model.chip(index)
        if chip is not None:
            return QSize(round(chip_width(self._theme, chip)) + _AIR, ROW)
        metrics = QFontMetricsF(self._theme.font("field"))
        return QSize(round(metrics.horizontalAdvance(str(index.data() or ""))) + _AIR, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        rect = QRectF(option.rect)
        selected, over, focused = paint.row_state(option)
        if selected or over:
            paint.box(painter, theme, rect, "accentsoft" if selected else "hover", radius=0)
        elif not index.flags() & Qt.ItemFlag.ItemIsEditable:
            paint.box(painter, theme, rect, "sunken", radius=0)
        chip = self._model.chip(index)
        inside = rect.adjusted(8, 0, -6, 0)
        if chip is not None:
            wide = min(chip_width(theme, chip), inside.width() + 2)
            where = QRectF(inside.left() - 2, inside.top() + 8, wide, inside.height() - 16)
            paint_chip(painter, theme, where, chip)
        else:
            words = str(index.data() or "")
            paint.words(painter, theme, inside, words, "field", self._model.tone(index))
        if focused:
            paint.focus_edge(painter, theme, rect)
        paint.line(painter, theme, QRectF(rect.left(), rect.bottom(), rect.width(), 1))
        paint.line(painter, theme, QRectF(rect.right(), rect.top(), 1, rect.height()))


class Grid(QTableView):
    """The grid itself: arrows move, typing or Enter edits, Tab leaves it.

    Signals:
        edited: As ``GridModel.edited``.
        delete_wanted: The number of the row that is to go.
        opened: Row number and column key of a cell that is only shown and was asked for.
    """

    edited = Signal(int, str, str)
    delete_wanted = Signal(int)
    opened = Signal(int, str)

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.rows = GridModel(columns, self)
        self.rows.edited.connect(self.edited)
        self.setModel(self.rows)
        self.setItemDelegate(GridDelegate(theme, self.rows, self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.EditKeyPressed
            | triggers.DoubleClicked
            | triggers.SelectedClicked
        )
        down = self.verticalHeader()
        down.setDefaultSectionSize(ROW)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setFont(theme.font("small"))
        head = self.horizontalHeader()
        head.setFixedHeight(HEAD)
        head.setFont(theme.font("small_lead"))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for place, column in enumerate(columns):
            self.setColumnWidth(place, column.width)
        head.setStretchLastSection(True)
        self.rows.modelReset.connect(self._fit)
        self.rows.rowsInserted.connect(self._fit)
        self.rows.modelReset.connect(self._share)
        self.rows.dataChanged.connect(self._share)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def set_rows(self, rows: Sequence[Cells], *, readonly: bool = False) -> None:
        """Show these rows."""
        self.rows.set_rows(rows, readonly=readonly)

    def _fit(self, *_: object) -> None:
        """Stand as high as the rows: the page scrolls, not the grid."""
        self.setFixedHeight(HEAD + ROW * self.rows.rowCount() + 16)

    def _share(self, *_: object) -> None:
        """Give each column what its words need, and spread the room that is left over them.

        Where the words need more than there is, the narrow columns still get all of theirs and the
        widest are cut.
        """
        places = range(len(self.rows.columns))
        least = [column.width for column in self.rows.columns]
        wanted = [max(least[n], self.sizeHintForColumn(n)) for n in places]
        room = self.viewport().width()
        most = max(wanted)
        while sum(wanted) > room and most > max(least):
            most -= 4
            wanted = [min(one, max(most, low)) for one, low in zip(wanted, least, strict=True)]
        spare = max(0, room - sum(wanted)) // max(1, len(wanted))
        for place, width in zip(places, wanted, strict=True):
            self.setColumnWidth(place, width + spare)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _open(self, index: Index) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(index.row(), self.rows.columns[index.column()].key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter in a cell comes here once the cell has had it
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if index.isValid() and enter and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._open(index)
        elif index.isValid() and enter and event.key() != Qt.Key.Key_Space:
            self.edit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.delete_wanted.emit(index.row())
            elif index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.rows.setData(index, "")
        else:
            super().keyPressEvent(event)
