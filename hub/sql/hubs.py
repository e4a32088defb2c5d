"""Who this hub is, and the tree of jurisdictions it keeps."""

import datetime as dt

from hub.sql.base import Db, first


def hub(db: Db) -> tuple[str, int] | None:
    """Return the hub's id and epoch, None before it was set up."""
    found = first(db, "SELECT hub_id, epoch FROM hub")
    return (found[0], found[1]) if found else None


def set_up(db: Db, hub_id: str, now: dt.datetime) -> None:
    """Enter the hub's identity."""
    db.execute("INSERT INTO hub (hub_id, epoch, created) VALUES (%s, 1, %s)", (hub_id, now))


def next_epoch(db: Db, now: dt.datetime) -> None:
    """Begin a new epoch: the database was restored, what followed may be lost.

    It is told by the clock: a backup that is restored twice must not have the same one twice.
    """
    found = first(db, "SELECT epoch FROM hub")
    if found is not None:
        db.execute("UPDATE hub SET epoch = %s", (max(found[0] + 1, int(now.timestamp())),))


def add_scope(db: Db, scope: str, parent: str | None, name: str, now: dt.datetime) -> None:
    """Enter a jurisdiction with an empty feed."""
    from db.journal.wire import feed_root

    db.execute(
        "INSERT INTO scope (scope, parent, name, created) VALUES (%s, %s, %s, %s)",
        (scope, parent, name, now),
    )
    db.execute(
        "INSERT INTO feed (scope, seq, head_hash) VALUES (%s, 0, %s)", (scope, feed_root(scope))
    )


def lock_scope(db: Db, scope: str) -> None:
    """Hold a jurisdiction until the transaction ends: what there is one of is begun under it.

    Raises:
        LookupError: there is no such scope.
    """
    if first(db, "SELECT scope FROM scope WHERE scope = %s FOR UPDATE", (scope,)) is None:
        raise LookupError(scope)


def scopes(db: Db) -> list[tuple[str, str | None, str]]:
    """Return (scope, parent, name) of the whole tree."""
    return db.execute("SELECT scope, parent, name FROM scope ORDER BY scope").fetchall()
