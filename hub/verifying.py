"""Public verification: is the paper in my hand the bureau's, and does it still stand?

The code on a paper names the document and is signed by the laptop that issued it. The hub answers
when it has that document, with that code, from that laptop; in every other case it says the same:
not known. It tells nothing a stranger could not read off the paper, and less.
"""

import datetime as dt
import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any

from db.journal import record as records
from db.journal.record import Doc
from forms.paper import proof
from hub.sql import hubs, numbers, people, streams
from hub.sql import records as stored
from hub.sql.base import Db

STATES = {
    "issued": "valid",
    "served": "valid",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
}


@dataclass(frozen=True, slots=True)
class Verified:
    """What is told of a genuine document; ``state`` is ``valid``, ``withdrawn`` or ``superseded``.

    ``twice`` where another paper of the bureau bears the same number.
    """

    number: str
    date: dt.date
    party: str
    state: str
    content_hash: str
    bureau: str
    twice: bool = False

    @property
    def words(self) -> str:
        """The check words as the paper shows them."""
        return proof.check_words(self.content_hash)


@dataclass(frozen=True, slots=True)
class Found:
    """A genuine paper as the hub keeps it: whose it is, its record, what its code says."""

    scope: str
    bureau: str
    doc: Doc
    told: proof.Proof

    @property
    def state(self) -> str:
        """``valid``, ``withdrawn`` or ``superseded``."""
        return STATES.get(str(self.doc.shown("state") or "issued"), "withdrawn")

    @property
    def content(self) -> dict[str, Any]:
        """What the paper froze."""
        content: Any = json.loads(self.doc.shown("content"))
        return content if isinstance(content, dict) else {}


def find(db: Db, text: str) -> Found | None:
    """Return the genuine paper the text of a code is on, None when there is none here."""
    try:
        told, _signed, _signature = proof.decode(text)
    except proof.NoProof:
        return None
    names = {scope: name for scope, _parent, name in hubs.scopes(db)}
    for scope, data in stored.documents(db, sorted(names), told.document_id):
        doc = records.read(data)
        if _is(doc, text, told) and proof.verify(text, _key(db, scope, doc)):
            return Found(scope, names[scope], doc, told)
    return None


def shown(db: Db, found: Found) -> Verified:
    """Return what a stranger is told of a paper."""
    party = found.content.get("party")
    name = party.get("name") if isinstance(party, dict) else None
    return Verified(
        number=str(found.doc.shown("number_text") or ""),
        date=found.told.date,
        party=masked(name) if isinstance(name, str) and name else "",
        state=found.state,
        content_hash=str(found.doc.shown("content_hash")),
        bureau=found.bureau,
        twice=_twice(db, found),
    )


def _twice(db: Db, found: Found) -> bool:
    series, year = found.doc.shown("series"), found.doc.shown("year")
    if not isinstance(series, str) or not isinstance(year, int):
        return False
    number = (series, year, found.told.number)
    return numbers.on_another(db, found.scope, number, found.told.document_id)


def verify(db: Db, text: str) -> Verified | None:
    """Return what the text of a code proves, None when it is not known here or not genuine."""
    found = find(db, text)
    return shown(db, found) if found else None


def masked(name: str) -> str:
    """Return a name that only those who know it recognise; its length is not told."""
    if len(name) <= 4:
        return name[:1] + "＊＊"
    return name[:2] + "＊＊＊" + name[-2:]


def _is(doc: Doc, text: str, told: proof.Proof) -> bool:
    """Whether the record is the document the code speaks of."""
    kept = {name: str(doc.shown(name) or "") for name in ("qr", "content", "content_hash")}
    content_hash = hashlib.sha256(kept["content"].encode()).digest()
    return (
        not doc.deleted
        and secrets.compare_digest(kept["qr"].encode(), text.encode())
        and content_hash.hex() == kept["content_hash"]
        and content_hash[: len(told.content_head)] == told.content_head
        and doc.shown("number") == told.number
    )


def _key(db: Db, scope: str, doc: Doc) -> bytes:
    """The public key of the laptop that issued the document."""
    issue = doc.fields["qr"].shown
    device_id = streams.device_of(db, scope, issue.dot[0]) if issue else None
    device = people.device(db, scope, device_id) if device_id else None
    return device.public_key if device else bytes(32)
