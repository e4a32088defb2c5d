"""Withdrawing a wrongly begun paper: the reason is asked, nothing is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.widgets.dialog import DialogFrame
from app.widgets.fields import TextField, commit_input_method, set_wrong
from app.widgets.labelled import Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.shell.theme import Theme


class ReasonDialog(DialogFrame):
    """Asks for one sentence why; without it the act is not done.

    Signals:
        given: The reason.
    """

    given = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        act: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, width=520, parent=parent)
        self.reason = TextField(theme, lines=(2, 4))
        self._row = Labelled(theme, self.tr("Reason"), self.reason, required=True, column=0)
        self.body.addWidget(Label(theme, sentence, "field", "muted", wrap=True))
        self.body.addWidget(self._row)
        leave = self.add_leave()
        leave.setDefault(True)
        self.act = self.add_act(act, "danger")
        self.act.clicked.connect(self._give)
        self.reason.setFocus()

    def _give(self) -> None:
        commit_input_method()
        words = self.reason.text().strip()
        if words:
            self.given.emit(words)
            self.accept()
            return
        set_wrong(self.reason, wrong=True)
        self._row.set_error(self.tr("Write in one sentence why; it is kept with the paper."))
        self.reason.setFocus()
