"""Workbooks of Excel 5 to 2003 (.xls), read without trusting a byte."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from forms.publish_problems import PublishError, problem
from forms.publish_tables import Table, check_sheet_count, table_of

_FIRST_READ = 50  # the file format of Excel 5; older ones have no sheets


@dataclass(frozen=True, slots=True)
class OldSheet:
    """A sheet; what is merged or hidden is told only where it was asked for.

    ``merged`` are areas as first row, row after, first column, column after; all are counted from
    0 there and in what is hidden.
    """

    name: str
    table: Table
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def old_sheets(data: bytes, *, laid: bool = False) -> tuple[OldSheet, ...]:
    """The sheets of an .xls; with ``laid`` also what of them is merged or hidden.

    Raises:
        PublishError: damaged, with a password, or above the bounds.
    """
    try:
        book = _book(data)
        try:
            # Only now: fonts and colours of the whole book are nothing to a reader of its texts.
            book.formatting_info = laid
            check_sheet_count(len(book.sheet_names()))
            return tuple(_sheet(book, place) for place in range(len(book.sheet_names())))
        finally:
            book.release_resources()
    except PublishError:
        raise
    except Exception as error:  # noqa: BLE001 - xlrd raises whatever crafted bytes make it stumble on
        code = "file-locked" if "encrypted" in str(error) else "file-damaged"
        raise PublishError((problem(code),)) from None


def _book(data: bytes) -> Any:
    """An open .xls whose defined names are not evaluated.

    A name may be the doubling of another one, and that of another; xlrd works them all out, and a
    file of two kilobytes fills the memory.
    """
    from xlrd.biffh import XL_WORKBOOK_GLOBALS, XLRDError
    from xlrd.book import Book

    class Plain(Book):  # type: ignore[misc]  # xlrd has no types
        """A book that leaves out names and formulas; cells carry their last values anyway."""

        def handle_name(self, data: bytes) -> None:
            """Leave the name out."""

        def names_epilogue(self) -> None:
            """Nothing is left to do."""

    book = Plain()
    book.biff2_8_load(
        file_contents=data, logfile=StringIO(), use_mmap=False, on_demand=True, ragged_rows=True
    )
    book.biff_version = book.getbof(XL_WORKBOOK_GLOBALS)
    if book.biff_version < _FIRST_READ:
        raise XLRDError("older than sheets")
    book.parse_globals()
    starts = list(book._sh_abs_posn)  # noqa: SLF001 - two sheets from the same bytes multiply them
    if len(set(starts)) != len(starts):
        raise XLRDError("sheets overlap")
    book._sheet_list = [None] * len(starts)  # noqa: SLF001 - as xlrd's own opening does
    book.nsheets = len(starts)
    return book


def _sheet(book: Any, place: int) -> OldSheet:
    sheet = book.get_sheet(place)
    try:
        return OldSheet(
            sheet.name,
            table_of(sheet.name, _rows(sheet, book.datemode)),
            tuple(sheet.merged_cells),
            bool(sheet.visibility),
            frozenset(row for row, told in sheet.rowinfo_map.items() if told.hidden),
            frozenset(column for column, told in sheet.colinfo_map.items() if told.hidden),
        )
    finally:
        book.unload_sheet(place)


def _rows(sheet: Any, datemode: int) -> Iterator[tuple[int, Sequence[object]]]:
    for row in range(sheet.nrows):
        cells = zip(sheet.row_types(row), sheet.row_values(row), strict=True)
        yield row + 1, tuple(_value(kind, value, datemode) for kind, value in cells)


def _value(kind: int, value: Any, datemode: int) -> object:
    """The value of an .xls cell as openpyxl would give it."""
    import xlrd

    if kind in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}:
        return None
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "#N/A")
    if kind == xlrd.XL_CELL_DATE:
        try:
            moment = xlrd.xldate_as_datetime(value, datemode)
        except (ValueError, OverflowError):
            return value
        return moment.time() if 0 < value < 1 else moment
    return value
