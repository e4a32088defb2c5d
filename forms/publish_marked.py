"""What is wrong with a workbook, written back into a copy of it: red cells with a comment each.

The copy is an .xlsx whatever the workbook is; the workbook itself is never changed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from forms.publish_change import open_for_change
from forms.publish_headings import column_meant, sheet_meant
from forms.publish_marks import clear, front_sheet, mark, write_text
from forms.publish_problems import Problem, PublishError
from forms.publish_tables import CELL_LIMIT, Table
from forms.publish_workbook import load, suffix_of, tables_of


@dataclass(frozen=True, slots=True)
class _Copy:
    """The copy in the making: its sheets by what they mean, and how far rows moved up."""

    book: Any
    tables: Mapping[str, Table]
    moved: Mapping[str, int]


def marked(
    source: Path | bytes, problems: Sequence[Problem], name: str = "", *, language: str = "zh"
) -> bytes:
    """A copy of a workbook as .xlsx with every problem in it, in Chinese (``zh``) or English.

    Each wrong cell is red and has the sentence in a comment; a sheet in front (错误, Errors) lists
    every problem with sheet, row, column and sentence, those without a cell too. Marks of an
    earlier copy are taken away first. A workbook that cannot be read, or is too large to be
    changed safely, gives the sheet in front and what could be read.
    """
    copy = _copied(source, name)
    places = [list(_places(copy, one)) for one in problems]
    told: dict[tuple[str, int, int], list[str]] = {}
    for one, cells in zip(problems, places, strict=True):
        for place in cells:
            told.setdefault(place, []).append(one.sentence(language))
    for (title, row, column), sentences in told.items():
        mark(copy.book[title], row, column, "\n".join(dict.fromkeys(sentences)))
    rows = [
        (_where(copy, one, cells), one.sentence(language))
        for one, cells in zip(problems, places, strict=True)
    ]
    front_sheet(copy.book, rows, language)
    buffer = BytesIO()
    copy.book.save(buffer)
    return buffer.getvalue()


def as_spreadsheet(data: bytes, name: str) -> bytes:
    """A sound workbook as .xlsx, with the same texts; one that is .xlsx already is not touched."""
    if suffix_of(data, name) == ".xlsx":
        return data
    buffer = BytesIO()
    _copied(data, name).book.save(buffer)
    return buffer.getvalue()


def _copied(source: Path | bytes, name: str) -> _Copy:
    try:
        data = load(source) if isinstance(source, Path) else source
        tables = tables_of(data, name or (source.name if isinstance(source, Path) else ""))
    except PublishError:
        data, tables = b"", {}
    book = open_for_change(data)
    if book is not None:
        clear(book)
        return _Copy(book, tables, {})
    moved = {title: table[0][0] - 1 for title, table in tables.items() if table}
    return _Copy(_written(tables, moved), tables, moved)


def _written(tables: Mapping[str, Table], moved: Mapping[str, int]) -> Any:
    """A new workbook with the same texts; headings come to stand in the first row."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in tables.items():
        sheet = book.create_sheet(_title(name))
        for number, texts in table:
            for column, text in enumerate(texts, start=1):
                if text:
                    write_text(sheet.cell(number - moved[name], column), text[:32_000])
        sheet.freeze_panes = "A2"
    return book


def _title(name: str) -> str:
    """A name a sheet may have; openpyxl makes it a different one when it is there already."""
    return re.sub(r"[\\/*?:\[\]\x00-\x1f']", " ", name)[:31].strip() or "-"


# ── places ──────────────────────────────────────────────────────────────────────────────────────


def _places(copy: _Copy, one: Problem) -> Iterator[tuple[str, int, int]]:
    """The cells of the copy a problem stands in: title, row, column; none when it has no cell."""
    name = _sheet_name(copy, one)
    table = copy.tables.get(name, [])
    title = _title_in(copy, name)
    if not table or not title or not one.row:
        return
    row = max(one.row - copy.moved.get(name, 0), 1)
    for column in _columns(table, one):
        yield title, row, column


def _sheet_name(copy: _Copy, one: Problem) -> str:
    """The workbook's own name of the sheet, "" when it has none like it."""
    if not one.sheet:
        return ""
    meant = sheet_meant(one.sheet)
    return next((name for name in copy.tables if sheet_meant(name) == meant), "")


def _title_in(copy: _Copy, name: str) -> str:
    titles: list[str] = copy.book.sheetnames
    if name in titles:
        return name
    order = list(copy.tables)
    return titles[order.index(name)] if name in order and len(titles) == len(order) else ""


def _columns(table: Table, one: Problem) -> Iterable[int]:
    """The columns, from 1, whose cells in the problem's row are wrong."""
    sheet = sheet_meant(one.sheet)
    headings = table[0][1]
    texts = next((cells for number, cells in table if number == one.row), ())
    if one.code == "cell-without-heading":
        known = {place for place, heading in enumerate(headings, start=1) if heading}
        return [place for place, text in enumerate(texts, start=1) if text and place not in known]
    if one.code == "cell-too-long":
        return [place for place, text in enumerate(texts, start=1) if len(text) > CELL_LIMIT]
    meant = column_meant(sheet, one.column)
    return [
        place
        for place, heading in enumerate(headings, start=1)
        if one.column and heading and column_meant(sheet, heading) == meant
    ]


def _where(
    copy: _Copy, one: Problem, cells: Sequence[tuple[str, int, int]]
) -> tuple[str, int, str, int]:
    """Sheet, row and column as the copy has them, and the column to jump to (0: nowhere)."""
    if cells:
        title, row, column = cells[0]
        return title, row, one.own_column or one.column, column
    name = _sheet_name(copy, one)
    title = _title_in(copy, name) if name else ""
    row = max(one.row - copy.moved.get(name, 0), 0)
    return title or one.sheet, row, one.own_column or one.column, 1 if title else 0
