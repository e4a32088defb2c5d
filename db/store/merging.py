"""Operations into tables by causality: what a write replaces, what stands beside it, what is late.

A table's row holds the provisional value of each field. Where several values stand, all are in
``field_value`` until one operation that saw them replaces them. What is replaced before it arrives
is remembered in ``superseded``.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from db.handle import Store
from db.journal import merge
from db.journal.heads import BESIDE, DELETED, HEADS, SEED, SHARED, standing
from db.journal.operation import Dot, Operation, decode
from db.journal.record import DECISION, Doc
from db.journal.record import merge as merged
from db.store import base, decided, graves, heads, projection, streams
from db.store.projection import ANSWER
from db.store.tables import TABLES


def project(  # noqa: PLR0913 - each says what its caller knows better
    store: Store,
    n: int,
    operation: Operation,
    *,
    indexed: bool = True,
    local: Mapping[str, int] | None = None,
    alone: bool = False,
) -> None:
    """Bring the tables up to date with operation ``n``, whoever made it and whatever stands.

    A decision of the bureau is noted: what it frees is an operation in its own place.
    ``indexed`` and ``local`` are as for ``projection.project``; ``alone`` says that nobody but its
    author wrote on its row.

    Raises:
        BugError: it breaks a rule of the schema, or changes a frozen document.
    """
    if operation.rec_type == DECISION:
        decided.note(store, n, operation)
        return
    if operation.rec_type == "number" or operation.kind == "issue":
        projection.project(store, n, operation, indexed=indexed)
    elif operation.kind == "delete":
        _delete(store, n, operation, indexed=indexed)
    elif DELETED in operation.fields or buried(store, operation.rec_id):
        raise_again(store, n, operation, indexed=indexed)
    elif alone:
        _write_fields(store, n, operation, indexed=indexed, local=local)
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
    key = (operation.rec_type, operation.rec_id)
    after = heads.follow(store, operation, lambda dot: _arrived(store, dot, n))
    if HEADS in operation.fields:
        told = {name: each for name, each in operation.fields.items() if name != HEADS}
        operation = replace(operation, fields=told)
    if operation.fields or after is None:
        _write_fields(store, n, operation, indexed=indexed, local=local)
    if after is not None:
        heads.keep(store, key, after)


def _write_fields(
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
        projection.stand(store, (operation.rec_type, operation.rec_id), name, after)
        if after.shown is not None and after.shown != before.shown:
            shown = after.shown
            placed[name] = (shown.value, _number(store, shown.dot), shown.hlc)
    projection.place(store, n, operation, placed, indexed=indexed)


def _plain(store: Store, operation: Operation, live: Mapping[str, int]) -> bool:
    """Whether the write replaces exactly what stands, and nothing waits or is in dispute."""
    for name, at in live.items():
        if streams.dot_of(store, at) not in operation.fields[name][1]:
            return False
    for name in operation.fields:
        if name not in live and operation.fields[name][1]:
            return False
    return not store.value(
        "SELECT EXISTS (SELECT 1 FROM field_value WHERE rec_id = ?1 AND field <> ?2)"
        " OR EXISTS (SELECT 1 FROM superseded WHERE rec_id = ?1 AND field <> ?2)",
        (operation.rec_id, HEADS),
    )


def _now(store: Store, operation: Operation, live: Mapping[str, int]) -> dict[str, merge.Field]:
    """The fields an operation writes, as they stand before it.

    What a row was made with by default nobody wrote: another may have made it with a value.
    """
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
            data = store.value("SELECT bytes FROM op WHERE n = ?", (live[name],))
            if data is None:
                begun = begun or _begun(store, operation)
                standing = [one for one in _live(begun, name) if one.dot == dot]
            elif name in (by := decode(data)).fields:
                standing = [merge.Value(dot, values.get(name), by.hlc, by.kind == SEED)]
        found[name] = merge.Field(
            tuple(sorted(standing or (), key=lambda one: one.dot)), frozenset(gone.get(name, ()))
        )
    return found


def _begun(store: Store, operation: Operation) -> Doc:
    """What this store began with of the record an operation writes."""
    return base.doc(store, (operation.rec_type, operation.rec_id)) or Doc()


def _live(begun: Doc, name: str) -> tuple[merge.Value, ...]:
    """The values of a field that this store began with."""
    return begun.fields.get(name, merge.Field()).live


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


def _delete(store: Store, n: int, operation: Operation, *, indexed: bool) -> None:
    told, named = operation.fields.get(DELETED, ((), ()))
    seen = {tuple(dot) for dot in told or ()}
    standing = projection.all_dots(store, operation.rec_type, operation.rec_id)
    unseen = {streams.dot_of(store, one) for one in standing} - seen
    unseen |= set(graves.raised(store, operation.rec_id)).difference(named)
    store.run(
        "INSERT INTO tombstone (rec_id, rec_type, n, disputed) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (rec_id) DO UPDATE SET disputed = excluded.disputed",
        (operation.rec_id, operation.rec_type, n, int(bool(unseen))),
    )
    if unseen:
        raise_again(store, n, operation, indexed=indexed)
        return
    store.run("DELETE FROM field_value WHERE rec_id = ?", (operation.rec_id,))
    projection.project(store, n, operation, indexed=indexed)


def raise_again(store: Store, upto: int, one: Operation, *, indexed: bool = True) -> None:
    """Make a record's row anew from all its operations: one was deleted and edited at once.

    Up to what is brought in now: a page keeps its operations before it applies the first. ``one``
    names the record; ``indexed`` is as for ``projection.project``.
    """
    rec_type, rec_id = one.rec_type, one.rec_id
    doc, arrived = _begun(store, one), set[Dot]()
    found = _operations(store, rec_id, upto)
    if not found:
        return
    here = {each.dot for _n, each in found}
    for _n, each in found:
        merged(
            doc,
            each,
            lambda dot: dot in arrived or (dot not in here and _arrived(store, dot, upto)),
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
    live = {name: field for name, field in doc.fields.items() if name not in BESIDE and field.live}
    for name, field in live.items():
        projection.stand(store, (rec_type, rec_id), name, field)
    if live:
        placed = {
            name: (shown.value, _number(store, shown.dot), shown.hlc)
            for name, field in live.items()
            if (shown := field.shown) is not None
        }
        made = base.made(store, (rec_type, rec_id)) or found[0][0]
        projection.place(store, n, operation, placed, made, indexed=indexed)
    if rec_type in SHARED:
        heads.keep(store, (rec_type, rec_id), standing(doc.fields))


def _operations(store: Store, rec_id: str, upto: int) -> list[tuple[int, Operation]]:
    """Every operation on a record that came until one and may be applied, in the order they came."""
    found = store.rows(
        "SELECT n, bytes FROM op WHERE rec_id = ?1 AND n NOT IN (SELECT n FROM held)"
        " AND (arrived, n) <= (SELECT arrived, n FROM op WHERE n = ?2) ORDER BY arrived, n",
        (rec_id, upto),
    )
    return [(n, decode(data)) for n, data in found]


def buried(store: Store, rec_id: str) -> bool:
    """Tell whether a record was deleted, in dispute or not."""
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
