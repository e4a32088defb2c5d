"""Findings: opened by an adverse choice, described, given law, measure and deadline, followed."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import laws
from app.services.changes import Changes, Result, touched
from app.services.clocks import Clock, clock, corrections, explain
from app.services.context import Acting
from app.services.errors import Refused
from app.services.records import get as record_of
from app.services.records import require_draft
from app.services.writing import writing
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import Finding, LawArticle
from db.store import findings, nouns
from forms.rules.calendar import Deadline
from forms.session import FindingSeed
from resources.data import load_check_items

NEXT = {
    "open": {"ordered", "closed", "withdrawn"},
    "ordered": {"reported", "rechecked", "closed", "escalated"},
    "reported": {"rechecked", "closed", "escalated", "ordered"},
    "rechecked": {"rechecked", "closed", "escalated", "ordered"},
    "closed": {"ordered"},
    "escalated": set[str](),
    "withdrawn": {"open"},
}
"""The states a finding may go to from each state."""

LIVE = frozenset({"open", "ordered", "reported", "rechecked"})
"""The states in which something is still to be done."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the library offers for an adverse item before the inspector changes it."""

    law: LawArticle | None
    penalty: LawArticle | None
    severity: str
    measure: str
    clock: Clock | None
    deadline: Deadline | None


@dataclass(frozen=True, slots=True)
class FindingEdit:
    """The fields of a finding an inspector writes; None leaves a field as it is.

    ``clock_id`` without ``due`` counts the deadline anew from today.
    """

    seen: str | None = None
    severity: str | None = None
    law_key: str | None = None
    measure: str | None = None
    clock_id: str | None = None
    due: dt.date | None = None


def offer(reader: Reader, seed: FindingSeed, start: dt.date) -> Offer:
    """Law, penalty, severity, measure and deadline for an adverse item."""
    law = laws.get(reader, seed.law) if seed.law else None
    penalty = penalty_of(reader, seed.law)
    kept = clock(reader, seed.clock) if seed.clock else None
    deadline = explain(reader, kept.id, start) if kept else None
    return Offer(law, penalty, seed.severity, seed.measure, kept, deadline)


def penalty_of(reader: Reader, law_key: str) -> LawArticle | None:
    """The article that says what follows when a provision is broken; None where none is known."""
    items = load_check_items(None, corrections(reader))
    item = next((one for one in items if one.law_key == law_key), None)
    return laws.get(reader, item.penalty_key) if item and item.penalty_key else None


def get(reader: Reader, finding_id: str) -> Finding:
    """One finding.

    Raises:
        Refused: ``not-found``.
    """
    row = nouns.get(reader, Finding, finding_id)
    if row is None:
        raise Refused("not-found", kind="finding", id=finding_id)
    return row


def of_record(reader: Reader, record_id: str) -> tuple[Finding, ...]:
    """The findings of a record in the order they were made, withdrawn ones left out."""
    return findings.of_record(reader, record_id)


def choose(store: Store, act: Acting, record_id: str, seed: FindingSeed) -> Result[Finding]:
    """Open the finding of a question, or bring a kept one back with all that was written in it.

    Raises:
        Refused: ``record-closed``.
    """
    record = record_of(store, record_id)
    require_draft(record)
    kept = findings.at(store, record_id, seed.ref)
    if kept is not None:
        row = replace(kept, state="open") if kept.state == "withdrawn" else kept
    else:
        offered = offer(store, seed, act.today)
        usable = offered.law if offered.law and not laws.is_empty(offered.law) else None
        row = Finding(
            id=new_id(),
            record_id=record_id,
            case_id=record.case_id,
            enterprise_id=record.enterprise_id,
            path=seed.ref,
            item=seed.item,
            severity=offered.severity,
            law_key=usable.key if usable else "",
            law=laws.cite(usable) if usable else "",
            measure=offered.measure,
            clock_id=offered.clock.id if offered.clock else "",
            due=offered.deadline.due if offered.deadline else None,
            due_provisional=offered.deadline.provisional if offered.deadline else False,
            created=act.now,
            equipment_id=record.equipment_id,
        )
    with writing(store, act):
        nouns.save(store, row)
    return Result(row, changed(row))


def leave_section(
    store: Store, act: Acting, record_id: str, adverse: frozenset[str], section: str
) -> Result[tuple[Finding, ...]]:
    """Withdraw the findings of a section whose question is no longer adverse; returns those.

    ``adverse`` are the refs that are adverse now; what was written in a finding stays and comes
    back when the choice does.
    """
    rows = tuple(
        replace(finding, state="withdrawn")
        for finding in of_record(store, record_id)
        if finding.state == "open"
        and finding.path.startswith(section + "/")
        and finding.path not in adverse
    )
    with writing(store, act):
        nouns.save(store, *rows)
    changes = Changes()
    for row in rows:
        changes |= changed(row)
    return Result(rows, changes)


def update(store: Store, act: Acting, finding_id: str, change: FindingEdit) -> Result[Finding]:
    """Keep what the inspector wrote; law, clock and date are checked.

    Raises:
        Refused: ``finding-closed``, ``law-unknown``, ``law-empty``, ``law-not-citable``,
            ``clock-unknown``, ``due-in-past``.
    """
    row = get(store, finding_id)
    if row.state not in {"open", "withdrawn"}:
        raise Refused("finding-closed", finding_id=finding_id, state=row.state)
    if change.seen is not None:
        row = replace(row, seen=change.seen)
    if change.severity is not None:
        row = replace(row, severity=change.severity)
    if change.measure is not None:
        row = replace(row, measure=change.measure)
    if change.law_key is not None:
        law = laws.require(store, change.law_key)
        row = replace(row, law_key=law.key, law=laws.cite(law))
    if change.clock_id is not None:
        row = _with_clock(store, row, change.clock_id, act.today)
    if change.due is not None:
        if change.due < act.today:
            raise Refused("due-in-past", due=change.due, today=act.today)
        row = replace(row, due=change.due, due_provisional=False)
    with writing(store, act):
        nouns.save(store, row)
    return Result(row, changed(row))


def _with_clock(reader: Reader, row: Finding, clock_id: str, start: dt.date) -> Finding:
    if clock(reader, clock_id) is None:
        raise Refused("clock-unknown", clock_id=clock_id)
    counted = explain(reader, clock_id, start)
    return replace(row, clock_id=clock_id, due=counted.due, due_provisional=counted.provisional)


def changed(row: Finding) -> Changes:
    """What a change of a finding touches."""
    return touched("finding", row.id, row.record_id, row.case_id, row.enterprise_id)
