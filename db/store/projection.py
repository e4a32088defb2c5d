"""From operations to tables: the one way a row of a noun comes to be or changes.

Each row keeps the dots of its fields as a small JSON map, field → operation number, with "" for
those never changed since it was made. An answer keeps its operation number in its own row.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from db.errors import BugError
from db.handle import Reader, Store
from db.journal.clock import hlc_text, to_text
from db.journal.heads import BESIDE, HEADS
from db.journal.merge import Field
from db.journal.operation import Dot, Operation, decode
from db.store import index, ledger, streams
from db.store.moments import wall_of
from db.store.tables import TABLES, Table

ANSWER = "/"
"""Field names that begin so are answers of a record, named by their path."""


SCOPE_IN = "scope_in"
"""The kind of the bureau's operations that bring in what another jurisdiction handed over."""
_AFTER_ISSUE = frozenset({"state", "service"})
"""The only columns of a document that may change once it is issued."""


def project(
    store: Store,
    n: int,
    operation: Operation,
    *,
    indexed: bool = True,
    local: Mapping[str, int] | None = None,
) -> None:
    """Bring the tables up to date with operation number ``n``.

    ``indexed`` False leaves the search index to the caller (a rebuild indexes once at the end);
    ``local`` are columns of this machine to write beside an answer.

    Raises:
        BugError: no such noun, a broken rule of the schema, or a change to a frozen document.
    """
    written = operation.fields.items()
    fields = {name: value for name, (value, _seen) in written if name not in BESIDE}
    if operation.rec_type == "document" and operation.kind not in {"issue", SCOPE_IN}:
        _refuse_frozen(operation)
    if operation.rec_type == "number":
        ledger.voided(store, operation, fields)
        return
    table = _table(operation.rec_type)
    if operation.kind == "delete":
        _delete(store, table, operation.rec_id)
    elif operation.kind == "answer":
        _answer(store, n, operation, local or {})
        return
    else:
        _put(store, table, n, operation, fields)
    if operation.kind == "issue":
        ledger.used(store, operation, fields)
    if indexed and operation.rec_type != "record":
        index.write(store, operation.rec_type, operation.rec_id)


def live_dots(
    reader: Reader,
    rec_type: str,
    rec_id: str,
    names: Mapping[str, Any],
    dots: Mapping[str, int] | None = None,
) -> Mapping[str, int]:
    """Return for each of the names that has a value the number of the operation that wrote it.

    ``dots`` are those of the row where they were read already.
    """
    if rec_type == "number":
        return {}
    found: dict[str, int] = {}
    paths = [name for name in names if name.startswith(ANSWER)]
    for path in paths:
        n = reader.value("SELECT n FROM answer WHERE record_id = ? AND path = ?", (rec_id, path))
        if n is not None:
            found[path] = n
    if len(paths) == len(names):
        return found
    dots = dots_of(reader, rec_type, rec_id) if dots is None else dots
    if dots:
        found |= {name: dots.get(name, dots[""]) for name in names if name not in paths}
    return found


def alike(reader: Reader, rec_id: str, names: Collection[str]) -> dict[str, tuple[int, ...]]:
    """Return of fields that several wrote alike the numbers of all of those operations.

    Who writes such a field has seen the one value that stands, whoever it is from.
    """
    found: dict[str, dict[int, Any]] = {}
    for name, n, value in reader.rows(
        "SELECT field, n, value FROM field_value WHERE rec_id = ? AND field <> ? ORDER BY n",
        (rec_id, HEADS),
    ):
        found.setdefault(name, {})[n] = value
    return {
        name: tuple(by)
        for name, by in found.items()
        if name in names and len(set(by.values())) == 1
    }


def all_dots(reader: Reader, rec_type: str, rec_id: str) -> set[int]:
    """Return the numbers of every operation that wrote what a row and its answers hold."""
    dots = dots_of(reader, rec_type, rec_id)
    found = {n for name, n in dots.items() if name != HEADS}
    if rec_type == "record":
        rows = reader.rows("SELECT DISTINCT n FROM answer WHERE record_id = ?", (rec_id,))
        found |= {n for (n,) in rows}
    rows = reader.rows("SELECT n FROM field_value WHERE rec_id = ? AND field <> ?", (rec_id, HEADS))
    return found | {n for (n,) in rows}


def dots_of(reader: Reader, rec_type: str, rec_id: str) -> dict[str, int]:
    """Return field → the number of the operation that wrote it, "" for the rest; {} for no row."""
    return _dots(reader, _table(rec_type), rec_id)


def set_dot(store: Store, key: tuple[str, str], name: str, n: int) -> None:
    """Write down the operation of one name of a row (rec_type, rec_id), where there is the row."""
    table = _table(key[0])
    dots = _dots(store, table, key[1])
    if dots and dots.get(name) != n:
        _set_dots(store, table, key[1], dots | {name: n})


def stand(store: Store, key: tuple[str, str], name: str, after: Field) -> None:
    """Keep a field's values when there are several, and what it waits for."""
    rec_type, *place = *key, name
    store.run("DELETE FROM field_value WHERE rec_id = ? AND field = ?", place)
    if len(after.live) > 1:
        store.insert_many(
            "field_value (rec_type, rec_id, field, n, hlc, value)",
            [(rec_type, *place, _number(store, one.dot), one.hlc, one.value) for one in after.live],
        )
    store.run("DELETE FROM superseded WHERE rec_id = ? AND field = ?", place)
    store.insert_many(
        "superseded (rec_id, field, stream, seq)",
        [(*place, *dot) for dot in sorted(after.gone)],
    )


def _number(store: Store, dot: Dot) -> int:
    return streams.number(streams.id_of(store, dot[0]), dot[1])


def _set_dots(store: Store, table: Table, rec_id: str, dots: Mapping[str, int]) -> None:
    store.run(
        f"UPDATE {table.name} SET dots = ? WHERE {table.key} = ?",
        (json.dumps(dots, separators=(",", ":")), rec_id),
    )


def _table(rec_type: str) -> Table:
    table = TABLES.get(rec_type)
    if table is None:
        raise BugError(f"no noun {rec_type}")
    return table


def _refuse_frozen(operation: Operation) -> None:
    frozen = frozenset(TABLES["document"].columns) - _AFTER_ISSUE
    if operation.kind == "delete" or not frozen.isdisjoint(operation.fields):
        raise BugError("an issued document is frozen; issue a new one that names it")


def _dots(reader: Reader, table: Table, rec_id: str) -> dict[str, int]:
    kept = reader.value(f"SELECT dots FROM {table.name} WHERE {table.key} = ?", (rec_id,))
    return json.loads(kept) if kept else {}


def place(  # noqa: PLR0913 - each says what its caller knows
    store: Store,
    n: int,
    operation: Operation,
    fields: Mapping[str, tuple[Any, int, int]],
    made: int | None = None,
    *,
    indexed: bool = True,
) -> None:
    """Set fields of a row to values written by the operations with the given numbers and HLCs.

    The row is made when it is not there, by operation number ``made``; answers go to their own rows.
    ``operation`` is what brought this about, ``n`` its number; ``indexed`` is as for ``project``.
    """
    table = _table(operation.rec_type)
    columns = {name: value for name, value in fields.items() if not name.startswith(ANSWER)}
    if columns or not _dots(store, table, operation.rec_id):
        plain = {name: value for name, (value, _n, _hlc) in columns.items()}
        _put(store, table, n if made is None else made, operation, plain)
        dots = _dots(store, table, operation.rec_id) | {
            name: at for name, (_v, at, _hlc) in columns.items()
        }
        _set_dots(store, table, operation.rec_id, dots)
    elif "updated" in table.kept:
        store.run(
            f"UPDATE {table.name} SET updated = MAX(updated, ?) WHERE {table.key} = ?",
            (to_text(wall_of(operation)), operation.rec_id),
        )
    for path, (value, at, hlc) in fields.items():
        if path.startswith(ANSWER):
            moment = _when(store, at, hlc) if at != n else to_text(wall_of(operation))
            _answered(store, (operation.rec_id, at, moment), {path: value})
    if any(path.startswith(ANSWER) for path in fields):
        store.run("UPDATE record SET dirty = 1 WHERE id = ?", (operation.rec_id,))
    if indexed and operation.rec_type != "record":
        index.write(store, operation.rec_type, operation.rec_id)


def _when(store: Store, n: int, hlc: int) -> str:
    """When an operation was written; of one that did not come itself, as its HLC tells."""
    found = store.value("SELECT bytes FROM op WHERE n = ?", (n,))
    return hlc_text(hlc) if found is None else to_text(wall_of(decode(found)))


def clear(store: Store, rec_type: str, rec_id: str) -> None:
    """Take a row and its answers away, as a deletion does."""
    _delete(store, _table(rec_type), rec_id)


def _put(
    store: Store, table: Table, n: int, operation: Operation, fields: Mapping[str, Any]
) -> None:
    columns = {name: value for name, value in fields.items() if name in table.columns}
    if "updated" in table.kept:
        columns["updated"] = to_text(wall_of(operation))
    dots = _dots(store, table, operation.rec_id)
    if dots:
        columns["dots"] = json.dumps(dots | dict.fromkeys(fields, n), separators=(",", ":"))
        if table.rec_type == "record":
            columns["dirty"] = 1
        places = ", ".join(
            "updated = MAX(updated, ?)" if name == "updated" else f"{name} = ?" for name in columns
        )
        store.run(
            f"UPDATE {table.name} SET {places} WHERE {table.key} = ?",
            (*columns.values(), operation.rec_id),
        )
        return
    if table.rec_type == "number_block":
        columns["next"] = columns["lo"]
    columns = {table.key: operation.rec_id, **columns, "dots": f'{{"":{n}}}'}
    places = ", ".join("?" * len(columns))
    store.run(
        f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})",
        tuple(columns.values()),
    )


def _delete(store: Store, table: Table, rec_id: str) -> None:
    store.run(f"DELETE FROM {table.name} WHERE {table.key} = ?", (rec_id,))
    if table.rec_type == "record":
        store.run("DELETE FROM answer WHERE record_id = ?", (rec_id,))
        index.write(store, "record", rec_id)


def _answer(store: Store, n: int, operation: Operation, local: Mapping[str, int]) -> None:
    at = to_text(wall_of(operation))
    values = {path: value for path, (value, _seen) in operation.fields.items()}
    _answered(store, (operation.rec_id, n, at), values)
    beside = "".join(f", {name} = ?" for name in local)
    store.run(
        f"UPDATE record SET updated = MAX(updated, ?){beside} WHERE id = ?",
        (at, *local.values(), operation.rec_id),
    )
    store.run("UPDATE record SET dirty = 1 WHERE id = ? AND dirty = 0", (operation.rec_id,))


def _answered(store: Store, by: tuple[str, int, str], values: Mapping[str, Any]) -> None:
    rec_id, n, at = by
    for path, value in values.items():
        store.run(
            "INSERT INTO answer (record_id, path, value, n, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (record_id, path)"
            " DO UPDATE SET value = excluded.value, n = excluded.n, at = excluded.at",
            (rec_id, path, value, n, at),
        )
