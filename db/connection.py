"""Opening a store the one right way: made, refused, upgraded, mended, then handed out.

A store is a folder: ``store.id`` (whose store it is), ``store.db`` (SQLCipher), ``journal/``
(the second journal), ``blobs/``, ``backups/``, ``ballast.bin`` and ``store.lock``.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from db import backup, ballast, blobs, engine, spool
from db.errors import BugError, MachineError, guard
from db.handle import Clock, Identity, Reader, Store, utc_now
from db.journal.ids import new_id
from db.keys import KEY_BYTES, check_value, new_key
from db.migrations import register
from db.store import operations, recovery, sessions

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = [
    "Identity",
    "Reader",
    "Store",
    "create_store",
    "exists",
    "new_key",
    "open_reader",
    "open_store",
]

CLIENT = "0.1.0"
_PAGE = 4096
_PLAIN = b"SQLite format 3\0"


def exists(folder: Path) -> bool:
    """Tell whether the folder holds a store, whole or damaged."""
    return (folder / "store.id").is_file()


def create_store(  # noqa: PLR0913 - each is a choice made once in a store's life
    folder: Path,
    key: bytes,
    *,
    scope: str = "local",
    device: str = "",
    ballast_bytes: int = ballast.BYTES,
    clock: Clock = utc_now,
    client: str = CLIENT,
) -> Store:
    """Make an empty store in a folder and open it.

    ``scope`` is the bureau's replication partition, ``device`` this laptop (made when empty).

    Raises:
        MachineError: ``read-only``, ``disk-full``, ``missing-folder`` (a file stands there).
        BugError: a store is there already, or the key is not 32 bytes.
    """
    if len(key) != KEY_BYTES:
        raise BugError("a store key is 32 bytes")
    if exists(folder):
        raise BugError("a store is here already")
    with guard(folder=str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / "store.db"
        if unfinished.exists():
            unfinished.replace(folder / f"store.db.unfinished-{new_id()}")
        release = _lock(folder)
        try:
            _fill(folder, key, scope, device or new_id())
            ballast.lay(folder, ballast_bytes)
            made = {"format": 1, "check": check_value(key)}
            blobs.write_whole(folder / "store.id", json.dumps(made).encode())
        finally:
            release()
    return open_store(folder, key, clock=clock, client=client)


def open_store(folder: Path, key: bytes, *, clock: Clock = utc_now, client: str = CLIENT) -> Store:
    """Open the store for writing; only one at a time, in one process.

    Upgrades it first (a verified copy is kept in ``backups/``), mends what an interruption left,
    and says so in ``Store.recovered``.

    Raises:
        MachineError: ``missing-folder``, ``not-a-store``, ``wrong-key``, ``newer-store``,
            ``locked``, ``corrupt``, ``read-only``, ``disk-full``, ``old-sqlite``.
    """
    _refuse_foreign(folder, key)
    release = _lock(folder)
    try:
        db = _connected(folder, key)
        try:
            return _ready(db, folder, key, (clock, client, release))
        except BaseException:
            db.close()
            raise
    except BaseException:
        release()
        raise


def open_reader(folder: Path, key: bytes) -> Reader:
    """Open the store for reading only; any number at a time, beside the one that writes.

    Raises:
        MachineError: as ``open_store``; ``newer-store`` also for one that must be upgraded first.
    """
    _refuse_foreign(folder, key)
    db = _connected(folder, key)
    try:
        with guard(folder=str(folder)):
            engine.set_up(db)
            db.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return Reader(db, folder, key)


def _fill(folder: Path, key: bytes, scope: str, device: str) -> None:
    db = engine.connect(folder / "store.db", key)
    try:
        engine.set_up(db)
        register.upgrade(db)
        with db.atomic():
            _enter(db, Identity(new_id(), device, scope, 1))
    finally:
        db.close()


def _ready(
    db: "Database", folder: Path, key: bytes, parts: tuple[Clock, str, Callable[[], None]]
) -> Store:
    clock, client, release = parts
    with guard(folder=str(folder)):
        engine.set_up(db)
        if waiting := register.pending(db):
            backup.take(db, folder, key, waiting[0].partition("_")[0], clock())
            register.upgrade(db)
    store = Store(db, (folder, key), _identity(db), clock)
    store.client = client
    store.schema = register.version()
    found = sessions.last(store)
    swept = blobs.sweep(folder)
    with guard(folder=str(folder)):
        backup.sweep(folder, clock())
    tail = spool.tail(folder, key, store.identity.stream)
    writer = spool.Spool(folder, key, store.identity.stream)
    writer.resume(tail)
    mended = recovery.mend(store, key, writer, tail)
    if mended.forked:
        writer.close()
        writer = _new_incarnation(store, key)
    else:
        store.adopt(store.identity, writer)
    store.recovered = replace(
        found,
        drafts=sessions.drafts(store),
        frames_added=mended.added,
        operations_restored=mended.restored,
        torn_bytes=tail.torn,
        temporary_files=swept,
        forked=mended.forked,
        breaks=tuple(
            one.seq
            for one in operations.verify(store, store.identity.stream, recovery.TAIL_CHECKED)
        ),
    )
    sessions.start(store)
    store.before_close.append(sessions.end)
    store.at_close(release)
    return store


def _new_incarnation(store: Store, key: bytes) -> spool.Spool:
    old = store.identity
    identity = Identity(new_id(), old.device, old.scope, old.incarnation + 1)
    with store.atomic():
        _enter(store.db, identity)
    writer = spool.Spool(store.folder, key, identity.stream)
    store.adopt(identity, writer)
    return writer


def _enter(db: "Database", who: Identity) -> None:
    db.execute(
        "INSERT INTO stream (stream, scope, device, incarnation) VALUES (?, ?, ?, ?)",
        (who.stream, who.scope, who.device, who.incarnation),
    )
    db.execute(
        "INSERT INTO meta (key, value) VALUES ('stream', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (who.stream,),
    )


def _identity(db: "Database") -> Identity:
    found = db.execute(
        "SELECT stream.stream, device, scope, incarnation FROM stream"
        " JOIN meta ON meta.key = 'stream' AND meta.value = stream.stream"
    ).fetchone()
    return Identity(*found)


def _refuse_foreign(folder: Path, key: bytes) -> None:
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
    if plain:
        raise MachineError("not-a-store", **facts)
    if check != check_value(key):
        raise MachineError("wrong-key", **facts)


def _connected(folder: Path, key: bytes) -> "Database":
    with guard(folder=str(folder)):
        db = engine.connect(folder / "store.db", key)
        try:
            db.execute(f"PRAGMA busy_timeout = {engine.BUSY_MS}")
            _refuse_newer(db, folder)
        except BaseException:
            db.close()
            raise
    return db


def _refuse_newer(db: "Database", folder: Path) -> None:
    if unknown := register.unknown(db):
        raise MachineError("newer-store", folder=str(folder), names=unknown)


def _lock(folder: Path) -> Callable[[], None]:
    with guard(folder=str(folder)):
        handle = os.open(folder / "store.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise MachineError("locked", folder=str(folder)) from error
    return lambda: os.close(handle)
