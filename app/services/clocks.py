"""Clocks: the periods a rectification may hang on, and how a deadline is counted."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.services.errors import Refused
from db.connection import Reader
from forms.rules.calendar import (
    Deadline,
    WorkCalendar,
    deadline,
    load_calendar,
    working_days_between,
)
from resources import rows
from resources.data import load_clocks

PAPER_DAYS = 15
"""Calendar days offered where the paper itself sets the period; the inspector changes it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A period set by law, or by the paper (``amount`` None) where the officer sets it.

    ``unit`` is working_day, day or month; ``law`` names the rule.
    """

    id: str
    name_zh: str
    name_en: str
    amount: int | None
    unit: str
    law: str
    set_by: str


def corrections(reader: Reader) -> Path | None:
    """The folder of the bureau's own tables, if it has one."""
    folder = reader.folder / "corrections"
    return folder if folder.is_dir() else None


def calendar(reader: Reader) -> WorkCalendar:
    """The working-day calendar with the bureau's imported years."""
    return load_calendar(corrections(reader))


def left(reader: Reader, today: dt.date, due: dt.date) -> tuple[int, int]:
    """Days and working days from today to a deadline; negative when it has passed."""
    return (due - today).days, working_days_between(calendar(reader), today, due)


def clock(reader: Reader, clock_id: str) -> Clock | None:
    """One clock by its id."""
    row = _by_id(corrections(reader)).get(clock_id)
    return None if row is None else _clock(row)


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
    row = _by_id(corrections(reader)).get(clock_id)
    if row is None or row.unit == "hour":
        raise Refused("clock-unknown", clock_id=clock_id)
    length = amount or row.amount or PAPER_DAYS
    return deadline(
        calendar(reader), start, length, row.unit, moves=row.moves, backwards=row.backwards
    )


def forget() -> None:
    """Let the bureau's tables be read again; asked for after one was imported."""
    _by_id.cache_clear()


@lru_cache(maxsize=4)
def _by_id(folder: Path | None) -> dict[str, rows.Clock]:
    return {row.id: row for row in load_clocks(folder)}


def _clock(row: rows.Clock) -> Clock:
    return Clock(row.id, row.name_zh, row.name_en, row.amount, row.unit, row.law, row.amount_set_by)
