"""The paper being filled in: its session, its findings, and how both are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.screens.fill_media import PaperMedia
from app.screens.fill_saving import Autosave
from app.screens.finding_book import FindingBook
from app.services import progress, records
from forms.model import Question, Repeat

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from app.screens.desk import Desk
    from app.services.records import Opened
    from forms.session import Changed, Session
    from forms.state import State


def language_of(desk: Desk) -> str:
    """The language a form is shown in: ``zh`` or ``en``."""
    return desk.config.settings.language.partition("_")[0]


class Paper(QObject):
    """One record while it is on the screen.

    Signals:
        changed: What an answer changed (a ``forms.state.Changed``).
        reopened: The session was made anew; everything shown must be read again.
        saved: Everything typed is on the disk.
        closed: The paper may no longer be changed.
    """

    changed = Signal(object)
    reopened = Signal()
    saved = Signal()
    closed = Signal(object)

    def __init__(self, desk: Desk, opened: Opened, initiator: object) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._forced = False
        self.initiator = initiator
        self.revealed: set[str] = set()
        self.pictures: dict[str, QPixmap] = {}  # small pictures of its photos, by hash
        self.media = PaperMedia(desk, self)
        self.saving = Autosave(desk, self.id, self._answers, self._progress, initiator)
        self.findings = FindingBook(desk, self, initiator)
        self.saving.saved.connect(self.saved)
        self.saving.refused.connect(self._close)
        self.findings.refused.connect(self._look_whether_closed)

    @property
    def id(self) -> str:
        """The record's id."""
        return self._opened.record.id

    @property
    def opened(self) -> Opened:
        """The record with its package and session."""
        return self._opened

    @property
    def session(self) -> Session:
        """The answers."""
        return self._opened.session

    @property
    def readonly(self) -> bool:
        """Whether it is finished, issued or withdrawn."""
        return self._forced or self._opened.record.state != "draft"

    @property
    def dirty(self) -> bool:
        """Whether something typed is not on the disk yet."""
        return self.saving.dirty or self.findings.dirty

    # --- asking -------------------------------------------------------------------------------

    def sections(self) -> tuple[str, ...]:
        """The sections that apply now."""
        return tuple(ref for ref in self.session.sections() if self.session.node(ref).relevant)

    def section_of(self, ref: str) -> str:
        """The section a question stands in, "" when it is not there."""
        sections = self.session.sections()
        below = [one for one in sections if ref == one or ref.startswith((one + "/", one + "{"))]
        return max(below, key=len, default="")

    def state(self, ref: str) -> State:
        """A node as the screen shows it: read-only when the paper is, wrong only once left."""
        state = self.session.node(ref)
        if state.error is not None and ref not in self.revealed:
            state = replace(state, error=None)
        return replace(state, readonly=True) if self.readonly and not state.readonly else state

    def questions(self, ref: str) -> tuple[str, ...]:
        """Refs of the questions with a control below a node that apply now, in screen order."""
        node = self.session.node(ref)
        if not node.relevant:
            return ()
        if isinstance(node.question, Question):
            return (ref,) if node.question.has_control else ()
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
        if not isinstance(question, Question) or question.kind in {"note", "calculate"}:
            return False
        return not state.value and not state.readonly

    def progress(self) -> tuple[int, int]:
        """Answered and asked over the whole paper."""
        return self._progress()

    # --- answering ----------------------------------------------------------------------------

    def answer(self, ref: str, value: str) -> None:
        """Answer a question in memory at once; the store follows."""
        if self.readonly or self.session.node(ref).value == value:
            return
        self._spread(self.session.set(ref, value))

    def reveal(self, *refs: str) -> None:
        """Show what is wrong with these from now on."""
        fresh = frozenset(refs) - self.revealed
        if fresh:
            self.revealed |= fresh
            self.changed.emit(_touched(fresh))

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

    def put_back(self, row: str, gone: dict[str, str]) -> None:
        """Put a removed row back in its old place with its own answers."""
        answers = self.session.answers()
        repeat, place = row.partition("{")[0], int(gone.get(row, "1"))
        numbers = {ref: int(answers[ref]) for ref in self.session.children(repeat)}
        if place in numbers.values():  # the others have closed up: make room again
            for ref, number in numbers.items():
                answers[ref] = str(number + (number >= place))
        self._begin_again({**answers, **gone})
        self.saving.poke()

    def clear_rows(self, name: str) -> None:
        """Remove every row of the repeat of a name."""
        items = (item for item in self.session.form.items() if isinstance(item, Repeat))
        for item in items:
            if item.name == name:
                for row in self.session.children(item.path):
                    self.remove_row(row)

    def may_remove(self, repeat: str) -> bool:
        """Whether rows of a repeat come and go by hand."""
        item = self.session.node(repeat).question
        return isinstance(item, Repeat) and not item.fixed and not item.count and not self.readonly

    # --- keeping ------------------------------------------------------------------------------

    def save(self) -> None:
        """Hand over what was typed, in the order it must arrive."""
        if not self.readonly:
            self.saving.save()
            self.findings.save()

    def leave_section(self, section: str) -> None:
        """Save, and let go of the findings of a section that are none any more."""
        self.save()
        if section and not self.readonly:
            self.findings.leave(section)

    def read_again(self) -> None:
        """Take the paper from the store again; what is not kept yet is answered again on top."""
        pending = self.saving.pending()
        opened = records.open_record(
            self._desk.reader,
            self._desk.duty.act(),
            self.id,
            language=language_of(self._desk),
            now=self._desk.duty.now,
        )
        self._opened = opened
        self.saving.rebase(self.session.answers())
        for ref, value in pending.items():
            self._set_again(ref, value)
        self.findings.read()
        self.media.look_again()
        self.reopened.emit()

    # --- inside -------------------------------------------------------------------------------

    def _set_again(self, ref: str, value: str | None) -> None:
        try:
            asked = isinstance(self.session.node(ref).question, Question)
        except KeyError:
            return
        if asked:
            self.session.set(ref, value)
            self.saving.poke()

    def _spread(self, changed: Changed) -> None:
        self.saving.poke()
        self.findings.follow()
        self.changed.emit(changed)

    def _begin_again(self, answers: dict[str, str]) -> None:
        session = records.new_session(
            self._desk.reader,
            self._desk.duty.act(),
            self._opened.package,
            language=language_of(self._desk),
            stored=answers,
            now=self._desk.duty.now,
        )
        self._opened = replace(self._opened, session=session)
        self.findings.follow()
        self.reopened.emit()

    def _answers(self) -> dict[str, str]:
        return self.session.answers()

    def _progress(self) -> tuple[int, int]:
        return progress.count(self.session)

    def _close(self, error: object) -> None:
        self._forced = True
        self.closed.emit(error)

    def _look_whether_closed(self, _ref: str, _field: str, error: object) -> None:
        if getattr(error, "code", "") == "record-closed":
            self._close(error)


def _touched(refs: frozenset[str]) -> Changed:
    from forms.state import Changed

    return Changed(errors=refs)
