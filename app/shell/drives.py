"""Removable drives: where a bundle for the bureau can be written. One function a system."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW
_LETTERS = "DEFGHIJKLMNOPQRSTUVWXYZ"
_MOUNTED = re.compile(r"^/(run/)?media/")


@dataclass(frozen=True, slots=True)
class Drive:
    """A stick that is plugged in: its folder, its name as its owner knows it, bytes free and in all."""

    folder: Path
    name: str
    free: int
    total: int


def removable() -> tuple[Drive, ...]:
    """Return the sticks that are plugged in and can be written to, by name."""
    look = {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform, _on_linux)
    found = (_drive(folder, name) for folder, name in look())
    return tuple(sorted((one for one in found if one), key=lambda one: one.name))


def _drive(folder: Path, name: str) -> Drive | None:
    """A place as a drive; None for one that was pulled out meanwhile or is read-only."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return None
    return Drive(folder, name, usage.free, usage.total) if os.access(folder, os.W_OK) else None


def _on_linux() -> list[tuple[Path, str]]:
    """Desktops mount sticks below /media or /run/media, under their name."""
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return mounted(mounts)


def mounted(mounts: str) -> list[tuple[Path, str]]:
    """Return (folder, name) of the sticks among mounts, lines as in /proc/self/mounts."""
    found: list[tuple[Path, str]] = []
    for line in mounts.splitlines():
        source, target = [*line.split(" "), "", ""][:2]
        octets = re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8)]), target.encode())
        place = octets.decode(errors="replace")
        if source.startswith("/dev/") and _MOUNTED.match(place):
            found.append((Path(place), Path(place).name))
    return found


def _on_macos() -> list[tuple[Path, str]]:
    """In /Volumes the volume the system started from is a link; the others are folders."""
    try:
        places = list(Path("/Volumes").iterdir())
    except OSError:
        return []
    return [(place, place.name) for place in places if place.is_dir() and not place.is_symlink()]


def _on_windows() -> list[tuple[Path, str]]:
    """Ask Windows of each letter whether it is removable, and of its volume's name."""
    import ctypes

    kernel = vars(ctypes)["windll"].kernel32  # not there on other systems
    found: list[tuple[Path, str]] = []
    for letter in _LETTERS:
        place = f"{letter}:\\"
        if kernel.GetDriveTypeW(place) == _REMOVABLE:
            label = ctypes.create_unicode_buffer(261)
            named = kernel.GetVolumeInformationW(place, label, 261, None, None, None, None, 0)
            found.append((Path(place), f"{label.value or 'U盘'} ({letter}:)" if named else place))
    return found
