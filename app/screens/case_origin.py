"""Where a case came from and what was begun from it, each a step away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.screens.dates import shown_day
from app.screens.finding_words import title_of
from app.screens.layout import dotted
from app.screens.place import Place
from app.screens.result_words import origin_words, report_words
from app.services import origins
from app.services.context import CHINA
from app.widgets.card import Card, CardHead
from app.widgets.chips import state_chip
from app.widgets.work import WorkList
from app.widgets.work_rows import Work
from db.duty_rows import TestReport
from db.rows import CaseFile, Finding

if TYPE_CHECKING:
    from app.screens.desk import Desk


class OriginCard(Card):
    """The origin first, then the cases begun from this one; without either it is not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._places: dict[str, Place] = {}
        self.work = WorkList(desk.theme, self.tr("Origin and what was begun from it"))
        self.work.set_bare()
        self.work.set_whole(whole=True)
        self.work.opened.connect(self._open)
        self.add_row(CardHead(desk.theme, self.tr("Origin and what was begun from it")))
        self.add_row(self.work)

    def show_case(self, case: CaseFile) -> None:
        """Show both ends of a case; what a reception handed over stands in its own card."""
        found = origins.bonds(self._desk.reader, case)
        self._places = {}
        rows = [self._origin(found.origin)] if found.origin is not None else []
        rows += [self._case(one, "") for one in found.begun if one.origin != case.id]
        self.work.set_rows(rows)
        self.setVisible(bool(rows))

    def _origin(self, origin: origins.From) -> Work:
        came = self.tr("this case came from it")
        if isinstance(origin, CaseFile):
            return self._case(origin, came)
        if isinstance(origin, TestReport):
            self._places[origin.id] = Place("report", origin.id)
            title = dotted(report_words(origin.kind), origin.number)
            return Work(
                origin.id,
                title,
                dotted(came, origin_words(origin), origin.laboratory),
                "gauge",
                "accent",
            )
        return self._finding(origin, came)

    def _finding(self, row: Finding, came: str) -> Work:
        self._places[row.id] = Place("rectify", row.id)
        return Work(row.id, title_of(row.item, row.seen), came, "rectify", "accent")

    def _case(self, case: CaseFile, came: str) -> Work:
        self._places[case.id] = Place("case", case.id)
        opened = shown_day(case.opened.astimezone(CHINA).date())
        words = came or self.tr("begun from this case")
        chip = state_chip("closed") if case.state == "closed" else None
        return Work(case.id, case.title, dotted(words, opened), "case", "accent", chip)

    def _open(self, row_id: str) -> None:
        self._desk.go(self._places[row_id])
