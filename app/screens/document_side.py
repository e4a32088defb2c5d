"""The panel beside an issued document: proof, service, what it ordered, printing, withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.document_number import NumberShared
from app.screens.due_chip import doubted, doubted_day
from app.screens.issue_panel import Section, Side
from app.screens.issue_service import ServiceForm, method_words
from app.screens.layout import dotted
from app.screens.printing import PdfSaver, PrintState
from app.screens.printing_box import PrinterBox
from app.services.context import CHINA
from app.services.service import service_of
from app.services.standing_papers import STANDS
from app.widgets.buttons import Button
from app.widgets.chips import clock_chip, state_chip
from app.widgets.labels import Icon, Label, Line
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.document_card import DocumentCard, Ordered
    from app.services.verify import Verdict
    from db.rows import Document


class DocumentSide(Side):
    """Everything about one issued document that is not on its page.

    Signals:
        print_wanted, labels_wanted: The kept pages, or the seal labels, shall be printed.
        serve_wanted: What the form of service says shall be recorded.
        receipt_wanted: A receipt of service shall be written for it.
        withdraw_wanted: The document shall be withdrawn.
        finding_wanted: The id of a finding to open.
        case_wanted: The case shall be opened.
        paper_wanted: The id of another document to open.
    """

    print_wanted = Signal()
    labels_wanted = Signal()
    serve_wanted = Signal()
    receipt_wanted = Signal()
    withdraw_wanted = Signal()
    finding_wanted = Signal(str)
    case_wanted = Signal()
    paper_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._row: Document | None = None
        theme = desk.theme
        self.number = Label(theme, "", "title", wrap=True)
        self._issued = Label(theme, "", "small", "muted", wrap=True)
        self.shared = NumberShared(desk)
        self.shared.opened.connect(self.paper_wanted)
        self._shared_line = Line(theme)
        self._proof = Section(desk, self.tr("Code on the page"))
        self._proof_icon = Icon(theme, "tick-ring", 16, "ok")
        self.proof = Label(theme, "", "label", wrap=True)
        self.served = Label(theme, "", "label", wrap=True)
        self.service = ServiceForm(desk, proof=True)
        self.serve = Button(theme, self.tr("Record the service"), "primary", "tick")
        self.serve.clicked.connect(self.serve_wanted)
        self.receipt = Button(theme, self.tr("Receipt of service"), "secondary", "tick-ring")
        self.receipt.clicked.connect(self.receipt_wanted)
        self.service.changed.connect(self._look_at_service)
        self._ordered = Section(desk, self.tr("What it ordered"))
        self.findings = WorkList(theme, self.tr("Findings"))
        self.findings.opened.connect(self.finding_wanted)
        self.printer = PrinterBox(desk)
        self.printer.changed.connect(self.look)
        self.state = PrintState(desk)
        self.label_state = PrintState(desk)
        self.print = Button(theme, "", "secondary", "printer")
        self.print.clicked.connect(self.print_wanted)
        self.labels = Button(theme, self.tr("Print the seal labels"), "secondary", "tag")
        self.labels.clicked.connect(self.labels_wanted)
        self.labels.hide()
        self.saver = PdfSaver(desk)
        self.withdraw = Button(theme, self.tr("Withdraw…"), "quiet", "undo")
        self.withdraw.clicked.connect(self.withdraw_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        top = self._section(self.tr("Number"), self.number, self._issued)
        top.body.setSpacing(4)
        self.parts.addWidget(self._shared_line)
        self.parts.addWidget(self.shared)
        printing = self._section(self.tr("Printer"), self.printer, self.state)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.print, 1)
        acts.addWidget(self.saver, 1)
        printing.body.addLayout(acts)
        printing.body.addWidget(self.label_state)
        printing.body.addWidget(self.labels)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._proof_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.proof, 1)
        self._proof.body.addLayout(line)
        self.add_part(self._proof)
        self._section(self.tr("Service"), self.served, self.service, self.serve, self.receipt)
        self._ordered.body.addWidget(self.findings)
        self.add_part(self._ordered)
        self.parts.addStretch(1)
        foot = QHBoxLayout()
        case = Button(self._desk.theme, self.tr("Open the case"), "secondary", "case")
        case.clicked.connect(self.case_wanted)
        foot.addWidget(case)
        foot.addStretch(1)
        foot.addWidget(self.withdraw)
        self.foot.addLayout(foot)

    def _section(self, title: str, *parts: QWidget) -> Section:
        section = Section(self._desk, title)
        for part in parts:
            section.body.addWidget(part)
        self.add_part(section)
        return section

    def set_card(self, card: DocumentCard, *, begin: bool) -> None:
        """Show a document; ``begin`` empties the form of service."""
        row = self._row = card.document
        self.number.setText(row.number_text)
        at = row.issued.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
        parts = [self.tr("Issued {time}").format(time=at)]
        if row.due:
            due = doubted_day(shown_day(row.due), doubt=self._desk.duty.clock_doubt)
            parts.append(self.tr("due {day}").format(day=due))
        self._issued.setText(dotted(*parts))
        self.shared.set_shared(card.shared, row.number_text)
        self._shared_line.setVisible(card.shared is not None)
        self._show_proof(card.verdict)
        if begin:
            self.service.begin(card.receiver, row.id)
        self._show_service(row, ours=not card.gone)
        self.findings.set_rows([self._finding(one) for one in card.ordered])
        self.findings.set_whole(whole=True)
        self._ordered.setVisible(bool(card.ordered))
        self.withdraw.setVisible(row.state in STANDS and not card.gone)
        self.state.show_key(row.id)
        self.label_state.show_key(f"{row.id}:labels")
        self.look()

    def set_paper(self, row: Document, pdf: bytes, *, labels: bool) -> None:
        """Take the kept bytes."""
        self.saver.set_paper(row.number_text, pdf)
        self.labels.setVisible(labels)

    def state_of(self, key: str) -> PrintState:
        """The line that follows a paper."""
        return self.label_state if key.endswith(":labels") else self.state

    def look(self, *_: object) -> None:
        """Word the buttons as printer and paper are now."""
        row = self._row
        if row is None:
            return
        there = self.printer.printer is not None
        sent = self.state.of(row.id)
        self.print.setVisible(there and (sent is None or sent.job.state == "done"))
        again = sent is not None
        words = (
            self.tr("Print again, %n copy(s)", None, row.copies)
            if again
            else self.tr("Print %n copy(s)", None, row.copies)
        )
        self.print.set_words(words)
        self.labels.setEnabled(there)

    def _show_proof(self, verdict: Verdict) -> None:
        words = {
            "genuine": self.tr("Genuine: signed by device {device}, content unchanged"),
            "withdrawn": self.tr("Genuine, but the document was withdrawn"),
            "superseded": self.tr("Genuine, but another document took its place"),
            "content-differs": self.tr("The content kept here is not what was signed"),
            "unknown-key": self.tr("Signed by a device this computer does not know"),
        }
        said = words.get(verdict.code, self.tr("The code proves nothing"))
        self.proof.setText(said.format(device=verdict.device or "—"))
        tone = "ok" if verdict.genuine else "warning"
        if verdict.code in {"content-differs", "forged"}:
            tone = "danger"
        self._proof_icon.set_icon("tick-ring" if tone == "ok" else "triangle", tone)
        self._proof.note.setText(verdict.words)

    def _show_service(self, row: Document, *, ours: bool) -> None:
        known = service_of(row)
        self.served.setVisible(known is not None or row.state not in STANDS or not ours)
        if known is not None:
            at = known.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
            names = (known.receiver, known.witness, known.note)
            parts = [method_words(known.method), at, *(name for name in names if name)]
            if known.proof:
                parts.append(self.tr("%n photo(s)", None, len(known.proof)))
            self.served.setText(dotted(*parts))
        elif row.state not in STANDS:
            self.served.setText(self.tr("It was withdrawn before it was served"))
        elif not ours:
            self.served.setText(self.tr("Its service is written down by the bureau that has it"))
        wanted = known is None and row.state in STANDS and ours
        self.service.setVisible(wanted)
        self.serve.setVisible(wanted)
        self.receipt.setVisible(row.state in STANDS and ours)
        self._look_at_service()

    def _look_at_service(self) -> None:
        self.serve.setEnabled(self.service.complete)

    def _finding(self, one: Ordered) -> Work:
        row = one.finding
        chip = state_chip("closed") if row.state == "closed" else None
        if one.left is not None and row.due is not None:
            running = clock_chip(one.left, tip=row.due.isoformat())
            chip = doubted(running, doubt=self._desk.duty.clock_doubt)
        return Work(row.id, row.item, row.law, "rectify", "accent", chip)
