"""Files on their way in: read piece by piece, bounded, told by content, kept as they are."""

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.services import kinds, pictures
from app.services.attachments import PHOTO_LIMIT, Kept, Photo, measured
from app.services.errors import Refused
from app.services.kinds import Wanted
from db import blobs
from db.connection import Reader

MEDIA_LIMIT = 100 * 1024 * 1024
"""Bytes of a recording, a film or another file; it is sealed in memory, three times its size."""

PIECE = 1024 * 1024


class Meter:
    """How far a file is read, seen from another thread; whoever waits may call it off."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self.total = 0
        self.done = 0

    @property
    def share(self) -> float:
        """What has been read of the whole, 0 to 1."""
        return self.done / self.total if self.total else 0.0

    @property
    def stopped(self) -> bool:
        """Whether it was called off."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Call it off; nothing is kept."""
        self._stop.set()


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something to keep and what it must be."""

    photo: Photo
    wanted: Wanted


def take_in(open_reader: Callable[[], Reader], arrival: Arrival, meter: Meter) -> Kept | None:
    """Read, look at and keep a file's bytes (io thread); None when it was called off.

    The row is written afterwards by ``attachments.add``. Bytes without a row harm nobody: they
    lie under their hash, and the same file chosen again finds them there.

    Raises:
        Refused: ``photo-…`` for pictures, ``file-missing file-empty file-too-large
            file-wrong-kind file-program`` for the rest.
        MachineError: ``disk-full`` and the like; nothing was kept.
    """
    picture = arrival.wanted.kind == "image"
    limit = PHOTO_LIMIT if picture else MEDIA_LIMIT
    data, name = _read(arrival.photo, limit, meter, picture=picture)
    if meter.stopped:
        return None
    found = _checked(data, name, arrival.wanted)
    with closing(open_reader()) as reader:
        sha = blobs.put(reader.folder, reader.key, data, limit)
    taken = pictures.taken_at(data) if pictures.is_drawn(found) else None
    return Kept(sha, name, found, len(data), arrival.photo.origin, arrival.photo.caption, taken)


def _read(photo: Photo, limit: int, meter: Meter, *, picture: bool) -> tuple[bytes, str]:
    """The bytes and the name; the size is looked at before anything is read."""
    family = "photo" if picture else "file"
    size, name = measured(photo, family, limit)
    if not size and not picture:
        raise Refused("file-empty", name=name)
    meter.total = size
    if isinstance(photo.source, bytes):
        meter.done = size
        return photo.source, name
    try:
        data = _pieces(photo.source, limit, meter)
    except OSError as error:
        raise Refused(f"{family}-missing", name=name) from error
    if len(data) > limit:  # it grew while it was read
        raise Refused(f"{family}-too-large", size=len(data), limit=limit, name=name)
    return data, name


def _pieces(source: Path, limit: int, meter: Meter) -> bytes:
    read = bytearray()
    with source.open("rb") as file:
        while not meter.stopped and len(read) <= limit and (piece := file.read(PIECE)):
            read += piece
            meter.done = len(read)
    return bytes(read)


def _checked(data: bytes, name: str, wanted: Wanted) -> str:
    """What it is, once it is known to be what is asked for.

    A damaged picture is kept where any file may answer, but as no picture: a page cannot draw it.
    """
    found = kinds.kind_of(data)
    if wanted.kind == "image":
        if pictures.sniff(data[: pictures.HEAD]) is None:
            raise Refused("photo-unknown-kind", name=name)
        pictures.check(data, name)
    elif found == kinds.PROGRAM:
        raise Refused("file-program", name=name)
    if not wanted.takes(found, name):
        raise Refused("file-wrong-kind", name=name, wanted=wanted.kind)
    if wanted.kind == "file" and pictures.is_drawn(found):
        try:
            pictures.check(data, name)
        except Refused:
            return kinds.OTHER
    return found
