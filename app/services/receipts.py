"""Receipts 送达回证: begun over issued documents; finishing one records the service on them."""

import datetime as dt
from collections.abc import Mapping

from app.services import addresses, document_card, gone, prefill, service
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA, Acting
from app.services.documents import get
from app.services.errors import Refused
from app.services.links import SERVED, link, linked
from app.services.preparing import begin, open_case, team_of
from app.services.records import Opened
from app.services.service import Service
from app.services.standing_papers import STANDS
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Document, Enterprise, Record
from db.store import documents, nouns, records

RECEIPT = "service-receipt"
_METHODS = {
    "direct": "at-once",
    "left": "left",
    "electronic": "electronic",
    "post": "post",
    "entrusted": "entrusted",
    "announced": "announced",
}
"""A way of the receipt and the way a document keeps."""


def prepare_receipt(store: Store, act: Acting, document_id: str) -> Result[Record]:
    """Begin the receipt of a document, and of what else its case has issued and not served.

    The way and the receiver are those recorded already, if any. An open draft is reused.

    Raises:
        Refused: ``not-found``, ``document-closed``, ``case-closed``, ``paper-moved``,
            ``form-unknown``.
    """
    row = get(store, document_id)
    if row.state not in STANDS:
        raise Refused("document-closed", document_id=document_id, state=row.state)
    gone.require_record(store, row.record_id)
    case = open_case(store, row.case_id)
    draft = _draft(store, row)
    if draft is not None:
        return Result(draft, Changes())
    others = [
        one
        for one in documents.of_case(store, row.case_id)
        if one.state == "issued" and one.id != row.id and not gone.paper_is(store, one)
    ]
    served = [row, *others]
    rows = [
        {"document_name": _title(store, one), "document_number": one.number_text} for one in served
    ]
    with writing(store, act):
        record = begin(
            store,
            act,
            case,
            RECEIPT,
            team_of(store, act, case.id),
            known=_known(store, act, row),
            rows={"documents": rows},
        )
        link(store, record, [one.id for one in served], SERVED)
    return Result(record, touched("record", record.id) | touched("case", case.id))


def record_service(store: Store, act: Acting, opened: Opened) -> Changes:
    """Record on its documents what a receipt says; asked for in the transaction that finishes it.

    A document that was taken off the receipt is left as it is.

    Raises:
        Refused: as ``service.serve``.
    """
    changes = Changes()
    if opened.record.form_id != RECEIPT:
        return changes
    final = opened.session.final()
    named = {value for ref, value in final.items() if ref.endswith("/document_number")}
    said = {ref.rsplit("/", 1)[-1]: value for ref, value in final.items() if "{" not in ref}
    how = service_said(said)
    for document_id in linked(store, opened.record, SERVED):
        row = get(store, document_id)
        if row.number_text in named and row.state in STANDS:
            changes |= service.serve(store, act, document_id, how).changes
    return changes


def service_said(said: Mapping[str, str]) -> Service:
    """The service a receipt tells of, by its answers."""
    method = _METHODS.get(said.get("method", ""), "")
    sent = dt.datetime.fromisoformat(said["sent_at"])
    day = dt.date.fromisoformat((said.get("received_on") or said["sent_at"])[:10])
    at = (
        sent if day <= sent.astimezone(CHINA).date() else dt.datetime.combine(day, dt.time(), CHINA)
    )
    witness = "，".join(said[name] for name in ("witness_name", "witness_unit") if said.get(name))
    notes = [said[name] for name in ("proof", "recording_note") if said.get(name)]
    if method == "electronic":
        notes.insert(0, said.get("place", ""))
    return Service(
        method,
        at.astimezone(dt.UTC),
        receiver=said.get("receiver_name", ""),
        witness=witness,
        proof=tuple(said[name] for name in ("photo", "film") if said.get(name)),
        note="；".join(note for note in notes if note),
    )


def _known(reader: Reader, act: Acting, row: Document) -> dict[str, str]:
    """The way, the place and the receiver, as far as they are known."""
    party = nouns.get(reader, Enterprise, row.enterprise_id)
    known = {
        "place": party.address if party else "",
        "sent_at": prefill.as_datetime(act.now),
        "received_on": act.today.isoformat(),
        "receiver_name": document_card.card(reader, row.id, act.today).receiver,
        "consent": "yes" if addresses.electronic(reader, row.enterprise_id) else "",
    }
    before = service.service_of(row)
    if before is None:
        return known
    way = {ours: theirs for theirs, ours in _METHODS.items()}
    told = {
        "method": way.get(before.method, ""),
        "sent_at": prefill.as_datetime(before.at),
        "received_on": before.at.astimezone(CHINA).date().isoformat(),
        "receiver_name": before.receiver,
        "witness_name": before.witness,
        "proof": before.note,
    }
    return known | {name: value for name, value in told.items() if value}


def _title(reader: Reader, row: Document) -> str:
    record = records.get(reader, row.record_id)
    return record.title if record else row.form_id


def _draft(reader: Reader, row: Document) -> Record | None:
    """The open draft that has this document on it."""
    for record in records.of_case(reader, row.case_id):
        begun = record.form_id == RECEIPT and record.state == "draft"
        if begun and row.id in linked(reader, record, SERVED):
            return record
    return None
