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
    hidden-rows, hidden-columns (all three were read all the same). ``rows`` are those it met,
    ``headings`` the columns.
    """

    code: str
    sheet: str
    count: int
    rows: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()


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
        table, given = _spread(laid, top)
        found = _rows(sheet, table, top.places, heads)
        rows += found
        notes += _notes(sheet, laid, top, given, found)
    if not headings:
        raise Refused(heads.refused, file=source.name)
    return Listing(source.name, tuple(rows), headings, tuple(ignored), tuple(notes))


def _sheets(source: Path) -> Mapping[str, Laid]:
    data = load(source)
    if suffix_of(data, source.name) == ".csv" and len(data) <= FILE_LIMIT:
        return {"": Laid(plain_csv_table(data))}
    return laid_out(data, source.name)


def _spread(laid: Laid, top: Top) -> tuple[Table, list[int]]:
    """The rows below the headings, a merged value in each row it covers, and the rows given one.

    The value stays in its first column: what is merged across is mostly a line over the whole list.
    """
    rows = {number: list(texts) for number, texts in laid.table[top.below :]}
    given: list[int] = []
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
                given += [number] if area.column in top.places else []
    return list(rows.items()), given


def _notes(
    sheet: str, laid: Laid, top: Top, given: Sequence[int], found: Sequence[Read]
) -> list[Note]:
    rows = [one.place.row for one in found]
    unseen = tuple(row for row in rows if row in laid.hidden_rows)
    columns = tuple(top.texts[at] for at in sorted(top.places) if at in laid.hidden_columns)
    notes = [Note("merged", sheet, len(given), tuple(sorted({*given})))]
    if laid.hidden:
        notes.append(Note("hidden-sheet", sheet, len(rows)))
    else:
        notes.append(Note("hidden-rows", sheet, len(unseen), unseen))
        notes.append(Note("hidden-columns", sheet, len(columns), headings=columns))
    return [one for one in notes if one.count]


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
