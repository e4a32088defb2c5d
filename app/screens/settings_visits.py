"""Settings: how often an enterprise may be inspected a year, and what does not count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from app.screens.layout import column, label_column
from app.screens.settings_page import Page
from app.screens.visit_words import kind_words
from app.services import visit_rules, visits
from app.services.visit_rules import Rules
from app.widgets.buttons import Button
from app.widgets.dates import DateField, read_date
from app.widgets.fields import Item, LineField, NumberField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.ticks import TickField

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Result


class VisitsPage(Page):
    """The cap of a year, the exempt kinds, and the source, kept when the button is pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme, wide = desk.theme, label_column()
        self.cap = NumberField(theme, self.tr("Inspections a year"))
        self.hours = NumberField(theme, self.tr("Hours for the approval afterwards"))
        items = [Item(kind, kind_words(kind)) for kind in visits.KINDS]
        self.exempt = TickField(theme, self.tr("Does not count"))
        self.exempt.set_items(items)
        self.source = LineField(theme, self.tr("Published in"))
        self._today = desk.duty.act().today
        self.since = DateField(theme, self.tr("In force from"), today=self._today)
        self._said = Label(theme, "", "label", "ok")
        keep = Button(theme, self.tr("Keep"), "primary", "tick")
        keep.clicked.connect(self._keep)
        rows = column(self, spacing=12)
        words = self.tr(
            "State Council Office [2024] No. 54 asks each level to publish how often an enterprise may be inspected a "
            "year. Leave the number empty until your bureau has published one: nothing is warned of."
        )
        rows.addWidget(Label(theme, words, "label", "muted", wrap=True))
        for label, field, hint in (
            (self.tr("Cap"), self.cap, self.tr("Inspections of one enterprise in a year")),
            (self.tr("Not counted"), self.exempt, ""),
            (
                self.tr("Urgent"),
                self.hours,
                self.tr("Hours within which an urgent one is approved afterwards"),
            ),
            (self.tr("Source"), self.source, self.tr("The paper the cap was published in")),
            (self.tr("From"), self.since, ""),
        ):
            rows.addWidget(Labelled(theme, label, field, hint=hint, column=wide))
        foot = QHBoxLayout()
        foot.addWidget(self._said)
        foot.addStretch(1)
        foot.addWidget(keep)
        rows.addLayout(foot)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show the rules as kept."""
        found = visit_rules.rules(self._desk.reader)
        self.cap.set_text(str(found.cap or ""))
        self.hours.set_text(str(found.urgent_hours))
        self.exempt.set_value(" ".join(found.exempt))
        self.source.set_text(found.source)
        self.since.set_value(found.since.isoformat() if found.since else "")

    def value(self) -> Rules:
        """The rules as they stand in the fields; what is no number is none."""
        return Rules(
            cap=_number(self.cap.text()),
            exempt=tuple(self.exempt.value.split()),
            urgent_hours=_number(self.hours.text()),
            source=self.source.text().strip(),
            since=read_date(self.since.value, self._today),
        )

    def _keep(self) -> None:
        commit_input_method()
        self._said.setText("")
        self._desk.jobs.write(
            partial(visit_rules.write, wanted=self.value()),
            done=self._kept,
            failed=self._desk.tell,
            initiator=self,
        )

    def _kept(self, _result: Result[Rules]) -> None:
        self._said.setText(self.tr("Kept"))
        self.look()


def _number(text: str) -> int:
    plain = text.strip()
    return int(plain) if plain.isdecimal() else (0 if not plain else -1)
