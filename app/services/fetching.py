"""A file of the hub's that never changes, fetched whole: only the rest of it after a cut."""

import hashlib
from collections.abc import Callable

from app.services.transport import LinkError
from db.journal import wire

CUT = frozenset({"offline", "untrusted", "session", "revoked"})
"""What is wrong with the line or the speaker, and not with what was asked for."""


def whole(fetch: Callable[[bytes, bytearray], None], sha256: bytes, size: int) -> bytes | None:
    """Return the file of a hash and size; None when the hub has not got it so.

    ``fetch`` appends what comes of it from where the bytes end.

    Raises:
        LinkError: the line was cut before any of it came.
    """
    data = bytearray()
    while len(data) < min(size, wire.MOST_BODY):
        before = len(data)
        try:
            fetch(sha256, data)
        except LinkError as error:
            if error.code == "offline" and len(data) > before:
                continue
            if error.code in CUT:
                raise
            return None
        if len(data) == before:
            break
    return bytes(data) if hashlib.sha256(data).digest() == sha256 else None
