"""The doors of a store: is it one, is the key right, is it not from a newer program."""

import itertools
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from db import engine
from db.errors import BugError, MachineError, guard
from db.keys import check_value
from db.migrations import register
from db.plain import Connection

WAITING = "store.db.ready"
"""A database built anew, whole and durable, that is to take the place of ``store.db``."""

_TRIED = 50
_PLAIN = b"SQLite format 3\0"
Opened = TypeVar("Opened", bound=Connection)


def exists(folder: Path) -> bool:
    """Tell whether the folder holds a store, whole or damaged.

    A database file alone is what an interrupted making leaves: nothing was ever kept in it.
    """
    return (folder / "store.id").is_file() or _lived(folder)


def check_of(folder: Path) -> str:
    """Return the check value of the store's key; "" when the note of it is gone or spoiled.

    Raises:
        MachineError: the note is there and may not be read.
    """
    return _noted(folder, "check")


def device_of(folder: Path) -> str:
    """Return the device the note names; "" when it does not, or is gone or spoiled.

    Raises:
        MachineError: the note is there and may not be read.
    """
    return _noted(folder, "device")


def note(folder: Path, key: bytes, device: str) -> None:
    """Write the note of a store: its key's check, and the device, for when the database is lost.

    Raises:
        OSError: it could not be written; the old one stands.
    """
    from db.blobs import write_whole  # what only a writer needs loads with the first one

    made = {"format": 1, "check": check_value(key), "device": device}
    write_whole(folder / "store.id", json.dumps(made).encode())


def _noted(folder: Path, name: str) -> str:
    path = folder / "store.id"
    try:
        with guard(path=str(path)):
            found = json.loads(path.read_bytes())[name]
    except (ValueError, KeyError, TypeError):
        return ""
    except MachineError as error:
        if error.code == "read-only":
            raise
        return ""
    return found if isinstance(found, str) else ""


def refuse_foreign(folder: Path, key: bytes) -> None:
    """Refuse what is no store, or not the key's own.

    Raises:
        MachineError: ``missing-folder``, ``not-a-store``, ``corrupt`` (also where a part of the
            store is gone), ``wrong-key``.
    """
    facts = {"folder": str(folder)}
    if not folder.is_dir():
        raise MachineError("missing-folder", **facts)
    path = folder / "store.db"
    if not exists(folder) and not path.is_file():
        raise MachineError("not-a-store", **facts)
    check = check_of(folder)
    if path.is_file() and _plain(path):
        raise MachineError("not-a-store", **facts)
    fits = check == check_value(key)
    if check and not fits and not unlocks(folder, key):
        raise MachineError("wrong-key", **facts)
    # SQLite takes an empty file for a new database; here one has stood before.
    if not fits or not path.is_file() or not path.stat().st_size:
        raise MachineError("corrupt", **facts)


def unlocks(folder: Path, key: bytes) -> bool:
    """Tell whether a key opens anything that lies here: then a note that denies it is spoiled."""
    from db import spool  # only where something is wrong

    kept = (folder / "backups").glob("*.db"), (folder / "backups").glob("replaced-*/store.db")
    for path in (folder / "store.db", *(path for found in kept for path in found)):
        if path.is_file() and _unlocked(path, key):
            return True
    for stream in spool.streams(folder):
        for _path, frame in itertools.islice(spool.read(folder, key, stream), _TRIED):
            if frame.data is not None:
                return True
    return False


def _unlocked(path: Path, key: bytes) -> bool:
    """Whether the first page of a database, which carries its own check, opens with a key."""
    try:
        with guard(path=str(path)):
            db = engine.connect_plain(path, key, still=True)
            try:
                return bool(db.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()[0])
            finally:
                db.close()
    except (MachineError, BugError):
        return False


def _lived(folder: Path) -> bool:
    """Whether something was kept here: only a store in use has filled these folders."""
    with guard(folder=str(folder)):
        return any(
            next((folder / name).glob("*"), None) is not None
            for name in ("journal", "blobs", "backups")
        )


def _plain(path: Path) -> bool:
    with guard(path=str(path)), path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


@contextmanager
def guarded(folder: Path) -> Iterator[None]:
    """Turn errors into ours; a store in a folder that may not be written says so.

    SQLite only says that it cannot open the shared memory it would have to make there.
    """
    try:
        with guard(folder=str(folder)):
            yield
    except MachineError as error:
        if error.code == "unreadable-file" and not os.access(folder, os.W_OK):
            raise MachineError("read-only", **error.facts) from error
        raise


def checked(connect: Callable[[Path, bytes], Opened], folder: Path, key: bytes) -> Opened:
    """Open the database file and refuse one that a newer program wrote.

    Raises:
        MachineError: ``newer-store``, ``corrupt``, ``unreadable-file``, ``old-sqlite``.
    """
    with guarded(folder):
        db = connect(folder / "store.db", key)
        try:
            db.execute(f"PRAGMA busy_timeout = {engine.BUSY_MS}")
            _refuse_newer(db, folder)
        except BaseException:
            db.close()
            raise
    return db


def refuse_older(db: Connection, folder: Path) -> None:
    """Refuse to read tables that must be upgraded first.

    Raises:
        MachineError: ``older-store`` with the ``names`` of the migrations it lacks.
    """
    if lacking := register.missing(db):
        raise MachineError("older-store", folder=str(folder), names=lacking)


def _refuse_newer(db: Connection, folder: Path) -> None:
    if unknown := register.unknown(db):
        raise MachineError("newer-store", folder=str(folder), names=unknown)
