"""Every table anew from the journal, and the comparison that proves both ways agree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from db.errors import BugError
from db.handle import Reader, Store
from db.journal.operation import Operation, decode
from db.store import base, beginning, index, merging
from db.store.tables import TABLES

_KEYS = {table.name: table.key for table in TABLES.values()}
_LOCAL = {table.name: table.local for table in TABLES.values()}
_OTHERS = {
    "answer": "record_id, path",
    "number_use": "series, year, number, document_id",
    "decision": "n",
    "field_value": "rec_id, field, n",
    "superseded": "rec_id, field, stream, seq",
    "tombstone": "rec_id",
}


_STREAM = "id, stream, scope, device, incarnation, base_seq, base_chain"
_BASE = "scope, manifest, arrived"
_OP = "n, arrived, hash, chain, kind, rec_type, rec_id, hlc, bytes"


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what the journal says: ``missing``, ``extra`` or ``changed``."""

    table: str
    key: str
    kind: str
    columns: tuple[str, ...] = ()


def rebuild(store: Store, *, indexed: bool = True, skipped: list[int] | None = None) -> int:
    """Empty every derived table and project the whole journal again; return the operations.

    With a list for ``skipped``, operations that cannot be projected are left out and their
    numbers added to it.

    One transaction: a kill leaves the tables as they were. What belongs to this machine only
    (how far a draft is) is kept.
    """
    with store.atomic():
        progress = store.rows("SELECT answered, asked, id FROM record")
        for name in (*_KEYS, *_OTHERS):
            store.run(f"DELETE FROM {name}")
        count = 0
        for n, operation in _operations(store, store):
            if skipped is None:
                merging.project(store, n, operation, indexed=False)
            elif not _projected(store, n, operation):
                skipped.append(n)
            count += 1
        for row in progress:
            store.run("UPDATE record SET answered = ?, asked = ? WHERE id = ?", row)
        if indexed:
            reindex(store)
    return count


def replay(source: Reader, empty: Store) -> int:
    """Project another store's journal into an empty one, without search; return the operations."""
    base.lend(source, empty)
    with empty.atomic():
        empty.insert_many(f"stream ({_STREAM})", source.rows(f"SELECT {_STREAM} FROM stream"))
        empty.insert_many(f"base ({_BASE})", source.rows(f"SELECT {_BASE} FROM base"))
        # What is held is in no table, but it is here: a write that saw it waits for nothing.
        for (n,) in source.rows("SELECT n FROM held"):
            _copy(source, empty, n)
        empty.insert_many("held (n, reason, at)", source.rows("SELECT n, reason, at FROM held"))
        count = 0
        for n, operation in _operations(source, empty):
            _copy(source, empty, n)
            merging.project(empty, n, operation, indexed=False)
            count += 1
    return count


def reindex(store: Store) -> None:
    """Write the whole search index again."""
    with store.atomic():
        store.run("DELETE FROM search_code")
        store.run("DELETE FROM search_entry")
        store.run("INSERT INTO search_text (search_text) VALUES ('delete-all')")
        for rec_type in index.KINDS:
            table = TABLES[rec_type]
            for (key,) in store.rows(f"SELECT {table.key} FROM {table.name} ORDER BY {table.key}"):
                index.write(store, rec_type, key)
        store.run("UPDATE record SET dirty = 0")


def differences(standing: Reader, rebuilt: Reader) -> Iterator[Difference]:
    """Yield every row in which two stores differ, what is local or for search left out."""
    for name, key in (_KEYS | _OTHERS).items():
        yield from _compare(standing, rebuilt, name, key)


def _operations(reader: Reader, into: Store) -> Iterator[tuple[int, Operation]]:
    """Yield what is applied of the journal in the order it came, in which causes precede effects.

    What the store began with is brought in where it came, by its records as they stood.
    """
    began = base.standing(reader)
    numbers = reader.rows(
        "SELECT n, arrived FROM op WHERE n NOT IN (SELECT n FROM held) ORDER BY arrived, n"
    )
    steps = _steps(reader, into, began) if began else []
    for n, arrived in numbers:
        while steps and arrived > steps[0][0]:
            steps.pop(0)[1]()
        yield n, decode(reader.value("SELECT bytes FROM op WHERE n = ?", (n,)))
    for _after, step in steps:
        step()


def _steps(reader: Reader, into: Store, began: base.Base) -> list[tuple[int, Callable[[], object]]]:
    """What a beginning does, and after which arrival: its records come before its operations."""
    read = partial(base.unpacked, reader)
    load = partial(beginning.load, into, began, read, lambda _count: None, indexed=False)
    return [(began.arrived, load), (began.last, partial(beginning.finish, into))]


def _copy(source: Reader, empty: Store, n: int) -> None:
    row = source.row(f"SELECT {_OP} FROM op WHERE n = ?", (n,))
    empty.run(f"INSERT INTO op ({_OP}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row or ())


def _projected(store: Store, n: int, operation: Operation) -> bool:
    try:
        with store.atomic():
            merging.project(store, n, operation, indexed=False)
    except (BugError, KeyError, TypeError):
        return False
    return True


def _compare(standing: Reader, rebuilt: Reader, name: str, key: str) -> Iterator[Difference]:
    local = _LOCAL.get(name, frozenset[str]()) | {"dirty"}
    columns = [
        column
        for (column,) in standing.rows("SELECT name FROM pragma_table_info(?)", (name,))
        if column not in local
    ]
    width = len(key.split(","))
    sql = f"SELECT {key}, {', '.join(columns)} FROM {name} ORDER BY {key}"
    left, right = iter(standing.db.execute(sql)), iter(rebuilt.db.execute(sql))
    one, two = next(left, None), next(right, None)
    while one is not None or two is not None:
        mine = one[:width] if one is not None else None
        theirs = two[:width] if two is not None else None
        if one == two:
            one, two = next(left, None), next(right, None)
        elif mine == theirs and one is not None and two is not None:
            found = _changed(columns, one[width:], two[width:])
            yield Difference(name, _text(one[:width]), "changed", found)
            one, two = next(left, None), next(right, None)
        elif two is None or (mine is not None and theirs is not None and mine < theirs):
            yield Difference(name, _text(mine), "extra")
            one = next(left, None)
        else:
            yield Difference(name, _text(theirs), "missing")
            two = next(right, None)


def _changed(columns: list[str], one: tuple[Any, ...], two: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(name for name, a, b in zip(columns, one, two, strict=True) if a != b)


def _text(key: tuple[Any, ...] | None) -> str:
    return " ".join(str(part) for part in key or ())
