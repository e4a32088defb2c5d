"""Beginning with a snapshot: its records into the tables, its operations into the journal.

One transaction: a laptop has begun, or has not. The same loading makes the tables anew later.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from db.errors import MachineError
from db.handle import Identity, Reader, Store
from db.journal import chain, clock, wire
from db.journal.operation import Operation, decode
from db.journal.snapshot import (
    ANSWERED,
    OPERATIONS,
    RECORDS,
    Moving,
    Part,
    Records,
    Rest,
    Snapshot,
    hlc_of,
    writes_of,
)
from db.store import afresh, applying, arrivals, merging, operations, streams
from db.store.afresh import Numbered
from db.store.base import Base
from db.store.tables import TABLES

_TIGHT = (",", ":")
Read = Callable[[Part], bytes]
"""Gives what is packed in a part."""


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
        newest, at = load(store, found, read, told), found.arrived
        for part in (part for part in one.parts if part.kind == OPERATIONS):
            moving = wire.unpack(read(part), Moving)
            if len(moving.operations) != part.count:  # by it is known when the last of them came
                raise wire.BadBody("snapshot")
            newest = max(newest, _operations(store, one, at, moving))
            at += len(moving.operations)
            told(part.count)
        _newest_answers(store)
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


def load(
    store: Store, found: Base, read: Read, told: Callable[[int], None], *, indexed: bool = True
) -> int:
    """Bring the records of a snapshot into the tables; returns the greatest HLC among them.

    What stands here already was written here, before anything came: it is merged. ``indexed`` False
    leaves the search index to the caller.

    Raises:
        BadBody, MachineError: as ``begin``.
    """
    newest = 0
    for part in (part for part in found.snapshot.parts if part.kind == RECORDS):
        records = wire.unpack(read(part), Records)
        rows = [streams.id_of(store, name) for name in records.streams]
        for rec_type, rests in records.kinds:
            newest = max([newest, *(hlc_of(one[2]) for rest in rests for one in rest[2])])
            if rec_type == ANSWERED:
                _answers(store, rows, rests)
            else:
                _records(store, (rec_type, records.streams, rows), rests, indexed=indexed)
        told(part.count)
    return newest


def finish(store: Store) -> None:
    """Bring what hangs on both, records and operations, up to date after a rebuild."""
    _newest_answers(store)


def _records(
    store: Store,
    what: tuple[str, Sequence[str], list[int]],
    rests: Sequence[Rest],
    *,
    indexed: bool,
) -> None:
    rec_type, names, rows = what
    table = TABLES[rec_type]
    keys = json.dumps([rest[0] for rest in rests])
    met = {
        key
        for (key,) in store.rows(
            f"SELECT {table.key} FROM {table.name}"
            f" WHERE {table.key} IN (SELECT value FROM json_each(?))",
            (keys,),
        )
    }
    new = [rest for rest in rests if rest[0] not in met]
    _new(store, rec_type, rows, new)
    if indexed:
        afresh.index_of(store, {rec_type: [rest[0] for rest in new]})
    for rest in rests:
        if rest[0] in met:
            for n, one in _as_operations(rec_type, names, rows, rest):
                merging.project(store, n, one, indexed=indexed)


def _new(store: Store, rec_type: str, rows: list[int], rests: Sequence[Rest]) -> None:
    """Rows that stand nowhere yet, those with the same columns in a few statements."""
    table = TABLES[rec_type]
    alike: dict[tuple[str, ...], list[list[Any]]] = {}
    dated = "updated" in table.kept
    columns = frozenset(table.columns)
    for rec_id, (place, seq), writes in rests:
        made = streams.number(rows[place], seq)
        later, values = dict[str, int](), dict[str, Any]()
        for stream, number, _told, fields in writes:
            n = streams.number(rows[stream], number)
            for name, value in fields.items():
                if n != made:
                    later[name] = n
                if name in columns:
                    values[name] = value
        dots = f'{{"":{made}}}' if not later else json.dumps({"": made} | later, separators=_TIGHT)
        row = [rec_id, *values.values(), dots]
        if dated:
            row.append(clock.hlc_text(max(hlc_of(told) for _s, _n, told, _f in writes)))
        alike.setdefault(tuple(values), []).append(row)
    for named, found in alike.items():
        into = (table.key, *named, "dots", *(("updated",) if dated else ()))
        store.insert_many(f"{table.name} ({', '.join(into)})", found)


def _answers(store: Store, rows: list[int], rests: Sequence[Rest]) -> None:
    store.insert_many(
        "answer (record_id, path, value, n, at)",
        (
            (rec_id, path, value, streams.number(rows[place], seq), clock.hlc_text(hlc_of(told)))
            for rec_id, _made, writes in rests
            for place, seq, told, fields in writes
            for path, value in fields.items()
        ),
    )


def _newest_answers(store: Store) -> None:
    """A record was changed when its newest answer was given, or later."""
    store.run(
        "UPDATE record SET updated = MAX(updated, ifnull("
        "(SELECT MAX(at) FROM answer WHERE record_id = record.id), ''))"
    )


def _as_operations(
    rec_type: str, names: Sequence[str], rows: list[int], rest: Rest
) -> Iterator[Numbered]:
    """What stands of a record as the writes it is from, to be merged with what is here."""
    for place, one in writes_of(rec_type, tuple(names), rest):
        yield streams.number(rows[place], one.seq), one


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
        applying.hold(store, n, why)
    numbered = [(n, one) for n, _at, one, *_rest in kept]
    groups = (list(some) for _txn, some in groupby(numbered, key=lambda each: each[1].txn))
    applying.run(store, groups, frozenset(held))
    return max((one.hlc for _n, one in numbered), default=0)


def _read(data: bytes) -> Operation:
    try:
        return decode(data)
    except ValueError as error:
        raise wire.BadBody("operation") from error
