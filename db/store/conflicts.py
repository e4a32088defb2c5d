"""Where two wrote without having seen each other: what stands, and the decision for one value."""

from collections.abc import Mapping
from typing import Any

from db.handle import Reader, Store
from db.journal import merge
from db.journal.operation import Operation
from db.store import operations, streams
from db.store.operations import Change
from db.store.projection import ANSWER


def standing(reader: Reader, rec_id: str) -> Mapping[str, tuple[merge.Value, ...]]:
    """Return field → the values that stand, for the fields of a record that are in conflict."""
    found: dict[str, tuple[merge.Value, ...]] = {}
    for name, n, hlc, value in reader.rows(
        "SELECT field, n, hlc, value FROM field_value WHERE rec_id = ? ORDER BY field, n", (rec_id,)
    ):
        one = merge.Value(streams.dot_of(reader, n), value, hlc)
        found[name] = (*found.get(name, ()), one)
    return {name: values for name, values in found.items() if merge.Field(values).conflict}


def conflicted(reader: Reader, limit: int = 200) -> tuple[tuple[str, str, str], ...]:
    """Return (rec_type, rec_id, field) of the conflicts that stand, newest record last."""
    return tuple(
        reader.rows(
            "SELECT rec_type, rec_id, field FROM field_value GROUP BY rec_id, field"
            " HAVING COUNT(DISTINCT value) > 1 ORDER BY rec_id, field LIMIT ?",
            (limit,),
        )
    )


def disputed(reader: Reader, limit: int = 200) -> tuple[tuple[str, str], ...]:
    """Return (rec_type, rec_id) of what one deleted while another, unseen, edited it."""
    return tuple(
        reader.rows(
            "SELECT rec_type, rec_id FROM tombstone WHERE disputed ORDER BY rec_id LIMIT ?",
            (limit,),
        )
    )


def settle(
    store: Store, rec_type: str, rec_id: str, name: str, value: Any
) -> tuple[Operation, ...]:
    """Let a value stand alone by an operation that names every value it replaces."""
    kind = "answer" if name.startswith(ANSWER) else "put"
    seen = tuple(one.dot for one in standing(store, rec_id).get(name, ()))
    return operations.append(
        store, [Change(kind, rec_type, rec_id, {name: value}, seen={name: seen})]
    )
