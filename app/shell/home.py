"""The one way home: what other threads found is handed to callbacks on the GUI thread."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

Callback = Callable[[Any], object]
log = logging.getLogger(__name__)


def is_closed(callback: object) -> bool:
    """Say whether the widget a callback belongs to has already been deleted by Qt."""
    while isinstance(callback, partial):
        callback = callback.func
    receiver = getattr(callback, "__self__", None)
    return isinstance(receiver, QObject) and not shiboken6.isValid(receiver)


def hand_over(callback: Callback | None, content: object) -> None:
    """Call back unless the receiver is gone; a callback that raises is reported, not fatal."""
    if callback is None:
        return
    if is_closed(callback):
        log.debug("a result came home after its screen was closed")
        return
    try:
        callback(content)
    except Exception:  # noqa: BLE001  # one bad callback must not lose the others
        sys.excepthook(*sys.exc_info())


@dataclass(frozen=True, slots=True)
class Parcel:
    """One result on its way home: whom to call and what with."""

    callback: Callback
    content: object


class Home(QObject):
    """Lives on the GUI thread and delivers, in order, what any thread sends.

    Signals: `_arrived` is private, queued, and only wakes the GUI thread.
    """

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parcels: SimpleQueue[Parcel] = SimpleQueue()
        self._arrived.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, callback: Callback, content: object) -> None:
        """Queue a call for the GUI thread; safe from every thread."""
        self._parcels.put(Parcel(callback, content))
        try:
            self._arrived.emit()
        except RuntimeError:  # the window is already gone and so is this object
            log.debug("a result came home after the program had closed")

    @Slot()
    def deliver(self) -> None:
        """Make every call that has arrived, oldest first.

        A callback that opens a dialog runs an event loop of its own; parcels that
        arrive meanwhile are delivered inside it, still in order, because each is taken
        from the queue before it is called.
        """
        while (parcel := self._take()) is not None:
            hand_over(parcel.callback, parcel.content)

    def _take(self) -> Parcel | None:
        try:
            return self._parcels.get_nowait()
        except Empty:
            return None
