"""What the hub itself says: operations of its own stream in a scope's feed, signed with its seal.

A bureau's decision, form or plan is an operation like a laptop's, so it is kept, chained, sent down
and proved like one. What the hub writes replaces every value it sees at that moment.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.journal import chain, clock, wire
from db.journal import record as records
from db.journal.heads import BESIDE, HUB
from db.journal.ids import new_id
from db.journal.operation import FORMAT, Dot, Operation, encode
from db.journal.record import Doc, Key
from hub import push
from hub.batches import Admitted, Head, Settled
from hub.rules import Use
from hub.seal import Seal
from hub.sql import feeds, hubs, streams
from hub.sql import records as stored
from hub.sql.base import Db

OFFSET = 480
"""Minutes by which China is ahead of UTC, told with each operation."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one operation says of a record; ``seen`` are the writes it replaces, by field."""

    rec_type: str
    rec_id: str
    values: Mapping[str, Any]
    seen: Mapping[str, tuple[Dot, ...]] | None = None
    kind: str = "put"

    @property
    def key(self) -> Key:
        """The record's identity."""
        return self.rec_type, self.rec_id


@dataclass(frozen=True, slots=True)
class Author:
    """Who speaks: the hub (id and seal) for a person (the account), at a moment (UTC, aware)."""

    hub_id: str
    seal: Seal
    by: str
    at: dt.datetime


def say(db: Db, author: Author, scope: str, said: Sequence[Said]) -> int:
    """Write operations into a scope's feed as one transaction; gives the feed's new end.

    Raises:
        LookupError: there is no such scope.
    """
    with db.transaction():
        own = own_head(db, scope, author.hub_id)
        found = stored.lock_records(db, scope, sorted({one.key for one in said}))
        docs = {key: records.read(data) for key, data in found.items()}
        new = batch(scope, own, [_seeing(one, docs.get(one.key)) for one in said], author)
        return enter(db, scope, new, docs)


def enter(
    db: Db, scope: str, new: Admitted, docs: dict[Key, Doc], uses: tuple[Use, ...] = ()
) -> int:
    """Merge the hub's batch into its records and write both at the feed's end, which is given.

    ``uses`` are the numbers the transaction uses. All locks but the feed's are held already.
    """
    for one in new.operations:
        doc = docs.setdefault((one.rec_type, one.rec_id), Doc())
        records.merge(doc, one, lambda dot, own=one.dot: dot != own)  # type: ignore[misc]
    place, feed_hash = feeds.lock_feed(db, scope)
    feed_hash = wire.feed_after(feed_hash, (op_hash for _one, op_hash, _chain in new.found))
    end = place + len(new.found)
    push.write(db, scope, (new, Settled((end, feed_hash), docs, uses)), _at(new))
    return end


def _at(new: Admitted) -> dt.datetime:
    return dt.datetime.fromtimestamp(new.operations[-1].wall / 1000, dt.UTC)


def own_head(db: Db, scope: str, hub_id: str) -> tuple[str, Head]:
    """Return the hub's own stream in a scope and its end, held; it is begun when there is none.

    Of two that find none, the second waits for the first at the scope and takes what it began.

    Raises:
        LookupError: there is no such scope.
    """
    stream = next(iter(streams.heads(db, scope, hub_id)), None)
    if stream is None:
        hubs.lock_scope(db, scope)
        stream = next(iter(streams.heads(db, scope, hub_id)), None) or _begun(db, scope, hub_id)
    head = streams.lock_stream(db, scope, stream)
    if head is None:
        raise LookupError(scope)
    return stream, head


def _begun(db: Db, scope: str, hub_id: str) -> str:
    stream = new_id()
    streams.add_stream(db, scope, stream, hub_id, chain.root(stream))
    return stream


def batch(scope: str, own: tuple[str, Head], said: Sequence[Said], author: Author) -> Admitted:
    """Return what is said as one signed transaction after the end of the hub's stream."""
    stream, head = own
    before, txn = head.hash, new_id()
    wall = clock.milliseconds(author.at)
    hlc = 0
    data: list[bytes] = []
    for at, told in enumerate(said, 1):
        hlc = clock.send(hlc, wall)
        seen = told.seen or {}
        one = Operation(
            FORMAT, scope, stream, head.seq + at, before, told.kind, told.rec_type, told.rec_id,
            txn, at == len(said), hlc, wall, OFFSET, "", 0, author.by, 1, HUB,
            {name: (value, seen.get(name, ())) for name, value in told.values.items()},
        )  # fmt: skip
        data.append(encode(one))
        before = chain.link(before, chain.digest(data[-1]))
    last = head.seq + len(said)
    signature = author.seal.key.sign(wire.claim(stream, last, before))
    made = wire.Batch(stream, head.seq + 1, tuple(data), before, signature)
    return Admitted(made, wire.unchained(made, head.hash))


def _seeing(one: Said, doc: Doc | None) -> Said:
    """What is said, replacing all that stands of its fields.

    A field nobody wrote holds what it was made with: its writes are those the row stands on.
    """
    if doc is None:
        return one
    standing = doc.fields
    columns = [
        field for name, field in standing.items() if name not in BESIDE and not name.startswith("/")
    ]
    made = tuple(sorted({value.dot for field in columns for value in field.live}))
    seen = {
        name: tuple(value.dot for value in standing[name].live) if name in standing else made
        for name in one.values
    }
    return replace(one, seen=seen)
