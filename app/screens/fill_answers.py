"""The answers behind a form on the screen: what it shows, and what typing changes, in memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services import progress
from app.widgets.questions.base import Attached, no_file, no_picture, nothing_attached
from db.journal.secret import HIDDEN
from forms.model import Question, Repeat
from forms.state import Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPixmap

    from forms.session import Session
    from forms.state import State


class Media(QObject):
    """The photos and files a form shows: what its answers name, and what it brings along.

    Signals:
        ready: The id of a photo or file about which something is new to show.
    """

    ready = Signal(str)

    def picture(self, value: str) -> QPixmap:
        """The small picture of an answer; a null one where there is none (yet)."""
        return no_picture(value)

    def attached(self, value: str) -> Attached | None:
        """What a question shows of its photo or file."""
        return nothing_attached(value)

    def of_form(self, name: str) -> bytes | None:
        """A file the form brings along."""
        return no_file(name)


class Answers(QObject):
    """A session while it is on the screen; nothing is kept, as in the trial of a new form.

    ``fresh`` makes a session of the same form with other answers. A ``Paper`` keeps what is
    answered, and is what an inspector fills in.

    Signals:
        changed: What an answer changed (a ``forms.state.Changed``).
        reopened: The session was made anew; everything shown must be read again.
    """

    changed = Signal(object)
    reopened = Signal()

    def __init__(
        self, session: Session, fresh: Callable[[Mapping[str, str]], Session], media: Media
    ) -> None:
        super().__init__()
        self.media = media
        media.setParent(self)
        self._session = session
        self._fresh = fresh
        self.revealed: set[str] = set()

    @property
    def session(self) -> Session:
        """The answers."""
        return self._session

    @property
    def readonly(self) -> bool:
        """Whether nothing may be answered."""
        return False

    # --- asking -------------------------------------------------------------------------------

    def sections(self) -> tuple[str, ...]:
        """The sections that apply now."""
        return tuple(ref for ref in self.session.sections() if self.session.answer(ref).relevant)

    def section_of(self, ref: str) -> str:
        """The section a question stands in, "" when it is not there."""
        sections = self.session.sections()
        below = [one for one in sections if ref == one or ref.startswith((one + "/", one + "{"))]
        return max(below, key=len, default="")

    def stands(self, ref: str) -> bool:
        """Whether a question is still there: its row may have been removed."""
        try:
            self.session.answer(ref)
        except KeyError:
            return False
        return True

    def state(self, ref: str) -> State:
        """A node as the screen shows it: read-only when the paper is, wrong only once left."""
        state = self.session.node(ref)
        if state.error is not None and ref not in self.revealed:
            state = replace(state, error=None)
        if self.readonly and isinstance(state.question, Question) and state.question.is_sensitive:
            hidden = HIDDEN if state.value else ""
            state = replace(state, value=hidden, shown=hidden)
        return replace(state, readonly=True) if self.readonly and not state.readonly else state

    def questions(self, ref: str) -> tuple[str, ...]:
        """Refs of the questions with a control below a node that apply now, in screen order."""
        node = self.session.node(ref)
        if not node.relevant:
            return ()
        if isinstance(node.question, Question):
            item = node.question
            return (ref,) if item.has_control and not item.is_head else ()
        found: list[str] = []
        for child in self.session.children(ref):
            if ref in self.session.sections() and child in self.session.sections():
                continue  # the root's groups are sections of their own
            found += self.questions(child)
        return tuple(found)

    def is_open(self, ref: str) -> bool:
        """Whether a question still waits for an answer."""
        state = self.session.node(ref)
        question = state.question
        if not isinstance(question, Question) or not question.is_asked:
            return False
        return not state.value and not state.readonly

    def progress(self) -> tuple[int, int]:
        """Answered and asked over the whole paper."""
        return progress.count(self.session)

    # --- answering ----------------------------------------------------------------------------

    def answer(self, ref: str, value: str) -> None:
        """Answer a question in memory at once."""
        if self.readonly or self.session.answer(ref).value == value:
            return
        self._spread(self.session.set(ref, value))

    def mend(self, ref: str, change: Callable[[str], str]) -> None:
        """Answer a question with what a function makes of its answer; one that is gone stays so."""
        if self.stands(ref):
            self.answer(ref, change(self.session.answer(ref).value))

    def reveal(self, *refs: str) -> None:
        """Show what is wrong with these from now on."""
        fresh = frozenset(refs) - self.revealed
        if fresh:
            self.revealed |= fresh
            self.changed.emit(Changed(errors=fresh))

    def add_row(self, repeat: str) -> str:
        """Add a row to a repeat; gives its ref."""
        ref, changed = self.session.add_repeat(repeat)
        self._spread(changed)
        return ref

    def remove_row(self, row: str) -> dict[str, str]:
        """Remove a row; gives what ``put_back`` needs to undo it."""
        answers = self.session.answers()
        gone = {ref: value for ref, value in answers.items() if ref == row or row + "/" in ref}
        self._spread(self.session.remove_repeat(row))
        return gone

    def put_back(self, row: str, gone: Mapping[str, str]) -> None:
        """Put a removed row back in its old place with its own answers."""
        answers = self.session.answers()
        repeat, place = row.partition("{")[0], int(gone.get(row, "1"))
        numbers = {ref: int(answers[ref]) for ref in self.session.children(repeat)}
        if place in numbers.values():  # the others have closed up: make room again
            for ref, number in numbers.items():
                answers[ref] = str(number + (number >= place))
        self.begin_again({**answers, **gone})

    def begin_again(self, answers: Mapping[str, str]) -> None:
        """Go on with these answers and no others."""
        self._session = self._fresh(answers)
        self.reopened.emit()

    def may_remove(self, repeat: str) -> bool:
        """Whether rows of a repeat come and go by hand."""
        item = self.session.answer(repeat).question
        return isinstance(item, Repeat) and not item.fixed and not item.count and not self.readonly

    def save(self) -> None:
        """Keep what was typed, where anything is kept."""

    # --- inside -------------------------------------------------------------------------------

    def _spread(self, changed: Changed) -> None:
        self.changed.emit(changed)
