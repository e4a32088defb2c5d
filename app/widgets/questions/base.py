"""What every question widget has in common: label, hint, error, and how it speaks."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.fields import commit_input_method
from app.widgets.focus import focus_as_by_keyboard
from app.widgets.labelled import ErrorLine
from app.widgets.labels import Label
from app.widgets.questions.label_media import LabelMedia, Piece
from forms.model import Question
from forms.state import Option, Problem, State

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
OTHER_CALENDARS = frozenset(
    {"ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian", "buddhist"}
)


def nothing_found(_ref: str, _text: str) -> Sequence[Option]:
    """A search that finds nothing."""
    return ()


def no_picture(_value: str) -> QPixmap:
    """No picture for any answer."""
    return QPixmap()


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo or file that answers a question: its name, its kind by family, size and length.

    ``drawn`` says that something is drawn over it.
    """

    name: str
    family: str = ""
    about: str = ""
    drawn: bool = False


def nothing_attached(_value: str) -> Attached | None:
    """No file for any answer."""
    return None


def no_file(_name: str) -> bytes | None:
    """A form without pictures of its own."""
    return None


@dataclass(frozen=True, slots=True)
class Helpers:
    """What a question may ask of its screen.

    ``search`` is asked with the ref and what was typed; ``picture`` and ``attached`` with the
    stored answer of a photo or file; ``media`` with the name of a file the form brings along;
    ``camera`` says whether there is one.
    """

    today: dt.date
    search: Callable[[str, str], Sequence[Option]] = nothing_found
    picture: Callable[[str], QPixmap] = no_picture
    attached: Callable[[str], Attached | None] = nothing_attached
    media: Callable[[str], bytes | None] = no_file
    camera: bool = False


def problem_words(problem: Problem | None) -> str:
    """The sentence of a problem: the form's own, else one for its kind; "" for none."""
    if problem is None or problem.message:
        return problem.message if problem else ""
    match problem.code:
        case "required":
            return QCoreApplication.translate("Question", "This must be answered.")
        case "rows":
            return QCoreApplication.translate("Question", "Add at least one and fill it in.")
        case "type":
            return QCoreApplication.translate(
                "Question", "This is not a value of the kind asked for; please check it."
            )
        case "choice":
            return QCoreApplication.translate(
                "Question", "This is no longer among the choices; please choose again."
            )
        case _:
            return QCoreApplication.translate(
                "Question", "This answer is not allowed here; please check it."
            )


def unsupported(question: Question) -> str:
    """What to say where a form asks for something this computer does not have; "" for nothing."""
    translate = QCoreApplication.translate
    looks = set(question.appearance.split())
    if looks & OTHER_CALENDARS:
        return translate(
            "Question",
            "This form would show another calendar; please write the date of the common one.",
        )
    if any(word.startswith("printer:") for word in looks):
        return translate(
            "Question",
            "This form would print by itself on a label printer, which does not happen here.",
        )
    named = next((word for word in question.appearance.split() if word.startswith("ex:")), "")
    if not named:
        return ""
    program = named.removeprefix("ex:").partition("(")[0]
    return translate(
        "Question",
        "This form would ask the program {program} for the answer, which is not here; "
        "please enter it yourself.",
    ).format(program=program)


class QuestionWidget(QWidget):
    """One question on the screen; the answer lives in the session, not here.

    Signals:
        answered: The ref and the answer as XForm text, "" when cleared.
        left: The ref; the focus left the control, or Enter was pressed.
        advanced: The ref; Enter asks for the next unanswered question.
        asked: The ref and what is wanted: ``scan camera file record sign draw open remove
            position place address``, or ``media:`` and the name of a file the form brings along.
        dropped: The ref and a tuple of local paths.
        removed: The ref, a function that puts what one press removed back into a value, and what
            happened in words.
    """

    answered = Signal(str, str)
    left = Signal(str)
    advanced = Signal(str)
    asked = Signal(str, str)
    dropped = Signal(str, object)
    removed = Signal(str, object, str)

    is_card = False

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__()
        self._theme = theme
        self.question = question
        self.ref = ref
        self._helpers = helpers
        self._control: QWidget | None = None
        self._entry: QWidget | None = None
        self._number = ""
        self._media: LabelMedia | None = None
        self._words = QVBoxLayout()
        self._label = Label(theme, "", "field", wrap=True)
        self._hint = Label(theme, "", "small", "faint", wrap=True)
        self._error = ErrorLine(theme)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._hint.hide()

    @property
    def control(self) -> QWidget:
        """The control that takes the focus."""
        return self._control or self

    @property
    def error(self) -> str:
        """The sentence shown under the control, "" for none."""
        return self._error.text()

    def set_number(self, number: str) -> None:
        """Put a number such as ``4.2`` before the label."""
        self._number = number

    def set_state(self, state: State) -> None:
        """Show the question as it is now; the text being typed is left alone if it is the same."""
        words = f"{self._number} {state.label}".strip()
        self._label.setText(words + " *" if state.required else words)
        self._label.setVisible(bool(words))
        hint = "\n".join(filter(None, (state.hint, unsupported(self.question))))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        error = problem_words(state.error)
        self._error.set_error(error)
        control = self.control
        control.setAccessibleName(state.label or self.question.name)
        control.setAccessibleDescription(error or state.hint)
        self.show_wrong(wrong=bool(error))
        self._show_media(state)
        self.show_state(state)

    def show_state(self, state: State) -> None:
        """Show value, choices and whether it may be changed (each kind knows how)."""

    def show_wrong(self, *, wrong: bool) -> None:
        """Give the control the edge of a wrong answer (each kind knows how)."""

    def commit(self) -> None:
        """Take over what an input method still holds; call before saving, paging, closing."""
        commit_input_method()

    def take_focus(self) -> None:
        """Put the keyboard's focus on the control, as Tab would."""
        focus_as_by_keyboard(self._entry or self.focusProxy() or self.control)

    def _show_media(self, state: State) -> None:
        """Show the pictures and sounds of the label and of the choices, under the label."""
        pieces = tuple(
            Piece(words, form, name)
            for words, media in (("", state.media), *((o.label, o.media) for o in state.choices))
            for form, name in media.items()
        )
        if self._media is None and pieces:
            self._media = LabelMedia(self._theme, self._helpers.media)
            self._media.opened.connect(self._ask_media)
            self._words.insertWidget(1, self._media)
        if self._media is not None:
            self._media.set_pieces(pieces)

    def _ask_media(self, name: str) -> None:
        self.asked.emit(self.ref, f"media:{name}")

    def _say(self, text: str) -> None:
        self.answered.emit(self.ref, text)

    def _leave(self) -> None:
        self.left.emit(self.ref)

    def _advance(self) -> None:
        self.advanced.emit(self.ref)

    def _stand(self, control: QWidget, *, narrow: bool = False) -> None:
        """Label above, control below, then hint and error; ``narrow`` keeps the control small."""
        self._control = control
        self.setFocusProxy(control)
        self._label.setBuddy(control)
        column = self._words
        self.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        if narrow:
            row = QHBoxLayout()
            row.addWidget(control)
            row.addStretch(1)
            column.addLayout(row)
        else:
            column.addWidget(control)
        column.addWidget(self._hint)
        column.addWidget(self._error)

    def _beside(self, control: QWidget) -> None:
        """Label at the left, control at the right, as in a check item."""
        self._control = control
        self.setFocusProxy(control)
        self._label.setBuddy(control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        column = self._words
        column.setSpacing(2)
        for words in (self._label, self._hint, self._error):
            column.addWidget(words)
        row.addLayout(column, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no control kept for itself goes on; a card's finding keeps its own."""
        if event.key() in ENTER and not self.is_card:
            self._advance()
        else:
            super().keyPressEvent(event)
