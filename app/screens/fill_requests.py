"""What questions and the header ask of the form: who does it, and withdrawing the paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.screens.desk import Note
from app.screens.fill_attach import Attaching
from app.screens.fill_draw import Drawing
from app.screens.fill_open import Opening
from app.screens.fill_positions import Positions
from app.screens.fill_withdraw import ReasonDialog
from app.screens.place import Place
from app.services import records
from app.shell.desktop import open_page
from app.widgets.questions.texts import address_of

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill import FillScreen
    from app.services.changes import Result
    from app.services.records import Withdrawn
    from db.rows import Record


class Requests(QObject):
    """Answers what the form asks for beyond typing; each act goes back to the paper."""

    def __init__(self, desk: Desk, screen: FillScreen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self.positions = Positions(desk, screen)
        self.attaching = Attaching(desk, screen)
        self.drawing = Drawing(desk, screen, self.attaching)
        self.opening = Opening(desk, screen, self.attaching)

    def ask(self, ref: str, wanted: str) -> None:
        """Do what a question asks, see ``QuestionWidget.asked``."""
        acts = {
            "file": self.attaching.choose,
            "camera": self.attaching.use_camera,
            "remove": self.attaching.remove,
            "draw": self.drawing.draw,
            "sign": self.drawing.sign,
            "open": self.opening.open,
            "record": self.opening.record,
            "position": self.positions.measure,
            "place": self.positions.choose_photo,
        }
        what, _, name = wanted.partition(":")
        if what in acts:
            acts[what](ref)
        elif what == "media":
            self.opening.open_of_form(name)
        elif what == "scan":
            self._desk.act("scan")
        elif what == "address" and self._screen.paper is not None:
            address = address_of(self._screen.paper.session.answer(ref).value)
            if address is not None:
                open_page(address)

    def drop(self, ref: str, paths: object) -> None:
        """Take the first of the files dropped on a question."""
        if isinstance(paths, tuple) and paths:
            self.attaching.take_file(ref, paths[0])

    def withdraw(self) -> None:
        """Ask for the reason and withdraw the paper."""
        theme, paper = self._desk.theme, self._screen.paper
        words = self.tr(
            "It is taken out of the work and kept with its reason; nothing in it is deleted."
        )
        if paper is not None and paper.readonly:
            words = self.tr(
                "It stays in the file with its reason. What it changed is given back: visits, "
                "findings, follow-ups and the registers are as they were before."
            )
        dialog = ReasonDialog(
            theme,
            self.tr("Withdraw this paper"),
            words,
            self.tr("Withdraw"),
            self._screen.window(),
        )
        dialog.given.connect(self._withdraw)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- withdrawing --------------------------------------------------------------------------

    def _withdraw(self, reason: str) -> None:
        paper = self._screen.paper
        if paper is None:
            return
        paper.save()
        job = partial(
            records.withdraw, act=self._desk.duty.act(), record_id=paper.id, reason=reason
        )
        self._desk.jobs.write(
            job,
            done=self._tell_withdrawn,
            failed=self._desk.tell,
            initiator=self._screen,
        )

    def _tell_withdrawn(self, result: Result[Withdrawn]) -> None:
        note = Note(
            "ok",
            self.tr("The paper was withdrawn"),
            self.tr("It is kept with its reason: {reason}").format(reason=result.value.reason),
            ((self.tr("Undo"), partial(self._restore, result.value)),),
            id="withdrawn",
            icon="undo",
        )
        self._desk.back()
        self._desk.say(note)

    def _restore(self, withdrawn: Withdrawn) -> None:
        job = partial(records.restore, act=self._desk.duty.act(), withdrawn=withdrawn)
        self._desk.jobs.write(job, done=self._go_on, failed=self._desk.tell)

    def _go_on(self, result: Result[Record]) -> None:
        self._desk.go(Place("fill", result.value.id))
