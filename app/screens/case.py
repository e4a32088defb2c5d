"""A case file: its papers with their states, findings, samples, and the next step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.layout import column, scroll_over
from app.screens.place import Place
from app.services import cases, preparing
from app.services.context import CHINA
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import Chip, clock_chip, state_chip
from app.widgets.headers import ScreenHeader
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.cases import Folder, PaperLine, Step
    from app.services.changes import Changes, Result
    from db.connection import Store
    from db.rows import Finding, Record, Sample

PAPERS = {
    "spot-check": "flask",
    "sampling-sheet": "tag",
    "on-site-record": "pen",
    "rectification-notice": "rectify",
}
LIVE = {"open", "ordered", "reported", "rechecked"}


class CaseScreen(QWidget):
    """One matter from arrival to closing; the next step is the one filled button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._folder: Folder | None = None
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._header.set_tile("case")
        self._open_party = Button(theme, self.tr("Open the enterprise"), "secondary", "site")
        self._open_party.clicked.connect(self._go_party)
        self._header.add_act(self._open_party)
        self._next = Button(theme, "", "primary", "chevron-right")
        self._next.clicked.connect(self._take_step)
        self._header.add_act(self._next)
        self._papers = WorkList(theme, self.tr("Papers"))
        self._papers.opened.connect(self._open_paper)
        self._findings = WorkList(theme, self.tr("Findings"))
        self._findings.opened.connect(self._open_finding)
        self._samples = WorkList(theme, self.tr("Samples"))
        self._no_findings = Label(theme, self.tr("Nothing was found wrong"), "label", "muted")
        self._no_samples = Label(theme, self.tr("No sample was drawn"), "label", "muted")
        self._adds = QHBoxLayout()
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one case."""
        self._id = place.id
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, _changes: Changes) -> None:
        """Look again."""
        self._look()

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._desk.theme
        left = column(spacing=12)
        papers = Card(theme)
        papers.add_row(CardHead(theme, self.tr("Papers")))
        papers.add_row(self._papers)
        left.addWidget(papers)
        for form_id, words, icon in (
            ("sampling-sheet", self.tr("Draw a sample"), "flask"),
            ("on-site-record", self.tr("On-site record"), "pen"),
            ("rectification-notice", self.tr("Rectification notice"), "rectify"),
        ):
            button = Button(theme, words, "secondary", icon)
            button.clicked.connect(partial(self._add, form_id))
            self._adds.addWidget(button)
        self._adds.addStretch(1)
        left.addLayout(self._adds)
        left.addStretch(1)
        right = column(spacing=12)
        for title, work, nothing in (
            (self.tr("Findings"), self._findings, self._no_findings),
            (self.tr("Samples"), self._samples, self._no_samples),
        ):
            card = Card(theme)
            card.add_row(CardHead(theme, title))
            nothing.setContentsMargins(16, 4, 16, 12)
            card.add_row(nothing, line="raised")
            card.add_row(work, line="raised")
            right.addWidget(card)
        right.addStretch(1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 16)
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(scroll_over(body), 1)

    def _look(self) -> None:
        found = cases.folder(self._desk.reader, self._desk.duty.act(), self._id)
        self._folder = found
        party = found.enterprise.name if found.enterprise else ""
        opened = found.case.opened.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
        facts = " · ".join(part for part in (party, opened, found.case.campaign) if part)
        chip = state_chip("closed") if found.case.state == "closed" else None
        self._header.set_header(found.case.title, facts, chip)
        self._papers.set_rows([self._paper(line) for line in found.papers])
        self._papers.set_whole(whole=True)
        live = [row for row in found.findings if row.state != "withdrawn"]
        self._findings.set_rows([self._finding(row) for row in live])
        self._findings.set_whole(whole=True)
        self._findings.setVisible(bool(live))
        self._no_findings.setVisible(not live)
        self._samples.set_rows([self._sample(row) for row in found.samples])
        self._samples.set_whole(whole=True)
        self._samples.setVisible(bool(found.samples))
        self._no_samples.setVisible(not found.samples)
        words = self._step_words(found.step)
        self._next.set_words(words)
        self._next.setVisible(bool(words))

    def _paper(self, line: PaperLine) -> Work:
        record, document = line.record, line.document
        icon = PAPERS.get(record.form_id, "document")
        if document is not None:
            chip = state_chip(document.state if document.state != "superseded" else "withdrawn")
            return Work(record.id, record.title, document.number_text, icon, "accent", chip)
        if record.state == "withdrawn":
            chip = state_chip("withdrawn")
            return Work(record.id, record.title, "", icon, "mute", chip)
        if record.state == "finished":
            chip = state_chip("finished")
        elif line.wanted and line.signed < line.wanted and record.answered >= record.asked > 0:
            chip = state_chip("to_sign")
        else:
            chip = state_chip("draft")
        second = self.tr("{answered} of {asked} answered · {signed} of {wanted} signed").format(
            answered=record.answered, asked=record.asked, signed=line.signed, wanted=line.wanted
        )
        return Work(record.id, record.title, second, icon, "accent", chip)

    def _finding(self, row: Finding) -> Work:
        chip: Chip | None = None
        if row.state == "closed":
            chip = state_chip("closed")
        elif row.due is not None:
            left = (row.due - self._desk.duty.act().today).days
            chip = clock_chip(left, working=False, tip=shown_day(row.due))
        return Work(row.id, row.item, row.seen, "rectify", chip.tone if chip else "warning", chip)

    def _sample(self, row: Sample) -> Work:
        role = self.tr("for the test") if row.role == "test" else self.tr("spare")
        second = " · ".join(part for part in (role, row.seal_no) if part)
        return Work(row.id, row.number or row.product_name, second, "flask")

    def _step_words(self, step: Step) -> str:
        return {
            "fill": self.tr("Go on filling in"),
            "sign": self.tr("Review and sign"),
            "add": self.tr("Prepare the next paper"),
            "finish": self.tr("Review and finish"),
            "issue": self.tr("Review and issue"),
            "serve": self.tr("Record the service"),
            "follow": self.tr("Follow the rectification"),
            "close": self.tr("Close the case"),
        }.get(step.code, "")

    # --- acting -------------------------------------------------------------------------------

    def _go_party(self) -> None:
        if self._folder is not None:
            self._desk.go(Place("enterprise", self._folder.case.enterprise_id))

    def _take_step(self) -> None:
        if self._folder is None:
            return
        step = self._folder.step
        places = {
            "fill": Place("fill", step.record_id),
            "sign": Place("review", step.record_id),
            "finish": Place("review", step.record_id),
            "issue": Place("review", step.record_id),
            "serve": Place("document", step.document_id),
            "follow": Place("rectify"),
        }
        if step.code in places:
            self._desk.go(places[step.code])
        elif step.code == "add":
            self._add(step.form_id)
        elif step.code == "close":
            act, case_id = self._desk.duty.act(), self._id
            self._desk.jobs.write(
                lambda store: cases.close(store, act, case_id), failed=self._desk.tell
            )

    def _add(self, form_id: str) -> None:
        act, case_id = self._desk.duty.act(), self._id

        def add(store: Store) -> Result[Record]:
            if form_id == "rectification-notice":
                return preparing.prepare_notice(store, act, case_id)
            return preparing.add_paper(store, act, case_id, form_id)

        self._desk.jobs.write(add, done=self._added, failed=self._desk.tell, initiator=self)

    def _added(self, result: Result[Record]) -> None:
        record = result.value
        screen = "sampling" if record.form_id == "sampling-sheet" else "fill"
        self._desk.go(Place(screen, record.id))

    def _open_paper(self, record_id: str) -> None:
        if self._folder is None:
            return
        for line in self._folder.papers:
            if line.record.id == record_id and line.document is not None:
                self._desk.go(Place("document", line.document.id))
                return
            if line.record.id == record_id:
                sheet = line.record.form_id == "sampling-sheet"
                self._desk.go(Place("sampling" if sheet else "fill", record_id))
                return

    def _open_finding(self, finding_id: str) -> None:
        if self._folder is None:
            return
        for row in self._folder.findings:
            if row.id == finding_id:
                if row.state == "open":
                    self._desk.go(Place("fill", row.record_id, row.path))
                else:
                    self._desk.go(Place("rectify", finding_id))
