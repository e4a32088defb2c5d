"""Opening for writing: a store made, upgraded, mended, then handed out; one writer at a time."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from db import backup, ballast, blobs, doors, engine, spool
from db.errors import BugError, MachineError, guard
from db.handle import Clock, Identity, Store
from db.journal.ids import new_id
from db.keys import KEY_BYTES
from db.migrations import register
from db.store import operations, recovery, sessions, streams

if TYPE_CHECKING:
    from sqlite_utils import Database


def create(folder: Path, key: bytes, identity: tuple[str, str], ballast_bytes: int) -> None:
    """Make an empty store in a folder; ``identity`` is scope and device. See ``create_store``."""
    if len(key) != KEY_BYTES:
        raise BugError("a store key is 32 bytes")
    if doors.exists(folder):
        raise BugError("a store is here already")
    with guard(folder=str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / "store.db"
        if unfinished.exists():
            unfinished.replace(folder / f"store.db.unfinished-{new_id()}")
        release = lock(folder)
        try:
            device = identity[1] or new_id()
            _fill(folder, key, identity[0], device)
            ballast.lay(folder, ballast_bytes)
            doors.note(folder, key, device)
        finally:
            release()


def open_writer(folder: Path, key: bytes, clock: Clock, client: str) -> Store:
    """Open the store for writing; see ``open_store``."""
    settle(folder)
    doors.refuse_foreign(folder, key)
    release = lock(folder)
    try:
        db = doors.checked(engine.connect, folder, key)
        try:
            return _ready(db, folder, key, (clock, client, release))
        except BaseException:
            db.close()
            raise
    except BaseException:
        release()
        raise


def settle(folder: Path) -> None:
    """Finish a restore that was interrupted when all was built and only its place was not taken.

    Raises:
        MachineError: ``locked`` (it may be going on), ``read-only``.
    """
    if (folder / doors.WAITING).is_file():
        release = lock(folder)
        try:
            with guard(folder=str(folder)):
                backup.finish(folder)
        finally:
            release()


def _fill(folder: Path, key: bytes, scope: str, device: str) -> None:
    db = engine.connect(folder / "store.db", key)
    try:
        engine.set_up(db)
        register.upgrade(db)
        with db.atomic():
            streams.enter(db, Identity(new_id(), device, scope, 1))
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
    store = Store(db, (folder, key), streams.writing_here(db), clock)
    store.client = client
    store.schema = register.version()
    found = sessions.last(store)
    swept = blobs.sweep(folder)
    with guard(folder=str(folder)):
        if doors.device_of(folder) != store.identity.device:
            doors.note(folder, key, store.identity.device)
        backup.sweep(folder, clock())
    writer = spool.Spool(folder, key, store.identity.stream)
    mended = recovery.mend(store, key, writer)
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
        files_rewritten=mended.rewritten,
        torn_bytes=mended.torn,
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
        streams.enter(store.db, identity)
    writer = spool.Spool(store.folder, key, identity.stream)
    store.adopt(identity, writer)
    return writer


def lock(folder: Path) -> Callable[[], None]:
    """Claim a store's folder for one writer; returns what gives it free again.

    Raises:
        MachineError: ``locked``, ``read-only``.
    """
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
