"""Workbooks written as text: Markdown tables, and CSV whose first column names the sheet."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from forms.publish_problems import PublishError, problem
from forms.publish_tables import (
    COLUMN_LIMIT,
    LAST_ROW,
    ROW_LIMIT,
    Table,
    check_sheet_count,
    table_of,
    too_wide,
)

_PIPE = re.compile(r"(?<!\\)\|")
_SNIFFED = 4000
_RULE = re.compile(r"^[\s:|-]*-[\s:|-]*$")


def markdown_tables(data: bytes) -> dict[str, Table]:
    """Tables of a Markdown text: a filled first cell names the sheet, as pyxform has it.

    Raises:
        PublishError: not UTF-8, a sheet twice, too many rows or columns.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PublishError((problem("file-encoding"),)) from None
    tables: dict[str, Table] = {}
    table: Table | None = None
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped.startswith("|") or _RULE.match(stripped):
            continue
        if stripped.count("|") > COLUMN_LIMIT + 3:
            raise PublishError((too_wide(_last(tables), stripped.count("|") - 2),))
        first, *cells = (
            cell.strip().replace("\\|", "|")
            for cell in _PIPE.split(stripped.removeprefix("|").removesuffix("|"))
        )
        if first:
            table = _opened(tables, first)
        if table is not None and any(cells):
            table.append((len(table) + 1, cells))
            if len(table) > ROW_LIMIT:
                raise PublishError((problem("too-many-rows", _last(tables), limit=ROW_LIMIT),))
    return tables


def csv_tables(data: bytes) -> dict[str, Table]:
    """Tables of a CSV file in pyxform's layout: a filled first cell names the sheet.

    Rows are counted over the whole file, as a spreadsheet program shows them.

    Raises:
        PublishError: an unknown encoding, unmatched quotes, a sheet twice, too many rows or
            columns.
    """
    text = _decoded(data)
    rows: dict[str, list[tuple[int, Sequence[str]]]] = {}
    sheet: list[tuple[int, Sequence[str]]] | None = None
    for number, record in _records(text, _delimiter(text)):
        first, *cells = record or [""]
        if first.strip():
            sheet = _opened(rows, first.strip())
            check_sheet_count(len(rows))
        if sheet is not None and any(cell.strip() for cell in cells):
            sheet.append((number, cells))
    return {name: table_of(name, table) for name, table in rows.items()}


def plain_csv_table(data: bytes) -> Table:
    """The one table of an ordinary CSV file, as a spreadsheet program or another system saves it.

    Raises:
        PublishError: an unknown encoding, unmatched quotes, too many rows or columns.
    """
    text = _decoded(data)
    head = text[:_SNIFFED]
    delimiter = max((",", "\t", ";"), key=head.count)
    return table_of("", _records(text, delimiter))


def _decoded(data: bytes) -> str:
    """UTF-8 as most programs write it, else what a Chinese Excel writes as CSV or Unicode text."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise PublishError((problem("file-encoding-csv"),))


def _delimiter(text: str) -> str:
    """What most lines begin with: the empty cell below the name of a sheet ends with it."""
    counts = {sign: len(re.findall(rf"^{sign}", text, re.MULTILINE)) for sign in (",", "\t", ";")}
    return max(counts, key=lambda sign: counts[sign])


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            if number > LAST_ROW:
                raise PublishError((problem("too-many-rows", limit=ROW_LIMIT),))
            yield number, record
    except csv.Error:
        raise PublishError((problem("file-csv", "", number + 1),)) from None


def _opened(tables: dict[str, Table], name: str) -> Table:
    first = next((known for known in tables if known.lower() == name.lower()), None)
    if first is not None:
        raise PublishError((problem("sheet-twice", name, name=name, first=first),))
    table = tables[name] = []
    return table


def _last(tables: dict[str, Table]) -> str:
    return next(reversed(tables), "")
