"""Questions answered by choosing: one or several, side by side, listed, dropped or searched."""

from collections.abc import Sequence

from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.cells import CellLine
from app.widgets.fields import ChoiceField, Item, set_wrong
from app.widgets.finding import ItemCard
from app.widgets.options import OptionList
from app.widgets.pick import PickField
from app.widgets.questions.base import Helpers, QuestionWidget, problem_words
from app.widgets.questions.choosing import (
    QUICK,
    ChoosingQuestion,
    columns_of,
    items,
    look_of,
    looks,
)
from app.widgets.segmented import Part, Segmented
from forms.model import Question
from forms.state import Option, State

SIDE_BY_SIDE = 5
LISTED = 12
SHORT = 8  # characters: longer words do not stand side by side
TOGETHER = 30  # characters: all parts are as wide as the longest, and the form may be narrow
ADVERSE = "finding"
VERDICT_ICONS = (("tick", "ok"), ("cross", "danger"), ("dash", "mute"))


def verdict_parts(options: Sequence[Option]) -> tuple[Part, ...]:
    """The parts of a verdict: the first is good, those with ``finding`` bad, the rest neutral."""
    parts = []
    for place, option in enumerate(options):
        if option.extra.get(ADVERSE) == "yes":
            icon, tone = VERDICT_ICONS[1]
        elif place == 0:
            icon, tone = VERDICT_ICONS[0]
        elif place == 1 and not any(each.extra.get(ADVERSE) for each in options):
            icon, tone = VERDICT_ICONS[1]
        else:
            icon, tone = VERDICT_ICONS[2]
        parts.append(Part(option.value, option.label, icon, tone))
    return tuple(parts)


def is_check_item(state: State) -> bool:
    """Whether one of few is a verdict: the form says so, or a bad choice opens a finding."""
    question = state.question
    if not isinstance(question, Question) or question.kind != "select_one":
        return False
    adverse = any(option.extra.get(ADVERSE) == "yes" for option in state.choices)
    return "verdict" in looks(question) or (adverse and len(state.choices) < SIDE_BY_SIDE)


class VerdictQuestion(QuestionWidget):
    """A check item: a card of its own, below which a finding unfolds.

    ``card`` is the ``ItemCard``; the screen gives it a finding and unfolds it.
    """

    is_card = True

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.card = ItemCard(theme, "", "")
        self._parts: tuple[Part, ...] = ()
        self._stand(self.card)
        self.setFocusProxy(self.card.verdict)
        self.card.verdict.chosen.connect(self._say)
        self.card.verdict.advanced.connect(self._advance)

    @override
    def show_state(self, state: State) -> None:
        for part in (self._label, self._hint, self._error):
            part.hide()
        self.card.setToolTip(state.hint)
        self.card.set_item(self._number, state.label, problem_words(state.error))
        self.card.verdict.set_name(state.label)
        parts = verdict_parts(state.choices)
        if parts and parts != self._parts:
            self._parts = parts
            self.card.verdict.set_parts(parts)
        self.card.verdict.set_value(state.value)
        self.card.verdict.set_readonly(state.readonly)


class SideQuestion(ChoosingQuestion):
    """One of at most five short choices, side by side; Backspace clears."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._parts: tuple[Part, ...] = ()
        self.choice = Segmented(theme, (), clearable=True)
        self._stand(self.choice, narrow=True)
        self.choice.chosen.connect(self._say)
        self.choice.advanced.connect(self._advance)
        if looks(question) & QUICK:
            self.choice.picked.connect(self._advance)

    def parts(self, state: State) -> tuple[Part, ...]:
        """What stands side by side: the choices offered."""
        return tuple(Part(option.value, option.label) for option in state.choices)

    @override
    def show_state(self, state: State) -> None:
        parts = self.parts(state)
        if parts != self._parts:
            self._parts = parts
            self.choice.set_parts(parts)
        self._offer(parts, state)
        self.choice.set_name(state.label)
        self.choice.set_value(state.value)
        self.choice.set_readonly(state.readonly)


class LikertQuestion(ChoosingQuestion):
    """One of a scale: marks at equal distances, each on its words (``likert``, ``list``)."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.cells = CellLine(theme, several=question.kind == "select_multiple")
        self._stand(self.cells)
        self.cells.chosen.connect(self._say)
        self.cells.advanced.connect(self._advance)
        if looks(question) & QUICK:
            self.cells.picked.connect(self._advance)

    @override
    def show_state(self, state: State) -> None:
        self._offer(state.choices, state)
        self.cells.set_items(items(state.choices))
        self.cells.set_name(state.label or self.question.name)
        self.cells.set_value(state.value)
        self.cells.set_readonly(state.readonly)


class ListQuestion(ChoosingQuestion):
    """One or several of a list that stands open: rows, columns or tiles as the form asks."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.options = OptionList(
            theme,
            several=question.kind == "select_multiple",
            columns=columns_of(question),
            look=look_of(question),
        )
        self._stand(self.options)
        self.options.chosen.connect(self._say)
        if looks(question) & QUICK:
            self.options.picked.connect(self._advance)

    @override
    def show_state(self, state: State) -> None:
        self._offer(state.choices, state)
        self.options.set_items(items(state.choices))
        self.options.set_value(state.value)
        self.options.set_readonly(state.readonly)


class DropQuestion(ChoosingQuestion):
    """One of a list that drops down (appearance ``minimal``, or more than twelve choices)."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._items: tuple[Item, ...] = ()
        self.choice = ChoiceField(theme, hint=self.tr("Choose"))
        self._stand(self.choice)
        self.choice.chosen.connect(self._say)

    @override
    def show_state(self, state: State) -> None:
        self._offer(state.choices, state)
        rows = items(state.choices)
        if not state.required:
            rows = (Item("", self.tr("(no answer)")), *rows)
        if rows != self._items:
            self._items = rows
            self.choice.set_items(rows)
        self.choice.set_value(state.value)
        if not state.value:
            self.choice.setCurrentIndex(-1)
        self.choice.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        self.choice.set_wrong(wrong=wrong)


class SearchQuestion(QuestionWidget):
    """One of a register or a long list: typing searches it (through the screen)."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.choice = PickField(theme, "", self._search)
        self._stand(self.choice)
        self.choice.chosen.connect(self._say)
        self.choice.left.connect(self._leave)

    def _search(self, text: str) -> tuple[Item, ...]:
        return items(self._helpers.search(self.ref, text))

    @override
    def show_state(self, state: State) -> None:
        self.choice.set_item(Item(state.value, state.shown or state.value))
        self.choice.set_readonly(state.readonly)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.choice, wrong=wrong)
