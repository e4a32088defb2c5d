"""Rows nobody wrote anything in: they are not asked for, not counted and not printed.

A form opens the first row of a repeat by itself, and an inspector may leave it as it is. Only where
the repeat is ``required`` one row must be written, and its questions are asked. A bare XForm, which
has none of the settings of a paper, keeps to XForms: every row that stands is asked for.
"""

from forms.instance import Cell, Instance, inside
from forms.model import Question, Repeat
from forms.rules.signs import blank
from forms.typed import as_stored


class EmptyRows:
    """Knows which rows of an instance are empty, as of the last look."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._refs: set[str] = set()

    def look(self, touched: dict[str, Cell]) -> None:
        """Look again at the rows of what was touched; all of a row that filled or emptied is added."""
        seen: set[int] = set()
        for cell in tuple(touched.values()) if self._instance.form.settings else ():
            row: Cell | None = cell
            while row is not None:
                if row.key and id(row) not in seen:
                    for one, empty in self._judged(row, seen):
                        if empty != (one.ref in self._refs):
                            self._refs ^= {one.ref}
                            touched |= {below.ref: below for below in inside(one)}
                row = row.above()

    def _judged(self, row: Cell, seen: set[int]) -> list[tuple[Cell, bool]]:
        """The row, with its neighbours where one of them must be written, and whether it is empty."""
        parent, repeat = row.above(), row.item
        together = isinstance(repeat, Repeat) and repeat.required and parent is not None
        rows = self._instance.rows(parent, repeat.name) if together and parent else [row]
        seen.update(map(id, rows))
        found = [is_empty(one) for one in rows]
        if all(found) and rows and rows[0].required:
            found[0] = False
        return list(zip(rows, found, strict=True))

    def lets_ask(self, cell: Cell) -> bool:
        """Whether a cell is relevant and stands in no empty row."""
        row: Cell | None = cell if self._refs else None
        while row is not None and not (row.key and row.ref in self._refs):
            row = row.above()
        return cell.relevant and row is None

    def standing(self) -> tuple[str, ...]:
        """The refs of the empty rows that stand now."""
        return tuple(ref for ref in self._refs if ref in self._instance.cells)


def is_empty(row: Cell) -> bool:
    """Whether a row holds nothing but what the form gave it, and something in it waits for an answer.

    The rows of a counted repeat are the form's own and never empty.
    """
    if not isinstance(row.item, Repeat) or row.item.fixed:
        return False
    waits = False
    for cell in inside(row):
        item = cell.item
        if not isinstance(item, Question) or item.calculate:
            continue
        if blank(cell.value):
            waits = waits or (item.is_asked and cell.relevant)
        elif cell.value != as_stored(item.default, item.datatype):
            return False
    return waits
