"""Showing a kept file in the desktop's own program, by a copy that is taken away again.

The copy is not encrypted while it stands. It lies in a folder of this user only, not in the
system's temporary folder, and goes after ``STANDS``, when the program ends and when it next
starts. What cannot be helped: the other program may keep a copy, a thumbnail or a list of names
of its own, and a disk that was read in those minutes holds the bytes.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from app.shell.desktop import open_outside

log = logging.getLogger(__name__)
STANDS = 15 * 60 * 1000  # milliseconds


def show(folder: Path, data: bytes, suffix: str) -> bool:
    """Open bytes in the program the desktop has for an ending; False when it has none.

    The ending is that of the content, never that of the name a file came with.

    Raises:
        OSError: the copy cannot be written, as on a full disk; nothing of it is left.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A folder of its own for each, so that a program's scratch files go with it.
    own = Path(tempfile.mkdtemp(prefix="copy-", dir=folder))
    copy = own / f"copy{suffix}"
    try:
        copy.write_bytes(data)
        copy.chmod(0o400)
    except OSError:
        _take_away(own)
        raise
    opened = open_outside(copy)
    QTimer.singleShot(STANDS if opened else 0, partial(_take_away, own))
    return opened


def sweep(folder: Path) -> None:
    """Take away every copy; one that another program still holds goes the next time."""
    if folder.is_dir():
        for own in folder.iterdir():
            _take_away(own)


def _take_away(own: Path) -> None:
    """Take away as much as can be: Windows keeps what is open."""
    for path in own.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with contextlib.suppress(OSError):
                path.chmod(0o600)  # Windows does not delete what is read-only
    shutil.rmtree(own, ignore_errors=True)
