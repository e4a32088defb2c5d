"""Where two wrote without having seen each other: what stands, and what a person decides."""

from collections.abc import Collection, Mapping
from typing import Any

from db.duty_rows import Settlement
from db.handle import Reader, Store
from db.journal import heads as causal
from db.journal import merge
from db.journal.heads import DELETED, HEADS
from db.journal.operation import Dot, Operation, decode
from db.store import graves, heads, nouns, operations, streams
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
    return {
        name: values
        for name, values in found.items()
        if name != HEADS and merge.Field(values).conflict
    }


def conflicted(reader: Reader, limit: int = 200) -> tuple[tuple[str, str, str], ...]:
    """Return (rec_type, rec_id, field) of the conflicts that stand, newest record last."""
    return tuple(
        reader.rows(
            "SELECT rec_type, rec_id, field FROM field_value WHERE field <> ?"
            " GROUP BY rec_id, field HAVING COUNT(DISTINCT value) + MAX(value IS NULL) > 1"
            " ORDER BY rec_id, field LIMIT ?",
            (HEADS, limit),
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


def ancestor(reader: Reader, name: str, dots: Collection[Dot]) -> str | None:
    """Return the last text of a field that the authors of all of these writes had replaced.

    None where the journal knows of none.
    """
    seen = [_before(reader, name, dot) for dot in dots]
    common = set(seen[0]).intersection(*seen[1:]) if seen else set[Dot]()
    latest = max(common, key=lambda dot: (seen[0][dot].hlc, dot), default=None)
    if latest is None:
        return None
    value = seen[0][latest].fields.get(name, ("",))[0]
    return value if isinstance(value, str) else ""


def _before(reader: Reader, name: str, dot: Dot) -> dict[Dot, Operation]:
    """The writes of a field that one replaced, and those that they replaced in their turn."""
    found, left, here = dict[Dot, Operation](), [dot], set(streams.names(reader))
    while left:
        stream, seq = left.pop()
        data = operations.bytes_at(reader, stream, seq) if stream in here else None
        one = None if data is None or (stream, seq) in found else decode(data)
        if one is None:
            continue
        found[one.dot] = one
        left += one.fields.get(name, (None, ()))[1]
    found.pop(dot, None)
    return found


def settle(
    store: Store, rec_type: str, rec_id: str, name: str, value: Any
) -> tuple[Operation, ...]:
    """Let a value stand alone by an operation that names every value it replaces."""
    kind = "answer" if name.startswith(ANSWER) else "put"
    seen = tuple(one.dot for one in standing(store, rec_id).get(name, ()))
    return operations.append(
        store, [Change(kind, rec_type, rec_id, {name: value}, seen={name: seen})]
    )


def last_write(reader: Reader, rec_id: str) -> Dot | None:
    """Return the last write on a record that is no deletion and no look."""
    found = reader.rows(
        "SELECT bytes FROM op WHERE rec_id = ? AND kind NOT IN ('delete', 'answer')"
        " ORDER BY arrived DESC, n DESC",
        (rec_id,),
    )
    written = (decode(data) for (data,) in found)
    return next((one.dot for one in written if not causal.is_look(one)), None)


def keep(store: Store, rec_type: str, rec_id: str) -> tuple[Operation, ...]:
    """Let a record stand that somebody deleted, by an operation that has seen every deletion."""
    seen = {DELETED: graves.deletions(store, rec_id)}
    return operations.append(store, [Change("put", rec_type, rec_id, {DELETED: None}, seen=seen)])


def bury(store: Store, rec_type: str, rec_id: str) -> tuple[Operation, ...]:
    """Delete a record whose deletion was in dispute, having seen all that stands of it."""
    return operations.append(store, [Change("delete", rec_type, rec_id)])


def look(store: Store, rec_type: str, rec_id: str) -> tuple[Operation, ...]:
    """Leave a record on which people wrote beside each other as it is, having seen all of it."""
    seen = tuple(one.dot for one in causal.tops(heads.standing(store, (rec_type, rec_id))))
    return operations.append(store, [Change("put", rec_type, rec_id, seen={HEADS: seen})])


def settlements(reader: Reader, limit: int = 20) -> tuple[Settlement, ...]:
    """Return what was decided, the newest first."""
    return nouns.many(reader, Settlement, "ORDER BY at DESC, id DESC LIMIT ?", (limit,))
