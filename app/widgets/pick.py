"""One from a long list: typing searches, the list drops down, a choice fills the line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.fields import ChoiceDelegate, Item, LineField

Search = Callable[[str], Sequence[Item]]


class PickField(LineField):
    """A line that searches; what was typed but not chosen is taken back when the focus leaves.

    Signals:
        chosen: The value picked, "" when the line was emptied.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, search: Search, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, hint=self.tr("Type to search"), parent=parent)
        self._search = search
        self._item = Item("", "")
        self._rows = QStandardItemModel(self)
        self._list = QListView()
        self._list.setAccessibleName(name)
        self._completer = QCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setPopup(self._list)  # brings a delegate of its own, so ours comes after
        self._list.setItemDelegate(ChoiceDelegate(theme, self._list))
        self._completer.setMaxVisibleItems(8)
        self._completer.setWidget(self)
        by_index = self._completer.activated[QModelIndex]  # type: ignore[index]  # two overloads
        by_index.connect(self._take_index)
        self.textEdited.connect(self._look)

    @property
    def value(self) -> str:
        """The value picked, "" for none."""
        return self._item.value

    def set_item(self, item: Item) -> None:
        """Show what is picked; an item without a value shows nothing."""
        self._item = item
        if not self.hasFocus():
            self.set_text(item.words)

    def _look(self, text: str) -> None:
        self._rows.clear()
        for item in self._search(text):
            row = QStandardItem(item.words)
            row.setData(item, Qt.ItemDataRole.UserRole)
            self._rows.appendRow(row)
        if not text and self._item.value:
            self._item = Item("", "")
            self.chosen.emit("")
        if not self._rows.rowCount():
            self._rows.appendRow(self._nothing(text))
        self._completer.complete()

    def _nothing(self, text: str) -> QStandardItem:
        """The row that says that nothing was found; it cannot be chosen."""
        if text:
            words = self.tr("Nothing found for “{text}”; please try other words.")
        else:
            words = self.tr("There is nothing to choose from.")
        row = QStandardItem()
        row.setData(Item("", "", words.format(text=text)), Qt.ItemDataRole.UserRole)
        row.setData(words.format(text=text), Qt.ItemDataRole.AccessibleTextRole)
        row.setFlags(Qt.ItemFlag.NoItemFlags)
        return row

    def _take_index(self, index: QModelIndex) -> None:
        item = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(item, Item):
            self.pick(item)

    def pick(self, item: Item) -> None:
        """Take an item as a person would."""
        self._item = item
        self.setText(item.words)
        self.chosen.emit(item.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible() and not self.isReadOnly():
            self._look(self.text() if self.text() != self._item.words else "")
            self.setText(self._item.words if self._item.value else self.text())
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.set_text(self._item.words)
