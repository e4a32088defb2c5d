"""A long list: ids in memory, rows read by page when they are painted."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAGE = 100
PAGES_KEPT = 20
GROWTH = 4  # times as long the list becomes when its end is reached
NOWHERE = QModelIndex()

Row = TypeVar("Row")


class PagedModel(QAbstractListModel, Generic[Row]):
    """Rows of any kind by id; ``read`` fetches one page, ``words`` says a row to a screen reader.

    A list too long to have all its ids at once is given the first ones and ``more``, which is asked
    for a longer beginning when the end is reached.

    Roles: display the words, user the row itself (None while it cannot be read).
    """

    def __init__(
        self,
        read: Callable[[Sequence[str]], Sequence[Row]],
        words: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._words = words
        self._ids: Sequence[str] = ()
        self._more: Callable[[int], Sequence[str]] | None = None
        self._pages: OrderedDict[int, dict[str, Row]] = OrderedDict()

    def set_ids(
        self, ids: Sequence[str], more: Callable[[int], Sequence[str]] | None = None
    ) -> None:
        """Show other ids, in this order; ``more`` gives that many of them from the beginning."""
        self.beginResetModel()
        self._ids = ids
        self._more = more
        self._pages.clear()
        self.endResetModel()

    def id_at(self, row: int) -> str:
        """The id of a row."""
        return self._ids[row]

    def row_at(self, row: int) -> Row | None:
        """The row itself, read with its page."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            wanted = self._ids[number * PAGE : (number + 1) * PAGE]
            page = {str(getattr(one, "id", "")): one for one in self._read(wanted)}
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._more is not None and not parent.isValid()

    @override
    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Lengthen the list; ids that were moved behind meanwhile are not shown twice."""
        if self._more is None or parent.isValid():
            return
        wanted = len(self._ids) * GROWTH
        found = self._more(wanted)
        there = set(self._ids)
        new = [one for one in found if one not in there]
        if len(found) < wanted:
            self._more = None
        if new:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(new) - 1)
            self._ids = [*self._ids, *new]
            self._pages.clear()
            self.endInsertRows()

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self.row_at(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            row = self.row_at(index.row())
            return self._words(row) if row is not None else ""
        return None
