"""Health: is the store whole, is there room, how old is the last copy."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from db.audit import Report
from db.connection import Reader


@dataclass(frozen=True, slots=True)
class Health:
    """Figures for the health page: bytes free, age of the last backup, operations kept."""

    disk_free: int
    disk_low: bool
    backup: dt.datetime | None
    backup_old: bool
    operations: int


def look(reader: Reader, folder: Path, now: dt.datetime) -> Health:
    """The quick figures."""
    raise NotImplementedError


def audit(folder: Path, key: bytes) -> Report:
    """The long check of journal, projections, attachments and issued documents."""
    raise NotImplementedError
