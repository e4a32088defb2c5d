"""Identifiers: UUIDv7 (RFC 9562), so that new rows land at the end of every index."""

import re
import secrets
import threading
import time

_CANONICAL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a new UUIDv7 as canonical text; ids made later in this process sort later.

    The 12 bits after the millisecond count within it (RFC 9562, method 1), 62 bits are random.
    """
    global _last  # noqa: PLW0603 - the one counter that makes ids of one millisecond ordered
    with _lock:
        stamp = (time.time_ns() // 1_000_000) << 12
        _last = max(stamp, _last + 1)
        head = _last
    number = (head >> 12) << 80 | 0x7 << 76 | (head & 0xFFF) << 64 | 0b10 << 62
    text = f"{number | secrets.randbits(62):032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_id(text: str) -> bool:
    """Tell whether the text is a canonical UUID."""
    return _CANONICAL.fullmatch(text) is not None
