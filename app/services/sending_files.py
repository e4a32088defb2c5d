"""Files to the hub: those the own operations name, after the operations, the most needed first.

A function of the store and of what the hub has. A piece that is cut costs the frame it was in: the
hub keeps what came whole, is asked where it is, and the file goes on from there.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from app.services.hub_answers import Has
from app.services.transport import LinkError
from db import blobs
from db.connection import Reader, Store
from db.errors import MachineError
from db.journal import files
from db.store import hub_files

TARGET_SECONDS = 10.0
"""So long should a piece be under way: a cut is noticed, a stop obeyed and progress seen by then."""
PAUSE_SECONDS = 0.5
_TRIES = 4
"""So many cuts in a row without a byte of progress, and the line is gone."""
_ASKED = 500
_AGAIN = frozenset({"offline", "busy", "blob-place", "blob-frame", "blob-hash"})
_NOT_THIS = frozenset({"blob-unnamed", "body-large"})


class Hub(Protocol):
    """What sending asks of the line to the hub."""

    def have(self, names: tuple[str, ...]) -> Mapping[str, Has]:
        """Ask what the hub has of files."""

    def send_piece(
        self, name: str, at: int, size: int, frames: Callable[[], Iterator[bytes]]
    ) -> Has:
        """Send a piece of a file."""


@dataclass(slots=True)
class Pace:
    """How many bytes a piece has: few at first, then what the line carries in the target time."""

    target: float = TARGET_SECONDS
    pause: float = PAUSE_SECONDS
    piece: int = files.LEAST_PIECE

    def went(self, count: int, seconds: float) -> None:
        """Learn from a piece that arrived."""
        fitting = int(count / max(seconds, 1e-3) * self.target) // files.FRAME * files.FRAME
        self.piece = min(max(fitting, files.LEAST_PIECE), files.MOST_PIECE)

    def cut(self, times: int) -> None:
        """Learn from a cut, and wait a little, longer each time in a row, never in step."""
        self.piece = max(self.piece // 2, files.LEAST_PIECE)
        time.sleep(random.uniform(0, self.pause * 2**times))


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Sending:
    """What sending stands on.

    ``told`` hears of bytes: done, all; ``stopped`` is asked between frames; ``until`` is the
    moment (``time.monotonic``) after which no further piece is begun.
    """

    hub: Hub
    reader: Reader
    write: Callable[[Callable[[Store], Any]], Any]
    epoch: int
    told: Callable[[int, int], None] = lambda _done, _all: None
    stopped: Callable[[], bool] = _never
    until: float = float("inf")
    pace: Pace = field(default_factory=Pace)


@dataclass(frozen=True, slots=True)
class Sent:
    """Files the hub has now and had not before; those for which there was no time."""

    files: int = 0
    left: int = 0


def send(one: Sending) -> Sent:
    """Send what the hub lacks.

    Raises:
        LinkError: as the line says, and ``stopped``; what arrived is noted.
        MachineError: the store could not be written.
    """
    while hub_files.unlearned(one.reader) and one.write(hub_files.learn):
        pass
    names = [
        name
        for name in hub_files.waiting(one.reader, one.epoch)
        if blobs.exists(one.reader.folder, name)
    ]
    done = left = 0
    for at in range(0, len(names), _ASKED):
        asked = tuple(names[at : at + _ASKED])
        found = _have(one, asked)
        there = [name for name in asked if found[name].whole]
        if there:
            one.write(partial(_note, there, one.epoch))
        done += len(there)
        for name in asked:
            if not found[name].whole:
                sent = _send(one, name, found[name])
                done, left = done + (sent is True), left + (sent is False)
    return Sent(done, left)


def _have(one: Sending, names: tuple[str, ...]) -> Mapping[str, Has]:
    found = one.hub.have(names)
    if not found.keys() >= set(names):
        raise LinkError("strange")
    return found


def _note(names: list[str], epoch: int, store: Store) -> None:
    hub_files.arrived(store, names, epoch)


def _send(one: Sending, name: str, has: Has) -> bool | None:
    """Send one file; False when there was no time for all of it, None when it cannot be sent."""
    if time.monotonic() >= one.until:
        return False
    try:
        data = blobs.get(one.reader.folder, one.reader.key, name)
    except MachineError:
        return None  # it is damaged here: the audit says so, and the others must not wait for it
    failed = 0
    while not has.whole:
        if time.monotonic() >= one.until:
            return False
        before = has.at
        try:
            has = _piece(one, name, data, has.at)
        except LinkError as error:
            failed += 1
            if error.code in _NOT_THIS or (failed > _TRIES and error.code.startswith("blob-")):
                return None  # it alone is not taken; the others must not wait for it
            if error.code not in _AGAIN or failed > _TRIES:
                raise
            one.pace.cut(failed)
            has = _asked_again(one, name, has)
        if has.at > before:
            failed = 0
        one.told(has.at, len(data))
    one.write(partial(_note, [name], one.epoch))
    return True


def _piece(one: Sending, name: str, data: bytes, at: int) -> Has:
    piece = data[at : at + one.pace.piece]

    def frames() -> Iterator[bytes]:
        for frame in files.framed(piece):
            if one.stopped():
                raise LinkError("stopped")
            yield frame

    began = time.monotonic()
    has = one.hub.send_piece(name, at, len(data), frames)
    if piece:
        one.pace.went(len(piece), time.monotonic() - began)
    return has


def _asked_again(one: Sending, name: str, has: Has) -> Has:
    """Where the hub is after a cut; the line may be away for this question too."""
    try:
        return _have(one, (name,))[name]
    except LinkError as error:
        if error.code not in _AGAIN:
            raise
        return has
