"""Beginning with a snapshot: its records into the tables, its operations into the journal.

One transaction: a laptop has begun, or has not. The same loading makes the tables anew later.
"""

from collections.abc import Callable
from itertools import groupby

from db.errors import MachineError
from db.handle import Identity, Reader, Store
from db.journal import chain, wire
from db.journal.operation import Operation, decode
from db.journal.snapshot import OPERATIONS, Moving, Snapshot
from db.store import applying, arrivals, decisions, laying, operations, streams
from db.store.base import Base
from db.store.laying import Read


def may_begin(reader: Reader, scope: str) -> bool:
    """Tell whether a store holds nothing but what was written here, and never pulled."""
    own = set(arrivals.own_streams(reader))
    return own.issuperset(streams.names(reader)) and arrivals.cursor(reader, scope) is None


def begin(
    store: Store, one: Snapshot, read: Read, hub_now_ms: int, told: Callable[[int], None]
) -> None:
    """Begin with a snapshot that was proved; ``told`` hears how many more of its records are in.

    Raises:
        BadBody: ``begun`` (the store has others' operations already), or a part is not what it
            should be; nothing has changed.
        MachineError: it could not be written; nothing has changed.
    """
    try:
        _begin(store, one, (read, told), hub_now_ms)
    except MachineError:
        raise
    except (*applying.UNFIT, IndexError) as error:
        if isinstance(error, wire.BadBody):
            raise
        raise wire.BadBody("snapshot") from error


def _begin(
    store: Store, one: Snapshot, ways: tuple[Read, Callable[[int], None]], hub_now_ms: int
) -> None:
    read, told = ways
    with store.atomic():
        if not may_begin(store, one.scope) or not set(one.streams).isdisjoint(streams.names(store)):
            raise wire.BadBody("begun")
        for name in one.streams:
            streams.enter_other(store.db, Identity(name, "", one.scope, 0))
        found = Base(one, arrivals.receive(store, 0, hub_now_ms))
        newest, at = laying.load(store, found, read, told), found.arrived
        for part in (part for part in one.parts if part.kind == OPERATIONS):
            moving = wire.unpack(read(part), Moving)
            if len(moving.operations) != part.count:  # by it is known when the last of them came
                raise wire.BadBody("snapshot")
            newest = max(newest, _operations(store, one, at, moving))
            at += len(moving.operations)
            told(part.count)
        laying.finish(store)
        enter(store, found)
        arrivals.receive(store, max(newest, at), hub_now_ms)


def enter(store: Store, found: Base) -> None:
    """Write down what a store begins with, where its part of each stream ends, and its place."""
    one = found.snapshot
    at = arrivals.Cursor(one.scope, one.hub, one.epoch, one.at, one.feed)
    arrivals.set_cursor(store, at)
    store.run(
        "INSERT INTO base (scope, manifest, arrived) VALUES (?, ?, ?) ON CONFLICT (scope) DO NOTHING",
        (one.scope, wire.pack(one), found.arrived),
    )
    store.run_many(
        "UPDATE stream SET base_seq = ?, base_chain = ? WHERE stream = ?",
        [(seq, chained, name) for name, (seq, chained) in one.streams.items()],
    )


def _operations(store: Store, one_of: Snapshot, at: int, told: Moving) -> int:
    """Keep operations under their numbers and bring them into the tables, one after the other.

    Each arrives a tick of the clock after the one before, the first after ``at``.
    """
    kept: list[tuple[int, int, Operation, bytes, bytes, bytes]] = []
    held: dict[int, str] = {}
    for arrived, (why, data) in enumerate(told.operations, at + 1):
        one = _read(data)
        if one.seq > one_of.streams.get(one.stream, (0, b""))[0]:
            raise wire.BadBody("name")
        op_hash = chain.digest(data)
        n = streams.number(streams.id_of(store, one.stream), one.seq)
        kept.append((n, arrived, one, op_hash, chain.link(one.prev, op_hash), data))
        if why:
            held[n] = why
    operations.keep_many(store, kept)
    for n, why in held.items():
        decisions.hold(store, n, why)
    numbered = [(n, one) for n, _at, one, *_rest in kept]
    groups = (list(some) for _txn, some in groupby(numbered, key=lambda each: each[1].txn))
    applying.run(store, groups, frozenset(held))
    return max((one.hlc for _n, one in numbered), default=0)


def _read(data: bytes) -> Operation:
    try:
        return decode(data)
    except ValueError as error:
        raise wire.BadBody("operation") from error
