"""Extending and suspending: a running deadline is lengthened or stopped, with article and paper.

The days of a finding were written in its order, so its period is counted as the calendar days from
the order to that day; a follow-up is counted by its own clock of law. Each change keeps the last
day before it and after it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.services import clocks, findings, follow_ups
from app.services.changes import Changes, Result
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp, TermChange
from db.journal.ids import new_id
from db.rows import Document, Finding
from db.store import findings as kept_findings
from db.store import follow_ups as kept
from db.store import nouns
from forms.rules.calendar import Deadline
from forms.rules.clocks import Extension, Hours, Suspension, Term, term

LONGEST = {"working_day": 250, "day": 365, "month": 12}
"""The most one extension may add; more is a slip of the hand."""
FINDING, FOLLOW_UP = "finding", "follow_up"
LOOK_AFTER = 30
"""Calendar days after which it is asked whether a suspension without an end has ended; our own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: an extension by ``amount`` of ``unit``, or a stop from ``since`` on.

    ``until`` None lets a suspension run on until it is ended. ``record_id`` is the paper.
    """

    kind: str
    article: str
    approver: str
    reason: str
    amount: int | None = None
    unit: str = "day"
    since: dt.date | None = None
    until: dt.date | None = None
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A deadline with a change in it: the days before and after, and how it was counted.

    ``after`` is None while it stands still; ``extendable`` is what the law says of lengthening it,
    ``late`` that it was already over on the day of approval.
    """

    before: dt.date | None
    after: dt.date | None
    ends: Deadline | None
    article: str
    extendable: str
    late: bool = False


def count(reader: Reader, owner_type: str, owner_id: str, wanted: Wanted, on: dt.date) -> Counted:
    """Count a deadline as it would be with a change made on a day, without keeping anything.

    Raises:
        Refused: ``not-found``, ``finding-closed``, ``term-not-running``, ``clock-cannot-change``,
            ``term-incomplete``, ``term-beyond-law``, ``term-no-more``, ``term-outside``,
            ``due-in-past``: it would be over already.
        RuleError: what ``term`` refuses.
    """
    row = _running(reader, owner_type, owner_id)
    made = _since_set(kept.changes_of(reader, row.id), row.due)
    if any(one.kind == "suspension" and one.until is None for one in made):
        raise Refused("term-standing")
    _check(wanted)
    known = clocks.clock(reader, row.clock_id)
    if wanted.kind == "extension" and known is not None and known.once is not None:
        _check_once(known.once, made, wanted)
    _check_inside(reader, row, made, wanted)
    counted = _counted(reader, row, made, _change(row, wanted), on)
    if wanted.kind == "extension" and counted.after is not None and counted.after < on:
        raise Refused("due-in-past", due=counted.after, today=on)
    return counted


def article_of(reader: Reader, owner_type: str, owner_id: str) -> str:
    """The article that sets the period, "" where it has none: most extensions rest on it."""
    row = _running(reader, owner_type, owner_id, standing=True)
    return clocks.article_of(reader, row.clock_id)


def change(
    store: Store, act: Acting, owner_type: str, owner_id: str, wanted: Wanted
) -> Result[TermChange]:
    """Keep an extension or suspension; the day it falls on moves with it, in one transaction.

    Raises:
        Refused: as ``count``; ``term-incomplete``: article, approver or reason is missing.
    """
    counted = count(store, owner_type, owner_id, wanted, act.today)
    for name in ("article", "approver", "reason"):
        if not getattr(wanted, name).strip():
            raise Refused("term-incomplete", name=name)
    row = _running(store, owner_type, owner_id)
    made = replace(
        _change(row, wanted),
        due_before=counted.before,
        due_after=counted.after,
        created=act.now,
    )
    with writing(store, act):
        kept.keep_change(store, made)
        step = "extend" if wanted.kind == "extension" else "suspend"
        changes = _move(store, row, counted, step, wanted.reason.strip())
        if counted.after is None and isinstance(row, FollowUp):
            changes |= look_again(store, act, row)
    return Result(made, changes)


def standing(reader: Reader, owner_id: str) -> TermChange | None:
    """The suspension of a deadline that still runs; None where it does not stand still."""
    made = kept.changes_of(reader, owner_id)
    return made[-1] if made and made[-1].kind == "suspension" and made[-1].until is None else None


def look_again(store: Store, act: Acting, row: FollowUp) -> Changes:
    """What stands still has no day: somebody looks at it again after a while, by Today."""
    made = follow_ups.make(
        store,
        case_id=row.case_id,
        enterprise_id=row.enterprise_id,
        kind=follow_ups.STANDING,
        start=act.now,
        owner=(FOLLOW_UP, row.id),
        title=row.title,
        due=act.today + dt.timedelta(days=LOOK_AFTER),
    )
    return follow_ups.keep(store, act, made).changes


def resume(store: Store, act: Acting, change_id: str, until: dt.date) -> Result[TermChange]:
    """End a suspension that still runs; ``until`` is its last day.

    Raises:
        Refused: ``not-found``, ``term-not-running``, ``day-in-future``.
    """
    made = kept.change(store, change_id)
    if made is None:
        raise Refused("not-found", kind="term_change", id=change_id)
    if made.kind != "suspension" or made.until is not None:
        raise Refused("term-not-running")
    if until > act.today:
        raise Refused("day-in-future", day=until, today=act.today)
    row = _running(store, made.owner_type, made.owner_id, standing=True)
    ended = replace(made, until=max(until, made.since or until))
    others = [one for one in kept.changes_of(store, row.id) if one.id != made.id]
    others = _since_set(others, made.due_before)
    counted = _counted(store, row, others, ended, act.today)
    ended = replace(ended, due_after=counted.after)
    with writing(store, act):
        kept.keep_change(store, ended)
        changes = _move(store, row, counted, "resume", "")
        changes |= follow_ups.settle_of(store, act, row.id, follow_ups.STANDING)
    return Result(ended, changes)


def unchanged(store: Store, row: Finding) -> Finding:
    """A finding with the day it had before all changes of its period, which go with its order."""
    made = kept.changes_of(store, row.id)
    for one in made:
        kept.drop_change(store, one.id)
    return replace(row, due=next((one.due_before for one in made if one.due_before), row.due))


def changes_of(reader: Reader, owner_id: str) -> tuple[TermChange, ...]:
    """The extensions and suspensions of one deadline, in the order they were made."""
    return kept.changes_of(reader, owner_id)


def _running(
    reader: Reader, owner_type: str, owner_id: str, *, standing: bool = False
) -> Finding | FollowUp:
    """The finding or follow-up whose period runs (or stands still, where that is asked for)."""
    row: Finding | FollowUp
    if owner_type == FINDING:
        row = findings.get(reader, owner_id)
        if row.state != "ordered":
            raise Refused("finding-closed", finding_id=row.id, state=row.state)
    else:
        row = follow_ups.get(reader, owner_id)
        if row.state != "open" or row.due_at is not None:
            raise Refused("term-not-running")
    if row.due is None and not standing and not kept.changes_of(reader, row.id):
        raise Refused("term-not-running")
    return row


def _check(wanted: Wanted) -> None:
    if wanted.kind == "extension":
        if not wanted.amount or wanted.amount < 1 or wanted.unit not in LONGEST:
            raise Refused("term-incomplete", name="amount")
        if wanted.amount > LONGEST[wanted.unit]:
            raise Refused("term-beyond-law", most=LONGEST[wanted.unit])
    elif wanted.since is None:
        raise Refused("term-incomplete", name="since")


def _check_once(once: tuple[int, str], made: Sequence[TermChange], wanted: Wanted) -> None:
    """Keep to what the table of clocks says may be added once, and how much."""
    most, unit = once
    if not most or any(one.kind == "extension" for one in made):
        raise Refused("term-no-more")
    if wanted.unit != unit or (wanted.amount or 0) > most:
        raise Refused("term-beyond-law", most=most)


def _check_inside(
    reader: Reader, row: Finding | FollowUp, made: Sequence[TermChange], wanted: Wanted
) -> None:
    """A stop none of whose days lies in the period would be kept and stop nothing."""
    since, until = wanted.since, wanted.until
    if wanted.kind != "suspension" or since is None or row.due is None:
        return
    if until is not None and until < since:  # which ``term`` refuses with its own words
        return
    start, _first = _base(reader, row, made)
    if since > row.due or (until is not None and until <= start):
        facts = {"since": since, "until": until, "start": start, "due": row.due}
        raise Refused("term-outside", **facts)


def _change(row: Finding | FollowUp, wanted: Wanted) -> TermChange:
    return TermChange(
        id=new_id(),
        owner_type=FINDING if isinstance(row, Finding) else FOLLOW_UP,
        owner_id=row.id,
        kind=wanted.kind,
        since=wanted.since,
        until=wanted.until,
        amount=wanted.amount,
        unit=wanted.unit if wanted.kind == "extension" else "",
        article=wanted.article.strip(),
        approver=wanted.approver.strip(),
        reason=wanted.reason.strip(),
        record_id=wanted.record_id,
    )


def _counted(
    reader: Reader,
    row: Finding | FollowUp,
    made: Sequence[TermChange],
    more: TermChange,
    on: dt.date,
) -> Counted:
    """Count the period anew from its start with all that was changed in it."""
    everything = (*made, more)
    suspensions = tuple(
        Suspension(one.since, one.until, one.reason, one.article)
        for one in everything
        if one.kind == "suspension" and one.since is not None
    )
    extensions = tuple(
        Extension(
            one.amount,
            one.unit,
            one.article or "-",
            one.approver or "-",
            on if one is more else one.created.astimezone(CHINA).date(),
        )
        for one in everything
        if one.kind == "extension" and one.amount
    )
    start, first = _base(reader, row, everything)
    law, extendable = "", ""
    if isinstance(row, FollowUp) and row.clock_id and _by_clock(reader, row, first):
        reckoned = clocks.reckon(
            reader, row.clock_id, row.start, suspensions=suspensions, extensions=extensions
        )
        counted, law, extendable = reckoned.counted, reckoned.article, reckoned.extendable
        if isinstance(counted, Hours | Deadline):
            raise Refused("clock-cannot-change", clock_id=row.clock_id)
    else:
        if row.clock_id:
            told = clocks.reckon(reader, row.clock_id, start)
            law, extendable = told.article, told.extendable
        counted = term(
            clocks.calendar(reader),
            start,
            max((first - start).days, 1),
            "day",
            suspensions=suspensions,
            extensions=extensions,
        )
    late = bool(counted.extended and counted.extended[-1].late and more.kind == "extension")
    return Counted(row.due, _due(counted), counted.ends, law, extendable, late)


def _since_set(made: Sequence[TermChange], day: dt.date | None) -> list[TermChange]:
    """The changes that led to a day; those made before it was set anew, as by a re-check, do not."""
    found: list[TermChange] = []
    for one in reversed(made):
        if one.due_after != day:
            break
        found.insert(0, one)
        day = one.due_before
    return found


def _by_clock(reader: Reader, row: FollowUp, first: dt.date) -> bool:
    """Whether a follow-up's day is that of its clock, or the clock refuses to be changed."""
    counted = clocks.reckon(reader, row.clock_id, row.start).counted
    return not isinstance(counted, Term) or _due(counted) == first


def _base(
    reader: Reader, row: Finding | FollowUp, made: Sequence[TermChange]
) -> tuple[dt.date, dt.date]:
    """The day a period began and the day it would have ended unchanged."""
    first = next((one.due_before for one in made if one.due_before), row.due)
    if isinstance(row, FollowUp):
        began = row.start.astimezone(CHINA).date()
    else:
        paper = nouns.get(reader, Document, row.document_id or "")
        began = (paper.issued if paper else row.created).astimezone(CHINA).date()
    first = first or began + dt.timedelta(days=1)
    return min(began, first - dt.timedelta(days=1)), first


def _due(counted: Term) -> dt.date | None:
    return counted.ends.due if counted.ends is not None else None


def _move(store: Store, row: Finding | FollowUp, counted: Counted, step: str, note: str) -> Changes:
    """Move the day of the finding or follow-up; the finding's journal says by which step."""
    provisional = counted.ends.provisional if counted.ends is not None else False
    if isinstance(row, Finding):
        after = replace(row, due=counted.after, due_provisional=provisional)
        kept_findings.step(store, after, step=step, note=note)
        return findings.changed(after)
    moved = replace(row, due=counted.after, due_provisional=provisional)
    kept.save(store, moved)
    return follow_ups.changed(moved)
