"""Operations that meet nothing here, brought into the tables many at a time.

New rows, and the first answers of records nobody disputes: there causality has nothing to decide,
and most of what a page of the feed brings is such. A few statements for many rows make exactly
what ``merging.project`` makes of them one by one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from db.handle import Store
from db.journal.clock import to_text
from db.journal.operation import Operation
from db.store import index
from db.store.moments import wall_of
from db.store.tables import TABLES, select, to_row

Numbered = tuple[int, Operation]
"""An operation and its number in this store."""
Group = Sequence[Numbered]
"""The operations of one transaction."""

_NEVER = frozenset({"number", "document"})
"""Nouns whose operations have rules beyond their row."""
_DISPUTES = ("tombstone", "field_value", "superseded")


class Met:
    """What stands in the tables, or was written since, that operations could meet."""

    def __init__(self, store: Store, groups: Iterable[Group]) -> None:
        by_type: dict[str, set[str]] = {}
        for one in (one for group in groups for _n, one in group):
            by_type.setdefault(one.rec_type, set()).add(one.rec_id)
        records = sorted(by_type.get("record", ()))
        disputes = [name for name in _DISPUTES if store.row(f"SELECT 1 FROM {name} LIMIT 1")]
        self._disputed: set[str] = set()
        for keys in by_type.values():
            for name in disputes:  # most stores have none
                self._disputed |= _found(store, f"SELECT rec_id FROM {name}", "rec_id", keys)
        self._rows = {
            (rec_type, key)
            for rec_type, keys in by_type.items()
            if (table := TABLES.get(rec_type)) is not None
            for key in _found(store, f"SELECT {table.key} FROM {table.name}", table.key, keys)
        }
        self._answers: set[tuple[str, str]] = set(
            store.rows(
                "SELECT record_id, path FROM answer"
                " WHERE record_id IN (SELECT value FROM json_each(?))",
                (json.dumps(records),),
            )
            if records
            else ()
        )

    def by(self, group: Group) -> bool:
        """Tell whether a transaction meets anything; what it writes counts from now on."""
        told = [self._alone(one) for _n, one in group]  # each is asked: each counts
        return not all(told)

    def _alone(self, one: Operation) -> bool:
        alone = one.rec_id not in self._disputed
        for _value, seen in one.fields.values():
            if seen:
                alone = False
        key = (one.rec_type, one.rec_id)
        if one.kind == "answer" and one.rec_type == "record":
            paths = {(one.rec_id, path) for path in one.fields}
            alone = alone and key in self._rows and self._answers.isdisjoint(paths)
            self._answers |= paths
        elif one.kind in {"put", "seed"} and one.rec_type in TABLES:
            alone = alone and key not in self._rows and one.rec_type not in _NEVER
            self._rows.add(key)
        else:
            alone = False
        if not alone:
            self._disputed.add(one.rec_id)
        return alone


def runs(store: Store, groups: Sequence[Group]) -> Iterator[tuple[bool, list[Group]]]:
    """Yield the transactions in order, in runs of those that meet something and those that do not.

    Each is (whether they meet nothing, the run).
    """
    met = Met(store, groups)
    run: list[Group] = []
    alone = True
    for group in groups:
        now = not met.by(group)
        if run and now is not alone:
            yield alone, run
            run = []
        alone = now
        run.append(group)
    if run:
        yield alone, run


def project(store: Store, operations: Sequence[Numbered]) -> None:
    """Bring the tables up to date with operations that meet nothing.

    Raises:
        BugError: one breaks a rule of the schema.
    """
    _rows(store, [each for each in operations if each[1].kind != "answer"])
    _answers(store, [each for each in operations if each[1].kind == "answer"])
    by_type: dict[str, list[str]] = {}
    for _n, one in operations:
        if one.kind != "answer" and one.rec_type != "record":
            by_type.setdefault(one.rec_type, []).append(one.rec_id)
    index_of(store, by_type)


def index_of(store: Store, by_type: Mapping[str, Sequence[str]]) -> None:
    """Write the index entries of new rows, by their noun and keys."""
    for rec_type, keys in by_type.items():
        if rec_type not in index.KINDS:
            continue
        table = TABLES[rec_type]
        found = {
            row[0]: row
            for row in store.rows(
                f"{select(table.row)} WHERE {table.key} IN (SELECT value FROM json_each(?))",
                (json.dumps(keys),),
            )
        }
        rows: list[tuple[str, Any]] = [(key, to_row(table.row, found[key])) for key in keys]
        index.insert_many(store, [(rec_type, key, index.entry_of(store, row)) for key, row in rows])


def _rows(store: Store, operations: Iterable[Numbered]) -> None:
    alike: dict[tuple[str, tuple[str, ...]], list[Numbered]] = {}
    for numbered in operations:
        one = numbered[1]
        alike.setdefault((one.rec_type, tuple(one.fields)), []).append(numbered)
    for (rec_type, fields), found in alike.items():
        table = TABLES[rec_type]
        columns: dict[str, list[Any]] = {table.key: [one.rec_id for _n, one in found]}
        written = zip(*(one.fields.values() for _n, one in found), strict=True)
        for name, cells in zip(fields, written, strict=True):
            if name in table.columns:
                columns[name] = [value for value, _seen in cells]
        if "updated" in table.kept:
            columns["updated"] = [to_text(wall_of(one)) for _n, one in found]
        if rec_type == "number_block":
            columns["next"] = columns["lo"]
        columns["dots"] = [f'{{"":{n}}}' for n, _one in found]
        into = f"{table.name} ({', '.join(columns)})"
        store.insert_many(into, zip(*columns.values(), strict=True))


def _answers(store: Store, operations: Sequence[Numbered]) -> None:
    at = {n: to_text(wall_of(one)) for n, one in operations}
    store.insert_many(
        "answer (record_id, path, value, n, at)",
        (
            (one.rec_id, path, value, n, at[n])
            for n, one in operations
            for path, (value, _seen) in one.fields.items()
        ),
    )
    last: dict[str, str] = {}
    for n, one in operations:
        last[one.rec_id] = max(last.get(one.rec_id, ""), at[n])
    store.run_many(
        "UPDATE record SET updated = MAX(updated, ?), dirty = 1 WHERE id = ?",
        [(moment, rec_id) for rec_id, moment in last.items()],
    )


def _found(store: Store, select_from: str, key: str, keys: Iterable[str]) -> set[str]:
    found = store.rows(
        f"{select_from} WHERE {key} IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(keys)),),
    )
    return {one for (one,) in found}
