"""Loading many new rows quickly, through the journal like everything else.

For imports and for the benchmark's big store. Statements run in batches, the chain is folded in
memory, the index is written with the rows.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from db.handle import BOOT, Store, monotonic_ms
from db.journal import chain, clock
from db.journal.operation import FORMAT, Operation, encode
from db.rows import Record
from db.store import index, nouns, operations, streams
from db.store.index import Entry
from db.store.moments import wall_of
from db.store.operations import Change, Head
from db.store.tables import TABLES, Table, defaults, table_of, to_sql, travelling

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Filled:
    """A record with its answers, to be loaded together (or any other row without)."""

    record: Any
    answers: Mapping[str, str]
    enterprise_name: str = ""


def load(store: Store, rows: Iterable[Any], batch: int = BATCH) -> int:
    """Load rows of any noun; those the store has already are edited. Returns how many came.

    Each batch is one transaction.
    """
    count = 0
    source = iter(rows)
    while part := list(islice(source, batch)):
        with store.atomic():
            fresh, known = _sorted(store, part)
            _load(store, [Filled(row, {}) for row in fresh])
            nouns.save(store, *known)
        count += len(part)
    return count


def load_records(store: Store, filled: Iterable[Filled], batch: int = BATCH) -> int:
    """Load new records with their answers, already indexed; return how many came."""
    count = 0
    source = iter(filled)
    while part := list(islice(source, batch)):
        with store.atomic():
            _load(store, part)
        count += len(part)
    return count


def settle(store: Store) -> None:
    """Merge the search index into its fastest form; worth it after a big load."""
    with store.atomic():
        store.run("INSERT INTO search_text (search_text) VALUES ('optimize')")
    store.db.execute("PRAGMA optimize")


def _sorted(store: Store, rows: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    fresh: list[Any] = []
    known: list[Any] = []
    for row in rows:
        table = table_of(type(row))
        key = getattr(row, table.key)
        sql = f"SELECT 1 FROM {table.name} WHERE {table.key} = ?"
        (fresh if store.row(sql, (key,)) is None else known).append(row)
    return fresh, known


def _load(store: Store, items: Sequence[Filled]) -> None:
    changes = [(item, change) for item in items for change in _changes(item)]
    if not changes:
        return
    operations.reopen(store)
    stream = streams.id_of(store, store.identity.stream)
    made = list(_chained(store, [change for _item, change in changes]))
    first = streams.number(stream, made[0][0].seq)
    operations.keep_many(
        store,
        (
            (first + at, one.hlc, one, chain.digest(data), chained, data)
            for at, (one, data, chained) in enumerate(made)
        ),
    )
    for one, data, _chain in made:
        store.hold(one.seq, data)
    stamp = clock.to_text(wall_of(made[0][0]))
    numbered = [(item, change, first + at) for at, (item, change) in enumerate(changes)]
    _insert_rows(store, numbered, stamp)
    _insert_answers(store, numbered, stamp)
    _insert_entries(store, items)
    store.tip = None


def _changes(item: Filled) -> Iterator[Change]:
    row = item.record
    table = table_of(type(row))
    standing = defaults(type(row))
    fields = {
        name: value
        for name, value in travelling(row).items()
        if name not in standing or standing[name] != value
    }
    yield Change("put", table.rec_type, getattr(row, table.key), fields)
    if item.answers:
        yield Change("answer", table.rec_type, row.id, item.answers)


def _chained(store: Store, changes: Sequence[Change]) -> Iterator[tuple[Operation, bytes, bytes]]:
    me = store.identity
    at = operations.head(store, me.stream)
    wall = clock.milliseconds(store.clock())
    zone = operations.zone_minutes()
    mono = monotonic_ms()
    for count, change in enumerate(changes, 1):
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
            group_end=count == len(changes),
            hlc=clock.send(at.hlc, wall),
            wall=wall,
            tz=zone,
            boot=BOOT,
            mono=mono,
            user=me.user,
            schema=store.schema,
            client_ver=store.client,
            fields={name: (value, ()) for name, value in change.fields.items()},
        )
        data = encode(operation)
        at = Head(operation.seq, chain.link(at.chain, chain.digest(data)), operation.hlc)
        yield operation, data, at.chain


def _insert_rows(store: Store, numbered: Sequence[tuple[Filled, Change, int]], stamp: str) -> None:
    by_table: dict[str, list[tuple[Any, ...]]] = {}
    for item, change, n in numbered:
        if change.kind == "put":
            values = _values(TABLES[change.rec_type], item, n, stamp)
            by_table.setdefault(change.rec_type, []).append(values)
    for rec_type, rows in by_table.items():
        table = TABLES[rec_type]
        columns = (*table.columns, "dots", *(("dirty",) if rec_type == "record" else ()))
        store.insert_many(f"{table.name} ({', '.join(columns)})", rows)


def _values(table: Table, item: Filled, n: int, stamp: str) -> tuple[Any, ...]:
    row = item.record
    kept = {name: to_sql(table.row, name, getattr(row, name)) for name in table.columns}
    if "updated" in table.kept:
        kept["updated"] = stamp
    if table.rec_type == "number_block":
        kept["next"] = kept["lo"]
    dots = json.dumps({"": n}, separators=(",", ":"))
    return (*kept.values(), dots, *((0,) if table.rec_type == "record" else ()))


def _insert_answers(
    store: Store, numbered: Sequence[tuple[Filled, Change, int]], stamp: str
) -> None:
    store.insert_many(
        "answer (record_id, path, value, n, at)",
        (
            (change.rec_id, path, value, n, stamp)
            for _item, change, n in numbered
            if change.kind == "answer"
            for path, value in change.fields.items()
        ),
    )


def _insert_entries(store: Store, items: Sequence[Filled]) -> None:
    kinds = [(table_of(type(item.record)), item) for item in items]
    index.insert_many(
        store,
        [
            (table.rec_type, getattr(item.record, table.key), _entry(store, item))
            for table, item in kinds
            if table.rec_type in index.KINDS
        ],
    )


def _entry(store: Store, item: Filled) -> Entry:
    if isinstance(item.record, Record) and item.enterprise_name:
        return index.record_entry(item.record, item.enterprise_name, item.answers.values())
    return index.entry_of(store, item.record)
