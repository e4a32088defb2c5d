"""What kind of place the data lie in: free space, network drives, synchronised folders."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

LOW = 1_000_000_000  # bytes below which the inspector is warned

# A program that copies files behind our back ruins a database it catches half written.
_CLOUD_NAMES = re.compile(
    r"^(onedrive|dropbox|google ?drive|my drive|icloud|icloud ?drive|com~apple~clouddocs|nextcloud"
    r"|owncloud|seafile|nutstore( files)?|baidusyncdisk|baidunetdisk\w*|wps ?cloud ?files|syncthing"
    r"|坚果云|我的坚果云|百度网盘\w*|wps云盘|腾讯微云|微云|天翼云盘|阿里云盘)( ?- .+)?$",
    re.IGNORECASE,
)
_CLOUD_MARKS = (".stfolder", ".dropbox", ".nextcloudsync.log", ".owncloudsync.log", ".seafile-data")
_NETWORK_TYPES = re.compile(
    r"^(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|webdav|davfs2?|glusterfs|ceph|9p"
    r"|fuse\.(sshfs|rclone|s3fs|davfs2?|gvfsd-fuse|glusterfs))$"
)
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


@dataclass(frozen=True, slots=True)
class DiskState:
    """One folder's place: bytes free and in all, and what is unusual about it.

    `kind` is 'local', 'network' or 'cloud'; `name` is the drive's or the cloud's.
    """

    free: int
    total: int
    writable: bool
    kind: str
    name: str

    @property
    def low(self) -> bool:
        """Whether the inspector should be told to make room."""
        return self.free < LOW


def look_at(folder: Path) -> DiskState:
    """Look at a folder, or where it would be made; raises OSError for a place that is none."""
    place = existing_parent(folder)
    usage = shutil.disk_usage(place)
    kind, name = "local", ""
    if cloud := cloud_of(folder):
        kind, name = "cloud", cloud
    elif network := network_of(place):
        kind, name = "network", network
    return DiskState(usage.free, usage.total, os.access(place, os.W_OK), kind, name)


def existing_parent(folder: Path) -> Path:
    """Return the folder or the nearest one above it that is there."""
    place = folder.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    return place


def cloud_of(folder: Path) -> str | None:
    """Name the synchronised folder this one lies in, if it does."""
    for place in (folder.absolute(), *folder.absolute().parents):
        if _CLOUD_NAMES.match(place.name):
            return place.name
        if any((place / mark).exists() for mark in _CLOUD_MARKS) and place != Path.home():
            return place.name
    return None


def network_of(place: Path) -> str | None:
    """Name the network drive a folder lies on, if it does."""
    if os.name == "nt":
        return _windows_drive(place)
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return network_mount(place, mounts)


def network_mount(place: Path, mounts: str) -> str | None:
    """Name the network drive among `mounts` (lines as in /proc/self/mounts) holding a place."""
    best, found = Path("/"), None
    for line in mounts.splitlines():
        source, target, kind = [*line.split(" "), "", "", ""][:3]
        point = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), target))
        if place.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, found = point, source if _NETWORK_TYPES.match(kind) else None
    return found


def _windows_drive(place: Path) -> str | None:
    """Ask Windows whether a drive is remote."""
    import ctypes

    drive = place.drive or place.anchor
    kernel = vars(ctypes)["windll"].kernel32  # not there on other systems
    remote = drive.startswith("\\\\") or kernel.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
    return drive if remote else None
