"""Listening to a kept recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.record_dialog import clock_words
from app.shell.loudspeaker import Loudspeaker
from app.widgets.buttons import Button
from app.widgets.dialog import DialogFrame
from app.widgets.headers import ProgressLine
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.shell.theme import Theme

LINE = 260


class PlayDialog(DialogFrame):
    """Plays from memory; without anything to play it on it says so."""

    def __init__(self, theme: Theme, name: str, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self._speaker = Loudspeaker(self)
        self.play = Button(theme, self.tr("Play"), "secondary", "play")
        self._line = ProgressLine(theme, LINE)
        self._time = Label(theme, clock_words(0), "label", "muted")
        self.said = Label(theme, "", "field", "warning", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.play, self._line, self._time):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.said)
        self.said.hide()
        self.add_leave(self.tr("Close"))
        self.play.clicked.connect(self._speaker.toggle)
        self._speaker.changed.connect(self._follow)
        self._speaker.moved.connect(self._move)
        self.finished.connect(self._speaker.stop)
        self._speaker.load(data)

    def _follow(self, state: object) -> None:
        playing = state == "playing"
        self.play.set_words(self.tr("Pause") if playing else self.tr("Play"))
        self.play.set_icon("pause" if playing else "play")
        sentences = {
            "none": self.tr(
                "This computer has nothing to play sound on. The recording is kept unchanged; "
                "connect a loudspeaker or headphones and open it again."
            ),
            "failed": self.tr(
                "This recording cannot be played here. It is kept unchanged in the record."
            ),
        }
        words = sentences.get(str(state), "")
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.play.setEnabled(not words)

    def _move(self, now: float, whole: float) -> None:
        self._line.set_share(now / whole if whole else 0.0)
        self._time.setText(f"{clock_words(now)} / {clock_words(whole)}")
