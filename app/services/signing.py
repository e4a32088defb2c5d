"""Signing: the places to sign, signatures, refusals, absences and witnesses."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from app.services import attachments, drawings, files
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.ink import Ink, from_text, is_empty, to_text
from app.services.links import findings_shown
from app.services.matters import (
    COMMITMENT_LETTER,
    INTERVIEW_RECORD,
    QUESTIONING_RECORD,
    RECHECK_APPLY,
)
from app.services.records import (
    Opened,
    answered,
    inspectors_of,
    open_record,
    require_draft,
)
from app.services.writing import writing
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import Person, Signature
from db.store import nouns, samples, signatures
from forms.facts import Signer

PNG_LIMIT = 4 * 1024 * 1024
"""Bytes; a signature picture is a few thousand."""


_NAMED = {
    "party": "contact",
    "recorder": "recorder",
    "complainant": "complainant",
    "witness": "witness_name",
}
"""The question that says who stands at a place."""
_PARTY = {
    COMMITMENT_LETTER: "signer_name",
    QUESTIONING_RECORD: "subject_name",
    RECHECK_APPLY: "applied_by",
}
"""The forms whose party is named by a question of their own."""
ASKED = {
    INTERVIEW_RECORD: {"recorder": ("", ""), "party": ("came", "came")},
}
"""Places a form leaves open that must be signed when a question was answered so, or always ("")."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to sign.

    ``role`` is inspector, party, witness or another word of the form; ``current`` is False when
    the content changed after the signature was made; ``expires`` is an inspector's certificate's.
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
class Unsigned:
    """Why a place stays without a signature: ``state`` is ``refused`` or ``absent``.

    ``wording`` is the sentence for the paper; ``evidence`` are attachment ids (photo, recording),
    ``witness`` a name; one of the two is needed (程序规定 art. 43).
    """

    state: str
    name: str
    wording: str
    evidence: tuple[str, ...] = ()
    witness: str = ""


def content_hash(reader: Reader, opened: Opened) -> str:
    """SHA-256 (hex) of what is being signed: form, final answers, findings, photos, samples."""
    live = findings_shown(reader, opened.record)
    final = opened.session.final()
    own = attachments.of_answers(reader, opened.record.id, final.values())
    photos = [p.sha256 for p in own]
    photos += [p.sha256 for row in own if (p := drawings.over(reader, row)) is not None]
    photos += [p.sha256 for f in live for p in attachments.of_owner(reader, "finding", f.id)]
    content = {
        "form": opened.record.form_hash,
        "answers": final,
        "findings": [
            [f.path, f.seen, f.severity, f.law_key, f.measure, str(f.due or "")] for f in live
        ],
        "photos": photos,
        "samples": [
            [s.role, s.seed, s.lot, list(s.drawn), s.number, s.seal_no]
            for s in samples.of_record(reader, opened.record.id)
        ],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def slots(reader: Reader, opened: Opened) -> tuple[Slot, ...]:
    """The places to sign in the form's order."""
    made = {s.slot: s for s in signatures.of_record(reader, opened.record.id)}
    people = inspectors_of(reader, opened)
    now_hash = content_hash(reader, opened)
    found = []
    for place in opened.package.places():
        word = place.slot
        person = _officer(word, people)
        signature = made.get(word)
        name = signature.name if signature else person.name if person else ""
        found.append(
            Slot(
                slot=word,
                role=word.rstrip("0123456789").rstrip("-"),
                required=not place.optional or _is_asked(opened, word),
                name=name or answered(opened, _asked_by(opened, word)),
                certificate=person.certificate if person else "",
                expires=person.certificate_expires if person else None,
                person_id=person.id if person else "",
                signature=signature,
                current=signature is not None and signature.signed_hash == now_hash,
            )
        )
    return tuple(found)


def _asked_by(opened: Opened, slot: str) -> str:
    """The question that says who stands at a place of this form."""
    mine = _PARTY.get(opened.record.form_id) if slot == "party" else None
    return mine or _NAMED.get(slot, "")


def _is_asked(opened: Opened, slot: str) -> bool:
    """Whether the answers ask for a signature the form itself leaves open."""
    name, value = ASKED.get(opened.record.form_id, {}).get(slot, ("", "-"))
    return (answered(opened, name) if name else "") == value


def _officer(slot: str, people: tuple[Person, ...]) -> Person | None:
    """The inspector who signs at ``inspector-1``, ``inspector-2`` and so on."""
    role, _, number = slot.partition("-")
    if role != "inspector" or not number.isdigit() or int(number) > len(people):
        return None
    return people[int(number) - 1]


def sign(  # noqa: PLR0913 - a signature has its place, its ink and what was said before it
    store: Store, act: Acting, record_id: str, slot: str, ink: Ink, *, wording: str = ""
) -> Result[Signature]:
    """Keep strokes, picture, time and the hash of what was signed.

    ``wording`` is what the signer was told first, such as that the paper was read to them.

    Raises:
        Refused: ``signature-empty``, ``slot-unknown``, ``record-closed``, ``signer-missing``.
    """
    if is_empty(ink):
        raise Refused("signature-empty", slot=slot)
    opened = open_record(store, act, record_id)
    place = _place(store, opened, slot)
    name = ink.name.strip() or place.name
    if not name:
        raise Refused("signer-missing", slot=slot)
    png_sha = files.keep(store, ink.png, PNG_LIMIT) if ink.png else ""
    row = Signature(
        id=new_id(),
        record_id=record_id,
        slot=slot,
        name=name,
        certificate=place.certificate,
        state="signed",
        strokes=to_text(ink),
        png_sha=png_sha,
        at=act.now,
        wording=wording,
        signed_hash=content_hash(store, opened),
    )
    return _keep(store, act, row, place)


def decline(
    store: Store, act: Acting, record_id: str, slot: str, unsigned: Unsigned
) -> Result[Signature]:
    """Record that a signature was refused or its person absent, with wording and evidence.

    Raises:
        Refused: ``reason-missing``, ``evidence-missing``, ``slot-unknown``, ``record-closed``.
    """
    if unsigned.state not in {"refused", "absent"} or not unsigned.wording.strip():
        raise Refused("reason-missing")
    if not unsigned.evidence and not unsigned.witness.strip():
        raise Refused("evidence-missing", slot=slot, state=unsigned.state)
    opened = open_record(store, act, record_id)
    place = _place(store, opened, slot)
    proof = {"evidence": list(unsigned.evidence), "witness": unsigned.witness.strip()}
    row = Signature(
        id=new_id(),
        record_id=record_id,
        slot=slot,
        name=unsigned.name.strip() or place.name,
        certificate=place.certificate,
        state=unsigned.state,
        strokes=json.dumps(proof, ensure_ascii=False),
        at=act.now,
        wording=unsigned.wording.strip(),
        signed_hash=content_hash(store, opened),
    )
    return _keep(store, act, row, place)


def _place(store: Store, opened: Opened, slot: str) -> Slot:
    require_draft(opened.record)
    for place in slots(store, opened):
        if place.slot == slot:
            return place
    raise Refused("slot-unknown", slot=slot)


def _keep(store: Store, act: Acting, row: Signature, place: Slot) -> Result[Signature]:
    with writing(store, act):
        if place.signature is not None:
            nouns.delete(store, Signature, [place.signature.id])
        nouns.save(store, row)
    changes = touched("signature", row.id, row.record_id) | touched("record", row.record_id)
    return Result(row, changes)


def signers(reader: Reader, opened: Opened) -> tuple[Signer, ...]:
    """The signers as a page shows them; an outdated signature is not printed.

    Nobody stands at a place that need not be signed, was not, and has no name.
    """
    found = slots(reader, opened)
    return tuple(_signer(one) for one in found if one.required or one.signature or one.name)


def _signer(place: Slot) -> Signer:
    made = place.signature
    if made is None or not place.current:
        return Signer(place.slot, place.name, place.certificate)
    strokes, aspect = from_text(made.strokes) if made.state == "signed" else ((), 4.0)
    return Signer(
        slot=place.slot,
        name=made.name,
        certificate=made.certificate,
        state=made.state,
        strokes=strokes,
        aspect=aspect,
        at=made.at,
        wording=made.wording,
    )
