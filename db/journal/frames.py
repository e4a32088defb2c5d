"""Frames: how operations lie in the second journal, readable from both ends.

One frame is ``length u32 | crc32 u32 | nonce 12 | AES-256-GCM(operation bytes) | length u32``,
big-endian, the length being that of nonce and ciphertext. The trailing length finds the last
frame without reading the file; the CRC tells a torn tail from a wrong key.
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
    """Yield the frames from the beginning; stops at the first torn one.

    The end of the last frame yielded is where a torn tail begins.
    """
    at = 0
    while (frame := _at(cipher, stream, content, at)) is not None:
        yield frame
        at = frame.end


def last(cipher: AESGCM, stream: str, content: bytes | memoryview) -> Frame | None:
    """Return the last frame when the file ends exactly with a good one, else None."""
    if len(content) < OVERHEAD:
        return None
    (size,) = _TAIL.unpack_from(content, len(content) - _TAIL.size)
    frame = _at(cipher, stream, content, len(content) - OVERHEAD - size)
    return frame if frame is not None and frame.end == len(content) else None


def _at(cipher: AESGCM, stream: str, content: bytes | memoryview, at: int) -> Frame | None:
    if at < 0 or at + OVERHEAD > len(content):
        return None
    size, crc = _HEAD.unpack_from(content, at)
    end = at + OVERHEAD + size
    if size < _NONCE or end > len(content) or _TAIL.unpack_from(content, end - 4) != (size,):
        return None
    body = bytes(content[at + _HEAD.size : end - _TAIL.size])
    if zlib.crc32(body) != crc:
        return None
    try:
        data = cipher.decrypt(body[:_NONCE], body[_NONCE:], stream.encode())
    except InvalidTag:
        return Frame(at, end, None)
    return Frame(at, end, data)
