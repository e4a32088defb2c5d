"""Workbooks written by spreadsheet programs, .xlsx and .xls, read without trusting a byte."""

import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

from forms.publish_problems import PublishError, problem
from forms.publish_tables import (
    MEGABYTE,
    UNPACKED_LIMIT,
    Table,
    check_sheet_count,
    table_of,
)

OLD_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of .xls, and of any file with a password
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FIRST_READ = 50  # the file format of Excel 5; older ones have no sheets


def spreadsheet_tables(data: bytes) -> dict[str, Table]:
    """Tables of an .xlsx or an .xls; the bytes tell which, whatever the name says.

    Raises:
        PublishError: damaged, with a password, or above the bounds.
    """
    if data.startswith(OLD_SIGNATURE):
        if _LOCKED in data:
            raise PublishError((problem("file-locked"),))
        return _xls(data)
    return _xlsx(data)


def check_unpacked(data: bytes, limit: int = UNPACKED_LIMIT) -> None:
    """Look at the packed sizes of an .xlsx before anything is unpacked.

    Raises:
        PublishError: no archive, or one that unpacks to more than ``limit`` bytes.
    """
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        raise PublishError((problem("file-damaged"),)) from None
    if unpacked > limit:
        told = {"size": unpacked // MEGABYTE, "limit": limit // MEGABYTE}
        raise PublishError((problem("file-bomb", facts=told),))


def _xlsx(data: bytes) -> dict[str, Table]:
    import openpyxl

    check_unpacked(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep, we do not read
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            try:
                return _worksheets(book)
            finally:
                book.close()
    except PublishError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a crafted part makes it stumble on
        raise PublishError((problem("file-damaged"),)) from None


def _worksheets(book: Any) -> dict[str, Table]:
    check_sheet_count(len(book.sheetnames))
    tables: dict[str, Table] = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what the file says about its own size is not believed
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        tables[sheet.title] = table_of(sheet.title, rows)
    return tables


def _xls(data: bytes) -> dict[str, Table]:
    try:
        book = _old_book(data)
        try:
            check_sheet_count(len(book.sheet_names()))
            return {
                name: table_of(name, _old_rows(book, place))
                for place, name in enumerate(book.sheet_names())
            }
        finally:
            book.release_resources()
    except PublishError:
        raise
    except Exception as error:  # noqa: BLE001 - as with openpyxl
        code = "file-locked" if "encrypted" in str(error) else "file-damaged"
        raise PublishError((problem(code),)) from None


def _old_book(data: bytes) -> Any:
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


def _old_rows(book: Any, place: int) -> Iterator[tuple[int, Sequence[object]]]:
    sheet = book.get_sheet(place)
    try:
        for row in range(sheet.nrows):
            cells = sheet.row(row)
            yield row + 1, tuple(_old_value(cell, book.datemode) for cell in cells)
    finally:
        book.unload_sheet(place)


def _old_value(cell: Any, datemode: int) -> object:
    """The value of an .xls cell as openpyxl would give it."""
    import xlrd

    if cell.ctype in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}:
        return None
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            moment = xlrd.xldate_as_datetime(cell.value, datemode)
        except (ValueError, OverflowError):
            return cell.value
        return moment.time() if 0 < cell.value < 1 else moment
    return cell.value
