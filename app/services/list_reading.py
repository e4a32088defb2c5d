"""A bureau's list as rows by column, wherever its headings stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.services.errors import Refused
from app.services.list_cells import Heads, plain
from app.services.list_heads import Top, top_of
from forms.publish_laid import Laid, laid_out
from forms.publish_tables import FILE_LIMIT, Table
from forms.publish_text import plain_csv_table
from forms.publish_workbook import load, suffix_of

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
class Note:
    """What was done with a sheet that nobody sees at a glance, and how many cells or rows it met.

    ``code`` is one of merged (values of merged cells given to every row they cover), hidden-sheet,
    hidden-rows (both were read all the same).
    """

    code: str
    sheet: str
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows of a file; ``headings`` say what a column is called there, ``ignored`` the rest."""

    file: str
    rows: tuple[Read, ...]
    headings: Mapping[str, str]
    ignored: tuple[str, ...]
    notes: tuple[Note, ...] = ()


def read(source: Path, heads: Heads) -> Listing:
    """Read an .xlsx, .xls or .csv; every sheet that has the headings of such a list counts.

    Raises:
        Refused: the code of ``heads``: no row has the headings of such a list.
        forms.publish_problems.PublishError: the file is too large, damaged, locked, no table.
    """
    rows: list[Read] = []
    headings: dict[str, str] = {}
    ignored: dict[str, None] = {}
    notes: list[Note] = []
    for sheet, laid in _sheets(source).items():
        top = top_of(laid, heads)
        if top is None:
            continue
        headings = {column: top.texts[at] for at, column in top.places.items()} | headings
        ignored |= dict.fromkeys(top.strangers)
        table, merged = _spread(laid, top)
        found = _rows(sheet, table, top.places, heads)
        rows += found
        notes += _notes(sheet, laid, merged, found)
    if not headings:
        raise Refused(heads.refused, file=source.name)
    return Listing(source.name, tuple(rows), headings, tuple(ignored), tuple(notes))


def _sheets(source: Path) -> Mapping[str, Laid]:
    data = load(source)
    if suffix_of(data, source.name) == ".csv" and len(data) <= FILE_LIMIT:
        return {"": Laid(plain_csv_table(data))}
    return laid_out(data, source.name)


def _spread(laid: Laid, top: Top) -> tuple[Table, int]:
    """The rows below the headings, a merged value in each row it covers, and how many were given.

    The value stays in its first column: what is merged across is mostly a line over the whole list.
    """
    rows = {number: list(texts) for number, texts in laid.table[top.below :]}
    given = 0
    for area in laid.areas:
        upper = rows.get(area.row, [])
        text = upper[area.column] if area.column < len(upper) else ""
        for number in range(area.row + 1, area.last_row + 1) if text else ():
            row = rows.get(number)
            if row is None:
                continue
            row += [""] * (area.column + 1 - len(row))
            if not row[area.column]:
                row[area.column] = text
                given += area.column in top.places
    return list(rows.items()), given


def _notes(sheet: str, laid: Laid, merged: int, found: Sequence[Read]) -> list[Note]:
    unseen = sum(one.place.row in laid.hidden_rows for one in found)
    told = {"merged": merged, "hidden-rows": unseen}
    if laid.hidden:
        told = {"merged": merged, "hidden-sheet": len(found)}
    return [Note(code, sheet, count) for code, count in told.items() if count]


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
