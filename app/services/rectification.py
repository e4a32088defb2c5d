"""The rectification board: one row a finding, grouped by its clock, a page of each group at a time."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from app.services.clocks import calendar, working_left
from app.services.context import Acting
from db.connection import Reader
from db.duty_rows import FollowUp
from db.rows import Document, Finding
from db.store import boards, documents, enterprises, findings, follow_ups, people
from db.store.boards import GROUPS as GROUPS  # noqa: PLC0414 - screens name the groups by it
from db.store.boards import MOST
from db.store.boards import Only as Only  # noqa: PLC0414 - screens narrow the board by it
from forms.rules.calendar import WorkCalendar

CLOSED_FOR = 30
"""Days for which a settled finding is still on the board."""

PARTIES = 1000
"""Findings looked through for the enterprises to choose among."""

MANY = 200
"""Findings read at a time when all of them are wanted."""

PAGE = 20
"""Findings of a group shown at first, and with each further page."""

RECHECK = "recheck"
"""The kind of follow-up that a party's report opens."""


@dataclass(frozen=True, slots=True)
class FollowLine:
    """One finding: its party, its order, its re-check, days left (negative = late) and its group.

    ``due`` is the day that counts now: the re-check's once a report is in, else the finding's own.
    """

    finding: Finding
    enterprise: str
    document: Document | None
    recheck: FollowUp | None
    due: dt.date | None
    days_left: int | None
    working_days: int | None
    group: str


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """One heading: how many there are (``more``: at least that many) and those shown."""

    key: str
    count: int
    more: bool
    lines: tuple[FollowLine, ...]


def board(
    reader: Reader,
    today: dt.date,
    only: Only | None = None,
    *,
    pages: Mapping[str, int] | None = None,
    folded: Collection[str] = (),
) -> tuple[BoardGroup, ...]:
    """Every group that has something, in working order; ``pages`` says how many of each to show.

    Nothing is read of a ``folded`` group but its count.
    """
    narrowed, shown = only or Only(), pages or {}
    since = _since(today)
    with reader.snapshot():
        found = []
        for key in GROUPS:
            count = boards.count(reader, key, today, since, narrowed)
            if not count:
                continue
            limit = PAGE * shown.get(key, 1)
            rows = (
                ()
                if key in folded
                else boards.page(reader, key, today, since, narrowed, limit=limit)
            )
            lines = _lines(reader, rows, today, key)
            found.append(BoardGroup(key, min(count, MOST - 1), count >= MOST, lines))
    return tuple(found)


def every(
    reader: Reader, today: dt.date, only: Only, folded: Collection[str] = ()
) -> Iterator[FollowLine]:
    """Every finding of the board as narrowed, in working order; a ``folded`` group is left out."""
    since = _since(today)
    for key in GROUPS:
        offset = 0
        while key not in folded:
            rows = boards.page(reader, key, today, since, only, offset=offset, limit=MANY)
            yield from _lines(reader, rows, today, key)
            offset += len(rows)
            if len(rows) < MANY:
                break


def scoped(reader: Reader, act: Acting, scope: str, only: Only) -> Only:
    """A narrowing to the inspector's own findings (``mine``), those of the section, or no further.

    Whoever has no section written belongs to the one of this computer.
    """
    if scope == "mine":
        return replace(only, people=(act.who.person_id,), few=True)
    if scope != "section":
        return only
    team = people.inspectors(reader, active_only=False)
    sections = {one.id: one.section or act.office.unit for one in team}
    own = sections.get(act.who.person_id, act.office.unit)
    here = tuple(key for key, section in sections.items() if section == own)
    return replace(only, people=here, few=2 * len(here) < len(sections))


def line(reader: Reader, today: dt.date, finding_id: str) -> FollowLine | None:
    """One finding as the board shows it, also when its page is not shown; None when it has none."""
    with reader.snapshot():
        row = findings.get(reader, finding_id)
        if row is None:
            return None
        return _lines(reader, (row,), today, boards.group_of(reader, row.id, today, _since(today)))[
            0
        ]


def parties(reader: Reader, also: str = "") -> tuple[tuple[str, str], ...]:
    """The enterprises whose findings are due first, by name, and ``also`` one more: id and name."""
    found = boards.parties(reader, PARTIES) | ({also} if also else set())
    named = enterprises.names(reader, found)
    return tuple(sorted(named.items(), key=lambda one: one[1]))


def count(reader: Reader) -> int:
    """How many findings wait to be settled, at most ``MOST``."""
    return findings.count_live(reader, MOST)


def in_time(reader: Reader, today: dt.date, only: Only) -> tuple[int, int]:
    """How many findings of this quarter were put right in time, and of how many."""
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    return boards.in_time(reader, today, quarter, only)


def _since(today: dt.date) -> dt.date:
    return today - dt.timedelta(days=CLOSED_FOR)


def _lines(
    reader: Reader, rows: tuple[Finding, ...], today: dt.date, group: str
) -> tuple[FollowLine, ...]:
    named = enterprises.names(reader, {row.enterprise_id for row in rows})
    wanted = {row.document_id for row in rows if row.document_id}
    papers = {paper.id: paper for paper in documents.rows(reader, tuple(wanted))}
    waiting = [row.id for row in rows if row.state in {"reported", "rechecked"}]
    checks = {one.owner_id: one for one in follow_ups.of_kind(reader, RECHECK, waiting)}
    days = calendar(reader)
    return tuple(
        _line(row, group, today, days, named, papers.get(row.document_id or ""), checks.get(row.id))
        for row in rows
    )


def _line(  # noqa: PLR0913, PLR0917 - what one line is put together from
    row: Finding,
    group: str,
    today: dt.date,
    days: WorkCalendar,
    named: Mapping[str, str],
    document: Document | None,
    recheck: FollowUp | None,
) -> FollowLine:
    due = recheck.due if recheck is not None else row.due
    return FollowLine(
        finding=row,
        enterprise=named.get(row.enterprise_id, ""),
        document=document,
        recheck=recheck,
        due=due,
        days_left=(due - today).days if due else None,
        working_days=working_left(days, today, due) if due else None,
        group=group,
    )
