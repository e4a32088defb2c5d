"""The status line and the counts in the navigation: saved, waiting, numbers left, printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.services import today
from app.services.context import CHINA
from app.widgets.frame import StatusItem
from app.widgets.nav import Count

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.screens.desk import Desk
    from app.services.today import Header
    from app.shell.jobs import Changed
    from app.shell.spooler import PrinterState

VERSION: Final = "0.1.0"
PRINTER_EVERY: Final = 30_000  # milliseconds
QUIET: Final = 150  # milliseconds: several writes in a row are looked at once
SERIES_SHOWN: Final = 2  # of the series of numbers, those with the fewest left
TYPED: Final = frozenset({"answer", "record"})  # what autosave touches; nothing counted here


class StatusFeed(QObject):
    """Keeps the status line and the navigation counts true."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._saved = ""
        self._figures: tuple[Header, int, int] | None = None
        self._printer: PrinterState | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET)
        self._soon.timeout.connect(self._show)
        self._often = QTimer(self)
        self._often.setInterval(PRINTER_EVERY)
        self._often.timeout.connect(self._ask_printer)
        self._often.start()
        desk.jobs.changed.connect(self._note_saved)
        desk.duty.changed.connect(self._forget)
        QTimer.singleShot(1500, self._ask_printer)

    def look(self, *_: object) -> None:
        """Read the figures and show them."""
        self._figures = None
        self._show()

    def _show(self) -> None:
        """Show the figures; they are read again only when one of them may have changed."""
        if self._window.retired or not self._desk.duty.who.person_id:
            return
        if self._figures is None:
            self._figures = today.figures(self._desk.reader, self._desk.duty.act())
        header, overdue, unclosed = self._figures
        self._window.show_counts(
            {
                "today": Count(overdue, overdue=True),
                "rectify": Count(unclosed),
            }
        )
        items = [self._saved_item()]
        for series, left in header.series_left[:SERIES_SHOWN]:
            meaning = "warning" if left < 5 else "muted"
            words = self.tr("{series}: {count} left").format(series=series, count=left)
            items.append(StatusItem(f"settings:numbers:{series}", words, "hash", meaning))
        items.append(self._printer_item())
        if self._desk.duty.clock_doubt:
            words = self.tr("Check this computer's clock")
            items.append(StatusItem("settings:health", words, "clock", "warning"))
        self._window.show_status(tuple(items), f"v{VERSION}")

    def _note_saved(self, told: Changed) -> None:
        self._saved = self._desk.duty.now().astimezone(CHINA).strftime("%H:%M:%S")
        if told.changes.kinds <= TYPED:
            self._soon.start()
        else:
            self._forget()

    def _forget(self) -> None:
        self._figures = None
        self._soon.start()

    def _saved_item(self) -> StatusItem:
        words = self.tr("Saved {time}").format(time=self._saved) if self._saved else ""
        return StatusItem("settings:health", words or self.tr("All saved"), "tick-ring", "ok")

    def _printer_item(self) -> StatusItem:
        state = self._printer
        if state is None:
            return StatusItem("settings:printer", self.tr("No printer: PDF only"), "printer")
        ready = state.state == "ready"
        words = self.tr("Printer ready") if ready else self.tr("Printer not ready")
        return StatusItem("settings:printer", words, "printer", "muted" if ready else "warning")

    def _ask_printer(self) -> None:
        from app.shell import printer

        if not self._window.retired:
            self._desk.jobs.background(printer.list_printers, self._take_printers)

    def _take_printers(self, found: tuple[PrinterState, ...]) -> None:
        wanted = self._desk.config.settings.printer
        chosen = [one for one in found if one.name == wanted] or list(found)
        self._printer = chosen[0] if chosen else None
        self._show()
