"""Taking in a corrected report: its number, its days, and what the laboratory says it corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.layout import label_column
from app.services.reissuing import Reissued
from app.widgets.dates import DateField, read_date
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, TextField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from app.shell.theme import Theme
    from db.duty_rows import TestReport


class ReissueDialog(DialogFrame):
    """What stands on the first page of a corrected report.

    Signals:
        came: The ``Reissued``.
    """

    came = Signal(object)

    def __init__(
        self, theme: Theme, report: TestReport, today: dt.date, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("ReissueDialog", "Take in a corrected report")
        super().__init__(theme, title, width=560, parent=parent)
        self._report, self._today = report, today
        words = self.tr(
            "It takes the place of {number}; both are kept. The party is told anew: a new notice "
            "replaces the old one, and the fifteen days begin again with its service."
        ).format(number=report.number or "—")
        self.body.addWidget(Label(theme, words, "field", "muted", wrap=True))
        self.number = LineField(theme, self.tr("Number of the corrected report"))
        self.issued = DateField(theme, self.tr("Issued on"), today=today)
        self.received = DateField(theme, self.tr("Received on"), today=today)
        for day in (self.issued, self.received):
            day.set_limits(report.issued, today)
        self.received.set_value(today.isoformat())
        self.reason = TextField(theme, lines=(2, 4))
        labels = {
            "number": (self.tr("New number"), self.number),
            "issued": (self.tr("Issued on"), self.issued),
            "received": (self.tr("Received on"), self.received),
            "reason": (self.tr("Corrected"), self.reason),
        }
        self.rows = {
            name: Labelled(theme, words, field, required=True, column=label_column())
            for name, (words, field) in labels.items()
        }
        for row in self.rows.values():
            self.body.addWidget(row)
        self.add_leave()
        self.act = self.add_act(self.tr("Take in"), "primary", "tick")
        self.act.clicked.connect(self._take)
        self.number.setFocus()

    def _take(self) -> None:
        commit_input_method()
        number, reason = self.number.text().strip(), self.reason.text().strip()
        issued = read_date(self.issued.value, self._today)
        received = read_date(self.received.value, self._today)
        wrong = {
            "number": self._number_words(number),
            "issued": "" if issued else self.tr("Write the day on its first page."),
            "received": "" if received else self.tr("Write a day up to today."),
            "reason": "" if reason else self.tr("Write what was corrected and why."),
        }
        if issued and received and not issued <= received <= self._today:
            wrong["received"] = self.tr("It cannot come in before it was issued, or after today.")
        for name, words in wrong.items():
            self.rows[name].set_error(words)
        if issued and received and not any(wrong.values()):
            self.came.emit(Reissued(number, issued, received, reason))
            self.accept()

    def _number_words(self, number: str) -> str:
        if not number:
            return self.tr("Write the number of the corrected report.")
        if number == self._report.number.strip():
            return self.tr("A corrected report has a number of its own, such as with a suffix.")
        return ""
