"""What a complaint or a report taken at the desk still wants: its terms, its hand-over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.due_chip import due_chip
from app.screens.follow_up_acts import FollowUpActs
from app.screens.follow_up_card import still_chip
from app.screens.follow_up_words import follow_up_words
from app.screens.layout import column, dotted
from app.services import clocks
from app.services import desk as reception
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import state_chip
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.cases import Folder
    from db.duty_rows import FollowUp


class DeskCard(Card):
    """The terms of a reception with their clocks; one act decides, keeps or hands over.

    Signals:
        handed_over: An inspection of the unit is wanted.
        opened: The id of a case that was begun from this one.
    """

    handed_over = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._case_id = ""
        theme = desk.theme
        self.add_row(CardHead(theme, self.tr("Terms of the reception")))
        self._none = Label(theme, "", "label", "muted", wrap=True)
        self.terms = WorkList(theme, self.tr("Terms of the reception"))
        self.terms.set_bare()
        self.terms.set_whole(whole=True)
        self._acts = FollowUpActs(desk, self)
        self.terms.pressed_verb.connect(self._acts.settle)
        self.accept = Button(theme, self.tr("Accepted"), "secondary", "tick")
        self.accept.clicked.connect(partial(self._decide, accepted=True))
        self.reject = Button(theme, self.tr("Not accepted"), "secondary", "cross")
        self.reject.clicked.connect(partial(self._decide, accepted=False))
        self.hand_over = Button(theme, self.tr("Hand over to an inspection"), "secondary", "send")
        self.hand_over.clicked.connect(self.handed_over)
        self.cases = WorkList(theme, self.tr("Inspections begun from it"))
        self.cases.set_bare()
        self.cases.set_whole(whole=True)
        self.cases.opened.connect(self.opened)
        foot = QWidget()
        rows = column(foot, spacing=8)
        rows.setContentsMargins(16, 8, 16, 12)
        rows.addWidget(self._none)
        acts = QHBoxLayout()
        for button in (self.accept, self.reject, self.hand_over):
            acts.addWidget(button)
        acts.addStretch(1)
        rows.addLayout(acts)
        self.add_row(self.terms)
        self.add_row(self.cases, line="raised")
        self.add_row(foot, line="raised")

    def show_case(self, found: Folder) -> None:
        """Show what a case of the desk still wants; nothing for every other case."""
        told = reception.reception(self._desk.reader, found.case.id)
        self._case_id = found.case.id
        self.setVisible(told is not None)
        if told is None:
            return
        self.terms.set_rows([self._term(row) for row in told.terms])
        self.terms.setVisible(bool(told.terms))
        self.cases.set_rows(
            [
                Work(one.id, one.title, shown_day(one.opened.date()), "case")
                for one in told.handed_over
            ]
        )
        self.cases.setVisible(bool(told.handed_over))
        self._none.setText(self._words(told))
        self._none.setVisible(not told.terms)
        waits = any(row.state == "open" and row.kind in reception.DECIDED for row in told.terms)
        self.accept.setVisible(waits)
        self.reject.setVisible(waits)
        wanted = told.kind in {"complaint", "report"} and bool(found.case.enterprise_id)
        self.hand_over.setVisible(wanted and not told.handed_over)

    def _words(self, told: reception.Reception) -> str:
        if not told.kind:
            return self.tr("The terms begin when the register is finished.")
        return self.tr("Nothing has to be done by a date.")

    def _term(self, row: FollowUp) -> Work:
        words = follow_up_words(row.kind) or row.title
        if row.state == "done":
            return Work(row.id, words, "", "tick-ring", "ok", state_chip("closed"))
        chip = still_chip(self._desk, row)
        if row.due is not None:
            duty = self._desk.duty
            left = clocks.left(self._desk.reader, duty.act().today, row.due)
            chip = due_chip(row.due, *left, doubt=duty.clock_doubt)
        verb = "" if row.kind in reception.DECIDED else self.tr("Settle")
        second = dotted(
            shown_day(row.due), clocks.law_of(self._desk.reader, row.clock_id, row.start)
        )
        return Work(row.id, words, second, "clock", chip.tone, chip, verb)

    def _decide(self, *, accepted: bool) -> None:
        act, case_id = self._desk.duty.act(), self._case_id
        decide = partial(reception.decide, act=act, case_id=case_id, accepted=accepted)
        self._desk.jobs.write(decide, failed=self._desk.tell)
