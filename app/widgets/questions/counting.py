"""A whole number counted up and down with two large buttons (appearance ``counter``)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import IconButton
from app.widgets.fields import NumberField, set_wrong
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import State

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class CounterQuestion(QuestionWidget):
    """A count: typed, or moved by the buttons and by the arrow keys; counting starts at nought."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.less = IconButton(theme, "minus", self.tr("One less"))
        self.more = IconButton(theme, "plus", self.tr("One more"))
        self.field = NumberField(theme, unit=question.attributes.get("xj:unit", ""))
        self.field.setFixedWidth(120)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.less, self.field, self.more):
            row.addWidget(part)
        self._stand(both, narrow=True)
        self.setFocusProxy(self.field)
        self.less.clicked.connect(self._take_one)
        self.more.clicked.connect(self._add_one)
        self.field.answered.connect(self._say)
        self.field.left.connect(self._leave)
        self.field.installEventFilter(self)

    def count(self, by: int) -> None:
        """Count on from the number that stands there; from nought when there is none."""
        text = self.field.text().strip()
        if self.field.isReadOnly() or (text and not text.lstrip("-").isdecimal()):
            return
        counted = str(int(text or 0) + by)
        self.field.set_text(counted)
        self._say(counted)

    def _take_one(self) -> None:
        self.count(-1)

    def _add_one(self) -> None:
        self.count(1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            step = _STEPS.get(Qt.Key(event.key())) if pressed else None
            if step is not None:
                self.count(step)
                return True
        return super().eventFilter(watched, event)

    @override
    def show_state(self, state: State) -> None:
        self.field.setAccessibleName(state.label)
        self.field.set_text(state.value)
        self.field.set_readonly(state.readonly)
        for part in (self.less, self.more):
            part.setEnabled(not state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.field, wrong=wrong)
