"""延期整改告知书: begun from an extension that is wanted, it makes the extension when it is issued."""

import datetime as dt
from collections.abc import Mapping

from app.services import extending, findings
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.extending import FINDING, Wanted
from app.services.links import link, linked
from app.services.orders import fact_of
from app.services.prefill import fill
from app.services.preparing import begin, open_case, team_of
from app.services.progress import count
from app.services.records import Opened, keep_whole, open_record
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Document, Record
from db.store import nouns, records

FORM = "extension-notice"
EXTENDS = "/links/extends"
"""Where the finding is kept whose deadline the paper extends."""


def prepare(store: Store, act: Acting, finding_id: str, wanted: Wanted) -> Result[Record]:
    """Begin the paper over a finding with what is known; an open draft over it is gone on with.

    A draft says then what is wanted now, whatever was wanted when it was begun. The deadline
    itself moves only when the paper is issued.

    Raises:
        Refused: as ``extending.count``; ``case-closed``, ``form-unknown``.
    """
    counted = extending.count(store, FINDING, finding_id, wanted, act.today)
    row = findings.get(store, finding_id)
    case = open_case(store, row.case_id)
    order = nouns.get(store, Document, row.document_id or "")
    known = {
        "order_number": order.number_text if order else "",
        "order_item": f"{fact_of(row)}。",
        "old_deadline": _text(counted.before),
        "new_deadline": _text(counted.after),
        "amount": str(wanted.amount or ""),
        "unit": wanted.unit,
        "reason": wanted.reason.strip(),
        "article": wanted.article.strip(),
        "approver": wanted.approver.strip(),
    }
    draft = _draft(store, row.case_id, finding_id)
    if draft is not None:
        return _wanted_anew(store, act, draft, known)
    with writing(store, act):
        team = team_of(store, act, case.id)
        told = {name: value for name, value in known.items() if value}
        record = begin(store, act, case, FORM, team, known=told)
        link(store, record, [finding_id], EXTENDS)
    return Result(record, touched("record", record.id) | touched("case", case.id))


def _wanted_anew(
    store: Store, act: Acting, draft: Record, known: Mapping[str, str]
) -> Result[Record]:
    opened = open_record(store, act, draft.id)
    fill(opened.session, known)
    answers, progress = opened.session.answers(), count(opened.session)
    changes = keep_whole(store, act, draft.id, answers, progress=progress).changes
    return Result(draft, changes)


def apply(store: Store, act: Acting, opened: Opened) -> Changes:
    """Make the extension an issued paper tells of; asked for inside the transaction that issues it.

    Raises:
        Refused: ``extension-differs``: the day in the paper is not the one that is counted; as
            ``extending.change``.
    """
    record = opened.record
    if record.form_id != FORM:
        return Changes()
    changes = Changes()
    final = opened.session.final()
    said = {ref.rsplit("/", 1)[-1]: value for ref, value in final.items()}
    for finding_id in linked(store, record, EXTENDS):
        wanted = Wanted(
            "extension",
            said.get("article", ""),
            said.get("approver", ""),
            said.get("reason", ""),
            amount=int(said.get("amount") or 0),
            unit=said.get("unit", ""),
            record_id=record.id,
        )
        counted = extending.count(store, FINDING, finding_id, wanted, act.today)
        told = said.get("new_deadline", "")[:10]
        if counted.after is None or told != counted.after.isoformat():
            raise Refused("extension-differs", told=told, counted=_text(counted.after))
        changes |= extending.change(store, act, FINDING, finding_id, wanted).changes
        changes |= touched("finding", finding_id)
    return changes


def past(reader: Reader, document: Document) -> frozenset[str]:
    """What a withdrawn paper leaves as it is: findings that are settled, and their extensions."""
    record = records.get(reader, document.record_id)
    found: set[str] = set()
    if record is None or record.form_id != FORM:
        return frozenset()
    for finding_id in linked(reader, record, EXTENDS):
        if findings.get(reader, finding_id).state != "ordered":
            made = (one.id for one in extending.changes_of(reader, finding_id))
            found |= {finding_id, *made}
    return frozenset(found)


def _draft(reader: Reader, case_id: str, finding_id: str) -> Record | None:
    for record in records.of_case(reader, case_id):
        begun = record.form_id == FORM and record.state == "draft"
        if begun and finding_id in linked(reader, record, EXTENDS):
            return record
    return None


def _text(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
