"""How the papers, findings, samples and batches of a case read as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.dates import shown_day
from app.screens.due_chip import due_chip
from app.screens.finding_words import failed
from app.screens.layout import dotted
from app.screens.matter_words import icon_of
from app.screens.sample_words import state_chip as sample_chip
from app.services import clocks
from app.services.context import CHINA
from app.widgets.chips import Chip, state_chip
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.cases import PaperLine
    from db.duty_rows import Batch
    from db.rows import Finding, Sample

translate = QCoreApplication.translate


def paper_row(line: PaperLine) -> Work:
    """A paper of a case with its number or how far it is, and its state."""
    record, document = line.record, line.document
    icon = icon_of(record.form_id)
    if record.state == "moved":
        number = document.number_text if document is not None else ""
        return Work(record.id, record.title, number, icon, "mute", state_chip("moved"))
    if document is not None:
        chip = state_chip(document.state)
        return Work(record.id, record.title, document.number_text, icon, "accent", chip)
    if record.state == "withdrawn":
        return Work(record.id, record.title, "", icon, "mute", state_chip("withdrawn"))
    if record.state == "finished":
        chip = state_chip("finished")
    elif line.wanted and line.signed < line.wanted and line.whole:
        chip = state_chip("to_sign")
    else:
        chip = state_chip("draft")
    return Work(record.id, record.title, _progress(line), icon, "accent", chip)


def _progress(line: PaperLine) -> str:
    record = line.record
    if record.state != "draft":
        return shown_day(record.finished.astimezone(CHINA).date() if record.finished else None)
    answered = translate("CaseScreen", "{answered} of {asked} answered").format(
        answered=record.answered, asked=record.asked
    )
    signed = translate("CaseScreen", "{signed} of {wanted} signed").format(
        signed=line.signed, wanted=line.wanted
    )
    return dotted(answered, signed if line.wanted else "")


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
