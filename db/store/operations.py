"""The journal in the store: appending operations with their projection, reading, checking them."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.handle import BOOT, Reader, Store, monotonic_ms
from db.journal import chain, clock
from db.journal.operation import FORMAT, Operation, decode, encode
from db.store import projection


@dataclass(frozen=True, slots=True)
class Change:
    """One change asked for.

    ``kind``: ``put`` (make or edit), ``delete``, ``answer``, ``issue``, ``void``.
    ``fields`` hold text, whole numbers, booleans, bytes or None, as they are kept.
    """

    kind: str
    rec_type: str
    rec_id: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a stream: the last number, the chain value, the last clock value."""

    seq: int
    chain: bytes
    hlc: int


@dataclass(frozen=True, slots=True)
class Event:
    """One operation with its number in this store, for showing who changed what when."""

    n: int
    operation: Operation


def append(store: Store, changes: Sequence[Change]) -> tuple[Operation, ...]:
    """Append the changes as operations and project them, in one transaction.

    The operations of one outermost transaction share ``txn``; the last carries ``group_end``.

    Raises:
        MachineError: it could not be written; nothing has changed.
        BugError: a change broke a rule; nothing has changed.
    """
    if not changes:
        return ()
    if not store.in_transaction:
        with store.atomic():
            return _append(store, changes)
    try:
        return _append(store, changes)
    except BaseException:
        store.doom()
        raise


def _append(store: Store, changes: Sequence[Change]) -> tuple[Operation, ...]:
    me = store.identity
    stream = stream_id(store, me.stream)
    reopen(store)
    at = head(store, me.stream)
    wall = clock.milliseconds(store.clock())
    zone = zone_minutes()
    done: list[Operation] = []
    for change in changes:
        operation = Operation(
            v=FORMAT,
            scope=me.scope,
            stream=me.stream,
            seq=at.seq + 1,
            prev=at.chain,
            kind=change.kind,
            rec_type=change.rec_type,
            rec_id=change.rec_id,
            txn=store.txn,
            group_end=len(done) + 1 == len(changes),
            hlc=clock.send(at.hlc, wall),
            wall=wall,
            tz=zone,
            boot=BOOT,
            mono=monotonic_ms(),
            user=me.user,
            schema=store.schema,
            client_ver=store.client,
            fields=_written(store, change),
        )
        data = encode(operation)
        at = Head(operation.seq, chain.link(at.chain, chain.digest(data)), operation.hlc)
        n = keep(store, stream, operation, data, at.chain)
        projection.project(store, n, operation)
        done.append(operation)
    return tuple(done)


def keep(store: Store, stream: int, operation: Operation, data: bytes, chained: bytes) -> int:
    """Insert an operation's verbatim bytes and return its number in this store."""
    n = store.run(
        "INSERT INTO op (stream, seq, hash, chain, kind, rec_type, rec_id, hlc, bytes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            stream,
            operation.seq,
            chain.digest(data),
            chained,
            operation.kind,
            operation.rec_type,
            operation.rec_id,
            operation.hlc,
            data,
        ),
    )
    store.hold(operation.seq, data)
    return n


def stream_id(reader: Reader, stream: str) -> int:
    """Return the row number of a stream."""
    return int(reader.value("SELECT id FROM stream WHERE stream = ?", (stream,)))


def head(reader: Reader, stream: str) -> Head:
    """Return the end of a stream."""
    found = reader.row(
        "SELECT op.seq, op.chain, op.hlc FROM op JOIN stream ON stream.id = op.stream"
        " WHERE stream.stream = ? ORDER BY op.seq DESC LIMIT 1",
        (stream,),
    )
    return Head(*found) if found else Head(0, chain.root(stream), 0)


def streams(reader: Reader) -> tuple[str, ...]:
    """Return the names of all streams in this store."""
    return tuple(name for (name,) in reader.rows("SELECT stream FROM stream ORDER BY id"))


def history(reader: Reader, rec_id: str, limit: int = 500) -> tuple[Event, ...]:
    """Return the newest operations on a record, newest first."""
    found = reader.rows(
        "SELECT n, bytes FROM op WHERE rec_id = ? ORDER BY n DESC LIMIT ?", (rec_id, limit)
    )
    return tuple(Event(n, decode(data)) for n, data in found)


def count(reader: Reader) -> int:
    """Return how many operations the store holds."""
    return int(reader.value("SELECT COUNT(*) FROM op"))


def run_of(
    reader: Reader, stream: str, after: int = 0
) -> Iterator[tuple[int, bytes, bytes, bytes]]:
    """Yield (seq, hash, chain, bytes) of a stream's operations after a number, in order."""
    page = 1000
    number = stream_id(reader, stream)
    while found := reader.rows(
        "SELECT seq, hash, chain, bytes FROM op WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?",
        (number, after, page),
    ):
        yield from ((seq, op_hash, chained, data) for seq, op_hash, chained, data in found)
        after = found[-1][0]


def verify(reader: Reader, stream: str, last: int | None = None) -> tuple[chain.Break, ...]:
    """Check a stream's chain, all of it or only its ``last`` operations."""
    top = head(reader, stream).seq
    after = 0 if last is None else max(0, top - last)
    start = chain.root(stream)
    if after:
        start = reader.value(
            "SELECT chain FROM op WHERE stream = ? AND seq = ?", (stream_id(reader, stream), after)
        )
        if start is None:
            return (chain.Break(after, "gap"),)
    return chain.check(stream, run_of(reader, stream, after), (after, start))


def reopen(store: Store) -> None:
    """Take ``group_end`` off the transaction's last operation: more of the group follow."""
    if not store.held:
        return
    found = store.row(
        "SELECT n, bytes FROM op WHERE stream = ? ORDER BY seq DESC LIMIT 1",
        (stream_id(store, store.identity.stream),),
    )
    if found is None:
        return
    operation = replace(decode(found[1]), group_end=False)
    data = encode(operation)
    op_hash = chain.digest(data)
    store.run(
        "UPDATE op SET bytes = ?, hash = ?, chain = ? WHERE n = ?",
        (data, op_hash, chain.link(operation.prev, op_hash), found[0]),
    )
    store.hold_again(operation.seq, data)


def zone_minutes() -> int:
    """Return how far this device's local time is ahead of UTC, in minutes."""
    return time.localtime().tm_gmtoff // 60


def _written(store: Store, change: Change) -> dict[str, tuple[Any, tuple[tuple[str, int], ...]]]:
    live = projection.live_dots(store, change.rec_type, change.rec_id, change.fields)
    dots = {n: projection.dot_of(store, n) for n in set(live.values())}
    return {
        name: (value, (dots[live[name]],) if name in live else ())
        for name, value in change.fields.items()
    }
