"""A file that is made once: whoever of several instances is first, and whatever was killed within."""

import os
import secrets
from pathlib import Path


def make(path: Path, data: bytes) -> None:
    """Write a file, whole and its owner's alone, unless there is one: then that one stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _publish(part, path)
    finally:
        part.unlink(missing_ok=True)


def _publish(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a disk without links: only there may two at once still meet
        if not path.exists():
            part.rename(path)
