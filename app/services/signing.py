"""Signing: the places to sign, signatures, refusals, absences and witnesses."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Who
from app.services.records import Opened
from db.connection import Reader, Store
from db.rows import Signature
from forms.facts import Signer, Stroke


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to sign.

    ``role`` is inspector, party, witness or recorder; ``current`` is False when the content
    changed after the signature was made; ``expires`` is the certificate's date for inspectors.
    """

    slot: str
    role: str
    required: bool
    name: str
    certificate: str
    expires: dt.date | None
    person_id: str
    signature: Signature | None
    current: bool


@dataclass(frozen=True, slots=True)
class Ink:
    """What the pad hands over: strokes in a box one unit high, its aspect, a PNG picture."""

    strokes: tuple[Stroke, ...]
    aspect: float
    png: bytes


def content_hash(opened: Opened, reader: Reader) -> str:
    """SHA-256 (hex) of what is being signed: form hash, final answers, findings, photos, samples."""
    raise NotImplementedError


def slots(reader: Reader, opened: Opened) -> tuple[Slot, ...]:
    """The places to sign in the form's order."""
    raise NotImplementedError


def sign(
    store: Store, who: Who, opened: Opened, slot: str, name: str, ink: Ink, at: dt.datetime
) -> Result[Signature]:
    """Keep strokes, picture, time and the hash of what was signed; an empty one is refused."""
    raise NotImplementedError


def decline(
    store: Store,
    who: Who,
    opened: Opened,
    slot: str,
    state: str,
    *,
    name: str,
    reason: str,
    evidence: tuple[str, ...] = (),
    witness: str = "",
    at: dt.datetime | None = None,
) -> Result[Signature]:
    """Record ``refused`` or ``absent``: reason, and a photo/recording or a witness (art. 43)."""
    raise NotImplementedError


def clear(store: Store, who: Who, opened: Opened, slot: str) -> Result[None]:
    """Sign again: the old signature stays in the journal only."""
    raise NotImplementedError


def signers(reader: Reader, opened: Opened) -> tuple[Signer, ...]:
    """The signers as a page shows them."""
    raise NotImplementedError
