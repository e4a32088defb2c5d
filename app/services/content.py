"""What a document freezes: everything its page says, as canonical JSON text."""

import hashlib
import json
from collections.abc import Mapping

from app.services import attachments, laws, signing
from app.services.context import Acting
from app.services.links import findings_of
from app.services.records import Opened, inspectors_of
from db.connection import Reader
from db.rows import Finding

VERSION = 1


def frozen(reader: Reader, act: Acting, opened: Opened, head: Mapping[str, str]) -> str:
    """The content of a document: canonical JSON (sorted keys, no spaces, UTF-8 text).

    ``head`` holds its id and number. ``orders`` are the ids of the findings it is written over.
    """
    record, party = opened.record, opened.enterprise
    ordered = findings_of(reader, record)
    content = {
        "v": VERSION,
        **head,
        "title": opened.package.title,
        "form": record.form_id,
        "form_hash": record.form_hash,
        "record": record.id,
        "case": record.case_id,
        "issued": act.now.isoformat(timespec="milliseconds"),
        "date": act.today.isoformat(),
        "bureau": act.office.bureau,
        "device": act.office.device,
        "by": {"name": act.who.name, "certificate": act.who.certificate},
        "party": {"id": party.id, "name": party.name, "uscc": party.uscc} if party else {},
        "inspectors": [
            {"name": person.name, "certificate": person.certificate}
            for person in inspectors_of(reader, opened)
        ],
        "answers": opened.told(),
        "orders": [finding.id for finding in ordered],
        "findings": [_finding(reader, finding) for finding in ordered],
        "signatures": [
            {
                "slot": place.slot,
                "name": place.signature.name,
                "state": place.signature.state,
                "at": place.signature.at.isoformat() if place.signature.at else "",
                "signed": place.signature.signed_hash,
            }
            for place in signing.slots(reader, opened)
            if place.signature is not None
        ],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(content: str) -> str:
    """SHA-256 of a content as hex."""
    return hashlib.sha256(content.encode()).hexdigest()


def _finding(reader: Reader, row: Finding) -> dict[str, object]:
    article = laws.get(reader, row.law_key) if row.law_key else None
    return {
        "id": row.id,
        "item": row.item,
        "seen": row.seen,
        "severity": row.severity,
        "law": laws.cite_in_full(article) if article else row.law,
        "law_from": str(article.effective_from or "") if article else "",
        "measure": row.measure,
        "due": str(row.due or ""),
        "photos": [p.sha256 for p in attachments.of_owner(reader, "finding", row.id)],
    }
