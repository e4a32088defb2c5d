"""Settling a follow-up where it stands: done, or not needed with its reason, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from typing_extensions import override

from app.screens.desk import Note
from app.screens.extend_dialog import ExtendDialog
from app.screens.follow_up_words import follow_up_words
from app.screens.layout import dotted
from app.screens.place import Place, record_place
from app.screens.step_dialog import StepDialog
from app.services import desk as reception
from app.services import extending, follow_ups, preparing, waiting_draft
from app.services.matters import APPROVAL
from app.services.rectification import RECHECK
from app.services.second_recheck import ANNOUNCE
from app.widgets.fields import TextField
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from db.connection import Store
    from db.duty_rows import FollowUp
    from db.rows import Record

NOTE = "follow-up-settled"
FILING = "filing"


class SettleDialog(StepDialog):
    """Whether it was done, or is not needed and why; from here its deadline is extended as well.

    Signals:
        extending: The deadline is to be changed instead.
        resuming: The id of the suspension that has ended.
    """

    extending = Signal()
    resuming = Signal(str)

    def __init__(self, desk: Desk, row: FollowUp, parent: QWidget) -> None:
        title = QCoreApplication.translate("SettleDialog", "Settle what is to be done")
        about = dotted(follow_up_words(row.kind), row.title)
        super().__init__(desk, title, about, parent)
        self._row = row
        self._state = Segmented(
            desk.theme,
            (
                Part("done", self.tr("Done"), "tick", "ok"),
                Part("void", self.tr("Not needed"), "dash", "warning"),
            ),
            stretched=True,
        )
        self._state.set_value("done")
        self._state.chosen.connect(self._follow)
        self._note = TextField(desk.theme, lines=(2, 5))
        self.add_line(self.tr("Result"), self._state, required=True)
        self._why = self.add_line(self.tr("Note"), self._note)
        if row.due_at is None and row.due is not None and row.kind != follow_ups.GIVEN:
            more = self.add_act(self.tr("Extend or suspend"), "quiet", "calendar")
            more.clicked.connect(self._extend)
        held = row.owner_id if row.kind == follow_ups.STANDING else row.id
        running = extending.standing(desk.reader, held)
        if running is not None:
            goes_on = self.add_act(self.tr("The suspension has ended"), "quiet", "play")
            goes_on.clicked.connect(partial(self._resume, running.id))
        self.add_steps(self.tr("Keep"))
        self._follow()
        self._state.setFocus()

    def _follow(self, *_: object) -> None:
        void = self._state.value == "void"
        place = self.tr("Where the file lies") if self._row.kind == FILING else self.tr("Note")
        if self._row.kind in follow_ups.APPROVALS:
            place = self.tr("Who approved it, when, by which paper")
        self._why.set_label(self.tr("Reason") if void else place)
        self._why.set_error("")

    def _extend(self) -> None:
        self.reject()
        self.extending.emit()

    def _resume(self, change_id: str) -> None:
        self.reject()
        self.resuming.emit(change_id)

    @override
    def step(self) -> Callable[[Store], Result[object]] | None:
        """Settle it."""
        note, state = self._note.text().strip(), self._state.value
        if state == "void" and not note:
            self._why.set_error(self.tr("Write why it is not needed."))
            return None
        if self._row.kind == FILING and state == "done":
            if not note:
                self._why.set_error(
                    self.tr("Write cabinet, box and number, so that it can be found again.")
                )
                return None
            act = self._desk.duty.act()
            return partial(follow_ups.file_away, act=act, follow_up_id=self._row.id, place=note)
        if self._row.kind in follow_ups.APPROVALS and state == "done" and not note:
            self._why.set_error(self.tr("Write who approved it, when, and by which paper."))
            return None
        settle = reception.settle if state == "done" else partial(follow_ups.settle, state=state)
        return partial(settle, act=self._desk.duty.act(), follow_up_id=self._row.id, note=note)


class FollowUpActs(QObject):
    """What a press on a follow-up does on any screen.

    Signals:
        settled: One was settled, or taken back, or its deadline changed.
    """

    settled = Signal()

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen

    def open(self, row: FollowUp) -> None:
        """Go to where it is done: the draft that waits, the finding, the result, else the case."""
        draft = waiting_draft.draft_of(self._desk.reader, row)
        if draft is not None:
            self._desk.go(record_place(draft))
        elif row.owner_type == "finding":
            self._desk.go(Place("rectify", row.owner_id))
        elif row.owner_type == "test_report":
            self._desk.go(Place("report", row.owner_id))
        elif row.case_id:
            self._desk.go(Place("case", row.case_id))
        else:
            self._desk.go(Place("enterprise", row.enterprise_id))

    def settle(self, follow_up_id: str) -> None:
        """Ask how it went; a re-check is entered on its finding, an announcement on its result."""
        row = follow_ups.get(self._desk.reader, follow_up_id)
        if row.kind in {RECHECK, ANNOUNCE, *reception.DECIDED} or row.state != "open":
            self.open(row)
            return
        if row.kind == follow_ups.VISIT_APPROVAL:
            self._approve(row)
            return
        dialog = SettleDialog(self._desk, row, self._screen.window())
        dialog.taken.connect(self._told)
        dialog.extending.connect(partial(self.extend, row))
        dialog.resuming.connect(self.resume)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _approve(self, row: FollowUp) -> None:
        """An urgent inspection is approved by its paper, which is begun or gone on with."""
        act = self._desk.duty.act()
        begin = partial(preparing.add_paper, act=act, case_id=row.case_id, form_id=APPROVAL)
        self._desk.jobs.write(begin, done=self._fill, failed=self._desk.tell)

    def _fill(self, result: Result[Record]) -> None:
        self._desk.go(Place("fill", result.value.id))

    def resume(self, change_id: str) -> None:
        """What stood still goes on from today."""
        act = self._desk.duty.act()
        work = partial(extending.resume, act=act, change_id=change_id, until=act.today)
        self._desk.jobs.write(
            work, done=self._changed, failed=self._desk.tell, initiator=self._screen
        )

    def extend(self, row: FollowUp) -> None:
        """Ask for a new deadline."""
        about = dotted(follow_up_words(row.kind), row.title)
        owner = (extending.FOLLOW_UP, row.id)
        dialog = ExtendDialog(self._desk, owner, about, self._screen.window())
        dialog.taken.connect(self._changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _told(self, result: Result[FollowUp]) -> None:
        row = result.value
        words = self.tr("Settled") if row.state == "done" else self.tr("Set down as not needed")
        said = dotted(follow_up_words(row.kind), row.title)
        back = (self.tr("Undo"), partial(self._take_back, row.id))
        self._desk.say(Note("ok", words, said, (back,), id=NOTE, icon="tick-ring", here=True))
        self.settled.emit()

    def _take_back(self, follow_up_id: str) -> None:
        act = self._desk.duty.act()
        back = partial(reception.take_back, act=act, follow_up_id=follow_up_id)
        self._desk.jobs.write(
            back, done=self._changed, failed=self._desk.tell, initiator=self._screen
        )

    def _changed(self, _result: object) -> None:
        self.settled.emit()
