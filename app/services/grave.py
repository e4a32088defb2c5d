"""Grave matters of special equipment: what a serious hazard or a major violation sets going.

A check that finds one is reported upwards (总局令第57号 art. 30); what it found may be sealed or
seized, for a term that is extended once or ends in a release (行政强制法 art. 19, 25, 28).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from app.services import follow_ups, gone, measures, orders
from app.services.changes import Changes
from app.services.context import Acting
from app.services.matters import MATTERS
from app.services.records import Opened, answered, answered_day
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.rows import Document
from db.store import documents, findings, records
from db.store import follow_ups as kept

CHECKS = frozenset(one.form_id for one in MATTERS.values() if one.equipment)
"""The forms by which special equipment is checked."""
MAJOR = "major"
"""The severity of a serious hazard."""
_HOLDS = frozenset({"issued", "served"})


# ── what a finished or issued paper sets going ──────────────────────────────────────────────────


def found(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """A check is finished: a serious hazard or a major violation is to be reported the same day."""
    grave = answered(opened, "report_up") == "yes" or any(
        one.severity == MAJOR for one in findings.of_record(store, opened.record.id)
    )
    if not grave:
        return Changes()
    since = _moment(opened, "time_to") or act.now
    return _open(store, opened, owner, kind="report-up", clock_id="se-report-up", start=since)


def reported(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """The report went to the bureau above: what was owed of the equipment it names is done.

    Where none was owed by that name, the name was written otherwise, and all is meant.
    """
    owed = owed_reports(store, opened.record.case_id)
    name = answered(opened, "device_name").strip()
    return _settle(store, act, [row for row in owed if row.title == name] or owed)


def seized(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """A measure is laid: its term runs, and where it was urgent the approval within 24 hours."""
    since = _moment(opened, "decided_at") or act.now
    until = answered_day(opened, "until")
    changes = _open(
        store, opened, owner, kind="seizure", clock_id="seizure-30d", start=since, due=until
    )
    if answered(opened, "urgent") == "yes":
        changes |= _open(
            store, opened, owner, kind="approval", clock_id="compulsion-24h", start=since
        )
    return changes


def extended(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """The term runs on to a later day; the old one is done with."""
    changes = _settle(store, act, _terms(store, opened))
    until = answered_day(opened, "until")
    return changes | _open(
        store, opened, owner, kind="seizure", clock_id="seizure-ext-30d", start=act.now, due=until
    )


def released(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """The measure is released: nothing of its term is left to be watched, unless in part."""
    if answered(opened, "release_what") == "part":
        return Changes()
    return _settle(store, act, _terms(store, opened))


def _terms(store: Store, opened: Opened) -> Sequence[FollowUp]:
    """The terms of the decision an extension or a release names; those of others run on."""
    number = answered(opened, "decision_number").strip()
    return measures.terms(store, opened.record.case_id, number)


def _moment(opened: Opened, name: str) -> dt.datetime | None:
    text = answered(opened, name)
    return dt.datetime.fromisoformat(text).astimezone(dt.UTC) if text else None


def _open(  # noqa: PLR0913 - what a follow-up is made of, each named at the call
    store: Store,
    opened: Opened,
    owner: tuple[str, str],
    *,
    kind: str,
    clock_id: str,
    start: dt.datetime,
    due: dt.date | None = None,
) -> Changes:
    record = opened.record
    row = follow_ups.make(
        store,
        case_id=record.case_id,
        enterprise_id=record.enterprise_id,
        kind=kind,
        start=start,
        owner=owner,
        title=answered(opened, "device_name") or record.title,
        clock_id=clock_id,
        due=due,
    )
    kept.save(store, row)
    return follow_ups.changed(row)


def _settle(store: Store, act: Acting, found: Sequence[FollowUp]) -> Changes:
    return follow_ups.close(store, act, [replace(row, state="done", done=act.now) for row in found])


def open_ones(reader: Reader, case_id: str) -> tuple[FollowUp, ...]:
    """What is still to be done in a case."""
    return tuple(row for row in kept.of_case(reader, case_id) if row.state == "open")


def owed_reports(reader: Reader, case_id: str) -> tuple[FollowUp, ...]:
    """The reports to the bureau above that are still owed in a case, the oldest first."""
    return tuple(row for row in open_ones(reader, case_id) if row.kind == "report-up")


# ── what stands in a case ───────────────────────────────────────────────────────────────────────


def is_grave(reader: Reader, case_id: str) -> bool:
    """Whether a check of the case orders a stop, or one of its findings is a serious hazard."""
    if any(said.get("stop_use") == "yes" for said in checks(reader, case_id)):
        return True
    return any(one.severity == MAJOR for one in findings.of_case(reader, case_id))


def standing(reader: Reader, case_id: str, form_id: str) -> Document | None:
    """The newest issued paper of a form that holds and was not handed to another bureau."""
    for one in reversed(documents.of_case(reader, case_id)):
        if one.form_id == form_id and one.state in _HOLDS and not gone.paper_is(reader, one):
            return one
    return None


def checks(reader: Reader, case_id: str) -> list[dict[str, str]]:
    """What the checks of a case say, by question name."""
    return list(checked(reader, case_id).values())


def checked(reader: Reader, case_id: str) -> dict[str, dict[str, str]]:
    """The checks of a case by their record's id, with what each says, the oldest first."""
    return {
        record.id: orders.said_by(reader, record.id)
        for record in records.of_case(reader, case_id)
        if record.form_id in CHECKS and record.state not in {"withdrawn", gone.MOVED}
    }
