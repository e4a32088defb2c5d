"""A line of choices: bare marks under the head of a grid, or marks that stand on their words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.fields import Item
from app.widgets.option_rows import (
    BARE,
    OVER,
    PLAIN,
    ROW,
    CheckRow,
    Choosable,
    RadioRow,
    least_width,
    over_height,
    row_height,
)

BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
ON = {Qt.Key.Key_Right, Qt.Key.Key_Down}
ACROSS = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class CellLine(QFrame):
    """One of several, or several of them; one Tab stop.

    Arrows move and choose (among ticks they only move), the digits 1 to 9 choose, Backspace
    clears one of one, Enter asks for the next question. In a grid Up and Down go to the line
    above and below. Where the words find no room side by side they stand below each other.

    Signals:
        chosen: The value, or the values parted by spaces in the order offered; "" when cleared.
        picked: One of one was chosen by a click, a digit or Space, not passed with an arrow.
        passed: The line above (-1) or below (1) is wanted, and the place in it.
        advanced: Enter was pressed.
    """

    chosen = Signal(str)
    picked = Signal()
    passed = Signal(int, int)
    advanced = Signal()

    def __init__(
        self, theme: Theme, *, several: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._several = several
        self._readonly = False
        self._each = 0  # how wide a bare mark stands; 0 for marks on words
        self._name = ""
        self._place = 0  # where the focus is, or would come to
        self._items: tuple[Item, ...] = ()
        self._cells: list[Choosable] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @property
    def value(self) -> str:
        """What is chosen."""
        return " ".join(cell.item.value for cell in self._cells if cell.isChecked())

    def set_name(self, name: str) -> None:
        """Say what is being chosen; each cell is called "row, choice"."""
        self._name = name
        self.setAccessibleName(name)
        for cell in self._cells:
            words = self.tr("{row}, {choice}").format(row=name, choice=cell.item.words)
            cell.setAccessibleName(words)

    def set_items(self, items: Sequence[Item]) -> None:
        """Offer these; cells are only made anew when they differ."""
        if tuple(items) == self._items:
            return
        value = self.value
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._items = tuple(items)
        make = CheckRow if self._several else RadioRow
        self._cells = [make(self._theme, item, self) for item in items]
        for cell in self._cells:
            cell.setAutoExclusive(False)
            cell.clicked.connect(self._take_click)
            if self.isVisible():
                cell.show()
            cell.installEventFilter(self)
        self.set_name(self._name)
        self.set_readonly(self._readonly)
        self.set_value(value)
        self.updateGeometry()
        self._arrange()

    def set_value(self, value: str) -> None:
        """Show what is chosen without saying that a person chose it."""
        wanted = set(value.split())
        for place, cell in enumerate(self._cells):
            cell.setChecked(cell.item.value in wanted)
            if cell.isChecked() and not self._several:
                self._place = place
        self._place = min(self._place, max(0, len(self._cells) - 1))
        self._let_in()

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the choice without letting anyone change it."""
        self._readonly = readonly
        for cell in self._cells:
            cell.setEnabled(not readonly)

    def set_each(self, each: int) -> None:
        """Stand as bare marks of this width, the words being above; 0 for marks with words."""
        if each == self._each:
            return
        self._each = each
        wide = QSizePolicy.Policy.Fixed if each else QSizePolicy.Policy.Expanding
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(wide)
        self.setSizePolicy(policy)
        self.updateGeometry()
        self._arrange()

    def come(self, place: int) -> None:
        """Put the focus on the cell of a place, changing nothing."""
        self._place = max(0, min(place, len(self._cells) - 1))
        self._let_in()
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, place: int) -> None:
        """Choose the cell of a place (or switch a tick) as a person would."""
        if self._readonly or not 0 <= place < len(self._cells):
            return
        cell = self._cells[place]
        had_focus = any(each.hasFocus() for each in self._cells)
        before = self.value
        self._place = place
        if self._several:
            cell.setChecked(not cell.isChecked())
            self._let_in()
        else:
            self.set_value(cell.item.value)
        if had_focus:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        if self.value != before:
            self.chosen.emit(self.value)

    def _let_in(self) -> None:
        """One cell is the Tab stop."""
        for place, cell in enumerate(self._cells):
            stop = place == self._place
            policy = Qt.FocusPolicy
            cell.setFocusPolicy(policy.StrongFocus if stop else policy.ClickFocus)
            if stop:
                self.setFocusProxy(cell)

    def _take_click(self) -> None:
        cell = self.sender()
        if isinstance(cell, RadioRow | CheckRow):
            cell.setChecked(not cell.isChecked())  # back to what it was: choose() decides
            self.choose(self._cells.index(cell))
            if not self._several:
                self.picked.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.advanced.emit()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.choose(key - Qt.Key.Key_1)
            if not self._several and key - Qt.Key.Key_1 < len(self._cells):
                self.picked.emit()
        elif self._each and key in ACROSS:
            self.passed.emit(-1 if key in BACK else 1, self._place)
        elif key in BACK | ON:
            self._step(-1 if key in BACK else 1)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and not self._several:
            if self.value:
                self.set_value("")
                self.chosen.emit("")
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        if self._several:
            self.come(self._place + by)
        elif self.value:
            self.choose(max(0, min(self._place + by, len(self._cells) - 1)))
        else:
            self.choose(len(self._cells) - 1 if by < 0 else 0)

    # --- places -------------------------------------------------------------------------------

    def _look(self, wide: int) -> str:
        if self._each:
            return BARE
        need = max((least_width(self._theme, item.words) for item in self._items), default=1)
        return OVER if need * len(self._items) <= wide else PLAIN

    def _rooms(self, wide: int) -> list[QRect]:
        """Where the cells stand in a width."""
        count = max(1, len(self._items))
        look = self._look(wide)
        if look == PLAIN:
            rooms, top = [], 0
            for item in self._items:
                rooms.append(QRect(0, top, wide, row_height(self._theme, item, wide)))
                top = rooms[-1].bottom() + 1
            return rooms
        each = self._each or wide // count
        tall = ROW
        if look == OVER:
            tall = max((over_height(self._theme, item, each) for item in self._items), default=ROW)
        return [QRect(place * each, 0, each, tall) for place in range(len(self._items))]

    def _arrange(self) -> None:
        look = self._look(self.width())
        for cell, room in zip(self._cells, self._rooms(self.width()), strict=True):
            cell.look = look
            cell.setGeometry(room)
            cell.update()

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return max((room.bottom() + 1 for room in self._rooms(arg__1)), default=ROW)

    @override
    def sizeHint(self) -> QSize:
        need = self._each or max(
            (least_width(self._theme, item.words) for item in self._items), default=1
        )
        wide = need * max(1, len(self._items))
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        wide = self._each * max(1, len(self._items)) or 3 * ROW
        return QSize(wide, ROW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() == QEvent.Type.FocusIn and watched in self._cells:
            self._place = self._cells.index(watched)
            self._let_in()
        return False
