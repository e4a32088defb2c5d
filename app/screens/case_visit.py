"""The inspection a case is about: approved, announced, arrived, left; each step one act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.due_chip import doubted_day
from app.screens.layout import column, dotted
from app.screens.visit_words import kind_words, lacking_words, stage_chip, tally_words
from app.services import visits
from app.services.context import CHINA
from app.services.matters import APPROVAL, VISIT_NOTICE, matter_of
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import ChipLabel
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.cases import Folder
    from db.duty_rows import Visit


class VisitCard(Card):
    """How far the visit of a case is, what it lacks, and the next thing to do.

    Signals:
        wanted: A paper is to be prepared; its form.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._row: Visit | None = None
        theme = desk.theme
        self.add_row(CardHead(theme, self.tr("Approval and notice of the inspection")))
        self._chip = ChipLabel(theme, stage_chip("planned"))
        self._facts = Label(theme, "", "field", wrap=True)
        self._lacks = Label(theme, "", "label", "warning", wrap=True)
        self.approval = Button(theme, self.tr("Prepare the approval"), "secondary", "stamp")
        self.approval.clicked.connect(partial(self.wanted.emit, APPROVAL))
        self.notice = Button(theme, self.tr("Prepare the notice"), "secondary", "document")
        self.notice.clicked.connect(partial(self.wanted.emit, VISIT_NOTICE))
        self.arrived = Button(theme, self.tr("Arrived"), "secondary", "place")
        self.arrived.clicked.connect(self._arrive)
        self.left = Button(theme, self.tr("Left"), "secondary", "door")
        self.left.clicked.connect(self._leave)
        body = QWidget()
        rows = column(body, spacing=8)
        rows.setContentsMargins(16, 0, 16, 12)
        head = QHBoxLayout()
        head.addWidget(self._chip)
        head.addWidget(self._facts, 1)
        rows.addLayout(head)
        rows.addWidget(self._lacks)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.approval, self.notice, self.arrived, self.left):
            acts.addWidget(button)
        acts.addStretch(1)
        rows.addLayout(acts)
        self.add_row(body, line="raised")

    def show_case(self, found: Folder) -> None:
        """Show the visit of a case; nothing where the case is no inspection."""
        row = visits.current(self._desk.reader, found.case.id)
        self._row = row
        inspected = matter_of(found.case.kind).visit
        self.setVisible(row is not None or (inspected and found.case.state == "open"))
        if self.isHidden():
            return
        stage = visits.stage(row) if row else "planned"
        self._chip.set_chip(stage_chip(stage))
        year = self._desk.duty.act().today.year
        count = visits.tally(self._desk.reader, found.case.enterprise_id, year)
        tally = tally_words(count.made, count.planned, count.cap)
        self._facts.setText(dotted(*self._told(row), tally) if row else tally)
        lacking = visits.lacking(row) if row else "approval"
        self._lacks.setText(lacking_words(lacking))
        self._lacks.setVisible(bool(lacking))
        self.approval.setVisible(found.goes_on and lacking in {"approval", "approval-after"})
        self.notice.setVisible(found.goes_on and lacking == "notice" and stage != "done")
        there = None if found.gone else row
        self.arrived.setVisible(there is not None and there.arrived is None)
        arrived = there is not None and there.arrived is not None
        self.left.setVisible(arrived and there is not None and there.left_at is None)

    def _told(self, row: Visit) -> tuple[str, ...]:
        parts = [kind_words(row.kind)]
        if row.planned is not None and row.arrived is None:
            words = self.tr("planned for {day}").format(day=shown_day(row.planned))
            parts.append(doubted_day(words, doubt=self._desk.duty.clock_doubt))
        if row.arrived is not None:
            by = self.tr("by scan") if row.arrived_by == "scan" else self.tr("by hand")
            at = row.arrived.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
            parts.append(self.tr("arrived {at} ({by})").format(at=at, by=by))
        if row.left_at is not None:
            at = row.left_at.astimezone(CHINA).strftime("%H:%M")
            parts.append(self.tr("left {at}").format(at=at))
        return tuple(parts)

    def _arrive(self) -> None:
        if self._row is not None:
            arrive = partial(visits.arrive, act=self._desk.duty.act(), visit_id=self._row.id)
            self._desk.jobs.write(arrive, failed=self._desk.tell)

    def _leave(self) -> None:
        if self._row is not None:
            leave = partial(visits.leave, act=self._desk.duty.act(), visit_id=self._row.id)
            self._desk.jobs.write(leave, failed=self._desk.tell)
