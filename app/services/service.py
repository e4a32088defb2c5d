"""After issue: how a document reached the party, copies, withdrawal, spoiled numbers."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.services import (
    addresses,
    evidence_release,
    extending,
    extension_notice,
    follow_ups,
    gone,
    measures,
    served,
    unsettling,
    withdrawing,
)
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA, Acting
from app.services.documents import get
from app.services.errors import Refused
from app.services.standing_papers import STANDS
from app.services.writing import writing
from db.connection import Store
from db.rows import Document, Enterprise, Record
from db.store import documents, findings, nouns, numbers

METHODS = ("at-once", "post", "left", "electronic")
"""当场直接送达, 邮寄送达, 留置送达, 电子送达 (程序规定 art. 82)."""
RARE = ("entrusted", "announced")
"""委托送达, 公告送达: recorded by a receipt only."""
_ORDERED = frozenset({"ordered", "reported", "rechecked"})
"""The states of a finding whose order stands and that is not settled."""
_AS_FOUND: Mapping[str, Any] = {
    "document_id": None,
    "report": "",
    "reported": None,
    "rechecked": None,
    "recheck_record_id": "",
}
"""What a finding is again when its order is withdrawn: nobody was ordered anything."""


@dataclass(frozen=True, slots=True)
class Service:
    """How a document reached the party: a word of ``METHODS``, when (UTC), and the proof.

    ``proof`` are attachment ids; ``note`` is the tracking number or the confirmed address.
    """

    method: str
    at: dt.datetime
    receiver: str = ""
    witness: str = ""
    proof: tuple[str, ...] = ()
    note: str = ""


def serve(store: Store, act: Acting, document_id: str, service: Service) -> Result[Document]:
    """Record how the document was served.

    At once needs a receiver; left at the place a witness, a photo or the number of a film; post a
    tracking number; electronic the address the party confirmed in a 送达地址确认书.

    Raises:
        Refused: ``document-closed``, ``paper-moved``, ``setting-wrong``, ``receiver-missing``,
            ``service-proof-missing``, ``address-not-confirmed``, ``service-day-wrong``: after today,
            or before the document was issued.
    """
    row = get(store, document_id)
    if row.state not in STANDS:
        raise Refused("document-closed", document_id=document_id, state=row.state)
    gone.require_record(store, row.record_id)
    check(service)
    _check_day(act, row, service.at)
    if service.method == "electronic" and not addresses.electronic(store, row.enterprise_id):
        party = nouns.get(store, Enterprise, row.enterprise_id)
        raise Refused("address-not-confirmed", name=party.name if party else "")
    text = as_text(service)
    with writing(store, act):
        _serve(store, row, text)
        changes = _changes(row) | follow_ups.settle_of(store, act, document_id, "service")
        changes |= served.served(store, act, row, service.at)
    return Result(get(store, document_id), changes)


def _check_day(act: Acting, row: Document, at: dt.datetime) -> None:
    """Periods run from the day of service, so it may not be one on which nothing could be served."""
    day, issued = (one.astimezone(CHINA).date() for one in (at, row.issued))
    if not issued <= day <= act.today:
        raise Refused("service-day-wrong", day=day, issued=issued)


def _serve(store: Store, row: Document, text: str) -> None:
    """A document served once may be served again (posted after it was refused)."""
    if row.state == "issued":
        documents.set_state(store, row.id, "served", service=text)
    else:
        nouns.edit(store, Document, row.id, service=text)


def as_text(service: Service) -> str:
    """A service as the document keeps it: JSON."""
    return json.dumps(
        {
            "method": service.method,
            "at": service.at.isoformat(timespec="milliseconds"),
            "receiver": service.receiver.strip(),
            "witness": service.witness.strip(),
            "proof": list(service.proof),
            "note": service.note.strip(),
        },
        ensure_ascii=False,
    )


def service_of(document: Document) -> Service | None:
    """The service of a document, if it was served."""
    if not document.service:
        return None
    kept = json.loads(document.service)
    return Service(
        kept["method"],
        dt.datetime.fromisoformat(kept["at"]),
        kept["receiver"],
        kept["witness"],
        tuple(kept["proof"]),
        kept["note"],
    )


def check(service: Service) -> None:
    """See that a service has the proof its method needs.

    Raises:
        Refused: ``setting-wrong``, ``receiver-missing``, ``service-proof-missing``.
    """
    if service.method not in (*METHODS, *RARE):
        raise Refused("setting-wrong", name="method", value=service.method)
    if service.method == "at-once" and not service.receiver.strip():
        raise Refused("receiver-missing", method=service.method)
    proof = service.witness.strip() or service.proof or service.note.strip()
    left = service.method == "left" and not proof
    sent = service.method in {"post", "electronic", *RARE} and not service.note.strip()
    if left or sent:
        raise Refused("service-proof-missing", method=service.method)


def reprinted(store: Store, act: Acting, document_id: str, copies: int) -> Result[Document]:
    """Count copies printed; the journal keeps who and when."""
    row = get(store, document_id)
    with writing(store, act):
        nouns.edit(store, Document, document_id, printed=copies)
    return Result(row, _changes(row))


def withdraw(store: Store, act: Acting, document_id: str, reason: str) -> Result[Document]:
    """Withdraw an issued document with its reason.

    Its number stays used, its findings open again, and what else it changed is given back.

    Raises:
        Refused: ``reason-missing``, ``document-closed``, ``case-closed-since``, ``paper-moved``;
            ``paper-stands``: a finding it ordered was re-checked or extended by a paper, or what it
            listed was seized or released by one; as ``unsettling.undo``.
    """
    if not reason.strip():
        raise Refused("reason-missing")
    row = get(store, document_id)
    if row.state not in STANDS:
        raise Refused("document-closed", document_id=document_id, state=row.state)
    gone.require_record(store, row.record_id)
    measures.require_unnamed(store, row)
    evidence_release.require_kept(store, row)
    changes = _changes(row)
    if (record := nouns.get(store, Record, row.record_id)) is not None:
        withdrawing.require_open(store, record)
    with writing(store, act):
        issued = unsettling.deed(store, row.record_id, "issued")
        besides = set(extension_notice.past(store, row))
        documents.withdraw(store, document_id, reason.strip())
        for finding in findings.of_case(store, row.case_id):
            if finding.document_id != document_id:
                continue
            besides.add(finding.id)
            if finding.state in _ORDERED:
                withdrawing.require_no_paper_on(store, finding)
                before = extending.unchanged(store, finding)
                nouns.save(store, replace(before, state="open", **_AS_FOUND))
                changes |= follow_ups.void_of(store, act, finding.id, reason.strip())
                changes |= touched("finding", finding.id)
        changes |= follow_ups.void_of(store, act, document_id, reason.strip())
        changes |= unsettling.undo(store, issued, reason.strip(), act.now, frozenset(besides))
        changes |= served.withdrawn(store, act, row, reason.strip())
        if record is not None:
            changes |= withdrawing.void_samples(store, record)
    return Result(get(store, document_id), changes)


def void_number(
    store: Store, act: Acting, number: tuple[str, int, int], reason: str
) -> Result[tuple[str, int, int]]:
    """Account for a spoiled number (series, year, number) that was never issued.

    Raises:
        Refused: ``reason-missing``, ``number-none-left``: not the next one of a held block.
    """
    if not reason.strip():
        raise Refused("reason-missing")
    series, year, value = number
    if numbers.peek(store, series, year) != value:
        raise Refused("number-none-left", series=series, year=year)
    with writing(store, act):
        numbers.void(store, series, year, value, reason.strip())
    return Result(number, touched("number", series))


def _changes(row: Document) -> Changes:
    return touched("document", row.id) | touched("case", row.case_id)
