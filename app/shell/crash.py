"""What is left of a crash: a file, one dialog, and an offer of a report at the next start."""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from typing import TYPE_CHECKING, TextIO

from app.shell.log import hide_secrets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

log = logging.getLogger(__name__)
LONGEST = 200_000  # characters of an old crash that are worth reading


@dataclass(frozen=True, slots=True)
class Report:
    """A crash in words that can be copied; personal data and keys are hidden."""

    when: datetime
    text: str


def machine_facts() -> str:
    """Name the versions a report needs, and nothing about the person or the data."""
    versions = [f"Python {platform.python_version()}", f"{platform.system()} {platform.release()}"]
    for package in ("xunjian", "PySide6", "sqlcipher3"):
        try:
            versions.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    return " · ".join(versions)


def report_of(error: BaseException) -> Report:
    """Make the report of an exception."""
    trace = "".join(traceback.format_exception(error))
    return Report(datetime.now(UTC), hide_secrets(f"{machine_facts()}\n\n{trace}"))


class CrashLog:
    """Keeps the file native crashes and unforeseen errors are written to.

    `previous` is the report left by the last run, if it crashed.
    `ended_badly` says whether the last run ended without saying so: killed, power lost.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._running = path.with_name("running")
        self._lock = threading.Lock()
        self._showing = False
        self._show: Callable[[Report], object] | None = None
        self._stream: TextIO | None = None
        self.previous: Report | None = None
        self.ended_badly = False

    def start(self) -> None:
        """Read what the last run left, then catch native crashes of this one.

        Must come before Qt is imported. A folder that cannot be written is logged and
        the program starts all the same.
        """
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.ended_badly = self._running.exists()
            self.previous = self._left_behind()
            if self.previous is not None:
                self._path.replace(self._path.with_name("crash-last.log"))
            self._stream = self._path.open("w", encoding="utf-8")
            self._running.write_text(str(os.getpid()), encoding="ascii")
        except OSError as error:
            log.warning("no crash file can be kept: %s", error.strerror)
            return
        faulthandler.enable(self._stream, all_threads=True)

    def catch(self, show: Callable[[Report], object]) -> None:
        """Send every exception nobody caught to the file and, once at a time, to `show`."""
        self._show = show
        sys.excepthook = self._excepthook
        threading.excepthook = self._thread_excepthook

    def record(self, error: BaseException) -> Report:
        """Write an unforeseen error to the file and the log; safe from every thread."""
        report = report_of(error)
        log.error("an error nobody foresaw", exc_info=error)
        with self._lock:
            if self._stream is not None:
                try:
                    self._stream.write(f"{report.when.isoformat()} {report.text}\n")
                    self._stream.flush()
                    os.fsync(self._stream.fileno())
                except OSError as problem:
                    log.warning("the crash file cannot be written: %s", problem.strerror)
        return report

    def tell(self, error: BaseException) -> None:
        """Record an error and show it, unless one is being shown already; GUI thread only."""
        self._show_once(self.record(error))

    def finish(self) -> None:
        """Say that this run ended as it should; nothing is offered at the next start."""
        if self._show is not None:
            sys.excepthook = sys.__excepthook__
            threading.excepthook = threading.__excepthook__
        if self._stream is None:
            return
        faulthandler.disable()
        self._stream.close()
        self._stream = None
        try:
            self._path.unlink(missing_ok=True)
            self._running.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the crash file cannot be removed: %s", error.strerror)

    def _left_behind(self) -> Report | None:
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")[-LONGEST:]
            when = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        except FileNotFoundError:
            return None
        if not text.strip():
            return None
        return Report(when, hide_secrets(f"{machine_facts()}\n\n{text}"))

    def _show_once(self, report: Report) -> None:
        if self._showing or self._show is None:
            return
        self._showing = True
        try:
            self._show(report)
        finally:
            self._showing = False

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = self.record(error)
        if threading.current_thread() is threading.main_thread():
            self._show_once(report)

    def _thread_excepthook(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None:
            self.record(facts.exc_value)
