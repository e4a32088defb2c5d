"""What is left of a crash: a file, one dialog, and an offer of a report at the next start."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
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
    import platform
    from importlib import metadata

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


def _report_in(path: Path) -> Report | None:
    """Read what a dead run wrote, if it wrote anything."""
    text = path.read_text(encoding="utf-8", errors="replace")[-LONGEST:]
    if not text.strip():
        return None
    when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Report(when, hide_secrets(f"{machine_facts()}\n\n{text}"))


def _lock(stream: TextIO) -> None:
    """Mark a crash file as that of a living process; the system takes the mark off at its end."""
    if os.name != "nt":  # Windows itself refuses to move an open file
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_alive(path: Path) -> bool:
    """Say whether the process a crash file belongs to still runs."""
    try:
        if os.name == "nt":
            path.replace(path)
            return False
        import fcntl

        with path.open("r+", encoding="utf-8") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


class CrashLog:
    """Keeps the file native crashes and unforeseen errors are written to.

    Each process has a file of its own, crash-PID.log beside `path`, locked while it
    lives, so that a second copy that only hands over its arguments does no harm. A file
    nobody locks is what a run left that ended badly.

    `previous` is the report left by the last run, if it crashed.
    `ended_badly` says whether the last run ended without saying so: killed, power lost.
    """

    def __init__(self, path: Path) -> None:
        self._base = path
        self._path = path.with_name(f"{path.stem}-{os.getpid()}{path.suffix}")
        self._lock = threading.Lock()
        self._showing = False
        self._show: Callable[[Report], object] | None = None
        self._stream: TextIO | None = None
        self.previous: Report | None = None
        self.ended_badly = False

    @property
    def path(self) -> Path:
        """The crash file of this process."""
        return self._path

    def start(self) -> None:
        """Read what the last run left, then catch native crashes of this one.

        Must come before Qt is imported. A folder that cannot be written is logged and
        the program starts all the same.
        """
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._collect()
            self._stream = self._path.open("w", encoding="utf-8")
        except OSError as error:
            log.warning("no crash file can be kept: %s", error.strerror)
            return
        _lock(self._stream)
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
        except OSError as error:
            log.warning("the crash file cannot be removed: %s", error.strerror)

    def _collect(self) -> None:
        """Take in what dead runs left; the newest report counts, one file is kept."""
        kept = self._base.with_name(f"{self._base.stem}-last{self._base.suffix}")
        pattern = f"{self._base.stem}-[0-9]*{self._base.suffix}"
        files = sorted(self._base.parent.glob(pattern), key=lambda path: path.stat().st_mtime)
        for path in files:
            if path != self._path and _is_alive(path):
                continue
            self.ended_badly = True
            self.previous = _report_in(path) or self.previous
            path.replace(kept)

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
