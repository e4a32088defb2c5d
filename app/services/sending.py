"""Operations to the hub: what it lacks of the own streams, batch by batch, in each stream's order.

On a quick line a batch is on its way while the one before is being taken in; on a slow one each
waits for the answer to the last, so that a cut costs no more than one. The hub keeps the order: a
batch that overtook another is refused as a gap and sent again, and for a while each waits.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from app.services import pulling
from app.services.changes import Result, touched
from app.services.hub_answers import Heads, Pushed
from app.services.transport import LinkError
from db.connection import Reader, Store
from db.journal import feed, wire
from db.journal.feed import Stretch
from db.store import arrivals, forks, hub_files

MOST_OUT = 2
"""So many batches are on their way at once on a quick line."""
QUICK = 1.0
"""Seconds within which a quick line has the answer to a batch."""
CALM = 8
"""So many batches go one by one after one overtook another."""
_ORDER = frozenset({"gap", "fork", "twice"})
"""What the hub says to a batch for the sake of the one before it."""


class Hub(Protocol):
    """What is asked of the line to the hub."""

    def push(self, batch: wire.Batch) -> Pushed:
        """Send a batch."""


@dataclass(frozen=True, slots=True)
class Out:
    """What sending stands on; ``told`` hears of progress: done, all. ``way`` is how it comes back."""

    hub: Hub
    reader: Reader
    write: Callable[[Callable[[Store], Any]], Any]
    sign: Callable[[bytes], bytes]
    way: pulling.Way
    told: Callable[[int, int], None]

    @property
    def heads(self) -> Heads:
        """What the hub has."""
        return self.way.heads


@dataclass(slots=True)
class _Told:
    """What came of it so far: sent, held back, and where the feed ends with the last of it."""

    sent: int = 0
    held: int = 0
    end: feed.Place | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A batch on its way: since when, and whether the one before had been answered."""

    batch: wire.Batch
    answer: "Future[Pushed]"
    since: float
    alone: bool


@dataclass(slots=True)
class _Way:
    """The batches of a stream that are on their way, the earliest first; ``most`` may be."""

    line: Executor
    most: int = 1
    calm: int = 0
    out: deque[_Asked] = field(default_factory=deque)

    def send(self, push: Callable[[wire.Batch], Pushed], batch: wire.Batch) -> None:
        """Let a batch go."""
        alone, since = not self.out, time.monotonic()
        self.out.append(_Asked(batch, self.line.submit(push, batch), since, alone))

    def drain(self) -> Iterator[tuple[wire.Batch, Pushed | LinkError]]:
        """Wait for what is still on its way; yields what came of each."""
        while self.out:
            asked = self.out.popleft()
            try:
                yield asked.batch, asked.answer.result()
            except LinkError as error:
                yield asked.batch, error

    def answered(self, asked: _Asked) -> None:
        """Count an answer: how long it took says how many may be on their way."""
        self.calm = max(0, self.calm - 1)
        quick = time.monotonic() - asked.since < QUICK
        self.most = MOST_OUT if quick and not self.calm else 1


def send(one: Out) -> tuple[int, int, feed.Place | None]:
    """Send what the hub lacks: how much was, how much it held back, where its feed ends then.

    Raises:
        LinkError: as the line says; ``strange`` for a hub that takes less than it was given.
        MachineError: it could not be written down what the hub has; it is asked again the next time.
    """
    told = _Told()
    with one.way.line() as line:
        for stream in arrivals.own_streams(one.reader):
            seq, chained = one.heads.streams.get(stream, (0, b""))
            if seq < arrivals.hub_has(one.reader, stream):
                one.write(_forget_files)  # it lost operations: files may be lost too
            known = arrivals.hub_has(one.reader, stream) == seq
            if seq and not known and not arrivals.standing(one.reader, stream, (seq, chained)):
                one.write(partial(_note_head, stream, seq, chained))
            way = _Way(line)
            try:
                _stream(one, stream, seq, (way, told))
            finally:
                with suppress(LinkError):
                    _settle(one, way, told)
    return told.sent, told.held, told.end


def _stream(one: Out, stream: str, after: int, how: tuple[_Way, _Told]) -> None:
    """Send what the hub lacks of a stream after a number."""
    way, so_far = how
    note: Callable[[], None] = _nothing
    following = _batch(one, stream, after)
    while following is not None or way.out:
        while following is not None and len(way.out) < way.most:
            way.send(one.hub.push, following)
            following = _batch(one, stream, following.last)
        note()  # of the one before, while the line is busy
        note = _nothing
        asked = way.out.popleft()
        batch = asked.batch
        try:
            told = asked.answer.result()
        except LinkError as error:
            seq = int(error.facts.get("seq", batch.first))
            if error.code == "fork" and forks.is_beside(one.reader, stream):
                one.write(partial(_give_way, stream, seq))
                return
            if error.code == "twice":  # another was first: the next round looks, and leaves it out
                return
            if error.code != "gap" or seq >= batch.first - 1:
                raise
            _settle(one, way, so_far)
            if not asked.alone:  # it came before the one that has its answer now
                seq, way.most, way.calm = batch.first - 1, 1, CALM
            following = _batch(one, stream, seq)  # where it was alone the hub lost what it had
            continue
        if told.seq < batch.last:
            raise LinkError("strange")
        way.answered(asked)
        so_far.end = told.feed
        so_far.sent += len(batch.operations)
        so_far.held += len(told.held)
        note = partial(_sent, one, (batch, told), so_far.sent)
        if told.seq > batch.last:  # it has more than it was given now
            note()
            note = _nothing
            _settle(one, way, so_far)
            following = _batch(one, stream, told.seq)
    note()


def _settle(one: Out, way: _Way, so_far: _Told) -> None:
    """Wait for what is on its way when the order is lost: what the hub took is noted all the same.

    Raises:
        LinkError: it said no for another reason than the order.
    """
    wrong: LinkError | None = None
    for batch, came in way.drain():
        if isinstance(came, Pushed):
            _sent(one, (batch, came), so_far.sent)
        elif came.code not in _ORDER:
            wrong = wrong or came
    if wrong is not None:
        raise wrong


def _nothing() -> None:
    """Nothing was sent yet."""


def _sent(one: Out, what: tuple[wire.Batch, Pushed], sent: int) -> None:
    """Write down that the hub has a batch, and tell how far it is."""
    stretch = pulling.sent(one.way, *what)
    one.write(partial(_note, *what, (stretch, one.heads.now)))
    one.told(sent, sent + arrivals.waiting(one.reader))


def _batch(one: Out, stream: str, after: int) -> wire.Batch | None:
    """The next batch of a stream, signed; None when there is nothing after the number."""
    found = arrivals.next_batch(one.reader, stream, after)
    if found is None:
        return None
    first, operations, end = found
    signature = one.sign(wire.claim(stream, first + len(operations) - 1, end))
    return wire.Batch(stream, first, operations, end, signature)


def _note(
    batch: wire.Batch, told: Pushed, where: tuple[Stretch | None, int], store: Store
) -> Result[None]:
    """Write down what the hub has now, and where that stands in its feed when it is known."""
    stretch, hub_now_ms = where
    with store.atomic():
        arrivals.note_head(store, batch.stream, told.seq, told.hash)
        for at, reason in told.held.items():
            arrivals.hold_own(store, batch.stream, int(at), reason)
        hub_files.learn_of(store, batch)
        if stretch is not None:
            arrivals.take(store, stretch, hub_now_ms)
    return Result(None, touched("sync"))


def _note_head(stream: str, seq: int, chained: bytes, store: Store) -> Result[None]:
    with store.atomic():
        arrivals.note_head(store, stream, seq, chained)
    return Result(None, touched("sync"))


def _give_way(stream: str, seq: int, store: Store) -> None:
    forks.give_way(store, stream, seq)


def _forget_files(store: Store) -> None:
    with store.atomic():
        hub_files.forget(store)
