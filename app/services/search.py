"""One box over everything: grouped hits, and what a scanned text is."""

from dataclasses import dataclass
from itertools import groupby

from app.services.scancodes import Shape, rescue, shape
from db.connection import Reader, Store
from db.rows import Hit
from db.store import documents, enterprises, equipment, samples, search

__all__ = ["Group", "Scan", "find", "refresh", "rescue", "understand"]


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind, newest first."""

    kind: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanned text is.

    ``kind``: uscc, licence, document, equipment, sample, product, unknown. ``key`` is the code
    inside. ``rec_type`` and ``rec_id`` name what the store has for it, empty if nothing. ``proof``
    is that of the sheet a seal belongs to.
    """

    kind: str
    text: str
    key: str
    rec_type: str = ""
    rec_id: str = ""
    proof: str = ""


def find(reader: Reader, text: str, per_kind: int = 6) -> tuple[Group, ...]:
    """Hits grouped by kind, answering as one types."""
    hits = search.find(reader, text, per_kind)
    return tuple(Group(kind, tuple(of)) for kind, of in groupby(hits, key=lambda h: h.rec_type))


def refresh(store: Store) -> int:
    """Index the records answered since the last time; called when the database is idle."""
    return search.refresh(store)


def understand(reader: Reader, data: str | bytes) -> Scan:
    """What a scanned code is and whom it belongs to."""
    text = rescue(data).strip()
    what = shape(text)
    if what.kind in {"uscc", "licence"}:
        return _scan(what, text, "enterprise", enterprises.by_uscc(reader, what.key))
    if what.kind == "document":
        return _document(reader, what, text)
    if what.kind in {"equipment", "unknown"}:
        known = equipment.by_code(reader, what.key) or equipment.get(reader, what.key)
        if known is not None or what.kind == "equipment":
            return _scan(Shape("equipment", what.key), text, "equipment", known)
    if what.kind in {"sample", "unknown"}:
        sample = samples.by_number(reader, what.key) or samples.by_seal(reader, what.key)
        if sample is not None or what.kind == "sample":
            return _scan(Shape("sample", what.key, what.proof), text, "sample", sample)
    if what.kind == "unknown":
        numbered = documents.by_number(reader, what.key)
        if numbered is not None:
            return _scan(Shape("document", what.key), text, "document", numbered)
    return Scan(what.kind, text, what.key)


def _scan(what: Shape, text: str, rec_type: str, row: object | None) -> Scan:
    if row is None:
        return Scan(what.kind, text, what.key, proof=what.proof)
    return Scan(what.kind, text, what.key, rec_type, str(getattr(row, "id", "")), what.proof)


def _document(reader: Reader, what: Shape, text: str) -> Scan:
    from forms.paper.proof import decode

    try:
        proof, _signed, _signature = decode(what.key)
    except ValueError:
        return Scan("document", text, what.key)
    return _scan(what, text, "document", documents.get(reader, proof.document_id))
