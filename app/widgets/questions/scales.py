"""Questions answered on a scale: a slider with its number beside it, or a rating in parts."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget
from typing_extensions import override

from app.shell.theme import Theme, polish
from app.widgets.fields import NumberField, set_wrong
from app.widgets.labels import Label
from app.widgets.questions.base import Helpers, QuestionWidget
from app.widgets.questions.choices import SideQuestion
from app.widgets.segmented import Part
from forms.model import Question
from forms.state import State

MOST_PARTS = 10
"""A rating with more steps than this is a slider."""
MOST_STEPS = 100_000
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Scale:
    """The values of a range question: ``start``, ``end`` and the ``step`` between them.

    What a form says wrongly (no numbers, no step) becomes 0 to 10 by 1, as XLSForm has it.
    """

    def __init__(self, question: Question) -> None:
        told = question.parameters
        self.start = _number(told.get("start"), "0")
        self.end = _number(told.get("end"), "10")
        self.step = abs(_number(told.get("step"), "1")) or Decimal(1)
        self.steps = min(MOST_STEPS, int(abs(self.end - self.start) / self.step))

    def text(self, place: int) -> str:
        """The value at a place from 0 to ``steps``, as it is stored."""
        towards = self.step if self.end >= self.start else -self.step
        return f"{self.start + place * towards:f}"

    def place(self, text: str) -> int | None:
        """The place nearest to a value, None for no number."""
        value = _number(text, "NaN")
        if value.is_nan():
            return None
        away = abs(value - self.start) / self.step
        return max(0, min(self.steps, int(away.to_integral_value())))


def _number(text: str | None, otherwise: str) -> Decimal:
    try:
        found = Decimal(text or otherwise)
    except InvalidOperation:
        return Decimal(otherwise)
    return found if found.is_finite() else Decimal(otherwise)


class Slider(QSlider):
    """A slider that the mouse wheel of a scrolled page does not move and Backspace clears."""

    def __init__(self, owner: "RangeQuestion") -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._owner = owner
        self.setMinimumHeight(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        if ev.key() in _CLEARING:
            self._owner.clear()
        else:
            super().keyPressEvent(ev)


class RangeQuestion(QuestionWidget):
    """A number between two ends: moved on a slider or typed; empty until one of them is done."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.scale = Scale(question)
        self.slider = Slider(self)
        self.slider.setRange(0, self.scale.steps)
        self.slider.setPageStep(max(1, self.scale.steps // 10))
        self.field = NumberField(theme, unit=question.attributes.get("xj:unit", ""))
        self.field.setFixedWidth(120)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(theme, f"{self.scale.start:f}", "small", "faint"))
        row.addWidget(self.slider, 1)
        row.addWidget(Label(theme, f"{self.scale.end:f}", "small", "faint"))
        row.addWidget(self.field)
        self._stand(both)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(self._leave)
        self.field.answered.connect(self._typed)
        self.field.left.connect(self._leave)

    def clear(self) -> None:
        """Take the answer back."""
        self.field.set_text("")
        self._show_place("")
        self._say("")

    def _moved(self, place: int) -> None:
        text = self.scale.text(place)
        self.field.set_text(text)
        self.slider.setProperty("empty", False)
        polish(self.slider)
        self._say(text)

    def _typed(self, text: str) -> None:
        self._show_place(text)
        self._say(text)

    def _show_place(self, text: str) -> None:
        self.slider.setProperty("empty", not text)
        polish(self.slider)
        self.slider.blockSignals(True)
        self.slider.setValue(self.scale.place(text) or 0)
        self.slider.blockSignals(False)

    @override
    def show_state(self, state: State) -> None:
        self.slider.setAccessibleName(state.label)
        self.field.setAccessibleName(state.label)
        self.slider.setAccessibleDescription(state.value or self.tr("not answered"))
        self.field.set_text(state.value)
        self._show_place(state.value)
        self.slider.setEnabled(not state.readonly)
        self.field.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.field, wrong=wrong)


class RatingQuestion(SideQuestion):
    """A range of few steps as parts side by side (appearance ``rating``); digits choose."""

    @override
    def parts(self, state: State) -> tuple[Part, ...]:
        scale = Scale(self.question)
        return tuple(
            Part(text, text) for text in (scale.text(place) for place in range(scale.steps + 1))
        )


def scale_of(question: Question) -> type[QuestionWidget]:
    """The widget for a range: parts for a rating of few steps, a slider for anything else."""
    rated = "rating" in question.appearance.split()
    return RatingQuestion if rated and Scale(question).steps < MOST_PARTS else RangeQuestion
