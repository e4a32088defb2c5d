"""How the findings, samples and batches of a case read as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.due_chip import due_chip
from app.screens.finding_words import failed
from app.screens.layout import dotted
from app.screens.sample_words import state_chip as sample_chip
from app.services import clocks
from app.widgets.chips import Chip, state_chip
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from db.duty_rows import Batch
    from db.rows import Finding, Sample

translate = QCoreApplication.translate


def finding_row(desk: Desk, row: Finding) -> Work:
    """A finding with where it stands: taken on, closed, to be re-checked, or its days left."""
    chip: Chip | None = None
    if row.state in {"closed", "escalated"}:
        words = translate("CaseScreen", "Taken on") if row.state == "escalated" else ""
        chip = state_chip("closed", words)
    elif row.state == "moved":
        chip = state_chip("moved")
    elif row.state in {"reported", "rechecked"}:
        chip = state_chip("to_recheck")
    elif row.due is not None:
        left = clocks.left(desk.reader, desk.duty.act().today, row.due)
        chip = due_chip(row.due, *left, doubt=desk.duty.clock_doubt)
    tone = chip.tone if chip else "warning"
    return Work(row.id, failed(row.item), row.seen, "rectify", tone, chip)


def sample_row(row: Sample) -> Work:
    """A sample with its seal and where it is."""
    test, spare = translate("CaseScreen", "for the test"), translate("CaseScreen", "spare")
    role = test if row.role == "test" else spare
    title = row.number or row.product_name
    chip = sample_chip(row.state)
    return Work(row.id, title, dotted(role, row.seal_no), "flask", "accent", chip)


def batch_row(row: Batch) -> Work:
    """A batch that is traced and recalled."""
    words = translate("CaseScreen", "Being traced")
    chip = Chip(words, "warning", "box")
    if row.state != "open":
        chip = state_chip("moved" if row.state == "moved" else "closed")
    title = dotted(row.product_name, row.lot)
    second = translate("CaseScreen", "trace and recall")
    return Work(row.id, title, second, "box", chip.tone, chip)
