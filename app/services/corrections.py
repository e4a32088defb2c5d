"""The bureau's own tables: a newly published calendar, periods, articles of law, from a CSV file.

Each fits in over what is bundled, row by row by its key, in ``<store>/corrections``; articles of
law go into the store itself, where they can be corrected one by one as well.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.services import clocks, findings, follow_ups, laws
from app.services.changes import Result, touched
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.errors import translated
from db.rows import Document, Finding
from db.store import follow_ups as kept_follow_ups
from db.store import nouns
from forms.rules.calendar import import_year
from resources import data, schema, tables
from resources.tables import TableError

FOLDER = "corrections"
CALENDAR = schema.DAYS.file
TAKEN = {
    table.file: table for table in (schema.DAYS, schema.CLOCKS, schema.LAWS, schema.DISCRETION)
}
"""The tables a bureau may import, by file name."""
_SEARCHED = 60
"""Days after a finding was made among which the start of its count is looked for."""


@dataclass(frozen=True, slots=True)
class Year:
    """A published year: days off besides weekends, weekends worked, whether we imported it."""

    year: int
    days_off: int
    worked: int
    own: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the table, its rows, the years it completed, deadlines counted again.

    ``recounted`` deadlines were provisional and are not any more; ``moved`` are those of them that
    got another day.
    """

    table: str
    rows: int
    years: tuple[int, ...]
    recounted: int
    moved: int


def years(reader: Reader) -> tuple[Year, ...]:
    """The published years, the latest first."""
    known = clocks.calendar(reader)
    own = _own_years(reader)
    found = []
    for year in sorted(known.years, reverse=True):
        days = [day for day in known.days.values() if day.day.year == year]
        off = sum(day.kind == "holiday" for day in days)
        found.append(Year(year, off, len(days) - off, year in own))
    return tuple(found)


def _own_years(reader: Reader) -> frozenset[int]:
    folder = clocks.corrections(reader)
    if folder is None or not (folder / CALENDAR).exists():
        return frozenset()
    return frozenset(
        int(row.text("date")[:4]) for row in tables.read(schema.DAYS, folder / CALENDAR)
    )


def take(store: Store, act: Acting, source: Path) -> Result[Imported]:
    """Take a table over; which one it is, its head row says. All or nothing.

    A calendar makes the deadlines that were provisional count again.

    Raises:
        Refused: ``table-unknown``, or ``table-wrong`` with every ``RowProblem`` of the file.
        MachineError: ``disk-full``, ``read-only``: nothing was changed.
    """
    name = _table_of(source)
    try:
        if name == CALENDAR:
            return _take_calendar(store, act, source)
        if name == schema.CLOCKS.file:
            return _take_clocks(store, source)
        if name == schema.DISCRETION.file:
            return _take_discretion(store, source)
        return _take_laws(store, act, source)
    except TableError as error:
        raise Refused("table-wrong", file=source.name, problems=error.problems) from error
    except OSError as error:
        raise translated(error, file=source.name) or error from error


def _table_of(source: Path) -> str:
    """The table whose columns the file has most of.

    Raises:
        Refused: ``table-unknown``: it has half of nobody's; ``table-wrong``: it cannot be read.
    """
    try:
        head = frozenset(tables.head(source))
    except TableError as error:
        raise Refused("table-wrong", file=source.name, problems=error.problems) from error
    share = {
        name: len(head.intersection(table.columns)) / len(table.columns)
        for name, table in TAKEN.items()
    }
    best = max(share, key=lambda name: share[name])
    if share[best] < 0.5:
        raise Refused("table-unknown", file=source.name)
    return best


def _take_calendar(store: Store, act: Acting, source: Path) -> Result[Imported]:
    waiting = _provisional(store)
    starts = {row.id: _start(store, row) for row in waiting}
    due = [row for row in kept_follow_ups.provisional(store) if _reckoned(store, row) == row]
    found = import_year(source, store.folder / FOLDER)
    clocks.forget()
    counted = [_counted_again(store, row, starts[row.id]) for row in waiting]
    kept = [(old, new) for old, new in zip(waiting, counted, strict=True) if old != new]
    duties = _duties_again(store, due)
    with writing(store, act):
        nouns.save(store, *(new for _old, new in kept), *(new for _old, new in duties))
    changes = touched("setting", CALENDAR) | follow_ups.changed(*(new for _old, new in duties))
    for _old, new in kept:
        changes |= findings.changed(new)
    moved = sum(old.due != new.due for old, new in kept)
    moved += sum(old.due != new.due for old, new in duties)
    count = len(tables.read(schema.DAYS, source))
    done = Imported(CALENDAR, count, tuple(sorted(found)), len(kept) + len(duties), moved)
    return Result(done, changes)


def _take_clocks(store: Store, source: Path) -> Result[Imported]:
    count = data.install(schema.CLOCKS.file, source, store.folder / FOLDER)
    clocks.forget()
    return Result(Imported(schema.CLOCKS.file, count, (), 0, 0), touched("setting", "clocks"))


def _take_discretion(store: Store, source: Path) -> Result[Imported]:
    name = schema.DISCRETION.file
    count = data.install(name, source, store.folder / FOLDER)
    return Result(Imported(name, count, (), 0, 0), touched("setting", "discretion"))


def _take_laws(store: Store, act: Acting, source: Path) -> Result[Imported]:
    made = laws.take(store, act, tables.objects(schema.LAWS, source))
    return Result(Imported(schema.LAWS.file, made.value, (), 0, 0), made.changes)


def _provisional(reader: Reader) -> tuple[Finding, ...]:
    where = "WHERE due_provisional AND state IN ('open', 'ordered', 'reported', 'rechecked')"
    return nouns.many(reader, Finding, where)


def _duties_again(reader: Reader, waiting: Sequence[FollowUp]) -> list[tuple[FollowUp, FollowUp]]:
    """Each follow-up with what it is on the calendar as it is now, where that differs."""
    counted = ((row, _reckoned(reader, row)) for row in waiting)
    return [(old, new) for old, new in counted if old != new]


def _reckoned(reader: Reader, row: FollowUp) -> FollowUp:
    """A follow-up as its clock counts it from its start; one that was changed stays as it is.

    What comes out otherwise than it was kept had a length or a day of its own.
    """
    known = clocks.clock(reader, row.clock_id)
    if known is None or kept_follow_ups.changes_of(reader, row.id):
        return replace(row, due_provisional=False)
    again = follow_ups.make(
        reader,
        case_id=row.case_id,
        enterprise_id=row.enterprise_id,
        kind=row.kind,
        start=row.start,
        clock_id=row.clock_id,
    )
    return replace(row, due=again.due, due_provisional=again.due_provisional)


def _start(reader: Reader, row: Finding) -> dt.date:
    """The day a deadline was counted from: the first after the finding that gives the same day."""
    made = row.created.astimezone(CHINA).date()
    if not row.clock_id or clocks.clock(reader, row.clock_id) is None:
        return made
    days = (made + dt.timedelta(days=number) for number in range(_SEARCHED))
    return next((day for day in days if _due(reader, row, day) == row.due), made)


def _due(reader: Reader, row: Finding, start: dt.date) -> dt.date:
    return clocks.explain(reader, row.clock_id, start).due


def _counted_again(reader: Reader, row: Finding, start: dt.date) -> Finding:
    """The finding with its deadline counted on the calendar as it is now.

    A day that a document has ordered stands as it was served; it only is provisional no longer.
    """
    if clocks.clock(reader, row.clock_id) is None:
        return row
    counted = clocks.explain(reader, row.clock_id, start)
    if counted.provisional:
        return row
    document = nouns.get(reader, Document, row.document_id) if row.document_id else None
    fixed = document is not None and document.due is not None
    return replace(row, due=row.due if fixed else counted.due, due_provisional=False)
