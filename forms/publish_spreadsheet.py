"""Workbooks written by spreadsheet programs, .xlsx and .xls, read without trusting a byte."""

import warnings
from io import BytesIO
from typing import Any

from forms.publish_old_excel import old_sheets
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


def spreadsheet_tables(data: bytes) -> dict[str, Table]:
    """Tables of an .xlsx or an .xls; the bytes tell which, whatever the name says.

    Raises:
        PublishError: damaged, with a password, or above the bounds.
    """
    if data.startswith(OLD_SIGNATURE):
        check_not_locked(data)
        return {one.name: one.table for one in old_sheets(data)}
    return _xlsx(data)


def check_not_locked(data: bytes) -> None:
    """Look whether bytes that look as an .xls are any workbook with a password.

    Raises:
        PublishError: they are.
    """
    if _LOCKED in data:
        raise PublishError((problem("file-locked"),))


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
