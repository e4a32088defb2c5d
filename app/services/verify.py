"""Verify: what the code on a printed paper proves."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services.content import hash_of
from app.services.devices import known_devices
from db.connection import Reader
from db.rows import Document
from db.store import documents, samples
from forms.paper import link


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a scanned code proves.

    ``code``: genuine, withdrawn, superseded, content-differs, unknown-document (signed by a known
    device, but not in this store), unknown-key, forged, not-ours; of a seal also other-sheet (of
    another sheet than its sample's). ``device`` is the signer's label.
    """

    code: str
    document: Document | None = None
    number_text: str = ""
    date: dt.date | None = None
    device: str = ""
    words: str = ""

    @property
    def genuine(self) -> bool:
        """Whether signature, document and content all agree and it still holds."""
        return self.code == "genuine"


def verify(reader: Reader, text: str) -> Verdict:
    """Check a scanned text against the known device keys and the store; needs no network.

    The text is the bare proof or the address that opens it at the hub.
    """
    from forms.paper import proof

    code = link.bare(text)
    try:
        found, _signed, _signature = proof.decode(code)
    except ValueError:
        return Verdict("not-ours")
    device = known_devices(reader).get(found.key_id.hex())
    if device is None:
        return Verdict("unknown-key", date=found.date)
    if not proof.verify(code, device.public):
        return Verdict("forged", date=found.date)
    document = documents.get(reader, found.document_id)
    if document is None:
        return Verdict("unknown-document", date=found.date, device=device.label)
    return Verdict(
        _code(document, found.number, found.content_head),
        document,
        document.number_text,
        found.date,
        device.label,
        proof.check_words(document.content_hash),
    )


def seal(reader: Reader, text: str, sample_id: str) -> Verdict:
    """Check the proof on a seal, which must be that of the sheet its sample was drawn on."""
    found = verify(reader, text)
    sample = samples.get(reader, sample_id)
    sheet = sample.record_id if sample is not None else ""
    if found.document is None or found.document.record_id == sheet:
        return found
    return replace(found, code="other-sheet")


def _code(document: Document, number: int, head: bytes) -> str:
    same = document.number == number and document.content_hash.startswith(head.hex())
    if not same or hash_of(document.content) != document.content_hash:
        return "content-differs"
    if document.state in {"withdrawn", "superseded"}:
        return document.state
    return "genuine"
