"""A snapshot: what stands in a jurisdiction at a place of its feed, for a laptop that begins.

Registers and answers come as what stands of them, each value with the write it is from; what has a
life that people or the law read (cases, findings, papers, numbers, samples, what is in dispute or
held back) comes with all its operations, verbatim. The ends of all streams tell what has arrived,
so that later operations merge as they would over the whole history. The hub signs it, and is held
to the feed it says it is of.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from db.journal import wire
from db.journal.clock import COUNTER_BITS
from db.journal.heads import BESIDE, SEED
from db.journal.merge import Field, Value
from db.journal.operation import FORMAT, Dot, Operation
from db.journal.record import Doc, Key

MOST_RECORDS = 4000
"""A part holds at most so many records or operations."""
MOST_BYTES = 2 << 20
"""A part is closed when it reaches so many bytes; one record may be larger."""
MOST_PARTS = 100_000
RECORDS, OPERATIONS = "records", "operations"
RESTING = frozenset(
    {"enterprise", "equipment", "product", "person", "law", "form_package", "operator"}
    | {"former_name", "appointment", "batch", "batch_move"}
)
"""The nouns that come as what stands of them, where that is clean."""
ONCE = frozenset({"enterprise", "product", "appointment"})
"""Those of them that do so only while they were written once: papers change them, and give back."""
ANSWERED = "record"
"""The noun whose answers come so, while its other operations come verbatim."""

Write = tuple[int, int, int, dict[str, Any]]
"""What stands of one operation: its stream's place in ``Records.streams``, its number, its HLC
(a seed's as -1 - HLC), and the fields whose values stand."""
Rest = tuple[str, tuple[int, int], tuple[Write, ...]]
"""A record at rest: its id, the operation that made it (stream's place, number), its writes.

Of the noun ``ANSWERED`` they are the answers only."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a snapshot, zstd over msgpack, named by the hash of its bytes.

    ``kind`` is ``records`` or ``operations``; ``first`` is the key of the first record in it.
    """

    kind: str
    sha256: bytes
    size: int
    count: int
    first: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot is of, the ends of its streams, its parts, and the hub's word for it.

    ``at`` and ``feed`` are the place in the feed; ``streams`` tells name → (number, chain value)
    of what stands before that place; ``made`` is the hub's clock in milliseconds. Parts with
    records come first, in the order of (rec_type, rec_id), those with operations after them in the
    order of the feed.
    """

    hub: str
    epoch: int
    scope: str
    at: int
    feed: bytes
    streams: Mapping[str, tuple[int, bytes]]
    parts: tuple[Part, ...]
    made: int
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class Records:
    """A part with records at rest: (rec_type, records) in order."""

    streams: tuple[str, ...]
    kinds: tuple[tuple[str, tuple[Rest, ...]], ...]


@dataclass(frozen=True, slots=True)
class Moving:
    """A part with operations: (why it is held back or "", the bytes), in the order of the feed."""

    operations: tuple[tuple[str, bytes], ...] = field(default_factory=tuple)


def claim(one: Snapshot) -> bytes:
    """Return the message a hub signs: this stood at this place."""
    return b"xunjian snapshot 1\n" + hashlib.sha256(wire.pack(replace(one, signature=b""))).digest()


def signed_by(public: bytes, one: Snapshot) -> bool:
    """Tell whether the hub with this public key (Ed25519, 32 bytes) signed a snapshot."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(one.signature, claim(one))
    except (InvalidSignature, ValueError):
        return False
    return True


def part_with(one: Snapshot, key: Key) -> Part | None:
    """Return the part in which a record at rest would be, None where none can hold it."""
    parts = [part for part in one.parts if part.kind == RECORDS]
    place = bisect_right(parts, key, key=lambda part: part.first)
    return parts[place - 1] if place else None


def doc_of(streams: tuple[str, ...], rest: Rest) -> Doc:
    """Return the document of a record at rest, as the hub keeps it."""
    _rec_id, _made, writes = rest
    found: dict[str, Field] = {}
    for stream, seq, hlc, values in writes:
        dot = (streams[stream], seq)
        for name, value in values.items():
            found[name] = Field((Value(dot, value, hlc_of(hlc), hlc < 0),))
    return Doc(found, old=True)


def is_clean(doc: Doc) -> bool:
    """Tell whether one value stands for each field, and none is waited for, deleted or shared.

    What is of one author has no heads.
    """
    fields = doc.fields.items()
    return all(name not in BESIDE and len(one.live) == 1 and not one.gone for name, one in fields)


def rest_of(rec_id: str, made: Dot, doc: Doc, places: dict[str, int]) -> Rest:
    """Return a record's document, which is clean, as a record at rest.

    ``places`` are the streams' places in ``Records.streams``; new ones are added. Of a record with
    answers ``doc`` is to be judged whole and then cut to its answers.
    """
    by: dict[Dot, Write] = {}
    for name, one in doc.fields.items():
        (value,) = one.live
        write = by.get(value.dot)
        if write is None:
            place = places.setdefault(value.dot[0], len(places))
            told = -1 - value.hlc if value.seed else value.hlc
            write = by[value.dot] = (place, value.dot[1], told, {})
        write[3][name] = value.value
    first = (places.setdefault(made[0], len(places)), made[1])
    return rec_id, first, tuple(by.values())


def writes_of(
    rec_type: str, streams: tuple[str, ...], rest: Rest
) -> Iterator[tuple[int, Operation]]:
    """Yield (stream's place, operation) of what stands of a record at rest, the oldest first.

    Each is one that sees nothing, with no author; its clock is its HLC.
    """
    rec_id, _made, writes = rest
    for place, seq, told, fields in sorted(writes, key=_order):
        hlc = hlc_of(told)
        kind = SEED if told < 0 else "put"
        seen = {name: (value, ()) for name, value in fields.items()}
        named = (kind, rec_type, rec_id, "", True, hlc, hlc >> COUNTER_BITS)
        yield (
            place,
            Operation(FORMAT, "", streams[place], seq, b"", *named, 0, "", 0, "", 0, "", seen),
        )


def hlc_of(told: int) -> int:
    """Return the HLC in a write, a seed's or not."""
    return told if told >= 0 else -1 - told


def _order(write: Write) -> tuple[int, int, int]:
    return hlc_of(write[2]), write[0], write[1]
