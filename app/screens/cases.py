"""案件: the open cases, newest on top."""

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
    from app.services.cases import CaseLine
    from app.services.changes import Changes


class CasesScreen(QWidget):
    """One row a case: whom, what, how many papers, what is still open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._header = ScreenHeader(desk.theme)
        new = Button(desk.theme, self.tr("New inspection"), "primary", "plus")
        new.clicked.connect(partial(desk.go, begin_place()))
        under_way = Button(desk.theme, self.tr("Samples under way"), "secondary", "flask")
        under_way.clicked.connect(partial(desk.go, Place("samples")))
        self._header.add_act(under_way)
        self._header.add_act(new)
        self._list = WorkList(desk.theme, self.tr("Cases"))
        self._list.opened.connect(self._open)
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
        lines = cases.page(self._desk.reader)
        self._header.set_header(self.tr("Cases"), self.tr("%n open", None, len(lines)))
        head = Group("open", self.tr("Open"), str(len(lines)))
        self._list.set_rows([head, *(self._row(line) for line in lines)] if lines else [])
        self._list.setVisible(bool(lines))
        self._empty.setVisible(not lines)

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
        if line.open_findings:
            words = self.tr("%n open finding(s)", None, line.open_findings)
            chip = Chip(words, "warning", "rectify")
        title = dotted(line.enterprise_name, line.case.title)
        return Work(line.case.id, title, second, "case", "accent", chip, chevron=True)

    def _open(self, case_id: str) -> None:
        self._desk.go(Place("case", case_id))
