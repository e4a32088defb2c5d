"""A case file: its papers with their states, findings, samples, and the next step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.case_desk import DeskCard
from app.screens.case_origin import OriginCard
from app.screens.case_recognised import RecognisedCard
from app.screens.case_reopen import ReopenButton
from app.screens.case_rows import batch_row, finding_row, paper_row, sample_row
from app.screens.case_visit import VisitCard
from app.screens.finding_words import failed
from app.screens.follow_up_card import FollowUpCard
from app.screens.layout import column, dotted, follow, scroll_over, side_by_side
from app.screens.matter_words import ONCE, WITHOUT_SAMPLES, icon_of, offer_words, step_words
from app.screens.place import Place, record_place
from app.screens.procedure_words import short_words
from app.screens.start_dialog import StartDialog
from app.services import (
    addresses,
    campaigns,
    cases,
    citation,
    custody,
    follow_ups,
    interviews,
    offers,
    orders,
    preparing,
    procedure,
)
from app.services.context import CHINA
from app.services.final_results import PATH
from app.services.matters import DESK, SAMPLING, matter_of
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import moved_chip, state_chip
from app.widgets.headers import ScreenHeader
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.cases import Folder, Step
    from app.services.changes import Changes, Result
    from db.connection import Store
    from db.rows import Finding, Record

CITE = f"{citation.CITATION}:"
"""How the offer to cite a finding begins; its id follows."""
MOST_CITED = 4
"""Findings a citation is offered for here; the others are cited from the rectification."""
ROOM = 760  # logical pixels under which findings go below the papers


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
        self._open_party = Button(theme, self.tr("Enterprise"), "secondary", "site")
        self._open_party.clicked.connect(self._go_party)
        self._header.add_act(self._open_party)
        self.reopen = ReopenButton(desk)
        self._header.add_act(self.reopen)
        self._next = Button(theme, "", "primary", "chevron-right")
        self._next.clicked.connect(self._take_step)
        self._header.add_act(self._next)
        self._papers = WorkList(theme, self.tr("Papers"))
        self._papers.opened.connect(self._open_paper)
        self._findings = WorkList(theme, self.tr("Findings"))
        self._findings.opened.connect(self._open_finding)
        self._samples = WorkList(theme, self.tr("Samples"))
        self._samples.opened.connect(self._open_sample)
        self._no_findings = Label(theme, self.tr("No finding so far"), "label", "muted")
        self._no_samples = Label(theme, self.tr("No sample drawn so far"), "label", "muted")
        self._adds = WorkList(theme, self.tr("Papers that may follow"))
        self._adds.opened.connect(self._add)
        self._adds.pressed_verb.connect(self._add)
        self._duties = FollowUpCard(desk, begins=True)
        self.origin = OriginCard(desk)
        self.recognised = RecognisedCard(desk)
        self.visit = VisitCard(desk)
        self.visit.wanted.connect(self._add)
        self.reception = DeskCard(desk)
        self.reception.handed_over.connect(self._hand_over)
        self.reception.opened.connect(self._open_case)
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
        left, right = column(spacing=12), column(spacing=12)
        self._adds_card = self._card(self.tr("Papers that may follow"), self._adds, None)
        left.addWidget(self.origin)
        left.addWidget(self.visit)
        left.addWidget(self.reception)
        left.addWidget(self._card(self.tr("Papers"), self._papers, None))
        left.addWidget(self._adds_card)
        right.addWidget(self._duties)
        self._findings_card = self._card(self.tr("Findings"), self._findings, self._no_findings)
        self._samples_card = self._card(self.tr("Samples"), self._samples, self._no_samples)
        right.addWidget(self._findings_card)
        right.addWidget(self._samples_card)
        right.addWidget(self.recognised)
        body = QWidget()
        self._body = QHBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 16)
        self._body.setSpacing(16)
        for stack, share in ((left, 3), (right, 2)):
            stack.addStretch(1)
            self._body.addLayout(stack, share)
        area = scroll_over(body)
        for work in (self._papers, self._adds, self._findings, self._samples):
            work.set_bare()
            work.set_whole(whole=True)
            follow(area, work)
        for card in (self._duties, self.recognised):
            follow(area, card.work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(area, 1)

    def _card(self, title: str, work: WorkList, nothing: Label | None) -> Card:
        card = Card(self._desk.theme)
        card.add_row(CardHead(self._desk.theme, title))
        if nothing is not None:
            nothing.setContentsMargins(16, 0, 16, 12)
            card.add_row(nothing, line="raised")
        card.add_row(work, line="raised" if nothing is not None else "line")
        return card

    def _look(self) -> None:
        found = cases.folder(self._desk.reader, self._desk.duty.act(), self._id)
        self._folder = found
        party = found.enterprise.name if found.enterprise else ""
        opened = found.case.opened.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
        campaign = campaigns.name_of(self._desk.reader, found.case.campaign)
        facts = dotted(party, opened, campaign)
        chip = state_chip("closed") if found.case.state == "closed" else None
        if found.gone:
            chip = moved_chip(found.gone)
        self._header.set_header(found.case.title, facts, chip)
        self._open_party.setVisible(bool(found.case.enterprise_id))
        self.reopen.show_case(found.case, gone=bool(found.gone))
        self.origin.show_case(found.case)
        self.recognised.show_case(found.case)
        self.visit.show_case(found)
        self.reception.show_case(found)
        self._papers.set_rows([paper_row(line) for line in found.papers])
        rows = self._next_papers(found)
        self._adds.set_rows(rows)
        self._adds_card.setVisible(bool(rows))
        live = [row for row in found.findings if row.state != "withdrawn"]
        self._findings.set_rows([finding_row(self._desk, row) for row in live])
        self._findings.setVisible(bool(live))
        self._no_findings.setVisible(not live)
        matter = matter_of(found.case.kind)
        self._findings_card.setVisible(bool(live or matter.order))
        today = self._desk.duty.act().today
        told = found.case.kind == DESK  # the card of the reception tells the same, with its acts
        due = () if told else follow_ups.of_case(self._desk.reader, self._id, today)
        begins = self._id if found.goes_on else ""
        self._duties.set_place(begins, dotted(found.case.title, party))
        self._duties.set_lines(due)
        traced = [batch_row(row) for row in found.batches]
        self._samples.set_rows([*(sample_row(row) for row in found.samples), *traced])
        self._samples.setVisible(bool(found.samples or traced))
        self._no_samples.setVisible(not (found.samples or traced))
        self._samples_card.setVisible(bool(found.samples or traced or SAMPLING in matter.offers))
        words = self._step_words(found.step)
        self._next.set_words(words)
        self._next.setVisible(bool(words))

    def _next_papers(self, found: Folder) -> list[Work]:
        """Only what makes sense now: each with the reason why."""
        if not found.goes_on:
            return []
        live = [line.record for line in found.papers if line.record.state != "withdrawn"]
        drafts = {record.form_id for record in live if record.state == "draft"}
        made = {record.form_id for record in live}
        offered: list[tuple[str, str, str]] = []
        open_ones = sum(1 for row in found.findings if row.state == "open")
        matter = matter_of(found.case.kind)
        drawn = any(not custody.is_void(one) for one in found.samples)
        if open_ones and matter.order and matter.order not in drafts:
            why = self.tr("%n finding(s) not ordered to be rectified yet", None, open_ones)
            offered.append((matter.order, offer_words(matter.order)[0], why))
        if matter.again and matter.form_id not in drafts:
            offered.append((matter.form_id, *offer_words(matter.form_id, again=True)))
        offered += [
            (form_id, *offer_words(form_id, again=form_id in made))
            for form_id in (*offers.now(self._desk.reader, found.case), *self._address(found))
            if form_id not in (made if form_id in ONCE else drafts)
            and interviews.fits(self._desk.reader, found.case, form_id)
            and not (drawn and form_id in WITHOUT_SAMPLES)
        ]
        cited = citation.citable(self._desk.reader, found.case.id, found.findings)
        offered += [
            (f"{CITE}{row.id}", self._cite_words(row), row.seen or failed(row.item))
            for row in cited[:MOST_CITED]
        ]
        verb = self.tr("Prepare")
        return [
            Work(key, words, why, icon_of(key.partition(":")[0]), "accent", None, verb)
            for key, words, why in offered
        ]

    def _cite_words(self, row: Finding) -> str:
        """The verb, and the procedure that applies where it is not the simple one."""
        found = procedure.of_finding(self._desk.reader, row, self._desk.duty.act().today)
        return dotted(self.tr("Cite on the spot"), short_words(found))

    def _address(self, found: Folder) -> tuple[str, ...]:
        """The confirmation of the address, once a paper was issued and while there is none."""
        issued = any(line.document is not None for line in found.papers)
        kept = addresses.confirmation(self._desk.reader, found.case.enterprise_id)
        return (addresses.ADDRESS,) if issued and not kept else ()

    def _step_words(self, step: Step) -> str:
        return {
            "fill": self.tr("Go on filling in"),
            "sign": self.tr("Review and sign"),
            "add": step_words(step.form_id),
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
            "issue": Place("issue", step.record_id),
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
        if form_id.startswith(CITE):
            self._cite(form_id.removeprefix(CITE))
            return
        act, case_id = self._desk.duty.act(), self._id

        def add(store: Store) -> Result[Record]:
            if orders.is_order(form_id):
                return preparing.prepare_notice(store, act, case_id)
            return preparing.add_paper(store, act, case_id, form_id)

        self._desk.jobs.write(add, done=self._added, failed=self._desk.tell, initiator=self)

    def _cite(self, finding_id: str) -> None:
        """Begin the citation of a finding, or go on with the one begun."""
        job = partial(citation.prepare_citation, act=self._desk.duty.act(), finding_id=finding_id)
        self._desk.jobs.write(job, done=self._added, failed=self._desk.tell, initiator=self)

    def _added(self, result: Result[Record]) -> None:
        self._desk.go(record_place(result.value))

    def _hand_over(self) -> None:
        """Begin an inspection of the unit a complaint or a report is about."""
        if self._folder is not None:
            unit, origin = self._folder.case.enterprise_id, self._folder.case.id
            StartDialog(self._desk, unit, self.window(), origin=origin).open()

    def _open_case(self, case_id: str) -> None:
        self._desk.go(Place("case", case_id))

    def _open_paper(self, record_id: str) -> None:
        if self._folder is None:
            return
        for line in self._folder.papers:
            if line.record.id == record_id and line.document is not None:
                self._desk.go(Place("document", line.document.id))
                return
            if line.record.id == record_id:
                self._desk.go(record_place(line.record))
                return

    def _open_sample(self, sample_id: str) -> None:
        traced = self._folder is not None and sample_id in {b.id for b in self._folder.batches}
        self._desk.go(Place("batch" if traced else "sample", sample_id))

    def _open_finding(self, finding_id: str) -> None:
        if self._folder is None:
            return
        for row in self._folder.findings:
            if row.id == finding_id:
                if row.path.startswith(PATH):
                    self._desk.go(Place("report", row.path.removeprefix(PATH)))
                elif row.state == "open":
                    self._desk.go(Place("fill", row.record_id, row.path))
                else:
                    self._desk.go(Place("rectify", finding_id))

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side(self._body, (3, 2), beside=self.width() >= ROOM)
