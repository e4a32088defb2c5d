"""整改: one row a finding that was ordered, grouped by its clock, with before and after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.board_export import BoardExport
from app.screens.due_chip import due_chip
from app.screens.fill_order import in_reading_order
from app.screens.finding_words import title_of
from app.screens.layout import column, dotted, follow, scroll_over
from app.screens.place import Place
from app.screens.rectify_acts import RectifyActs
from app.screens.rectify_detail import FindingDetail
from app.screens.rectify_filter import BoardFilter
from app.screens.rectify_words import group_words
from app.screens.small_pictures import SmallPictures
from app.services import attachments, rectification
from app.widgets.bars import EmptyState, UndoBar
from app.widgets.buttons import Button
from app.widgets.chips import Chip, state_chip
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.rectification import BoardGroup, FollowLine
    from db.rows import Attachment

DETAIL = 454
ROOM = 860  # logical pixels under which the detail goes below the board
THUMB = 128  # pixels across of a row's photo on a dense screen
MORE = "more:"
KINDS = frozenset({"finding", "document", "follow_up", "attachment", "enterprise"})


class RectifyScreen(QWidget):
    """What was ordered and is not closed yet; the detail stands beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: dict[str, FollowLine] = {}
        self._groups: tuple[BoardGroup, ...] = ()
        self._photos: dict[str, Attachment] = {}
        self._chosen = ""
        self._pages: dict[str, int] = {}
        self._folded = {"closed"}
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._filter = BoardFilter(desk)
        self._filter.changed.connect(self._narrow_board)
        self._header.add_act(self._filter.scope)
        export = Button(theme, self.tr("Export the list…"), "secondary", "download")
        export.clicked.connect(self._export)
        self._header.add_act(export)
        self._undo = UndoBar(theme)
        self._list = WorkList(theme, self.tr("Findings by deadline"))
        self._list.opened.connect(self._choose)
        self._list.toggled.connect(self._toggle)
        self._list.selectionModel().currentChanged.connect(self._follow_current)
        self._empty = EmptyState(theme, "rectify", "", self.tr("Open the cases"))
        self._empty.acted.connect(partial(desk.go, Place("cases")))
        self._thumbs = SmallPictures(desk, THUMB, self)
        self._thumbs.ready.connect(self._show_rows)
        self._detail = FindingDetail(desk)
        self._detail.photos.added.connect(self._look)
        self._acts = RectifyActs(desk, self, self._undo)
        self._acts.taken.connect(self._show_taken)
        self._detail.wanted.connect(self._act)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        self._body = QHBoxLayout(page)
        self._body.setContentsMargins(0, 0, 0, 16)
        self._body.setSpacing(16)
        left = column(spacing=12)
        for part, share in ((self._filter, 0), (self._undo, 0), (self._list, 1), (self._empty, 1)):
            left.addWidget(part, share)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._detail)
        self._area = scroll_over(page)
        follow(self._area, self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._area, 1)
        self._narrow: bool | None = None
        self._arrange(narrow=False)
        in_reading_order(self)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show the board; ``id`` chooses a finding, ``spot`` an enterprise to narrow it to."""
        if place.spot:
            self._filter.narrow(place.spot)
        self._chosen = place.id or self._chosen
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when something the board shows changed."""
        if KINDS & changes.kinds:
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._list.set_whole(whole=narrow)
        self._detail.set_whole(whole=narrow)
        if narrow:
            self._detail.setMinimumWidth(0)
            self._detail.setMaximumWidth(16_777_215)
        else:
            self._detail.setFixedWidth(DETAIL)

    def _look(self) -> None:
        today = self._desk.duty.act().today
        reader = self._desk.reader
        self._filter.look()
        only = self._filter.only()
        self._groups = rectification.board(
            reader, today, only, pages=self._pages, folded=self._folded
        )
        self._lines = {line.finding.id: line for group in self._groups for line in group.lines}
        if self._chosen and self._chosen not in self._lines:
            found = rectification.line(reader, today, self._chosen)
            if found is not None and found.group:
                self._lines[self._chosen] = found
        if self._chosen not in self._lines:
            self._chosen = next(iter(self._lines), "")
        rows = tuple(line.finding for line in self._lines.values())
        self._photos = attachments.first_of(reader, rows)
        self._header.set_header(self.tr("Rectification"), self._facts())
        self._show_rows()
        shown = bool(self._groups)
        self._list.setVisible(shown)
        self._empty.setVisible(not shown)
        self._empty.set_empty(
            self.tr("Nothing waits to be rectified")
            if only == rectification.Only()
            else self.tr("Nothing here fits what is chosen above"),
            self.tr("Open the cases"),
        )
        self._detail.setVisible(bool(self._lines))
        self._show_detail()

    def _facts(self) -> str:
        """How many are not closed, and how many of them are late."""
        counts = {group.key: group for group in self._groups}
        open_ones = [group for key, group in counts.items() if key != "closed"]
        total = sum(group.count for group in open_ones)
        more = any(group.more for group in open_ones)
        late = counts.get("overdue")
        today = self._desk.duty.act().today
        good, all_ones = rectification.in_time(self._desk.reader, today, self._filter.only())
        rate = self.tr("{share} % in time this quarter ({good} of {all})")
        return dotted(
            self.tr("{count} not closed").format(count=f"{total}+" if more else total),
            self.tr("{count} overdue").format(count=_counted(late)) if late else "",
            rate.format(share=good * 100 // all_ones, good=good, all=all_ones) if all_ones else "",
        )

    def _show_rows(self) -> None:
        rows: list[Group | Work] = []
        for group in self._groups:
            title, note = group_words(group.key)
            folded = group.key in self._folded
            head = Group(
                group.key, title, _counted(group), note, group.key == "overdue", folded=folded
            )
            rows.append(head)
            rows += [self._row(line) for line in group.lines]
            if not folded and (group.more or len(group.lines) < group.count):
                words = self.tr("Show the next ones")
                rows.append(Work(MORE + group.key, words, "", "chevron-down", "accent"))
        self._list.set_rows(rows, self._chosen)

    def _row(self, line: FollowLine) -> Work:
        row = line.finding
        chip = self._chip(line)
        number = line.document.number_text if line.document else ""
        photos = (self._thumb(row.photos), self._thumb(row.photos_after))
        return Work(
            row.id,
            title_of(row.item, row.seen),
            dotted(line.enterprise, number),
            "rectify",
            chip.tone if chip else "mute",
            chip,
            photos=photos if row.photos or row.photos_after else None,
            to_take=self.tr("to take"),
        )

    def _thumb(self, ids: tuple[str, ...]) -> QPixmap | None:
        photo = self._photos.get(ids[0]) if ids else None
        return self._thumbs.of(photo) if photo is not None else None

    def _chip(self, line: FollowLine) -> Chip | None:
        row = line.finding
        if row.state in {"closed", "escalated"}:
            words = self.tr("Taken on") if row.state == "escalated" else ""
            return state_chip("closed", words)
        if line.group == "paused":
            return Chip(self.tr("Suspended"), "warning", "pause")
        if line.group == "reported":
            return Chip(self.tr("Came in today"), "accent", "mail")
        if line.due is None or line.days_left is None or line.working_days is None:
            return state_chip("to_recheck")
        doubt = self._desk.duty.clock_doubt
        return due_chip(line.due, line.days_left, line.working_days, doubt=doubt)

    def _choose(self, finding_id: str) -> None:
        if finding_id.startswith(MORE):
            group = finding_id.removeprefix(MORE)
            self._pages[group] = self._pages.get(group, 1) + 1
            self._look()
            return
        self._chosen = finding_id
        self._show_detail()
        if self._narrow:
            self._area.ensureWidgetVisible(self._detail)

    def _follow_current(self) -> None:
        row = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Work) and row.id != self._chosen and not row.id.startswith(MORE):
            self._chosen = row.id
            self._show_detail()

    def _toggle(self, group: str) -> None:
        self._folded ^= {group}
        self._look()

    def _narrow_board(self) -> None:
        self._pages.clear()
        self._chosen = ""
        self._look()

    def _show_detail(self) -> None:
        line = self._lines.get(self._chosen)
        if line is not None:
            self._detail.show_line(line, self._chip(line))

    # --- acting -------------------------------------------------------------------------------

    def _export(self) -> None:
        dialog = BoardExport(
            self._desk, self._filter.only(), self._folded, self._filter.words(), self.window()
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _act(self, step: str) -> None:
        line = self._lines.get(self._chosen)
        if line is not None:
            self._acts.start(step, line)

    def _show_taken(self, finding_id: str) -> None:
        self._chosen = finding_id
        self._look()

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < ROOM)


def _counted(group: BoardGroup) -> str:
    return f"{group.count}+" if group.more else str(group.count)
