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
    """A batch of a page in its place; ``refused`` are its operations that are in quarantine."""

    batch: wire.Batch
    refused: frozenset[int]


def follow(page: wire.Page, at: Place) -> tuple[tuple[Followed, ...], Place]:
    """Return the batches of a page that follows a place of the feed, and where it leads.

    Raises:
        Broken: ``place`` (something is left out or comes twice), ``feed`` (another history).
    """
    seq, feed = at
    found: list[Followed] = []
    held = frozenset(page.held)
    for placed in page.placed:
        if placed.at != seq + 1:
            raise Broken("place")
        feed = wire.feed_after(feed, (chain.digest(data) for data in placed.batch.operations))
        if feed != placed.feed:
            raise Broken("feed")
        seq += len(placed.batch.operations)
        inside = held.intersection(range(placed.at, seq + 1))
        refused = frozenset(one - placed.at + placed.batch.first for one in inside)
        found.append(Followed(placed.batch, refused))
    return tuple(found), (seq, feed)


def news(
    batch: wire.Batch, head: Place, kept: Mapping[int, bytes]
) -> tuple[wire.Batch, tuple[tuple[Operation, bytes, bytes], ...]]:
    """Return what of a batch is new after a stream's end, and that read and chained.

    ``kept`` are the bytes that are here under the batch's numbers.

    Raises:
        Broken: ``fork`` (other bytes are kept under a number), ``chain`` (something is left out).
        BadBody: the new operations do not follow.
    """
    for seq, data in zip(range(batch.first, batch.last + 1), batch.operations, strict=True):
        if kept.get(seq, data) != data:
            raise Broken("fork", batch.stream, seq)
    first = max(batch.first, head[0] + 1)
    rest = replace(batch, first=first, operations=batch.operations[first - batch.first :])
    if not rest.operations:
        return rest, ()
    if first > head[0] + 1:
        raise Broken("chain")
    return rest, wire.unchained(rest, head[1])
