"""Periods that stop and go on, or are lengthened, and periods of hours.

A suspension (检验、检测、检疫、鉴定、听证、公告 and the like, which the law does not count) takes its
days out of the period, first and last day included; what was left goes on the day after. A period
never ends on a day on which it does not run.
An extension goes on from the old end as counted, before that was moved off a day off: 90 and 30
days are 120 days from the start, and two extensions are one by their sum.
Hours run through nights and holidays to the minute; they begin at the moment itself.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from typing_extensions import override

from forms.rules.calendar import Deadline, Skipped, WorkCalendar, deadline, working_days_between
from forms.rules.errors import RuleError

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")
MOST_HOURS = 240
MOST_CHANGES = 50
"""Suspensions or extensions one period may have; more is a slip."""
LONGEST_STOP = dt.timedelta(days=3660)
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days on which a period does not run, both included; ``last`` is None while it goes on."""

    first: dt.date
    last: dt.date | None
    reason: str
    article: str = ""

    def covers(self, day: dt.date) -> bool:
        """Tell whether the period stands still that day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Extension:
    """More of a period, by whom it was approved, on which day and by which article."""

    amount: int
    unit: str
    article: str
    approved_by: str
    approved_on: dt.date


@dataclass(frozen=True, slots=True)
class Suspended:
    """What a suspension took out: days of the period's own kind that no earlier one had taken."""

    suspension: Suspension
    days: int


@dataclass(frozen=True, slots=True)
class Extended:
    """What an extension did; ``late`` if it was approved when the period was already over."""

    extension: Extension
    before: dt.date
    after: dt.date
    late: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A period with all that stopped and lengthened it.

    ``ends`` is None while a suspension without an end (``waits_for``) stands in it: ``left`` is
    then what remains when it goes on, in ``left_unit`` (``working_day`` or ``day``).
    """

    start: dt.date
    amount: int
    unit: str
    ends: Deadline | None
    suspended: tuple[Suspended, ...] = ()
    extended: tuple[Extended, ...] = ()
    waits_for: Suspension | None = None
    left: int = 0
    left_unit: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """A period of hours; both moments in UTC, ``zone`` is that of the place where it began."""

    start: dt.datetime
    due: dt.datetime
    amount: int
    zone: str

    def shown(self) -> dt.datetime:
        """Give the end as the clock of an office shows it."""
        return self.due.astimezone(OFFICE_ZONE)


@dataclass(frozen=True)
class _Stopping(WorkCalendar):
    """A calendar on which suspended days are off."""

    stops: tuple[Suspension, ...] = ()

    def stopped(self, day: dt.date) -> bool:
        return any(stop.covers(day) for stop in self.stops)

    @override
    def day_off(self, day: dt.date) -> Skipped | None:
        return Skipped(day, "suspended") if self.stopped(day) else super().day_off(day)

    @override
    def is_make_up(self, day: dt.date) -> bool:
        return super().is_make_up(day) and not self.stopped(day)

    @override
    def last_day(self, start: dt.date, nominal: dt.date) -> dt.date:
        left, day = (nominal - start).days, start
        while left:
            day += _ONE_DAY
            left -= not self.stopped(day)
        return day


@dataclass(frozen=True, slots=True)
class _Leg:
    """Amounts of one unit counted in one go, from ``start`` or from the end of the leg before."""

    amount: int
    unit: str


def term(  # noqa: PLR0913 -- the law's own exceptions, named at every call
    calendar: WorkCalendar,
    start: dt.date,
    amount: int,
    unit: str,
    *,
    moves: bool = True,
    suspensions: Sequence[Suspension] = (),
    extensions: Sequence[Extension] = (),
) -> Term:
    """Count a period from ``start``, which itself does not count, over its stops and extensions.

    Raises:
        RuleError: what ``deadline`` refuses; ``suspension`` that ends before it begins or is longer
            than any; ``extension`` without article or approval; ``changes`` beyond MOST_CHANGES.
    """
    _check(suspensions, extensions)
    ended = tuple(stop for stop in suspensions if stop.last is not None)
    running = _Stopping(calendar.days, calendar.years, ended)
    legs = [_Leg(amount, unit)]
    ends = _count(running, start, legs, moves=moves)
    extended: list[Extended] = []
    for more in extensions:
        before = ends
        legs = _longer(legs, more)
        ends = _count(running, start, legs, moves=moves)
        late = more.approved_on > before.due
        extended.append(Extended(more, before.due, ends.due, late))
    ends = replace(ends, start=start, amount=amount, unit=unit)
    found = Term(start, amount, unit, ends, extended=tuple(extended))
    waits_for = min(
        (stop for stop in suspensions if stop.last is None and stop.first <= ends.due),
        key=lambda stop: stop.first,
        default=None,
    )
    if waits_for is not None:
        return _waiting(running, found, ends, waits_for, suspensions)
    taken = _taken(calendar, found, ends.due, suspensions)
    return replace(found, suspended=taken)


def hours(start: dt.datetime, amount: int) -> Hours:
    """Count hours from a moment with its zone; seconds are dropped, so it never ends too late.

    Raises:
        RuleError: ``zone`` for a moment without one, ``amount`` (not between 1 and MOST_HOURS).
    """
    if start.tzinfo is None or start.utcoffset() is None:
        raise RuleError("zone", start=start)
    if not 1 <= amount <= MOST_HOURS:
        raise RuleError("amount", amount=amount, longest=MOST_HOURS)
    began = start.astimezone(dt.UTC).replace(second=0, microsecond=0)
    due = began + dt.timedelta(hours=amount)
    return Hours(began, due, amount, str(start.tzinfo))


def _check(suspensions: Sequence[Suspension], extensions: Sequence[Extension]) -> None:
    if len(suspensions) > MOST_CHANGES or len(extensions) > MOST_CHANGES:
        raise RuleError("changes", most=MOST_CHANGES)
    for stop in suspensions:
        last = stop.first if stop.last is None else stop.last
        if not stop.first <= last <= stop.first + LONGEST_STOP:
            raise RuleError("suspension", first=stop.first, last=stop.last)
    for more in extensions:
        if not (more.article.strip() and more.approved_by.strip()):
            raise RuleError("extension", amount=more.amount, unit=more.unit)
        if more.amount < 1:
            raise RuleError("amount", amount=more.amount)


def _longer(legs: list[_Leg], more: Extension) -> list[_Leg]:
    """Add to the last leg if it counts the same unit, else begin another."""
    *done, last = legs
    if last.unit == more.unit:
        return [*done, _Leg(last.amount + more.amount, last.unit)]
    return [*legs, _Leg(more.amount, more.unit)]


def _count(running: _Stopping, start: dt.date, legs: list[_Leg], *, moves: bool) -> Deadline:
    """Count leg after leg; only the end of the last is moved off a day off."""
    *done, last = legs
    day = start
    parts: list[Deadline] = []
    for leg in done:
        parts.append(deadline(running, day, leg.amount, leg.unit, moves=False))
        day = parts[-1].nominal
    parts.append(deadline(running, day, last.amount, last.unit, moves=moves))
    return replace(
        parts[-1],
        skipped=tuple(off for part in parts for off in part.skipped),
        counted_workdays=tuple(day for part in parts for day in part.counted_workdays),
        unpublished=tuple(sorted({year for part in parts for year in part.unpublished})),
    )


def _waiting(
    running: _Stopping,
    found: Term,
    ends: Deadline,
    waits_for: Suspension,
    suspensions: Sequence[Suspension],
) -> Term:
    """Say what is left of a period that stands still with no end in sight."""
    until = max(found.start, waits_for.first - _ONE_DAY)
    working = found.unit == "working_day" and all(
        each.extension.unit == "working_day" for each in found.extended
    )
    if working:
        left = working_days_between(running, until, ends.nominal)
    else:
        left = sum(not running.stopped(day) for day in _days(until, ends.nominal))
    known = [stop for stop in suspensions if stop.last is not None]
    return replace(
        found,
        ends=None,
        suspended=_taken(running, found, until, known),
        waits_for=waits_for,
        left=max(left, 0),
        left_unit="working_day" if working else "day",
    )


def _taken(
    calendar: WorkCalendar, found: Term, until: dt.date, suspensions: Iterable[Suspension]
) -> tuple[Suspended, ...]:
    """Share the days the period stood still out among the suspensions, none counted twice."""
    free = set(_days(found.start, until))
    if found.unit == "working_day":
        free = {day for day in free if WorkCalendar.day_off(calendar, day) is None}
    taken: list[Suspended] = []
    for stop in suspensions:
        mine = {day for day in free if stop.covers(day)}
        taken.append(Suspended(stop, len(mine)))
        free -= mine
    return tuple(taken)


def _days(after: dt.date, until: dt.date) -> Iterable[dt.date]:
    return (after + number * _ONE_DAY for number in range(1, (until - after).days + 1))
