"""Handing out a scope's feed: pages of whole batches, and where two histories part."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.journal import wire
from hub import segments
from hub.segments import Measure
from hub.sql import feeds, quarantines
from hub.sql.base import Db

PAGE_OPERATIONS = 2000
"""A page ends with the batch that reaches so many operations."""
PAGE_BYTES = 2 * wire.MOST_BYTES
_RUNGS = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a client is in a feed: how far, and the feed's chain value there."""

    seq: int
    hash: bytes


class Parted(Exception):  # noqa: N818 - it tells what happened
    """The client's place is none of this feed; ``ladder`` are places of the hub's, newest first."""

    def __init__(self, ladder: tuple[Place, ...]) -> None:
        super().__init__("parted")
        self.ladder = ladder


@dataclass(frozen=True, slots=True)
class Wish:
    """What a client can use: ``sealed`` segments when it is far behind, by this measure.

    ``have`` are streams and how far they are here: of those the hashes are enough.
    """

    sealed: Measure | None = None
    have: Mapping[str, int] = field(default_factory=dict)


def pull(
    db: Db, hub: tuple[str, int], scope: str, after: Place, wish: Wish | None = None
) -> wire.Page:
    """Return the next page of a feed after a client's place, or the sealed segments there are.

    Raises:
        Parted: the feed has no such place with this chain value.
    """
    wish = wish or Wish()
    with db.transaction():
        end, _hash = feeds.feed(db, scope)
        _at_home(db, scope, after)
        if wish.sealed is not None and end - after.seq > wish.sealed.far:
            told = segments.told(db, scope, after.seq)
            if told:
                return wire.Page(hub[0], hub[1], scope, (), end, (), told)
        most = (PAGE_OPERATIONS, PAGE_BYTES)
        found = segments.gather(db, scope, (after.seq, end), most, wish.have)
        held = quarantines.held(db, scope, found[0].at, found[-1].last) if found else []
    return wire.Page(hub[0], hub[1], scope, tuple(found), end, tuple(held))


def _at_home(db: Db, scope: str, after: Place) -> None:
    if after.seq == 0 and after.hash == wire.feed_root(scope):
        return
    row = feeds.batch_ending(db, scope, after.seq)
    if row is None or row.feed_hash != after.hash:
        raise Parted(_ladder(db, scope, after.seq))


def _ladder(db: Db, scope: str, place: int) -> tuple[Place, ...]:
    """Places ever further back, by doubling steps, down to the feed's beginning."""
    end, _hash = feeds.feed(db, scope)
    found: list[Place] = []
    for rung in range(_RUNGS):
        row = feeds.batch_before(db, scope, min(place, end) - (1 << rung) + 1)
        if row is None:
            break
        if not found or row.last < found[-1].seq:
            found.append(Place(row.last, row.feed_hash))
    return (*found, Place(0, wire.feed_root(scope)))
