"""What a store began with, brought back when it is mended.

Where a wreck gives all of it, the store stands on the same ground as before, and what came later
comes after it. Where none does, others' operations come from the hub once more.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import replay
from db.handle import Identity, Store
from db.journal import wire
from db.journal.snapshot import Snapshot
from db.store import base, beginning, streams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.wreck import Found, Held, Wreck

_OF_BASE = (
    f"SELECT n FROM op JOIN stream ON id = n >> {streams.SHIFT} WHERE seq <= base_seq"
    " ORDER BY arrived, n"
)
_LATER = (
    f"EXISTS (SELECT 1 FROM stream WHERE id = n >> {streams.SHIFT} AND seq > base_seq"
    " AND NOT (device = ?1 AND arrived <= ?2))"
)
"""All but the operations it began with, and what was written here before."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a wreck has of a beginning: its operations, and which of all are held."""

    kept: "list[Found]"
    held: "list[Held]"


def take_base(store: Store, old: "Sequence[Wreck]") -> None:
    """Take over what the store began with, where the copy has not got it and a wreck gives it whole.

    Where none does, or its files are damaged, others' operations are not taken over from a store
    that began so: what lies between them cannot be known, and all of them come from the hub.
    """
    if base.standing(store) is not None:
        if base.missing(store):
            _forget(store)
        return
    for one in sorted(old, key=lambda one: not one.own):
        for manifest, arrived in one.ask("SELECT manifest, arrived FROM base") or ():
            with suppress(wire.BadBody):
                found = base.Base(wire.unpack(manifest, Snapshot), arrived)
                told = _told(store, one, found)
                if told is not None:
                    _begin(store, found, told)
                    return


def drop_sparse(store: Store, old: "Sequence[Wreck]") -> None:
    """Drop others' operations of a store whose beginning was lost."""
    began = any(one.ask("SELECT 1 FROM base") for one in old)
    if began and base.standing(store) is None:
        _drop_others(store)


def put_in_order(store: Store) -> None:
    """Let operations come where the tables are made in this order: its own, then what came later.

    What is brought back arrived when it was written, which may be long before this store began:
    who was offline then sent it since. What comes from now on comes after all of it.
    """
    found = base.standing(store)
    if found is None:
        return
    for at, (n,) in enumerate(store.rows(_OF_BASE), found.arrived + 1):
        store.run("UPDATE op SET arrived = ? WHERE n = ?", (at, n))
    later = (streams.device(store), found.arrived)
    first = store.value(f"SELECT MIN(arrived) FROM op WHERE {_LATER}", later)
    if first is not None and first <= found.last:
        by = found.last + 1 - first
        store.run(f"UPDATE op SET arrived = arrived + ?3 WHERE {_LATER}", (*later, by))
    last = max(found.last, store.value("SELECT MAX(arrived) FROM op") or 0)
    known = store.value("SELECT value FROM meta WHERE key = 'hlc'")
    store.run(
        "INSERT INTO meta (key, value) VALUES ('hlc', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (str(max(last, int(known or 0))),),
    )


def _forget(store: Store) -> None:
    """Let a copy begin anew: with files that are damaged its tables cannot be made."""
    _drop_others(store)
    store.run("DELETE FROM base")
    store.run("DELETE FROM hub_cursor")
    store.run("UPDATE stream SET base_seq = 0, base_chain = NULL")


def _drop_others(store: Store) -> None:
    store.run(
        f"DELETE FROM op WHERE n >> {streams.SHIFT} IN (SELECT id FROM stream WHERE device <> ?)",
        (streams.device(store),),
    )


def _told(store: Store, one: "Wreck", found: base.Base) -> _Told | None:
    """What a wreck has of a beginning; None where it does not answer, or a file is damaged."""
    if not all(base.has(store, part) for part in found.snapshot.parts):
        return None
    held = one.held()
    kept = [_of_base(one, *told) for told in found.snapshot.streams.items()]
    if held is None or None in kept:
        return None
    return _Told([each for some in kept for each in some or ()], held)


def _of_base(one: "Wreck", stream: str, end: tuple[int, bytes]) -> "list[Found] | None":
    """What a wreck has of a stream up to where its snapshot ends; None where it does not answer."""
    seqs = one.numbers(stream, end[0])
    found = [one.operation(stream, seq) for seq in seqs or ()]
    return None if seqs is None or None in found else [each for each in found if each]


def _begin(store: Store, found: base.Base, told: _Told) -> None:
    for name in set(found.snapshot.streams).difference(streams.names(store)):
        streams.enter_other(store.db, Identity(name, "", found.snapshot.scope, 0))
    for operation, data in told.kept:
        replay.keep(store, operation.stream, (operation, data))
    beginning.enter(store, found)
    replay.hold(store, told.held)
