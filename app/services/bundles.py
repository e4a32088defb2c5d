"""A round with the hub by a stick: what it has not got goes out in one file, its answer comes in.

What is written has the meaning of a push and what is taken in that of a pull, with the same checks;
a stick and a line can be used in any order, and the same file twice.
"""

import os
import re
from collections.abc import Callable, Collection, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from app.services.changes import Result, touched
from app.services.context import DeviceSeal
from app.services.enrolling import Enrolment
from app.services.errors import Refused
from db import blobs
from db.connection import Reader, Store
from db.errors import MachineError, guard
from db.journal import clock, wire
from db.journal.ids import new_id
from db.journal.operation import decode
from db.store import arrivals, checkpoints, hub_files, sticks, streams
from db.store.sticks import Stick

if TYPE_CHECKING:
    from db.journal.bundle import Writer

_NAME = re.compile(r"[0-9a-f]{64}")


class Stopped(Exception):  # noqa: N818 - it is not an error: somebody wanted it
    """The writing was stopped half-way; no file is left behind."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a bundle is written and taken in with; ``write`` works on the thread that writes.

    ``now_ms`` is this laptop's clock, UTC.
    """

    reader: Reader
    write: Callable[[Callable[[Any], Any]], Any]
    enrolment: Enrolment
    seal: DeviceSeal
    now_ms: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the hub has not got: operations, photos and files here, and their bytes in all."""

    operations: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Written:
    """What lies on the stick; ``left`` are photos and files that are not here or did not fit."""

    path: Path
    operations: int
    files: int
    left: int
    size: int


def file_name(desk: Desk) -> str:
    """Return the name a bundle is proposed under: the laptop and the moment."""
    from db.journal.bundle import SUFFIX

    day = clock.to_text(_moment(desk.now_ms))[:19].replace(":", "").replace("-", "")
    return f"xunjian-{streams.device(desk.reader)[-8:]}-{day}{SUFFIX}"


def owed(reader: Reader, scope: str) -> tuple[str, ...]:
    """Return the files here of operations the hub has which it has not said it has itself."""
    at = arrivals.cursor(reader, scope)
    names = hub_files.waiting(reader, at.epoch if at else 0)
    return tuple(name for name in names if blobs.exists(reader.folder, name))


def waiting_size(reader: Reader, also: Collection[str] = ()) -> Waiting:
    """Return what a bundle written now would hold; ``also`` as for ``write``."""
    count = size = 0
    names = set(also)
    for data in sticks.unsent(reader):
        count, size = count + 1, size + len(data)
        names |= _blobs_of(data)
    here = [one for one in names if blobs.exists(reader.folder, one)]
    size += sum(blobs.size(reader.folder, one) for one in here)
    return Waiting(count, len(here), size)


def write(  # noqa: PLR0913 - one door with named, optional circumstances
    desk: Desk,
    target: Path,
    volume: str = "",
    *,
    also: Collection[str] = (),
    told: Callable[[int, int], None] = lambda _done, _all: None,
    go_on: Callable[[], bool] = lambda: True,
) -> Written:
    """Write what the hub has not got to a file, read it back, and note that it lies there.

    A bundle with nothing new is right too: it asks for what is new at the hub. ``also`` are photos
    and files of operations the hub has already. ``told`` hears of bytes; ``go_on`` is asked before
    each part.

    Raises:
        Refused: ``bundle-no-hub``, when this laptop was enrolled before the hub told its key.
        MachineError: the stick is full, read-only, or gives back other bytes; no file is left.
        Stopped: ``go_on`` said no; no file is left.
    """
    from db.journal import bundle

    mine = desk.enrolment
    if not mine.box:
        raise Refused("bundle-no-hub")
    device = streams.device(desk.reader)
    head = bundle.Head(bundle.UP, new_id(), mine.hub, mine.scope, device, desk.now_ms)
    part = target.with_name(f".{target.name}.{head.id[-8:]}.part")
    with guard(path=str(target)):
        try:
            with part.open("xb") as file:
                with closing(bundle.Writer(file, head, bytes.fromhex(mine.box))) as writer:
                    packing = _Packing(desk, writer, also, (told, go_on))
                    written = packing.write(target)
                file.flush()
                os.fsync(file.fileno())
                _forget(file)
            _read_back(desk, part, target)
            part.replace(target)
            blobs.sync_folder(target.parent)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    at = clock.to_text(_moment(desk.now_ms))
    stick = Stick(head.id, at, target.name, volume, written.size, written.files)
    desk.write(lambda store: _note(store, stick, packing.reached))
    return written


def _note(store: Store, stick: Stick, reached: Mapping[str, tuple[int, int]]) -> Result[None]:
    sticks.note(store, stick, reached)
    return Result(None, touched("sync"))


class _Packing:
    """One bundle while it is written."""

    def __init__(
        self,
        desk: Desk,
        writer: "Writer",
        also: Collection[str],
        hearing: tuple[Callable[[int, int], None], Callable[[], bool]],
    ) -> None:
        self.reached: dict[str, tuple[int, int]] = {}
        self._desk = desk
        self._writer = writer
        self._told, self._go_on = hearing
        self._names = dict.fromkeys(also)
        self._all = waiting_size(desk.reader, also).size

    def write(self, target: Path) -> Written:
        """Write the parts: operations first, then the photos and files they name."""
        from db.journal.bundle import Opening

        mine = self._desk.enrolment
        places = sticks.places(self._reader, mine.scope)
        box = self._desk.seal.box.public_key().public_bytes_raw()
        seen = checkpoints.last(self._reader, mine.hub, mine.scope)
        self._writer.add(Opening(box, places, seen.size if seen else 0))
        count = sum(self._stream(stream) for stream in arrivals.own_streams(self._reader))
        files = sum(self._blob(name) for name in self._names)
        self._writer.seal(self._desk.seal.sign(self._writer.claim()))
        return Written(target, count, files, len(self._names) - files, self._writer.size)

    @property
    def _reader(self) -> Reader:
        return self._desk.reader

    def _stream(self, stream: str) -> int:
        start = seq = arrivals.hub_has(self._reader, stream)
        while not self._writer.full and self._asked():
            found = arrivals.next_batch(self._reader, stream, seq)
            if found is None:
                break
            first, data, end = found
            seq = first + len(data) - 1
            signature = self._desk.seal.sign(wire.claim(stream, seq, end))
            self._writer.add(wire.Batch(stream, first, data, end, signature))
            self.reached[stream] = (start + 1, seq)
            for one in data:
                self._names |= dict.fromkeys(sorted(_blobs_of(one)))
        return seq - start

    def _blob(self, name: str) -> bool:
        """Write a photo or file; False for one that is not here whole, or for which no room is."""
        from db.journal import bundle

        if self._writer.full or not blobs.exists(self._reader.folder, name):
            return False
        try:
            data = blobs.get(self._reader.folder, self._reader.key, name)
        except MachineError:
            return False  # the audit tells of a damaged file; the others are written all the same
        for piece in bundle.pieces(bytes.fromhex(name), data):
            self._asked()
            self._writer.add(piece)
        return True

    def _asked(self) -> bool:
        self._told(min(self._writer.size, self._all), self._all)
        if not self._go_on():
            raise Stopped
        return True


def _blobs_of(data: bytes) -> set[str]:
    """The names of the photos and files an operation speaks of."""
    named = (
        value
        for name, (value, _seen) in decode(data).fields.items()
        if name == "sha256" or name.endswith("_sha")
    )
    return {one for one in named if isinstance(one, str) and _NAME.fullmatch(one)}


def _read_back(desk: Desk, path: Path, target: Path) -> None:
    """Read a bundle anew from where it was written and prove it whole."""
    from db.journal import bundle

    try:
        with path.open("rb") as file, bundle.opened(file) as found:
            found.prove(desk.seal.public)
    except wire.BadBody as error:
        raise MachineError("corrupt", path=str(target), detail=error.code) from error


def _forget(file: BinaryIO) -> None:
    """Ask the system to forget what it keeps of the file, so that it is read from the stick."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _moment(now_ms: int) -> Any:
    import datetime as dt

    return dt.datetime.fromtimestamp(now_ms / 1000, dt.UTC)
