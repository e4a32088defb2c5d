"""A laboratory's lines from a file: read by their headings, every fault named by row and column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from app.services import judging, test_reports
from app.services.errors import Refused
from db.duty_rows import TestItem
from forms.publish_tables import FILE_LIMIT, Table
from forms.publish_text import plain_csv_table
from forms.publish_workbook import load, suffix_of, tables_of
from forms.rules.judgement import FULL, ROUNDED, problem

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("检验项目", "项目", "项目名称", "item"),
    "standard": ("标准条款", "条款", "检验依据", "clause"),
    "lower": ("下限", "标准下限", "lowerlimit", "lower"),
    "upper": ("上限", "标准上限", "upperlimit", "upper"),
    "required": ("标准要求", "要求", "技术要求", "orinwords", "requirement"),
    "unit": ("单位", "计量单位", "unit"),
    "measured": ("实测值", "检验结果", "实测结果", "measured"),
    "method": ("比较方法", "判定方法", "comparedby", "method"),
}
"""The headings a column may have, by the field of a line; the first is the template's."""
_METHODS = {
    "": ROUNDED,
    "修约值比较法": ROUNDED,
    "修约值": ROUNDED,
    "rounded": ROUNDED,
    "全数值比较法": FULL,
    "全数值": FULL,
    "full": FULL,
}
_DECIMALS = re.compile(r"0(\.(?P<places>0{1,9}))?(_|$)")
_FORMATTED = 2000
"""Rows in which formats of numbers are looked at; a report has far fewer."""
_SEARCHED = 20
"""Rows at the top of a sheet among which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell, by row and heading as the spreadsheet has them.

    ``code``: item-unnamed, limit, limits-cross, method, too-long.
    """

    sheet: str
    row: int
    heading: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The lines of a file with their judgement, and its faults; with faults nothing is taken."""

    file: str
    lines: tuple[judging.Judged, ...]
    faults: tuple[Fault, ...]


def preview(source: Path, report_id: str) -> Taken:
    """Read an .xlsx or .csv and judge its lines, changing nothing.

    Raises:
        Refused: ``report-columns-unknown``, ``report-too-long``.
        forms.publish_problems.PublishError: the file is too large, damaged, locked, no table.
    """
    for sheet, table in _tables(source).items():
        top = _head(table)
        if top is not None:
            return _read(source.name, sheet, table, top, report_id)
    raise Refused("report-columns-unknown", file=source.name)


def write_template(path: Path) -> None:
    """Write a workbook with the headings, two lines as an example, and every cell as text.

    Raises:
        OSError: the place cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    page = book.active
    page.title = "检验项目"
    page.append([names[0] for names in HEADINGS.values()])
    page.append(["小零件", "GB 6675.2 4.4", "", "", "不得有小零件", "", "符合", ""])
    page.append(["可迁移元素铅", "GB 6675.4", "", "90", "", "mg/kg", "12.4", "修约值比较法"])
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"
    for letter in "ABCDEFGH":
        page.column_dimensions[letter].width = 18
        for row in range(1, test_reports.MOST_ITEMS + 2):
            page[f"{letter}{row}"].number_format = "@"  # text: 0.10 keeps its last digit
    book.save(path)


def _tables(source: Path) -> Mapping[str, Table]:
    data = load(source)
    suffix = suffix_of(data, source.name)
    if suffix == ".csv" and len(data) <= FILE_LIMIT:
        return {"": plain_csv_table(data)}
    tables = tables_of(data, source.name)  # it bounds what is unpacked, so openpyxl may look after
    return _as_shown(data, tables) if suffix == ".xlsx" else tables


def _as_shown(data: bytes, tables: Mapping[str, Table]) -> Mapping[str, Table]:
    """The tables with amounts as the spreadsheet shows them: 0.1 formatted 0.00 reads 0.10."""
    import io

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    found: dict[str, Table] = {}
    for name, table in tables.items():
        page = book[name] if name in book.sheetnames else None
        shown: dict[tuple[int, int], str] = {}
        for row in page.iter_rows(max_row=_FORMATTED) if page is not None else ():
            for cell in row:
                match = _DECIMALS.match(str(getattr(cell, "number_format", "")))
                if match and isinstance(cell.value, int | float):
                    places = len(match["places"] or "")
                    shown[(cell.row, cell.column)] = f"{Decimal(str(cell.value)):.{places}f}"
        found[name] = [
            (row, [shown.get((row, at), text) for at, text in enumerate(cells, start=1)])
            for row, cells in table
        ]
    return found


def _head(table: Table) -> int | None:
    for at, (_row, cells) in enumerate(table[:_SEARCHED]):
        if {"name", "measured"} <= set(_places(cells).values()):
            return at
    return None


def _places(cells: Sequence[str]) -> dict[int, str]:
    places: dict[int, str] = {}
    for at, text in enumerate(cells):
        plain = "".join(text.split()).casefold()
        column = next((key for key, names in HEADINGS.items() if plain in names), "")
        if column and column not in places.values():
            places[at] = column
    return places


def _read(file: str, sheet: str, table: Table, top: int, report_id: str) -> Taken:
    places = _places(table[top][1])
    headings = {column: table[top][1][at] for at, column in places.items()}
    items: list[TestItem] = []
    faults: list[Fault] = []
    for number, cells in table[top + 1 :]:
        texts = {
            column: " ".join(cells[at].split())
            for at, column in places.items()
            if at < len(cells) and cells[at].strip()
        }
        if not texts:
            continue
        item, wrong = _item(texts, report_id)
        items.append(item)
        faults += [
            Fault(sheet, number, headings.get(column, column), code, texts.get(column, "")[:40])
            for column, code in wrong
        ]
    if len(items) > test_reports.MOST_ITEMS:
        raise Refused("report-too-long", count=len(items), most=test_reports.MOST_ITEMS)
    return Taken(file, judging.judged(items), tuple(faults))


def _item(texts: Mapping[str, str], report_id: str) -> tuple[TestItem, list[tuple[str, str]]]:
    """A line and what is wrong with its cells."""
    wrong: list[tuple[str, str]] = []
    known = {column: text for column, text in texts.items() if column != "method"}
    for column, text in known.items():
        if len(text) > test_reports.LONGEST:
            wrong.append((column, "too-long"))
    if not known.get("name"):
        wrong.append(("name", "item-unnamed"))
    method = _METHODS.get(texts.get("method", "").casefold())
    if method is None:
        wrong.append(("method", "method"))
    item = replace(test_reports.blank(report_id), **known)  # type: ignore[arg-type]  # texts only
    item = replace(item, method=method or ROUNDED)
    bad = problem(judging.requirement_of(item))
    if bad:
        wrong.append(("upper", "limits-cross") if bad == "order" else (bad, "limit"))
    return item, wrong
