"""Frames: how operations lie in the second journal, readable from both ends.

One frame is ``length u32 | crc32 u32 | nonce 12 | AES-256-GCM(operation bytes) | length u32``,
big-endian, the length being that of nonce and ciphertext. The trailing length finds the last
frame without reading the file; a frame that was altered is a hole, and the ones after it are
found by their lengths and CRC.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_HEAD = struct.Struct(">II")
_TAIL = struct.Struct(">I")
LENGTH = _TAIL.size
OVERHEAD = _HEAD.size + _TAIL.size
_NONCE = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame found at ``start``…``end`` of a file; ``data`` None when it cannot be opened."""

    start: int
    end: int
    data: bytes | None


def seal(cipher: AESGCM, stream: str, data: bytes) -> bytes:
    """Return the frame of an operation's bytes; the stream's name is authenticated with it."""
    nonce = os.urandom(_NONCE)
    body = nonce + cipher.encrypt(nonce, data, stream.encode())
    return _HEAD.pack(len(body), zlib.crc32(body)) + body + _TAIL.pack(len(body))


def walk(cipher: AESGCM, stream: str, content: bytes | memoryview) -> Iterator[Frame]:
    """Yield the frames from the beginning, a damaged stretch as one without ``data``.

    Stops where nothing whole follows: the end of the last frame yielded is where a torn tail
    begins. Whether the frames after a hole continue what was before, only the chain can tell.
    """
    for start, end, whole in _stretches(bytes(content)):
        yield Frame(start, end, _opened(cipher, stream, content, (start, end)) if whole else None)


def holed(content: bytes) -> bool:
    """Tell by lengths and CRCs alone whether a damaged stretch has something whole around it."""
    return not all(whole for _start, _end, whole in _stretches(content))


def size_of(tail: bytes) -> int:
    """Return how long a frame is whose last ``LENGTH`` bytes are given; 0 for too few."""
    return OVERHEAD + int(_TAIL.unpack(tail)[0]) if len(tail) == LENGTH else 0


def last(cipher: AESGCM, stream: str, content: bytes | memoryview) -> Frame | None:
    """Return the last frame when the file ends exactly with a good one, else None."""
    if len(content) < OVERHEAD:
        return None
    (size,) = _TAIL.unpack_from(content, len(content) - _TAIL.size)
    start = len(content) - OVERHEAD - size
    if start < 0 or _end(content, start) != len(content) or not _whole(content, start):
        return None
    return Frame(start, len(content), _opened(cipher, stream, content, (start, len(content))))


def _stretches(content: bytes) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, whole) of each frame and of each damaged stretch between frames."""
    at = 0
    while at < len(content):
        end = _end(content, at)
        whole = end > 0 and _whole(content, at)
        if end < 0 and (end := _next(content, at + 1)) < 0:
            return
        yield at, end, whole
        at = end


def _next(content: bytes, at: int) -> int:
    """The start of the next whole frame; a frame is below 16 MiB, so its first byte is 0."""
    while (at := content.find(0, at)) >= 0:
        if _end(content, at) > 0 and _whole(content, at):
            return at
        at += 1
    return -1


def _end(content: bytes | memoryview, at: int) -> int:
    """Where the frame at a place ends by its two lengths; -1 when they make no frame."""
    if at + OVERHEAD > len(content):
        return -1
    size, _crc = _HEAD.unpack_from(content, at)
    end = at + OVERHEAD + int(size)
    if size < _NONCE or end > len(content):
        return -1
    return end if _TAIL.unpack_from(content, end - _TAIL.size) == (size,) else -1


def _whole(content: bytes | memoryview, at: int) -> bool:
    size, crc = _HEAD.unpack_from(content, at)
    return zlib.crc32(content[at + _HEAD.size : at + _HEAD.size + size]) == int(crc)


def _opened(
    cipher: AESGCM, stream: str, content: bytes | memoryview, place: tuple[int, int]
) -> bytes | None:
    body = bytes(content[place[0] + _HEAD.size : place[1] - _TAIL.size])
    try:
        return cipher.decrypt(body[:_NONCE], body[_NONCE:], stream.encode())
    except InvalidTag:
        return None
