"""What the hub signed about its feeds, kept to hold it to its word."""

from db.handle import Reader, Store
from db.journal.proof import Checkpoint

KEPT = 100
"""So many of the newest are kept of a scope; what was contradicted is kept for ever."""
_COLUMNS = "epoch, scope, size, root, feed, at, signature"


def last(reader: Reader, hub: str, scope: str) -> Checkpoint | None:
    """Return the newest checkpoint that stands; ``hub`` is the hub it is of."""
    found = reader.row(
        f"SELECT {_COLUMNS} FROM hub_checkpoint WHERE scope = ? AND contradicted = 0"
        " ORDER BY size DESC LIMIT 1",
        (scope,),
    )
    return Checkpoint(hub, *found) if found else None


def keep(store: Store, one: Checkpoint) -> None:
    """Keep a checkpoint that continues the ones before."""
    with store.atomic():
        store.run(
            "INSERT INTO hub_checkpoint (scope, size, root, feed, at, epoch, signature)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, size, root) DO UPDATE"
            " SET at = excluded.at, epoch = excluded.epoch, signature = excluded.signature,"
            " contradicted = 0",
            (one.scope, one.size, one.root, one.feed, one.at, one.epoch, one.signature),
        )
        store.run(
            "DELETE FROM hub_checkpoint WHERE scope = ?1 AND contradicted = 0 AND size <"
            " (SELECT size FROM hub_checkpoint WHERE scope = ?1 AND contradicted = 0"
            " ORDER BY size DESC LIMIT 1 OFFSET ?2)",
            (one.scope, KEPT),
        )


def contradict(store: Store, scope: str, by: Checkpoint) -> None:
    """Keep that the hub signed otherwise than before; the newer head counts from now on."""
    with store.atomic():
        store.run(
            "UPDATE hub_checkpoint SET contradicted = ? WHERE scope = ? AND contradicted = 0",
            (by.at, scope),
        )
        keep(store, by)


def contradicted(reader: Reader, hub: str, scope: str) -> tuple[tuple[Checkpoint, int], ...]:
    """Return (checkpoint, when the hub signed otherwise in ms), the newest first."""
    found = reader.rows(
        f"SELECT {_COLUMNS}, contradicted FROM hub_checkpoint WHERE scope = ?"
        " AND contradicted > 0 ORDER BY at DESC LIMIT ?",
        (scope, KEPT),
    )
    return tuple((Checkpoint(hub, *row[:-1]), row[-1]) for row in found)
