"""Clocks: the hybrid logical clock, and UTC times as the text the store keeps.

HLC is 48 bits of milliseconds and 16 bits of counter. It orders what one author has seen and
never refuses anything: a wrong wall clock is recorded, not trusted.
"""

import datetime as dt

COUNTER_BITS = 16
_AHEAD_MS = 5 * 60 * 1000


def to_text(moment: dt.datetime) -> str:
    """Return an aware moment as UTC text with milliseconds: ``2026-09-16T05:52:41.123Z``."""
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def from_text(text: str) -> dt.datetime:
    """Return the aware UTC moment written by ``to_text``."""
    return dt.datetime.fromisoformat(text)


def milliseconds(moment: dt.datetime) -> int:
    """Return the moment as whole milliseconds since 1970."""
    return int(moment.timestamp() * 1000)


def from_milliseconds(wall_ms: int) -> dt.datetime:
    """Return the aware UTC moment of ``milliseconds``; the nearest there is for one far off."""
    most = 253_402_300_799_000  # the end of the year 9999
    return dt.datetime.fromtimestamp(min(max(wall_ms, 0), most) / 1000, dt.UTC)


def hlc_text(hlc: int) -> str:
    """Return the moment in an HLC as ``to_text`` writes it."""
    return to_text(from_milliseconds(hlc >> COUNTER_BITS))


def send(last: int, wall_ms: int) -> int:
    """Return the HLC of a new operation: after everything seen, near the wall clock."""
    return max(wall_ms << COUNTER_BITS, last + 1)


def receive(last: int, remote: int, hub_now_ms: int) -> int:
    """Return the HLC after seeing another's; one running far ahead cannot drag us with it."""
    return max(last, min(remote, (hub_now_ms + _AHEAD_MS) << COUNTER_BITS))
