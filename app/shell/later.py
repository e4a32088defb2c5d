"""A call that waits for quiet: poked again and again, made once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Later:
    """Calls a function some seconds after the first poke, or after the last one.

    `from_last=False` bounds the wait (a flush must not starve under steady typing);
    `from_last=True` waits for quiet.
    """

    def __init__(self, seconds: float, call: Callable[[], object], *, from_last: bool) -> None:
        self._seconds = seconds
        self._call = call
        self._from_last = from_last
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._stopped = False

    def poke(self) -> None:
        """Ask for the call; safe from every thread."""
        with self._lock:
            if self._stopped or (self._timer is not None and not self._from_last):
                return
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(self._seconds, self._fire)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Forget a waiting call and take no more."""
        with self._lock:
            self._stopped = True
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
            if timer is not threading.current_thread():
                timer.join()

    def _fire(self) -> None:
        with self._lock:
            if self._stopped or self._timer is not threading.current_thread():
                return
            self._timer = None
        self._call()
