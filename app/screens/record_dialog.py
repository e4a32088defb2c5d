"""Recording with the microphone: level and time in view, pause, listen, then keep or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.screens.desk import Note
from app.screens.sentences import sentence
from app.shell.loudspeaker import Loudspeaker
from app.widgets.buttons import Button
from app.widgets.dialog import DialogFrame
from app.widgets.labels import Icon, Label
from app.widgets.level import LevelLine

if TYPE_CHECKING:
    from app.shell.microphone import Microphone
    from app.shell.theme import Theme

SHORT: Final = 0.3  # seconds: less is a slip of the hand
NEAR_END: Final = 60.0  # seconds left from which on they are counted


def no_microphone() -> Note:
    """The message that there is no microphone, and what to do."""
    bold, body = sentence("no-microphone", {})
    return Note("warning", bold, body, id="no-microphone")


def clock_words(seconds: float) -> str:
    """Minutes and seconds, 2:05."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


class RecordDialog(DialogFrame):
    """Nothing is recorded before Record is pressed, and what is recorded is in view all the time.

    Signals:
        recorded: The WAV bytes and how long they sound, as ``m:ss``.
    """

    recorded = Signal(object, str)

    def __init__(self, theme: Theme, microphone: Microphone, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", width=560, parent=parent)
        title = self.tr("Record")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._microphone = microphone
        microphone.setParent(self)
        self._speaker = Loudspeaker(self)
        self._data = b""
        self._length = 0.0
        self._mark = Icon(theme, "microphone", 24, "faint")
        self._said = Label(theme, "", "strong")
        self._time = Label(theme, clock_words(0), "title")
        self._time.setFont(theme.figures("title"))
        self._level = LevelLine(theme, self.tr("Loudness"))
        self._hint = Label(theme, "", "small", "muted", wrap=True)
        self.record = Button(theme, self.tr("Record"), "secondary", "microphone")
        self.pause = Button(theme, self.tr("Pause"), "secondary", "pause")
        self.stop = Button(theme, self.tr("Stop"), "secondary", "stop")
        self.play = Button(theme, self.tr("Listen"), "secondary", "play")
        self._lay_out()
        self.add_leave(self.tr("Cancel; keep nothing"))
        self.keep = self.add_act(self.tr("Keep the recording"), "primary", "tick")
        self._connect()
        self._follow()
        self.record.setFocus()

    def _lay_out(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._said, 1)
        row.addWidget(self._time)
        acts = QWidget()
        line = QHBoxLayout(acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for button in (self.record, self.pause, self.stop, self.play):
            line.addWidget(button)
        line.addStretch(1)
        for part in (head, self._level, acts, self._hint):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.record.clicked.connect(self._record)
        self.pause.clicked.connect(self._pause)
        self.stop.clicked.connect(self._stop)
        self.play.clicked.connect(self._speaker.toggle)
        self.keep.clicked.connect(self._keep)
        self._microphone.changed.connect(self._follow)
        self._microphone.heard.connect(self._hear)
        self._speaker.changed.connect(self._follow)
        self._speaker.moved.connect(self._move)
        self.finished.connect(self._end)

    def _record(self) -> None:
        self._speaker.stop()
        self._data = b""
        self._microphone.start()

    def _pause(self) -> None:
        if self._microphone.state == "paused":
            self._microphone.go_on()
        else:
            self._microphone.pause()

    def _stop(self) -> None:
        self._length = self._microphone.seconds
        data = self._microphone.stop()
        self._data = data if self._length >= SHORT else b""
        self._level.set_level(0)
        if self._data:
            self._speaker.load(self._data)
        self._follow()

    def _hear(self, level: float) -> None:
        self._level.set_level(level)
        self._time.setText(clock_words(self._microphone.seconds))
        left = self._microphone.most_seconds - self._microphone.seconds
        if left <= NEAR_END:
            words = self.tr("{time} left, then it stops by itself").format(time=clock_words(left))
            self._hint.setText(words)

    def _move(self, now: float, _whole: float) -> None:
        self._time.setText(f"{clock_words(now)} / {clock_words(self._length)}")

    def _follow(self, _state: object = None) -> None:
        state = self._microphone.state
        if state in {"full", "failed"} and not self._data and self._microphone.seconds >= SHORT:
            self._stop()  # what was heard until then is kept
            return
        live = state in {"recording", "paused"}
        self._mark.set_icon("microphone", "danger" if state == "recording" else "faint")
        self._said.setText(self._state_words(state))
        self._said.set_meaning("danger" if state == "recording" else "text")
        self.record.setVisible(not live)
        self.record.set_words(self.tr("Record again") if self._data else self.tr("Record"))
        self.pause.setVisible(live)
        self.pause.set_words(self.tr("Go on") if state == "paused" else self.tr("Pause"))
        self.pause.set_icon("microphone" if state == "paused" else "pause")
        self.stop.setVisible(live)
        self.play.setVisible(bool(self._data) and self._speaker.state != "none")
        playing = self._speaker.state == "playing"
        self.play.set_words(self.tr("Pause") if playing else self.tr("Listen"))
        self.play.set_icon("pause" if playing else "play")
        self.keep.setEnabled(bool(self._data))
        self._hint.setText(self._hint_words(state))

    def _state_words(self, state: str) -> str:
        words = {
            "recording": self.tr("Recording"),
            "paused": self.tr("Paused; nothing is recorded"),
            "full": self.tr("It was stopped: no longer recording can be kept"),
            "failed": self.tr("The microphone stopped; what was heard is here"),
        }
        if state in words:
            return words[state]
        return self.tr("Recorded") if self._data else self.tr("Not recording yet")

    def _hint_words(self, state: str) -> str:
        if state in {"none", "failed"} and not self._data:
            return " ".join(sentence("no-microphone", {}))
        if self._data and self._speaker.state == "none":
            return self.tr("There is nothing to play it on here; it is kept all the same.")
        most = clock_words(self._microphone.most_seconds)
        return self.tr("Tell those present before recording. At most {time}.").format(time=most)

    def _keep(self) -> None:
        if self._data:
            self.recorded.emit(self._data, clock_words(self._length))
            self.accept()

    def _end(self) -> None:
        self._microphone.stop()
        self._speaker.stop()

    @override
    def reject(self) -> None:
        """Escape or the window's cross ends a recording, and only the next one lets go of it."""
        if self._microphone.state in {"recording", "paused"}:
            self._stop()
            self._hint.setText(self.tr("Stopped. Cancel once more lets go of it."))
        else:
            super().reject()
