"""How equipment, products, findings, papers and visits of an enterprise read as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.dates import shown_day
from app.screens.due_chip import due_chip
from app.screens.equipment_words import device_icon, next_test_chip
from app.screens.finding_words import title_of
from app.screens.layout import dotted
from app.screens.matter_words import icon_of
from app.services.context import CHINA
from app.widgets.chips import Chip, state_chip
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.services.sites import EquipmentLine, Event, FindingLine, Past, ProductLine
    from db.rows import Document

TIERS = {"high": "warning", "medium": "mute", "low": "ok"}
STATES = {"draft", "finished", "issued", "served", "superseded", "withdrawn", "moved"}


def finding_row(line: FindingLine, *, doubt: bool = False) -> Work:
    """An open finding with its clock."""
    row = line.finding
    chip: Chip | None = None
    if row.state in {"reported", "rechecked"}:
        chip = state_chip("to_recheck")
    elif row.due is not None and line.days_left is not None and line.working_days is not None:
        chip = due_chip(row.due, line.days_left, line.working_days, doubt=doubt)
    tone = chip.tone if chip else "mute"
    title = title_of(row.item, row.seen)
    return Work(row.id, title, dotted(line.number_text, row.law), "", tone, chip)


def equipment_row(line: EquipmentLine, *, doubt: bool = False) -> Work:
    """A piece of equipment with the time to its next test."""
    row = line.equipment
    chip = next_test_chip(row.next_test, line.days_left, row.status, doubt=doubt)
    tone = chip.tone if chip.tone in {"warning", "danger"} else "mute"
    second = dotted(row.registration_no, row.place)
    return Work(row.id, row.name, second, device_icon(row.kind_code), tone, chip)


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
    """A visit or a paper of the past with its day; a check says what it found."""
    chip = state_chip(event.state) if event.state in STATES else None
    day = shown_day(event.at.astimezone(CHINA).date())
    icon = icon_of(event.form_id)
    if event.found is None:
        return Work(f"{event.kind}:{event.id}", event.title, day, icon, "accent", chip)
    said = QCoreApplication.translate("EnterpriseRows", "nothing found")
    if event.found:
        said = QCoreApplication.translate("EnterpriseRows", "%n finding(s)", None, event.found)
    tone = "danger" if event.found else "ok"
    return Work(f"{event.kind}:{event.id}", event.title, dotted(day, said), icon, tone, chip)


def document_row(row: Document, title: str) -> Work:
    """An issued paper with its number and state."""
    state = row.state if row.state in STATES else "withdrawn"
    icon = icon_of(row.form_id)
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


def past_words(past: Past) -> str:
    """The names an enterprise had and the rows merged into it, each with its last day if known."""
    former = [dotted(one.name or one.uscc, shown_day(one.until)) for one in past.names]
    return "、".join((*former, *(one.name for one in past.merged)))
