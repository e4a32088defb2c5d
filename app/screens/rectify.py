"""整改: one row a finding that was ordered, grouped by its clock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.due_chip import due_chip
from app.screens.finding_words import title_of
from app.screens.layout import dotted, follow, scroll_over
from app.screens.place import Place
from app.screens.rectify_detail import FindingDetail
from app.services import findings, rectification
from app.widgets.bars import EmptyState, UndoBar
from app.widgets.chips import Chip, state_chip
from app.widgets.dialog import Confirm
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes, Result
    from app.services.rectification import FollowLine
    from db.rows import Finding

DETAIL = 454
ROOM = 860  # logical pixels under which the detail goes below the board
NEAR = 15  # working days within which a deadline is counted in them


class RectifyScreen(QWidget):
    """What was ordered and is not closed yet; the detail stands beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: dict[str, FollowLine] = {}
        self._chosen = ""
        self._before: Finding | None = None
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._take_back)
        self._undo.dismissed.connect(partial(self._undo.set_done, ""))
        self._list = WorkList(theme, self.tr("Findings by deadline"))
        self._list.opened.connect(self._choose)
        self._list.selectionModel().currentChanged.connect(self._follow_current)
        self._empty = EmptyState(
            theme, "rectify", self.tr("Nothing waits to be rectified"), self.tr("Open the cases")
        )
        self._empty.acted.connect(partial(desk.go, Place("cases")))
        self._detail = FindingDetail(desk)
        self._detail.reported.connect(self._take_report)
        self._detail.closed.connect(self._ask_close)
        page = QWidget()
        self._body = QHBoxLayout(page)
        self._body.setContentsMargins(0, 0, 0, 16)
        self._body.setSpacing(16)
        self._body.addWidget(self._list, 1)
        self._body.addWidget(self._empty, 1)
        self._body.addWidget(self._detail)
        self._area = scroll_over(page)
        follow(self._area, self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._undo)
        whole.addWidget(self._area, 1)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    # --- what the frame asks ------------------------------------------------------------------

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

    # --- showing ------------------------------------------------------------------------------

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._list.set_whole(whole=narrow)
        if narrow:
            self._detail.setMinimumWidth(0)
            self._detail.setMaximumWidth(16_777_215)
        else:
            self._detail.setFixedWidth(DETAIL)

    def _look(self) -> None:
        lines = rectification.board(self._desk.reader, self._desk.duty.act().today)
        self._lines = {line.finding.id: line for line in lines}
        open_ones = sum(1 for line in lines if line.group != "closed")
        late = sum(1 for line in lines if line.group == "overdue")
        facts = dotted(
            self.tr("%n not closed", None, open_ones),
            self.tr("%n overdue", None, late) if late else "",
        )
        self._header.set_header(self.tr("Rectification"), facts)
        rows: list[Group | Work] = []
        shown: list[str] = []
        for group, title, note in (
            ("overdue", self.tr("Overdue"), self.tr("may be handed over to open a case")),
            ("today", self.tr("Due today"), ""),
            ("recheck", self.tr("To be re-checked"), self.tr("report received")),
            ("waiting", self.tr("Running"), ""),
            ("closed", self.tr("Closed"), ""),
        ):
            inside = [line for line in lines if line.group == group]
            if inside:
                rows.append(Group(group, title, str(len(inside)), note, group == "overdue"))
                rows += [self._row(line) for line in inside]
                shown += [line.finding.id for line in inside]
        if self._chosen not in self._lines:
            self._chosen = shown[0] if shown else ""
        self._list.set_rows(rows, self._chosen)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._detail.setVisible(bool(rows))
        self._show_detail()

    def _row(self, line: FollowLine) -> Work:
        chip = self._chip(line)
        number = line.document.number_text if line.document else ""
        second = dotted(line.enterprise, number)
        tone = chip.tone if chip else "mute"
        title = title_of(line.finding.item, line.finding.seen)
        return Work(line.finding.id, title, second, "rectify", tone, chip)

    def _chip(self, line: FollowLine) -> Chip | None:
        if line.group == "closed":
            return state_chip("closed")
        if line.group == "recheck":
            return state_chip("to_recheck")
        due = line.finding.due
        if due is None or line.days_left is None or line.working_days is None:
            return None
        doubt = self._desk.duty.clock_doubt
        return due_chip(due, line.days_left, line.working_days, doubt=doubt)

    def _choose(self, finding_id: str) -> None:
        self._chosen = finding_id
        self._show_detail()
        if self._narrow:
            self._area.ensureWidgetVisible(self._detail)

    def _follow_current(self) -> None:
        row = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Work) and row.id != self._chosen:
            self._chosen = row.id
            self._show_detail()

    def _show_detail(self) -> None:
        line = self._lines.get(self._chosen)
        if line is not None:
            self._detail.show_line(line, self._chip(line))

    # --- acting -------------------------------------------------------------------------------

    def _take_report(self, finding_id: str) -> None:
        self._move(finding_id, "reported")

    def _ask_close(self, finding_id: str) -> None:
        dialog = Confirm(
            self._desk.theme,
            self.tr("Close this finding?"),
            self.tr(
                "Close it only when two inspectors have seen on the spot or in the papers that it "
                "is put right. It can be opened again."
            ),
            self.tr("Close it"),
            parent=self.window(),
        )
        dialog.accepted.connect(partial(self._move, finding_id, "closed"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _move(self, finding_id: str, state: str) -> None:
        line = self._lines.get(finding_id)
        self._before = line.finding if line else None
        self._desk.jobs.write(
            partial(findings.move, act=self._desk.duty.act(), finding_id=finding_id, state=state),
            done=self._moved,
            failed=self._desk.tell,
            initiator=self,
        )

    def _moved(self, result: Result[Finding]) -> None:
        self._chosen = result.value.id
        self._look()
        done = {
            "reported": self.tr("The report is noted"),
            "closed": self.tr("The finding is closed"),
        }.get(result.value.state, "")
        back = self._before.state if self._before else ""
        way = back in findings.NEXT[result.value.state]
        self._undo.set_done(done if way else "")

    def _take_back(self) -> None:
        self._undo.set_done("")
        if self._before is not None:
            self._move(self._before.id, self._before.state)

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < ROOM)
