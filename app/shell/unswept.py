"""No garbage is collected on a job's thread: a widget in a cycle must not die there.

Python collects cycles on whichever thread happens to allocate. A window's parts that hang together
in one would be destroyed there, under the feet of the GUI thread. So the collector is off from the
moment a job is asked for until the GUI thread hears of its end, and goes on again there: what
gathered meanwhile is collected by the very next thing the GUI thread makes.
"""

import gc


class Unswept:
    """Keeps the collector off from the first of several jobs until the last was heard of.

    Both ends are told on the GUI thread.
    """

    def __init__(self) -> None:
        self._running = 0
        self._was_on = False

    def begin(self) -> None:
        """A job is asked for."""
        if not self._running:
            self._was_on = gc.isenabled()
            gc.disable()
        self._running += 1

    def end(self) -> None:
        """A job was heard of; one too many changes nothing."""
        if not self._running:
            return
        self._running -= 1
        if not self._running and self._was_on:
            gc.enable()

    def end_all(self) -> None:
        """Nobody will hear of what still runs."""
        self._running = min(self._running, 1)
        self.end()
