"""Ending in good order: by the window, by the system's shutdown, by a signal."""

from __future__ import annotations

import logging
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

log = logging.getLogger(__name__)
SIGNALS = tuple(
    getattr(signal, name)
    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
    if hasattr(signal, name)
)


def end_in_order(steps: Sequence[tuple[str, Callable[[], object]]]) -> bool:
    """Take every step of closing, even when one before it failed; True when none did.

    The order matters and belongs to the caller: what was typed, the jobs and with them
    the store, the folder's lock, the crash file.
    """
    good = True
    for name, step in steps:
        try:
            step()
        except Exception:
            log.exception("closing: %s failed", name)
            good = False
    return good


class Ending(QObject):
    """Hears when the system wants the program to end.

    Signals:
        asked: 'signal' or 'session'. A 'session' must be answered before the slot
            returns: the system may switch off right after.
    """

    asked = Signal(object)

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._old_wakeup = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._old_handlers = {number: signal.signal(number, _wake) for number in SIGNALS}
        app.commitDataRequest.connect(self._end_session, Qt.ConnectionType.DirectConnection)

    def stop(self) -> None:
        """Give the signals back to Python."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_wakeup)
        for number, handler in self._old_handlers.items():
            signal.signal(number, handler)
        self._near.close()
        self._far.close()

    @Slot()
    def _hear(self) -> None:
        """Empty the pipe a signal wrote to; Qt's loop would not notice a signal itself."""
        try:
            numbers = self._near.recv(64)
        except BlockingIOError:
            return
        if any(number in SIGNALS for number in numbers):
            self.asked.emit("signal")

    @Slot(QSessionManager)
    def _end_session(self, session: QSessionManager) -> None:
        """The desktop is logging out or switching off."""
        session.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self.asked.emit("session")


def _wake(number: int, frame: FrameType | None) -> None:
    """Do nothing here: the number also went down the pipe, where Qt hears it."""
    del number, frame
