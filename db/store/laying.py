"""What a store began with, brought into the tables: all of it, or what there was of one record.

A record of which nothing stands here yet is a row written straight; what stands already was written
here before anything came, and is merged.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from db.handle import Store
from db.journal import clock, wire
from db.journal.record import Key
from db.journal.snapshot import ANSWERED, RECORDS, Part, Records, Rest, hlc_of, writes_of
from db.store import afresh, base, merging, streams
from db.store.afresh import Numbered
from db.store.base import Base
from db.store.tables import TABLES

Read = Callable[[Part], bytes]
"""Gives what is packed in a part."""
_TIGHT = (",", ":")


def load(
    store: Store, found: Base, read: Read, told: Callable[[int], None], *, indexed: bool = True
) -> int:
    """Bring the records of a snapshot into the tables; returns the greatest HLC among them.

    What stands here already was written here, before anything came: it is merged. ``indexed`` False
    leaves the search index to the caller.

    Raises:
        BadBody: a part is not what it should be.
        MachineError: it cannot be read or written.
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


def lay(store: Store, key: Key) -> None:
    """Bring back what this store began with of one record whose row is not here.

    Raises:
        MachineError: the part is gone or damaged.
    """
    found = base.rest(store, key)
    if found is None:
        return
    names, rest = found
    rows = [streams.id_of(store, name) for name in names]
    if key[0] == ANSWERED:
        _answers(store, rows, [rest])
    else:
        _new(store, key[0], rows, [rest])


def finish(store: Store, record_id: str | None = None) -> None:
    """See that records, or one, were changed when their newest answer was given, or later."""
    one = "" if record_id is None else " WHERE id = ?"
    store.run(
        "UPDATE record SET updated = MAX(updated, ifnull("
        f"(SELECT MAX(at) FROM answer WHERE record_id = record.id), '')){one}",
        () if record_id is None else (record_id,),
    )


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


def _as_operations(
    rec_type: str, names: Sequence[str], rows: list[int], rest: Rest
) -> Iterator[Numbered]:
    """What stands of a record as the writes it is from, to be merged with what is here."""
    for place, one in writes_of(rec_type, tuple(names), rest):
        yield streams.number(rows[place], one.seq), one
