"""The working-day calendar of the State Council's notices, and deadlines counted on it.

How a period is counted (行政处罚法 art. 85, 行政强制法 art. 69, 程序规定 art. 80): the first day
does not count; a working-day period counts working days only, make-up Saturdays and Sundays
included; where the last day is a day off, the period ends on the next working day.
A year counts as published when its notice is known; a deadline that touches another year is
provisional and must be counted again when the notice comes, usually in November. A period of
calendar days that ends on its day whatever it is leans on no notice and is never provisional.
"""

import calendar as months
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from forms.rules.errors import RuleError
from resources import schema, tables
from resources.data import load_days
from resources.rows import CalendarDay
from resources.tables import RowProblem, TableError

UNITS = ("working_day", "day", "month")
# Longer periods than this in the law are none; it also keeps the count short on a slip of the hand.
LONGEST = {"working_day": 1000, "day": 3660, "month": 240}

# Days the order on public holidays fixes by date, whatever a year's notice adds around them:
# New Year, Labour Day (two days since 2025), National Day.
_FIXED_DAYS = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
_ONE_DAY = dt.timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 1949, 2999
_LIBRARY_SOURCE = "chinesecalendar"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that did not count.

    ``why`` is ``weekend``, ``holiday`` (``festival`` is its name) or ``suspended``.
    """

    date: dt.date
    why: str
    festival: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A counted period, with all a screen needs to explain it.

    ``counted_workdays`` are the make-up Saturdays and Sundays that counted; ``nominal`` is the last
    day before it was moved off a day off (equal to ``due`` if it was not); ``unpublished`` the
    years whose notice may still change it.
    """

    due: dt.date
    unpublished: tuple[int, ...]
    start: dt.date
    amount: int
    unit: str
    skipped: tuple[Skipped, ...]
    counted_workdays: tuple[dt.date, ...]
    nominal: dt.date
    backwards: bool = False

    @property
    def provisional(self) -> bool:
        """Tell whether a notice still to come may change the day."""
        return bool(self.unpublished)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days that differ from their weekday, and the years whose notice is known."""

    days: Mapping[dt.date, CalendarDay]
    years: frozenset[int]

    def is_working_day(self, day: dt.date) -> bool:
        """Tell whether offices work that day, as far as is known."""
        return self.day_off(day) is None

    def day_off(self, day: dt.date) -> Skipped | None:
        """Say why a day is off, or None for a working day."""
        known = self.days.get(day)
        if known is not None:
            return Skipped(day, "holiday", known.festival) if known.kind == "holiday" else None
        fixed = None if day.year in self.years else _FIXED_DAYS.get((day.month, day.day))
        if fixed:
            return Skipped(day, "holiday", fixed)
        return Skipped(day, "weekend") if day.weekday() >= 5 else None

    def is_make_up(self, day: dt.date) -> bool:
        """Tell whether a Saturday or Sunday is worked in exchange for a day off."""
        known = self.days.get(day)
        return known is not None and known.kind == "workday"

    def is_published(self, day: dt.date) -> bool:
        """Tell whether the notice of the day's year is known."""
        return day.year in self.years

    def last_day(self, start: dt.date, nominal: dt.date) -> dt.date:  # noqa: ARG002 -- for clocks.py
        """Find where calendar days after ``start`` end that would run to ``nominal``: there."""
        return nominal


@lru_cache
def load_calendar(corrections: Path | None = None) -> WorkCalendar:
    """Read the bundled calendar, a bureau's imported years, and older years from chinesecalendar.

    The result is kept; ``import_year`` makes the next call read again.

    Raises:
        TableError: a bureau's imported table is not usable.
    """
    ours = {day.day: day for day in load_days(corrections)}
    known = _published_years(ours.values())
    older = {day.day: day for day in _library_days() if day.day.year not in known}
    return WorkCalendar(older | ours, known | _published_years(older.values()))


def import_year(source: Path, corrections: Path) -> frozenset[int]:
    """Take the days of a newly published year over from a CSV file; give the years it completes.

    Columns ``date,kind,festival`` (``kind`` is ``holiday`` or ``workday``), optional
    ``weekday,note,source,confidence``, as in ``resources/calendars/holidays.csv``.

    Raises:
        TableError: with row and column of everything wrong: a make-up day that is no Saturday or
            Sunday (``workday-not-weekend``), a year without New Year or National Day
            (``incomplete-year``), and what every table is checked for.
        OSError: the folder cannot be written.
    """
    years = check_year(tables.read(schema.DAYS, source), source.name)
    tables.install(schema.DAYS, source, corrections)
    load_days.cache_clear()
    load_calendar.cache_clear()
    return years


def is_working_day(calendar: WorkCalendar, day: dt.date) -> bool:
    """Tell whether offices work that day, as far as is known."""
    return calendar.is_working_day(day)


def deadline(  # noqa: PLR0913 -- the two last are the law's own exceptions, named at every call
    calendar: WorkCalendar,
    start: dt.date,
    amount: int,
    unit: str,
    *,
    moves: bool = True,
    backwards: bool = False,
) -> Deadline:
    """Count a period from ``start``, which itself does not count.

    ``unit`` is ``working_day``, ``day`` or ``month``. ``moves`` is false for the few periods that
    end on their day whatever it is. ``backwards`` counts before an event still to come (a notice
    so many days ahead of a hearing); such a period ends on its day and is not moved.

    Raises:
        RuleError: ``unit``, ``amount`` (not between 1 and LONGEST) or ``start`` (not of our times).
    """
    if unit not in UNITS:
        raise RuleError("unit", unit=unit, known=UNITS)
    if not 1 <= amount <= LONGEST[unit]:
        raise RuleError("amount", amount=amount, longest=LONGEST[unit])
    if not _FIRST_YEAR <= start.year <= _LAST_YEAR:
        raise RuleError("start", start=start)
    step = -_ONE_DAY if backwards else _ONE_DAY
    skipped: list[Skipped] = []
    passed: tuple[dt.date, ...] = ()
    if unit == "working_day":
        nominal = _count(calendar, start, amount, step, skipped)
        passed = _between(start, nominal)
    else:
        signed = -amount if backwards else amount
        plain = _plus_months(start, signed) if unit == "month" else start + signed * _ONE_DAY
        nominal = plain if backwards else calendar.last_day(start, plain)
    due = nominal
    leans = unit == "working_day"  # whether a notice could make it another day
    if moves and not backwards:
        leans = True
        while off := calendar.day_off(due):
            skipped.append(off)
            due += _ONE_DAY
    seen = (*passed, *(off.date for off in skipped), due) if leans else ()
    return Deadline(
        due=due,
        unpublished=tuple(sorted({day.year for day in seen if not calendar.is_published(day)})),
        start=start,
        amount=amount,
        unit=unit,
        skipped=tuple(skipped),
        counted_workdays=tuple(day for day in passed if calendar.is_make_up(day)),
        nominal=nominal,
        backwards=backwards,
    )


def working_days_between(calendar: WorkCalendar, start: dt.date, end: dt.date) -> int:
    """Count working days after ``start`` up to and with ``end``; negative if ``end`` is earlier."""
    count = sum(calendar.is_working_day(day) for day in _between(min(start, end), max(start, end)))
    return count if end >= start else -count


def _count(
    calendar: WorkCalendar,
    start: dt.date,
    amount: int,
    step: dt.timedelta,
    skipped: list[Skipped],
) -> dt.date:
    """Step over working days, noting the days off in between."""
    day = start
    while amount:
        day += step
        off = calendar.day_off(day)
        if off:
            skipped.append(off)
        else:
            amount -= 1
    return day


def _between(start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """List the days after one date up to and with the other, whichever comes first."""
    length = (end - start).days
    step = 1 if length >= 0 else -1
    return tuple(start + number * _ONE_DAY for number in range(step, length + step, step))


def _plus_months(start: dt.date, amount: int) -> dt.date:
    """Go to the same day of another month, or to its last day where it is too short."""
    years, month = divmod(start.month - 1 + amount, 12)
    year = start.year + years
    return dt.date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def _published_years(days: Iterable[CalendarDay]) -> frozenset[int]:
    """Find the years with both New Year and National Day: every notice has them."""
    off = {day.day for day in days if day.kind == "holiday"}
    years = {day.year for day in off}
    return frozenset(y for y in years if {dt.date(y, 1, 1), dt.date(y, 10, 1)} <= off)


def check_year(rows: Iterable[tables.Row], name: str) -> frozenset[int]:
    """Check what is special to a calendar, row by row; give the years it completes.

    Raises:
        TableError: as ``import_year``; ``name`` is the file's.
    """
    problems: list[RowProblem] = []
    days: list[CalendarDay] = []
    for row in rows:
        try:
            day = schema.DAYS.make(row)
        except TableError as error:
            problems += error.problems
            continue
        days.append(day)
        if day.kind == "workday" and day.day.weekday() < 5:
            problems.append(row.problem("date", "workday-not-weekend"))
    years = _published_years(days)
    # A notice may name the last days of the year before; those need no whole year.
    if not problems and days and max(day.day.year for day in days) not in years:
        year = str(max(day.day.year for day in days))
        problems.append(RowProblem(name, 0, "date", "incomplete-year", year))
    if not days and not problems:
        problems.append(RowProblem(name, 0, "date", "empty"))
    if problems:
        raise TableError(problems)
    return years


@lru_cache
def _library_days() -> tuple[CalendarDay, ...]:
    """Take what chinesecalendar knows; its English festival names have Chinese ones beside them."""
    from chinese_calendar import Holiday, holidays, workdays

    names = {each.value: each.chinese for each in Holiday}
    return tuple(
        CalendarDay(day, kind, names.get(name, name), _LIBRARY_SOURCE, "secondary")
        for kind, days in (("holiday", holidays), ("workday", workdays))
        for day, name in days.items()
    )
