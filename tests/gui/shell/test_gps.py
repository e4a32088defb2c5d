"""A receiver read over a real pseudo-terminal: positions, patience, and lines nobody wrote well."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from app.shell import gps, nmea
from app.shell.gps import Receiver
from tests.gui.receiver_kit import Wire, fixed, sealed, void


@pytest.fixture
def wire():
    line = Wire()
    yield line
    line.cut()


@pytest.fixture
def receiver(qapp):
    made = Receiver()
    yield made
    made.stop()
    QTest.qWait(1)


@pytest.fixture
def speak(qapp, wire):
    """Say something again and again, with the second it is said at."""
    timer = QTimer()

    def begin(words, every=40):
        second = iter(range(10_000))
        timer.timeout.connect(lambda: wire.say(words(next(second))))
        timer.start(every)

    yield begin
    timer.stop()


def states(receiver):
    told = []
    receiver.changed.connect(told.append)
    return told


def test_a_position_comes_with_altitude_and_accuracy(qtbot, receiver, wire, speak):
    """Five metres for each point of HDOP."""
    speak(fixed)
    told = states(receiver)
    with qtbot.waitSignal(receiver.found) as found:
        receiver.start(wire.name, search=False)
    assert found.args[0].text == "35.05 118.35 61 4.5"
    assert told == ["looking", "waiting", "found"]
    assert receiver.port == wire.name


def test_a_receiver_without_satellites_is_waited_for_and_then_given_up(
    qtbot, receiver, wire, speak
):
    speak(void)
    told = states(receiver)
    receiver.start(wire.name, search=False, seconds=0.6)
    qtbot.waitUntil(lambda: receiver.state == "late")
    assert told == ["looking", "waiting", "late"]


def test_a_position_that_comes_at_last_is_not_late(qtbot, receiver, wire, speak):
    speak(lambda second: void(second) if second < 8 else fixed(second))
    told = states(receiver)
    with qtbot.waitSignal(receiver.found):
        receiver.start(wire.name, search=False, seconds=5)
    assert told == ["looking", "waiting", "found"]


@pytest.mark.parametrize("quality", ["0", "6", "7", "8"])
def test_a_guessed_position_is_none(qtbot, receiver, wire, speak, quality):
    """Dead reckoning, a typed position, a simulation: nothing of that was measured here."""
    speak(lambda second: fixed(second, quality=quality))
    heard = []
    receiver.found.connect(heard.append)
    receiver.start(wire.name, search=False, seconds=0.5)
    qtbot.waitUntil(lambda: receiver.state in {"late", "found"})
    assert (receiver.state, heard) == ("late", [])


def test_a_wrong_checksum_is_not_believed(qtbot, receiver, wire, speak, monkeypatch):
    monkeypatch.setattr(gps, "PATIENCE", 120)
    speak(lambda second: fixed(second).replace(b"3503", b"3603"))
    receiver.start(wire.name, search=False)
    qtbot.waitUntil(lambda: receiver.state == "silent")


def test_a_silent_port_is_asked_at_every_rate_and_given_up(qtbot, receiver, wire, monkeypatch):
    monkeypatch.setattr(gps, "PATIENCE", 60)
    asked = []
    monkeypatch.setattr(
        receiver,
        "_open",
        lambda name, rate, real=receiver._open: asked.append(rate) or real(name, rate),
    )
    receiver.start(wire.name, search=False)
    qtbot.waitUntil(lambda: receiver.state == "silent")
    assert asked == list(gps.RATES)


def test_no_port_is_told_at_once(receiver):
    told = states(receiver)
    receiver.start("/dev/nothing-here", search=False)
    assert told == ["looking", "none"]


def test_pulling_the_plug_is_noticed(qtbot, receiver, wire, speak):
    speak(void)
    receiver.start(wire.name, search=False)
    qtbot.waitUntil(lambda: receiver.state == "waiting")
    wire.cut()
    qtbot.waitUntil(lambda: receiver.state == "lost")


def test_a_stopped_receiver_says_nothing_more(qtbot, receiver, wire, speak):
    speak(fixed)
    heard = []
    receiver.found.connect(heard.append)
    receiver.start(wire.name, search=False)
    qtbot.waitUntil(lambda: bool(heard))
    receiver.stop()
    before = len(heard)
    QTest.qWait(200)
    assert (len(heard), receiver.state) == (before, "off")


def test_a_stopped_receiver_is_not_late_afterwards(qtbot, receiver, wire, speak):
    speak(void)
    receiver.start(wire.name, search=False, seconds=0.3)
    qtbot.waitUntil(lambda: receiver.state == "waiting")
    receiver.stop()
    QTest.qWait(400)
    assert receiver.state == "off"


FIELD = st.text("0123456789.,-+NSEWAVM$* \x00é", max_size=12)
LINES = st.one_of(
    st.binary(max_size=300),
    st.lists(FIELD, max_size=20).map(
        lambda parts: ("$GNGGA," + ",".join(parts)).encode() + b"\r\n"
    ),
    st.tuples(
        st.sampled_from(["GNGGA", "GPRMC", "GNGSA", "GPGLL", "GPVTG", "GPZDA", "PUBX"]),
        st.lists(FIELD, max_size=20),
    ).map(lambda made: sealed(made[0] + "," + ",".join(made[1]).replace("*", ""))),
)


def test_hostile_lines_neither_break_it_nor_make_up_a_place(qtbot, receiver, wire):
    """Behind any noise the next good second is understood."""
    found = []
    receiver.found.connect(found.append)
    wire.say(void())
    receiver.start(wire.name, search=False)

    @settings(
        max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.lists(LINES, max_size=8))
    def throw(lines):
        wire.say(b"".join(lines))
        QTest.qWait(1)

    throw()
    assert all(-90 <= one.latitude <= 90 and -180 <= one.longitude <= 180 for one in found)
    found.clear()
    for second in range(20):
        wire.say(b"\r\n" + fixed(second))
        QTest.qWait(20)
    qtbot.waitUntil(lambda: any(one.text.startswith("35.05 118.35") for one in found))


def test_a_line_without_end_is_thrown_away_and_what_follows_is_understood(qtbot, receiver, wire):
    """A printer on the same port may send a picture; memory is bounded and the ear stays open."""
    wire.say(void())
    receiver.start(wire.name, search=False)
    for _ in range(60):
        wire.say(b"x" * 4000)
        QTest.qWait(1)
    assert receiver._serial.bytesAvailable() <= gps.BUFFER
    with qtbot.waitSignal(receiver.found):
        for second in range(20):
            wire.say(b"\r\n" + fixed(second))
            QTest.qWait(20)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_sentence_or_none(line):
    assert isinstance(nmea.sentence(line), str)


def test_a_sentence_needs_its_checksum():
    line = sealed("GNRMC,1,2")
    assert nmea.sentence(line) == "GNRMC,1,2"
    assert nmea.sentence(b"noise" + line) == "GNRMC,1,2"
    assert nmea.sentence(line.replace(b"1,2", b"1,3")) == ""
    assert nmea.sentence(b"$GNRMC,1,2") == ""
