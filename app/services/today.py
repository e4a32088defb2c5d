"""Today: what is overdue, due today, due this week, and what to go on with."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from app.services import campaigns, rectification, tasks
from app.services.clocks import calendar
from app.services.context import Acting
from app.services.tasks import Task
from db.connection import Reader
from db.rows import Record
from db.store import dues, enterprises, numbers, people, records
from db.store.dues import Days

AHEAD, MONTH = 7, 30
"""Days called this week."""
PAGE = 50
"""Tasks of a group that are read first."""
MOST = 1000
"""A group is counted no further."""

MOST_SERIES = 40
"""Series of numbers a device is told of; a bureau has about twenty."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft to go on with, and the colleague it is shared with."""

    record: Record
    enterprise: str
    partner: str


@dataclass(frozen=True, slots=True)
class Header:
    """What stands under the word Today and in the status line.

    ``campaign_day`` counts from 1 while a campaign runs; ``series_left`` are the series with an
    open block this year, the lowest first.
    """

    date: dt.date
    working_day: bool
    campaign: str
    campaign_day: int
    series_left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole screen; ``open_findings`` are those of the rectification board, whenever due.

    ``month`` has what must be seen to long before its day: certificates that expire, tests of devices.
    Of each group the first tasks stand here; ``counts`` says how many there are, ``MOST`` for so many or more.
    """

    header: Header
    overdue: tuple[Task, ...]
    today: tuple[Task, ...]
    week: tuple[Task, ...]
    month: tuple[Task, ...]
    counts: Mapping[str, int]
    drafts: tuple[DraftLine, ...]
    open_findings: int


def board(reader: Reader, act: Acting, pages: Mapping[str, int] | None = None) -> Board:
    """What must be done, oldest date first, from one state of the store.

    ``pages`` says how many tasks of a group to read, ``PAGE`` where it says nothing.
    """
    days, shown = _days(act), pages or {}
    names: dict[str, str] = {}
    with reader.snapshot():
        counts = {group: _count(reader, group, days) for group in dues.GROUPS}
        groups = {
            group: _page(reader, group, days, shown.get(group, PAGE), names) if count else ()
            for group, count in counts.items()
        }
        drafts = tuple(_draft(reader, act, record) for record in records.drafts(reader, 20))
        header = _header(reader, act.today)
        unclosed = rectification.count(reader)
    return Board(header=header, **groups, counts=counts, drafts=drafts, open_findings=unclosed)


def figures(reader: Reader, act: Acting) -> tuple[Header, int, int]:
    """The board's header, how much is overdue, and how many findings are open: no task is read."""
    with reader.snapshot():
        overdue = _count(reader, dues.OVERDUE, _days(act))
        return _header(reader, act.today), overdue, rectification.count(reader)


def _days(act: Acting) -> Days:
    today = act.today
    week, month = (today + dt.timedelta(days=ahead) for ahead in (AHEAD, MONTH))
    return Days(today, week, month, act.now, act.who.certificate)


def _count(reader: Reader, group: str, days: Days) -> int:
    most = MOST
    for kind in dues.kinds(group):
        most -= dues.count(reader, kind, group, days, most)
    return MOST - most


def _page(
    reader: Reader, group: str, days: Days, limit: int, names: dict[str, str]
) -> tuple[Task, ...]:
    """The first tasks of a group by their day, those of one day by their enterprise."""
    found = [
        (kind, row)
        for kind in dues.kinds(group)
        for row in dues.page(reader, kind, group, days, limit)
    ]
    found.sort(key=lambda one: dues.day_of(*one))
    made = tasks.of_rows(reader, days.today, found[:limit], names)
    return tuple(sorted(made, key=lambda task: (task.due, task.enterprise)))


def _name(reader: Reader, enterprise_id: str) -> str:
    row = enterprises.get(reader, enterprise_id)
    return row.name if row else ""


def _draft(reader: Reader, act: Acting, record: Record) -> DraftLine:
    others = [one for one in record.inspectors if one != act.who.person_id]
    partner = people.get(reader, others[0]) if others else None
    return DraftLine(record, _name(reader, record.enterprise_id), partner.name if partner else "")


def _header(reader: Reader, today: dt.date) -> Header:
    days = calendar(reader)
    running = campaigns.running(reader, today)
    return Header(
        date=today,
        working_day=days.is_working_day(today),
        campaign=running.name if running else "",
        campaign_day=(today - running.start).days + 1 if running else 0,
        series_left=_series(reader, today.year),
    )


def _series(reader: Reader, year: int) -> tuple[tuple[str, int], ...]:
    """Every series with an open block this year and how many numbers it has left, lowest first."""
    words = {one.series for one in numbers.blocks(reader, year=year) if one.state == "open"}
    left = [(word, numbers.left(reader, word, year)) for word in sorted(words)[:MOST_SERIES]]
    return tuple(sorted(left, key=lambda one: one[1]))
