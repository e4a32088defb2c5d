"""Questions answered by typing: numbers, dates, times, codes; and those only read."""

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.dates import DateField, TimeField
from app.widgets.fields import Item, LineField, NumberField, set_wrong
from app.widgets.labels import Label
from app.widgets.option_rows import CheckRow
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import State

ACKNOWLEDGED = "OK"
ZONE = "+08:00"  # Asia/Shanghai, which has no summer time


class NumberQuestion(QuestionWidget):
    """A whole number or a decimal; the unit stands in attribute ``xj:unit``.

    Appearance ``thousands-sep`` writes a large number in groups beside the field, ``bearing``
    counts degrees.
    """

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        looks = question.appearance.split()
        degrees = "°" if "bearing" in looks else ""
        self.field = NumberField(theme, unit=question.attributes.get("xj:unit", degrees))
        self.field.setFixedWidth(240)
        self._grouped = "thousands-sep" in looks
        self.groups = Label(theme, "", "field", "muted")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self.groups)
        self.groups.setVisible(self._grouped)  # shown before, it would be a window
        self._stand(both, narrow=True)
        if not self._grouped:
            self.groups.hide()
        self.setFocusProxy(self.field)
        self.field.answered.connect(self._typed)
        self.field.left.connect(self._leave)

    @property
    @override
    def control(self) -> QWidget:
        """The field itself, whatever stands around it."""
        return self.field

    def _typed(self, text: str) -> None:
        self._show_groups(text)
        self._say(text)

    def _show_groups(self, text: str) -> None:
        if self._grouped:
            self.groups.setText(in_groups(text))

    @override
    def show_state(self, state: State) -> None:
        self.field.set_text(state.value)
        self.field.set_readonly(state.readonly)
        self._show_groups(state.value)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.field, wrong=wrong)


def in_groups(text: str) -> str:
    """A number of four figures or more in groups of three, "" for anything else."""
    sign, figures = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = figures.partition(".")
    plain = whole.isascii() and whole.isdecimal() and (not point or rest.isdecimal())
    if not plain or len(whole) < 4:
        return ""
    return f"{sign}{int(whole):,}{point}{rest}"


class DateQuestion(QuestionWidget):
    """A date, typed or picked."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.field = DateField(theme, today=helpers.today)
        self.field.setFixedWidth(240)
        self._stand(self.field, narrow=True)
        self.field.answered.connect(self._say)
        self.field.left.connect(self._leave)

    @override
    def show_state(self, state: State) -> None:
        self.field.set_name(state.label)
        self.field.set_value(state.value)
        self.field.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        self.field.set_wrong(wrong=wrong)


class TimeQuestion(QuestionWidget):
    """A time of day."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.field = TimeField(theme)
        self._stand(self.field, narrow=True)
        self.field.answered.connect(self._say)
        self.field.left.connect(self._leave)

    @override
    def show_state(self, state: State) -> None:
        self.field.set_value(state.value)
        self.field.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.field, wrong=wrong)


class DateTimeQuestion(QuestionWidget):
    """A date and a time, stored as ``2026-09-16T14:30:00.000+08:00``."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._date = ""
        self._time = ""
        self.day = DateField(theme, today=helpers.today)
        self.day.setFixedWidth(240)
        self.time = TimeField(theme)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.time)
        self._stand(both, narrow=True)
        self.setFocusProxy(self.day)
        self.day.answered.connect(self._take_day)
        self.time.answered.connect(self._take_time)
        self.day.left.connect(self._leave)
        self.time.left.connect(self._leave)

    def _take_day(self, day: str) -> None:
        self._date = day
        self._tell()

    def _take_time(self, time: str) -> None:
        self._time = time
        self._tell()

    @override
    def _advance(self) -> None:
        if self.day.line.hasFocus() and not self._time:
            self.time.setFocus()
        else:
            super()._advance()

    def _tell(self) -> None:
        if not self._date and not self._time:
            self._say("")
            return
        self._say(f"{self._date}T{self._clock()}.000{ZONE}")

    def _clock(self) -> str:
        return self._time or "00:00:00"

    @override
    def show_state(self, state: State) -> None:
        day, _, time = local_text(state.value).partition("T")
        self._date, self._time = day, time[:8]
        self.day.set_name(state.label)
        self.time.setAccessibleName(self.tr("{label}, time").format(label=state.label))
        self.day.set_value(day)
        self.time.set_value(time)
        self.day.set_readonly(state.readonly)
        self.time.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        self.day.set_wrong(wrong=wrong)
        set_wrong(self.time, wrong=wrong)


def local_text(value: str) -> str:
    """A moment's text in the zone of the screen; what is no moment comes back as it is."""
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    if moment.tzinfo is not None:
        moment = moment.astimezone(dt.timezone(dt.timedelta(hours=8)))
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


class CodeQuestion(QuestionWidget):
    """A barcode or QR code: typed, read by a hand scanner, or scanned by the camera."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.field = LineField(theme)
        if "hidden-answer" in question.appearance.split():
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.scan = Button(theme, self.tr("Scan"), "secondary", "scan")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.scan)
        self._stand(both)
        self.setFocusProxy(self.field)
        self.field.answered.connect(self._say)
        self.field.left.connect(self._leave)
        self.scan.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self.ref, "scan")

    @override
    def show_state(self, state: State) -> None:
        self.field.setAccessibleName(state.label)
        self.field.set_text(state.value)
        self.field.set_readonly(state.readonly)
        self.scan.setVisible(not state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.field, wrong=wrong)


class AcknowledgeQuestion(QuestionWidget):
    """A tick that says it was read; stored as ``OK``."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.box = CheckRow(theme, Item(ACKNOWLEDGED, self.tr("Read and confirmed")))
        self._stand(self.box)
        self.box.clicked.connect(self._take)

    def _take(self) -> None:
        self._say(ACKNOWLEDGED if self.box.isChecked() else "")

    @override
    def show_state(self, state: State) -> None:
        self.box.setChecked(bool(state.value))
        self.box.setEnabled(not state.readonly)


class NoteQuestion(QuestionWidget):
    """Words to be read; takes no answer and no focus."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._label.set_role("label")
        self._label.set_meaning("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._hint)
        column.addWidget(self._error)


class ShownQuestion(QuestionWidget):
    """A value the form works out, shown and not to be changed."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.value = Label(theme, "", "lead", wrap=True)
        self._stand(self.value)

    @override
    def show_state(self, state: State) -> None:
        self.value.setText(state.shown or state.value or "—")
        self.setAccessibleName(f"{state.label} {self.value.text()}")
