"""Signed heads of each scope's tree, proofs that one continues another, proofs of an operation."""

import datetime as dt
from dataclasses import replace

from db.journal import proof, tree, wire
from db.journal.proof import Checkpoint, Proof, Witness
from hub.routing import Hub
from hub.sql import feeds, people, trees
from hub.sql.base import Db

KEPT_EVERY = dt.timedelta(hours=1)
TILE = 8
"""Every so many levels the subtrees are kept."""


def witness(db: Db, hub: Hub, scope: str, size: int, before: int) -> Witness:
    """Sign the head over a feed's first operations and prove it continues an earlier one.

    Where it cannot (the feed is shorter than the earlier one), the proof is empty: whoever knows
    the earlier one sees that it was given up.

    Raises:
        BadBody: ``query``, for a size at which no batch ends, or which the feed has not reached.
    """
    head = _signed(db, hub, scope, size)
    perfect = _Kept(db, scope).perfect
    return Witness(head, tree.consistency(before, size, perfect))


def prove(db: Db, hub: Hub, scope: str, stream: str, sseq: int) -> Proof:
    """Show that an operation is in a scope's feed, and who signed it.

    Raises:
        BadBody: ``query``, when it is not.
    """
    found = trees.place_of(db, scope, stream, sseq)
    batch = trees.batch_of(db, scope, found[0]) if found else None
    device = people.device(db, scope, batch[2]) if batch else None
    if found is None or batch is None or device is None:
        raise wire.BadBody("query")
    (place, data), (end, last, _device, signature) = found, batch
    size, _hash = feeds.feed(db, scope)
    path = tree.inclusion(place - 1, size, _Kept(db, scope).perfect)
    later = tuple(trees.hashes(db, scope, place, end - place))
    head = _signed(db, hub, scope, size)
    return Proof(data, place, head, path, later, last, signature, device.public_key)


def _signed(db: Db, hub: Hub, scope: str, size: int) -> Checkpoint:
    """The head over so many operations; one an hour is kept."""
    row = feeds.batch_ending(db, scope, size) if size else None
    if size and row is None:
        raise wire.BadBody("query")
    feed = row.feed_hash if row else wire.feed_root(scope)
    now = hub.clock()
    root = tree.root(size, _Kept(db, scope).perfect)
    at = int(now.timestamp() * 1000)
    blank = Checkpoint(hub.hub_id, hub.epoch, scope, size, root, feed, at)
    made = replace(blank, signature=hub.seal.key.sign(proof.checkpoint_claim(blank)))
    last = trees.last_at(db, scope)
    if last is None or now - last >= KEPT_EVERY:
        trees.add_checkpoint(db, made)
    return made


class _Kept:
    """Perfect subtrees of a scope's tree, from what is kept; what is missing is made and kept."""

    def __init__(self, db: Db, scope: str) -> None:
        self._db = db
        self._scope = scope

    def perfect(self, level: int, at: int) -> bytes:
        """Return the hash of a perfect subtree all of whose operations are in the feed."""
        below = level - (level % TILE or (TILE if level else 0))
        count = 1 << (level - below)
        found = tree.folded(self._row(below, at * count, count))
        if level and level % TILE == 0:
            trees.add_node(self._db, self._scope, level, at, found)
        return found

    def _row(self, level: int, at: int, count: int) -> list[bytes]:
        if level == 0:
            return [tree.leaf(one) for one in trees.hashes(self._db, self._scope, at, count)]
        known = trees.nodes(self._db, self._scope, level, at, count)
        return [known.get(one) or self.perfect(level, one) for one in range(at, at + count)]
