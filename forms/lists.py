"""Registers and external choice lists behind one small protocol."""

# ruff: noqa: ARG002 - EmptyLists answers the whole protocol and needs none of its arguments

from collections.abc import Mapping, Sequence
from typing import Protocol

Row = Mapping[str, str]
REGISTERS = frozenset(
    {"enterprises", "equipment", "products", "inspectors", "people", "laws", "discretion"}
)
"""The lists every store answers, by their instance id; any other travels with its form."""


class Lists(Protocol):
    """Answers a form's questions about lists that live outside it.

    A list is known by its instance id (``equipment`` for ``equipment.csv``).
    Every row has at least ``name`` (the stored value) and ``label``; all cells are text.
    """

    def rows(self, list_id: str, where: Mapping[str, str], limit: int) -> Sequence[Row]:
        """The rows whose cells equal ``where``, in the list's own order, at most ``limit``."""
        ...

    def search(
        self, list_id: str, text: str, where: Mapping[str, str], limit: int
    ) -> Sequence[Row]:
        """As ``rows``, of those in which ``text`` is found (label, code or name)."""
        ...

    def row(self, list_id: str, name: str) -> Row | None:
        """The row stored under ``name``, or None."""
        ...


class EmptyLists:
    """No list has any row: for checking forms and for forms without registers."""

    def rows(self, list_id: str, where: Mapping[str, str], limit: int) -> Sequence[Row]:
        """No rows."""
        return ()

    def search(
        self, list_id: str, text: str, where: Mapping[str, str], limit: int
    ) -> Sequence[Row]:
        """No rows."""
        return ()

    def row(self, list_id: str, name: str) -> Row | None:
        """No row."""
        return None


class TableLists:
    """Lists held in memory, for tests, small CSV files and trial runs."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self._tables = {key: tuple(rows) for key, rows in tables.items()}
        self._by_name = {
            key: {row.get("name", ""): row for row in reversed(rows)}
            for key, rows in self._tables.items()
        }

    def rows(self, list_id: str, where: Mapping[str, str], limit: int) -> Sequence[Row]:
        """The matching rows in order."""
        found: list[Row] = []
        wanted = where.items()
        if "name" in where:
            row = self.row(list_id, where["name"])
            candidates: Sequence[Row] = () if row is None else (row,)
        else:
            candidates = self._tables.get(list_id, ())
        for row in candidates:
            if len(found) >= limit:
                break
            if all(row.get(column, "") == cell for column, cell in wanted):
                found.append(row)
        return found

    def search(
        self, list_id: str, text: str, where: Mapping[str, str], limit: int
    ) -> Sequence[Row]:
        """The matching rows in which any cell contains the text, letter case aside."""
        needle = text.casefold()
        size = len(self._tables.get(list_id, ()))
        rows = self.rows(list_id, where, size)
        return [row for row in rows if any(needle in cell.casefold() for cell in row.values())][
            :limit
        ]

    def row(self, list_id: str, name: str) -> Row | None:
        """The first row with that name."""
        return self._by_name.get(list_id, {}).get(name)


class Joined:
    """Lists that travel with a form before registers: the form's own answer for what it brings."""

    def __init__(self, brought: Mapping[str, Sequence[Row]], others: Lists) -> None:
        self._brought = TableLists(brought)
        self._names = frozenset(brought)
        self._others = others

    def rows(self, list_id: str, where: Mapping[str, str], limit: int) -> Sequence[Row]:
        """The matching rows, from whoever has the list."""
        return self._of(list_id).rows(list_id, where, limit)

    def search(
        self, list_id: str, text: str, where: Mapping[str, str], limit: int
    ) -> Sequence[Row]:
        """The matching rows in which the text is found, from whoever has the list."""
        return self._of(list_id).search(list_id, text, where, limit)

    def row(self, list_id: str, name: str) -> Row | None:
        """The row with that name, from whoever has the list."""
        return self._of(list_id).row(list_id, name)

    def _of(self, list_id: str) -> Lists:
        return self._brought if list_id in self._names else self._others
