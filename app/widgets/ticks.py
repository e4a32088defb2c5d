"""Several from a short list that drops down: the line says what is chosen, the list has ticks."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.fields import HEIGHT, ROW, SIDE, ChoiceDelegate, Index, Item, paint_choice
from app.widgets.option_rows import MARK, paint_mark

MOST_SEEN = 8
_ITEM = Qt.ItemDataRole.UserRole
_TICK = Qt.ItemDataRole.CheckStateRole


class TickDelegate(ChoiceDelegate):
    """Rows of 40, each with its tick."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint.smooth(painter)
        paint_choice(painter, self._theme, option, index, MARK + 8)
        middle = QRectF(option.rect).center().y()
        mark = QRectF(option.rect.left() + SIDE, middle - MARK / 2, MARK, MARK)
        ticked = is_ticked(index)
        paint_mark(painter, self._theme, mark, radio=False, chosen=ticked, able=True)


class TickList(QListView):
    """The list that drops down: Space or a click ticks, Enter, Tab or Escape closes it.

    Signals:
        switched: The row whose tick was set or taken away.
        ended: The list is to be closed by the keyboard.
    """

    switched = Signal(QModelIndex)
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(TickDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.switched)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.switched.emit(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class TickField(QPushButton):
    """The line: what is chosen in words, their number, and a list of ticks that drops down.

    Signals:
        chosen: The values parted by spaces, in the order offered.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str = "", *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self._readonly = False
        self._wrong = False
        self._items: tuple[Item, ...] = ()
        self._rows = QStandardItemModel(self)
        self.setAutoDefault(False)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setFrameShape(QFrame.Shape.StyledPanel)
        self.popup.setBackgroundRole(QPalette.ColorRole.Base)
        self.list = TickList(theme)
        self.list.setModel(self._rows)
        inside = QVBoxLayout(self.popup)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.list)
        self.set_name(name)
        self.clicked.connect(self.open_list)
        self.list.switched.connect(self._switch)
        self.list.ended.connect(self.popup.hide)
        theme.changed.connect(self.update)

    @property
    def value(self) -> str:
        """What is chosen."""
        return " ".join(item.value for item in self._chosen())

    def set_name(self, name: str) -> None:
        """Say what is being chosen; what is chosen is spoken with it."""
        words = self.words()
        self.list.setAccessibleName(name)
        self.setAccessibleName(
            self.tr("{question}, {chosen}").format(question=name, chosen=words) if words else name
        )
        self.setToolTip(words)

    def set_items(self, items: Sequence[Item]) -> None:
        """Offer these rows."""
        if tuple(items) == self._items:
            return
        value = self.value
        self._items = tuple(items)
        self._rows.clear()
        for item in items:
            row = QStandardItem(item.words)
            row.setData(item, _ITEM)
            row.setEditable(False)
            self._rows.appendRow(row)
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Show what is chosen without saying that a person chose it."""
        wanted = set(value.split())
        for place, item in enumerate(self._items):
            ticked = item.value in wanted
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            self._rows.item(place).setData(state, _TICK)
        self.update()

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the choice without letting anyone change it."""
        self._readonly = readonly
        if readonly:
            self.popup.hide()
        self.update()

    def set_wrong(self, *, wrong: bool) -> None:
        """Take the danger edge, or the usual one."""
        self._wrong = wrong
        self.update()

    def words(self) -> str:
        """What is chosen, in words."""
        return self.tr(", ").join(item.words for item in self._chosen())

    def open_list(self) -> None:
        """Let the list drop down, where it may be changed and there is one."""
        if self._readonly or not self._items:
            return
        rows = min(MOST_SEEN, len(self._items))
        size = QSize(self.width(), rows * ROW + 10)
        place = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        if place.y() + size.height() > room.bottom():
            place = self.mapToGlobal(QPoint(0, -size.height() - 2))
        self.popup.setFixedSize(size)
        self.popup.move(place)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._rows.index(0, 0))
        self.popup.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _chosen(self) -> list[Item]:
        return [
            item for place, item in enumerate(self._items) if is_ticked(self._rows.index(place, 0))
        ]

    def _switch(self, index: QModelIndex) -> None:
        on = Qt.CheckState.Unchecked if is_ticked(index) else Qt.CheckState.Checked
        self._rows.setData(index, on, _TICK)
        self.update()
        self.chosen.emit(self.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = {Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F4}
        if event.key() in opens and not event.modifiers() & ~Qt.KeyboardModifier.AltModifier:
            self.open_list()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        rect = QRectF(self.rect())
        edge = "" if self._readonly else "danger" if self._wrong else "strong"
        ground = "hover" if self.underMouse() and not self._readonly else "raised"
        ground = "sunken" if self._readonly else ground
        paint.box(painter, self._theme, rect, ground, edge, 5.5)
        room = rect.adjusted(SIDE, 0, -SIDE, 0)
        if not self._readonly:
            mark = QRectF(room.right() - 16, rect.center().y() - 8, 16, 16)
            self._theme.paint_icon(painter, mark, "chevron-down", "muted")
            room.setRight(mark.left() - 8)
        words, count = self.words(), len(self._chosen())
        if count > 1:
            told = str(count)
            wide = paint.advance(self._theme.font("small_lead"), told)
            paint.words(painter, self._theme, room, told, "small_lead", "muted", paint.RIGHT)
            room.setRight(room.right() - wide - 8)
        if words:
            paint.words(painter, self._theme, room, words)
        else:
            paint.words(painter, self._theme, room, self._hint, "field", "faint")


def is_ticked(index: Index) -> bool:
    """Whether a row has its tick."""
    state = index.data(_TICK)
    return state is not None and Qt.CheckState(state) == Qt.CheckState.Checked
