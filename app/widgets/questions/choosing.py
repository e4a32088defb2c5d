"""What questions answered by choosing have in common: their looks, and nothing being offered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.fields import Item
from app.widgets.flow import PACKED
from app.widgets.labels import Icon, Label
from app.widgets.option_rows import PLAIN, TILE
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import Option, State

PACK = frozenset({"columns-pack", "compact", "quickcompact", "horizontal-compact", "image-map"})
TILES = frozenset({"no-buttons", "compact", "quickcompact"})
QUICK = frozenset({"quick", "quickcompact"})
MOST_COLUMNS = 12


def items(options: Sequence[Option]) -> tuple[Item, ...]:
    """The rows of a list."""
    return tuple(Item(option.value, option.label) for option in options)


def looks(question: Question) -> frozenset[str]:
    """The words of an appearance."""
    return frozenset(question.appearance.split())


def columns_of(question: Question) -> int | None:
    """In how many columns the form wants the choices: a number, ``PACKED``, or None (our own)."""
    for word in looks(question):
        name, _, number = word.rpartition("-")
        if name in {"columns", "compact"} and number.isascii() and number.isdigit():
            return max(1, min(int(number[:3]), MOST_COLUMNS))
    if looks(question) & PACK:
        return PACKED
    if looks(question) & {"columns", "horizontal", "no-buttons"}:
        return MOST_COLUMNS
    return None


def look_of(question: Question) -> str:
    """Rows with marks, or tiles (``no-buttons``)."""
    numbered = any(word.startswith("compact-") for word in looks(question))
    return TILE if numbered or looks(question) & TILES else PLAIN


class Nothing(QWidget):
    """The sentence where no choice is offered; it can be reached, and an old answer be cleared.

    Signals:
        cleared: The answer from before is to go.
    """

    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = self.tr(
            "There is nothing to choose from: the list is empty, or the answers above leave "
            "nothing of it."
        )
        self.words = Label(theme, words, "small", "muted", wrap=True)
        self.words.setMinimumHeight(40)
        self.words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words.setAccessibleName(words)
        self.clear = Button(theme, self.tr("Clear the answer"), "quiet", "close")
        self.clear.clicked.connect(self.cleared)
        row.addWidget(Icon(theme, "info", 16, "muted"))
        row.addWidget(self.words, 1)
        row.addWidget(self.clear)
        self.setFocusProxy(self.words)


class ChoosingQuestion(QuestionWidget):
    """A question answered by choosing; where nothing is offered it says so."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.nothing: Nothing | None = None
        self._old = ("", "")  # the answer that is no choice any more, and its words

    def _offer(self, offered: Sequence[object], state: State) -> None:
        """Show the control where there is something to choose, else the sentence."""
        empty = not offered
        self._old = (state.value, state.shown or state.value)
        if empty and self.nothing is None:
            self.nothing = Nothing(self._theme)
            self.nothing.cleared.connect(self._clear)
            self._place(self.nothing)
        self.control.setVisible(not empty)
        if self.nothing is not None:
            self.nothing.setVisible(empty)
            self.nothing.clear.setVisible(bool(state.value) and not state.readonly)
            self.setFocusProxy(self.nothing if empty else self.control)

    def _place(self, nothing: Nothing) -> None:
        """Put the sentence where the control stands: below the label."""
        column = self.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(1, nothing)

    def _clear(self) -> None:
        before, shown = self._old
        self._say("")
        words = self.tr("“{words}” was taken off.").format(words=shown)
        one = self.question.kind == "select_one"
        self.removed.emit(self.ref, partial(_instead if one else joined, before), words)


def joined(before: str, now: str) -> str:
    """What was chosen before, and after it what was chosen since."""
    return " ".join(dict.fromkeys((*before.split(), *now.split())))


def _instead(before: str, _now: str) -> str:
    """The one that was chosen before."""
    return before
