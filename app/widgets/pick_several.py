"""Several from a long list: typing searches, and what is chosen stands below as chips."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.fields import Item
from app.widgets.flow import Flow
from app.widgets.labels import Label
from app.widgets.pick import PickField, Search

MOST_CHIPS = 60
HIT = 40
HIGH = 28
SIDE = 10
ICON = 14


class AddField(PickField):
    """A line that empties when something is picked.

    Signals:
        erased: Backspace was pressed in the empty line.
    """

    erased = Signal()

    @override
    def pick(self, item: Item) -> None:
        self.setText("")
        self.chosen.emit(item.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        erases = event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat()
        if erases and not self.text() and not self.isReadOnly():
            self.erased.emit()
        else:
            super().keyPressEvent(event)


class ChosenChip(QPushButton):
    """One that is chosen; a press takes it off.

    Signals:
        moved: -1 or 1: an arrow wants the chip before or after.
    """

    moved = Signal(int)

    def __init__(self, theme: Theme, item: Item, parent: QWidget, *, fixed: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self.item = item
        self._fixed = fixed
        self.setAutoDefault(False)
        self.setFixedHeight(HIT)
        self.setToolTip(item.words)
        self.setEnabled(not fixed)
        name = item.words if fixed else self.tr("Remove {words}").format(words=item.words)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if not fixed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        mark = 0 if self._fixed else 6 + ICON
        wide = 2 * SIDE + paint.advance(self._theme.font("label_lead"), self.item.words) + mark
        return QSize(max(HIT, round(wide + 1)), HIT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 3 * HIT), HIT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.click()
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        theme, rect = self._theme, QRectF(self.rect())
        rect.adjust(0, (HIT - HIGH) / 2, 0, -(HIT - HIGH) / 2)
        over = self.underMouse() and not self._fixed
        word = "text" if self._fixed else "accent"
        ground = "sunken" if self._fixed else "hover" if over else "accentsoft"
        paint.box(painter, theme, rect, ground, "" if self._fixed else "accentline", 4)
        room = rect.adjusted(SIDE, 0, -SIDE, 0)
        if not self._fixed:
            mark = QRectF(room.right() - ICON, room.center().y() - ICON / 2, ICON, ICON)
            theme.paint_icon(painter, mark, "close", word)
            room.setRight(mark.left() - 6)
        paint.words(painter, theme, room, self.item.words, "label_lead", word)


class PickSeveral(QWidget):
    """The line and its chips; the chips are one Tab stop, arrows go from one to the next.

    Signals:
        added: The value picked from the list.
        removed: The ``Item`` whose chip was pressed.
        left: The focus left the line.
    """

    added = Signal(str)
    removed = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, name: str, search: Search, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = search
        self._items: tuple[Item, ...] = ()
        self._readonly = False
        self._chips: list[ChosenChip] = []
        self._last = 0  # the chip that the keyboard was at
        self.line = AddField(theme, name, self._look)
        self._holder = QWidget()
        self._flow = Flow(parent=self._holder)
        self._more = Label(theme, "", "small", "faint")
        self._more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.line, self._holder, self._more):
            column.addWidget(part)
        self._holder.hide()
        self.setFocusProxy(self.line)
        self.line.chosen.connect(self._add)
        self.line.erased.connect(self._take_last)
        self.line.left.connect(self.left)

    def set_items(self, items: Sequence[Item]) -> None:
        """Show what is chosen; a text being typed is left alone."""
        if tuple(items) == self._items:
            return
        focused = any(chip.hasFocus() for chip in self._chips)
        self._items = tuple(items)
        self._fill()
        if focused:
            stop = self._chips[self._last] if self._chips else self.line
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the choice without letting anyone change it."""
        if readonly != self._readonly:
            self._readonly = readonly
            self.line.setVisible(not readonly or not self._items)
            self.line.set_readonly(readonly)
            self._fill()

    def _look(self, text: str) -> list[Item]:
        """What is found and not chosen yet."""
        chosen = {item.value for item in self._items}
        return [item for item in self._search(text) if item.value not in chosen]

    def _fill(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        shown = self._items[:MOST_CHIPS]
        self._chips = [
            ChosenChip(self._theme, item, self._holder, fixed=self._readonly) for item in shown
        ]
        for place, chip in enumerate(self._chips):
            chip.clicked.connect(partial(self._take_off, place))
            chip.moved.connect(partial(self._move, place))
            self._flow.addWidget(chip)
            chip.show()  # at once, so that it can take the focus
        self._last = max(0, min(self._last, len(self._chips) - 1))
        self._let_in()
        rest = len(self._items) - len(shown)
        self._more.setText(self.tr("and %n more", None, rest))
        self._more.setVisible(rest > 0)
        self._holder.setVisible(bool(shown))

    def _let_in(self) -> None:
        for place, chip in enumerate(self._chips):
            policy = Qt.FocusPolicy
            stop = place == self._last
            chip.setFocusPolicy(policy.StrongFocus if stop else policy.ClickFocus)

    def _move(self, place: int, by: int) -> None:
        self._last = max(0, min(place + by, len(self._chips) - 1))
        self._let_in()
        self._chips[self._last].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, value: str) -> None:
        if value:
            self.added.emit(value)

    def _take_off(self, place: int) -> None:
        self._last = place
        self.removed.emit(self._items[place])

    def _take_last(self) -> None:
        if self._items:
            self.removed.emit(self._items[-1])
