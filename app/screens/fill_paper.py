"""The paper being filled in: its session, its findings, and how both are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from app.screens.fill_answers import Answers
from app.screens.fill_media import PaperMedia
from app.screens.fill_saving import Autosave
from app.screens.finding_book import FindingBook
from app.services import records
from forms.model import Question, Repeat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPixmap

    from app.screens.desk import Desk
    from app.services.records import Opened
    from forms.session import Changed, Session


def language_of(desk: Desk) -> str:
    """The language a form is shown in: ``zh`` or ``en``."""
    return desk.config.settings.language.partition("_")[0]


class Paper(Answers):
    """One record while it is on the screen; what is answered is kept soon after.

    Signals:
        saved: Everything typed is on the disk.
        closed: The paper may no longer be changed.
    """

    saved = Signal()
    closed = Signal(object)
    media: PaperMedia

    def __init__(self, desk: Desk, opened: Opened, initiator: object) -> None:
        super().__init__(opened.session, self._session_of, PaperMedia(desk, self))
        self.pictures: dict[str, QPixmap] = {}  # small pictures of its photos, by hash
        self._desk = desk
        self._opened = opened
        self._forced = False
        self.initiator = initiator
        self.saving = Autosave(desk, self.id, self._answers, self.progress, initiator)
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
        return replace(self._opened, session=self._session)

    @property
    @override
    def readonly(self) -> bool:
        """Whether it is finished, issued or withdrawn."""
        return self._forced or self._opened.record.state != "draft"

    @property
    def dirty(self) -> bool:
        """Whether something typed is not on the disk yet."""
        return self.saving.dirty or self.findings.dirty

    @override
    def begin_again(self, answers: Mapping[str, str]) -> None:
        """Go on with these answers and no others, and keep them."""
        self._session = self._session_of(answers)
        self.findings.follow()
        self.reopened.emit()
        self.saving.poke()

    def clear_rows(self, name: str) -> None:
        """Remove every row of the repeat of a name."""
        items = (item for item in self.session.form.items() if isinstance(item, Repeat))
        for item in items:
            if item.name == name:
                for row in self.session.children(item.path):
                    self.remove_row(row)

    # --- keeping ------------------------------------------------------------------------------

    @override
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
        self._opened, self._session = opened, opened.session
        self.saving.rebase(self.session.answers())
        for ref, value in pending.items():
            self._set_again(ref, value)
        self.findings.read()
        self.media.look_again()
        self.reopened.emit()

    # --- inside -------------------------------------------------------------------------------

    def _set_again(self, ref: str, value: str | None) -> None:
        try:
            asked = isinstance(self.session.answer(ref).question, Question)
        except KeyError:
            return
        if asked:
            self.session.set(ref, value)
            self.saving.poke()

    @override
    def _spread(self, changed: Changed) -> None:
        self.saving.poke()
        self.findings.follow()
        super()._spread(changed)

    def _session_of(self, answers: Mapping[str, str]) -> Session:
        return records.new_session(
            self._desk.reader,
            self._desk.duty.act(),
            self._opened.package,
            language=language_of(self._desk),
            stored=answers,
            now=self._desk.duty.now,
        )

    def _answers(self) -> dict[str, str]:
        return self.session.answers()

    def _close(self, error: object) -> None:
        self._forced = True
        self.closed.emit(error)

    def _look_whether_closed(self, _ref: str, _field: str, error: object) -> None:
        if getattr(error, "code", "") == "record-closed":
            self._close(error)
