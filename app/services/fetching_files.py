"""Another laptop's files from the hub, when somebody wants to see one."""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.services.sending_files import Pace
from app.services.transport import LinkError
from db import blobs
from db.journal import files

_TRIES = 4


class Hub(Protocol):
    """What fetching asks of the line to the hub."""

    def fetch_piece(self, name: str, at: int, most: int, into: bytearray) -> None:
        """Append a piece of a file."""


def fetch(  # noqa: PLR0913 - the line, the place, the file, and two ears
    hub: Hub,
    place: tuple[Path, bytes],
    name: str,
    size: int,
    *,
    told: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
    pace: Pace | None = None,
) -> None:
    """Bring a file of ``size`` bytes here, checked, and keep it encrypted as own files are.

    ``place`` is the store's folder and key. A file that is here already is not asked for.

    Raises:
        LinkError: as the line says; ``blob-unknown`` when the hub has not got it (yet),
            ``blob-hash`` when what came is not the file, ``stopped``.
        MachineError: it could not be kept.
    """
    if blobs.exists(place[0], name):
        return
    if not 0 <= size <= files.MOST_FILE:
        raise LinkError("blob-hash")
    pace = pace or Pace()
    data = bytearray()
    failed = 0
    while len(data) < size:
        if stopped():
            raise LinkError("stopped")
        before, began = len(data), time.monotonic()
        try:
            hub.fetch_piece(name, before, min(pace.piece, size - before), data)
            pace.went(len(data) - before, time.monotonic() - began)
        except LinkError as error:
            failed = 1 if len(data) > before else failed + 1
            if error.code not in {"offline", "busy"} or failed > _TRIES:
                raise
            pace.cut(failed)
        told(len(data), size)
    if hashlib.sha256(data).hexdigest() != name:
        raise LinkError("blob-hash")
    blobs.put(*place, bytes(data), files.MOST_FILE)
