"""Verified copies of the store: before a migration, on request, for looking without touching."""

import datetime as dt
import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db import doors, engine
from db.blobs import sync_folder
from db.errors import MachineError, guard
from db.journal.ids import new_id

if TYPE_CHECKING:
    from sqlite_utils import Database

FOLDER = "backups"
_BESIDE = ("store.db-wal", "store.db-shm")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept copy: when it was taken (UTC), why, and its size in bytes."""

    path: Path
    taken: dt.datetime
    reason: str
    size: int


def take(db: "Database", folder: Path, key: bytes, reason: str, at: dt.datetime) -> Backup:
    """Copy the open store into ``backups/``, verify the copy, return it.

    ``reason`` is a short word of letters and digits, such as ``m0002``.

    Raises:
        MachineError: ``disk-full``, ``read-only``; ``corrupt`` when the copy is not equal.
    """
    stamp = at.astimezone(dt.UTC)
    path = folder / FOLDER / f"store-{stamp.strftime(_STAMP)}-{reason}.db"
    with guard(folder=str(folder)):
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_name(f"{path.name}.{new_id()}.tmp")
        try:
            copy_into(db, temporary, key)
            temporary.replace(path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        sync_folder(path.parent)
        return Backup(path, stamp.replace(microsecond=0), reason, path.stat().st_size)


def copy_into(db: "Database", path: Path, key: bytes) -> None:
    """Write a verified, durable copy of an open store to a new file."""
    db.execute("VACUUM INTO ?", (os.fspath(path),))
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    copy = engine.connect(path, key)
    try:
        if (
            _summary(copy) != _summary(db)
            or copy.execute("PRAGMA cipher_integrity_check").fetchall()
        ):
            raise MachineError("corrupt", path=str(path))
    finally:
        copy.close()


def listing(folder: Path) -> tuple[Backup, ...]:
    """Return the copies there are, newest first."""
    found: list[Backup] = []
    for path in sorted((folder / FOLDER).glob("store-*-*.db"), reverse=True):
        _word, stamp, reason = path.stem.split("-", 2)
        try:
            taken = dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)
            size = path.stat().st_size
        except (ValueError, OSError):
            continue
        found.append(Backup(path, taken, reason, size))
    return tuple(found)


def sweep(folder: Path, at: dt.datetime) -> None:
    """Remove what interrupted copies and audits left behind more than a day ago."""
    for path in (folder / FOLDER).glob("*"):
        left = path.suffix == ".tmp" or path.name.startswith("audit-")
        if left and path.stat().st_mtime < (at - dt.timedelta(days=1)).timestamp():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def put_in_place(folder: Path, fresh: Path, at: dt.datetime) -> Path:
    """Put a new database file in the place of the store's; what stood there is kept aside.

    The store must be closed. Nothing is deleted; returns the folder the replaced files lie in. A
    kill leaves the old files in their place, or the new one waiting for ``finish``.

    Raises:
        MachineError: it cannot be written; the old files stand as they were.
    """
    stamp = at.astimezone(dt.UTC).strftime(_STAMP)
    aside = folder / FOLDER / f"replaced-{stamp}-{new_id()}"
    with guard(folder=str(folder)):
        aside.mkdir(parents=True)
        try:
            for name in ("store.db", *_BESIDE):
                if (folder / name).exists():
                    _set_aside(folder / name, aside / name)
            sync_folder(aside)
            sync_folder(aside.parent)
        except OSError:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        fresh.replace(folder / doors.WAITING)
        sync_folder(folder)
        finish(folder)
    return aside


def finish(folder: Path) -> None:
    """Put a waiting new database in its place, if there is one; the store must be closed.

    The log of the old one goes first: SQLite would take it for the new one's.

    Raises:
        OSError: it cannot be written; it waits on.
    """
    waiting = folder / doors.WAITING
    if not waiting.is_file():
        return
    for name in _BESIDE:
        (folder / name).unlink(missing_ok=True)
    sync_folder(folder)
    waiting.replace(folder / "store.db")
    sync_folder(folder)


def _set_aside(path: Path, aside: Path) -> None:
    """Give a file a second name where the file system can, else a copy.

    What cannot be copied, a folder or a file whose disk does not give it, is moved.
    """
    try:
        os.link(path, aside)
    except OSError:
        try:
            shutil.copyfile(path, aside)
            with aside.open("rb+") as file:
                os.fsync(file.fileno())
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS}:
                raise
            path.replace(aside)


def _summary(db: "Database") -> tuple[object, ...]:
    ops = db.execute("SELECT COUNT(*), MAX(n), SUM(LENGTH(bytes)) FROM op").fetchone()
    tables = db.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    return (*ops, *tables)
