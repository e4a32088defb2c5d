"""A workbook as sheets of text cells, read from a spreadsheet, CSV or Markdown, never trusting it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from forms.publish_problems import Problem, PublishError, problem
from forms.publish_spreadsheet import OLD_SIGNATURE, spreadsheet_tables
from forms.publish_tables import CELL_LIMIT, FILE_LIMIT, MEGABYTE, Table
from forms.publish_text import csv_tables, markdown_tables

_READERS: Mapping[str, Callable[[bytes], dict[str, Table]]] = {
    ".md": markdown_tables,
    ".csv": csv_tables,
    ".xlsx": spreadsheet_tables,
    ".xlsm": spreadsheet_tables,
    ".xls": spreadsheet_tables,
}
_TEXTS = (".csv", ".md")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as the spreadsheet shows it and its cells by heading."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its headings in order and the rows that hold anything.

    ``strays`` are rows and columns of cells no heading stands above; ``top`` is the row of the
    headings, ``columns`` their places from 1.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    strays: tuple[tuple[int, int], ...] = ()
    top: int = 1
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: sheets by name, and the bytes it was read from."""

    sheets: Mapping[str, Sheet]
    source: bytes
    suffix: str


def read(source: Path | bytes, name: str = "") -> Book:
    """Read a workbook from a file or from bytes; ``name`` tells the kind of bytes by its suffix.

    Raises:
        PublishError: too large, of an unknown kind, damaged, or with too many rows or columns.
    """
    data = load(source) if isinstance(source, Path) else source
    label = name or (source.name if isinstance(source, Path) else "")
    tables = tables_of(data, label)
    suffix = suffix_of(data, label)
    try:
        sheets = {name: _sheet(name, table) for name, table in tables.items()}
    except PublishError as error:
        told = (
            replace(one, own_sheet=one.sheet, cell=cell_name(one.at, one.row, suffix))
            for one in error.problems
        )
        raise PublishError(tuple(told)) from None
    return Book(sheets, data, suffix)


def cell_name(column: int, row: int, suffix: str) -> str:
    """A cell as spreadsheets name it, "" where there is none.

    In a CSV file one column stands before those of the sheet; Markdown has no cells.
    """
    place, letters = column + (suffix == ".csv"), ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}" if column and row and suffix != ".md" else ""


def tables_of(data: bytes, name: str = "") -> dict[str, Table]:
    """The sheets of a workbook as rows of texts, headings first.

    Raises:
        PublishError: as ``read``.
    """
    if len(data) > FILE_LIMIT:
        raise PublishError((_too_large(len(data)),))
    suffix = suffix_of(data, name)
    if suffix not in _READERS:
        raise PublishError((problem("file-kind", kind=suffix),))
    return _READERS[suffix](data)


def suffix_of(data: bytes, name: str = "") -> str:
    """The kind of a workbook by its name, or by its first bytes when these tell another tale."""
    suffix = Path(name).suffix.lower()
    if suffix and not (suffix in _TEXTS and data.startswith((b"PK\x03\x04", OLD_SIGNATURE))):
        return suffix
    if data.startswith(b"PK\x03\x04"):
        return ".xlsx"
    return ".xls" if data.startswith(OLD_SIGNATURE) else ".md"


def load(path: Path) -> bytes:
    """The bytes of a workbook file; one that is too large, a pipe or a device is not read.

    Raises:
        PublishError: too large, missing, or not to be read.
    """
    try:
        if path.exists() and not path.is_file():  # it may never end, or never begin
            raise PublishError((problem("file-unreadable", file=path),))
        size = path.stat().st_size
        if size > FILE_LIMIT:
            raise PublishError((_too_large(size),))
        with path.open("rb") as file:
            return file.read(FILE_LIMIT + 1)  # it may have grown since; ``tables_of`` looks again
    except FileNotFoundError:
        raise PublishError((problem("file-missing", file=path),)) from None
    except OSError:
        raise PublishError((problem("file-unreadable", file=path),)) from None


def _too_large(size: int) -> Problem:
    return problem("file-too-large", size=-(-size // MEGABYTE), limit=FILE_LIMIT // MEGABYTE)


def _sheet(name: str, table: Table) -> Sheet:
    if not table:
        return Sheet(name, (), ())
    top, headings = table[0][0], tuple(table[0][1])
    rows, strays = [], []
    _check_cells(name, table)
    for number, texts in table[1:]:
        cells: dict[str, str] = {}
        for place, text in enumerate(texts, start=1):
            if not text:
                continue
            heading = headings[place - 1] if place <= len(headings) else ""
            if heading:
                cells[heading] = text
            else:
                strays.append((number, place))
        rows.append(Row(number, cells))
    named = {place: heading for place, heading in enumerate(headings, start=1) if heading}
    for place, heading in named.items():
        if list(named.values()).index(heading) < list(named).index(place):
            raise PublishError(
                (problem("heading-twice", name, top, heading, at=place, name=heading),)
            )
    return Sheet(name, tuple(named.values()), tuple(rows), tuple(strays), top, tuple(named))


def _check_cells(name: str, table: Table) -> None:
    wrong = [
        problem(found[0], name, number, at=place, facts=found[1])
        for number, texts in table
        for place, text in enumerate(texts, start=1)
        if (found := _unfit(text))
    ]
    if wrong:
        raise PublishError(tuple(wrong))


_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FAILED = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")


def _unfit(text: str) -> tuple[str, dict[str, object]] | None:
    """Why a cell can be no part of a form: the code of the problem and its facts."""
    if len(text) > CELL_LIMIT:
        return "cell-too-long", {"count": len(text), "limit": CELL_LIMIT}
    if found := _NO_CHARACTER.search(text):
        return "cell-characters", {"code": f"U+{ord(found[0]):04X}", "position": found.start() + 1}
    if _FAILED.fullmatch(text):
        return "cell-failed", {"text": text}
    return None
