"""The journal in the store: appending operations with their projection, reading, checking them."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.handle import BOOT, Reader, Store, monotonic_ms
from db.journal import chain, clock
from db.journal.heads import DELETED, HEADS, SEED, SHARED, is_look
from db.journal.operation import FORMAT, Dot, Operation, Written, decode, encode
from db.store import streams

_PAGE = 200
"""Operations of a transaction read at once."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change asked for.

    ``kind``: ``put`` (make or edit), ``delete``, ``answer``, ``issue``, ``void``.
    ``fields`` hold text, whole numbers, booleans, bytes or None, as they are kept. ``local`` are
    columns of this machine written beside an answer; they do not travel. ``seen`` are the writes a
    field replaces, where they are more than the one whose value is shown; under ``HEADS`` they are
    the heads of the record that somebody has looked at.
    """

    kind: str
    rec_type: str
    rec_id: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    local: Mapping[str, int] = field(default_factory=dict)
    seen: Mapping[str, tuple[Dot, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a stream: the last number, the chain value, the last clock value."""

    seq: int
    chain: bytes
    hlc: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """An operation's verbatim bytes, their hash, and the chain value after it."""

    data: bytes
    hash: bytes
    chain: bytes


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
    from db.store import merging  # what only a writer needs loads with the first one

    me = store.identity
    stream = streams.id_of(store, me.stream)
    reopen(store)
    at = Head(*store.tip) if store.tip else _tip(store, me.stream)
    wall = clock.milliseconds(store.clock())
    zone = zone_minutes()
    done: list[Operation] = []
    for change in changes:
        written, alone = _written(store, change)
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
            fields=written,
        )
        data = encode(operation)
        op_hash = chain.digest(data)
        at = Head(operation.seq, chain.link(at.chain, op_hash), operation.hlc)
        n = streams.number(stream, at.seq)
        keep(store, n, operation, Sealed(data, op_hash, at.chain))
        merging.project(store, n, operation, local=change.local, alone=alone)
        done.append(operation)
    store.tip = (at.seq, at.chain, at.hlc)
    return tuple(done)


def keep(store: Store, n: int, operation: Operation, sealed: Sealed) -> None:
    """Insert an operation's verbatim bytes under its number."""
    keep_many(store, [(n, operation.hlc, operation, sealed.hash, sealed.chain, sealed.data)])
    store.hold(operation.seq, sealed.data)


def keep_many(
    store: Store, rows: Iterable[tuple[int, int, Operation, bytes, bytes, bytes]]
) -> None:
    """Insert operations verbatim: each (number, when it arrived, itself, hash, chain, bytes)."""
    store.insert_many(
        "op (n, arrived, hash, chain, kind, rec_type, rec_id, hlc, bytes)",
        (  # for ``bytes`` the driver looks for an adapter each time, which costs more than the rest
            (
                n,
                arrived,
                bytearray(op_hash),
                bytearray(chained),
                one.kind,
                one.rec_type,
                one.rec_id,
                one.hlc,
                bytearray(data),
            )
            for n, arrived, one, op_hash, chained, data in rows
        ),
    )


def head(reader: Reader, stream: str) -> Head:
    """Return the end of a stream."""
    number = streams.id_of(reader, stream)
    found, begun = _head(reader, number), streams.begun(reader, number)
    if begun is not None and (found is None or found.seq < begun[0]):
        return Head(*begun, found.hlc if found else 0)
    return found or Head(0, chain.root(stream), 0)


def bytes_at(reader: Reader, stream: str, seq: int) -> bytes | None:
    """Return the verbatim bytes kept under a number of a stream, or None."""
    n = streams.number(streams.id_of(reader, stream), seq)
    found: bytes | None = reader.value("SELECT bytes FROM op WHERE n = ?", (n,))
    return found


def chain_at(reader: Reader, stream: str, seq: int) -> bytes | None:
    """Return the chain value after a number of a stream, or None."""
    n = streams.number(streams.id_of(reader, stream), seq)
    found: bytes | None = reader.value("SELECT chain FROM op WHERE n = ?", (n,))
    return found


def hash_at(reader: Reader, stream: str, seq: int) -> str:
    """Return the hash (hex) kept under a number of a stream, "" when there is no such number."""
    n = streams.number(streams.id_of(reader, stream), seq)
    return (reader.value("SELECT hash FROM op WHERE n = ?", (n,)) or b"").hex()


def history(reader: Reader, rec_id: str, limit: int = 500) -> tuple[Event, ...]:
    """Return the newest operations on a record, newest first; a look changed nothing and is left out."""
    found = reader.rows(
        "SELECT n, arrived, bytes FROM op WHERE rec_id = ? AND kind <> 'answer'", (rec_id,)
    )
    for first, last in _answered(reader, rec_id, [n for n, _at, _data in found]):
        found += reader.rows(
            "SELECT n, arrived, bytes FROM op"
            " WHERE n BETWEEN ? AND ? AND rec_id = ? AND kind = 'answer'",
            (first, last, rec_id),
        )
    newest = sorted(found, key=lambda one: (one[1], one[0]), reverse=True)[:limit]
    events = (Event(n, decode(data)) for n, _at, data in newest)
    return tuple(one for one in events if not is_look(one.operation))


def together(reader: Reader, n: int) -> tuple[Event, ...]:
    """Return the operations of the transaction that an operation is of, in their order."""
    found = reader.row("SELECT bytes FROM op WHERE n = ?", (n,))
    if found is None:
        return ()
    txn = decode(found[0]).txn
    stream = n >> streams.SHIFT
    first, last = streams.number(stream, 0), streams.number(stream, streams.LAST)
    before = _beside(reader, txn, (first, n), "DESC")
    after = _beside(reader, txn, (n + 1, last), "ASC")
    return (*reversed(before), *after)


def count(reader: Reader) -> int:
    """Return how many operations the store holds."""
    return int(reader.value("SELECT COUNT(*) FROM op"))


def length(reader: Reader) -> int:
    """Return how many operations there are by the ends of the streams, without counting rows."""
    return sum(head(reader, stream).seq for stream in streams.names(reader))


def run_of(
    reader: Reader, stream: str, after: int = 0, upto: int = streams.LAST
) -> Iterator[tuple[int, bytes, bytes, bytes]]:
    """Yield (seq, hash, chain, bytes) of a stream's operations after a number, in order."""
    page = 1000
    number = streams.id_of(reader, stream)
    last = streams.number(number, upto)
    while found := reader.rows(
        "SELECT seq, hash, chain, bytes FROM op WHERE n > ? AND n <= ? ORDER BY n LIMIT ?",
        (streams.number(number, after), last, page),
    ):
        yield from ((seq, op_hash, chained, data) for seq, op_hash, chained, data in found)
        after = found[-1][0]


def hashes_of(reader: Reader, stream: str, first: int, last: int) -> dict[int, bytes]:
    """Return number → hash of a stretch of a stream."""
    row = streams.id_of(reader, stream)
    span = (streams.number(row, first), streams.number(row, last))
    return dict(reader.rows("SELECT seq, hash FROM op WHERE n BETWEEN ? AND ?", span))


def verify(reader: Reader, stream: str, last: int | None = None) -> tuple[chain.Break, ...]:
    """Check a stream's chain, all of it or only its ``last`` operations.

    Of what came by a snapshot each operation is checked by itself.
    """
    top, begun = head(reader, stream).seq, streams.begun(reader, streams.id_of(reader, stream))
    after = 0 if last is None else max(0, top - last)
    alone: tuple[chain.Break, ...] = ()
    start = chain.root(stream)
    if begun is not None and after < begun[0]:
        alone = chain.check_alone(stream, run_of(reader, stream, after, begun[0]))
        after, start = begun
    elif after:
        kept = chain_at(reader, stream, after)
        if kept is None:
            return (chain.Break(after, "gap"),)
        start = kept
    return alone + chain.check(stream, run_of(reader, stream, after), (after, start))


def reopen(store: Store) -> None:
    """Take ``group_end`` off the transaction's last operation: more of the group follow."""
    if not store.held:
        return
    found = store.row(
        "SELECT n, bytes FROM op WHERE n <= ? ORDER BY n DESC LIMIT 1",
        (streams.number(streams.id_of(store, store.identity.stream), streams.LAST),),
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
    store.tip = None


def zone_minutes() -> int:
    """Return how far this device's local time is ahead of UTC, in minutes."""
    return time.localtime().tm_gmtoff // 60


def _written(store: Store, change: Change) -> tuple[dict[str, Written], bool]:
    """What a change writes, and whether nobody else wrote on its row."""
    from db.store import graves, heads, projection

    if change.kind == "delete":
        seen = projection.all_dots(store, change.rec_type, change.rec_id)
        stood = tuple(streams.dot_of(store, n) for n in sorted(seen))
        return {DELETED: (stood, graves.raised(store, change.rec_id))}, False
    if change.kind == SEED:
        return {name: (value, ()) for name, value in change.fields.items()}, False
    key = (change.rec_type, change.rec_id)
    dots = projection.dots_of(store, *key) if change.rec_type in SHARED else None
    live = projection.live_dots(store, *key, change.fields, dots)
    grave = () if live or dots else graves.named(store, change.rec_id)
    alone = dots is not None and heads.alone(store, dots, store.identity.stream)
    seen_of: dict[str, tuple[int, ...]] = {name: (n,) for name, n in live.items()}
    if live and not alone:
        seen_of |= projection.alike(store, change.rec_id, live)
    named = {n: streams.dot_of(store, n) for some in seen_of.values() for n in some}
    written: dict[str, Written] = {
        name: (value, change.seen.get(name) or tuple(named[n] for n in seen_of.get(name, ())))
        for name, value in change.fields.items()
    }
    if HEADS in change.seen:
        written[HEADS] = (True, change.seen[HEADS])
    elif dots and not alone:
        told = (dot for _value, seen in written.values() for dot in seen)
        if others := heads.named(store, key, dots, told):
            written[HEADS] = (None, others)
    if grave:
        written[DELETED] = (None, change.seen.get(DELETED) or grave)
    return written, alone and HEADS not in written


def _tip(store: Store, stream: str) -> Head:
    """The end of the own stream, with the clock after everything that arrived here."""
    end = head(store, stream)
    seen = store.value("SELECT value FROM meta WHERE key = 'hlc'")
    return end if seen is None else Head(end.seq, end.chain, max(end.hlc, int(seen)))


def _beside(reader: Reader, txn: str, between: tuple[int, int], order: str) -> list[Event]:
    """Return a transaction's operations from one end of a run of numbers on, as far as they go."""
    found: list[Event] = []
    skip = 0
    while page := reader.rows(
        f"SELECT n, bytes FROM op WHERE n BETWEEN ? AND ? ORDER BY n {order} LIMIT ? OFFSET ?",
        (*between, _PAGE, skip),
    ):
        for n, data in page:
            operation = decode(data)
            if operation.txn != txn:
                return found
            found.append(Event(n, operation))
        skip += _PAGE
    return found


def _head(reader: Reader, stream: int) -> Head | None:
    found = reader.row(
        "SELECT seq, chain, hlc FROM op WHERE n BETWEEN ? AND ? ORDER BY n DESC LIMIT 1",
        (streams.number(stream, 0), streams.number(stream, streams.LAST)),
    )
    return Head(*found) if found else None


def _answered(reader: Reader, rec_id: str, made: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of operation numbers in which a record's answers can lie.

    Answers have no index of their own (it would cost every one of them a page): in each stream
    they come after the record was made there, and not after the newest one that stands.
    """
    standing = [
        n for (n,) in reader.rows("SELECT DISTINCT n FROM answer WHERE record_id = ?", (rec_id,))
    ]
    alone = len(streams.names(reader)) == 1
    for stream in {n >> streams.SHIFT for n in standing}:
        first = min((n for n in made if n >> streams.SHIFT == stream), default=0)
        newest = max(n for n in standing if n >> streams.SHIFT == stream)
        last = newest if alone else streams.number(stream, streams.LAST)
        yield max(first, streams.number(stream, 0)), last
