"""The bureau's own tables: a newly published calendar, periods, articles of law, from a CSV file.

Each fits in over what is bundled, row by row by its key, in ``<store>/corrections``; articles of
law go into the store itself, where they can be corrected one by one as well.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services import bureau_tables, clocks, laws, own_tables, recounting
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.errors import translated
from forms.rules.calendar import import_year
from resources import data, schema, tables
from resources.parents import require_parents
from resources.tables import TableError

FOLDER = clocks.LOCAL
CALENDAR = schema.DAYS.file
TAKEN = {table.file: table for table in (*schema.OWN, schema.LAWS)}
"""The tables a bureau may import, by file name."""


@dataclass(frozen=True, slots=True)
class Year:
    """A published year: days off besides weekends, weekends worked, whether we imported it.

    ``bureau`` when the bureau published it for all its laptops.
    """

    year: int
    days_off: int
    worked: int
    own: bool
    bureau: bool = False


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
    own = _years_in(reader.folder / FOLDER / CALENDAR)
    ours = bureau_tables.years(reader)
    found = []
    for year in sorted(known.years, reverse=True):
        days = [day for day in known.days.values() if day.day.year == year]
        off = sum(day.kind == "holiday" for day in days)
        found.append(Year(year, off, len(days) - off, year in own, year in ours))
    return tuple(found)


def _years_in(file: Path) -> frozenset[int]:
    found = tables.read(schema.DAYS, file) if file.exists() else ()
    return frozenset(int(row.text("date")[:4]) for row in found)


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
        if name == schema.LAWS.file:
            return _take_laws(store, act, source)
        return _take_rows(store, act, name, source)
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
        best = tables.likest(tables.head(source), TAKEN)
    except TableError as error:
        raise Refused("table-wrong", file=source.name, problems=error.problems) from error
    if best is None:
        raise Refused("table-unknown", file=source.name)
    return best


def _take_calendar(store: Store, act: Acting, source: Path) -> Result[Imported]:
    waiting, before = recounting.waiting(store), own_tables.text(store, CALENDAR)
    found = import_year(source, store.folder / FOLDER)
    own_tables.note(store, act, CALENDAR, source.name, before)
    bureau_tables.compose(store)
    with writing(store, act):
        again = recounting.again(store, waiting)
    changes = touched("setting", CALENDAR) | again.changes
    count = len(tables.read(schema.DAYS, source))
    done = Imported(CALENDAR, count, tuple(sorted(found)), again.counted, again.moved)
    return Result(done, changes)


def _take_rows(store: Store, act: Acting, name: str, source: Path) -> Result[Imported]:
    if name == schema.EQUIPMENT.file:
        known = tables.standing(schema.EQUIPMENT, clocks.corrections(store))
        rows = tables.read(schema.EQUIPMENT, source)
        require_parents(rows, {row.cells["code"]: row.cells for row in known})
    before = own_tables.text(store, name)
    count = data.install(name, source, store.folder / FOLDER)
    own_tables.note(store, act, name, source.name, before)
    bureau_tables.compose(store)
    return Result(Imported(name, count, (), 0, 0), touched("setting", name))


def _take_laws(store: Store, act: Acting, source: Path) -> Result[Imported]:
    made = laws.take(store, act, tables.objects(schema.LAWS, source))
    return Result(Imported(schema.LAWS.file, made.value, (), 0, 0), made.changes)


def reset(store: Store, act: Acting, file: str) -> Result[Imported]:
    """Take the bureau's own rows of a table away, so that what the program came with holds again.

    Raises:
        Refused: ``not-found``: it has none.
        MachineError: as ``take``.
    """
    return _changed(store, act, file, own_tables.reset)


def undo(store: Store, act: Acting, file: str) -> Result[Imported]:
    """Let a table hold as it did before its last change.

    Raises:
        Refused: ``not-found``.
        MachineError: as ``take``.
    """
    return _changed(store, act, file, own_tables.undo)


def _changed(
    store: Store, act: Acting, file: str, change: Callable[[Store, str], None]
) -> Result[Imported]:
    """A table changed otherwise than by an import; deadlines that are certain keep their days."""
    waiting = recounting.waiting(store)
    try:
        change(store, file)
        bureau_tables.compose(store)
    except OSError as error:
        raise translated(error, file=file) or error from error
    with writing(store, act):
        again = recounting.again(store, waiting)
    changes = touched("setting", file) | again.changes
    return Result(
        Imported(file, own_tables.get(store, file).own, (), again.counted, again.moved), changes
    )
