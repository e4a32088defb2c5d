"""Recorded sound: 16-bit samples of one channel, how loud they are, and the WAV file of them."""

import io
import sys
import wave
from array import array
from dataclasses import dataclass

RATES = {"voice-only": 16_000, "low": 22_050, "normal": 44_100}
"""Samples a second by what a form asks for; one minute at 16,000 is 1.9 MB."""

WIDTH = 2
_HEADER = 44
LONGEST_SAMPLE = 32_768


@dataclass(frozen=True, slots=True)
class Coming:
    """How samples come from a microphone: ``kind`` is ``u1 i2 i4 f4``, interleaved channels."""

    rate: int
    channels: int = 1
    kind: str = "i2"


def rate_of(quality: str) -> int:
    """The samples a second of a form's ``quality``; what is not known is taken as normal."""
    return RATES.get(quality, RATES["normal"])


def plain(data: bytes, coming: Coming) -> bytes:
    """The first channel as 16-bit samples, low byte first."""
    if coming.kind == "i2" and coming.channels == 1:
        return data
    codes = {"u1": "B", "i2": "h", "i4": "i", "f4": "f"}
    samples = array(codes[coming.kind])
    samples.frombytes(data[: len(data) - len(data) % samples.itemsize])
    first = samples[:: coming.channels]
    match coming.kind:
        case "u1":
            made = array("h", ((one - 128) << 8 for one in first))
        case "i4":
            made = array("h", (one >> 16 for one in first))
        case "f4":
            made = array("h", (round(max(-1.0, min(1.0, one)) * 32_767) for one in first))
        case _:
            made = first
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def level(data: bytes) -> float:
    """How loud the loudest sample is, 0 to 1."""
    samples = array("h")
    samples.frombytes(data[: len(data) - len(data) % WIDTH])
    if not samples:
        return 0.0
    highest, lowest = max(samples), min(samples)
    return max(highest, -lowest) / LONGEST_SAMPLE


def seconds(size: int, rate: int) -> float:
    """How long so many bytes of samples sound."""
    return size / (rate * WIDTH)


def wav(data: bytes, rate: int) -> bytes:
    """The samples as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(WIDTH)
        file.setframerate(rate)
        file.writeframes(data[: len(data) - len(data) % WIDTH])
    return out.getvalue()


def length(data: bytes) -> float | None:
    """How many seconds a WAV file sounds; None when it is none."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            return float(file.getnframes() / file.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return None


def most(limit: int) -> int:
    """How many bytes of samples a file of so many bytes holds."""
    return limit - _HEADER
