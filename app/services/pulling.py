"""What is new at the hub, taken in stretch by stretch, the next under way while one is written.

A stretch is a page of the feed, or for a laptop far behind a sealed segment: a file fetched under
its hash and proved against the feed's chain exactly like a page. What cannot be had or proved as a
segment is asked for by page, so a file that is cut, forged, missing or of another history costs
time and nothing else.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any, Protocol

from app.services.changes import Result, arrived, touched
from app.services.fetching import whole
from app.services.hub_answers import Heads, Pushed
from app.services.transport import LinkError
from db.connection import Reader, Store
from db.journal import chain, feed, wire
from db.journal.feed import Stretch
from db.store import arrivals, forks
from db.zipped import unzip

_MOST_HAVE = 8


class Hub(Protocol):
    """What is asked of the line to the hub."""

    def pull(
        self,
        after: int,
        feed: bytes,
        *,
        sealed: bool = False,
        have: Mapping[str, int] | None = None,
    ) -> wire.Page:
        """Ask for a page; ``sealed`` also takes a list of sealed segments for an answer.

        Of streams that are here as far as ``have`` says the hashes are enough.
        """

    def fetch_segment(self, sha256: bytes, into: bytearray) -> None:
        """Append a segment's file from where ``into`` ends."""


@dataclass(frozen=True, slots=True)
class Way:
    """What pulling stands on; ``told`` hears of places: done, all.

    ``line`` makes what speaks with the hub beside the writing. ``moved`` when the feed is longer
    than the heads said.
    """

    hub: Hub
    reader: Reader
    write: Callable[[Callable[[Store], Any]], Any]
    scope: str
    heads: Heads
    told: Callable[[int, int], None]
    line: Callable[[], Executor]
    moved: bool = False

    def whole(self, place: feed.Place) -> bool:
        """Whether a place is known to be the feed's end."""
        return not self.moved and place == self.heads.feed


class _Unsealed(Exception):  # noqa: N818 - it tells what happened
    """A segment is not what it should be: what it holds is asked for by page."""


@dataclass(frozen=True, slots=True)
class _Come:
    """What came of an asking: a proved stretch, or the segments to fetch; how long the feed is."""

    stretch: Stretch
    head: int
    sealed: tuple[wire.Segment, ...] = ()
    segment: bool = False


def run(one: Way) -> int:
    """Take in all that is new; returns how many operations were.

    Raises:
        LinkError: as the line says; ``broken-…`` for what the feed cannot hold.
        MachineError: it could not be written; what was taken in before stands.
    """
    taken, sealed, done = 0, True, False
    with one.line() as line:
        while not done:
            done = True
            try:
                for come in _coming(one, line, _place(one), sealed=sealed):
                    new = _taken(one, come)
                    if new is None:  # own operations were issued again: it is asked once more
                        done = False
                        break
                    taken += new
                    at = come.stretch.after[0]
                    one.told(at, max(come.head, at))
            except _Unsealed:
                sealed, done = False, False
            except LinkError as error:
                if error.code != "parted" or not _place(one)[0]:
                    raise
                ladder = [(int(seq), bytes(at)) for seq, at in error.facts.get("ladder", ())]
                one.write(partial(_rewind, one.scope, ladder))
                sealed, done = False, False  # a segment may be of the history that was left
    return taken


def _place(one: Way) -> feed.Place:
    at = arrivals.cursor(one.reader, one.scope)
    return (at.seq, at.feed) if at else (0, wire.feed_root(one.scope))


def sent(one: Way, batch: wire.Batch, told: Pushed) -> Stretch | None:
    """A batch that was just sent as a page would bring it back, proved all the same.

    None when it does not stand in the feed right after what is here: then it is pulled as ever.
    """
    here, at = arrivals.cursor(one.reader, one.scope), _place(one)
    if here is not None and here.epoch != one.heads.epoch:
        return None  # the page tells of the new epoch when all heads are noted
    if told.feed is None or told.feed[0] != at[0] + len(batch.operations):
        return None
    hashes = tuple(map(chain.digest, batch.operations))
    placed = wire.Placed(at[0] + 1, replace(batch, operations=()), told.feed[1], hashes)
    held = tuple(placed.at + seq - batch.first for seq in told.held)
    page = wire.Page(one.heads.hub, one.heads.epoch, one.scope, (placed,), placed.last, held)
    try:
        return feed.follow(page, at)
    except feed.Broken:
        return None


def _coming(one: Way, line: Executor, at: feed.Place, *, sealed: bool) -> Iterator[_Come]:
    """Yield the stretches that follow a place; the next is fetched and proved meanwhile."""
    if one.whole(at):
        return
    # What this laptop sent comes back as hashes. Where nothing else is new there is nothing to fetch.
    have = dict(islice(arrivals.own_ends(one.reader).items(), _MOST_HAVE))
    wish = {"have": have, "sealed": sealed and one.heads.feed[0] > at[0]}
    asked: Future[_Come] | None = line.submit(_page, one, at, wish)
    waiting: list[wire.Segment] = []
    while asked is not None:
        come = asked.result()
        if come.sealed:
            waiting = list(come.sealed)
        elif come.stretch.batches:
            at = come.stretch.after
        else:
            return
        if waiting:
            asked = line.submit(_segment, one, waiting.pop(0), (at, come.head))
        else:
            whole = one.whole(at) or at[0] >= come.head
            asked = None if whole else line.submit(_page, one, at, wish)
        if not come.sealed:
            yield come


def _page(one: Way, at: feed.Place, wish: Mapping[str, Any]) -> _Come:
    """Ask for what follows a place, and prove it."""
    page = one.hub.pull(*at, **wish)
    if page.scope != one.scope or page.hub != one.heads.hub:
        raise LinkError("strange")
    return _Come(_proved(page, at), page.head, page.sealed if wish["sealed"] else ())


def _proved(page: wire.Page, at: feed.Place) -> Stretch:
    try:
        return feed.follow(page, at)
    except (feed.Broken, wire.BadBody) as error:
        raise LinkError(f"broken-{error.code}") from error


def _segment(one: Way, told: wire.Segment, where: tuple[feed.Place, int]) -> _Come:
    """Fetch a segment and prove that it goes on from a place.

    Raises:
        LinkError: the line was cut.
        _Unsealed: it cannot be had, or is not what it should be.
    """
    at, head = where
    try:
        data = whole(one.hub.fetch_segment, told.sha256, told.size)
        if data is None:
            raise _Unsealed
        found = wire.unpack(unzip(data), tuple[wire.Placed, ...])
        rest = tuple(placed for placed in found if placed.at > at[0])
        page = wire.Page(one.heads.hub, one.heads.epoch, one.scope, rest, head, told.held)
        stretch = feed.follow(page, at)
    except (feed.Broken, wire.BadBody) as error:
        raise _Unsealed from error
    if stretch.after[0] != told.last:
        raise _Unsealed
    return _Come(stretch, head, segment=True)


def _taken(one: Way, come: _Come) -> int | None:
    try:
        told: Result[int | None] = one.write(partial(_take, come.stretch, one.heads.now))
    except LinkError as error:
        if come.segment:
            raise _Unsealed from error
        raise
    return told.value


def _take(stretch: Stretch, hub_now_ms: int, store: Store) -> Result[int | None]:
    """Take in a stretch; what is here and tells another story than the hub's is issued again.

    The result is how many were new, None when it is to be asked for once more.

    Raises:
        LinkError: ``broken-…``: it is not what the feed can hold.
    """
    try:
        fresh = arrivals.take(store, stretch, hub_now_ms)
    except arrivals.Broken as error:
        if error.code != "fork":
            raise LinkError(f"broken-{error.code}") from error
        issue_again(error.stream, error.seq - 1, store)
        return Result(None, touched("sync"))
    except wire.BadBody as error:
        raise LinkError(f"broken-{error.code}") from error
    return Result(len(fresh), touched("sync") | arrived(fresh))


def issue_again(stream: str, common: int, store: Store) -> int:
    """Issue again what is here and is not what the hub has: as one's own, or for another."""
    own = stream in arrivals.own_streams(store) and not forks.is_beside(store, stream)
    return (forks.part if own else forks.take_over)(store, stream, common)


def _rewind(scope: str, ladder: list[feed.Place], store: Store) -> int:
    return arrivals.rewind(store, scope, ladder)
