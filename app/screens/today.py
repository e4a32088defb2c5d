"""今日: what is overdue, due today and due this week, drafts to go on with, and quick starts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.dates import long_day
from app.screens.follow_up_acts import FollowUpActs
from app.screens.layout import column, dotted, follow, scroll_over
from app.screens.matter_words import QUICK, icon_of, quick_words
from app.screens.place import Place, begin_place, record_place
from app.screens.start_dialog import StartDialog
from app.screens.today_rows import key_of, task_row
from app.services import follow_ups, today
from app.services.context import CHINA
from app.services.matters import MATTERS
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.card import SectionHead
from app.widgets.drafts import Draft, DraftList, Quick, QuickStart
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.tasks import Task
    from app.services.today import Board, DraftLine

MINUTE = 60_000  # milliseconds
SIDE = 320
ROOM = 900  # logical pixels under which the drafts go below the work
FIRST = {"week": 6}
"""Tasks of a group that are shown before one asks for more, where they are fewer than a page."""
MOST_DRAFTS = 5
"""Drafts shown beside the work; the others stand in the list of cases."""


class TodayScreen(QWidget):
    """The first screen; it answers one question: what is due."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tasks: dict[str, Task] = {}
        self._lines: dict[str, DraftLine] = {}
        self._pages: dict[str, int] = {}
        self._whole: set[str] = set()
        theme = desk.theme
        self._header = ScreenHeader(theme)
        new = Button(theme, self.tr("New inspection"), "primary", "plus")
        new.set_note("Ctrl N")
        new.clicked.connect(partial(desk.go, begin_place()))
        self._header.add_act(new)
        self._work = WorkList(theme, self.tr("What is due"))
        self._work.opened.connect(self._open)
        self._work.pressed_verb.connect(self._act)
        self._work.toggled.connect(self._toggle)
        self._empty = EmptyState(
            theme, "tick-ring", self.tr("Nothing is due"), self.tr("Start a spot check")
        )
        self._empty.acted.connect(partial(desk.go, begin_place()))
        self._drafts_head = SectionHead(theme, self.tr("Go on filling in"))
        self._drafts = DraftList(theme)
        self._drafts.opened.connect(self._open_draft)
        self._quick = QuickStart(theme)
        begun = [
            Quick(kind, quick_words(kind), icon_of(MATTERS[kind].form_id), str(digit))
            for digit, kind in enumerate(QUICK, start=1)
        ]
        self._quick.set_quick(
            (
                *begun,
                Quick("find", self.tr("Find a site"), "search", ""),
                Quick("scan", self.tr("Scan a code"), "scan", ""),
            )
        )
        self._quick.started.connect(self._start)
        self._acts = FollowUpActs(desk, self)
        self._acts.settled.connect(self._look)
        self._tick = QTimer(self)
        self._tick.setInterval(MINUTE)
        self._tick.timeout.connect(self._look)
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Show the board as it is now."""
        self._look()

    def leave(self) -> None:
        """Nothing is typed here; hours are counted on only while they are seen."""
        self._tick.stop()

    def refresh(self, _changes: Changes) -> None:
        """Anything may have become due or done."""
        self._look()

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QWidget()
        rows = column(left, spacing=12)
        rows.addWidget(self._work, 1)
        rows.addWidget(self._empty, 1)
        self._left = left
        side = column(spacing=4)
        side.addWidget(self._drafts_head)
        side.addWidget(self._drafts)
        side.addSpacing(12)
        side.addWidget(SectionHead(self._desk.theme, self.tr("Quick start"), note="Alt 1"))
        side.addWidget(self._quick)
        side.addStretch(1)
        self._right = QWidget()
        self._right.setLayout(side)
        self._side = scroll_over(self._right)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        self._body = QHBoxLayout(page)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(24)
        self._body.addWidget(left, 1)
        self._body.addWidget(self._side)
        self._page = scroll_over(page)
        follow(self._page, self._work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._page, 1)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        """Work beside drafts, or one column that scrolls as a whole."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._work.set_whole(whole=narrow)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
            self._side.setMinimumHeight(self._right.sizeHint().height())
        else:
            self._side.setMinimumHeight(0)
            self._side.setFixedWidth(SIDE)

    def _look(self) -> None:
        self._show(today.board(self._desk.reader, self._desk.duty.act(), self._pages))
        if any(task.due_at is not None for task in self._tasks.values()):
            self._tick.start()
        else:
            self._tick.stop()

    def _show(self, board: Board) -> None:
        self._header.set_header(self.tr("Today"), self._facts(board))
        rows: list[Group | Work] = []
        first_note = self.tr("These first")
        groups = (
            ("overdue", self.tr("Overdue"), board.overdue, first_note, True),
            ("today", self.tr("Due today"), board.today, "", False),
            ("week", self.tr("This week"), board.week, "", False),
            ("month", self.tr("Within 30 days"), board.month, "", False),
        )
        self._tasks, self._whole = {}, set()
        for key, title, tasks, note, overdue in groups:
            if not tasks:
                continue
            shown = tasks if key in self._pages else tasks[: FIRST.get(key, today.PAGE)]
            count = board.counts[key]
            if len(shown) == count:
                self._whole.add(key)
            else:
                note = self._more(count, len(shown))  # noqa: PLW2901 - this group's own note
            rows.append(Group(key, title, _counted(count), note, overdue))
            rows += [self._row(task) for task in shown]
        self._work.set_rows(rows)
        self._work.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        rest = len(board.drafts) - MOST_DRAFTS
        note = self.tr("%n more in the cases", None, rest) if rest > 0 else ""
        self._drafts_head.set_head(self.tr("Go on filling in"), str(len(board.drafts) or ""), note)
        self._lines = {line.record.id: line for line in board.drafts}
        drafts = [self._draft(line) for line in board.drafts[:MOST_DRAFTS]]
        self._drafts.set_drafts(drafts)
        self._drafts.setVisible(bool(drafts))
        self._drafts_head.setVisible(bool(drafts))
        if self._narrow:
            self._side.setMinimumHeight(self._right.sizeHint().height())

    def _more(self, count: int, shown: int) -> str:
        if count >= today.MOST:
            return self.tr("show more")
        return self.tr("%n more · show more", None, count - shown)

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
        return dotted(*parts)

    def _row(self, task: Task) -> Work:
        self._tasks[key_of(task)] = task
        return task_row(self._desk, task)

    def _draft(self, line: DraftLine) -> Draft:
        record = line.record
        when = record.updated.astimezone(CHINA)
        today_here = self._desk.duty.now().astimezone(CHINA).date()
        shown = (
            when.strftime("%H:%M") if when.date() == today_here else when.strftime("%m-%d %H:%M")
        )
        second = dotted(line.enterprise, shown, line.partner)
        share = record.answered / record.asked if record.asked else 0.0
        return Draft(record.id, record.title, second, f"{record.answered} / {record.asked}", share)

    # --- acting -------------------------------------------------------------------------------

    def _open(self, key: str) -> None:
        task = self._tasks.get(key)
        if task is None:
            return
        if task.kind == "finding":
            self._desk.go(Place("rectify", task.id))
        elif task.kind == "follow_up" and (task.case_id or task.enterprise_id):
            self._acts.open(follow_ups.get(self._desk.reader, task.id))
        elif task.kind == "equipment":
            self._desk.go(Place("device", task.id))
        elif task.kind == "certificate":
            place = Place("enterprise", task.enterprise_id, "equipment")
            self._desk.go(Place("device", task.about[1]) if task.about[1] else place)
        elif task.kind == "sample":
            self._desk.go(Place("sample", task.id))
        elif task.case_id:
            self._desk.go(Place("case", task.case_id))
        elif not task.enterprise_id:
            self._acts.settle(task.id)  # it hangs on nothing but the inspector
        else:
            self._desk.go(Place("enterprise", task.enterprise_id, task.kind))

    def _act(self, key: str) -> None:
        task = self._tasks.get(key)
        if task is not None and task.kind == "follow_up":
            self._acts.settle(task.id)
        else:
            self._open(key)

    def _toggle(self, group: str) -> None:
        """Show more of a group, a page at a time; when all of it is shown, its first again."""
        if group in self._whole:
            self._pages.pop(group, None)
        else:
            self._pages[group] = (
                self._pages.get(group, 0 if group in FIRST else today.PAGE) + today.PAGE
            )
        self._look()

    def _open_draft(self, record_id: str) -> None:
        line = self._lines.get(record_id)
        self._desk.go(record_place(line.record) if line else Place("fill", record_id))

    def _start(self, what: str) -> None:
        if what == "scan":
            self._desk.act("scan")
        elif what in MATTERS and MATTERS[what].bare:
            StartDialog(self._desk, "", self.window(), what).open()
        else:
            self._desk.go(begin_place(what) if what in MATTERS else Place("sites"))

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < ROOM)


def _counted(count: int) -> str:
    return f"{count}+" if count >= today.MOST else str(count)
