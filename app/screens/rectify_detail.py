"""One finding that was ordered to be rectified: what, by which law, until when, and what next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.finding_words import failed
from app.screens.layout import column, dotted, label_column
from app.screens.place import Place, record_place
from app.screens.start_dialog import StartDialog
from app.services import attachments, citation, findings
from app.services.context import CHINA
from app.services.matters import INTERVIEW
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.chips import Chip, ChipLabel
from app.widgets.facts import Fact, FactList
from app.widgets.labels import Label, Line
from app.widgets.photos import Photo, PhotoStrip

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.rectification import FollowLine
    from db.rows import Attachment, Record

SMALL = attachments.THUMBNAIL_WIDTH * 2  # pixels across: before and after are looked at closely


class FindingDetail(Card):
    """The panel beside the board.

    Signals:
        reported: The party's report has come in.
        closed: Two inspectors have seen that it is put right.
    """

    reported = Signal(str)
    closed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._line: FollowLine | None = None
        self._pictures: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        theme = desk.theme
        self._title = Label(theme, "", "heading", wrap=True)
        self._chip = ChipLabel(theme)
        self._party = Label(theme, "", "small", "muted", wrap=True)
        self._seen = Label(theme, "", "field", wrap=True)
        self._photos = PhotoStrip(theme)
        self._photos.set_readonly(True)
        self._facts = FactList(theme, label_column())
        self._report = Button(theme, self.tr("Report received"), "secondary", "mail")
        self._report.clicked.connect(self._tell_reported)
        self._close = Button(theme, self.tr("Rectified: close"), "primary", "tick")
        self._close.clicked.connect(self._tell_closed)
        self._paper = Button(theme, self.tr("Open the notice"), "link", "document")
        self._paper.clicked.connect(self._go_document)
        self._case = Button(theme, self.tr("Open the case"), "link", "case")
        self._case.clicked.connect(self._go_case)
        self._talk = Button(theme, self.tr("Interview the unit"), "link", "speech")
        self._talk.clicked.connect(self._start_interview)
        self._cite = Button(theme, self.tr("Cite on the spot"), "link", "yen")
        self._cite.clicked.connect(self._begin_citation)
        self._lay_out()

    def show_line(self, line: FollowLine, chip: Chip | None) -> None:
        """Show one finding."""
        self._line = line
        row = line.finding
        self._title.setText(failed(row.item))
        self._chip.set_chip(chip or Chip(""))
        number = line.document.number_text if line.document else ""
        self._party.setText(dotted(line.enterprise, number))
        self._seen.setText(row.seen)
        due = shown_day(row.due)
        note = ""
        if row.due_provisional:
            note = self.tr("provisional: that year's calendar is not published yet")
        self._facts.set_facts(
            [
                fact
                for fact in (
                    Fact(self.tr("Law"), row.law),
                    Fact(self.tr("Measure"), measure_words(row.measure)),
                    Fact(self.tr("Deadline"), due, under=note, under_tone="warning"),
                    Fact(self.tr("Found on"), shown_day(row.created.astimezone(CHINA).date())),
                    Fact(self.tr("State"), state_words(row.state)),
                )
                if fact.value
            ]
        )
        self._paper.setVisible(line.document is not None)
        self._report.setVisible(row.state == "ordered")
        for act in (self._talk, self._cite):
            act.setVisible(row.state in findings.LIVE)
        self._show_photos()

    def _lay_out(self) -> None:
        holder = QWidget()
        lines = column(holder, spacing=12, margin=16)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self._chip)
        lines.addLayout(top)
        lines.addWidget(self._party)
        lines.addWidget(self._seen)
        lines.addWidget(self._photos)
        lines.addWidget(Line(self._desk.theme))
        lines.addWidget(self._facts)
        lines.addWidget(Line(self._desk.theme))
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self._paper)
        links.addWidget(self._case)
        links.addStretch(1)
        lines.addLayout(links)
        further = QHBoxLayout()
        further.setSpacing(16)
        further.addWidget(self._talk)
        further.addWidget(self._cite)
        further.addStretch(1)
        lines.addLayout(further)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self._report)
        acts.addStretch(1)
        acts.addWidget(self._close)
        lines.addLayout(acts)
        lines.addStretch(1)
        self.add_row(holder)

    # --- photos -------------------------------------------------------------------------------

    def _show_photos(self) -> None:
        if self._line is None:
            return
        kept = attachments.of_owner(self._desk.reader, "finding", self._line.finding.id)
        shown = []
        for row in kept:
            picture = self._pictures.get(row.sha256)
            if picture is None:
                self._draw(row)
            shown.append(Photo(row.id, picture or QPixmap(), row.caption))
        self._photos.set_photos(shown)
        self._photos.setVisible(bool(shown))

    def _draw(self, row: Attachment) -> None:
        if row.sha256 in self._asked:
            return
        self._asked.add(row.sha256)
        self._desk.jobs.background(
            partial(attachments.copy_apart, self._desk.own_reader, row, SMALL),
            partial(self._drawn, row.sha256),
            self._desk.tell,
        )

    def _drawn(self, sha256: str, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        self._pictures[sha256] = picture
        self._show_photos()

    # --- acting -------------------------------------------------------------------------------

    def _tell_reported(self) -> None:
        if self._line is not None:
            self.reported.emit(self._line.finding.id)

    def _tell_closed(self) -> None:
        if self._line is not None:
            self.closed.emit(self._line.finding.id)

    def _go_document(self) -> None:
        if self._line is not None and self._line.document is not None:
            self._desk.go(Place("document", self._line.document.id))

    def _start_interview(self) -> None:
        if self._line is not None:
            row = self._line.finding
            StartDialog(
                self._desk, row.enterprise_id, self.window(), INTERVIEW, origin=row.id
            ).open()

    def _begin_citation(self) -> None:
        if self._line is not None:
            job = partial(
                citation.prepare_citation,
                act=self._desk.duty.act(),
                finding_id=self._line.finding.id,
            )
            self._desk.jobs.write(job, done=self._begun, failed=self._desk.tell)

    def _begun(self, result: Result[Record]) -> None:
        self._desk.go(record_place(result.value))

    def _go_case(self) -> None:
        if self._line is not None:
            self._desk.go(Place("case", self._line.finding.case_id))


def measure_words(measure: str) -> str:
    """What was ordered, in words."""
    return {
        "correct-now": QCoreApplication.translate("Rectify", "Correct at once"),
        "correct-by": QCoreApplication.translate("Rectify", "Correct by a date"),
        "stop-use": QCoreApplication.translate("Rectify", "Out of use at once"),
        "file-case": QCoreApplication.translate("Rectify", "Hand over to open a case"),
    }.get(measure, measure)


def state_words(state: str) -> str:
    """How far a finding is, in words."""
    return {
        "ordered": QCoreApplication.translate("Rectify", "Ordered; no report received yet"),
        "reported": QCoreApplication.translate("Rectify", "Report received; to be re-checked"),
        "rechecked": QCoreApplication.translate("Rectify", "Re-checked; not closed yet"),
        "closed": QCoreApplication.translate("Rectify", "Closed"),
        "escalated": QCoreApplication.translate("Rectify", "Handed over to open a case"),
    }.get(state, "")
