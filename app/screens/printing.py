"""Papers on their way to the printer: followed until done, failed or taken back, with ways out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.screens.desk import Note
from app.screens.printing_words import job_line, job_tone
from app.screens.sentences import sentence
from app.shell.files import write_whole
from app.shell.spooler import JobState, PrinterError, PrintOrder
from app.widgets.buttons import Button
from app.widgets.labels import Icon, Label

if TYPE_CHECKING:
    from app.screens.desk import Desk


@dataclass(frozen=True, slots=True)
class Sent:
    """A paper that was sent: what was ordered, its ticket, and how it is now."""

    order: PrintOrder
    ticket: int
    job: JobState
    error: PrinterError | None = None

    @property
    def open(self) -> bool:
        """Whether it is still on its way."""
        return self.error is None and not self.job.ended


class PrintState(QWidget):
    """One line about the paper in front, and cancel, again, or save as PDF below it.

    Signals:
        ended: The key of a paper and the state it ended in, ``failed`` when it was never sent.
        again_wanted: The key of a paper to be printed again, on the printer chosen now.
    """

    ended = Signal(str, str)
    again_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self._sent: dict[str, Sent] = {}
        theme = desk.theme
        self._icon = Icon(theme, "", 16)
        self.words = Label(theme, "", "label", "muted", wrap=True)
        self.cancel = Button(theme, self.tr("Take it back"), "link")
        self.again = Button(theme, self.tr("Print again"), "secondary", "refresh")
        self.cancel.clicked.connect(self._cancel)
        self.again.clicked.connect(self._again)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        line.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self.again)
        desk.printing.followed.connect(self._follow)
        desk.printing.failed.connect(self._fail)
        self.show_key("")

    def show_key(self, key: str) -> None:
        """Show what became of the paper sent under a key, if any was."""
        self._key = key
        self._look()

    def of(self, key: str) -> Sent | None:
        """What became of the paper last sent under a key."""
        return self._sent.get(key)

    def send(self, key: str, order: PrintOrder) -> None:
        """Print, and follow it under a key."""
        ticket = self._desk.printing.send(order)
        self._sent[key] = Sent(order, ticket, JobState(order.printer, 0, "sending"))
        self._look()

    def _follow(self, told: tuple[int, JobState]) -> None:
        ticket, job = told
        key = self._key_of(ticket)
        if not key:
            return
        self._sent[key] = replace(self._sent[key], job=job, error=None)
        self._look()
        if job.ended:
            self._end(key, job.state)

    def _fail(self, told: tuple[int, Exception]) -> None:
        ticket, error = told
        key = self._key_of(ticket)
        if not key or not isinstance(error, PrinterError):
            return
        self._sent[key] = replace(self._sent[key], error=error)
        self._look()
        self._end(key, "failed")

    def _end(self, key: str, state: str) -> None:
        self.ended.emit(key, state)
        if state in {"failed", "gone"} and not (self.isVisible() and key == self._key):
            sent = self._sent[key]
            bold, body = self._sentence(sent)
            acts = ((self.tr("Print again"), partial(self.again_wanted.emit, key)),)
            self._desk.say(Note("warning", bold, body, acts, id=f"print:{key}", icon="printer"))

    def _sentence(self, sent: Sent) -> tuple[str, str]:
        if sent.error is not None:
            return sentence(sent.error.code, sent.error.facts)
        return sentence("printer-failed", {"reason": sent.job.said or job_line(sent.job)})

    def _key_of(self, ticket: int) -> str:
        return next((key for key, sent in self._sent.items() if sent.ticket == ticket), "")

    def _look(self) -> None:
        sent = self._sent.get(self._key)
        self.setVisible(sent is not None)
        if sent is None:
            return
        icon, tone = job_tone(sent.job)
        words = job_line(sent.job)
        if sent.error is not None or sent.job.state in {"failed", "gone"}:
            icon, tone = "triangle", "danger"
            words = " ".join(self._sentence(sent))
        self._icon.set_icon(icon, self._desk.theme.tone(tone).word)
        self.words.setText(words)
        self.words.set_meaning(self._desk.theme.tone(tone).word)
        self.cancel.setVisible(sent.open and bool(sent.job.job))
        failed = sent.error is not None or sent.job.state in {"failed", "gone", "cancelled"}
        self.again.setVisible(failed)

    def _cancel(self) -> None:
        sent = self._sent.get(self._key)
        if sent is not None:
            self._desk.printing.cancel(sent.ticket)

    def _again(self) -> None:
        self.again_wanted.emit(self._key)


class PdfSaver(QWidget):
    """The button that saves a paper as PDF where the person says.

    Signals:
        saved: The path it was saved to.
    """

    saved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pdf = b""
        self._name = ""
        self.button = Button(desk.theme, self.tr("Save as PDF"), "secondary", "download")
        self.button.clicked.connect(self.ask)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.button)
        self.set_paper("", b"")

    def set_paper(self, name: str, pdf: bytes) -> None:
        """Take the paper to be saved."""
        self._name, self._pdf = name, pdf
        self.button.setEnabled(bool(pdf))

    def ask(self) -> None:
        """Ask where to, then save."""
        dialog = QFileDialog(
            self.window(), self.tr("Save as PDF"), f"{self._name}.pdf", self.tr("PDF (*.pdf)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Save under this path; the same bytes as kept."""
        job = partial(_save, Path(path), self._pdf)
        self._desk.jobs.background(job, partial(self._tell, path), self._desk.tell)

    def _tell(self, path: str, reason: str) -> None:
        if reason:
            facts = {"folder": str(Path(path).parent), "reason": reason}
            bold, body = sentence("folder-not-written", facts)
            self._desk.say(Note("danger", bold, body, id="save-pdf"))
            return
        self._desk.say(Note("ok", self.tr("The PDF is saved"), path, id="save-pdf"))
        self.saved.emit(path)


def _save(path: Path, pdf: bytes) -> str:
    """Write the file whole or not at all; the system's words when it refuses (io thread)."""
    try:
        write_whole(path, pdf)
    except OSError as error:
        return error.strerror or str(error)
    return ""
