"""The workbook of an export, written row by row; text is never taken for a formula."""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.services.export_tables import Sheet, may_run, number

MOST_CELL = 32_767
"""Characters of one cell of a workbook; a longer text ends in an ellipsis there."""

MOST_ROWS = 1_048_575
"""Rows of one sheet of a workbook below its head; more go on in a sheet of the same name."""

MOST_NAME = 31
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\']")


class Xlsx:
    """A workbook with one sheet a table, its head frozen; text is never taken for a formula."""

    def __init__(self, path: Path, sheets: Sequence[Sheet]) -> None:
        from openpyxl import Workbook

        self._path = path
        self._book = Workbook(write_only=True)
        self._names: set[str] = set()
        self._pages: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        for sheet in sheets:
            self._begin(sheet)

    def _begin(self, sheet: Sheet) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        page = self._book.create_sheet(self._name(sheet.title))
        page.freeze_panes = "A2"
        for place, field in enumerate(sheet.fields):
            page.column_dimensions[_letter(place)].width = min(max(len(field.title) * 2, 10), 40)
        head = []
        for field in sheet.fields:
            cell = WriteOnlyCell(page)
            _write(cell, field.title)
            cell.font = Font(bold=True)
            head.append(cell)
        page.append(head)
        self._pages[sheet.name] = page
        self._rows[sheet.name] = 0

    def _name(self, title: str) -> str:
        """A name Excel takes: 31 characters, some forbidden, no two alike."""
        wanted = _NOT_IN_NAME.sub(" ", _printable(title)).strip() or "Sheet"
        name, again = wanted[:MOST_NAME], 2
        while name.casefold() in self._names:
            end = f" {again}"
            name, again = wanted[: MOST_NAME - len(end)] + end, again + 1
        self._names.add(name.casefold())
        return name

    def add(self, sheet: Sheet, cells: Sequence[str]) -> None:
        """Write one row."""
        from openpyxl.cell import WriteOnlyCell

        if self._rows[sheet.name] >= MOST_ROWS:
            self._pages[sheet.name].close()
            self._begin(sheet)
        page = self._pages[sheet.name]
        row: list[Any] = []
        for text, field in zip(cells, sheet.fields, strict=True):
            found = number(text, field.datatype)
            if found is not None or not text:
                row.append(found)
                continue
            cell = WriteOnlyCell(page)
            _write(cell, text)
            row.append(cell)
        page.append(row)
        self._rows[sheet.name] += 1

    def finish(self) -> None:
        """Save the workbook."""
        self._book.save(self._path)

    def abandon(self) -> None:
        """Take away the parts openpyxl keeps in files of its own, whatever became of them."""
        from openpyxl.utils.exceptions import WorkbookAlreadySaved

        for page in self._book.worksheets:
            with suppress(WorkbookAlreadySaved, OSError):
                page.close()  # it may be closed already, as when the disk filled while saving
            with suppress(OSError):
                page._writer.cleanup()  # noqa: SLF001 - openpyxl would keep them till the end


def _write(cell: Any, text: str) -> None:
    """Put text into a cell as text, whatever it looks like."""
    shown = _printable(text)
    cell.value = shown if len(shown) <= MOST_CELL else shown[: MOST_CELL - 1] + "…"
    cell.data_type = "s"
    if may_run(shown):
        cell.quotePrefix = True  # it stays text when somebody edits it


def _printable(text: str) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return str(ILLEGAL_CHARACTERS_RE.sub("", text))


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))
