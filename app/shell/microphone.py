"""The microphone: which there is, and what it hears while it is recorded.

QtMultimedia is loaded when it is first asked for. The samples stay in memory until they are kept
encrypted: Qt's own recorder writes a plain file to the disk, and sound of people is not left there.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject, Signal, Slot

from app.shell import sound
from app.shell.sound import Coming

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSource

log = logging.getLogger(__name__)


def there_is_one() -> bool:
    """Whether this machine has a microphone that can be used."""
    return _device() is not None


class Microphone(QObject):
    """One recording.

    ``state`` is ``none`` (no microphone), ``off``, ``recording``, ``paused``, ``full`` or
    ``failed``; a full or failed one has kept what it heard until then.

    Signals:
        changed: The new state, a str.
        heard: How loud it is, 0 to 1, several times a second.
    """

    changed = Signal(object)
    heard = Signal(float)

    def __init__(self, quality: str, limit: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "off"
        self._coming = Coming(sound.rate_of(quality))
        self._most = sound.most(limit)
        self._samples = bytearray()
        self._source: QAudioSource | None = None
        self._device: QIODevice | None = None

    @property
    def seconds(self) -> float:
        """How much has been recorded."""
        return sound.seconds(len(self._samples), self._coming.rate)

    @property
    def most_seconds(self) -> float:
        """How much can be recorded."""
        return sound.seconds(self._most, self._coming.rate)

    def start(self) -> None:
        """Begin anew; what was recorded before is let go."""
        self._close()
        self._samples.clear()
        device = _device()
        if device is None:
            self._become("none")
            return
        from PySide6.QtMultimedia import QAudioSource

        wanted = _format(device, self._coming.rate)
        self._coming = Coming(wanted.sampleRate(), wanted.channelCount(), _kind(wanted))
        self._source = QAudioSource(device, wanted, self)
        opened: QIODevice | None = self._source.start()
        if opened is None:
            log.warning("the microphone does not open: %s", self._source.error())
            self._become("failed")
            return
        self._source.stateChanged.connect(self._watch)
        self.listen(opened)

    def listen(self, device: QIODevice) -> None:
        """Record what a device gives from now on."""
        self._device = device
        device.readyRead.connect(self._read)
        self._become("recording")

    def pause(self) -> None:
        """Hear nothing for a while."""
        if self.state == "recording":
            self._read()
            if self._source is not None:
                self._source.suspend()
            self._become("paused")

    def go_on(self) -> None:
        """Record again after a pause."""
        if self.state == "paused":
            if self._device is not None:
                self._device.readAll()  # what came meanwhile was not to be heard
            if self._source is not None:
                self._source.resume()
            self._become("recording")

    def stop(self) -> bytes:
        """End it; gives the WAV file, or nothing when nothing was heard."""
        if self.state == "recording":
            self._read()
        self._close()
        if self.state in {"recording", "paused"}:
            self._become("off")
        return sound.wav(bytes(self._samples), self._coming.rate) if self._samples else b""

    @Slot()
    def _read(self) -> None:
        if self._device is None or self.state != "recording":
            return
        new = sound.plain(bytes(self._device.readAll().data()), self._coming)
        room = self._most - len(self._samples)
        self._samples += new[:room]
        if new:
            self.heard.emit(sound.level(new))
        if len(new) >= room:
            self._close()
            self._become("full")

    @Slot(object)
    def _watch(self, state: object) -> None:
        from PySide6.QtMultimedia import QtAudio

        stopped = state == QtAudio.State.StoppedState
        if stopped and self._source is not None and self._source.error() != QtAudio.Error.NoError:
            log.warning("the microphone failed: %s", self._source.error())
            self._close()
            self._become("failed")

    def _close(self) -> None:
        source, self._source, self._device = self._source, None, None
        if source is not None:
            source.stop()
            source.deleteLater()

    def _become(self, state: str) -> None:
        self.state = state
        self.changed.emit(state)


def _device() -> QAudioDevice | None:
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:  # a system library it needs is missing
        log.info("no microphone can be used: %s", error)
        return None
    device = QMediaDevices.defaultAudioInput()
    return None if device.isNull() else device


def _format(device: QAudioDevice, rate: int) -> QAudioFormat:
    """One channel of 16-bit samples where the microphone gives that, else what it gives."""
    from PySide6.QtMultimedia import QAudioFormat

    wanted = QAudioFormat()
    wanted.setSampleRate(rate)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted if device.isFormatSupported(wanted) else device.preferredFormat()


def _kind(found: QAudioFormat) -> str:
    from PySide6.QtMultimedia import QAudioFormat

    kinds = QAudioFormat.SampleFormat
    known = {kinds.UInt8: "u1", kinds.Int16: "i2", kinds.Int32: "i4", kinds.Float: "f4"}
    return known.get(found.sampleFormat(), "i2")
