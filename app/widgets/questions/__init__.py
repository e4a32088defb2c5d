"""One widget for each type of question; ``make`` chooses."""

from app.shell.theme import Theme
from app.widgets.questions.base import Helpers, QuestionWidget, problem_words
from app.widgets.questions.choices import (
    ADVERSE,
    LISTED,
    SHORT,
    SIDE_BY_SIDE,
    DropQuestion,
    ListQuestion,
    SearchQuestion,
    SideQuestion,
    VerdictQuestion,
)
from app.widgets.questions.counting import CounterQuestion
from app.widgets.questions.media import FileQuestion, PhotoQuestion, SignatureQuestion
from app.widgets.questions.places import PointQuestion
from app.widgets.questions.plain import (
    AcknowledgeQuestion,
    CodeQuestion,
    DateQuestion,
    DateTimeQuestion,
    NoteQuestion,
    NumberQuestion,
    ShownQuestion,
    TextQuestion,
    TimeQuestion,
)
from app.widgets.questions.ranking import RankQuestion
from app.widgets.questions.scales import scale_of
from forms.model import Question
from forms.state import State

__all__ = ["Helpers", "QuestionWidget", "make", "problem_words"]
PLAIN: dict[str, type[QuestionWidget]] = {
    "text": TextQuestion,
    "integer": NumberQuestion,
    "decimal": NumberQuestion,
    "date": DateQuestion,
    "time": TimeQuestion,
    "datetime": DateTimeQuestion,
    "barcode": CodeQuestion,
    "geopoint": PointQuestion,
    "rank": RankQuestion,
    "note": NoteQuestion,
    "acknowledge": AcknowledgeQuestion,
    "calculate": ShownQuestion,
    "select_multiple": ListQuestion,
    "file": FileQuestion,
    "audio": FileQuestion,
    "video": FileQuestion,
}


def make(theme: Theme, state: State, helpers: Helpers) -> QuestionWidget:
    """The widget for a question as it is now, with that state already shown.

    Raises:
        TypeError: The state is that of a group or a repeat.
    """
    question = state.question
    if not isinstance(question, Question):
        message = f"{state.ref} is no question"
        raise TypeError(message)
    widget = _kind(question, state)(theme, question, state.ref, helpers)
    widget.set_state(state)
    return widget


def _kind(question: Question, state: State) -> type[QuestionWidget]:
    if question.kind == "select_one":
        return _one_of(question, state)
    if question.kind == "integer" and "counter" in question.appearance.split():
        return CounterQuestion
    if question.kind == "range":
        return scale_of(question)
    if question.kind == "image":
        signed = "signature" in question.appearance.split()
        return SignatureQuestion if signed else PhotoQuestion
    return PLAIN.get(question.kind, TextQuestion)


def _one_of(question: Question, state: State) -> type[QuestionWidget]:
    looks = set(question.appearance.split())
    count = len(state.choices)
    if "verdict" in looks or _opens_findings(state):
        return VerdictQuestion
    if {"autocomplete", "search"} & looks or question.appearance.startswith("search("):
        return SearchQuestion
    if count > 50:
        return SearchQuestion
    if "minimal" in looks or count > LISTED:
        return DropQuestion
    short = all(len(option.label) <= SHORT for option in state.choices)
    if 0 < count <= SIDE_BY_SIDE and (short or {"likert", "horizontal", "quick"} & looks):
        return SideQuestion
    return ListQuestion


def _opens_findings(state: State) -> bool:
    """Whether a bad choice among few opens a finding: then it is a check item."""
    adverse = any(option.extra.get(ADVERSE) == "yes" for option in state.choices)
    return adverse and len(state.choices) < SIDE_BY_SIDE
