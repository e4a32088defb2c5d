"""The engine under the store: SQLCipher, keyed and set the one right way, through sqlite-utils."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.errors import MachineError, guard
from db.plain import Plain

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.plain import Connection

OLDEST = (3, 51, 3)
"""The first SQLite without the WAL-reset corruption (sqlite.org/wal.html#walresetbug)."""

BUSY_MS = 5000
_CACHE_KIB = 32_000
_STATEMENTS = 256


def connect(path: Path, key: bytes) -> "Database":
    """Open a database file with its raw key for writing; it is made when it is not there.

    Raises:
        MachineError: ``old-sqlite``, ``unreadable-file``.
    """
    raw = _raw(path, key)
    # sqlite-utils catches the exceptions of the driver it finds under this name.
    sys.modules.setdefault("pysqlite3", sys.modules["sqlcipher3"])
    sys.modules.setdefault("pysqlite3.dbapi2", sys.modules["sqlcipher3.dbapi2"])
    from sqlite_utils import Database

    return Database(raw, execute_plugins=False, recursive_triggers=False)


def connect_plain(path: Path, key: bytes, *, still: bool = False) -> Plain:
    """Open a database file with its raw key for reading; raises as ``connect`` does.

    It belongs to the thread that opens it: the driver refuses any other. ``still`` is for a file
    nobody writes: nothing is made beside it and no log beside it is read.
    """
    return Plain(_raw(path, key, one_thread=True, still=still))


def _raw(path: Path, key: bytes, *, one_thread: bool = False, still: bool = False) -> Any:
    import sqlcipher3.dbapi2 as driver

    refuse_old(driver.sqlite_version)
    with guard(path=str(path)):
        raw = driver.connect(
            f"{path.absolute().as_uri()}?immutable=1" if still else os.fspath(path),
            uri=still,
            isolation_level=None,
            check_same_thread=one_thread,
            cached_statements=_STATEMENTS,
        )
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return raw


def set_up(db: "Connection", *, busy_ms: int = BUSY_MS) -> None:
    """Set what every connection needs: full sync, write-ahead log, foreign keys, no mmap."""
    for line in (
        f"PRAGMA busy_timeout = {busy_ms}",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA fullfsync = 1",
        "PRAGMA foreign_keys = ON",
        "PRAGMA mmap_size = 0",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA journal_size_limit = 67108864",
        f"PRAGMA cache_size = -{_CACHE_KIB}",
    ):
        db.execute(line)


def refuse_old(found: str) -> None:
    """Refuse an SQLite that can corrupt a write-ahead log.

    Raises:
        MachineError: ``old-sqlite`` with ``found`` and ``needed``.
    """
    if tuple(int(part) for part in found.split(".")) < OLDEST:
        raise MachineError("old-sqlite", found=found, needed=".".join(map(str, OLDEST)))
