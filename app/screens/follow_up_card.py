"""What is still to be done at a case or an enterprise: a card of follow-ups with their clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from app.screens.dates import shown_day
from app.screens.due_chip import due_chip, hours_chip
from app.screens.follow_up_acts import FollowUpActs
from app.screens.follow_up_words import follow_up_words
from app.screens.layout import dotted, follow
from app.screens.period_dialog import PeriodDialog
from app.services import clocks, extending, follow_ups
from app.services.context import CHINA
from app.services.rectification import RECHECK
from app.widgets.card import Card, CardHead
from app.widgets.chips import Chip, state_chip
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QScrollArea

    from app.screens.desk import Desk
    from app.services.follow_ups import DueLine
    from db.duty_rows import FollowUp

MINUTE = 60_000  # milliseconds
translate = QCoreApplication.translate


class FollowUpCard(Card):
    """Follow-ups with their clocks; those counted in hours go on by themselves each minute.

    With ``begins`` a period may be begun here by hand, also while there is nothing to be done.
    """

    def __init__(self, desk: Desk, *, begins: bool = False) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._lines: dict[str, DueLine] = {}
        link = self.tr("Begin a period…") if begins else ""
        self._head = CardHead(desk.theme, self.tr("To be done"), link=link, link_icon="clock")
        self._head.opened.connect(self._begin)
        self._place = ("", "")
        self.work = WorkList(desk.theme, self.tr("To be done"))
        self.work.set_bare()
        self.work.set_whole(whole=True)
        self._acts = FollowUpActs(desk, self)
        self.work.opened.connect(self._open)
        self.work.pressed_verb.connect(self._acts.settle)
        self.add_row(self._head)
        self.add_row(self.work)
        self._tick = QTimer(self)
        self._tick.setInterval(MINUTE)
        self._tick.timeout.connect(self._show)

    def set_place(self, case_id: str, about: str) -> None:
        """Take the case a period may be begun in; "" where nothing more begins."""
        self._place = (case_id, about)
        if self._head.link is not None:
            self._head.link.setVisible(bool(case_id))

    def set_lines(self, lines: Sequence[DueLine]) -> None:
        """Show these; without any the card is not there, unless something may be begun."""
        self._lines = {line.row.id: line for line in lines}
        open_ones = [line for line in lines if line.row.state == "open"]
        self._head.set_count(str(len(open_ones) or ""))
        if self.parentWidget() is not None:  # else it would be a window for a moment
            self.setVisible(bool(lines) or bool(self._place[0]))
        self.work.setVisible(bool(lines))
        if any(line.row.due_at is not None for line in open_ones):
            self._tick.start()
        else:
            self._tick.stop()
        self._show()

    def _show(self) -> None:
        self.work.set_rows([self._row(line) for line in self._lines.values()])

    def _row(self, line: DueLine) -> Work:
        row = line.row
        chip = self._chip(line)
        verb = ""
        if row.state == "open":
            verb = self.tr("Re-check") if row.kind == RECHECK else self.tr("Settle")
        words = follow_up_words(row.kind) or row.title
        law = ""
        if row.state == "open":
            law = clocks.law_of(self._desk.reader, row.clock_id, row.start)
        second = dotted(row.title if words != row.title else "", row.note, law)
        title = words[:1].upper() + words[1:]
        return Work(row.id, title, second, "clock", chip.tone, chip, verb)

    def _chip(self, line: DueLine) -> Chip:
        row: FollowUp = line.row
        doubt = self._desk.duty.clock_doubt
        if row.state == "moved":
            return state_chip("moved")
        if row.state != "open":
            words = (
                self.tr("Done {day}").format(day=shown_day(row.done.astimezone(CHINA).date()))
                if row.done
                else ""
            )
            return state_chip("closed", words)
        if row.due_at is not None:
            return hours_chip(row.due_at, self._desk.duty.now(), doubt=doubt)
        if row.due is None or line.days is None or line.working_days is None:
            return still_chip(self._desk, row)
        return due_chip(row.due, line.days, line.working_days, doubt=doubt)

    def _begin(self) -> None:
        dialog = PeriodDialog(self._desk, *self._place, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open(self, follow_up_id: str) -> None:
        line = self._lines.get(follow_up_id)
        if line is not None:
            self._acts.open(line.row)


def still_chip(desk: Desk, row: FollowUp) -> Chip:
    """The chip of what has no day: it stands still, or never had one."""
    if extending.standing(desk.reader, row.id) is not None:
        return Chip(translate("FollowUpCard", "Suspended"), "warning", "pause")
    return Chip(translate("FollowUpCard", "No day"), "mute", "pause")


def cards_of_enterprise(
    desk: Desk, area: QScrollArea, enterprise_id: str
) -> tuple[FollowUpCard, ...]:
    """The card of what is to be done at an enterprise; none where there is nothing."""
    lines = follow_ups.of_enterprise(desk.reader, enterprise_id, desk.duty.act().today)
    if not lines:
        return ()
    card = FollowUpCard(desk)
    card.set_lines(lines)
    follow(area, card.work)
    return (card,)
