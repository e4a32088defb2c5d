"""One widget for each type of question; ``make`` chooses."""

from app.shell.theme import Theme
from app.widgets.questions.base import Helpers, QuestionWidget, problem_words
from app.widgets.questions.choices import (
    LISTED,
    SHORT,
    SIDE_BY_SIDE,
    TOGETHER,
    DropQuestion,
    LikertQuestion,
    ListQuestion,
    SearchQuestion,
    SideQuestion,
    VerdictQuestion,
    is_check_item,
)
from app.widgets.questions.choosing import columns_of, looks
from app.widgets.questions.counting import CounterQuestion
from app.widgets.questions.grid import GridHead, GridRow, stands_in_grid
from app.widgets.questions.media import FileQuestion, PhotoQuestion, SignatureQuestion
from app.widgets.questions.months import MonthQuestion, YearQuestion
from app.widgets.questions.places import PointQuestion
from app.widgets.questions.plain import (
    AcknowledgeQuestion,
    CodeQuestion,
    DateQuestion,
    DateTimeQuestion,
    NoteQuestion,
    NumberQuestion,
    ShownQuestion,
    TimeQuestion,
)
from app.widgets.questions.ranking import RankQuestion
from app.widgets.questions.scales import scale_of
from app.widgets.questions.several import SearchSeveralQuestion, TicksQuestion
from app.widgets.questions.texts import AddressQuestion, TextQuestion
from app.widgets.questions.trace import TraceQuestion
from forms.model import Question
from forms.state import State

__all__ = ["Helpers", "QuestionWidget", "fits", "make", "problem_words"]
CHOSEN = frozenset({"select_one", "select_multiple"})
MANY = 50
"""More choices than this are searched."""
PLAIN: dict[str, type[QuestionWidget]] = {
    "text": TextQuestion,
    "integer": NumberQuestion,
    "decimal": NumberQuestion,
    "date": DateQuestion,
    "time": TimeQuestion,
    "datetime": DateTimeQuestion,
    "barcode": CodeQuestion,
    "geopoint": PointQuestion,
    "geotrace": TraceQuestion,
    "geoshape": TraceQuestion,
    "rank": RankQuestion,
    "note": NoteQuestion,
    "acknowledge": AcknowledgeQuestion,
    "calculate": ShownQuestion,
    "file": FileQuestion,
    "audio": FileQuestion,
    "video": FileQuestion,
}

LOOKS: dict[tuple[str, str], type[QuestionWidget]] = {
    ("text", "url"): AddressQuestion,
    ("integer", "counter"): CounterQuestion,
    ("date", "month-year"): MonthQuestion,
    ("date", "year"): YearQuestion,
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


def fits(widget: QuestionWidget, state: State) -> bool:
    """Whether a widget is still the right one after a filter changed what is offered."""
    question = state.question
    if not isinstance(question, Question) or question.kind not in CHOSEN or widget.is_card:
        return True
    if isinstance(widget, GridRow | GridHead):
        return True
    kind = _kind(question, state)
    return kind is VerdictQuestion or type(widget) is kind


def _kind(question: Question, state: State) -> type[QuestionWidget]:
    if question.kind in CHOSEN:
        return _choice(question, state)
    for look in looks(question):
        if (question.kind, look) in LOOKS:
            return LOOKS[question.kind, look]
    if question.kind == "range":
        return scale_of(question)
    if question.kind == "image":
        signed = "signature" in looks(question)
        return SignatureQuestion if signed else PhotoQuestion
    return PLAIN.get(question.kind, TextQuestion)


def _choice(question: Question, state: State) -> type[QuestionWidget]:
    wanted = looks(question)
    one = question.kind == "select_one"
    if question.is_head:
        return GridHead
    if is_check_item(state):
        return VerdictQuestion
    if stands_in_grid(state):
        return GridRow
    if _is_searched(question, state):
        return SearchQuestion if one else SearchSeveralQuestion
    if "minimal" in wanted:
        return DropQuestion if one else TicksQuestion
    return _open(question, state) if one else _open_several(question)


def _open(question: Question, state: State) -> type[QuestionWidget]:
    """How one of a few is chosen where the form does not want them folded away."""
    count = len(state.choices)
    if {"likert", "list"} & looks(question):
        return LikertQuestion
    if columns_of(question) is None and count > LISTED:
        return DropQuestion
    longest = max((len(option.label) for option in state.choices), default=0)
    short = longest <= SHORT and longest * count <= TOGETHER
    beside = columns_of(question) is None and short and 0 < count <= SIDE_BY_SIDE
    return SideQuestion if beside else ListQuestion


def _open_several(question: Question) -> type[QuestionWidget]:
    return LikertQuestion if {"likert", "list"} & looks(question) else ListQuestion


def _is_searched(question: Question, state: State) -> bool:
    """Whether typing searches the choices, because the form says so or there are too many."""
    asked = {"autocomplete", "search"} & looks(question)
    return bool(asked) or question.appearance.startswith("search(") or len(state.choices) > MANY
