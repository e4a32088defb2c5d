"""Clocks: the periods a rectification may hang on, and how a deadline is counted."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.services import laws
from app.services.context import CHINA
from app.services.errors import Refused
from db.connection import Reader
from forms.rules.calendar import (
    Deadline,
    WorkCalendar,
    deadline,
    load_calendar,
    working_days_between,
)
from forms.rules.clocks import Extension, Hours, Suspension, Term, hours, term
from resources import rows
from resources.data import load_clocks

LOCAL, IN_FORCE = "corrections", "in-force"
"""The tables imported here, and these with what the bureau published over them."""
FAR = 60
"""Calendar days from which on a deadline is not counted in working days."""

PAPER_DAYS = 15
"""Calendar days offered where the paper itself sets the period; the inspector changes it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A period set by law, or by the paper (``amount`` None) where the officer sets it.

    ``unit`` is working_day, day, month or hour; ``law`` names the rule. ``once`` is how much, and in
    which unit, the law lets it be lengthened once; None where it does not say. ``starts_on`` is what
    begins it; ``backwards`` says that it is counted back from an event still to come.
    """

    id: str
    name_zh: str
    name_en: str
    amount: int | None
    unit: str
    law: str
    set_by: str
    once: tuple[int, str] | None = None
    starts_on: str = ""
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A counted clock with all that is shown beside its day.

    ``counted`` is a Term, a Deadline counted back from an event, or Hours. ``article`` cites the
    rule, ``extendable`` and ``on_expiry`` say what may lengthen it and what follows its end.
    ``doubt`` is true while this machine's clock contradicts what it has recorded: the start, and
    with it the day, may be wrong. ``confirmed`` is false while nobody checked the number of days.
    """

    clock: Clock
    counted: Term | Deadline | Hours
    article: str
    extendable: str
    on_expiry: str
    confirmed: bool
    doubt: bool

    @property
    def due(self) -> dt.date | dt.datetime | None:
        """Its end as an office reads it; None while a suspension has no end."""
        if isinstance(self.counted, Term):
            return None if self.counted.ends is None else self.counted.ends.due
        return self.counted.shown() if isinstance(self.counted, Hours) else self.counted.due


def corrections(reader: Reader) -> Path | None:
    """The folder of the bureau's own tables, if it has one: what it published goes before the rest."""
    folders = (reader.folder / name for name in (IN_FORCE, LOCAL))
    return next((folder for folder in folders if folder.is_dir()), None)


def calendar(reader: Reader) -> WorkCalendar:
    """The working-day calendar with the bureau's imported years."""
    return load_calendar(corrections(reader))


def working_left(days: WorkCalendar, today: dt.date, due: dt.date) -> int:
    """Working days to a deadline; beyond ``FAR`` days the calendar days, for nobody counts on so far.

    A list of years of overdue findings would else count hundreds of days for each row.
    """
    away = (due - today).days
    return working_days_between(days, today, due) if abs(away) <= FAR else away


def left(reader: Reader, today: dt.date, due: dt.date) -> tuple[int, int]:
    """Days and working days from today to a deadline; negative when it has passed."""
    return (due - today).days, working_left(calendar(reader), today, due)


def clock(reader: Reader, clock_id: str) -> Clock | None:
    """One clock by its id."""
    row = _by_id(corrections(reader)).get(clock_id)
    return None if row is None else _clock(row)


def listing(reader: Reader) -> tuple[Clock, ...]:
    """Every clock of the table, in its order."""
    return tuple(_clock(row) for row in load_clocks(corrections(reader)))


def for_paper(reader: Reader, paper_id: str) -> tuple[Clock, ...]:
    """The clocks that may stand in a paper, in days or months (none counted in hours)."""
    found = load_clocks(corrections(reader))
    return tuple(_clock(row) for row in found if paper_id in row.for_papers and row.unit != "hour")


def explain(reader: Reader, clock_id: str, start: dt.date, amount: int | None = None) -> Deadline:
    """The deadline of a clock from ``start`` (which does not count), and how it was counted.

    ``amount`` replaces the clock's own where the officer sets it.

    Raises:
        Refused: ``clock-unknown``.
    """
    row = _row(reader, clock_id, start)
    if row is None or row.unit == "hour":
        raise Refused("clock-unknown", clock_id=clock_id)
    length = amount or row.amount or PAPER_DAYS
    return deadline(
        calendar(reader), start, length, row.unit, moves=row.moves, backwards=row.backwards
    )


def reckon(  # noqa: PLR0913 -- what the law lets stop or lengthen a period, named at every call
    reader: Reader,
    clock_id: str,
    start: dt.date,
    amount: int | None = None,
    *,
    suspensions: Sequence[Suspension] = (),
    extensions: Sequence[Extension] = (),
    doubt: bool = False,
) -> Reckoning:
    """Count a clock of any kind with its stops and extensions, and say by which article.

    A clock of hours needs the moment it began, with its zone; others take the day.

    Raises:
        Refused: ``clock-unknown``; ``clock-cannot-change`` for a suspension or an extension of
            hours or of a period before an event; ``clock-needs-moment`` for hours from a day.
        RuleError: a suspension, an extension or an amount that cannot be.
    """
    row = _row(reader, clock_id, _day(start))
    if row is None:
        raise Refused("clock-unknown", clock_id=clock_id)
    length = amount or row.amount or PAPER_DAYS
    counted: Term | Deadline | Hours
    if row.unit == "hour" or row.backwards:
        if suspensions or extensions:
            raise Refused("clock-cannot-change", clock_id=clock_id)
        counted = (
            _hours(clock_id, start, length)
            if row.unit == "hour"
            else deadline(calendar(reader), _day(start), length, row.unit, backwards=True)
        )
    else:
        counted = term(
            calendar(reader),
            _day(start),
            length,
            row.unit,
            moves=row.moves,
            suspensions=suspensions,
            extensions=extensions,
        )
    article = laws.get(reader, row.law_key)
    return Reckoning(
        _clock(row),
        counted,
        row.law if article is None else laws.cite(article),
        row.extendable_by,
        row.on_expiry,
        row.confidence == "confirmed",
        doubt,
    )


def _hours(clock_id: str, start: dt.date, length: int) -> Hours:
    if not isinstance(start, dt.datetime):
        raise Refused("clock-needs-moment", clock_id=clock_id)
    return hours(start, length)


def _day(start: dt.date) -> dt.date:
    """The day a moment falls on in the office, or the day itself."""
    return start.astimezone(CHINA).date() if isinstance(start, dt.datetime) else start


def near(reader: Reader, clock_id: str, today: dt.date) -> dt.date:
    """The last day that a reminder so long ahead already tells of; today where it is no such clock."""
    row = _by_id(corrections(reader)).get(clock_id)
    if row is None or not row.amount or row.unit == "hour":
        return today
    return deadline(calendar(reader), today, row.amount, row.unit, moves=False).due


def article_of(reader: Reader, clock_id: str) -> str:
    """The article of a clock by its official title, as papers cite it; "" for an unknown clock."""
    row = _by_id(corrections(reader)).get(clock_id)
    if row is None:
        return ""
    article = laws.get(reader, row.law_key)
    return row.law if article is None else laws.cite_in_full(article)


def law_of(reader: Reader, clock_id: str, start: dt.date) -> str:
    """The rule a period that began then is counted by, as people name it; "" for an unknown clock."""
    row = _row(reader, clock_id, _day(start))
    return "" if row is None else row.law


def forget() -> None:
    """Let the bureau's tables be read again; asked for after one was imported."""
    _by_id.cache_clear()


def _row(reader: Reader, clock_id: str, start: dt.date) -> rows.Clock | None:
    """The row a period that begins on a day is counted by: the bureau's own only from its day on."""
    row = _by_id(corrections(reader)).get(clock_id)
    if row is None or row.effective_from is None or row.effective_from <= start:
        return row
    return _by_id(None).get(clock_id, row)


@lru_cache(maxsize=4)
def _by_id(folder: Path | None) -> dict[str, rows.Clock]:
    return {row.id: row for row in load_clocks(folder)}


def _clock(row: rows.Clock) -> Clock:
    once = None if row.extend_once is None else (row.extend_once, row.extend_unit)
    return Clock(
        *(row.id, row.name_zh, row.name_en, row.amount, row.unit, row.law, row.amount_set_by),
        once=once,
        starts_on=row.starts_on,
        backwards=row.backwards,
    )
