"""One round with the hub: what it has, what it lacks, its files, what is new there.

A function of the store and of the hub's heads. Nothing is remembered between two rounds but what
is in the store, so a round can be cut anywhere and begun again.
"""

import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol, TypeVar

from app.services import (
    bureau_tables,
    enrolling,
    healing,
    pulling,
    sending,
    sending_files,
    snapshots,
    witnessing,
)
from app.services.hub_answers import Heads
from app.services.sending_files import Sending, Sent
from app.services.transport import Credentials, LinkError
from db.connection import Reader, Store
from db.journal import clock
from db.journal.proof import Witness
from db.store import arrivals

T = TypeVar("T")
Write = Callable[[Callable[[Store], T]], T]
"""Does work with the store on the thread that writes, and waits for it."""

FILE_SECONDS = 60.0
"""So long files go out in a round before what is new at the hub is fetched; the next goes on."""
LINES = partial(ThreadPoolExecutor, sending.MOST_OUT)
"""Speak with the hub beside the writing."""


class Hub(sending.Hub, sending_files.Hub, pulling.Hub, healing.Hub, snapshots.Hub, Protocol):
    """What a round asks of the line to the hub."""

    def heads(self, now_ms: int) -> Heads:
        """Ask what the hub has."""

    def checkpoint(self, size: int, before: int) -> Witness:
        """Ask for the signed head of the feed."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a round did: operations sent, taken in and held back; how far this clock is ahead.

    ``witness`` tells that the hub did not keep its word, see ``witnessing.hold``. ``files`` arrived
    at the hub; while ``files_left`` is not 0 another round should follow at once. ``least`` is the
    version the hub wants a client to have before it edits or issues.
    """

    sent: int
    taken: int
    held: int
    ahead_ms: int
    witness: str = ""
    files: int = 0
    files_left: int = 0
    least: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round stands on.

    ``told`` hears of progress: phase (``push``, ``files``, ``pull``), done, all; ``stopped`` is
    asked while files go out; ``line`` makes what speaks with the hub beside the writing.
    """

    hub: Hub
    reader: Reader
    write: Callable[[Callable[[Store], Any]], Any]
    who: Credentials
    now_ms: int
    told: Callable[[str, int, int], None] = lambda _phase, _done, _all: None
    stopped: Callable[[], bool] = lambda: False
    line: Callable[[], Executor] = LINES


def run(one: Round) -> Done:
    """Do a whole round.

    Raises:
        LinkError: as the line says, and ``other-hub`` for a hub that is not the one of before.
        MachineError: the store could not be written; the round goes on where it was the next time.
    """
    heads = one.hub.heads(one.now_ms)
    if heads.hub != one.who.hub:
        raise LinkError("other-hub")
    enrolling.learn(one.reader, one.write, (heads.public, heads.now))
    active = heads.status == "active"
    taken = snapshots.begin(_beginning(one, heads)) if active else 0
    ends = {stream: seq for stream, (seq, _chain) in heads.streams.items()}
    # Another may have sent meanwhile what is to be sent now.
    again = active and bool(healing.unsent(one.reader, ends) or healing.lost(one.reader, ends))
    if (apart := _apart(one, heads)) or again:
        taken += _pull(one, heads) if active else _leave(one, heads, apart)
    if active and (apart or again):
        healing.shed(one.hub, one.reader, one.write, ends)
    sent, held, end = sending.send(_out(one, heads))
    files, full = _send_files(one, heads)
    if not active:
        raise LinkError("revoked", sent=sent)
    at_end = heads if end is None else replace(heads, feed=end)
    taken += _pull(one, at_end, moved=sent > 0 and end is None)
    healing.heal(one.hub, one.reader, one.write, heads)
    if bureau_tables.due(one.reader, clock.from_milliseconds(one.now_ms)):
        one.write(bureau_tables.settle)
    witness = _witness(one, heads.now, busy=sent + taken > 0)
    if full is not None:
        raise full
    ahead = one.now_ms - heads.now
    return Done(sent, taken, held, ahead, witness, files.files, files.left, heads.min_client)


def _apart(one: Round, heads: Heads) -> tuple[str, ...]:
    """The streams of this laptop of which the hub has what is not here.

    There is one only in a restored image or a copy: what it lacks is taken in before it sends.
    """
    return tuple(
        stream
        for stream in arrivals.own_streams(one.reader)
        if stream in heads.streams and arrivals.standing(one.reader, stream, heads.streams[stream])
    )


def _leave(one: Round, heads: Heads, apart: tuple[str, ...]) -> int:
    """Let a laptop that may not see what it lacks issue again all it does not know to be sent.

    What a hub said that was set back since is worth nothing: then it is all of it.
    """
    at = arrivals.cursor(one.reader, one.who.scope)
    for stream in apart:
        known = arrivals.hub_has(one.reader, stream)
        if at is None or at.epoch != heads.epoch or heads.streams[stream][0] < known:
            known = 0
        if arrivals.next_batch(one.reader, stream, known) is not None:
            one.write(partial(pulling.issue_again, stream, known))
            break
    return 0


def _send_files(one: Round, heads: Heads) -> tuple[Sent, LinkError | None]:
    """Send files for a while; a hub without room is told of when everything else is done."""
    sending = Sending(
        one.hub,
        one.reader,
        one.write,
        heads.epoch,
        lambda done, of: one.told("files", done, of),
        one.stopped,
        time.monotonic() + FILE_SECONDS,
    )
    try:
        return sending_files.send(sending), None
    except LinkError as error:
        if error.code != "full":
            raise
        return Sent(), error


def _witness(one: Round, hub_now_ms: int, *, busy: bool) -> str:
    """Have the hub sign what was pulled, and see that it continues what it signed before.

    A round that brought something leaves it to the next quiet one, for a while.
    """
    at = arrivals.cursor(one.reader, one.who.scope)
    if at is None or not one.who.key:
        return ""
    before = witnessing.due(one.reader, at, hub_now_ms if busy else None)
    if before is None:
        return ""
    told = one.hub.checkpoint(at.seq, before)
    return witnessing.hold(one.reader, one.write, witnessing.Place(at, one.who.key), told)


def _pull(one: Round, heads: Heads, *, moved: bool = False) -> int:
    """Take in what is new; ``moved`` when the feed is longer than the heads said, by own pushes."""
    return pulling.run(_way(one, heads, moved=moved))


def _beginning(one: Round, heads: Heads) -> snapshots.Way:
    told = partial(one.told, "pull")
    who = one.who
    return snapshots.Way(one.hub, one.reader, one.write, who.scope, who.key, heads, told)


def _out(one: Round, heads: Heads) -> sending.Out:
    way, told = _way(one, heads), partial(one.told, "push")
    return sending.Out(one.hub, one.reader, one.write, one.who.sign, way, told)


def _way(one: Round, heads: Heads, *, moved: bool = False) -> pulling.Way:
    told = partial(one.told, "pull")
    return pulling.Way(one.hub, one.reader, one.write, one.who.scope, heads, told, one.line, moved)
