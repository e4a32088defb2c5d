"""The tree over each scope's feed: signed heads, and the subtrees kept so that none is made twice."""

import datetime as dt

from db.journal.proof import Checkpoint
from hub.sql.base import Db, first


def hashes(db: Db, scope: str, after: int, count: int) -> list[bytes]:
    """Return the hashes of so many operations of a feed after a place, in order."""
    found = db.execute(
        "SELECT op_hash FROM op WHERE scope = %s AND seq > %s AND seq <= %s ORDER BY seq",
        (scope, after, after + count),
    )
    return [op_hash for (op_hash,) in found]


def nodes(db: Db, scope: str, level: int, at: int, count: int) -> dict[int, bytes]:
    """Return place → hash of the kept subtrees of a level from a place on."""
    found = db.execute(
        "SELECT place, hash FROM tree_node WHERE scope = %s AND level = %s"
        " AND place >= %s AND place < %s",
        (scope, level, at, at + count),
    )
    return dict(found.fetchall())


def add_node(db: Db, scope: str, level: int, at: int, node_hash: bytes) -> None:
    """Keep a subtree's hash; whoever came first keeps it."""
    known = nodes(db, scope, level, at, 1)
    if not known:
        db.execute(
            "INSERT INTO tree_node (scope, level, place, hash) VALUES (%s, %s, %s, %s)",
            (scope, level, at, node_hash),
        )


def last_at(db: Db, scope: str) -> dt.datetime | None:
    """Return when the newest kept checkpoint of a scope was signed."""
    found = first(db, "SELECT MAX(at) FROM checkpoint WHERE scope = %s", (scope,))
    return found[0] if found else None


def add_checkpoint(db: Db, one: Checkpoint) -> None:
    """Keep a checkpoint; the first of a size stays."""
    known = first(
        db, "SELECT size FROM checkpoint WHERE scope = %s AND size = %s", (one.scope, one.size)
    )
    if known is None:
        db.execute(
            "INSERT INTO checkpoint (scope, size, epoch, root, feed_hash, at, signature)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            (
                one.scope,
                one.size,
                one.epoch,
                one.root,
                one.feed,
                dt.datetime.fromtimestamp(one.at / 1000, dt.UTC),
                one.signature,
            ),
        )


def place_of(db: Db, scope: str, stream: str, sseq: int) -> tuple[int, bytes] | None:
    """Return the place in the feed and the bytes of an operation."""
    found = first(
        db,
        "SELECT seq, bytes FROM op WHERE scope = %s AND stream = %s AND sseq = %s",
        (scope, stream, sseq),
    )
    return (found[0], found[1]) if found else None


def batch_of(db: Db, scope: str, place: int) -> tuple[int, int, str, bytes] | None:
    """Return (last place, last number, device, signature) of the batch over a place of the feed."""
    found = first(
        db,
        "SELECT batch.last, batch.sseq + batch.last - batch.first, stream.device,"
        " batch.signature FROM batch JOIN stream ON stream.scope = batch.scope"
        " AND stream.stream = batch.stream WHERE batch.scope = %s AND batch.last >= %s"
        " ORDER BY batch.last LIMIT 1",
        (scope, place),
    )
    return (found[0], found[1], found[2], found[3]) if found else None
