"""Printers and papers on their way, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.layout import dotted

if TYPE_CHECKING:
    from app.shell.spooler import JobState, PrinterState

translate = QCoreApplication.translate


def printer_line(printer: PrinterState) -> str:
    """How a printer is: ready, or what keeps it."""
    if printer.trouble:
        words = trouble_words(printer.trouble)
        return dotted(words, printer.said)
    if not printer.accepts:
        return translate("printing", "Takes no papers now")
    if printer.state == "printing":
        return translate("printing", "Ready, printing")
    if printer.state == "stopped":
        return translate("printing", "Stopped")
    return translate("printing", "Ready")


def job_line(job: JobState) -> str:
    """How far a paper is."""
    if job.trouble and not job.ended:
        words = trouble_words(job.trouble)
        return dotted(words, job.said)
    known = {
        "sending": translate("printing", "Being handed to the printer"),
        "waiting": translate("printing", "Waiting for its turn"),
        "held": translate("printing", "Held back by the printer"),
        "printing": translate("printing", "Printing"),
        "done": translate("printing", "Printed"),
        "failed": translate("printing", "The page did not come out"),
        "cancelled": translate("printing", "Taken back; nothing was printed"),
        "handed-over": translate("printing", "Handed to the system's printer"),
        "gone": translate("printing", "The printer no longer knows this paper"),
    }
    return known.get(job.state, job.state)


def trouble_words(trouble: str) -> str:
    """What keeps a printer from printing, and what to do."""
    known = {
        "offline": translate("printing", "Not connected: switch it on, check the cable"),
        "paper": translate("printing", "Out of paper: fill the tray"),
        "jam": translate("printing", "Paper jam: open it and take the sheet out"),
        "ink": translate("printing", "Ink or toner is used up"),
        "cover": translate("printing", "A cover is open"),
        "paused": translate("printing", "Paused: let it go on"),
        "no-answer": translate("printing", "The printing system does not answer"),
    }
    return known.get(trouble, translate("printing", "The printer reports a problem"))


def job_tone(job: JobState) -> tuple[str, str]:
    """Icon and tone of a paper's state."""
    if job.state in {"done", "handed-over"}:
        return "tick-ring", "ok"
    if job.state in {"failed", "gone"}:
        return "triangle", "danger"
    if job.trouble or job.state in {"held", "cancelled"}:
        return "triangle", "warning"
    return "clock", "accent"
