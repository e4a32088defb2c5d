"""A bureau's list as rows by column, wherever its headings stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.services.errors import Refused
from app.services.list_cells import Heads, plain
from forms.publish_tables import FILE_LIMIT, Table
from forms.publish_text import plain_csv_table
from forms.publish_workbook import load, suffix_of, tables_of

_SEARCHED = 20
"""Rows at the top of a sheet among which the headings are looked for."""
_ENOUGH = 3
_ENDS = ("合计", "总计", "小计", "备注", "说明", "填表", "制表", "审核", "注:", "注：")


@dataclass(frozen=True, slots=True)
class Place:
    """A row as the spreadsheet counts it; ``sheet`` is empty for CSV."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Read:
    """One row of the list: its filled cells by column of the register."""

    place: Place
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows of a file; ``headings`` say what a column is called there, ``ignored`` the rest."""

    file: str
    rows: tuple[Read, ...]
    headings: Mapping[str, str]
    ignored: tuple[str, ...]


def read(source: Path, heads: Heads) -> Listing:
    """Read an .xlsx, .xls or .csv; every sheet that has the headings of such a list counts.

    Raises:
        Refused: the code of ``heads``: no row has the headings of such a list.
        forms.publish_problems.PublishError: the file is too large, damaged, locked, no table.
    """
    rows: list[Read] = []
    headings: dict[str, str] = {}
    ignored: dict[str, None] = {}
    for sheet, table in _tables(source).items():
        top = _head(table, heads)
        if top is None:
            continue
        places = _places(table[top][1], heads)
        headings = {column: table[top][1][at] for at, column in places.items()} | headings
        known = set(places)
        ignored |= {text: None for at, text in enumerate(table[top][1]) if text and at not in known}
        rows += _rows(sheet, table[top + 1 :], places, heads)
    if not headings:
        raise Refused(heads.refused, file=source.name)
    return Listing(source.name, tuple(rows), headings, tuple(ignored))


def _tables(source: Path) -> Mapping[str, Table]:
    data = load(source)
    if suffix_of(data, source.name) == ".csv" and len(data) <= FILE_LIMIT:
        return {"": plain_csv_table(data)}
    return tables_of(data, source.name)


def _head(table: Table, heads: Heads) -> int | None:
    """The row most of whose cells are headings; one of the anchors is among them."""
    found = [
        (len(_places(cells, heads)), -at) for at, (_row, cells) in enumerate(table[:_SEARCHED])
    ]
    most, at = max(found, default=(0, 0))
    if most < _ENOUGH:
        return None
    known = set(_places(table[-at][1], heads).values())
    return -at if known & heads.anchors else None


def _places(cells: Sequence[str], heads: Heads) -> dict[int, str]:
    """The places of the columns; of a heading that stands twice the first counts."""
    places: dict[int, str] = {}
    for at, text in enumerate(cells):
        column = heads.column_of(text)
        if column and column not in places.values():
            places[at] = column
    return places


def _rows(sheet: str, table: Table, places: Mapping[int, str], heads: Heads) -> list[Read]:
    rows = []
    for number, texts in table:
        cells = {
            column: text
            for at, column in places.items()
            if at < len(texts) and (text := plain(texts[at]))
        }
        if cells and not _is_end(texts, cells, heads) and not _is_head(cells, heads):
            rows.append(Read(Place(sheet, number), cells))
    return rows


def _is_end(texts: Sequence[str], cells: Mapping[str, str], heads: Heads) -> bool:
    """Whether a row only sums up or signs the list."""
    first = next((text for text in texts if text.strip()), "")
    return first.replace(" ", "").startswith(_ENDS) and not heads.proof & set(cells)


def _is_head(cells: Mapping[str, str], heads: Heads) -> bool:
    """Whether the headings stand here again, as on every page of a printed list."""
    return all(heads.column_of(text) == column for column, text in cells.items())
