"""What time it is, how sure we are, and word of waking and of midnight."""

from __future__ import annotations

import sys
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, QTimeZone, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")
JUMP = timedelta(minutes=2)
SLEPT = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Reading:
    """All clocks of the machine read at once.

    `monotonic` and `running` are nanoseconds; the first goes on while the machine
    sleeps, the second does not (where the system tells them apart). They can be
    compared only between readings with the same `boot`.
    """

    utc: datetime
    zone: str
    monotonic: int
    running: int
    boot: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the clock is not believed: `behind` the last operation, or it `jumped`.

    `by` is how far: positive when the clock is ahead of what it should be.
    """

    code: str
    by: timedelta


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


@lru_cache(maxsize=1)
def boot_id() -> str:
    """Name this run of the machine; where the system gives none, this run of the program."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return str(uuid.uuid4())


def zone_name() -> str:
    """Return the IANA name of the machine's time zone."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace") or "UTC"


def read_clocks() -> Reading:
    """Read every clock of the machine."""
    running = time.monotonic_ns()
    monotonic = time.clock_gettime_ns(time.CLOCK_BOOTTIME) if sys.platform == "linux" else running
    return Reading(now(), zone_name(), monotonic, running, boot_id())


def doubt(
    reading: Reading, last_operation: datetime | None = None, earlier: Reading | None = None
) -> Doubt | None:
    """Compare a reading with the newest operation in the store and an earlier reading.

    A deadline counted on a doubtful clock must say so; the order of operations never
    depends on it.
    """
    if last_operation is not None and reading.utc < last_operation:
        return Doubt("behind", reading.utc - last_operation)
    if earlier is not None and earlier.boot == reading.boot:
        passed = timedelta(microseconds=(reading.monotonic - earlier.monotonic) / 1000)
        by = (reading.utc - earlier.utc) - passed
        if abs(by) > JUMP:
            return Doubt("jumped", by)
    return None


class ClockWatch(QObject):
    """Looks at the clocks every half minute.

    Signals:
        midnight: the new `date` at the office, when the day changes.
        woke: the `timedelta` the machine slept.
        doubted: a `Doubt`, when the wall clock jumped against the monotonic one.
    """

    midnight = Signal(object)
    woke = Signal(object)
    doubted = Signal(object)

    def __init__(
        self, read: Callable[[], Reading] = read_clocks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._last = read()
        self._timer = QTimer(self)
        self._timer.setInterval(30_000)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Read the clocks now and tell what happened since the last look."""
        last, reading = self._last, self._read()
        self._last = reading
        slept = _slept(last, reading)
        if slept >= SLEPT:
            self.woke.emit(slept)
        found = doubt(reading, earlier=last)
        if found is not None:
            self.doubted.emit(found)
        today = reading.utc.astimezone(OFFICE_ZONE).date()
        if today != last.utc.astimezone(OFFICE_ZONE).date():
            self.midnight.emit(today)


def _slept(last: Reading, reading: Reading) -> timedelta:
    """Say how long the machine slept between two looks."""
    passed = reading.monotonic - last.monotonic
    ran = reading.running - last.running
    if passed == ran:  # the system does not tell them apart: a late look means sleep
        return timedelta(microseconds=passed / 1000) - timedelta(seconds=30)
    return timedelta(microseconds=(passed - ran) / 1000)
