"""The enterprise card's first column: who it is by law, and how it stands in supervision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.enterprise_rows import past_words
from app.screens.layout import dotted, label_column, padded
from app.screens.officers import officer_words
from app.screens.sentences_identifiers import problem_words
from app.screens.visit_words import tally_words
from app.services import appointments, key_units, visits
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.facts import Fact, FactList
from app.widgets.flow import Flow
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services import sites
    from db.rows import Enterprise


class IdentityCard(Card):
    """Name, code with its check digits, people in charge, and the names it had.

    Signals:
        edited: The identity is to be changed.
        merging: Another row of the same enterprise is to be merged with it.
        deciding: It is to be decided whether it is a key unit.
    """

    edited = Signal()
    merging = Signal()
    deciding = Signal()

    def __init__(self, desk: Desk, found: sites.Card) -> None:
        super().__init__(desk.theme)
        row, identity = found.enterprise, found.identity
        head = CardHead(desk.theme, self.tr("Identity"), link=self.tr("Edit"), link_icon="edit")
        head.opened.connect(self.edited)
        self.add_row(head)
        under, tone = "", "ok"
        if identity.verified:
            under = self.tr("Both check digits verified")
        elif row.uscc:
            under, tone = problem_words(identity.problem or ""), "danger"
        officers = [
            Fact(self.tr("Chief quality officer"), one.name, note=officer_words(one))
            for one in appointments.of_enterprise(desk.reader, row.id)
            if one.ended is None
        ]
        facts = FactList(desk.theme, label_column())
        lines = (
            Fact(self.tr("Credit code"), row.uscc, under=under, under_tone=tone),
            Fact(self.tr("Legal rep."), row.legal_rep),
            Fact(self.tr("Quality officer"), row.quality_officer),
            *officers,
            Fact(self.tr("Registered"), dotted(shown_day(row.registered), row.capital)),
            Fact(self.tr("Industry"), row.industry),
            self._key_unit(desk, row),
            Fact(self.tr("Address"), row.address),
            Fact(self.tr("Phone"), row.phone),
            Fact(self.tr("Earlier names"), past_words(found.past)),
        )
        facts.set_facts([line for line in lines if line.value])
        self.add_row(padded(facts), line="raised")
        acts = QWidget()
        line = Flow(apart=8, below=4, parent=None)
        acts.setLayout(line)
        decide = Button(desk.theme, self.tr("Key unit…"), "link", "shield")
        decide.clicked.connect(self.deciding)
        merge = Button(desk.theme, self.tr("Merge with another row…"), "link", "site")
        merge.clicked.connect(self.merging)
        line.addWidget(decide)
        line.addWidget(merge)
        self.add_row(padded(acts), line="raised")

    def _key_unit(self, desk: Desk, row: Enterprise) -> Fact:
        """What was decided and why; of what nobody decided the word that suggests it."""
        label = self.tr("Key unit")
        if row.key_unit:
            told = self.tr("Yes") if row.key_unit == key_units.YES else self.tr("No")
            return Fact(label, told, note=row.key_unit_reason)
        word = key_units.suggestion(desk.reader, row, desk.duty.act().today.year)
        if not word:
            return Fact(label, "")
        hint = self.tr("“{word}” suggests it").format(word=word)
        return Fact(label, self.tr("Undecided"), under=hint, under_tone="warning")


class SupervisionCard(Card):
    """Checks of the year, what is open, and how many of the year's inspections are made."""

    def __init__(self, desk: Desk, found: sites.Card) -> None:
        super().__init__(desk.theme)
        self.add_row(CardHead(desk.theme, self.tr("Supervision")))
        seen = found.supervision
        share = "—" if seen.failed_share is None else f"{seen.failed_share * 100:.1f} %"
        meaning = "danger" if (seen.failed_share or 0) > 0 else "text"
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 0, 16, 12)
        for number, words, colour in (
            (str(seen.done_this_year), self.tr("Done this year"), "text"),
            (str(found.counts.open_findings), self.tr("Open findings"), "text"),
            (share, self.tr("Checks with findings"), meaning),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(Label(desk.theme, number, "title", colour))
            pair.addWidget(Label(desk.theme, words, "small", "muted", wrap=True))
            row.addLayout(pair, 1)
        self.add_row(holder, line="raised")
        count = visits.tally(desk.reader, found.enterprise.id, desk.duty.act().today.year)
        told = tally_words(count.made, count.planned, count.cap)
        tone = "warning" if count.full else "muted"
        self.add_row(padded(Label(desk.theme, told, "label", tone, wrap=True)), line="raised")
