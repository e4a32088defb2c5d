"""Taking in a batch: one transaction, idempotent, and nothing captured is ever refused for good.

A batch that repeats what is here is answered like the first time; one that leaves a gap or tells
another story is refused with what the hub has. An operation that breaks a rule is kept all the
same, in quarantine with the rest of its transaction, until a person decides.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from db.journal import chain, wire
from db.journal import record as records
from db.journal.operation import Dot, Operation
from db.journal.record import Doc
from hub.rules import Taken, broken, number_of
from hub.sql import feeds, numbers, quarantines, streams
from hub.sql import records as stored
from hub.sql.base import Db, Key
from hub.sql.feeds import OpRow

Chained = tuple[Operation, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Caller:
    """The device that speaks, by its session; ``status`` is ``active`` or ``revoked``."""

    scope: str
    device: str
    account: str
    public_key: bytes
    status: str = "active"


@dataclass(frozen=True, slots=True)
class Pushed:
    """What the hub has of the stream now, and the reasons of what it put in quarantine."""

    seq: int
    hash: bytes
    held: Mapping[int, str] = field(default_factory=dict)


class Diverged(Exception):  # noqa: N818 - it tells what happened
    """The batch does not follow what the hub has; ``code`` is ``gap``, ``fork`` or ``signature``."""

    def __init__(self, code: str, seq: int, chained: bytes) -> None:
        super().__init__(code)
        self.code = code
        self.seq = seq
        self.chain = chained


def push(db: Db, caller: Caller, batch: wire.Batch, now: dt.datetime) -> Pushed:
    """Take in a batch of the caller's stream.

    Raises:
        Diverged: the batch leaves a gap, contradicts what is here, or is not signed by the caller.
        BadBody: it is not a batch of well-formed operations.
    """
    with db.transaction():
        head = _stream(db, caller, batch)
        known = head.seq - batch.first + 1
        _same_story(db, caller.scope, batch, head)
        new = replace(
            batch,
            first=max(batch.first, head.seq + 1),
            operations=batch.operations[max(0, known) :],
        )
        if not new.operations:
            return Pushed(head.seq, head.hash)
        _signed(caller, batch, head)
        found = wire.unchained(new, head.hash)
        return _take(db, caller, (new, found), now)


def _stream(db: Db, caller: Caller, batch: wire.Batch) -> streams.Head:
    head = streams.lock_stream(db, caller.scope, batch.stream)
    if head is None:
        head = streams.Head(caller.device, 0, chain.root(batch.stream))
        streams.add_stream(db, caller.scope, batch.stream, caller.device, head.hash)
    if head.device != caller.device:
        raise Diverged("fork", head.seq, head.hash)
    if batch.first > head.seq + 1:
        raise Diverged("gap", head.seq, head.hash)
    return head


def _same_story(db: Db, scope: str, batch: wire.Batch, head: streams.Head) -> None:
    """Compare what is sent again with what is here."""
    last = min(batch.last, head.seq)
    if batch.first > last:
        return
    kept = streams.hashes(db, scope, batch.stream, batch.first, last)
    for seq, data in zip(range(batch.first, last + 1), batch.operations, strict=False):
        if kept.get(seq) != chain.digest(data):
            raise Diverged("fork", head.seq, head.hash)


def _signed(caller: Caller, batch: wire.Batch, head: streams.Head) -> None:
    key = Ed25519PublicKey.from_public_bytes(caller.public_key)
    if not wire.signed_by(key, batch):
        raise Diverged("signature", head.seq, head.hash)


def _take(
    db: Db, caller: Caller, taken: tuple[wire.Batch, Sequence[Chained]], now: dt.datetime
) -> Pushed:
    batch, found = taken
    scope = caller.scope
    operations = [operation for operation, _hash, _chain in found]
    keys = sorted({(one.rec_type, one.rec_id) for one in operations if one.rec_type != "number"})
    docs = {key: records.read(data) for key, data in stored.lock_records(db, scope, keys).items()}
    arrived = _arrived(db, scope, batch.stream, operations)
    used = numbers.numbers_used(db, scope, _numbers(operations))
    reasons: dict[int, str] = {}
    settled = Taken(scope, caller, docs, used)
    for group in _groups(operations):
        wrong = {one.seq: reason for one in group if (reason := broken(settled, one))}
        if wrong:
            reasons |= dict.fromkeys((one.seq for one in group), "with") | wrong
            continue
        for one in group:
            settled.numbered(one)
            if one.rec_type != "number":
                doc = docs.setdefault((one.rec_type, one.rec_id), Doc())
                records.merge(doc, one, partial(arrived, at=one.seq))
    for entry in settled.fresh:
        (numbers.void_number if entry.pop("known") else numbers.use_number)(db, scope, entry)
    place, feed_hash = feeds.lock_feed(db, scope)
    last = place + len(found)
    feed_hash = wire.feed_after(feed_hash, (op_hash for _one, op_hash, _chain in found))
    _write(db, scope, {key: doc for key, doc in docs.items() if doc.touched}, last)
    feeds.add_operations(db, scope, _rows(batch, found, place))
    quarantines.add_quarantine(
        db,
        scope,
        [
            (batch.stream, seq, place + 1 + seq - batch.first, reason)
            for seq, reason in reasons.items()
        ],
        now,
    )
    row = feeds.BatchRow(
        last, place + 1, batch.stream, batch.first, batch.chain, batch.signature, feed_hash
    )
    feeds.add_batch(db, scope, row, now)
    streams.move_head(db, scope, batch.stream, batch.last, batch.chain)
    feeds.move_feed(db, scope, last, feed_hash)
    return Pushed(batch.last, batch.chain, reasons)


def _groups(operations: Sequence[Operation]) -> Iterator[list[Operation]]:
    """Yield the transactions of a batch."""
    group: list[Operation] = []
    for one in operations:
        group.append(one)
        if one.group_end:
            yield group
            group = []


def _numbers(operations: Sequence[Operation]) -> list[tuple[str, int, int]]:
    found = (number_of(one) for one in operations)
    return sorted({one for one in found if one is not None})


def _arrived(
    db: Db, scope: str, stream: str, operations: Sequence[Operation]
) -> Callable[..., bool]:
    """Return what tells whether a dot has arrived before the operation at a place of this stream."""
    named: set[str] = {
        dot[0] for one in operations for _value, seen in one.fields.values() for dot in seen
    }
    heads = streams.head_seqs(db, scope, sorted(named - {stream}))

    def arrived(dot: Dot, at: int) -> bool:
        return dot[1] < at if dot[0] == stream else dot[1] <= heads.get(dot[0], 0)

    return arrived


def _write(db: Db, scope: str, docs: Mapping[Key, Doc], last: int) -> None:
    rows = [
        (key, records.write(doc), _text(doc.shown("state")), doc.old)
        for key, doc in sorted(docs.items())
    ]
    stored.add_records(db, scope, [row[:3] for row in rows if not row[3]], last)
    stored.change_records(db, scope, [row[:3] for row in rows if row[3]], last)
    standing = stored.open_conflicts(db, scope, sorted({rec_id for _type, rec_id in docs}))
    told = {
        (key, *what): stands
        for key, doc in docs.items()
        for what, stands in records.conflicts(doc).items()
    }
    opened = {what for what, stands in told.items() if stands} - standing
    closed = {what for what in standing if told.get(what) is False}
    stored.add_conflicts(db, scope, sorted(opened), last)
    stored.close_conflicts(db, scope, sorted(closed), last)


def _rows(batch: wire.Batch, found: Sequence[Chained], place: int) -> Iterator[OpRow]:
    for seq, ((one, op_hash, _chain), data) in enumerate(
        zip(found, batch.operations, strict=True), place + 1
    ):
        yield OpRow(seq, one.stream, one.seq, op_hash, one.rec_type, one.rec_id, one.hlc, data)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
