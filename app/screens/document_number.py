"""The part beside a document whose number stands on another paper as well: which, and what now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.dates import shown_day
from app.screens.issue_panel import Section
from app.screens.sync_words import next_words
from app.services.same_number import FIRST, LEFT_OUT, SECOND
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.same_number import Other, Shared


class NumberShared(Section):
    """The other papers of the number, how this one stands, and what the bureau decided.

    Signals:
        opened: The id of another paper to show.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("This number stands on two papers"))
        theme = desk.theme
        self.stand = Label(theme, "", "label", "danger", wrap=True)
        self.decision = Label(theme, "", "small", "muted", wrap=True)
        self.others = WorkList(theme, self.tr("The other paper"))
        self.others.set_bare()
        self.others.opened.connect(self.opened)
        for part in (self.stand, self.decision, self.others):
            self.body.addWidget(part)

    def set_shared(self, shared: Shared | None, number: str) -> None:
        """Show how a paper stands; without another of its number the part is not there."""
        self.setVisible(shared is not None)
        if shared is None:
            return
        self.stand.setText(stand_words(shared.stand))
        self.stand.set_meaning("text" if shared.stand == FIRST else "danger")
        told = ""
        if shared.day is not None:
            told = self.tr("Decided on {day}").format(day=shown_day(shared.day))
            if shared.note:
                told = self.tr("Decided on {day}: “{note}”").format(
                    day=shown_day(shared.day), note=shared.note
                )
        self.decision.setText(told)
        self.decision.setVisible(bool(told))
        self.others.set_rows([_row(one, number) for one in shared.others])
        self.others.set_whole(whole=True)
        self.others.setVisible(bool(shared.others))


def stand_words(stand: str) -> str:
    """How a paper stands among those of its number, and what is to be done."""
    if stand == FIRST:
        return QCoreApplication.translate(
            "same-number", "This paper was at the bureau first and keeps the number."
        )
    if stand == SECOND:
        return QCoreApplication.translate(
            "same-number",
            "It came second and was taken in: both papers stay on file. Unless it was decided "
            "otherwise, withdraw this one and issue a new paper in its place.",
        )
    if stand == LEFT_OUT:
        return QCoreApplication.translate(
            "same-number",
            "The bureau decided that this paper stays out. Withdraw it, take it back from the "
            "party, and issue a new paper in its place.",
        )
    return next_words("number")


def _row(one: Other, number: str) -> Work:
    return Work(
        one.id, one.party or number, shown_day(one.day), "document", "warning", chevron=True
    )
