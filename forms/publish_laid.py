"""A spreadsheet as it lies before its reader: merged cells, hidden parts, formulas never counted.

A form is written for this program; a list comes out of another one, where a cell may cover several
rows and a formula may have been saved without its result.
"""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from typing_extensions import override

from forms.publish_old_excel import old_sheets
from forms.publish_problems import PublishError, problem
from forms.publish_spreadsheet import OLD_SIGNATURE, check_not_locked, check_unpacked
from forms.publish_tables import (
    COLUMN_LIMIT,
    LAST_ROW,
    ROW_LIMIT,
    Table,
    check_sheet_count,
    table_of,
)
from forms.publish_workbook import suffix_of, tables_of

_WITH_AREAS = (".xlsx", ".xlsm", ".xls")
_ARCHIVE = b"PK\x03\x04"
_YES = frozenset({"1", "true"})
Corners = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells, counted as ``Area`` does."""


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells; rows are counted from 1 as the spreadsheet does, columns from 0."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet: its rows, its merged areas, and which of it a reader does not see.

    A formula that was saved without its result stands in its cell as itself, with its "=".
    """

    table: Table
    areas: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def laid_out(data: bytes, name: str = "") -> dict[str, Laid]:
    """The sheets of a workbook; only those of a spreadsheet tell more than their texts.

    Raises:
        forms.publish_problems.PublishError: as ``publish_workbook.read``.
    """
    if suffix_of(data, name) not in _WITH_AREAS or not data.startswith((_ARCHIVE, OLD_SIGNATURE)):
        return {sheet: Laid(table) for sheet, table in tables_of(data, name).items()}
    if data.startswith(OLD_SIGNATURE):
        return _old(data)
    return _new(data)


def _old(data: bytes) -> dict[str, Laid]:
    check_not_locked(data)
    return {
        sheet.name: Laid(
            sheet.table,
            _areas(
                ((top + 1, left, below, right - 1) for top, below, left, right in sheet.merged),
                _last_row(sheet.table),
            ),
            sheet.hidden,
            frozenset(row + 1 for row in sheet.hidden_rows),
            sheet.hidden_columns,
        )
        for sheet in old_sheets(data, laid=True)
    }


def _new(data: bytes) -> dict[str, Laid]:
    import openpyxl

    check_unpacked(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep, we do not read
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            try:
                check_sheet_count(len(book.sheetnames))
                return {sheet.title: _sheet(book, sheet) for sheet in book.worksheets}
            finally:
                book.close()
    except PublishError:
        raise
    except Exception:  # noqa: BLE001 - as where a form is read
        raise PublishError((problem("file-damaged"),)) from None


def _sheet(book: Any, sheet: Any) -> Laid:
    # WORKAROUND openpyxl forgets merged cells and hidden rows when it reads by rows, and a formula
    # without a result looks as an empty cell; its parser of one sheet sees them all.
    with sheet._get_source() as source:  # noqa: SLF001 - there is no other way to the sheet's text
        parser = _parser(book, sheet, source)
        table = table_of(sheet.title, _rows(parser))
        hidden = frozenset(
            int(number)
            for number, told in parser.row_dimensions.items()
            if told.get("hidden") in _YES
        )
        areas = _areas(_merged(parser), _last_row(table))
        return Laid(table, areas, sheet.sheet_state != "visible", hidden, _hidden_columns(parser))


def _parser(book: Any, sheet: Any, source: Any) -> Any:
    from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

    class Parser(WorkSheetParser):  # type: ignore[misc, unused-ignore]  # its stubs are not complete
        """One sheet; a formula is shown where nobody counted its result."""

        @override
        def parse_row(self, row: Any) -> Any:
            """A row; one of empty texts alone is passed over at once, for there may be many."""
            filled = any(text.strip() for text in row.itertext())
            if filled or row.find(f".//{FORMULA_TAG}") is not None:
                return super().parse_row(row)
            number = row.get("r")
            counter: int = self.row_counter + 1  # type: ignore[has-type]  # openpyxl has few types
            self.row_counter = int(number) if number else counter
            return self.row_counter, []

        @override
        def parse_cell(self, element: Any) -> Any:
            """A cell, the formula in the place of a result that is not there."""
            cell = super().parse_cell(element)
            formula = element.find(FORMULA_TAG)
            empty_text = element.get("t") == "str" and element.find(VALUE_TAG) is not None
            if cell["value"] is None and formula is not None and not empty_text:
                cell["value"] = f"={formula.text or ''}"
            return cell

    return Parser(
        source,
        sheet._shared_strings,  # noqa: SLF001 - as openpyxl's own reading does
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,  # noqa: SLF001 - as above
        timedelta_formats=book._timedelta_formats,  # noqa: SLF001 - as above
    )


def _rows(parser: Any) -> Iterator[tuple[int, Sequence[object]]]:
    for number, cells in parser.parse():
        values: list[object] = [None] * max((cell["column"] for cell in cells), default=0)
        for cell in cells:
            values[cell["column"] - 1] = cell["value"]
        yield number, values


def _hidden_columns(parser: Any) -> frozenset[int]:
    found: set[int] = set()
    for told in parser.column_dimensions.values():
        if told.get("hidden") in _YES:
            last = min(int(told.get("max", told["min"])), COLUMN_LIMIT)
            found.update(range(int(told["min"]) - 1, last))
    return frozenset(found)


def _merged(parser: Any) -> Iterator[Corners]:
    from openpyxl.utils.cell import range_boundaries

    for one in parser.merged_cells.mergeCell if parser.merged_cells is not None else ():
        left, top, right, bottom = range_boundaries(one.ref)
        yield top or 1, (left or 1) - 1, bottom or LAST_ROW, (right or COLUMN_LIMIT) - 1


def _last_row(table: Table) -> int:
    return table[-1][0] if table else 0


def _areas(merged: Iterable[Corners], last: int) -> tuple[Area, ...]:
    """The merged areas as far as there are rows; more of them than cells is no spreadsheet."""
    found: list[Area] = []
    covered = 0
    for top, left, bottom, right in merged:
        area = Area(top, left, min(bottom, last), min(right, COLUMN_LIMIT - 1))
        if area.last_row < area.row or area.last_column < area.column:
            continue
        covered += (area.last_row - area.row + 1) * (area.last_column - area.column + 1)
        if covered > ROW_LIMIT * COLUMN_LIMIT:
            raise PublishError((problem("file-damaged"),))
        found.append(area)
    return tuple(found)
