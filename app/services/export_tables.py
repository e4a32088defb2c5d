"""What an export consists of: sheets with fields, known before the first row is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from forms.columns import RECORDS, Column, Table
from forms.typed import well_formed

MOST_DIGITS = 15
"""So many digits a spreadsheet keeps of a number; longer ones stay text."""

FORMULA = tuple("=+-@\t\r＝＋－＠")
"""A cell that begins with one of these may be run by a spreadsheet."""

_PASSED_OVER = "".join(map(chr, range(0x21))) + "\x7f\xa0\u200b\u3000\ufeff"

OF_RECORD = (
    *("record_id", "state", "form_version", "unit", "uscc"),
    *("inspectors", "begun", "finished"),
)
"""What every record has whatever its form asks, in this order."""

OF_ROW = ("row_id", "parent_id", "record_id", "row_number")
"""What every row of a repeat has; ``parent_id`` is the row or record around it."""

OF_COLUMN = ("id", "sheet", "name", "title", "datatype")
"""The sheet that explains the others."""

TAKEN = frozenset({*OF_RECORD, *OF_ROW})


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a sheet.

    ``words_of`` names the field whose choice it puts into words; ``points_at`` is the sheet whose
    first field it holds.
    """

    name: str
    title: str
    datatype: str = "text"
    words_of: str = ""
    points_at: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the export; the first field is its key."""

    name: str
    title: str
    parent: str
    fields: tuple[Field, ...]
    repeats: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()


class Sink(Protocol):
    """Takes the rows of all sheets as they come, parents first; cells are text, "" is empty."""

    def add(self, sheet: Sheet, cells: Sequence[str]) -> None:
        """Write one row."""

    def finish(self) -> None:
        """Write what is left and close."""

    def abandon(self) -> None:
        """Close without finishing; everything written is thrown away."""


@dataclass(frozen=True, slots=True)
class About:
    """What is said of the whole export: the form, when, and that nothing protects the file."""

    form_id: str
    title: str
    versions: str
    exported: str

    def lines(self) -> dict[str, str]:
        """It as names and values."""
        return {
            "form_id": self.form_id,
            "title": self.title,
            "versions": self.versions,
            "exported": self.exported,
            "encrypted": "no",
        }


def sheet_of(table: Table, titles: Mapping[str, str]) -> Sheet:
    """The sheet of a table; ``titles`` are the words for the fields of our own."""
    if table.repeats:
        own = [Field(name, titles.get(name, name)) for name in OF_ROW]
        own[1] = Field("parent_id", own[1].title, points_at=table.parent)
        own[2] = Field("record_id", own[2].title, points_at=RECORDS)
        own[3] = Field("row_number", own[3].title, "integer")
    else:
        own = [Field(name, titles.get(name, name)) for name in OF_RECORD]
    asked: list[Field] = []
    for column in table.columns:
        asked.append(Field(column.name, column.title, column.datatype))
        if column.words:
            asked.append(Field(column.words, column.title, words_of=column.name))
    fields = _told_apart((*own, *asked))
    return Sheet(table.name, table.title, table.parent, fields, table.repeats, table.columns)


def _told_apart(fields: Sequence[Field]) -> tuple[Field, ...]:
    """Titles that differ: a value beside its words, or the second of a name, shows its own name."""
    seen: set[str] = set()
    worded = {field.words_of for field in fields if field.words_of}
    found = []
    for field in fields:
        title = field.title
        if field.name in worded or title.casefold() in seen:
            title = f"{title} ({field.name})"
        seen.add(title.casefold())
        found.append(Field(field.name, title, field.datatype, field.words_of, field.points_at))
    return tuple(found)


def dictionary(sheets: Sequence[Sheet], titles: Mapping[str, str]) -> tuple[Sheet, list[list[str]]]:
    """The sheet that explains every field of the others, and its rows."""
    fields = tuple(Field(name, titles.get(name, name)) for name in OF_COLUMN)
    rows = [
        [f"{sheet.name}.{field.name}", sheet.name, field.name, field.title, field.datatype]
        for sheet in sheets
        for field in sheet.fields
    ]
    return Sheet("columns", titles.get("columns", "columns"), "", fields), rows


def may_run(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula, also behind blanks it passes over."""
    return text.lstrip(_PASSED_OVER).startswith(FORMULA) or text.startswith(FORMULA)


def number(text: str, datatype: str) -> int | float | None:
    """A well-formed answer of a number question as a number; None for everything else."""
    if not text or datatype not in {"integer", "decimal"} or not well_formed(text, datatype):
        return None
    exact = Decimal(text)
    if len(exact.as_tuple().digits) > MOST_DIGITS:
        return None
    return int(exact) if datatype == "integer" else float(exact)
