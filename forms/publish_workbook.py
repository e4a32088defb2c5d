"""A workbook as sheets of text cells, read from a spreadsheet, CSV or Markdown, never trusting it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as the spreadsheet shows it and its cells by heading."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its headings in order and the rows that hold anything.

    ``strays`` are the numbers of rows with a cell no heading stands above; ``top`` is the row of
    the headings.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    strays: tuple[int, ...] = ()
    top: int = 1


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
    sheets = {name: _sheet(name, table) for name, table in tables.items()}
    return Book(sheets, data, suffix_of(data, label))


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
    """The kind of a workbook by its name, or by its first bytes when it has none."""
    if suffix := Path(name).suffix.lower():
        return suffix
    if data.startswith(b"PK\x03\x04"):
        return ".xlsx"
    return ".xls" if data.startswith(OLD_SIGNATURE) else ".md"


def load(path: Path) -> bytes:
    """The bytes of a workbook file; one that is too large is not read.

    Raises:
        PublishError: too large, missing, or not to be read.
    """
    try:
        size = path.stat().st_size
        if size > FILE_LIMIT:
            raise PublishError((_too_large(size),))
        return path.read_bytes()
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
    for number, texts in table[1:]:
        cells: dict[str, str] = {}
        for column, text in enumerate(texts):
            if not text:
                continue
            if len(text) > CELL_LIMIT:
                raise PublishError(
                    (problem("cell-too-long", name, number, count=len(text), limit=CELL_LIMIT),)
                )
            heading = headings[column] if column < len(headings) else ""
            if heading:
                cells[heading] = text
            else:
                strays.append(number)
        rows.append(Row(number, cells))
    named = [heading for heading in headings if heading]
    for heading in named:
        if named.count(heading) > 1:
            raise PublishError((problem("heading-twice", name, top, heading, name=heading),))
    return Sheet(name, tuple(named), tuple(rows), tuple(dict.fromkeys(strays)), top)
