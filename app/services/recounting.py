"""Deadlines that were provisional, counted again on a calendar that has become another one."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.services import clocks, findings, follow_ups
from app.services.changes import Changes
from app.services.context import CHINA
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.rows import Document, Finding
from db.store import follow_ups as kept_follow_ups
from db.store import nouns

_SEARCHED = 60
"""Days after a finding was made among which the start of its count is looked for."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What hangs on the calendar as it is: findings with the starts of their counts, follow-ups."""

    findings: tuple[Finding, ...]
    starts: Mapping[str, dt.date]
    duties: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """How many were counted again, how many of them got another day, and what that touched."""

    counted: int
    moved: int
    changes: Changes


def waiting(reader: Reader) -> Waiting:
    """What is provisional now; asked before the calendar is changed."""
    rows = _provisional(reader)
    starts = {row.id: _start(reader, row) for row in rows}
    duties = kept_follow_ups.provisional(reader)
    return Waiting(rows, starts, tuple(row for row in duties if _reckoned(reader, row) == row))


def again(store: Store, was: Waiting) -> Again:
    """Count again what waited, within the caller's transaction."""
    counted = [_counted_again(store, row, was.starts[row.id]) for row in was.findings]
    kept = [(old, new) for old, new in zip(was.findings, counted, strict=True) if old != new]
    duties = _duties_again(store, was.duties)
    nouns.save(store, *(new for _old, new in kept), *(new for _old, new in duties))
    changes = follow_ups.changed(*(new for _old, new in duties))
    for _old, new in kept:
        changes |= findings.changed(new)
    moved = sum(old.due != new.due for old, new in kept)
    moved += sum(old.due != new.due for old, new in duties)
    return Again(len(kept) + len(duties), moved, changes)


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
