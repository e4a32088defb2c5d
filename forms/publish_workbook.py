"""A workbook as sheets of text cells, read from Markdown tables or .xlsx, never trusting it."""

import datetime as dt
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forms.publish_problems import Problem, PublishError, problem

MEGABYTE = 1024 * 1024
FILE_LIMIT = 16 * MEGABYTE
UNPACKED_LIMIT = 128 * MEGABYTE
SHEET_LIMIT = 40
COLUMN_LIMIT = 200
ROW_LIMIT = 20_000
CELL_LIMIT = 10_000
_LAST_ROW = 1_048_576  # of any spreadsheet; a row may claim to stand further down

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^[\s:|-]*-[\s:|-]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as the spreadsheet shows it (headings stand in row 1) and its cells."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its headings in order and the rows that hold anything.

    ``strays`` are the numbers of rows with a cell no heading stands above.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    strays: tuple[int, ...] = ()


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
    data = _load(source) if isinstance(source, Path) else source
    if len(data) > FILE_LIMIT:
        raise PublishError((_too_large(len(data)),))
    label = name or (source.name if isinstance(source, Path) else "")
    suffix = Path(label).suffix.lower() or (".xlsx" if data[:4] == b"PK\x03\x04" else ".md")
    if suffix == ".md":
        tables = _markdown(data)
    elif suffix in {".xlsx", ".xlsm"}:
        tables = _spreadsheet(data)
    else:
        raise PublishError((problem("file-kind", kind=suffix),))
    return Book(_sheets(tables), data, suffix)


def _load(path: Path) -> bytes:
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


def _markdown(data: bytes) -> dict[str, list[tuple[int, Sequence[str]]]]:
    """Tables of a Markdown text: a filled first cell names the sheet, as pyxform has it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PublishError((problem("file-encoding"),)) from None
    tables: dict[str, list[tuple[int, Sequence[str]]]] = {}
    table: list[tuple[int, Sequence[str]]] | None = None
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped.startswith("|") or _RULE.match(stripped):
            continue
        if stripped.count("|") > COLUMN_LIMIT + 3:
            raise PublishError((_too_wide(_last(tables), stripped.count("|") - 2),))
        first, *cells = (
            cell.strip().replace("\\|", "|")
            for cell in _PIPE.split(stripped.removeprefix("|").removesuffix("|"))
        )
        if first:
            if first.lower() in (name.lower() for name in tables):
                raise PublishError((problem("sheet-twice", first, name=first),))
            table = tables[first] = []
        if table is not None and any(cells):
            table.append((len(table) + 1, cells))
            if len(table) > ROW_LIMIT:
                raise PublishError((problem("too-many-rows", _last(tables), limit=ROW_LIMIT),))
    return tables


def _last(tables: dict[str, list[tuple[int, Sequence[str]]]]) -> str:
    return next(reversed(tables), "")


def _too_wide(sheet: str, count: int, row: int = 1) -> Problem:
    return problem("too-many-columns", sheet, row, count=count, limit=COLUMN_LIMIT)


def _spreadsheet(data: bytes) -> dict[str, list[tuple[int, Sequence[str]]]]:
    """Tables of an .xlsx; the packed sizes are looked at before anything is unpacked."""
    import zipfile
    from io import BytesIO

    import openpyxl

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise PublishError((problem("file-damaged"),)) from None
    if unpacked > UNPACKED_LIMIT:
        size, limit = unpacked // MEGABYTE, UNPACKED_LIMIT // MEGABYTE
        raise PublishError((problem("file-bomb", size=size, limit=limit),))
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


def _worksheets(book: Any) -> dict[str, list[tuple[int, Sequence[str]]]]:
    if len(book.sheetnames) > SHEET_LIMIT:
        raise PublishError(
            (problem("too-many-sheets", count=len(book.sheetnames), limit=SHEET_LIMIT),)
        )
    tables: dict[str, list[tuple[int, Sequence[str]]]] = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what the file says about its own size is not believed
        table: list[tuple[int, Sequence[str]]] = []
        cells = sheet.iter_rows(values_only=True)
        for number, values in enumerate(cells, start=1):
            if values.count(None) == len(values) and number <= _LAST_ROW:
                continue
            texts = [_cell_text(value) for value in values]
            while texts and not texts[-1]:
                texts.pop()
            if len(texts) > COLUMN_LIMIT:
                raise PublishError((_too_wide(sheet.title, len(texts), number),))
            if number > ROW_LIMIT:
                raise PublishError((problem("too-many-rows", sheet.title, limit=ROW_LIMIT),))
            if texts:
                table.append((number, texts))
        tables[sheet.title] = table
    return tables


def _cell_text(value: object) -> str:
    """A cell as a form writer reads it: whole numbers without a point, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).replace("\xa0", " ").strip()


def _sheets(tables: Mapping[str, Iterable[tuple[int, Sequence[str]]]]) -> dict[str, Sheet]:
    return {name: _sheet(name, list(table)) for name, table in tables.items()}


def _sheet(name: str, table: Sequence[tuple[int, Sequence[str]]]) -> Sheet:
    if not table:
        return Sheet(name, (), ())
    headings = tuple(table[0][1])
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
            raise PublishError((problem("heading-twice", name, 1, heading, name=heading),))
    return Sheet(name, tuple(named), tuple(rows), tuple(dict.fromkeys(strays)))
