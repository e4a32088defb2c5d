"""Files that operations name, and how their bytes cross: in frames, each with its own hash.

A file is known by the SHA-256 of its bytes. It crosses in pieces of one request each; a piece is a
run of frames, so that of a piece cut on the way every whole frame counts.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from db.journal.operation import Operation

FRAME = 8 << 10
"""Bytes of the file in a frame; the last of a piece may have fewer."""
LEAST_PIECE = 64 << 10
MOST_PIECE = 8 << 20
"""No request carries more bytes of a file than this."""
MOST_FILE = 100 << 20
"""No file is larger than this."""
_HASH = 32
_RANKS = {"signature": 0, "document": 1, "record": 1}


@dataclass(frozen=True, slots=True)
class Named:
    """A file an operation names; ``rank`` says how early it should cross, 0 first."""

    sha256: str
    rank: int


class BadFrame(ValueError):  # noqa: N818 - reads as what it is
    """A frame's bytes are not the ones its hash was made of, or there are too many."""


def named(operation: Operation) -> tuple[Named, ...]:
    """Return the files an operation names.

    Any field ``sha256`` or ``…_sha`` names one, so that a hub knows the files of a newer client.
    """
    found = []
    for name, (value, _seen) in operation.fields.items():
        if (name == "sha256" or name.endswith("_sha")) and is_name(value):
            found.append(Named(value, _rank(operation)))
    return tuple(found)


def is_name(value: object) -> bool:
    """Tell whether a value is a SHA-256 in small hexadecimal digits."""
    return isinstance(value, str) and len(value) == 64 and not value.strip("0123456789abcdef")


def framed(data: bytes) -> Iterator[bytes]:
    """Yield a piece as its frames."""
    view = memoryview(data)
    for at in range(0, len(data), FRAME):
        part = view[at : at + FRAME]
        yield hashlib.sha256(part).digest() + part


class Unframing:
    """Reads a piece as it comes in; ``found`` are the bytes of the whole frames so far."""

    def __init__(self, most: int) -> None:
        self.found = bytearray()
        self._most = most
        self._rest = bytearray()

    def feed(self, data: bytes) -> None:
        """Take what came.

        Raises:
            BadFrame: a frame is not what its hash says, or there is more than was to come.
        """
        self._rest += data
        while len(self._rest) >= _HASH + FRAME:
            self._take(_HASH + FRAME)

    def end(self) -> None:
        """Nothing more comes: what is left is the last frame; raises as ``feed`` does."""
        if self._rest:
            self._take(len(self._rest))

    def _take(self, count: int) -> None:
        claimed, part = bytes(self._rest[:_HASH]), self._rest[_HASH:count]
        if hashlib.sha256(part).digest() != claimed or len(self.found) + len(part) > self._most:
            raise BadFrame
        self.found += part
        del self._rest[:count]


def _rank(operation: Operation) -> int:
    """Signatures, then papers, then pictures, then what else there is, films last."""
    if operation.rec_type != "attachment":
        return _RANKS.get(operation.rec_type, 3)
    mime, _seen = operation.fields.get("mime", ("", ()))
    kind = str(mime).partition("/")[0]
    return {"image": 2, "video": 4}.get(kind, 3)
