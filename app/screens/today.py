"""今日: what is overdue, due today and due this week, drafts to go on with, and quick starts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.screens.dates import long_day, short_day
from app.screens.layout import column, scroll_over
from app.screens.place import Place
from app.services import today
from app.services.context import CHINA
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.card import SectionHead
from app.widgets.chips import Chip, clock_chip
from app.widgets.drafts import Draft, DraftList, Quick, QuickStart
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.today import Board, DraftLine, Task

ICONS = {"finding": "rectify", "document": "document", "sample": "flask", "equipment": "lift"}
SIDE = 320
SHOWN_IN_WEEK = 6


class TodayScreen(QWidget):
    """The first screen; it answers one question: what is due."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tasks: dict[str, Task] = {}
        self._all_week = False
        theme = desk.theme
        self._header = ScreenHeader(theme)
        new = Button(theme, self.tr("New inspection"), "primary", "plus")
        new.set_note("Ctrl N")
        new.clicked.connect(partial(desk.go, Place("sites", spot="spot-check")))
        self._header.add_act(new)
        self._work = WorkList(theme, self.tr("What is due"))
        self._work.opened.connect(self._open)
        self._work.pressed_verb.connect(self._act)
        self._work.toggled.connect(self._toggle)
        self._empty = EmptyState(
            theme, "tick-ring", self.tr("Nothing is due"), self.tr("Start a spot check")
        )
        self._empty.acted.connect(partial(desk.go, Place("sites", spot="spot-check")))
        self._drafts_head = SectionHead(theme, self.tr("Go on filling in"))
        self._drafts = DraftList(theme)
        self._drafts.opened.connect(self._open_draft)
        self._quick = QuickStart(theme)
        self._quick.set_quick(
            (
                Quick("spot-check", self.tr("Spot check"), "flask", "1"),
                Quick("find", self.tr("Find a site"), "search", ""),
                Quick("scan", self.tr("Scan a code"), "scan", ""),
            )
        )
        self._quick.started.connect(self._start)
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Show the board as it is now."""
        self._show(today.board(self._desk.reader, self._desk.duty.act()))

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, _changes: Changes) -> None:
        """Anything may have become due or done."""
        self._show(today.board(self._desk.reader, self._desk.duty.act()))

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._work, 1)
        left.addWidget(self._empty, 1)
        side = column(spacing=4)
        side.addWidget(self._drafts_head)
        side.addWidget(self._drafts)
        side.addSpacing(12)
        side.addWidget(SectionHead(self._desk.theme, self.tr("Quick start"), note="Alt 1"))
        side.addWidget(self._quick)
        side.addStretch(1)
        right = QWidget()
        right.setFixedWidth(SIDE)
        right.setLayout(side)
        scroll: QScrollArea = scroll_over(right)
        scroll.setFixedWidth(SIDE)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addLayout(left, 1)
        body.addWidget(scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addLayout(body, 1)

    def _show(self, board: Board) -> None:
        self._header.set_header(self.tr("Today"), self._facts(board))
        rows: list[Group | Work] = []
        first_note = self.tr("These first")
        groups = (
            ("overdue", self.tr("Overdue"), board.overdue, first_note, True),
            ("today", self.tr("Due today"), board.today, "", False),
            ("week", self.tr("This week"), board.week, "", False),
        )
        self._tasks = {}
        for key, title, tasks, note, overdue in groups:
            if not tasks:
                continue
            shown = tasks
            if key == "week" and not self._all_week and len(tasks) > SHOWN_IN_WEEK:
                shown = tasks[:SHOWN_IN_WEEK]
                note = self.tr("%n more · show all", None, len(tasks) - SHOWN_IN_WEEK)  # noqa: PLW2901 - this group's own note
            rows.append(Group(key, title, str(len(tasks)), note, overdue))
            rows += [self._row(task) for task in shown]
        self._work.set_rows(rows)
        self._work.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._drafts_head.set_head(self.tr("Go on filling in"), str(len(board.drafts) or ""))
        drafts = [self._draft(line) for line in board.drafts[:5]]
        self._drafts.set_drafts(drafts)
        self._drafts.setVisible(bool(drafts))
        self._drafts_head.setVisible(bool(drafts))

    def _facts(self, board: Board) -> str:
        head = board.header
        day = long_day(head.date)
        parts = [day]
        if not head.working_day:
            parts.append(self.tr("day off"))
        if head.campaign:
            parts.append(
                self.tr("{campaign}, day {day}").format(
                    campaign=head.campaign, day=head.campaign_day
                )
            )
        return " · ".join(parts)

    def _row(self, task: Task) -> Work:
        key = f"{task.kind}:{task.id}"
        self._tasks[key] = task
        chip = self._chip(task)
        second = [part for part in (task.number_text, self._date_words(task)) if part]
        return Work(
            key,
            f"{task.enterprise} · {task.title}",
            " · ".join(second),
            ICONS.get(task.kind, "document"),
            chip.tone,
            chip,
            self._verb(task.action),
        )

    def _chip(self, task: Task) -> Chip:
        working = task.kind in {"finding", "document"} and abs(task.working_days) <= 15
        left = task.working_days if working else task.days
        if task.days < 0:
            left = min(left, -1)
        share = max(0.0, min(1.0, 1 - max(left, 0) / 15))
        return clock_chip(left, working=working, share=share, tip=task.due.isoformat())

    def _date_words(self, task: Task) -> str:
        day = short_day(task.due)
        words = {
            "finding": self.tr("to be rectified by {day}"),
            "document": self.tr("to be served by {day}"),
            "sample": self.tr("result expected by {day}"),
            "equipment": self.tr("test lapses on {day}"),
        }
        return words.get(task.kind, "{day}").format(day=day)

    def _verb(self, action: str) -> str:
        return {
            "recheck": self.tr("Re-check"),
            "chase": self.tr("Chase"),
            "serve": self.tr("Serve"),
        }.get(action, self.tr("Look"))

    def _draft(self, line: DraftLine) -> Draft:
        record = line.record
        when = record.updated.astimezone(CHINA)
        today_here = self._desk.duty.now().astimezone(CHINA).date()
        shown = (
            when.strftime("%H:%M") if when.date() == today_here else when.strftime("%m-%d %H:%M")
        )
        second = " · ".join(part for part in (line.enterprise, shown, line.partner) if part)
        share = record.answered / record.asked if record.asked else 0.0
        return Draft(record.id, record.title, second, f"{record.answered} / {record.asked}", share)

    # --- acting -------------------------------------------------------------------------------

    def _open(self, key: str) -> None:
        task = self._tasks.get(key)
        if task is None:
            return
        if task.kind == "document":
            self._desk.go(Place("document", task.id))
        elif task.kind == "finding":
            self._desk.go(Place("rectify", task.id))
        else:
            self._desk.go(Place("enterprise", task.enterprise_id))

    def _act(self, key: str) -> None:
        self._open(key)

    def _toggle(self, group: str) -> None:
        if group == "week":
            self._all_week = not self._all_week
            self._show(today.board(self._desk.reader, self._desk.duty.act()))

    def _open_draft(self, record_id: str) -> None:
        self._desk.go(Place("fill", record_id))

    def _start(self, what: str) -> None:
        if what == "scan":
            self._desk.act("scan")
        else:
            self._desk.go(Place("sites", spot="spot-check" if what == "spot-check" else ""))
