"""Playing kept sound from memory, so that no plain copy of it touches the disk."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

log = logging.getLogger(__name__)


class Loudspeaker(QObject):
    """One sound to play.

    ``state`` is ``none`` (nothing to play it on), ``off``, ``playing``, ``paused`` or ``failed``.

    Signals:
        changed: The new state, a str.
        moved: How many seconds have been played, and of how many.
    """

    changed = Signal(object)
    moved = Signal(float, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "off"
        self._data: QBuffer | None = None
        self._player: QMediaPlayer | None = None

    def load(self, data: bytes) -> None:
        """Get a sound ready."""
        self.stop()
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer
        except ImportError as error:  # a system library it needs is missing
            log.info("no sound can be played: %s", error)
            self._become("none")
            return
        if not QMediaDevices.audioOutputs():
            self._become("none")
            return
        self._data = QBuffer(self)
        self._data.setData(QByteArray(data))
        self._data.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(QAudioOutput(self._player))
        self._player.positionChanged.connect(self._tell)
        self._player.durationChanged.connect(self._tell)
        self._player.playbackStateChanged.connect(self._follow)
        self._player.errorOccurred.connect(self._fail)
        self._player.setSourceDevice(self._data, QUrl("sound.wav"))
        self._become("off")

    def toggle(self) -> None:
        """Play, or pause what is playing."""
        if self._player is not None:
            self._player.pause() if self.state == "playing" else self._player.play()

    def stop(self) -> None:
        """Be silent and let go of the sound."""
        player, self._player = self._player, None
        if player is not None:
            player.stop()
            player.deleteLater()
            self._become("off")
        if self._data is not None:
            self._data.deleteLater()
            self._data = None

    @Slot()
    def _tell(self) -> None:
        if self._player is not None:
            self.moved.emit(self._player.position() / 1000, self._player.duration() / 1000)

    @Slot()
    def _follow(self) -> None:
        if self._player is not None:
            from PySide6.QtMultimedia import QMediaPlayer

            states = QMediaPlayer.PlaybackState
            names = {states.PlayingState: "playing", states.PausedState: "paused"}
            self._become(names.get(self._player.playbackState(), "off"))

    @Slot(object, str)
    def _fail(self, error: object, said: str) -> None:
        log.warning("the sound cannot be played: %s %s", error, said)
        self._become("failed")

    def _become(self, state: str) -> None:
        if state != self.state or state == "none":
            self.state = state
            self.changed.emit(state)
