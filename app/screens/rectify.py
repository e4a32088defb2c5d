"""整改: one row a finding that was ordered, grouped by its clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.layout import column
from app.screens.place import Place
from app.services import rectification
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.chips import Chip, clock_chip, state_chip
from app.widgets.facts import Fact, FactList
from app.widgets.headers import ScreenHeader
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.rectification import FollowLine

DETAIL = 454


class RectifyScreen(QWidget):
    """What was ordered and is not closed yet; the detail stands beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: dict[str, FollowLine] = {}
        self._chosen = ""
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._list = WorkList(theme, self.tr("Findings by deadline"))
        self._list.opened.connect(self._choose)
        self._empty = EmptyState(theme, "rectify", self.tr("Nothing waits to be rectified"))
        self._detail = Card(theme)
        self._detail.setFixedWidth(DETAIL)
        holder = QWidget()
        self._words = column(holder, spacing=12, margin=16)
        self._title = Label(theme, "", "heading", wrap=True)
        self._party = Label(theme, "", "small", "muted", wrap=True)
        self._seen = Label(theme, "", "field", wrap=True)
        self._facts = FactList(theme, 96)
        self._open_paper = Button(theme, self.tr("Open the notice"), "secondary", "document")
        self._open_paper.clicked.connect(self._go_document)
        self._open_record = Button(theme, self.tr("Open the record"), "quiet", "pen")
        self._open_record.clicked.connect(self._go_record)
        for widget in (self._title, self._party, self._seen, self._facts):
            self._words.addWidget(widget)
        acts = QHBoxLayout()
        acts.addWidget(self._open_paper)
        acts.addWidget(self._open_record)
        acts.addStretch(1)
        self._words.addLayout(acts)
        self._words.addStretch(1)
        self._detail.add_row(holder)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._list, 1)
        body.addWidget(self._empty, 1)
        body.addWidget(self._detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addLayout(body, 1)

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show the board; ``id`` chooses a finding."""
        self._chosen = place.id or self._chosen
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when a finding or a document changed."""
        if {"finding", "document"} & changes.kinds:
            self._look()

    def _look(self) -> None:
        lines = rectification.board(self._desk.reader, self._desk.duty.act().today)
        self._lines = {line.finding.id: line for line in lines}
        open_ones = sum(1 for line in lines if line.group != "closed")
        self._header.set_header(self.tr("Rectification"), self.tr("%n not closed", None, open_ones))
        rows: list[Group | Work] = []
        for group, title in (
            ("overdue", self.tr("Overdue")),
            ("today", self.tr("Due today")),
            ("recheck", self.tr("To be re-checked")),
            ("waiting", self.tr("Running")),
            ("closed", self.tr("Closed")),
        ):
            inside = [line for line in lines if line.group == group]
            if inside:
                rows.append(Group(group, title, str(len(inside)), "", group == "overdue"))
                rows += [self._row(line) for line in inside]
        if self._chosen not in self._lines:
            self._chosen = lines[0].finding.id if lines else ""
        self._list.set_rows(rows, self._chosen)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._detail.setVisible(bool(rows))
        self._show_detail()

    def _row(self, line: FollowLine) -> Work:
        chip = self._chip(line)
        number = line.document.number_text if line.document else ""
        second = " · ".join(part for part in (line.enterprise, number) if part)
        tone = chip.tone if chip else "mute"
        return Work(line.finding.id, line.finding.item, second, "rectify", tone, chip)

    def _chip(self, line: FollowLine) -> Chip | None:
        if line.group == "closed":
            return state_chip("closed")
        if line.group == "recheck":
            return state_chip("to_recheck")
        if line.days_left is None:
            return None
        near = line.working_days is not None and abs(line.working_days) <= 15
        left = line.working_days if near and line.working_days is not None else line.days_left
        if line.days_left < 0:
            left = min(left, -1)
        tip = shown_day(line.finding.due)
        return clock_chip(left, working=near, share=max(0.0, 1 - max(left, 0) / 15), tip=tip)

    def _choose(self, finding_id: str) -> None:
        self._chosen = finding_id
        self._show_detail()

    def _show_detail(self) -> None:
        line = self._lines.get(self._chosen)
        if line is None:
            return
        row = line.finding
        self._title.setText(row.item)
        self._party.setText(line.enterprise)
        self._seen.setText(row.seen)
        due = shown_day(row.due)
        if row.due_provisional:
            due = self.tr("{day} (provisional: that year's calendar is not published yet)").format(
                day=due
            )
        self._facts.set_facts(
            (
                Fact(self.tr("Law"), row.law),
                Fact(self.tr("Measure"), row.measure),
                Fact(self.tr("Deadline"), due),
                Fact(self.tr("Notice"), line.document.number_text if line.document else "—"),
            )
        )
        self._open_paper.setVisible(line.document is not None)

    def _go_document(self) -> None:
        line = self._lines.get(self._chosen)
        if line is not None and line.document is not None:
            self._desk.go(Place("document", line.document.id))

    def _go_record(self) -> None:
        line = self._lines.get(self._chosen)
        if line is not None:
            self._desk.go(Place("fill", line.finding.record_id, line.finding.path))
