"""Taking in a batch: one transaction, each lock in the same order for everyone, the feed's last."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.journal import chain, wire
from db.journal import record as records
from db.journal.operation import decode
from db.journal.record import Doc, Key
from hub import batches, belongs, blobs
from hub.batches import Admitted, Caller, Diverged, Head, Opened, Settled, Standing
from hub.sql import belongings, feeds, numbers, quarantines, streams
from hub.sql import blobs as stored_blobs
from hub.sql import records as stored
from hub.sql.base import Db
from hub.sql.feeds import OpRow

_Row = tuple[Key, bytes, str | None, bool]
"""A record: its document, its state, whether it is in the database already."""

__all__ = ["Caller", "Diverged", "Pushed", "push", "write"]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What the hub has of the stream now, and the reasons of what it put in quarantine.

    ``feed`` is the feed's end with the batch last in it; None for one that was here before.
    """

    seq: int
    hash: bytes
    held: Mapping[int, str] = field(default_factory=dict)
    feed: tuple[int, bytes] | None = None


def push(  # noqa: PLR0913 - as it was read before, and how strictly
    db: Db,
    caller: Caller,
    batch: wire.Batch,
    now: dt.datetime,
    opened: Opened | None = None,
    *,
    once: bool = True,
) -> Pushed:
    """Take in a batch of the caller's stream; ``opened`` where it was read already.

    Without ``once`` it may repeat what is here under another name: who comes by a stick, or may not
    see what is here, cannot leave it out.

    Raises:
        Diverged: the batch leaves a gap, contradicts what is here, or is not signed by the caller.
        BadBody: it is not a batch of well-formed operations.
    """
    scope, found = caller.scope, opened or batches.opened(caller, batch)
    with db.transaction():
        head = streams.lock_stream(db, scope, batch.stream)
        if head is None:
            head = Head(caller.device, 0, chain.root(batch.stream))
            streams.add_stream(db, scope, batch.stream, caller.device, head.hash)
        batches.follows(caller, batch, head)
        again = batch.first <= head.seq
        kept = (
            streams.hashes(db, scope, batch.stream, batch.first, min(batch.last, head.seq))
            if again
            else {}
        )
        new = batches.admit(found, head, kept)
        if not new.found:  # its answer was lost, perhaps
            reach = (batch.first, batch.last)
            return Pushed(head.seq, head.hash, quarantines.reasons(db, scope, batch.stream, *reach))
        standing = _standing(db, scope, new)
        anew = batches.again(new) if once and caller.status == "active" else {}
        for rec_id in sorted({decode(data).rec_id for data in anew.values()}):
            batches.once(head, anew, feeds.of_record(db, scope, rec_id))
        with feeds.adding_operations(db, scope, _rows(new, standing.feed[0] + 1)):
            settled = batches.settle(caller, new, standing)  # while the database enters them
            rows = _record_rows(settled.docs)
        _write(db, scope, (new, settled, rows), now)
        return Pushed(batch.last, batch.chain, settled.held, settled.feed)


def _standing(db: Db, scope: str, new: Admitted) -> Standing:
    """Lock and read what a batch meets: records in order, then other streams' ends, then the feed."""
    operations = new.operations
    found = stored.lock_records(db, scope, batches.touched(operations))
    return Standing(
        docs={key: records.read(data) for key, data in found.items()},
        heads=streams.head_seqs(db, scope, batches.others(new.batch.stream, operations)),
        numbers=numbers.numbers_used(db, scope, batches.numbers(operations)),
        feed=feeds.lock_feed(db, scope),
    )


def write(db: Db, scope: str, told: tuple[Admitted, Settled], now: dt.datetime) -> None:
    """Write down a batch and what it makes, the feed moved last; the locks are held already."""
    new, settled = told
    with feeds.adding_operations(db, scope, _rows(new, settled.feed[0] - len(new.found) + 1)):
        rows = _record_rows(settled.docs)
    _write(db, scope, (new, settled, rows), now)


def _write(
    db: Db, scope: str, told: tuple[Admitted, Settled, Sequence[_Row]], now: dt.datetime
) -> None:
    new, settled, rows = told
    batch, (last, feed_hash) = new.batch, settled.feed
    first = last - len(new.found) + 1
    for use in settled.uses:
        numbers.enter(db, scope, use)
    _records(db, scope, (settled.docs, rows), last)
    made = {key for key, *_row, old in rows if not old}
    belongings.add(db, scope, belongs.named(settled.docs, new.operations), made)
    held = [
        (batch.stream, seq, first + seq - batch.first, why) for seq, why in settled.held.items()
    ]
    if held:
        quarantines.add_quarantine(db, scope, held, now)
    stored_blobs.add_refs(db, scope, blobs.refs(new.operations))
    row = feeds.BatchRow(
        last, first, batch.stream, batch.first, batch.chain, batch.signature, feed_hash
    )
    with db.pipeline():
        feeds.add_batch(db, scope, row, now)
        streams.move_head(db, scope, batch.stream, batch.last, batch.chain)
        feeds.move_feed(db, scope, last, feed_hash)


def _record_rows(docs: Mapping[Key, Doc]) -> list[_Row]:
    return [
        (key, records.write(doc), _text(doc.shown("state")), doc.old)
        for key, doc in ((key, docs[key]) for key in sorted(docs))
    ]


def _records(
    db: Db, scope: str, merged: tuple[Mapping[Key, Doc], Sequence[_Row]], last: int
) -> None:
    docs, rows = merged
    made = [row[:3] for row in rows if not row[3]]
    changed = [row[:3] for row in rows if row[3]]
    if made:
        stored.add_records(db, scope, made, last)
    if changed:
        stored.change_records(db, scope, changed, last)
    standing = stored.open_conflicts(db, scope, sorted({key[1] for key, *_row, old in rows if old}))
    told = {
        (key, *what): stands
        for key, doc in docs.items()
        for what, stands in records.conflicts(doc).items()
    }
    opened = {what for what, stands in told.items() if stands} - standing
    closed = {what for what in standing if told.get(what) is False}
    if opened:
        stored.add_conflicts(db, scope, sorted(opened), last)
    if closed:
        stored.close_conflicts(db, scope, sorted(closed), last)


def _rows(new: Admitted, first: int) -> list[OpRow]:
    found = enumerate(zip(new.found, new.batch.operations, strict=True), first)
    return [
        OpRow(seq, one.stream, one.seq, op_hash, one.rec_type, one.rec_id, one.hlc, data)
        for seq, ((one, op_hash, _chain), data) in found
    ]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
