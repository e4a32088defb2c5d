"""What is done about a result from its screen: telling, objecting, deciding, making it final."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.screens.fill_withdraw import ReasonDialog
from app.screens.place import Place, record_place
from app.screens.report_dialogs import AnnouncedDialog, DecideDialog, ObjectionDialog, ToldDialog
from app.screens.report_reissue import ReissueDialog
from app.screens.start_dialog import StartDialog
from app.services import (
    final_results,
    late_objection,
    objections,
    reissuing,
    result_papers,
    second_recheck,
    sites,
)
from app.services.matters import INTERVIEW, INTERVIEW_NOTICE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.screens.report import ReportScreen
    from app.services.changes import Result
    from app.services.objections import Decision, Raised
    from app.services.reissuing import Reissued
    from app.widgets.dialog import DialogFrame
    from db.connection import Store
    from db.duty_rows import TestReport
    from db.rows import Record


T = TypeVar("T")


class ReportActs(QObject):
    """The acts of one report's screen, each by its word (see ``result_steps.acts``)."""

    def __init__(self, desk: Desk, screen: ReportScreen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._runs: dict[str, Callable[[], None]] = {
            "told": self._ask_told,
            "object": self._ask_objection,
            "waive": self._ask_waiver,
            "final": partial(self._finalise, ""),
            "decide": self._ask_decision,
            "redecide": self._ask_decision,
            "spare": self._go_spare,
            "retest": self._retest,
            "finding": self._go_finding,
            "batch": self._go_batch,
            "interview": self._go_interview,
            "announced": self._ask_announced,
            "reissue": self._ask_reissue,
            "older": self._go_older,
            "newer": self._go_newer,
        }

    def do(self, name: str) -> None:
        """Do what a button of the panel says."""
        self._screen.keep()
        self._runs[name]()

    def prepare(self, form_id: str) -> None:
        """Begin a paper about this result, or go on with its draft; an interview is a case."""
        self._screen.keep()
        if form_id == INTERVIEW_NOTICE:
            self._invite()
            return
        job = partial(
            result_papers.prepare,
            act=self._desk.duty.act(),
            report_id=self._report.id,
            form_id=form_id,
        )
        self._desk.jobs.write(job, done=self._begun, failed=self._desk.tell, initiator=self)

    # --- inside -------------------------------------------------------------------------------

    @property
    def _report(self) -> TestReport:
        now = self._screen.now
        assert now is not None  # noqa: S101 - the panel is shown only over a report
        return now.held.report

    def _open(self, dialog: DialogFrame) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, job: Callable[[Store], Result[T]]) -> None:
        self._desk.jobs.write(job, done=self._done, failed=self._desk.tell, initiator=self._screen)

    def _done(self, _result: object) -> None:
        self._screen.look()

    def _begun(self, result: Result[Record]) -> None:
        self._desk.go(record_place(result.value))

    def _ask_told(self) -> None:
        dialog = ToldDialog(self._desk.theme, self._desk.duty.act().today, self._screen.window())
        dialog.told.connect(self._tell)
        self._open(dialog)

    def _tell(self, day: dt.date) -> None:
        act = self._desk.duty.act()
        self._write(partial(objections.tell, act=act, report_id=self._report.id, day=day))

    def _ask_objection(self) -> None:
        party = sites.get(self._desk.reader, self._report.enterprise_id).name
        today = self._desk.duty.act().today
        dialog = ObjectionDialog(self._desk.theme, today, party, self._screen.window())
        dialog.raised.connect(self._raise)
        self._open(dialog)

    def _raise(self, told: Raised) -> None:
        act, report_id = self._desk.duty.act(), self._report.id
        self._write(
            partial(late_objection.raise_objection, act=act, report_id=report_id, told=told)
        )

    def _ask_decision(self) -> None:
        now = self._screen.now
        if now is None or now.objection is None:
            return
        dialog = DecideDialog(self._desk.theme, now.objection.reason, self._screen.window())
        dialog.decided.connect(self._decide)
        self._open(dialog)

    def _decide(self, decision: Decision) -> None:
        now = self._screen.now
        if now is None or now.objection is None:
            return
        job = partial(
            objections.decide,
            act=self._desk.duty.act(),
            objection_id=now.objection.id,
            decision=decision,
        )
        self._write(job)

    def _ask_waiver(self) -> None:
        dialog = ReasonDialog(
            self._desk.theme,
            self.tr("Make the result final before the fifteen days are over"),
            self.tr(
                "Only when the party has declared in writing that it does not object. Write who "
                "declared it, when, and where the paper is."
            ),
            self.tr("Make it final"),
            self._screen.window(),
        )
        dialog.given.connect(self._finalise)
        self._open(dialog)

    def _finalise(self, waived: str) -> None:
        act, report_id = self._desk.duty.act(), self._report.id
        self._write(partial(final_results.finalise, act=act, report_id=report_id, waived=waived))

    def _retest(self) -> None:
        now = self._screen.now
        if now is None or now.objection is None:
            return
        job = partial(
            objections.begin_retest, act=self._desk.duty.act(), objection_id=now.objection.id
        )
        self._desk.jobs.write(job, done=self._go_report, failed=self._desk.tell, initiator=self)

    def _go_report(self, result: Result[TestReport]) -> None:
        self._desk.go(Place("report", result.value.id))

    def _ask_announced(self) -> None:
        today = self._desk.duty.act().today
        dialog = AnnouncedDialog(self._desk.theme, today, self._screen.window())
        dialog.told.connect(self._announce)
        self._open(dialog)

    def _announce(self, day: dt.date) -> None:
        act = self._desk.duty.act()
        self._write(partial(second_recheck.announced, act=act, report_id=self._report.id, day=day))

    def _ask_reissue(self) -> None:
        today = self._desk.duty.act().today
        dialog = ReissueDialog(self._desk.theme, self._report, today, self._screen.window())
        dialog.came.connect(self._reissue)
        self._open(dialog)

    def _reissue(self, told: Reissued) -> None:
        act, report_id = self._desk.duty.act(), self._report.id
        job = partial(reissuing.reissue, act=act, report_id=report_id, told=told)
        self._desk.jobs.write(job, done=self._go_report, failed=self._desk.tell, initiator=self)

    def _go_older(self) -> None:
        now = self._screen.now
        if now is not None and now.older is not None:
            self._desk.go(Place("report", now.older.id))

    def _go_newer(self) -> None:
        now = self._screen.now
        if now is not None and now.newer is not None:
            self._desk.go(Place("report", now.newer.id))

    def _go_spare(self) -> None:
        now = self._screen.now
        if now is not None and now.objection is not None:
            self._desk.go(Place("sample", now.objection.sample_id))

    def _go_finding(self) -> None:
        now = self._screen.now
        if now is None or now.finding is None:
            return
        if now.finding.state == "open":
            self._desk.go(Place("case", now.finding.case_id))
        else:
            self._desk.go(Place("rectify", now.finding.id))

    def _invite(self) -> None:
        """Begin an interview of its own that came from this result."""
        report = self._report
        dialog = StartDialog(
            self._desk, report.enterprise_id, self._screen.window(), INTERVIEW, origin=report.id
        )
        self._open(dialog)

    def _go_interview(self) -> None:
        now = self._screen.now
        if now is not None and now.interview is not None:
            self._desk.go(Place("case", now.interview.id))

    def _go_batch(self) -> None:
        now = self._screen.now
        if now is not None and now.batch is not None:
            self._desk.go(Place("batch", now.batch.id))
