"""Printers: which there are, a paper sent to one, and what became of it."""

from __future__ import annotations

import itertools
import logging
import os
import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.shell.files import write_whole
from app.shell.spooler import JobState, PrinterError, PrinterState, PrintOrder, Spooler

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.shell.jobs import Jobs

__all__ = [
    "JobState",
    "PrintOrder",
    "PrinterError",
    "PrinterState",
    "Printing",
    "Spooler",
    "find_spooler",
    "list_printers",
    "save_pdf",
    "with_default",
]

log = logging.getLogger(__name__)
EVERY = 1000  # milliseconds between two looks at a job


def find_spooler(
    page_image: Callable[[bytes, int, int], tuple[int, int, bytes]],
    page_sizes: Callable[[bytes], tuple[tuple[float, float], ...]],
) -> Spooler | None:
    """Choose how this machine prints: CUPS where it answers, else Qt where it has printers.

    `page_image(pdf, page, width)` and `page_sizes(pdf)` (millimetres) are needed only
    where pages are printed as pictures. None means that papers can only be saved. May
    wait for a server: not for the GUI thread.
    """
    from app.shell.cups import CupsSpooler, find_server

    server = find_server(os.environ)
    if server is not None:
        return CupsSpooler(server)
    from app.shell.qt_printing import QtSpooler

    spooler = QtSpooler(page_image, page_sizes)
    return spooler if spooler.printers() else None


def list_printers() -> tuple[PrinterState, ...]:
    """List the printers of this machine; empty where nothing answers. Not on the GUI thread."""
    from app.shell.cups import CupsSpooler, find_server

    server = find_server(os.environ)
    if server is None:
        from app.shell.qt_printing import qt_printers

        return qt_printers()
    try:
        return CupsSpooler(server).printers()
    except PrinterError as error:
        log.info("the printers could not be listed: %s %s", error.code, error.facts)
        return ()


def save_pdf(folder: Path, title: str, pdf: bytes) -> Path:
    """Save a paper where there is no printer, under a name not taken yet; raises OSError."""
    stem = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title).strip(" .")[:80] or "paper"
    names = itertools.chain([stem], (f"{stem} ({number})" for number in itertools.count(2)))
    path = next(path for name in names if not (path := folder / f"{name}.pdf").exists())
    write_whole(path, pdf)
    return path


def with_default(printers: tuple[PrinterState, ...], name: str) -> tuple[PrinterState, ...]:
    """Mark the printer the person used last as the default one, when it is still there."""
    if name not in {printer.name for printer in printers}:
        return printers
    return tuple(replace(printer, default=printer.name == name) for printer in printers)


class Printing(QObject):
    """Sends papers and follows each until it has ended, off the GUI thread.

    Signals:
        listed: a tuple of `PrinterState` after `refresh`.
        followed: `(ticket, JobState)` whenever something changed; the ticket is the
            number `send` returned.
        failed: `(ticket, PrinterError)`; ticket 0 for `refresh`.
    """

    listed = Signal(object)
    followed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        jobs: Jobs[Any],
        spooler: Spooler,
        *,
        every: int = EVERY,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._spooler = spooler
        self._tickets = itertools.count(1)
        self._open: dict[int, JobState] = {}
        self._asked: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._look)

    def refresh(self) -> None:
        """Ask for the list of printers."""
        self._jobs.background(self._spooler.printers, self._tell_list, self._tell_no_list)

    def send(self, order: PrintOrder) -> int:
        """Print; return the ticket under which it is followed."""
        ticket = next(self._tickets)
        self._open[ticket] = JobState(order.printer, 0, "sending")
        self._run(ticket, partial(self._spooler.send, order), self._give_up)
        self._timer.start()
        return ticket

    def cancel(self, ticket: int) -> None:
        """Take a paper back; `followed` says when it is."""
        job = self._open.get(ticket)
        if job is not None and job.job:
            self._jobs.background(
                partial(self._spooler.cancel, job), None, partial(self._give_up, ticket)
            )

    def under_way(self) -> tuple[JobState, ...]:
        """Return the papers that have not ended yet."""
        return tuple(self._open.values())

    def stop(self) -> None:
        """Look no more; call before the jobs are closed."""
        self._timer.stop()

    def _run(
        self,
        ticket: int,
        call: Callable[[], JobState],
        failed: Callable[[int, Exception], None],
    ) -> None:
        self._asked.add(ticket)
        self._jobs.background(call, partial(self._settle, ticket), partial(failed, ticket))

    @Slot()
    def _look(self) -> None:
        for ticket, job in self._open.items():
            if ticket not in self._asked and job.job:
                self._run(ticket, partial(self._spooler.look, job), self._lose_sight)
        if not self._open:
            self._timer.stop()

    def _settle(self, ticket: int, job: JobState) -> None:
        """Note how a paper is now and tell it when it is news."""
        self._asked.discard(ticket)
        news = self._open.get(ticket) != job
        if job.ended:
            self._open.pop(ticket, None)
        else:
            self._open[ticket] = job
        if news:
            self.followed.emit((ticket, job))

    def _give_up(self, ticket: int, error: Exception) -> None:
        """Tell that a paper could not be sent, or not be taken back."""
        self._asked.discard(ticket)
        if ticket in self._open and not self._open[ticket].job:
            del self._open[ticket]  # it was never sent
        self.failed.emit((ticket, error))

    def _lose_sight(self, ticket: int, error: Exception) -> None:
        """Say once that the printing system does not answer, and go on asking."""
        said = str(error.facts.get("said", "")) if isinstance(error, PrinterError) else str(error)
        self._settle(ticket, replace(self._open[ticket], trouble="no-answer", said=said))

    def _tell_list(self, printers: tuple[PrinterState, ...]) -> None:
        self.listed.emit(printers)

    def _tell_no_list(self, error: Exception) -> None:
        self.failed.emit((0, error))
