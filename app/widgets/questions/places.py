"""A question answered by a place on the earth: typed, taken from a photo, or measured."""

import math

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.fields import set_wrong
from app.widgets.labels import Icon, Label
from app.widgets.questions.base import Helpers, QuestionWidget
from app.widgets.questions.point_rows import PointField
from forms.model import Question
from forms.rules import traces
from forms.rules.traces import Typed
from forms.state import State

WANTED, WORST = 5.0, 100.0  # metres, where the form names none, as ODK has it


def wanted_accuracy(question: Question) -> float:
    """The accuracy in metres at which a measured point is good enough (``capture-accuracy``)."""
    return _metres(question.parameters.get("accuracyThreshold", ""), WANTED)


def worst_accuracy(question: Question) -> float:
    """The accuracy in metres beyond which a warning stands beside it (``warning-accuracy``)."""
    return _metres(question.parameters.get("unacceptableAccuracyThreshold", ""), WORST)


class PointQuestion(QuestionWidget):
    """A point: latitude and longitude in degrees; a pasted ``35.05, 118.35`` fills both.

    Altitude and accuracy of a measured point are shown, and kept until one of the two is changed.
    """

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._more = ""
        self.latitude = PointField(theme)
        self.longitude = PointField(theme)
        self.erase = Button(theme, self.tr("Clear"), "quiet", "close")
        self.measure = Button(theme, self.tr("From the receiver"), "secondary", "place")
        self.photo = Button(theme, self.tr("From a photo"), "secondary", "picture")
        self.mark = Icon(theme, "", 14)
        self.measured = Label(theme, "", "small", "muted", wrap=True)
        self._stand(self._laid_out())
        self.setFocusProxy(self.latitude)
        for field in (self.latitude, self.longitude):
            field.answered.connect(self._typed)
            field.pasted.connect(self._paste)
            field.left.connect(self._leave)
        self.latitude.passed.connect(self.longitude.setFocus)
        self.erase.clicked.connect(self._clear)
        self.measure.clicked.connect(self._ask_position)
        self.photo.clicked.connect(self._ask_place)

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        words = (self.tr("Latitude, north"), self.tr("Longitude, east"))
        for place, text in enumerate(words):
            grid.addWidget(Label(self._theme, text, "small", "muted"), 0, place)
        grid.addWidget(self.latitude, 1, 0)
        grid.addWidget(self.longitude, 1, 1)
        grid.addWidget(self.erase, 1, 2)
        told = QHBoxLayout()
        told.setSpacing(6)
        told.addWidget(self.mark)
        told.addWidget(self.measured, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.measure)
        acts.addWidget(self.photo)
        acts.addStretch(1)
        for line in (grid, told, acts):
            column.addLayout(line)
        return whole

    @override
    def _advance(self) -> None:
        if self.latitude.hasFocus():
            self.longitude.setFocus()
        else:
            super()._advance()

    def _ask_position(self) -> None:
        self.asked.emit(self.ref, "position")

    def _ask_place(self) -> None:
        self.asked.emit(self.ref, "place")

    def _typed(self) -> None:
        self._more = ""
        self._say(Typed(self.latitude.text(), self.longitude.text()).text)

    def _paste(self, text: str) -> None:
        found = traces.pasted(text)
        point = found.points[0] if found.points else Typed(*found.column[:2])
        self.latitude.set_text(point.latitude)
        self.longitude.set_text(point.longitude)
        self._more = point.more
        self._say(point.text)

    def _clear(self) -> None:
        self.latitude.set_text("")
        self.longitude.set_text("")
        self._more = ""
        self._say("")
        self.latitude.setFocus()

    @override
    def show_state(self, state: State) -> None:
        point = next(iter(traces.read(state.value, closed=False)), Typed())
        self.latitude.set_text(point.latitude)
        self.longitude.set_text(point.longitude)
        self._more = point.more
        words = self.tr("{label}, latitude").format(label=state.label)
        self.latitude.setAccessibleName(words)
        words = self.tr("{label}, longitude").format(label=state.label)
        self.longitude.setAccessibleName(words)
        self.latitude.set_readonly(state.readonly)
        self.longitude.set_readonly(state.readonly)
        self.erase.setVisible(bool(state.value) and not state.readonly)
        self.measure.setVisible(not state.readonly)
        self.photo.setVisible(not state.readonly)
        self._show_measured()

    def _show_measured(self) -> None:
        """Say how high and how well a point was measured, and whether that is too rough."""
        altitude, accuracy = (*(_metres(part, -1.0) for part in self._more.split()), -1, -1)[:2]
        worst = worst_accuracy(self.question)
        words = []
        if accuracy > 0:
            words.append(self.tr("Accurate to {metres} m").format(metres=f"{accuracy:g}"))
        if altitude > 0:
            words.append(self.tr("altitude {metres} m").format(metres=f"{altitude:g}"))
        rough = accuracy > worst
        if rough:
            words.append(
                self.tr(
                    "rougher than the {metres} m this form allows; please measure again"
                ).format(metres=f"{worst:g}")
            )
        self.mark.set_icon("triangle" if rough else "place", "warning" if rough else "muted")
        self.measured.set_meaning("warning" if rough else "muted")
        self.measured.setText(" · ".join(words))
        self.mark.setVisible(bool(words))
        self.measured.setVisible(bool(words))

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        for field in (self.latitude, self.longitude):
            set_wrong(field, wrong=wrong)
            field.setAccessibleDescription(self.error)


def _metres(text: str, otherwise: float) -> float:
    try:
        found = float(text)
    except ValueError:
        return otherwise
    return found if math.isfinite(found) and found >= 0 else otherwise
