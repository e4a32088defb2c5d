"""Bars that stay until answered, the undo bar, and the empty state."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.labels import Icon, Label

HEIGHT = 56
MOST = 2
GRAVITY = {"danger": 0, "warning": 1, "accent": 2, "ok": 3, "mute": 4}


@dataclass(frozen=True, slots=True)
class Message:
    """What a message bar says.

    ``acts`` are (id, words), at most two; the first is a button, the second quiet.
    """

    id: str
    fact: str
    sentence: str = ""
    tone: str = "warning"
    icon: str = "triangle"
    acts: tuple[tuple[str, str], ...] = ()


class MessageBar(QWidget):
    """One message on a soft ground.

    Signals:
        answered: The message's id and the act's id.
    """

    answered = Signal(str, str)

    def __init__(self, theme: Theme, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message = message
        tone = theme.tone(message.tone)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{message.fact} {message.sentence}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 4, 7)
        row.setSpacing(8)
        row.addWidget(Icon(theme, message.icon, 20, tone.word))
        row.addSpacing(4)
        row.addWidget(Label(theme, message.fact, "strong", tone.word))
        sentence = Label(theme, message.sentence, wrap=True)
        row.addWidget(sentence, 1)
        for place, (act, words) in enumerate(message.acts[:MOST]):
            button = Button(theme, words, "secondary" if place == 0 else "quiet")
            button.setProperty("act", act)
            button.clicked.connect(self._answer)
            row.addWidget(button)
        theme.changed.connect(self.update)

    def _answer(self) -> None:
        self.answered.emit(self._message.id, str(self.sender().property("act")))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tone = self._theme.tone(self._message.tone)
        paint.box(QPainter(self), self._theme, QRectF(self.rect()), tone.ground, tone.line, 6)


class MessageBars(QWidget):
    """At most two message bars, the graver on top; takes no room while there is none.

    Signals:
        answered: The message's id and the act's id; the message stays until it is taken away.
    """

    answered = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def set_messages(self, messages: tuple[Message, ...]) -> None:
        """Show the two gravest of these."""
        while (item := self._column.takeAt(0)) is not None:
            bar = item.widget()
            if bar is not None:
                bar.hide()
                bar.deleteLater()
        for message in sorted(messages, key=_gravity)[:MOST]:
            bar = MessageBar(self._theme, message)
            bar.answered.connect(self.answered)
            self._column.addWidget(bar)
        self.setVisible(bool(messages))


class UndoBar(QWidget):
    """What has just been done, and the way back; it does not go away by itself.

    Signals:
        undone: The person wants it back.
        dismissed: The person has seen it.
    """

    undone = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(48)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 4, 4)
        row.setSpacing(8)
        self._words = Label(theme, "")
        self._undo = Button(theme, self.tr("Undo"), "link", "undo")
        self._seen = Button(theme, self.tr("Got it"), "quiet")
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._seen)
        self._undo.clicked.connect(self.undone)
        self._seen.clicked.connect(self.dismissed)
        theme.changed.connect(self.update)
        self.hide()

    def set_done(self, words: str, *, undo: bool = True) -> None:
        """Say what was done; "" hides the bar; ``undo`` False where nothing is to be taken back."""
        self._words.setText(words)
        self._undo.setVisible(undo)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self._theme, QRectF(self.rect()), "raised", "border", 6)


class EmptyState(QWidget):
    """One faint icon, one sentence, one secondary button, at a third of the height.

    Signals:
        acted: The button was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        sentence: str,
        act: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        self._icon = Icon(theme, icon, 24, "faint")
        self._words = Label(theme, sentence, meaning="muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        self._act = Button(theme, act)
        self._act.clicked.connect(self.acted)
        column.addWidget(self._act, 0, Qt.AlignmentFlag.AlignHCenter)
        self._act.setVisible(bool(act))  # once it has a parent: else it is a window for a moment
        column.addStretch(2)

    def set_empty(self, sentence: str, act: str = "") -> None:
        """Say something else."""
        self._words.setText(sentence)
        self._act.set_words(act)
        self._act.setVisible(bool(act))


def _gravity(message: Message) -> int:
    return GRAVITY.get(message.tone, 9)
