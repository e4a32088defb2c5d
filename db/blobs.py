"""Photos and files: content-addressed, original bytes, encrypted at rest.

``blobs/ab/<sha256>`` holds ``XJB1 | nonce 12 | AES-256-GCM(original bytes)``, the SHA-256 being
that of the original bytes and authenticated with them. A file is there whole or not at all:
temporary name, fsync, rename, fsync of the folder.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.errors import MachineError, guard
from db.journal.ids import new_id
from db.keys import derive

LIMIT = 64 * 2**20
"""The largest file taken, in bytes, unless the caller says otherwise."""

_MAGIC = b"XJB1"
_NONCE = 12
_HEAD = len(_MAGIC) + _NONCE
_TAG = 16
TEMPORARY = ".tmp"


def put(folder: Path, key: bytes, source: bytes | Path, limit: int = LIMIT) -> str:
    """Keep bytes, or the bytes of a file, and return their SHA-256 as hex.

    Keeping the same bytes twice keeps them once. The size is looked at before anything is read.

    Raises:
        MachineError: ``too-large`` (``size``, ``limit``), ``unreadable-file``, ``disk-full``,
            ``read-only``.
    """
    data = _content(source, limit)
    name = hashlib.sha256(data).hexdigest()
    if _intact(folder, key, name):
        return name
    nonce = os.urandom(_NONCE)
    sealed = AESGCM(derive(key, "blobs")).encrypt(nonce, data, name.encode())
    with guard(folder=str(folder), needed=len(data)):
        write_whole(_path(folder, name), _MAGIC + nonce + sealed)
    return name


def get(folder: Path, key: bytes, name: str) -> bytes:
    """Return the original bytes of a blob.

    Raises:
        MachineError: ``unreadable-file`` when it is not there, ``corrupt`` when its bytes are
            not the ones that were kept.
    """
    path = _path(folder, name)
    try:
        sealed = path.read_bytes()
    except OSError as error:
        raise MachineError("unreadable-file", path=str(path), sha256=name) from error
    nonce, body = sealed[len(_MAGIC) : _HEAD], sealed[_HEAD:]
    try:
        data = AESGCM(derive(key, "blobs")).decrypt(nonce, body, name.encode())
    except (InvalidTag, ValueError) as error:
        raise MachineError("corrupt", path=str(path), sha256=name) from error
    if sealed[: len(_MAGIC)] != _MAGIC:
        raise MachineError("corrupt", path=str(path), sha256=name)
    return data


def exists(folder: Path, name: str) -> bool:
    """Tell whether a blob is there; its bytes are not looked at."""
    return _path(folder, name).is_file()


def size(folder: Path, name: str) -> int:
    """Return how many original bytes a blob has that is there, by its file's length."""
    with guard(path=str(_path(folder, name))):
        return max(0, _path(folder, name).stat().st_size - _HEAD - _TAG)


def names(folder: Path) -> Iterator[str]:
    """Yield the names of all blobs, in order."""
    for path in sorted((folder / "blobs").glob("??/*")):
        if not path.name.endswith(TEMPORARY):
            yield path.name


def lend(folder: Path, other: Path, names: Iterable[str]) -> None:
    """Let another folder with the same key have blobs as well, those of them that are here.

    A second name where the file system can, else a copy.
    """
    for name in names:
        here, there = _path(folder, name), _path(other, name)
        if not here.is_file() or there.exists():
            continue
        with guard(folder=str(other), needed=here.stat().st_size):
            there.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(here, there)
            except OSError:
                shutil.copyfile(here, there)


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove blobs, those of them that are here.

    Raises:
        MachineError: one cannot be removed.
    """
    for name in names:
        with guard(path=str(_path(folder, name))):
            _path(folder, name).unlink(missing_ok=True)


def sweep(folder: Path) -> int:
    """Remove what an interrupted ``put`` left behind and return how many files that were."""
    left = list((folder / "blobs").glob(f"??/*{TEMPORARY}"))
    for path in left:
        with guard(path=str(path)):
            path.unlink(missing_ok=True)
    return len(left)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, durable on return.

    Raises:
        OSError: it could not be written; nothing was left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{new_id()}{TEMPORARY}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _content(source: bytes | Path, limit: int) -> bytes:
    if isinstance(source, bytes):
        _refuse_large(len(source), limit)
        return source
    try:
        with source.open("rb") as file:
            _refuse_large(os.fstat(file.fileno()).st_size, limit)
            data = file.read(limit + 1)
    except OSError as error:
        raise MachineError("unreadable-file", path=str(source), detail=str(error)) from error
    _refuse_large(len(data), limit)
    return data


def _refuse_large(size: int, limit: int) -> None:
    if size > limit:
        raise MachineError("too-large", size=size, limit=limit)


def _intact(folder: Path, key: bytes, name: str) -> bool:
    if not exists(folder, name):
        return False
    try:
        get(folder, key, name)
    except MachineError:
        return False
    return True


def _path(folder: Path, name: str) -> Path:
    return folder / "blobs" / name[:2] / name
