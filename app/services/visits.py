"""Visits: inspections planned, approved, announced, made, and the cap of a year.

After 国办发〔2024〕54号: an inspection is approved and announced before it is made, an urgent one is
approved afterwards; an enterprise is not inspected more often than the bureau has published. Nobody
is stopped at the gate: what is missing is told, and what exceeds the cap needs its reason.
"""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import follow_ups
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.prefill import as_datetime
from app.services.records import Opened, answered, answered_day
from app.services.visit_rules import Rules, rules
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp, Visit
from db.journal.clock import to_text
from db.journal.ids import new_id
from db.rows import CaseFile
from db.store import answers, visits
from db.store import follow_ups as kept_follow_ups

KINDS = ("routine", "complaint", "recheck", "urgent")
"""Why one goes there; which of them the cap leaves out is the bureau's rule."""

_SOURCES = {"complaint": "complaint", "recheck": "recheck"}


@dataclass(frozen=True, slots=True)
class Wish:
    """A visit someone wants to make; ``reason`` is why the cap is exceeded."""

    kind: str = "routine"
    planned: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """The visits of one enterprise in one year that count: made, planned, and the cap (0: none)."""

    year: int
    made: int
    planned: int
    cap: int

    @property
    def full(self) -> bool:
        """Whether one more would exceed the cap."""
        return bool(self.cap) and self.made + self.planned >= self.cap


def tally(reader: Reader, enterprise_id: str, year: int) -> Tally:
    """How often an enterprise was and will be visited in a year."""
    rule = rules(reader)
    since, until = _year(year)
    made, planned = visits.count(reader, enterprise_id, since, until, rule.exempt)
    return Tally(year, made, planned, rule.cap_in(year))


def exceeds(
    reader: Reader, act: Acting, enterprise_id: str, kind: str, planned: dt.date | None = None
) -> bool:
    """Whether one more visit of this kind would exceed the cap of the year it is planned in."""
    counted = kind not in rules(reader).exempt
    return counted and tally(reader, enterprise_id, (planned or act.today).year).full


def plan(store: Store, act: Acting, case: CaseFile, wish: Wish) -> Result[Visit]:
    """Plan the visit of a case; an urgent one has begun and must be approved afterwards.

    Raises:
        Refused: ``visit-reason-missing``: the cap would be exceeded without a reason;
            ``visit-past``: it is planned for a day that is over.
    """
    if wish.planned is not None and wish.planned < act.today:
        raise Refused("visit-past", day=wish.planned, today=act.today)
    over = exceeds(store, act, case.enterprise_id, wish.kind, wish.planned)
    if over and not wish.reason.strip():
        year = (wish.planned or act.today).year
        raise Refused("visit-reason-missing", cap=rules(store).cap, year=year)
    row = Visit(
        id=new_id(),
        case_id=case.id,
        enterprise_id=case.enterprise_id,
        kind=wish.kind,
        matter=matter_of_visit(case),
        planned=wish.planned,
        reason=wish.reason.strip(),
        created=act.now,
    )
    with writing(store, act):
        visits.save(store, row)
        changes = touched("visit", row.id, row.case_id, row.enterprise_id)
        left = _left_by(store, act, row, rules(store))
        if left:
            changes |= follow_ups.keep(store, act, *left).changes
    return Result(row, changes)


def _left_by(reader: Reader, act: Acting, row: Visit, rule: Rules) -> list[FollowUp]:
    """What a planned visit leaves to be done: to go there, or to have it approved afterwards."""
    until = act.now + dt.timedelta(hours=rule.urgent_hours)
    urgent = row.kind == "urgent"
    due = until.astimezone(CHINA).date() if urgent else row.planned
    if due is None:
        return []
    made = follow_ups.make(
        reader,
        case_id=row.case_id,
        enterprise_id=row.enterprise_id,
        kind=follow_ups.VISIT_APPROVAL if urgent else follow_ups.VISIT,
        start=act.now,
        owner=("visit", row.id),
        title=row.matter,
        due=due,
    )
    return [replace(made, clock_id="inspection-approval-urgent", due_at=until) if urgent else made]


def current(reader: Reader, case_id: str) -> Visit | None:
    """The visit a case is about now, the newest that was not called off."""
    return next(iter(visits.of_case(reader, case_id)), None)


def of_notice(reader: Reader, enterprise_id: str, document_id: str) -> Visit | None:
    """The visit an issued notice announces."""
    return visits.of_notice(reader, enterprise_id, document_id)


def stage(row: Visit) -> str:
    """How far it is: planned, approved, announced, arrived, done, refused or cancelled.

    Refused is one that was made and not approved afterwards.
    """
    if row.refused_id and row.arrived is not None:
        return "refused"
    if row.state != "planned":
        return row.state
    if row.notice_id:
        return "announced"
    return "approved" if row.approval_id else "planned"


def lacking(row: Visit) -> str:
    """What it lacks: approval, approval-after (an urgent one), refused (for good), notice or ""."""
    if row.state == "cancelled":
        return ""
    if row.refused_id:
        return "refused" if row.left_at is not None else "refused-on-the-spot"
    urgent = row.kind == "urgent"
    if not row.approval_id:
        return "approval-after" if urgent else "approval"
    return "" if row.notice_id or urgent else "notice"


def arrive(store: Store, act: Acting, visit_id: str, by: str = "hand") -> Result[Visit]:
    """Keep the moment of arrival; ``by`` is scan or hand.

    Raises:
        Refused: ``not-found``; ``visit-arrived``: it is kept already; ``visit-cancelled``.
    """
    row = _get(store, visit_id)
    if row.arrived is not None:
        at = row.arrived.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
        raise Refused("visit-arrived", at=at)
    if row.state == "cancelled":
        raise Refused("visit-cancelled")
    changes = _keep(store, act, replace(row, arrived=act.now, arrived_by=by, state="arrived"))
    changes |= follow_ups.settle_of(store, act, row.id, follow_ups.VISIT)
    return Result(_get(store, visit_id), changes)


def leave(store: Store, act: Acting, visit_id: str) -> Result[Visit]:
    """Keep the moment one left.

    Raises:
        Refused: ``not-found``; ``visit-not-arrived``; ``visit-left``: it is kept already.
    """
    row = _get(store, visit_id)
    if row.arrived is None:
        raise Refused("visit-not-arrived")
    if row.left_at is not None:
        raise Refused("visit-left")
    changes = _keep(store, act, replace(row, left_at=act.now, state="done"))
    return Result(_get(store, visit_id), changes)


def decided(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """The approval of a visit was signed: it may be made, or it is called off.

    One that was made already and is not approved stays made, and counts as approved nowhere.
    """
    row = _of(store, act, opened)
    if answered(opened, "decision") == "approved":
        changes = follow_ups.settle_of(store, act, row.id, follow_ups.VISIT_APPROVAL)
        day = answered_day(opened, "planned_on") or row.planned
        changes |= _moved(store, act, row, day)
        approved = replace(row, approval_id=owner[1], refused_id="", planned=day)
        return changes | _keep(store, act, approved)
    note = answered(opened, "opinion") or opened.record.title
    changes = _not_approved(store, act, row, note)
    refused = replace(row, approval_id="", refused_id=owner[1])
    if row.arrived is None:
        changes |= follow_ups.settle_of(store, act, row.id, follow_ups.VISIT)
        refused = replace(refused, state="cancelled", reason=note)
    return changes | _keep(store, act, refused)


def _not_approved(store: Store, act: Acting, row: Visit, note: str) -> Changes:
    """The approval that was owed will not come: it is void, not done, with the approver's words."""
    owed = [
        replace(one, state="void", note=note)
        for one in kept_follow_ups.of_owner(store, row.id)
        if one.kind == follow_ups.VISIT_APPROVAL and one.state == "open"
    ]
    return follow_ups.keep(store, act, *owed).changes if owed else Changes()


def announced(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """The notice of a visit was issued: its day is the one the notice names."""
    row = _of(store, act, opened)
    day = answered_day(opened, "inspect_at") or row.planned
    changes = _moved(store, act, row, day)
    return changes | _keep(store, act, replace(row, notice_id=owner[1], planned=day))


def _moved(store: Store, act: Acting, row: Visit, day: dt.date | None) -> Changes:
    """What is to be done on the day of a visit is to be done on the day it has now."""
    left = [one for one in kept_follow_ups.of_owner(store, row.id) if one.kind == follow_ups.VISIT]
    if day is None or row.arrived is not None:
        return Changes()
    if not left:
        left = _left_by(store, act, replace(row, planned=day), rules(store))
    open_ones = [replace(one, due=day) for one in left if one.state == "open"]
    return follow_ups.keep(store, act, *open_ones).changes if open_ones else Changes()


def matter_of_visit(case: CaseFile) -> str:
    """What is inspected, as a unit is told: the check, and not the record that is made of it."""
    return case.title.replace("检查记录", "检查")


def known(reader: Reader, act: Acting, case: CaseFile) -> dict[str, str]:
    """What is known already of the approval and the notice of a case's visit, by question."""
    row = current(reader, case.id)
    rule = rules(reader)
    said: dict[str, str] = {
        "matter": matter_of_visit(case),
        "unit": act.office.unit,
        "urgent": "no",
    }
    began = (row.arrived or row.created) if row else act.now
    day = (row.planned if row and row.arrived is None else None) or began.astimezone(CHINA).date()
    if cap := rule.cap_in(day.year):
        said["visit_cap"] = str(cap)
    if row is None:
        return said
    said["visit_number"] = str(visits.place_of(reader, row, *_year(day.year), rule.exempt))
    said["over_reason"] = row.reason
    said["source"] = _SOURCES.get(row.kind, "campaign" if case.campaign else "plan")
    said["planned_on"] = (row.planned or began.astimezone(CHINA).date()).isoformat()
    if row.kind == "urgent":
        said |= {"urgent": "yes", "urgent_from": as_datetime(began)}
    if row.approval_id:
        said |= _approved(reader, row.approval_id)
    return {name: value for name, value in said.items() if value}


def _approved(reader: Reader, record_id: str) -> dict[str, str]:
    """What the approval said, under the names of the notice."""
    found = {
        path.rsplit("/", 1)[-1]: value
        for path, value in answers.of_record(reader, record_id).items()
    }
    same = ("matter", "law_basis", "place", "way", "approver", "visit_number", "visit_cap")
    said = {name: found[name] for name in same if found.get(name)}
    if found.get("decided_on"):
        said["approved_on"] = found["decided_on"]
    return said


def _of(store: Store, act: Acting, opened: Opened) -> Visit:
    """The visit a paper is about; a case begun without one gets it now."""
    record = opened.record
    row = current(store, record.case_id)
    return row or Visit(
        id=new_id(),
        case_id=record.case_id,
        enterprise_id=record.enterprise_id,
        matter=answered(opened, "matter") or record.title,
        created=act.now,
    )


def _keep(store: Store, act: Acting, row: Visit) -> Changes:
    with writing(store, act):
        visits.save(store, row)
    return touched("visit", row.id, row.case_id, row.enterprise_id)


def _get(reader: Reader, visit_id: str) -> Visit:
    row = visits.get(reader, visit_id)
    if row is None:
        raise Refused("not-found", kind="visit", id=visit_id)
    return row


def _year(year: int) -> tuple[str, str]:
    """The first moment of a year in China and of the next, as kept text."""
    first = dt.datetime(year, 1, 1, tzinfo=CHINA)
    return to_text(first), to_text(first.replace(year=year + 1))
