"""The second journal on disk: operations again, outside SQLite, so that its damage eats nothing.

Files ``journal/<stream>.<first seq>.frames`` hold encrypted frames (``db.journal.frames``).
Written after each commit, made durable by ``flush``; what is missing after a crash is added when
the store is opened.
"""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.blobs import sync_folder, write_whole
from db.errors import MachineError, guard
from db.journal import frames
from db.journal.operation import BadOperation, Operation, decode
from db.keys import derive

FILE_BYTES = 16 * 2**20
SUFFIX = ".frames"
_NAME = re.compile(r"[^.]+\.[0-9]{12}\.frames", re.ASCII)


@dataclass(frozen=True, slots=True)
class Tail:
    """Where a stream's second journal ends; ``torn`` bytes after it are an unfinished frame."""

    path: Path | None
    seq: int
    end: int
    torn: int


def cipher(key: bytes) -> AESGCM:
    """Return the cipher of the second journal for a store key."""
    return AESGCM(derive(key, "journal"))


def files(folder: Path, stream: str) -> list[Path]:
    """Return a stream's files, oldest first; a copy that a file manager made is none of them."""
    found = (folder / "journal").glob(f"{stream}.*{SUFFIX}")
    return sorted(path for path in found if _ours(path))


def streams(folder: Path) -> tuple[str, ...]:
    """Return the names of the streams that have a second journal here."""
    found = (folder / "journal").glob(f"*.*{SUFFIX}")
    return tuple(sorted({path.name.split(".")[0] for path in found if _ours(path)}))


def path_of(folder: Path, stream: str, seq: int) -> Path:
    """Return the file of a stream that begins with an operation."""
    return folder / "journal" / f"{stream}.{seq:012d}{SUFFIX}"


def first_of(path: Path) -> int:
    """Return the number of the first operation a file was made for."""
    return int(path.name.removesuffix(SUFFIX).rpartition(".")[2])


def _ours(path: Path) -> bool:
    return _NAME.fullmatch(path.name) is not None


def read(folder: Path, key: bytes, stream: str) -> Iterator[tuple[Path, frames.Frame]]:
    """Yield the frames of a stream in order; a hole has no data, as a file that cannot be read."""
    secret = cipher(key)
    for path in files(folder, stream):
        content = _content(path)
        if content is None:
            yield path, frames.Frame(0, path.lstat().st_size, None)
            continue
        for frame in frames.walk(secret, stream, content):
            yield path, frame


def tail(folder: Path, key: bytes, stream: str) -> Tail:
    """Return the end of a stream's second journal, reading only its last file."""
    secret = cipher(key)
    for path in reversed(files(folder, stream)):
        content = _content(path)
        if content is None:
            continue
        frame = frames.last(secret, stream, content)
        operation = _opened(frame)
        if operation is None:
            for found in frames.walk(secret, stream, content):
                if (good := _opened(found)) is not None:
                    frame, operation = found, good
        if frame is not None and operation is not None:
            return Tail(path, operation.seq, frame.end, len(content) - frame.end)
        if content and len(files(folder, stream)) == 1:
            return Tail(path, 0, 0, len(content))
    return Tail(None, 0, 0, 0)


def last_bytes(key: bytes, stream: str, at: Tail) -> bytes | None:
    """Return the operation bytes of a tail's last frame."""
    if at.path is None or not at.end:
        return None
    with guard(path=str(at.path)), at.path.open("rb") as file:
        content = file.read(at.end)
    frame = frames.last(cipher(key), stream, content)
    return frame.data if frame else None


def damaged(path: Path) -> bool:
    """Tell whether a file has a hole, or is one as it cannot be read; a torn tail is none.

    Raises:
        MachineError: it may not be read.
    """
    content = _content(path)
    return content is None or frames.holed(content)


def readable(path: Path) -> bool:
    """Tell whether the disk gives a file."""
    return _content(path) is not None


def end_of(path: Path, key: bytes, stream: str) -> int:
    """Return the number of the operation a file ends with, reading only that; 0 for a torn end."""
    try:
        with guard(path=str(path)), path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - frames.LENGTH))
            whole = frames.size_of(file.read())
            file.seek(max(0, size - whole))
            content = file.read()
    except MachineError as error:
        if error.code != "unreadable-file":
            raise
        return 0
    operation = _opened(frames.last(cipher(key), stream, content))
    return operation.seq if operation else 0


def write_again(path: Path, key: bytes, stream: str, kept: Iterable[bytes], aside: Path) -> None:
    """Write a file (anew) with the given operations; the old one is kept in the folder ``aside``.

    Raises:
        MachineError: it cannot be written; the file stands as it was.
    """
    secret = cipher(key)
    content = b"".join(frames.seal(secret, stream, data) for data in kept)
    old = _content(path) if path.exists() else b""
    with guard(path=str(path)):
        if old is None:
            aside.mkdir(parents=True)
            path.replace(aside / path.name)
        elif old:
            write_whole(aside / path.name, old)
        write_whole(path, content)


def _content(path: Path) -> bytes | None:
    """The bytes of a file; None for one whose disk does not give them."""
    try:
        with guard(path=str(path)):
            return path.read_bytes()
    except MachineError as error:
        if error.code != "unreadable-file":
            raise
        return None


def _opened(frame: frames.Frame | None) -> Operation | None:
    if frame is None or frame.data is None:
        return None
    try:
        return decode(frame.data)
    except BadOperation:
        return None


class Spool:
    """The open end of one stream's second journal."""

    def __init__(self, folder: Path, key: bytes, stream: str) -> None:
        self._folder = folder / "journal"
        self._stream = stream
        self._cipher = cipher(key)
        self._file = -1
        self._end = 0
        self._dirty = False
        self._waiting: list[tuple[int, bytes]] = []

    def resume(self, at: Tail) -> None:
        """Go on after the given tail; a torn end is cut off."""
        if at.path is None:
            return
        with guard(path=str(at.path)):
            self._file = os.open(at.path, os.O_RDWR)
            os.ftruncate(self._file, at.end)
            self._end = os.lseek(self._file, at.end, os.SEEK_SET)

    def write(self, operations: Iterable[tuple[int, bytes]]) -> None:
        """Append (seq, bytes) pairs; what cannot be written waits for the next ``flush``.

        Does not raise for the machine's troubles: the operations are already safe in the store.
        """
        self._waiting += operations
        try:
            self._drain()
        except OSError:
            self._cut()

    def flush(self) -> None:
        """Write what waits and make the file durable.

        Raises:
            MachineError: the second journal cannot be written (``disk-full``, ``read-only``).
        """
        with guard(path=str(self._folder)):
            try:
                self._drain()
            except OSError:
                self._cut()
                raise
            if self._dirty:
                os.fsync(self._file)
                self._dirty = False

    def close(self) -> None:
        """Flush and close."""
        try:
            self.flush()
        finally:
            if self._file >= 0:
                os.close(self._file)
                self._file = -1

    def _drain(self) -> None:
        while self._waiting:
            if self._file < 0 or self._end >= FILE_BYTES:
                self._next_file(self._waiting[0][0])
            block = bytearray()
            taken = 0
            for _seq, data in self._waiting:
                block += frames.seal(self._cipher, self._stream, data)
                taken += 1
                if self._end + len(block) >= FILE_BYTES:
                    break
            written = os.write(self._file, block)
            if written != len(block):
                raise OSError(errno.ENOSPC, "the second journal took only part of a frame")
            self._end += written
            self._dirty = True
            del self._waiting[:taken]

    def _next_file(self, seq: int) -> None:
        if self._file >= 0:
            os.fsync(self._file)
            os.close(self._file)
        self._folder.mkdir(exist_ok=True)
        path = path_of(self._folder.parent, self._stream, seq)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        sync_folder(self._folder)
        self._end = os.lseek(self._file, 0, os.SEEK_END)

    def _cut(self) -> None:
        """Take back a frame that was written in part; where that fails too, leave the file."""
        if self._file < 0:
            return
        try:
            os.ftruncate(self._file, self._end)
            os.lseek(self._file, self._end, os.SEEK_SET)
        except OSError:
            os.close(self._file)
            self._file = -1
