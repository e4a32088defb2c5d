"""案件: the open cases and the closed ones, the newest on top, a page at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.layout import dotted
from app.screens.place import Place, begin_place
from app.services import campaigns, cases
from app.services.context import CHINA
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.chips import Chip, state_chip
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.cases import CaseGroup, CaseLine
    from app.services.changes import Changes

MORE = "more:"


class CasesScreen(QWidget):
    """One row a case: whom, what, how many papers, what is still open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: dict[str, int] = {}
        self._folded = {"closed"}
        self._header = ScreenHeader(desk.theme)
        new = Button(desk.theme, self.tr("New inspection"), "primary", "plus")
        new.clicked.connect(partial(desk.go, begin_place()))
        under_way = Button(desk.theme, self.tr("Samples under way"), "secondary", "flask")
        under_way.clicked.connect(partial(desk.go, Place("samples")))
        self._header.add_act(under_way)
        self._header.add_act(new)
        self._list = WorkList(desk.theme, self.tr("Cases"))
        self._list.opened.connect(self._open)
        self._list.toggled.connect(self._toggle)
        self._empty = EmptyState(
            desk.theme, "case", self.tr("No case is open"), self.tr("Start a spot check")
        )
        self._empty.acted.connect(partial(desk.go, begin_place()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._list, 1)
        whole.addWidget(self._empty, 1)

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Show the cases as they are now."""
        groups = cases.board(self._desk.reader, self._pages, self._folded)
        counts = {group.key: _counted(group) for group in groups}
        self._header.set_header(
            self.tr("Cases"), self.tr("{count} open").format(count=counts.get("open", 0))
        )
        titles = {"open": self.tr("Open"), "closed": self.tr("Closed")}
        rows: list[Group | Work] = []
        for group in groups:
            folded = group.key in self._folded
            count = counts[group.key]
            rows.append(Group(group.key, titles[group.key], count, folded=folded))
            rows += [self._row(line) for line in group.lines]
            if not folded and (group.more or len(group.lines) < group.count):
                words = self.tr("Show the next ones")
                rows.append(Work(MORE + group.key, words, "", "chevron-down", "accent"))
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when a case, a paper or a finding changed."""
        if {"case", "record", "finding", "document"} & changes.kinds:
            self.enter(Place("cases"))

    def _row(self, line: CaseLine) -> Work:
        opened = shown_day(line.case.opened.astimezone(CHINA).date())
        papers = self.tr("%n paper(s)", None, line.papers)
        second = dotted(opened, papers, campaigns.name_of(self._desk.reader, line.case.campaign))
        chip = state_chip("draft", self.tr("Under way"))
        if line.case.closed is not None:
            day = shown_day(line.case.closed.astimezone(CHINA).date())
            chip = state_chip("issued", self.tr("Closed {day}").format(day=day))
        elif line.open_findings:
            words = self.tr("%n open finding(s)", None, line.open_findings)
            chip = Chip(words, "warning", "rectify")
        title = dotted(line.enterprise_name, line.case.title)
        return Work(line.case.id, title, second, "case", "accent", chip, chevron=True)

    def _open(self, case_id: str) -> None:
        group = case_id.removeprefix(MORE)
        if group == case_id:
            self._desk.go(Place("case", case_id))
            return
        self._pages[group] = self._pages.get(group, 1) + 1
        self.enter(Place("cases"))

    def _toggle(self, group: str) -> None:
        self._folded ^= {group}
        self.enter(Place("cases"))


def _counted(group: CaseGroup) -> str:
    return f"{group.count}+" if group.more else str(group.count)
