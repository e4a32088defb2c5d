"""A question answered by a place on the earth, typed as latitude and longitude."""

from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.fields import NumberField, set_wrong
from app.widgets.labels import Label
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import State


class PointQuestion(QuestionWidget):
    """A point: latitude and longitude in degrees; a pasted ``35.05, 118.35`` fills both.

    Altitude and accuracy of a measured point are kept until one of the two is changed.
    """

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._more: list[str] = []
        self.latitude = NumberField(theme, unit="°")
        self.longitude = NumberField(theme, unit="°")
        self.erase = Button(theme, self.tr("Clear"), "quiet", "close")
        both = QWidget()
        grid = QGridLayout(both)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(Label(theme, self.tr("Latitude, north"), "small", "muted"), 0, 0)
        grid.addWidget(Label(theme, self.tr("Longitude, east"), "small", "muted"), 0, 1)
        grid.addWidget(self.latitude, 1, 0)
        grid.addWidget(self.longitude, 1, 1)
        grid.addWidget(self.erase, 1, 2)
        self._stand(both)
        self.setFocusProxy(self.latitude)
        for field in (self.latitude, self.longitude):
            field.answered.connect(self._typed)
            field.left.connect(self._leave)
        self.longitude.returnPressed.connect(self._advance)
        self.erase.clicked.connect(self._clear)

    def _advance(self) -> None:
        self.advanced.emit(self.ref)

    def _typed(self, text: str) -> None:
        self._more = []
        parts = text.replace("，", ",").split(",")
        if len(parts) == 2 and all(parts):
            self.latitude.set_text(parts[0].strip())
            self.longitude.set_text(parts[1].strip())
        self._tell()

    def _tell(self) -> None:
        both = [self.latitude.text().strip(), self.longitude.text().strip()]
        if not any(both):
            self._say("")
        else:
            self._say(" ".join([part or "?" for part in both] + self._more))

    def _clear(self) -> None:
        self.latitude.set_text("")
        self.longitude.set_text("")
        self._more = []
        self._say("")
        self.latitude.setFocus()

    @override
    def show_state(self, state: State) -> None:
        parts = [part if part != "?" else "" for part in state.value.split()]
        self.latitude.set_text(parts[0] if parts else "")
        self.longitude.set_text(parts[1] if len(parts) > 1 else "")
        self._more = parts[2:]
        words = self.tr("{label}, latitude").format(label=state.label)
        self.latitude.setAccessibleName(words)
        words = self.tr("{label}, longitude").format(label=state.label)
        self.longitude.setAccessibleName(words)
        self.latitude.set_readonly(state.readonly)
        self.longitude.set_readonly(state.readonly)
        self.erase.setVisible(bool(state.value) and not state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.latitude, wrong=wrong)
        set_wrong(self.longitude, wrong=wrong)
