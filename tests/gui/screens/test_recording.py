"""The recording dialogue over a real WAV made of real samples, without a device."""

import pytest
from PySide6.QtTest import QTest

from app.screens.record_dialog import RecordDialog
from app.shell.microphone import Microphone
from app.shell.theme import Theme
from tests.gui.shell.test_sound import Device, frames, tone

pytestmark = pytest.mark.qt_log_ignore(
    "^Couldn.t (load|resolve) ",  # optional libraries of Qt's multimedia
    "^PulseAudioService",  # no sound server here
)


class Told(list):
    """What the dialogue hands over."""

    def take(self, data, length):
        self.append((data, length))


@pytest.fixture
def shown(qtbot, qapp):
    """The dialogue, the device its microphone hears, and what it hands over."""
    dialog = RecordDialog(Theme("light"), Microphone("voice-only", 200_000))
    qtbot.addWidget(dialog)
    dialog.device = Device()
    dialog.told = Told()
    dialog.recorded.connect(dialog.told.take)
    dialog.show()
    return dialog


def visible(dialog):
    ways = ("record", "pause", "stop", "play")
    return {name for name in ways if not getattr(dialog, name).isHidden()}


def test_nothing_is_recorded_before_it_is_asked_for(shown):
    assert visible(shown) == {"record"}
    assert not shown.keep.isEnabled()
    assert shown._microphone.state == "off"


def test_recording_shows_itself_with_word_level_and_time(shown):
    before = shown._said.text()
    shown._microphone.listen(shown.device)
    shown.device.feed(tone(2.0))
    assert visible(shown) == {"pause", "stop"}
    assert shown._said.text() != before
    assert shown._time.text() == "0:02"
    assert shown._level.level > 0.3


def test_a_recording_is_paused_stopped_and_kept(shown):
    shown._microphone.listen(shown.device)
    shown.device.feed(tone(1.0))
    shown.pause.click()
    shown.device.feed(tone(1.0, loud=100))
    shown.pause.click()
    shown.device.feed(tone(1.0))
    shown.stop.click()
    assert shown._level.level == 0
    shown.keep.click()
    ((data, length),) = shown.told
    assert (frames(data), length) == (tone(1.0) + tone(1.0), "0:02")
    assert shown.isHidden()


def test_a_touch_of_the_button_keeps_nothing(shown):
    shown._microphone.listen(shown.device)
    shown.device.feed(tone(0.1))
    shown.stop.click()
    assert not shown.keep.isEnabled()


def test_escape_in_the_middle_ends_it_and_only_the_next_lets_go(shown):
    """A slip of the hand must not cost twenty minutes of a statement."""
    shown._microphone.listen(shown.device)
    shown.device.feed(tone(2.0))
    shown.reject()
    assert not shown.isHidden()
    assert shown._microphone.state == "off"
    assert shown.keep.isEnabled()
    shown.reject()
    assert shown.isHidden()
    assert shown.told == []


def test_the_cross_of_the_window_loses_no_recording_either(shown):
    shown._microphone.listen(shown.device)
    shown.device.feed(tone(2.0))
    shown.close()
    assert not shown.isHidden()
    assert shown._microphone.state == "off"
    assert shown.keep.isEnabled()
    shown.close()
    assert shown.isHidden()


def test_a_recording_that_reaches_the_bound_is_kept_and_said(shown):
    shown._microphone.listen(shown.device)
    shown.device.feed(tone(10.0))
    QTest.qWait(1)
    assert shown._microphone.state == "full"
    assert shown.keep.isEnabled()
    assert visible(shown) - {"play"} == {"record"}
    shown.keep.click()
    assert len(frames(shown.told[0][0])) == 200_000 - 44
