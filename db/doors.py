"""The doors of a store: is it one, is the key right, is it not from a newer program."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from db import engine
from db.errors import MachineError, guard
from db.keys import check_value
from db.migrations import register
from db.plain import Connection

_PLAIN = b"SQLite format 3\0"
Opened = TypeVar("Opened", bound=Connection)


def exists(folder: Path) -> bool:
    """Tell whether the folder holds a store, whole or damaged."""
    return (folder / "store.id").is_file()


def refuse_foreign(folder: Path, key: bytes) -> None:
    """Refuse what is no store, or not the key's own.

    Raises:
        MachineError: ``missing-folder``, ``not-a-store``, ``corrupt``, ``wrong-key``.
    """
    facts = {"folder": str(folder)}
    if not folder.is_dir():
        raise MachineError("missing-folder", **facts)
    path = folder / "store.db"
    if not exists(folder) or not path.is_file():
        raise MachineError("not-a-store", **facts)
    with guard(**facts):
        try:
            made = json.loads((folder / "store.id").read_bytes())
            check = made["check"]
        except (ValueError, KeyError, TypeError) as error:
            raise MachineError("not-a-store", **facts) from error
        with path.open("rb") as file:
            plain = file.read(len(_PLAIN)) == _PLAIN
        size = path.stat().st_size
    if plain:
        raise MachineError("not-a-store", **facts)
    if not size:  # SQLite takes an empty file for a new database; here one has stood before
        raise MachineError("corrupt", **facts)
    if check != check_value(key):
        raise MachineError("wrong-key", **facts)


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
