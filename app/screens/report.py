"""A laboratory's report: its head, its lines as a grid, the judgement, and what follows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens import report_grid
from app.screens.layout import column, dotted, scroll_over, side_by_side
from app.screens.place import Place
from app.screens.report_acts import ReportActs
from app.screens.report_dialogs import JudgeDialog
from app.screens.report_files import ReportFiles
from app.screens.report_next import NextCard
from app.screens.result_words import origin_words, report_words, verdict_chip
from app.services import judging, result_steps, test_reports
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import moved_chip, state_chip
from app.widgets.dates import DateField, read_date
from app.widgets.fields import LineField, commit_input_method
from app.widgets.flow import Flow
from app.widgets.grid import Grid
from app.widgets.headers import ScreenHeader
from app.widgets.labelled import Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.result_steps import Stand
    from db.duty_rows import TestItem, TestReport

ROOM = 900  # logical pixels under which what follows goes below the grid
SIDE = 284
QUIET = 400  # milliseconds of quiet after which what was typed is kept


class ReportScreen(QWidget):
    """One report; what is typed is kept by itself, the judgement follows at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._now: Stand | None = None
        self._report: TestReport | None = None
        self._items: list[TestItem] = []
        self._dirty = False
        self._gone: tuple[int, TestItem] | None = None
        theme = desk.theme
        today = desk.duty.act().today
        self._header = ScreenHeader(theme)
        self._header.set_tile("gauge")
        for words, icon, act in (
            (self.tr("Case"), "case", self._go_case),
            (self.tr("Sample"), "flask", self._go_sample),
        ):
            button = Button(theme, words, "secondary", icon)
            button.clicked.connect(act)
            self._header.add_act(button)
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._put_back)
        self._undo.dismissed.connect(partial(self._undo.set_done, ""))
        self.number = LineField(theme, self.tr("Report number"))
        self.laboratory = LineField(theme, self.tr("Laboratory"))
        self.basis = LineField(theme, self.tr("Judged by"))
        self.issued = DateField(theme, self.tr("Issued on"), today=today)
        self.received = DateField(theme, self.tr("Received on"), today=today)
        self.grid = Grid(theme, self.tr("Lines of the report"), report_grid.columns())
        self.next = NextCard(theme)
        self.files = ReportFiles(desk, self)
        self.acts = ReportActs(desk, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self.keep)
        self._connect()
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one report."""
        if place.id != self._id:
            self._undo.set_done("")
        self._id = place.id
        self.look()

    def leave(self) -> None:
        """Keep what was typed."""
        commit_input_method()
        self.keep()

    def refresh(self, changes: Changes) -> None:
        """Look again when the result or its papers changed."""
        if not self._dirty and {"test_report", "sample", "document", "batch"} & changes.kinds:
            self.look()

    @property
    def now(self) -> Stand | None:
        """Where the result stands."""
        return self._now

    def look(self) -> None:
        """Read the report anew."""
        self._now = result_steps.stand(self._desk.reader, self._desk.duty.act(), self._id)
        self._report = self._now.held.report
        self._items = [line.item for line in self._now.held.lines]
        self._show_head(self._report)
        self._show()

    def take_lines(self, items: list[TestItem]) -> None:
        """Put lines from a file below those that are there."""
        self._items = [*self._items, *items]
        self._changed()

    def keep(self) -> None:
        """Keep what was typed since the last time."""
        self._timer.stop()
        if not self._dirty or self._report is None:
            return
        self._dirty = False
        job = partial(
            test_reports.save,
            act=self._desk.duty.act(),
            report=self._report,
            items=tuple(self._items),
        )
        self._desk.jobs.write(job, done=self._kept, failed=self._desk.tell, initiator=self)

    # --- showing ------------------------------------------------------------------------------

    def _connect(self) -> None:
        for field in (self.number, self.laboratory, self.basis):
            field.answered.connect(self._take_head)
        for day in (self.issued, self.received):
            day.answered.connect(self._take_head)
        self.grid.edited.connect(self._take_cell)
        self.grid.delete_wanted.connect(self._delete)
        self.grid.opened.connect(self._judge)
        self.next.acted.connect(self.acts.do)
        self.next.wanted.connect(self.acts.prepare)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        head = Card(theme)
        holder = QWidget()
        inside = column(holder)
        inside.setContentsMargins(16, 12, 16, 12)
        cells = Flow(3, apart=12, below=12)
        inside.addLayout(cells)
        for label, field in (
            (self.tr("Report number"), self.number),
            (self.tr("Laboratory"), self.laboratory),
            (self.tr("Judged by"), self.basis),
            (self.tr("Issued on"), self.issued),
            (self.tr("Received on"), self.received),
        ):
            cells.addWidget(Labelled(theme, label, field, column=0))
        cells.addWidget(self.files.attached)
        head.add_row(holder)
        lines = Card(theme)
        lines.add_row(CardHead(theme, self.tr("Items")))
        lines.add_row(self.grid, line="line")
        self._foot = QWidget()
        self._foot_row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        row.setContentsMargins(16, 8, 16, 12)
        row.setSpacing(8)
        hint = self.tr(
            "Limits and values are written as the report has them: the last digit counts. Enter on "
            "a judgement changes it."
        )
        row.addWidget(Label(theme, hint, "small", "muted", wrap=True), 1)
        self.remove = Button(theme, self.tr("Take the line away"), "quiet", "trash")
        self.remove.clicked.connect(self._delete_current)
        acts = Flow(apart=8, below=8)
        for act in (self.remove, self.files.template, self.files.take_in):
            acts.addWidget(act)
        row.addLayout(acts)
        lines.add_row(self._foot)
        left = column(spacing=12)
        left.addWidget(head)
        left.addWidget(lines)
        left.addStretch(1)
        right = column(spacing=12)
        right.addWidget(self.next)
        right.addStretch(1)
        body = QWidget()
        self._body = QHBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 16)
        self._body.setSpacing(16)
        self._body.addLayout(left, 1)
        self._body.addLayout(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._undo)
        whole.addWidget(scroll_over(body), 1)

    def _show_head(self, report: TestReport) -> None:
        shut = self._shut(report)
        for field, text in (
            (self.number, report.number),
            (self.laboratory, report.laboratory),
            (self.basis, report.basis),
        ):
            field.set_text(text)
            field.set_readonly(shut)
        for day, value in ((self.issued, report.issued), (self.received, report.received)):
            day.set_value(value.isoformat() if value else "")
            day.set_readonly(shut)
        self.files.show_owner(report, readonly=shut, ours=self._ours(report))
        self._foot.setVisible(not shut)

    def _show(self) -> None:
        if self._now is None or self._report is None:
            return
        held = self._now.held
        lines = judging.judged(self._items)
        title = dotted(report_words(self._report.kind), self._report.number)
        sample = held.sample
        facts = dotted(sample.product_name, sample.lot, sample.number, origin_words(self._report))
        chip = verdict_chip(judging.overall(lines))
        if self._report.state == "replaced":
            chip = state_chip("superseded")
        if self._now.taker:
            chip = moved_chip(self._now.taker)
        self._header.set_header(title, facts, chip)
        rows = [report_grid.cells(line) for line in lines]
        self.grid.set_rows(rows, readonly=self._shut(self._report))
        if not self._dirty:
            self.next.show_stand(self._now, doubt=self._desk.duty.clock_doubt)

    def _ours(self, report: TestReport) -> bool:
        """Whether it is neither recognised from another bureau nor handed over to one."""
        return not report.origin and not (self._now is not None and self._now.taker)

    def _shut(self, report: TestReport) -> bool:
        return report.told is not None or report.state != "open" or not self._ours(report)

    # --- writing ------------------------------------------------------------------------------

    def _take_head(self, _text: str) -> None:
        if self._report is None or self._shut(self._report):
            return
        today = self._desk.duty.act().today
        self._report = replace(
            self._report,
            number=self.number.text().strip(),
            laboratory=self.laboratory.text().strip(),
            basis=self.basis.text().strip(),
            issued=read_date(self.issued.value, today),
            received=read_date(self.received.value, today),
        )
        self._changed()

    def _take_cell(self, row: int, key: str, text: str) -> None:
        if row == len(self._items):
            self._items.append(test_reports.blank(self._id))
        self._items[row] = report_grid.edited(self._items[row], key, text)
        self._changed()

    def _delete(self, row: int) -> None:
        if 0 <= row < len(self._items):
            self._gone = (row, self._items.pop(row))
            self._changed()
            self._undo.set_done(self.tr("The line is taken away"))

    def _delete_current(self) -> None:
        self._delete(self.grid.currentIndex().row())

    def _put_back(self) -> None:
        self._undo.set_done("")
        if self._gone is not None:
            self._items.insert(*self._gone)
            self._gone = None
            self._changed()

    def _judge(self, row: int, key: str) -> None:
        if key != "verdict" or row >= len(self._items) or self._report is None:
            return
        if self._shut(self._report):
            return
        line = judging.judged([self._items[row]])[0]
        dialog = JudgeDialog(self._desk.theme, line, self.window())
        dialog.judged.connect(partial(self._take_judgement, row))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_judgement(self, row: int, verdict: str, reason: str, severity: str) -> None:
        item = self._items[row]
        self._items[row] = replace(item, verdict=verdict, note=reason, severity=severity)
        self._changed()

    def _changed(self) -> None:
        self._dirty = True
        self._show()
        self._timer.start()

    def _kept(self, _result: object) -> None:
        if not self._dirty:
            self.look()

    # --- acting -------------------------------------------------------------------------------

    def _go_case(self) -> None:
        if self._report is not None:
            self._desk.go(Place("case", self._report.case_id))

    def _go_sample(self) -> None:
        if self._report is not None:
            self._desk.go(Place("sample", self._report.sample_id))

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < ROOM
        self._foot_row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        side_by_side(self._body, (1, 0), beside=not narrow)
        self.next.setMinimumWidth(0 if narrow else SIDE)
        self.next.setMaximumWidth(16_777_215 if narrow else SIDE)
