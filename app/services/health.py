"""Health: is the store whole, is there room, how old is the last copy."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.services.changes import Result, touched
from db import backup
from db.backup import Backup
from db.connection import Reader, Store
from db.store import numbers, operations
from db.store.numbers import Gap

LOW = 1024 * 1024 * 1024
"""Bytes free under which photos may soon not be kept."""

OLD = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Health:
    """Figures for the health page: bytes free, the last copy, operations, unexplained numbers."""

    disk_free: int
    disk_low: bool
    backup: dt.datetime | None
    backup_old: bool
    operations: int
    gaps: tuple[Gap, ...]


def back_up(store: Store) -> Result[Backup]:
    """Copy the store beside itself and verify the copy; blobs and journal are kept as they are.

    Raises:
        MachineError: ``disk-full``, ``read-only``, ``corrupt``; nothing is left in half.
    """
    made = backup.take(store.db, store.folder, store.key, "asked", store.clock())
    return Result(made, touched("backup", made.path.name))


def look(reader: Reader, folder: Path, now: dt.datetime) -> Health:
    """The quick figures."""
    free = shutil.disk_usage(folder).free
    last = max((one.taken for one in backup.listing(folder)), default=None)
    return Health(
        disk_free=free,
        disk_low=free < LOW,
        backup=last,
        backup_old=last is None or now - last > OLD,
        operations=operations.length(reader),
        gaps=numbers.gaps(reader, now.year),
    )
