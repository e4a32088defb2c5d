"""What one does with a finding on the board: each step, its dialogue, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.screens.extend_dialog import ExtendDialog
from app.screens.finding_words import title_of
from app.screens.layout import dotted
from app.screens.place import Place, record_place
from app.screens.rectify_detail import CITE
from app.screens.rectify_dialogs import EscalateDialog, ReasonDialog, RecheckDialog, ReportDialog
from app.services import citation, extending, rectifying, taking_back
from app.services.escalating import Escalated
from db.duty_rows import TermChange
from db.rows import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.screens.step_dialog import StepDialog
    from app.services.changes import Result
    from app.services.rectification import FollowLine
    from app.widgets.bars import UndoBar
    from db.connection import Store
    from db.rows import Record


DIALOGS: Mapping[str, type[ReportDialog | RecheckDialog | EscalateDialog]] = {
    "report": ReportDialog,
    "recheck": RecheckDialog,
    "escalate": EscalateDialog,
}
"""The steps that are asked about in a dialog of their own."""


class RectifyActs(QObject):
    """Opens the dialogue of a step, or takes the step, and says what was done.

    Signals:
        taken: The id of the finding whose step was taken or taken back.
    """

    taken = Signal(str)

    def __init__(self, desk: Desk, screen: QWidget, undo: UndoBar) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._undo = undo
        self._line: FollowLine | None = None
        undo.undone.connect(self._take_back)
        undo.dismissed.connect(partial(undo.set_done, ""))

    def start(self, step: str, line: FollowLine) -> None:
        """Begin a step on a finding (a word of ``rectify_detail.ACTS``, ``CITE``, or undo)."""
        self._line = line
        row = line.finding
        about = dotted(line.enterprise, title_of(row.item, row.seen))
        window = self._screen.window()
        if step in DIALOGS:
            self._open(DIALOGS[step](self._desk, row, about, window))
        elif step == "extend":
            self._open(ExtendDialog(self._desk, (extending.FINDING, row.id), about, window))
        elif step == "reopen":
            self._open(self._reopening(row, about))
        elif step == "close":
            self._write(partial(rectifying.close, act=self._desk.duty.act(), finding_id=row.id))
        elif step == CITE:
            job = partial(citation.prepare_citation, act=self._desk.duty.act(), finding_id=row.id)
            self._desk.jobs.write(job, done=self._cited, failed=self._desk.tell)
        elif step == "resume":
            self._resume(row)
        elif step == "order":
            self._desk.go(Place("case", row.case_id))
        elif step == "undo":
            self._take_back()

    def _cited(self, result: Result[Record]) -> None:
        self._desk.go(record_place(result.value))

    def _reopening(self, row: Finding, about: str) -> ReasonDialog:
        def make(reason: str) -> Callable[[Store], Result[Finding]]:
            act = self._desk.duty.act()
            return lambda store: rectifying.reopen(store, act, row.id, reason)

        return ReasonDialog(
            self._desk,
            self.tr("Open this finding again"),
            about,
            self.tr("Open again"),
            make,
            self._screen.window(),
        )

    def _resume(self, row: Finding) -> None:
        act = self._desk.duty.act()
        made = extending.changes_of(self._desk.reader, row.id)
        running = [one for one in made if one.kind == "suspension" and one.until is None]
        if running:
            self._write(
                partial(extending.resume, act=act, change_id=running[-1].id, until=act.today)
            )

    def _open(self, dialog: StepDialog) -> None:
        dialog.taken.connect(self._told)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, step: Callable[[Store], Result[object]]) -> None:
        self._desk.jobs.write(step, done=self._told, failed=self._desk.tell, initiator=self._screen)

    def _told(self, result: Result[object]) -> None:
        """Say what was done; a paper that was begun by it is opened."""
        value = result.value
        finding_id = self._line.finding.id if self._line is not None else ""
        if isinstance(value, Escalated):
            self._undo.set_done(self.tr("The finding was taken on"))
            self.taken.emit(value.finding.id)
            if value.record is not None:
                self._desk.go(record_place(value.record))
            else:
                self._desk.go(Place("case", value.case_id))
            return
        if isinstance(value, Finding):
            self._undo.set_done(self._done_words(value))
        elif isinstance(value, TermChange):
            self._undo.set_done(self.tr("The deadline was changed"))
        self.taken.emit(finding_id)

    def _done_words(self, row: Finding) -> str:
        if row.state == "ordered":
            if row.rechecked is not None:
                return self.tr("The re-check is kept; the order stands")
            return self.tr("The finding is open again")
        return {
            "reported": self.tr("The report is noted"),
            "rechecked": self.tr("The re-check is kept"),
            "closed": self.tr("The finding is closed"),
        }.get(row.state, "")

    def _take_back(self) -> None:
        if self._line is None:
            return
        self._undo.set_done("")
        back = partial(
            taking_back.take_back,
            act=self._desk.duty.act(),
            finding_id=self._line.finding.id,
        )
        self._desk.jobs.write(
            back, done=self._taken_back, failed=self._desk.tell, initiator=self._screen
        )

    def _taken_back(self, result: Result[Finding]) -> None:
        self._undo.set_done(self.tr("Taken back"), undo=False)
        self.taken.emit(result.value.id)
