"""What a campaign came to, as a card of figures: what the bureau reports when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.card import Card, CardHead
from app.widgets.facts import Fact, FactList

if TYPE_CHECKING:
    from app.shell.theme import Theme
    from db.store.campaign_totals import Totals

CONTEXT = "CampaignTotals"
WIDE = 124  # logical pixels of a label: the longest stands on one line


def totals_card(theme: Theme, told: Totals) -> Card:
    """A card with the counted figures, in two columns."""
    card = Card(theme)
    title = QCoreApplication.translate(CONTEXT, "What it came to")
    note = QCoreApplication.translate(CONTEXT, "counted from finished papers")
    card.add_row(CardHead(theme, title, note=note))
    facts = totals_facts(told)
    half = (len(facts) + 1) // 2
    holder = QWidget()
    beside = QHBoxLayout(holder)
    beside.setContentsMargins(16, 12, 16, 12)
    beside.setSpacing(24)
    for part in (facts[:half], facts[half:]):
        lines = FactList(theme, WIDE)
        lines.set_facts(part)
        beside.addWidget(lines, 1)
    card.add_row(holder, line="raised")
    return card


def totals_facts(told: Totals) -> list[Fact]:
    """Every figure with its name; what is none is said as 0."""
    named = (
        (QCoreApplication.translate(CONTEXT, "Inspectors sent"), told.sent),
        (QCoreApplication.translate(CONTEXT, "Units visited"), told.visits),
        (QCoreApplication.translate(CONTEXT, "Devices checked"), told.devices),
        (QCoreApplication.translate(CONTEXT, "Hazards found"), told.hazards),
        (QCoreApplication.translate(CONTEXT, "Instructions issued"), told.instructions),
        (QCoreApplication.translate(CONTEXT, "Rectification orders"), told.orders),
        (QCoreApplication.translate(CONTEXT, "Leads handed over"), told.leads),
        (QCoreApplication.translate(CONTEXT, "On-the-spot citations"), told.citations),
        (QCoreApplication.translate(CONTEXT, "Fines in yuan"), told.fined),
        (QCoreApplication.translate(CONTEXT, "Batches sampled"), told.batches),
        (QCoreApplication.translate(CONTEXT, "Batches nonconforming"), told.failed),
        (QCoreApplication.translate(CONTEXT, "Publicity activities"), told.activities),
        (QCoreApplication.translate(CONTEXT, "People reached"), told.reached),
    )
    return [Fact(name, f"{value:,}") for name, value in named]
