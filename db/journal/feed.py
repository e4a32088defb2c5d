"""Whether a page of the hub's feed follows what is here, and what of its batches is new.

Looks nowhere: the place, the ends of the streams and what is kept of them are handed in. A client
and the simulation of many clients judge by the same words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from db.journal import chain, wire
from db.journal.operation import Operation

Place = tuple[int, bytes]
"""A place in a feed or the end of a stream: its number and its chain value."""


class Broken(Exception):  # noqa: N818 - it tells what happened
    """A page is not what the feed can hold; ``code``: ``place``, ``chain``, ``feed``, ``fork``.

    For a fork ``stream`` and ``seq`` say where the two stories part.
    """

    def __init__(self, code: str, stream: str = "", seq: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.stream = stream
        self.seq = seq


@dataclass(frozen=True, slots=True)
class Followed:
    """A batch of a page in its place, read, with the hashes of its operations.

    ``refused`` are those of its operations that are in quarantine. Of a batch that is known here
    there are the hashes only.
    """

    batch: wire.Batch
    refused: frozenset[int]
    found: tuple[Operation, ...]
    hashes: tuple[bytes, ...]

    @property
    def last(self) -> int:
        """The number of its last operation."""
        return self.batch.first + len(self.hashes) - 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """A page that was proved: it follows a place of the feed of a hub's scope and leads to another."""

    hub: str
    epoch: int
    scope: str
    batches: tuple[Followed, ...]
    before: Place
    after: Place


def follow(page: wire.Page, at: Place) -> Stretch:
    """Return a page that follows a place of the feed, proved.

    Raises:
        Broken: ``place`` (something is left out or comes twice), ``feed`` (another history).
        BadBody: its operations are none, or not those of the streams they are said to be of.
    """
    seq, feed = at
    found: list[Followed] = []
    held = frozenset(page.held)
    for placed in page.placed:
        if placed.at != seq + 1:
            raise Broken("place")
        hashes = placed.known or tuple(map(chain.digest, placed.batch.operations))
        feed = wire.feed_after(feed, hashes)
        if feed != placed.feed:
            raise Broken("feed")
        seq += len(hashes)
        if placed.known and placed.batch.operations:
            raise wire.BadBody("operation")
        inside = held.intersection(range(placed.at, seq + 1)) if held else held
        refused = frozenset(one - placed.at + placed.batch.first for one in inside)
        found.append(Followed(placed.batch, refused, wire.opened(placed.batch), hashes))
    return Stretch(page.hub, page.epoch, page.scope, tuple(found), at, (seq, feed))


def news(
    one: Followed, head: Place, kept: Mapping[int, bytes]
) -> tuple[wire.Batch, tuple[tuple[Operation, bytes, bytes], ...]]:
    """Return what of a batch is new after a stream's end, and that chained.

    ``kept`` are the hashes of what is here under the batch's numbers.

    Raises:
        Broken: ``fork`` (something else is kept under a number), ``chain`` (something is left out).
        BadBody: the new operations do not follow.
    """
    batch = one.batch
    for seq, op_hash in enumerate(one.hashes, batch.first) if kept else ():
        if kept.get(seq, op_hash) != op_hash:
            raise Broken("fork", batch.stream, seq)
    if not batch.operations:
        if not all(seq in kept for seq in range(batch.first, one.last + 1)):
            raise Broken("chain")
        return batch, ()
    first = max(batch.first, head[0] + 1)
    known = first - batch.first
    rest = replace(batch, first=first, operations=batch.operations[known:])
    if not rest.operations:
        return rest, ()
    if first > head[0] + 1:
        raise Broken("chain")
    new = zip(one.found[known:], one.hashes[known:], strict=True)
    return rest, wire.linked(new, head[1], batch.chain)
