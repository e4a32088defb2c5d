"""Withdrawing a record: what it changed is given back, and its own findings go with it."""

import datetime as dt
from dataclasses import replace

from app.services import follow_ups, sample_states, unsettling
from app.services.changes import Changes, touched
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.links import CITED, linked
from app.services.matters import DESK
from app.services.standing_on import PAPER, named
from db.connection import Reader, Store
from db.rows import CaseFile, Document, Finding, Record
from db.store import cases, documents, findings, nouns, records, samples
from db.store import follow_ups as follow_ups_kept


def require_open(reader: Reader, record: Record) -> None:
    """See that the case of a record was not closed over it, and that no case rests on it.

    Raises:
        Refused: ``case-closed-since``; ``paper-stands``: an inspection was begun from this card.
    """
    case = nouns.get(reader, CaseFile, record.case_id)
    if case is not None and case.state != "open":
        day = (case.closed or case.opened).astimezone(CHINA).date()
        raise Refused("case-closed-since", title=case.title, day=day)
    for begun in cases.of_origin(reader, record.case_id) if record.form_id == DESK else ():
        for paper in records.of_case(reader, begun.id):
            if paper.state != "withdrawn":
                day = paper.created.astimezone(CHINA).date()
                raise Refused("paper-stands", paper=named(reader, paper), day=day)


def give_back(store: Store, act: Acting, record: Record, reason: str) -> Changes:
    """Give back what a record changed; asked for inside the transaction that withdraws it.

    Raises:
        Refused: as ``unsettling.undo``; ``paper-stands``, ``step-moved-on``: one of its findings
            was ordered or settled.
    """
    done = unsettling.deed(store, record.id, "finished")
    changes = unsettling.undo(store, done, reason, act.now)
    changes |= follow_ups.void_of(store, act, record.id, reason)
    for finding in findings.of_record(store, record.id):
        _require_uncited(store, finding)
        if finding.state != "open":
            raise _rests(store, finding)
        nouns.save(store, replace(finding, state="withdrawn"))
        changes |= touched("finding", finding.id, finding.case_id, finding.enterprise_id)
    return changes


def void_samples(store: Store, record: Record) -> Changes:
    """What was drawn by a sheet that is withdrawn is waited for no more; it may be given back.

    Asked for inside the transaction that withdraws it, so that restoring a draft restores them.
    """
    rows = [
        replace(one, state=sample_states.WITHDRAWN)
        for one in samples.of_record(store, record.id)
        if one.state not in sample_states.ENDED
    ]
    if not rows:
        return Changes()
    samples.save(store, *rows)
    return touched("sample", record.id, record.case_id, *(one.id for one in rows))


def _require_uncited(reader: Reader, finding: Finding) -> None:
    """See that no issued penalty rests on a finding."""
    for record in records.of_case(reader, finding.case_id):
        if record.state != "issued" or _is_withdrawn(reader, record):
            continue
        if finding.id in linked(reader, record, CITED):
            raise Refused("paper-stands", paper=named(reader, record), day=_day(record))


def _day(record: Record) -> dt.date:
    return (record.finished or record.created).astimezone(CHINA).date()


def require_no_paper_on(reader: Reader, finding: Finding) -> None:
    """See that no paper re-checked an ordered finding or extended its day.

    Raises:
        Refused: ``paper-stands``.
    """
    made = [one.record_id for one in follow_ups_kept.changes_of(reader, finding.id)]
    for record_id in (finding.recheck_record_id, *made):
        record = nouns.get(reader, Record, record_id) if record_id else None
        if record is not None and record.state in PAPER and not _is_withdrawn(reader, record):
            raise Refused("paper-stands", paper=named(reader, record), day=_day(record))


def _is_withdrawn(reader: Reader, record: Record) -> bool:
    """Whether what was issued on a record is withdrawn; the record itself stays issued."""
    paper = next(iter(documents.of_record(reader, record.id)), None)
    return paper is not None and paper.state in {"withdrawn", "superseded"}


def _rests(reader: Reader, finding: Finding) -> Refused:
    """What stands on a finding: its order, else the day of its last step."""
    order = nouns.get(reader, Document, finding.document_id or "")
    paper = nouns.get(reader, Record, order.record_id) if order else None
    if order is not None and paper is not None:
        day = order.issued.astimezone(CHINA).date()
        return Refused("paper-stands", paper=named(reader, paper), day=day)
    day = finding.settled or finding.created.astimezone(CHINA).date()
    return Refused("step-moved-on", name=finding.seen or finding.item, day=day)
