"""The clock: its doubts, a night's sleep, a midnight."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.shell.clock import ClockWatch, Doubt, boot_id, doubt, read_clocks

NOON = datetime(2026, 9, 16, 4, 0, tzinfo=UTC)


def later(reading, *, wall, machine, awake=None):
    """Return the reading after some time by the wall, by the machine, and awake."""
    return replace(
        reading,
        utc=reading.utc + wall,
        monotonic=reading.monotonic + machine // timedelta(microseconds=1) * 1000,
        running=reading.running + (awake or machine) // timedelta(microseconds=1) * 1000,
    )


def start():
    return replace(read_clocks(), utc=NOON)


def test_all_clocks_are_read():
    """Every operation stores them."""
    reading = read_clocks()
    assert reading.utc.tzinfo is UTC
    assert reading.zone
    assert reading.boot == boot_id() != ""
    assert read_clocks().monotonic >= reading.monotonic


def test_a_clock_before_the_last_operation_is_doubted():
    """A flat battery takes laptops back to 2015; deadlines would be counted from there."""
    assert doubt(start(), NOON + timedelta(seconds=1)) == Doubt("behind", timedelta(seconds=-1))
    assert doubt(start(), NOON) is None


def test_a_clock_set_forward_or_back_while_running_is_doubted():
    """More than two minutes against the monotonic clock is no drift."""
    one, minute = start(), timedelta(minutes=1)
    forward = later(one, wall=10 * minute, machine=minute)
    back = later(one, wall=-10 * minute, machine=minute)
    drift = later(one, wall=2 * minute, machine=minute)
    assert doubt(forward, earlier=one) == Doubt("jumped", 9 * minute)
    assert doubt(back, earlier=one) == Doubt("jumped", -11 * minute)
    assert doubt(drift, earlier=one) is None


def test_a_restart_is_no_jump():
    """The monotonic clock begins again with every boot."""
    one = start()
    other = replace(later(one, wall=timedelta(days=1), machine=timedelta(0)), boot="another")
    assert doubt(other, earlier=one) is None


class Diary:
    """Feeds the watch one reading after another and notes what it tells."""

    def __init__(self, *readings):
        self.readings = list(readings)
        self.told = []
        self.watch = ClockWatch(lambda: self.readings.pop(0))
        self.watch.midnight.connect(self.told.append)
        self.watch.woke.connect(self.told.append)
        self.watch.doubted.connect(self.told.append)
        while self.readings:
            self.watch.look()


def test_a_quiet_half_minute_tells_nothing(qapp):
    """No news is no signal."""
    one, half = start(), timedelta(seconds=30)
    assert Diary(one, later(one, wall=half, machine=half)).told == []


def test_a_night_with_the_lid_closed_is_a_wake_and_a_midnight(qapp):
    """Today's list must not show yesterday, and a sleep is no doubt."""
    one, night = start(), timedelta(hours=14)
    morning = later(one, wall=night, machine=night, awake=timedelta(seconds=20))
    assert Diary(one, morning).told == [night - timedelta(seconds=20), date(2026, 9, 17)]


def test_midnight_is_the_offices(qapp):
    """Shanghai's day begins at 16:00 UTC."""
    before = replace(start(), utc=datetime(2026, 9, 16, 15, 59, 50, tzinfo=UTC))
    half = timedelta(seconds=30)
    assert Diary(before, later(before, wall=half, machine=half)).told == [date(2026, 9, 17)]


def test_a_clock_set_while_the_program_runs_is_told(qapp):
    """The status line says it at once."""
    one = start()
    other = later(one, wall=timedelta(hours=1), machine=timedelta(seconds=30))
    (told,) = Diary(one, other).told
    assert told.code == "jumped"
