"""A sample: what it is, from whose hand to whose it went, and what the laboratory said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.custody_dialog import HandOverDialog
from app.screens.dates import shown_day
from app.screens.due_chip import doubted_day
from app.screens.layout import column, dotted, follow, label_column, scroll_over, side_by_side
from app.screens.place import Place
from app.screens.result_words import origin_words, report_chip, report_words
from app.screens.sample_words import ICONS, break_sentence, kind_words, seal_chip, state_chip
from app.screens.sampling_words import role_words
from app.services import custody, test_reports
from app.services.context import CHINA
from app.services.custody import VOID
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import Chip
from app.widgets.facts import Fact, FactList
from app.widgets.headers import ScreenHeader
from app.widgets.labelled import ErrorLine
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes, Result
    from app.services.custody import Chain
    from db.duty_rows import Custody, TestReport

ROOM = 820  # logical pixels under which the facts go below the chain


class SampleScreen(QWidget):
    """One sample; the next hand-over is the one filled button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._held: Chain | None = None
        self._errors: list[ErrorLine] = []
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._header.set_tile("flask")
        self._case = Button(theme, self.tr("Case"), "secondary", "case")
        self._case.clicked.connect(self._go_case)
        self._result = Button(theme, self.tr("Result"), "secondary", "gauge")
        self._result.clicked.connect(self._enter_result)
        self._hand = Button(theme, self.tr("Write down a hand-over"), "primary", "plus")
        self._hand.clicked.connect(self.hand_over)
        for act in (self._case, self._result, self._hand):
            self._header.add_act(act)
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._take_back)
        self._undo.dismissed.connect(partial(self._undo.set_done, ""))
        self._chain = WorkList(theme, self.tr("Chain of custody"))
        self._chain.pressed_verb.connect(self._correct)
        self._none = Label(
            theme,
            self.tr("No hand-over is written down yet. The chain begins with the seal."),
            "label",
            "muted",
            wrap=True,
        )
        self._wrong = QWidget()
        self._wrong_lines = column(self._wrong, spacing=4)
        self._wrong_lines.setContentsMargins(16, 0, 16, 12)
        self._facts = FactList(theme, label_column())
        self._reports = WorkList(theme, self.tr("Results"))
        self._reports.opened.connect(self._open_report)
        self._no_reports = Label(theme, self.tr("No result yet"), "label", "muted")
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one sample."""
        if place.id != self._id:
            self._undo.set_done("")
        self._id = place.id
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when a sample or a result changed."""
        if {"sample", "test_report"} & changes.kinds:
            self._look()

    def hand_over(self) -> None:
        """Ask for the next hand-over."""
        self._ask(None)

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._desk.theme
        left, right = column(spacing=12), column(spacing=12)
        chain = Card(theme)
        chain.add_row(CardHead(theme, self.tr("Chain of custody")))
        self._none.setContentsMargins(16, 0, 16, 12)
        chain.add_row(self._wrong, line="raised")
        chain.add_row(self._none, line="raised")
        chain.add_row(self._chain, line="raised")
        left.addWidget(chain)
        facts = Card(theme)
        facts.add_row(CardHead(theme, self.tr("The sample")))
        holder = QWidget()
        column(holder, margin=16).addWidget(self._facts)
        facts.add_row(holder, line="raised")
        results = Card(theme)
        results.add_row(CardHead(theme, self.tr("Results")))
        self._no_reports.setContentsMargins(16, 0, 16, 12)
        results.add_row(self._no_reports, line="raised")
        results.add_row(self._reports, line="raised")
        right.addWidget(facts)
        right.addWidget(results)
        body = QWidget()
        self._body = QHBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 16)
        self._body.setSpacing(16)
        for stack, share in ((left, 3), (right, 2)):
            stack.addStretch(1)
            self._body.addLayout(stack, share)
        area = scroll_over(body)
        for work in (self._chain, self._reports):
            work.set_bare()
            work.set_whole(whole=True)
            follow(area, work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._undo)
        whole.addWidget(area, 1)

    def _look(self) -> None:
        held = custody.chain(self._desk.reader, self._id)
        self._held = held
        sample = held.sample
        facts = dotted(sample.product_name, sample.lot, role_words(sample.role))
        chip = state_chip(sample.state)
        if held.breaks:
            chip = Chip(self.tr("Chain broken"), "danger", "triangle")
        self._header.set_header(sample.number, facts, chip)
        self._show_wrong(held)
        rows = self._rows(held)
        self._chain.set_rows(rows)
        self._chain.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._hand.setVisible(bool(custody.next_kinds(held)))
        here = sample.state not in {custody.MOVED, custody.WITHDRAWN}
        told = test_reports.of_sheet(self._desk.reader, sample)
        self._result.setVisible(sample.role == "test" and (here or bool(told)))
        doubt = self._desk.duty.clock_doubt
        self._facts.set_facts(
            [
                fact
                for fact in (
                    Fact(self.tr("Seal"), sample.seal_no),
                    Fact(self.tr("Use"), role_words(sample.role)),
                    Fact(self.tr("Batch"), sample.lot),
                    Fact(self.tr("Unit drawn"), "、".join(str(unit) for unit in sample.drawn)),
                    Fact(self.tr("Now with"), sample.holder),
                    Fact(
                        self._expected_words(), doubted_day(shown_day(sample.expected), doubt=doubt)
                    ),
                    Fact(self.tr("Seed"), sample.seed),
                    Fact(self.tr("Draw watched by"), held.witness),
                )
                if fact.value
            ]
        )
        self._reports.set_rows([self._report(one) for one in told])
        self._reports.setVisible(bool(told))
        self._no_reports.setVisible(not told)

    def _expected_words(self) -> str:
        if self._held is not None and self._held.sample.state == "drawn":
            return self.tr("To be sent by")
        return self.tr("Result expected by")

    def _show_wrong(self, held: Chain) -> None:
        for line in self._errors:
            line.hide()
            line.deleteLater()
        self._errors = []
        for found in held.breaks:
            line = ErrorLine(self._desk.theme)
            line.set_error(break_sentence(found))
            self._errors.append(line)
            self._wrong_lines.addWidget(line)
        self._wrong.setVisible(bool(held.breaks))

    def _rows(self, held: Chain) -> list[Work]:
        holding = {line.id for line in held.holding}
        broken = {found.line_id for found in held.breaks}
        void = {line.corrects for line in held.lines if line.kind == VOID}
        lines = sorted(
            (line for line in held.lines if line.kind != VOID), key=lambda line: (line.at, line.id)
        )
        rows = []
        opened = next((line.at for line in held.holding if line.kind == "opened"), None)
        for line in lines:
            when = line.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
            hands = " → ".join(one for one in (line.giver, line.taker) if one)
            second = dotted(hands, line.place, line.note)
            title = dotted(kind_words(line.kind), when)
            if line.id not in holding:
                words = self.tr("Taken back") if line.id in void else self.tr("Corrected")
                rows.append(
                    Work(line.id, title, second, "undo", "mute", Chip(words, "mute", "undo"))
                )
                continue
            tone = "danger" if line.id in broken else "accent"
            sealed = opened is None or line.at <= opened
            chip = seal_chip(line.seal) if sealed else None
            verb = self.tr("Correct") if held.sample.state != custody.MOVED else ""
            rows.append(Work(line.id, title, second, ICONS[line.kind], tone, chip, verb))
        return rows

    def _report(self, report: TestReport) -> Work:
        kind = self.tr("Corrected report") if report.replaces else report_words(report.kind)
        second = dotted(
            kind if report.number else "", shown_day(report.received), origin_words(report)
        )
        title, chip = report.number or kind, report_chip(report)
        return Work(report.id, title, second, "gauge", chip.tone, chip, chevron=True)

    # --- acting -------------------------------------------------------------------------------

    def _go_case(self) -> None:
        if self._held is not None:
            self._desk.go(Place("case", self._held.sample.case_id))

    def _enter_result(self) -> None:
        self._desk.jobs.write(
            partial(test_reports.begin, act=self._desk.duty.act(), sample_id=self._id),
            done=self._begun,
            failed=self._desk.tell,
            initiator=self,
        )

    def _begun(self, result: Result[TestReport]) -> None:
        self._desk.go(Place("report", result.value.id))

    def _open_report(self, report_id: str) -> None:
        self._desk.go(Place("report", report_id))

    def _correct(self, line_id: str) -> None:
        if self._held is not None:
            line = next((one for one in self._held.holding if one.id == line_id), None)
            if line is not None:
                self._ask(line)

    def _ask(self, line: Custody | None) -> None:
        if self._held is None:
            return
        dialog = HandOverDialog(self._desk, self._held, self.window(), line)
        dialog.written.connect(self._written)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _written(self, line: Custody) -> None:
        self._look()
        last = self._held.last if self._held else None
        way = last is not None and last.id == line.id and not line.corrects
        self._undo.set_done(self.tr("The hand-over is written down"), undo=way)

    def _take_back(self) -> None:
        self._undo.set_done("")
        self._desk.jobs.write(
            partial(custody.take_back, act=self._desk.duty.act(), sample_id=self._id),
            done=self._taken_back,
            failed=self._desk.tell,
            initiator=self,
        )

    def _taken_back(self, _result: Result[Custody]) -> None:
        self._look()

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side(self._body, (3, 2), beside=self.width() >= ROOM)
