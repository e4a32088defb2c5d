"""What is said between the program and a printing system: printers, orders, jobs, errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

ENDED = frozenset({"done", "failed", "cancelled", "handed-over", "gone"})


class PrinterError(Exception):
    """A paper cannot be printed; `code` says why, `facts` which printer and its words.

    Codes: no-spooler (no printing system answers), no-printer (none of that name),
    rejected (the queue takes nothing), unreadable (the PDF), broken (anything else the
    printing system said, in `facts["said"]`).
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class PrinterState:
    """One printer.

    `state` is 'ready', 'printing' or 'stopped'. `trouble` is '' or one of 'offline',
    'paper', 'jam', 'ink', 'cover', 'paused', 'other'; `said` is what the printing
    system says of it in its own words. `duplex` is None when it does not tell.
    """

    name: str
    title: str
    state: str
    accepts: bool = True
    trouble: str = ""
    said: str = ""
    default: bool = False
    duplex: bool | None = None

    @property
    def ready(self) -> bool:
        """Whether a paper sent now should come out."""
        return self.accepts and self.state != "stopped" and not self.trouble


@dataclass(frozen=True, slots=True)
class JobState:
    """One paper on its way through a printer.

    `state` is 'sending', 'waiting', 'held', 'printing', or ended: 'done', 'failed',
    'cancelled', 'handed-over' (the system takes it from here and does not tell more),
    'gone' (the printing system no longer knows it). `trouble` and `said` are as in
    `PrinterState`, or 'no-answer' when the printing system fell silent; with trouble it
    may stay as it is until a person does something.
    """

    printer: str
    job: int
    state: str
    trouble: str = ""
    said: str = ""

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is to be printed: PDF bytes, on which printer, how often, on both sides."""

    pdf: bytes
    printer: str
    title: str
    copies: int = 1
    duplex: bool = False


class Spooler(Protocol):
    """A printing system. Every method may wait; none is called on the GUI thread."""

    def printers(self) -> tuple[PrinterState, ...]:
        """List the printers; raises PrinterError."""

    def send(self, order: PrintOrder) -> JobState:
        """Hand over a paper; raises PrinterError."""

    def look(self, job: JobState) -> JobState:
        """See what became of a job; raises PrinterError."""

    def cancel(self, job: JobState) -> None:
        """Take a job back; raises PrinterError."""
