"""Choices one below the other, in columns or as tiles: one of them, or several."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.fields import Item
from app.widgets.flow import Flow
from app.widgets.option_rows import PLAIN, CheckRow, Choosable, RadioRow

SHORT = 14  # characters: choices this short stand in two columns


class OptionList(QWidget):
    """The rows; short ones in two columns unless the form says how many.

    ``columns`` is None (as fits the words), a number of columns, or ``flow.PACKED``;
    ``look`` may make tiles of the rows.

    Signals:
        chosen: The value, or the values parted by spaces in the order offered.
        picked: One of one was chosen by a click or with Space.
    """

    chosen = Signal(str)
    picked = Signal()

    def __init__(  # noqa: PLR0913 - a list has a name and three manners
        self,
        theme: Theme,
        name: str = "",
        *,
        several: bool = False,
        columns: int | None = None,
        look: str = PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._several = several
        self._columns = columns
        self._look = look
        self._readonly = False
        self._items: tuple[Item, ...] = ()
        self._rows: list[Choosable] = []
        self._flow = Flow(1, parent=self)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def value(self) -> str:
        """What is chosen."""
        return " ".join(row.item.value for row in self._rows if row.isChecked())

    def set_items(self, items: Sequence[Item]) -> None:
        """Offer these; rows are only rebuilt when they differ."""
        if tuple(items) == self._items:
            return
        value = self.value
        self._items = tuple(items)
        for row in self._rows:
            self._flow.removeWidget(row)
            row.hide()
            row.deleteLater()
        make = CheckRow if self._several else RadioRow
        self._rows = [make(self._theme, item, self, self._look) for item in items]
        self._flow.set_most(self._most() if self._columns is None else self._columns)
        for row in self._rows:
            row.setEnabled(not self._readonly)
            row.clicked.connect(self._take)
            if isinstance(row, RadioRow):
                row.picked.connect(self.picked)
            self._flow.addWidget(row)
        if self._rows:
            self.setFocusProxy(self._rows[0])
        self.set_value(value)

    def _most(self) -> int:
        longest = max((len(item.words + item.second) for item in self._items), default=SHORT + 1)
        return 2 if longest <= SHORT else 1

    def set_value(self, value: str) -> None:
        """Show what is chosen without saying that a person chose it."""
        wanted = set(value.split(" ")) - {""}
        for row in self._rows:
            row.setAutoExclusive(False)
            row.setChecked(row.item.value in wanted)
            row.setAutoExclusive(not self._several)

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the choice without letting anyone change it."""
        self._readonly = readonly
        for row in self._rows:
            row.setEnabled(not readonly)

    def _take(self) -> None:
        self.chosen.emit(self.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ours = event.key() == Qt.Key.Key_Backspace and not self._several and not self._readonly
        if ours and self.value:
            self.set_value("")
            self.chosen.emit("")
        else:
            super().keyPressEvent(event)
