"""A printing system that is looked for when it is first needed, off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.shell.spooler import JobState, PrinterError, PrinterState, PrintOrder, Spooler

if TYPE_CHECKING:
    from collections.abc import Callable


class FoundSpooler:
    """Passes everything on to the spooler ``find`` gives; looked for again while there is none."""

    def __init__(self, find: Callable[[], Spooler | None]) -> None:
        self._find = find
        self._found: Spooler | None = None

    def printers(self) -> tuple[PrinterState, ...]:
        """List the printers; empty where there is no printing system."""
        spooler = self._look_for()
        return () if spooler is None else spooler.printers()

    def send(self, order: PrintOrder) -> JobState:
        """Hand over a paper; raises PrinterError."""
        return self._needed().send(order)

    def look(self, job: JobState) -> JobState:
        """See what became of a job; raises PrinterError."""
        return self._needed().look(job)

    def cancel(self, job: JobState) -> None:
        """Take a job back; raises PrinterError."""
        self._needed().cancel(job)

    def _look_for(self) -> Spooler | None:
        if self._found is None:
            self._found = self._find()
        return self._found

    def _needed(self) -> Spooler:
        spooler = self._look_for()
        if spooler is None:
            raise PrinterError("no-spooler")
        return spooler
