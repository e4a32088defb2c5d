"""Questions answered by several from a list that does not stand open."""

from functools import partial

from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.fields import Item, set_wrong
from app.widgets.pick_several import PickSeveral
from app.widgets.questions.base import Helpers, QuestionWidget
from app.widgets.questions.choosing import ChoosingQuestion, items, joined
from app.widgets.ticks import TickField
from forms.model import Question
from forms.state import State


class TicksQuestion(ChoosingQuestion):
    """Several of a list that drops down (appearance ``minimal``)."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.choice = TickField(theme, hint=self.tr("Choose"))
        self._stand(self.choice)
        self.choice.chosen.connect(self._say)

    @override
    def show_state(self, state: State) -> None:
        self._offer(state.choices, state)
        self.choice.set_items(items(state.choices))
        self.choice.set_value(state.value)
        self.choice.set_readonly(state.readonly)
        self.choice.set_name(state.label or self.question.name)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        self.choice.set_wrong(wrong=wrong)


class SearchSeveralQuestion(QuestionWidget):
    """Several of a register or a long list: typing searches, chips show what is chosen."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._values: tuple[str, ...] = ()
        self.choice = PickSeveral(theme, "", self._search)
        self._stand(self.choice)
        self.choice.added.connect(self._add)
        self.choice.removed.connect(self._take_off)
        self.choice.left.connect(self._leave)

    def _search(self, text: str) -> tuple[Item, ...]:
        return items(self._helpers.search(self.ref, text))

    def _add(self, value: str) -> None:
        if value not in self._values:
            self._say(" ".join((*self._values, value)))

    def _take_off(self, item: Item) -> None:
        before = " ".join(self._values)
        self._say(" ".join(value for value in self._values if value != item.value))
        words = self.tr("“{words}” was taken off.").format(words=item.words)
        self.removed.emit(self.ref, partial(joined, before), words)

    @override
    def show_state(self, state: State) -> None:
        self._values = tuple(state.value.split())
        self.choice.set_items(items(state.chosen))
        self.choice.set_readonly(state.readonly)
        for part in (self.choice.line, self.choice):
            part.setAccessibleName(state.label or self.question.name)
            part.setAccessibleDescription(self.control.accessibleDescription())

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.choice.line, wrong=wrong)
