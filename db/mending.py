"""Mending a damaged store: a good copy or an empty one, the second journal after it, then tables.

The damaged files are moved aside and never deleted. What neither copy nor second journal has is
asked of the damaged store itself, whose pages and operations carry their own checks.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from db import backup, began_again, doors, engine, lost_numbers, opening, replay, wreck
from db.connection import CLIENT
from db.errors import BugError, MachineError, guard
from db.handle import Clock, Identity, Store, utc_now
from db.journal.ids import new_id
from db.journal.operation import BadOperation
from db.keys import check_value
from db.migrations import register
from db.store import operations, rebuild, streams

if TYPE_CHECKING:
    from sqlite_utils import Database

LOST = "its entry was lost in a damaged store"
_NOBODY = Identity("", "", "", 0)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done.

    ``aside`` is the folder of the replaced files, ``copy`` the backup begun with (None: an empty
    store), ``copied`` its operations, ``replayed`` those after it; ``gaps`` are missing in
    between, ``unshown`` operations are kept but depend on missing ones, ``voided`` numbers were
    used by entries that are lost.
    """

    aside: Path
    copy: Path | None
    copied: int
    replayed: int
    gaps: tuple[replay.Gap, ...]
    unshown: int
    voided: tuple[lost_numbers.Lost, ...] = ()


def restore(
    folder: Path,
    key: bytes,
    *,
    chosen: Path | None = None,
    clock: Clock = utc_now,
    reason: str = LOST,
) -> Restored:
    """Build the store anew beside the damaged one, then put it in its place and open it once.

    ``chosen`` is the copy to begin with; otherwise the newest good one in ``backups/``. ``reason``
    is what numbers are voided with whose entries are lost.

    Raises:
        MachineError: ``missing-folder``, ``not-a-store``, ``wrong-key``, ``locked``,
            ``disk-full``, ``read-only``; ``corrupt`` for a chosen copy that is damaged;
            ``no-copy`` when there is nothing to build from. The store stands as it was.
    """
    _refuse(folder, key)
    release = opening.lock(folder)
    try:
        with guard(folder=str(folder)):
            backup.finish(folder)
        for left in folder.glob("store.db.*.tmp"):
            if not wreck.tells(left, key):
                _remove(folder, left.name)
        fresh = folder / f"store.db.{new_id()}.tmp"
        try:
            built = _build(fresh, (folder, key), (chosen, reason), clock)
            aside = backup.put_in_place(folder, fresh, clock())
        finally:
            _remove(folder, fresh.name)
        _remove(folder, "store.db.*.tmp")  # what they had is in the new one
        _note(folder, key, aside)
    finally:
        release()
    opening.open_writer(folder, key, clock, CLIENT).close()
    return replace(built, aside=aside)


def _remove(folder: Path, name: str) -> None:
    for left in folder.glob(f"{name}*"):
        with suppress(OSError):
            left.unlink()


def _refuse(folder: Path, key: bytes) -> None:
    if not folder.is_dir():
        raise MachineError("missing-folder", folder=str(folder))
    if not doors.exists(folder) and not (folder / "store.db").is_file():
        raise MachineError("not-a-store", folder=str(folder))
    told = doors.check_of(folder)
    if told not in {"", check_value(key)} and not doors.unlocks(folder, key):
        raise MachineError("wrong-key", folder=str(folder))


def _note(folder: Path, key: bytes, aside: Path) -> None:
    """Write ``store.id`` again where it was gone or spoiled."""
    if doors.check_of(folder) == check_value(key):
        return
    path = folder / "store.id"
    device = doors.device_of(folder)
    with guard(path=str(path)):
        if path.exists():
            path.replace(aside / path.name)
        doors.note(folder, key, device)


def _build(
    fresh: Path, place: tuple[Path, bytes], wanted: tuple[Path | None, str], clock: Clock
) -> Restored:
    folder, key = place
    copy = _begun(fresh, place, wanted[0])
    with guard(folder=str(folder)), _opened(fresh, key) as db:
        engine.set_up(db)
        register.upgrade(db)
        store = Store(db, place, _NOBODY, clock)
        copied = operations.count(store)
        with wreck.of(folder, key) as old:
            with store.atomic(), store.unheld():
                replay.enter_streams(store, old)
                began_again.take_base(store, old)
                for stream in streams.names(store):
                    replay.replay(store, stream, old)
                began_again.drop_sparse(store, old)
                began_again.put_in_order(store)
                replay.take_held(store, old)
            gaps = tuple(replay.gaps(store, old))
            used = lost_numbers.known(old)
            total = operations.count(store)
            if not total:
                raise MachineError("no-copy", folder=str(folder))
            unshown = _project(store)
            with store.atomic():
                replay.take_local(store, old)
                store.identity = streams.writing_here(db)
                store.client, store.schema = CLIENT, register.version()
                voided = lost_numbers.void(store, used, wanted[1])
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with guard(folder=str(folder)), fresh.open("rb+") as file:
        os.fsync(file.fileno())
    return Restored(folder, copy, copied, total - copied, gaps, unshown, voided)


def _begun(fresh: Path, place: tuple[Path, bytes], chosen: Path | None) -> Path | None:
    """Put the chosen or the newest good copy under the fresh name; None when there is none."""
    if chosen is not None:
        if not chosen.is_file():
            raise MachineError("unreadable-file", path=str(chosen))
        if not _copied(chosen, fresh, place):
            raise MachineError("corrupt", path=str(chosen))
        return chosen
    for kept in backup.listing(place[0]):
        if _copied(kept.path, fresh, place):
            return kept.path
    return None


def _copied(source: Path, fresh: Path, place: tuple[Path, bytes]) -> bool:
    """Copy a backup and look whether it is one of ours and whole; a bad copy is removed again.

    One that cannot be read is no good copy either: there may be others.
    """
    try:
        with guard(path=str(source)):
            shutil.copyfile(source, fresh)
    except MachineError as error:
        if error.code == "disk-full":
            raise
        fresh.unlink(missing_ok=True)
        return False
    try:
        with guard(path=str(source)), _opened(fresh, place[1]) as db:
            if _sound(Store(db, place, _NOBODY, utc_now)):
                return True
    except (MachineError, BugError, BadOperation) as error:
        if isinstance(error, MachineError) and error.code == "disk-full":
            raise
    fresh.unlink()
    return False


def _sound(store: Store) -> bool:
    """Whether pages and chains are whole; a gap was there before and is told at the end."""
    if store.rows("PRAGMA cipher_integrity_check") or register.unknown(store.db):
        return False
    return all(
        one.code == "gap"
        for stream in streams.names(store)
        for one in operations.verify(store, stream)
    )


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator["Database"]:
    db = engine.connect(path, key)
    try:
        yield db
    finally:
        db.close()


def _project(store: Store) -> int:
    """Build every table; returns how many operations could not be shown for want of others."""
    try:
        rebuild.rebuild(store)
    except (BugError, KeyError, TypeError):
        skipped: list[int] = []
        rebuild.rebuild(store, skipped=skipped)
        return len(skipped)
    return 0
