"""Other bureaux' results a case uses: each with where it is from, and a finding begun from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.layout import column, dotted, label_column
from app.screens.place import Place
from app.screens.result_words import origin_words, verdict_chip, verdict_words
from app.services import recognised
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.dialog import DialogFrame
from app.widgets.facts import Fact, FactList
from app.widgets.fields import Item
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.pick import PickField
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.recognised import Used
    from db.duty_rows import TestReport
    from db.rows import CaseFile, Finding

OFFERED = 12
"""Results shown at once while one is looked for."""


class RecognisedCard(Card):
    """What a case uses of other bureaux; without anything to use it is not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._case: CaseFile | None = None
        self._used: dict[str, Used] = {}
        self._last = ""
        theme = desk.theme
        self.add_row(CardHead(theme, self.tr("Recognised results")))
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._take_back)
        self._undo.dismissed.connect(partial(self._say, ""))
        self.work = WorkList(theme, self.tr("Recognised results"))
        self.work.set_bare()
        self.work.set_whole(whole=True)
        self.work.opened.connect(self._open)
        self.work.pressed_verb.connect(self._begin)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        self.use = Button(theme, self.tr("Use a recognised result…"), "secondary", "gauge")
        self.use.clicked.connect(self._ask)
        foot.addWidget(self._undo)
        foot.addWidget(self.use, alignment=Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        lines = column(inside)
        for part in (self.work, self._foot):
            lines.addWidget(part)
        self.add_row(inside)

    def show_case(self, case: CaseFile) -> None:
        """Show what a case uses, and the way to more where there is any."""
        if self._case is None or self._case.id != case.id:
            self._undo.set_done("")
        self._case = case
        found = recognised.used(self._desk.reader, case.id)
        self._used = {one.report.id: one for one in found}
        self.work.set_rows([self._row(one) for one in found])
        self.work.setVisible(bool(found))
        more = recognised.may_use(self._desk.reader, case)
        self.use.setVisible(more)
        self.setVisible(bool(found) or more)
        self._show_foot()

    def _show_foot(self) -> None:
        self._foot.setVisible(not (self.use.isHidden() and self._undo.isHidden()))

    def _say(self, words: str) -> None:
        self._undo.set_done(words)
        self._show_foot()

    def _row(self, one: Used) -> Work:
        report = one.report
        open_case = self._case is not None and self._case.state == "open"
        verb = self.tr("Begin a finding") if one.may_begin and open_case else ""
        chip = verdict_chip(report.verdict)
        title, second = dotted(report.number, one.product), origin_words(report)
        return Work(report.id, title, second, "gauge", chip.tone, chip, verb)

    def _open(self, used_id: str) -> None:
        self._desk.go(Place("report", self._used[used_id].report.recognised_id))

    def _ask(self) -> None:
        if self._case is None:
            return
        dialog = RecognisedDialog(self._desk, self._case, self.window())
        dialog.used.connect(self._taken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _taken(self, row: TestReport) -> None:
        self._last = row.id
        self._look()
        self._say(self.tr("The result is used in this case"))

    def _take_back(self) -> None:
        self._say("")
        job = partial(recognised.take_back, act=self._desk.duty.act(), used_id=self._last)
        self._desk.jobs.write(job, done=self._done, failed=self._desk.tell, initiator=self)

    def _begin(self, used_id: str) -> None:
        self._say("")
        job = partial(recognised.begin_finding, act=self._desk.duty.act(), used_id=used_id)
        self._desk.jobs.write(job, done=self._done, failed=self._desk.tell)

    def _done(self, _result: Result[TestReport] | Result[Finding]) -> None:
        self._look()

    def _look(self) -> None:
        if self._case is not None:
            self.show_case(self._case)


class RecognisedDialog(DialogFrame):
    """Asks which recognised result a case uses, by number, product, laboratory or bureau.

    Signals:
        used: The ``TestReport`` the case now holds.
    """

    used = Signal(object)

    def __init__(self, desk: Desk, case: CaseFile, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", width=640, parent=parent)
        self._desk, self._case = desk, case
        title = self.tr("Use a recognised result")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        theme = desk.theme
        words = self.tr(
            "Another bureau tested it and the result is final; it counts here as there. Where it "
            "is from stays with it, on the screen and on every paper."
        )
        self.body.addWidget(Label(theme, words, "field", "muted", wrap=True))
        self._offered = recognised.offered(desk.reader, case)
        self.which = PickField(theme, self.tr("Result"), self._search)
        self.which.chosen.connect(self._choose)
        self._line = Labelled(
            theme, self.tr("Result"), self.which, required=True, column=label_column()
        )
        self.body.addWidget(self._line)
        self._facts = FactList(theme, label_column())
        holder = QWidget()
        column(holder).addWidget(self._facts)
        self.body.addWidget(holder)
        self.add_leave()
        self.act = self.add_act(self.tr("Use in this case"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._use)
        self._chosen = ""
        self.which.setFocus()

    def _search(self, text: str) -> Sequence[Item]:
        words = text.split()
        found = (
            Item(
                one.report.id,
                dotted(one.report.number, one.product),
                dotted(verdict_words(one.report.verdict), origin_words(one.report)),
            )
            for one in self._offered
            if all(word in _told(one) for word in words)
        )
        return [item for item, _place in zip(found, range(OFFERED), strict=False)]

    def _choose(self, report_id: str) -> None:
        self._chosen = report_id
        self._line.set_error("")
        one = next((one for one in self._offered if one.report.id == report_id), None)
        facts = (
            (
                Fact(self.tr("From"), origin_words(one.report)),
                Fact(self.tr("Product"), one.product),
                Fact(self.tr("Laboratory"), one.report.laboratory),
                Fact(self.tr("Issued on"), shown_day(one.report.issued)),
                Fact(self.tr("Judged by"), one.report.basis),
                Fact(self.tr("Verdict"), verdict_words(one.report.verdict)),
            )
            if one is not None
            else ()
        )
        self._facts.set_facts([fact for fact in facts if fact.value])

    def _use(self) -> None:
        if not self._chosen:
            self._line.set_error(self.tr("Choose a result."))
            self.which.setFocus()
            return
        job = partial(
            recognised.use,
            act=self._desk.duty.act(),
            case_id=self._case.id,
            report_id=self._chosen,
        )
        self._desk.jobs.write(job, done=self._taken, failed=self._desk.tell)

    def _taken(self, result: Result[TestReport]) -> None:
        self.used.emit(result.value)
        self.accept()


def _told(one: Used) -> str:
    report = one.report
    return f"{report.number} {report.laboratory} {report.origin} {one.product}"
