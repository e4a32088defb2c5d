"""How equipment, products, findings, papers and visits of an enterprise read as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.dates import shown_day, shown_month
from app.screens.due_chip import doubted, due_chip
from app.screens.finding_words import title_of
from app.screens.layout import dotted
from app.screens.matter_words import icon_of
from app.services.context import CHINA
from app.widgets.chips import Chip, clock_chip, state_chip
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.services.sites import EquipmentLine, Event, FindingLine, ProductLine
    from db.rows import Document

TIERS = {"high": "warning", "medium": "mute", "low": "ok"}
STATES = {"draft", "finished", "issued", "served", "withdrawn"}
FAR = 91  # days after which an equipment test is only named by its month
ICONS = {
    "spot-check": "flask",
    "sampling-sheet": "tag",
    "on-site-record": "pen",
    "rectification-notice": "rectify",
    "lift-check": "lift",
    "se-instruction": "rectify",
}
MACHINES = (("电梯", "lift"), ("扶梯", "lift"), ("压力", "settings"), ("储气", "settings"))


def finding_row(line: FindingLine, *, doubt: bool = False) -> Work:
    """An open finding with its clock."""
    row = line.finding
    chip: Chip | None = None
    if row.due is not None and line.days_left is not None and line.working_days is not None:
        chip = due_chip(row.due, line.days_left, line.working_days, doubt=doubt)
    tone = chip.tone if chip else "mute"
    title = title_of(row.item, row.seen)
    return Work(row.id, title, dotted(line.number_text, row.law), "rectify", tone, chip)


def equipment_row(line: EquipmentLine, *, doubt: bool = False) -> Work:
    """A piece of equipment with the time to its next test."""
    row = line.equipment
    chip: Chip | None = None
    if line.days_left is not None:
        tip = shown_day(row.next_test)
        chip = clock_chip(line.days_left, working=False, equipment=True, tip=tip)
        if line.days_left > FAR:
            words = QCoreApplication.translate("EnterpriseRows", "Until {month}")
            until = words.format(month=shown_month(row.next_test))
            chip = Chip(until, "ok", "", 0.2, tip)
        chip = doubted(chip, doubt=doubt)
    icon = next((icon for word, icon in MACHINES if word in row.name), "box")
    tone = chip.tone if chip and chip.tone in {"warning", "danger"} else "mute"
    return Work(row.id, row.name, dotted(row.registration_no, row.place), icon, tone, chip)


def product_row(line: ProductLine) -> Work:
    """A product with its tier in the risk catalogue."""
    words = {
        "high": QCoreApplication.translate("EnterpriseRows", "High risk"),
        "medium": QCoreApplication.translate("EnterpriseRows", "Medium risk"),
        "low": QCoreApplication.translate("EnterpriseRows", "Low risk"),
    }
    tone = TIERS.get(line.tier, "mute")
    icon = "triangle" if line.tier == "high" else "shield"
    chip = Chip(words[line.tier], tone, icon) if line.tier in words else None
    row = line.product
    second = "、".join(line.risk_points) or row.standard
    return Work(row.id, row.name, second, "box", tone, chip)


def event_row(event: Event) -> Work:
    """A visit or a paper of the past with its day."""
    chip = state_chip(event.state) if event.state in STATES else None
    day = shown_day(event.at.astimezone(CHINA).date())
    icon = ICONS.get(event.form_id) or icon_of(event.form_id)
    return Work(f"{event.kind}:{event.id}", event.title, day, icon, "accent", chip)


def document_row(row: Document, title: str) -> Work:
    """An issued paper with its number and state."""
    state = row.state if row.state in STATES else "withdrawn"
    icon = ICONS.get(row.form_id) or icon_of(row.form_id)
    return Work(row.id, title or row.number_text, row.number_text, icon, "mute", state_chip(state))


def risk_chip(risk_class: str) -> Chip | None:
    """The chip of an enterprise's class; None when it has none."""
    words = {
        "A": (QCoreApplication.translate("Risk", "Class A·low risk"), "ok", "shield"),
        "B": (QCoreApplication.translate("Risk", "Class B·usual risk"), "mute", "shield"),
        "C": (QCoreApplication.translate("Risk", "Class C·higher risk"), "warning", "triangle"),
        "D": (QCoreApplication.translate("Risk", "Class D·high risk"), "danger", "triangle"),
    }
    found = words.get(risk_class)
    return Chip(*found) if found else None
