"""No garbage is collected while a job runs: a widget in a cycle must not die on another thread.

Python collects cycles on whichever thread happens to allocate. A window's parts that hang together
in one would be destroyed there, under the feet of the GUI thread.
"""

import gc
import threading
from types import TracebackType


class Unswept:
    """Keeps the collector off from the first of several jobs until the last has ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = 0
        self._was_on = False

    def __enter__(self) -> None:
        """A job begins."""
        with self._lock:
            if not self._running:
                self._was_on = gc.isenabled()
                gc.disable()
            self._running += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """A job has ended."""
        with self._lock:
            self._running -= 1
            if not self._running and self._was_on:
                gc.enable()
