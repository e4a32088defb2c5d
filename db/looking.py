"""Looking at a store without changing anything, even where nothing may be written."""

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db import backup, engine
from db.connection import open_reader
from db.errors import MachineError, guard
from db.handle import Identity, Reader, Store, utc_now
from db.migrations import register

_UNWRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_FILES = ("store.id", "store.db", "store.db-wal")


@contextmanager
def looking(folder: Path, key: bytes) -> Iterator[Reader]:
    """Open a store for reading; where its folder may not be written, a copy of it elsewhere.

    SQLite needs a file of shared memory beside a database with a write-ahead log. The copy is
    as encrypted as the store is, and goes when the look is over.

    Raises:
        MachineError: see ``connection.open_reader``; ``disk-full`` when there is no room for it.
    """
    try:
        reader = open_reader(folder, key)
    except MachineError as error:
        if error.code != "read-only":
            raise
    else:
        try:
            yield reader
        finally:
            reader.close()
        return
    with _elsewhere() as place:
        with guard(folder=str(place)):
            for name in _FILES:
                if (folder / name).is_file():
                    shutil.copyfile(folder / name, place / name)
        reader = open_reader(place, key)
        reader.folder = folder
        try:
            yield reader
        finally:
            reader.close()


@contextmanager
def scratch(folder: Path, key: bytes) -> Iterator[Store]:
    """Make an empty store that goes again, on the disk of a store or, in need, elsewhere.

    Raises:
        MachineError: ``disk-full``.
    """
    with _beside(folder) as place:
        db = engine.connect(place / "store.db", key)
        try:
            db.execute("PRAGMA synchronous = OFF")
            register.upgrade(db)
            yield Store(db, (place, key), Identity("", "", "", 0), utc_now)
        finally:
            db.close()


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    room = folder / backup.FOLDER
    with guard(folder=str(folder)):
        try:
            room.mkdir(exist_ok=True)
            made = tempfile.TemporaryDirectory(prefix="audit-", dir=room)
        except OSError as error:
            if error.errno not in _UNWRITABLE:
                raise
            made = tempfile.TemporaryDirectory(prefix="xunjian-audit-")
    with made as place:
        yield Path(place)


@contextmanager
def _elsewhere() -> Iterator[Path]:
    with guard(folder=tempfile.gettempdir()):
        made = tempfile.TemporaryDirectory(prefix="xunjian-audit-")
    with made as place:
        yield Path(place)
