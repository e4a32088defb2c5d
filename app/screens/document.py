"""文书卡: the kept pages of an issued document, its code, its service, printing and withdrawal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.document_side import DocumentSide
from app.screens.layout import dotted
from app.screens.paper_view import Pager, PaperView, ZoomButton
from app.screens.place import Place, record_place
from app.screens.sentences import sentence
from app.services import document_card, pages, receipts, service
from app.services.errors import Refused
from app.shell.spooler import PrintOrder
from app.widgets.chips import STATES, moved_chip, state_chip
from app.widgets.dialog import DialogFrame
from app.widgets.fields import TextField, commit_input_method
from app.widgets.headers import TaskHeader
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from db.errors import MachineError

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes, Result
    from app.services.pages import Drawn
    from db.rows import Document, Record

OUT = frozenset({"done", "handed-over"})


class DocumentScreen(QWidget):
    """One issued document; its pages are the kept bytes and never drawn anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._row: Document | None = None
        self._title = ""
        self._drawn: Drawn | None = None
        self._just_issued = False
        self._print_wanted = False
        theme = desk.theme
        self._header = TaskHeader(theme, self.tr("Back"))
        self._header.left.connect(self._back)
        self.paper = PaperView(desk)
        self.paper.drawn.connect(self._show_pages)
        self.paper.refused.connect(self._refuse)
        self._pager = Pager(theme, self.paper.pages)
        self.zoom = ZoomButton(theme, self.paper.pages)
        self._header.add_act(self._pager)
        self._header.add_act(self.zoom)
        self.side = DocumentSide(desk)
        self.side.print_wanted.connect(self.print)
        self.side.labels_wanted.connect(self.print_labels)
        self.side.serve_wanted.connect(self._serve)
        self.side.receipt_wanted.connect(self._write_receipt)
        self.side.withdraw_wanted.connect(self._ask_reason)
        self.side.finding_wanted.connect(self._open_finding)
        self.side.case_wanted.connect(self._open_case)
        self.side.paper_wanted.connect(self._open_paper)
        self.side.printer.changed.connect(self._print_if_wanted)
        for state in (self.side.state, self.side.label_state):
            state.ended.connect(self._printed)
            state.again_wanted.connect(self._print_again)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.paper, 1)
        body.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(body, 1)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one document; the spot ``issued`` prints it, once."""
        if place.id != self._id:
            self._id = place.id
            self._drawn = None
            self.paper.forget()
        first = place.spot == "issued" and self.side.state.of(self._id) is None
        self._just_issued = place.spot == "issued"
        self._print_wanted = first
        self.side.printer.ask()
        self._look(begin=True)
        if self._drawn is None:
            act = self._desk.duty.act()
            self.paper.load(partial(pages.of_document, self._desk.own_reader, act, self._id))

    def leave(self) -> None:
        """Commit the input method; how it was served is kept when its button is pressed."""
        commit_input_method()

    def refresh(self, changes: Changes) -> None:
        """Look again when this document or its findings changed."""
        if self._id in changes.ids or changes.kinds & {"finding", "attachment", "document", "sync"}:
            self._look(begin=False)

    # --- showing ------------------------------------------------------------------------------

    def _look(self, *, begin: bool) -> None:
        today = self._desk.duty.act().today
        try:
            card = document_card.card(self._desk.reader, self._id, today)
        except Refused as error:
            self._refuse(error)
            return
        row = self._row = card.document
        self._title = card.title
        facts = dotted(card.party, row.number_text)
        chip = state_chip(row.state if row.state in STATES else "closed")
        if card.gone:
            chip = moved_chip(card.gone)
        self._header.set_header(card.title, facts, chip)
        self.side.set_card(card, begin=begin)

    def _show_pages(self, drawn: Drawn) -> None:
        self._drawn = drawn
        row = self._row
        if row is None:
            return
        names = [self._title, *(str(n) for n in range(2, len(drawn.pictures) + 1))]
        pictures = drawn.pictures
        if drawn.labels is not None:
            names += [
                self.tr("Label {number}").format(number=place + 1)
                for place in range(len(drawn.labels.pictures))
            ]
            pictures += drawn.labels.pictures
        self.paper.put(pictures, names)
        self._pager.look()
        self.side.set_paper(row, drawn.pdf, labels=drawn.labels is not None)
        self._print_if_wanted()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refused | MachineError):
            self.paper.explain("\n".join(sentence(error.code, error.facts)))
        else:
            self.paper.explain(self.tr("The kept pages could not be shown"))
            self._desk.tell(error)

    # --- printing -----------------------------------------------------------------------------

    def print(self) -> None:
        """Print the kept bytes, in as many copies as the document says."""
        if self._row is not None and self._drawn is not None:
            self._send(self._id, self._row.number_text, self._drawn.pdf, self._row.copies)

    def print_labels(self) -> None:
        """Print the seal labels, once."""
        if self._row is not None and self._drawn is not None and self._drawn.labels is not None:
            title = self.tr("Seal labels {number}").format(number=self._row.number_text)
            self._send(f"{self._id}:labels", title, self._drawn.labels.pdf, 1)

    def _print_again(self, key: str) -> None:
        document_id, _, labels = key.partition(":")
        if document_id != self._id or self._drawn is None:
            self._desk.go(Place("document", document_id))
        elif labels:
            self.print_labels()
        else:
            self.print()

    def _send(self, key: str, title: str, pdf: bytes, copies: int) -> None:
        printer = self.side.printer.printer
        if printer is None:
            self.side.saver.ask()
            return
        duplex = bool(printer.duplex) and self._desk.config.settings.duplex
        self.side.state_of(key).send(key, PrintOrder(pdf, printer.name, title, copies, duplex))
        self.side.look()

    def _print_if_wanted(self) -> None:
        if not self._print_wanted or self._drawn is None or not self.side.printer.known:
            return
        self._print_wanted = False
        if self.side.printer.printer is not None:
            self.print()
            self.print_labels()

    def _printed(self, key: str, state: str) -> None:
        self.side.look()
        if state in OUT and self._row is not None and key == self._row.id:
            act, copies = self._desk.duty.act(), self._row.copies
            job = partial(service.reprinted, act=act, document_id=key, copies=copies)
            self._desk.jobs.write(job, failed=self._desk.tell)

    # --- acting -------------------------------------------------------------------------------

    def _serve(self) -> None:
        commit_input_method()
        handed = self.side.service.service()
        job = partial(
            service.serve, act=self._desk.duty.act(), document_id=self._id, service=handed
        )
        self._desk.jobs.write(job, done=self._written, failed=self._desk.tell, initiator=self)

    def _write_receipt(self) -> None:
        """Begin the receipt of service, or go on with the one begun."""
        job = partial(receipts.prepare_receipt, act=self._desk.duty.act(), document_id=self._id)
        self._desk.jobs.write(job, done=self._receipt_begun, failed=self._desk.tell, initiator=self)

    def _receipt_begun(self, result: Result[Record]) -> None:
        self._desk.go(record_place(result.value))

    def _ask_reason(self) -> None:
        title = self.tr("Withdraw this document")
        dialog = DialogFrame(self._desk.theme, title, width=520, parent=self.window())
        told = self.tr(
            "The number stays used, the page stays kept, and what it ordered is open again. "
            "This cannot be undone."
        )
        reason = TextField(self._desk.theme, self.tr("Reason"))
        dialog.body.addWidget(Label(self._desk.theme, told, "field", "muted", wrap=True))
        dialog.body.addWidget(Labelled(self._desk.theme, self.tr("Reason"), reason, required=True))
        leave = dialog.add_leave()
        leave.setDefault(True)
        act = dialog.add_act(self.tr("Withdraw"), "danger")
        act.clicked.connect(partial(self._withdraw, reason, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _withdraw(self, reason: TextField, dialog: DialogFrame) -> None:
        commit_input_method()
        self.withdraw(reason.text())
        if reason.text().strip():
            dialog.accept()

    def withdraw(self, reason: str) -> None:
        """Withdraw the document with its reason."""
        job = partial(
            service.withdraw, act=self._desk.duty.act(), document_id=self._id, reason=reason
        )
        self._desk.jobs.write(job, done=self._written, failed=self._desk.tell, initiator=self)

    def _written(self, _result: object) -> None:
        self._look(begin=False)

    def _open_finding(self, finding_id: str) -> None:
        self._desk.go(Place("rectify", finding_id))

    def _open_paper(self, document_id: str) -> None:
        self._desk.go(Place("document", document_id))

    def _open_case(self) -> None:
        if self._row is not None:
            self._desk.go(Place("case", self._row.case_id))

    def _back(self) -> None:
        """To where one came from; after issuing, to the case and not to the empty desk."""
        if self._just_issued:
            self._open_case()
        else:
            self._desk.back()
