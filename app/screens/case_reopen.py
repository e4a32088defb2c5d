"""Opening a closed case again: the reason is asked and kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.screens.fill_withdraw import ReasonDialog
from app.services import cases
from app.widgets.buttons import Button

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from db.rows import CaseFile


class ReopenButton(Button):
    """Shown on a closed case only; asks why, then opens it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "", "secondary", "undo")
        self.set_words(self.tr("Reopen the case…"))
        self._desk = desk
        self._id = ""
        self.clicked.connect(self._ask)
        self.hide()

    def show_case(self, case: CaseFile, *, gone: bool) -> None:
        """Offer it where the case is closed, and not ``gone`` to another bureau."""
        self._id = case.id
        self.setVisible(case.state == "closed" and not gone)

    def reopen(self, reason: str) -> None:
        """Open the case again."""
        act = self._desk.duty.act()
        job = partial(cases.reopen, act=act, case_id=self._id, reason=reason)
        self._desk.jobs.write(job, failed=self._desk.tell)

    def _ask(self) -> None:
        dialog = ReasonDialog(
            self._desk.theme,
            self.tr("Reopen the case"),
            self.tr("It can be worked on again; that it was closed and why it was opened is kept."),
            self.tr("Reopen"),
            self.window(),
        )
        dialog.given.connect(self.reopen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
