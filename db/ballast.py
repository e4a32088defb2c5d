"""The ballast: reserved disk space to give back when the disk is full."""

import os
from pathlib import Path

from db.errors import guard

BYTES = 200 * 2**20
NAME = "ballast.bin"


def lay(folder: Path, size: int = BYTES) -> bool:
    """Reserve the space; False when the disk has no room for it, which is no failure."""
    if size <= 0:
        return False
    path = folder / NAME
    try:
        with path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, size)
            else:
                file.truncate(size)
    except OSError:
        path.unlink(missing_ok=True)
        return False
    return True


def drop(folder: Path) -> int:
    """Give the space back and return how many bytes that freed (0 when it was gone already).

    Raises:
        MachineError: the file cannot be removed.
    """
    path = folder / NAME
    with guard(folder=str(folder)):
        size = path.stat().st_size if path.exists() else 0
        path.unlink(missing_ok=True)
    return size
