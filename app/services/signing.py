"""Signing: the places to sign, signatures, refusals, absences and witnesses."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Acting
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
    """What the pad hands over: who signed, strokes in a box one unit high, a PNG picture."""

    name: str
    strokes: tuple[Stroke, ...]
    aspect: float
    png: bytes


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Why a place stays without a signature: ``state`` is ``refused`` or ``absent``.

    ``evidence`` are attachment ids (photo or recording), ``witness`` a name; one of them is
    needed (程序规定 art. 43).
    """

    state: str
    name: str
    reason: str
    evidence: tuple[str, ...] = ()
    witness: str = ""


def content_hash(reader: Reader, opened: Opened) -> str:
    """SHA-256 (hex) of what is being signed: form hash, final answers, findings, photos, samples."""
    raise NotImplementedError


def slots(reader: Reader, opened: Opened) -> tuple[Slot, ...]:
    """The places to sign in the form's order."""
    raise NotImplementedError


def sign(store: Store, act: Acting, record_id: str, slot: str, ink: Ink) -> Result[Signature]:
    """Keep strokes, picture, time and the hash of what was signed; an empty one is refused."""
    raise NotImplementedError


def decline(
    store: Store,
    act: Acting,
    record_id: str,
    slot: str,
    unsigned: Unsigned,
) -> Result[Signature]:
    """Record that a place was refused or its person absent, with reason and evidence."""
    raise NotImplementedError


def clear(store: Store, act: Acting, record_id: str, slot: str) -> Result[None]:
    """Sign again: the old signature stays in the journal only."""
    raise NotImplementedError


def signers(reader: Reader, opened: Opened) -> tuple[Signer, ...]:
    """The signers as a page shows them."""
    raise NotImplementedError
