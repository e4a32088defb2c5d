"""A finding's life: what happened to it, when and by whom, read from its journal and its papers."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from app.services import handed_in
from app.services.standing_on import said
from app.services.taking_back import standing
from app.services.unsettling import UNDONE
from db.connection import Reader
from db.rows import Document, Finding, Person, Record
from db.store import documents, follow_ups, nouns, operations
from db.store.moments import wall_of
from db.store.operations import Event

MOST = 200
"""Operations of one finding that are read; more is no life but a fault."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened.

    ``what`` is found, ordered, served, report, handed-in (by the party at the hub, not noted on the
    finding), recheck, close, reopen, extend, suspend, resume, escalate or undone; ``detail`` its own word (a verdict, a way, the step taken back), ``note``
    what was said, ``who`` the one who did it. ``due_before`` and ``due_after`` are the deadlines an
    extension stands between; ``target`` is the document, paper or case to open.
    """

    at: dt.datetime
    what: str
    who: str = ""
    detail: str = ""
    note: str = ""
    due_before: dt.date | None = None
    due_after: dt.date | None = None
    target: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Life:
    """A finding's moments, oldest first, and the step that may be taken back ("" for none)."""

    moments: tuple[Moment, ...]
    last: str


def life(reader: Reader, row: Finding) -> Life:
    """Read what happened to a finding, oldest first."""
    events = operations.history(reader, row.id, MOST)
    names: dict[str, str] = {}
    found: list[Moment] = []
    due: dt.date | None = None
    for event in reversed(events):
        moved = _day(event) if "due" in event.operation.fields else due
        found += _moments(reader, event, names, row.created, (due, moved))
        due = moved
    if not found or found[0].what != "found":
        found.insert(0, Moment(row.created, "found"))
    found += _served(reader, row) + _handed_in(reader, row, events)
    step = standing(reader, row.id)
    ordered = sorted(found, key=lambda one: one.at)
    return Life(tuple(ordered), said(step, "step") if step else "")


def paper_of(reader: Reader, target: str) -> Record | None:
    """The paper a finding was taken on to; None where it went to a case file."""
    return nouns.get(reader, Record, target)


def _moments(
    reader: Reader,
    event: Event,
    names: dict[str, str],
    made: dt.datetime,
    dues: tuple[dt.date | None, dt.date | None],
) -> list[Moment]:
    """What one operation says happened; nothing where it only wrote something down."""
    operation = event.operation
    before, after = dues
    at, who = wall_of(operation), _name(reader, operation.user, names)
    step = said(event, "step")
    if not step:
        if "record_id" in operation.fields:
            return [Moment(made, "found", who)]
        if said(event, "state") == "ordered":
            paper = nouns.get(reader, Document, said(event, "document_id"))
            if paper is None:
                return [Moment(at, "ordered", who, due_after=after)]
            target = ("document", paper.id)
            number = paper.number_text
            return [Moment(paper.issued, "ordered", who, number, due_after=after, target=target)]
        return []
    moved = before != after and step in {"extend", "suspend", "resume"}
    detail = {
        "recheck": said(event, "verdict"),
        "escalate": said(event, "way"),
        "report": said(event, "origin"),
        UNDONE: _undone(reader, event),
    }.get(step, "")
    target = ("", "")
    if step == "extend" and (paper := _extended_by(reader, operation.rec_id, dues)) is not None:
        detail, target = paper.number_text, ("document", paper.id)
    if taken_to := said(event, "escalated_to"):
        target = ("escalated", taken_to)
    elif step == "recheck" and (record_id := said(event, "recheck_record_id")):
        target = ("paper", record_id)
    looked = said(event, "by") or who
    note = said(event, "report") if step == "report" else said(event, "note")
    return [
        Moment(
            at,
            step,
            looked,
            detail,
            note,
            due_before=before if moved else None,
            due_after=after if moved else None,
            target=target,
        )
    ]


def _extended_by(
    reader: Reader, finding_id: str, dues: tuple[dt.date | None, dt.date | None]
) -> Document | None:
    """The paper that told the party of an extension; None for one made without a paper."""
    for made in follow_ups.changes_of(reader, finding_id):
        if made.record_id and (made.due_before, made.due_after) == dues:
            return next(iter(documents.of_record(reader, made.record_id)), None)
    return None


def _undone(reader: Reader, event: Event) -> str:
    """The step an undoing took back."""
    history = operations.history(reader, event.operation.rec_id, MOST)
    wanted = said(event, "undid")
    steps = (said(one, "step") for one in history if one.operation.txn == wanted)
    return next((step for step in steps if step), "")


def _served(reader: Reader, row: Finding) -> list[Moment]:
    """How the order reached the party, where that is kept."""
    paper = nouns.get(reader, Document, row.document_id or "")
    if paper is None or not paper.service:
        return []
    told = json.loads(paper.service)
    return [
        Moment(
            dt.datetime.fromisoformat(told["at"]),
            "served",
            str(told.get("receiver", "")),
            str(told.get("method", "")),
            target=("document", paper.id),
        )
    ]


def _handed_in(reader: Reader, row: Finding, events: Sequence[Event]) -> list[Moment]:
    """What the party handed in at the hub beside what was noted: before or after it, too late."""
    noted = {said(event, handed_in.TAKEN) for event in events}
    return [
        Moment(one.report.received, "handed-in", one.report.handed_by, note=one.report.text)
        for one in handed_in.of_finding(reader, row)
        if one.report.id not in noted
    ]


def _name(reader: Reader, person_id: str, names: dict[str, str]) -> str:
    if person_id not in names:
        person = nouns.get(reader, Person, person_id) if person_id else None
        names[person_id] = person.name if person else ""
    return names[person_id]


def _day(event: Event) -> dt.date | None:
    text = said(event, "due")
    return dt.date.fromisoformat(text) if text else None
