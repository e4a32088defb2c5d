"""The status line and the counts in the navigation: saved, waiting, numbers left, printer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.screens.sync_words import when_words
from app.services import sync_board, today
from app.services.context import CHINA
from app.widgets.frame import StatusItem
from app.widgets.nav import Count

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.screens.desk import Desk
    from app.services.sync_board import Standing
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
        desk.sync.changed.connect(self._soon.start)
        self._standing: Standing | None = None
        self._stale = True
        QTimer.singleShot(1500, self._ask_printer)

    def look(self, *_: object) -> None:
        """Read the figures and show them."""
        self._figures = None
        self._stale = True
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
                "sync": Count(self._standing.to_see if self._standing else 0),
            }
        )
        if self._stale:
            self._stale = False
            work = partial(sync_board.standing, self._desk.own_reader)
            self._desk.jobs.background(work, self._take_standing)
        self._show_network()
        items = [self._saved_item(), self._sync_item()]
        for series, left in header.series_left[:SERIES_SHOWN]:
            meaning = "warning" if left < 5 else "muted"
            words = self.tr("{series}: {count} left").format(series=series, count=left)
            items.append(StatusItem(f"settings:numbers:{series}", words, "hash", meaning))
        items.append(self._printer_item())
        if self._desk.duty.clock_doubt:
            words = self.tr("Check this computer's clock")
            items.append(StatusItem("settings:health", words, "clock", "warning"))
        self._window.show_status(tuple(items), f"v{VERSION}")

    def _take_standing(self, found: Standing) -> None:
        if found != self._standing:
            self._standing = found
            self._show()

    def _show_network(self) -> None:
        state = self._desk.sync.state
        since = state.contact.since
        if state.enrolment is None or (
            state.contact.at is None and not since
        ):  # honest: nothing leaves this computer
            self._window.show_network(self.tr("On this computer only"), online=False)
        elif state.contact.problem and since is not None:
            words = self.tr("Offline since {time}") if state.offline else self.tr("Stopped {time}")
            told = words.format(time=when_words(since, self._desk.duty.now()))
            self._window.show_network(told, online=False)
        else:
            self._window.show_network(self.tr("Connected to the bureau"), online=True)

    def _sync_item(self) -> StatusItem:
        state, found = self._desk.sync.state, self._standing
        waiting = found.waiting if found is not None else 0
        if state.enrolment is None:
            return StatusItem("sync", self.tr("Not connected to the bureau"), "offline")
        if state.phase:
            return StatusItem("sync", self.tr("Sending and receiving…"), "refresh", "accent")
        if waiting:
            words = self.tr("%n to send", None, waiting)
            offline = self.tr("Offline, %n to send", None, waiting)
            icon = "offline" if state.contact.problem else "upload"
            return StatusItem("sync", offline if state.offline else words, icon)
        if state.contact.problem:
            words = self.tr("Offline") if state.offline else self.tr("Sync has stopped")
            return StatusItem("sync", words, "offline", "muted" if state.offline else "warning")
        return StatusItem("sync", self.tr("All at the bureau"), "tick-ring", "ok")

    def _note_saved(self, told: Changed) -> None:
        if told.initiator is self._desk.sync:  # what came from the bureau was not saved by a person
            self._forget()
            return
        self._saved = self._desk.duty.now().astimezone(CHINA).strftime("%H:%M:%S")
        self._stale = True
        if told.changes.kinds <= TYPED:
            self._soon.start()
        else:
            self._forget()

    def _forget(self) -> None:
        self._figures = None
        self._stale = True
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
