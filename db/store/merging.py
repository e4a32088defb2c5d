"""Operations into tables by causality: what a write replaces, what stands beside it, what is late.

A table's row holds the provisional value of each field. Where several values stand, all are in
``field_value`` until one operation that saw them replaces them. What is replaced before it arrives
is remembered in ``superseded``.
"""

from collections.abc import Mapping
from typing import Any

from db.handle import Store
from db.journal import merge
from db.journal.operation import Dot, Operation, decode
from db.journal.record import DECISION, DELETED, SEED, Doc
from db.journal.record import merge as merged
from db.store import base, decided, projection, streams
from db.store.projection import ANSWER
from db.store.tables import TABLES


def project(
    store: Store,
    n: int,
    operation: Operation,
    *,
    indexed: bool = True,
    local: Mapping[str, int] | None = None,
) -> None:
    """Bring the tables up to date with operation ``n``, whoever made it and whatever stands.

    A decision of the bureau is noted: what it frees is an operation in its own place.
    ``indexed`` and ``local`` are as for ``projection.project``.

    Raises:
        BugError: it breaks a rule of the schema, or changes a frozen document.
    """
    if operation.rec_type == DECISION:
        decided.note(store, n, operation)
        return
    if operation.rec_type == "number" or operation.kind == "issue":
        projection.project(store, n, operation, indexed=indexed)
    elif operation.kind == "delete":
        _delete(store, n, operation)
    elif DELETED in operation.fields or _buried(store, operation.rec_id):
        raise_again(store, n, operation)
    else:
        _write(store, n, operation, indexed=indexed, local=local)


def _write(
    store: Store,
    n: int,
    operation: Operation,
    *,
    indexed: bool,
    local: Mapping[str, int] | None,
) -> None:
    live = projection.live_dots(store, operation.rec_type, operation.rec_id, operation.fields)
    if _plain(store, operation, live):
        projection.project(store, n, operation, indexed=indexed, local=local)
        return
    now = _now(store, operation, live)
    placed: dict[str, tuple[Any, int, int]] = {}
    for name, (value, seen) in operation.fields.items():
        before = now[name]
        write = merge.Value(operation.dot, value, operation.hlc, operation.kind == SEED)
        after = merge.apply(before, write, seen, lambda dot: _arrived(store, dot, n))
        _stand(store, operation, name, after)
        if after.shown is not None and after.shown != before.shown:
            shown = after.shown
            placed[name] = (shown.value, _number(store, shown.dot), shown.hlc)
    projection.place(store, n, operation, placed)


def _plain(store: Store, operation: Operation, live: Mapping[str, int]) -> bool:
    """Whether the write replaces exactly what stands, and nothing waits or is in dispute."""
    for name, at in live.items():
        if streams.dot_of(store, at) not in operation.fields[name][1]:
            return False
    for name in operation.fields:
        if name not in live and operation.fields[name][1]:
            return False
    return not store.value(
        "SELECT EXISTS (SELECT 1 FROM field_value WHERE rec_id = ?1)"
        " OR EXISTS (SELECT 1 FROM superseded WHERE rec_id = ?1)",
        (operation.rec_id,),
    )


def _now(store: Store, operation: Operation, live: Mapping[str, int]) -> dict[str, merge.Field]:
    """The fields an operation writes, as they stand before it."""
    names = operation.fields
    values = _values(store, operation, [name for name in names if name in live])
    gone: dict[str, set[Dot]] = {}
    for name, stream, seq in store.rows(
        "SELECT field, stream, seq FROM superseded WHERE rec_id = ?", (operation.rec_id,)
    ):
        gone.setdefault(name, set()).add((stream, seq))
    several: dict[str, list[merge.Value]] = {}
    for name, at, hlc, value in store.rows(
        "SELECT field, n, hlc, value FROM field_value WHERE rec_id = ?", (operation.rec_id,)
    ):
        several.setdefault(name, []).append(merge.Value(streams.dot_of(store, at), value, hlc))
    found: dict[str, merge.Field] = {}
    begun: Doc | None = None
    for name in names:
        standing = several.get(name)
        if standing is None and name in live:
            dot = streams.dot_of(store, live[name])
            row = store.row("SELECT hlc, kind FROM op WHERE n = ?", (live[name],))
            if row is None:
                begun = begun or _begun(store, operation)
                standing = [_at_first(begun, name, dot, values.get(name))]
            else:
                standing = [merge.Value(dot, values.get(name), row[0], row[1] == SEED)]
        found[name] = merge.Field(
            tuple(sorted(standing or (), key=lambda one: one.dot)), frozenset(gone.get(name, ()))
        )
    return found


def _begun(store: Store, operation: Operation) -> Doc:
    """What this store began with of the record an operation writes."""
    return base.doc(store, (operation.rec_type, operation.rec_id)) or Doc()


def _at_first(begun: Doc, name: str, dot: Dot, value: Any) -> merge.Value:
    """A value that this store began with, as it was written; ``value`` for one nobody wrote."""
    live = begun.fields.get(name, merge.Field()).live
    return next((one for one in live if one.dot == dot), merge.Value(dot, value, 0))


def _values(store: Store, operation: Operation, names: list[str]) -> dict[str, Any]:
    table = TABLES[operation.rec_type]
    columns = [name for name in names if name in table.columns]
    found: dict[str, Any] = {}
    if columns:
        row = store.row(
            f"SELECT {', '.join(columns)} FROM {table.name} WHERE {table.key} = ?",
            (operation.rec_id,),
        )
        found |= dict(zip(columns, row or (), strict=False))
    for name in names:
        if name.startswith(ANSWER):
            found[name] = store.value(
                "SELECT value FROM answer WHERE record_id = ? AND path = ?",
                (operation.rec_id, name),
            )
    return found


def _stand(store: Store, operation: Operation, name: str, after: merge.Field) -> None:
    """Keep a field's values when there are several, and what it waits for."""
    key = (operation.rec_id, name)
    store.run("DELETE FROM field_value WHERE rec_id = ? AND field = ?", key)
    if len(after.live) > 1:
        store.insert_many(
            "field_value (rec_type, rec_id, field, n, hlc, value)",
            [
                (operation.rec_type, *key, _number(store, one.dot), one.hlc, one.value)
                for one in after.live
            ],
        )
    store.run("DELETE FROM superseded WHERE rec_id = ? AND field = ?", key)
    store.insert_many(
        "superseded (rec_id, field, stream, seq)",
        [(*key, *dot) for dot in sorted(after.gone)],
    )


def _delete(store: Store, n: int, operation: Operation) -> None:
    seen = {tuple(dot) for dot in operation.fields.get(DELETED, ((), ()))[0] or ()}
    standing = projection.all_dots(store, operation.rec_type, operation.rec_id)
    unseen = {streams.dot_of(store, one) for one in standing} - seen
    store.run(
        "INSERT INTO tombstone (rec_id, rec_type, n, disputed) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (rec_id) DO UPDATE SET disputed = excluded.disputed",
        (operation.rec_id, operation.rec_type, n, int(bool(unseen))),
    )
    if unseen:
        raise_again(store, n, operation)
        return
    store.run("DELETE FROM field_value WHERE rec_id = ?", (operation.rec_id,))
    projection.project(store, n, operation)


def raise_again(store: Store, upto: int, one: Operation) -> None:
    """Make a record's row anew from all its operations: one was deleted and edited at once.

    Up to what is brought in now: a page keeps its operations before it applies the first. ``one``
    names the record.
    """
    rec_type, rec_id = one.rec_type, one.rec_id
    doc, arrived = _begun(store, one), set[Dot]()
    found = _operations(store, rec_id, upto)
    if not found:
        return
    here = {each.dot for _n, each in found}
    for _n, each in found:
        merged(
            doc, each, lambda dot: dot in arrived or (dot not in here and base.covers(store, dot))
        )
        arrived.add(each.dot)
    n, operation = max(found, key=lambda pair: (pair[1].wall, pair[1].dot))
    projection.clear(store, rec_type, rec_id)
    store.run("DELETE FROM field_value WHERE rec_id = ?", (rec_id,))
    store.run("UPDATE tombstone SET disputed = ? WHERE rec_id = ?", (int(doc.disputed), rec_id))
    if doc.deleted:
        return
    if not doc.disputed:
        store.run("DELETE FROM tombstone WHERE rec_id = ?", (rec_id,))
    live = {name: field for name, field in doc.fields.items() if name != DELETED and field.live}
    for name, field in live.items():
        _stand(store, operation, name, field)
    if live:
        placed = {
            name: (shown.value, _number(store, shown.dot), shown.hlc)
            for name, field in live.items()
            if (shown := field.shown) is not None
        }
        projection.place(
            store, n, operation, placed, base.made(store, (rec_type, rec_id)) or found[0][0]
        )


def _operations(store: Store, rec_id: str, upto: int) -> list[tuple[int, Operation]]:
    """Every operation on a record that came until one and may be applied, in the order they came."""
    found = store.rows(
        "SELECT n, bytes FROM op WHERE rec_id = ?1 AND n NOT IN (SELECT n FROM held)"
        " AND (arrived, n) <= (SELECT arrived, n FROM op WHERE n = ?2) ORDER BY arrived, n",
        (rec_id, upto),
    )
    return [(n, decode(data)) for n, data in found]


def _buried(store: Store, rec_id: str) -> bool:
    return store.value("SELECT 1 FROM tombstone WHERE rec_id = ?", (rec_id,)) is not None


def _arrived(store: Store, dot: Dot, n: int) -> bool:
    """Whether a write arrived before operation ``n`` did."""
    row = store.value("SELECT id FROM stream WHERE stream = ?", (dot[0],))
    if row is None:
        return False
    at = streams.number(int(row), dot[1])
    before = store.value(
        "SELECT (one.arrived, one.n) < (two.arrived, two.n) FROM op one, op two"
        " WHERE one.n = ? AND two.n = ?",
        (at, n),
    )
    return bool(before) if before is not None else _at_beginning(store, dot)


def _at_beginning(store: Store, dot: Dot) -> bool:
    """Whether a write is not here because what this store began with stands for it."""
    if not base.covers(store, dot):
        return False
    n = _number(store, dot)
    return store.value("SELECT 1 FROM op WHERE n = ?", (n,)) is None


def _number(store: Store, dot: Dot) -> int:
    return streams.number(streams.id_of(store, dot[0]), dot[1])
