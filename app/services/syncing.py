"""One round with the hub: what it has, what it lacks, its files, what is new there.

A function of the store and of the hub's heads. Nothing is remembered between two rounds but what
is in the store, so a round can be cut anywhere and begun again.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from app.services import sending_files
from app.services.sending_files import Sending, Sent
from app.services.transport import Credentials, Heads, LinkError, Pushed
from db.connection import Reader, Store
from db.journal import wire
from db.store import arrivals, hub_files
from db.store.arrivals import Cursor

T = TypeVar("T")
Write = Callable[[Callable[[Store], T]], T]
"""Does work with the store on the thread that writes, and waits for it."""


FILE_SECONDS = 60.0
"""So long files go out in a round before what is new at the hub is fetched; the next goes on."""


class Hub(sending_files.Hub, Protocol):
    """What a round asks of the line to the hub."""

    def heads(self, now_ms: int) -> Heads:
        """Ask what the hub has."""

    def push(self, batch: wire.Batch) -> Pushed:
        """Send a batch."""

    def pull(self, after: int, feed: bytes) -> wire.Page:
        """Ask for a page."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a round did: operations sent, taken in and held back; how far this clock is ahead.

    ``files`` arrived at the hub; while ``files_left`` is not 0 another round should follow at once.
    """

    sent: int
    taken: int
    held: int
    ahead_ms: int
    files: int = 0
    files_left: int = 0


@dataclass(frozen=True, slots=True)
class Round:
    """What a round stands on.

    ``told`` hears of progress: phase (``push``, ``files``, ``pull``), done, all; ``stopped`` is
    asked while files go out.
    """

    hub: Hub
    reader: Reader
    write: Callable[[Callable[[Store], Any]], Any]
    who: Credentials
    now_ms: int
    told: Callable[[str, int, int], None] = lambda _phase, _done, _all: None
    stopped: Callable[[], bool] = lambda: False


def run(one: Round) -> Done:
    """Do a whole round.

    Raises:
        LinkError: as the line says, and ``other-hub`` for a hub that is not the one of before.
        MachineError: the store could not be written; the round goes on where it was the next time.
    """
    heads = one.hub.heads(one.now_ms)
    if heads.hub != one.who.hub:
        raise LinkError("other-hub")
    sent, held = _push(one, heads)
    files, full = _send_files(one, heads)
    taken = 0 if heads.status != "active" else _pull(one, heads)
    if heads.status != "active":
        raise LinkError("revoked", sent=sent)
    if full is not None:
        raise full
    return Done(sent, taken, held, one.now_ms - heads.now, files.files, files.left)


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


def _push(one: Round, heads: Heads) -> tuple[int, int]:
    sent, held = 0, 0
    for stream in arrivals.own_streams(one.reader):
        seq, chained = heads.streams.get(stream, (0, b""))
        if seq < arrivals.hub_has(one.reader, stream):
            one.write(_forget_files)  # it lost operations: files may be lost too
        if seq:
            _note(one, stream, seq, chained)
        while (found := arrivals.next_batch(one.reader, stream, seq)) is not None:
            first, operations, end = found
            last = first + len(operations) - 1
            signature = one.who.sign(wire.claim(stream, last, end))
            batch = wire.Batch(stream, first, operations, end, signature)
            try:
                told = one.hub.push(batch)
            except LinkError as error:
                if error.code != "gap" or int(error.facts.get("seq", seq)) >= seq:
                    raise
                seq = int(error.facts["seq"])  # the hub lost what it had: it is given again
                continue
            if told.seq < last:
                raise LinkError("strange")
            seq = told.seq
            _note(one, stream, seq, told.hash, tuple(told.held.items()))
            sent, held = sent + len(operations), held + len(told.held)
            one.told("push", sent, sent + arrivals.waiting(one.reader))
    return sent, held


def _note(
    one: Round, stream: str, seq: int, chained: bytes, held: tuple[tuple[int, str], ...] = ()
) -> None:
    def work(store: Store) -> None:
        with store.atomic():
            arrivals.note_head(store, stream, seq, chained)
            for at, reason in held:
                arrivals.hold_own(store, stream, int(at), reason)

    one.write(work)


def _forget_files(store: Store) -> None:
    with store.atomic():
        hub_files.forget(store)


def _rewind(scope: str, ladder: list[tuple[int, bytes]], store: Store) -> int:
    return arrivals.rewind(store, scope, ladder)


def _take(page: wire.Page, at: Cursor, hub_now_ms: int, store: Store) -> int:
    return len(arrivals.take(store, page, at, hub_now_ms))


def _pull(one: Round, heads: Heads) -> int:
    scope = one.who.scope
    taken = 0
    while True:
        at = arrivals.cursor(one.reader, scope) or Cursor(
            scope, heads.hub, heads.epoch, 0, wire.feed_root(scope)
        )
        if at.seq == heads.feed[0] and at.feed == heads.feed[1]:
            return taken
        try:
            page = one.hub.pull(at.seq, at.feed)
        except LinkError as error:
            if error.code != "parted" or not at.seq:
                raise
            ladder = [(int(seq), bytes(feed)) for seq, feed in error.facts.get("ladder", ())]
            one.write(partial(_rewind, scope, ladder))
            continue
        if page.scope != scope or page.hub != heads.hub:
            raise LinkError("strange")
        if not page.placed:
            return taken
        taken += int(one.write(partial(_take, page, at, heads.now)))
        one.told("pull", page.placed[-1].at, max(page.head, page.placed[-1].at))
