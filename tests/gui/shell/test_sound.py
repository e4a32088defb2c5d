"""Recording and playing: real samples through the real classes, whatever devices there are."""

import io
import math
import struct
import wave

import pytest
from PySide6.QtCore import QBuffer, QIODevice

from app.shell import microphone, sound
from app.shell.loudspeaker import Loudspeaker
from app.shell.microphone import Microphone
from app.shell.sound import Coming

pytestmark = pytest.mark.qt_log_ignore(
    "^Couldn.t (load|resolve) ",  # optional libraries of Qt's multimedia
    "^PulseAudioService",  # no sound server here
)
RATE = 16_000


def tone(seconds=1.0, loud=12_000):
    count = int(seconds * RATE)
    return struct.pack(f"<{count}h", *(round(loud * math.sin(n * 0.2)) for n in range(count)))


class Device(QBuffer):
    """A microphone's device: what is fed to it can be read, and it says so."""

    def __init__(self):
        super().__init__()
        self.open(QIODevice.OpenModeFlag.ReadWrite)

    def feed(self, data):
        place = self.pos()
        self.buffer().append(data)
        self.seek(place)
        self.readyRead.emit()


@pytest.fixture
def device(qapp):
    return Device()


def recording(device, limit=1_000_000):
    made = Microphone("voice-only", limit)
    made.listen(device)
    return made


def frames(data):
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return file.readframes(file.getnframes())


def test_what_is_heard_is_the_wav_file_to_the_sample(device):
    made = recording(device)
    device.feed(tone(0.5))
    device.feed(tone(0.25))
    assert made.seconds == pytest.approx(0.75)
    assert frames(made.stop()) == tone(0.5) + tone(0.25)
    assert made.state == "off"


def test_nothing_is_kept_of_a_pause(device):
    made = recording(device)
    device.feed(tone(0.5))
    made.pause()
    device.feed(tone(0.5, loud=3000))
    assert (made.state, made.seconds) == ("paused", 0.5)
    made.go_on()
    device.feed(tone(0.25))
    assert frames(made.stop()) == tone(0.5) + tone(0.25)


def test_the_level_is_told_while_it_records(device, qtbot):
    made = recording(device)
    with qtbot.waitSignal(made.heard) as heard:
        device.feed(tone(0.1, loud=16_384))
    assert heard.args == [pytest.approx(0.5, abs=0.01)]


def test_it_stops_by_itself_at_the_bound_and_keeps_what_was_heard(device):
    made = recording(device, limit=20_044)
    device.feed(tone(2.0))
    assert made.state == "full"
    data = made.stop()
    assert len(data) == 20_044
    assert frames(data) == tone(2.0)[:20_000]


def test_nothing_heard_is_nothing_kept(device):
    assert recording(device).stop() == b""


def test_a_machine_without_a_microphone_says_so(qapp):
    if microphone.there_is_one():
        pytest.skip("this machine has a microphone")
    made = Microphone("normal", 1_000_000)
    made.start()
    assert (made.state, made.stop()) == ("none", b"")


@pytest.mark.parametrize(
    ("coming", "given"),
    [
        (Coming(RATE, 1, "i2"), struct.pack("<3h", 0, 16_384, -16_384)),
        (Coming(RATE, 2, "i2"), struct.pack("<6h", 0, 9, 16_384, 9, -16_384, 9)),
        (Coming(RATE, 1, "u1"), bytes([128, 192, 64])),
        (Coming(RATE, 1, "i4"), struct.pack("<3i", 0, 16_384 << 16, -16_384 << 16)),
        (Coming(RATE, 2, "f4"), struct.pack("<6f", 0, 1, 0.50002, 1, -0.50002, 1)),
    ],
)
def test_every_way_samples_come_becomes_one_channel(coming, given):
    assert struct.unpack("<3h", sound.plain(given, coming)) == (0, 16_384, -16_384)


def test_a_sample_out_of_range_does_not_turn_over():
    loud = sound.plain(struct.pack("<2f", 7.0, -7.0), Coming(RATE, 1, "f4"))
    assert struct.unpack("<2h", loud) == (32_767, -32_767)


def test_the_loudest_sample_is_the_level():
    assert sound.level(struct.pack("<3h", 0, 100, -32_768)) == 1.0
    assert sound.level(b"") == 0.0


def test_the_quality_a_form_asks_for_sets_the_rate():
    assert sound.rate_of("voice-only") < sound.rate_of("low") < sound.rate_of("normal")
    assert sound.rate_of("external") == sound.rate_of("normal")


def test_a_loudspeaker_is_silent_where_there_is_none(qapp):
    speaker = Loudspeaker()
    speaker.load(sound.wav(tone(0.2), RATE))
    assert speaker.state in {"none", "off"}
    speaker.toggle()
    speaker.stop()
