"""Dates of which only the month or the year is asked; stored as the first day of it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.fields import ChoiceField, Item, NumberField, set_wrong
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import State

FIRST = "-01"


class YearQuestion(QuestionWidget):
    """A year (appearance ``year``)."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.year = NumberField(theme, unit=self.tr("year"))
        self.year.setFixedWidth(120)
        both = QWidget()
        self._row = QHBoxLayout(both)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.year)
        self._stand(both, narrow=True)
        self.setFocusProxy(self.year)
        self.year.answered.connect(self._tell)
        self.year.left.connect(self._leave)

    def _tell(self, *_: object) -> None:
        """Say the first day, or what was typed where it is no whole date yet."""
        year, month = self.year.text().strip(), self.month()
        if not year and not self.chosen():
            self._say("")
        else:
            self._say(f"{year}-{month}{FIRST}")

    def month(self) -> str:
        """The month of the day that is stored."""
        return "01"

    def chosen(self) -> bool:
        """Whether anything but the year is answered."""
        return False

    @override
    def show_state(self, state: State) -> None:
        year, _, _ = state.value.partition("-")
        self.year.setAccessibleName(state.label)
        self.year.set_text(year)
        self.year.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.year, wrong=wrong)


class MonthQuestion(YearQuestion):
    """A year and a month (appearance ``month-year``)."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        words = self.tr("month {number}")
        months = [Item(f"{one:02}", words.format(number=one)) for one in range(1, 13)]
        self.choice = ChoiceField(theme, hint=self.tr("Month"))
        self.choice.set_items([Item("", self.tr("(no answer)")), *months])
        self.choice.setFixedWidth(140)
        self._row.addWidget(self.choice)
        self.choice.chosen.connect(self._tell)

    @override
    def month(self) -> str:
        return self.choice.value

    @override
    def chosen(self) -> bool:
        return bool(self.choice.value)

    @override
    def show_state(self, state: State) -> None:
        super().show_state(state)
        parts = state.value.split("-")
        self.choice.setAccessibleName(self.tr("{label}, month").format(label=state.label))
        self.choice.set_value(parts[1] if len(parts) > 1 else "")
        if not self.choice.value:
            self.choice.setCurrentIndex(-1)
        self.choice.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        super().show_wrong(wrong=wrong)
        self.choice.set_wrong(wrong=wrong)
