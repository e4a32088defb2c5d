"""Rounds with the hub by themselves: after changes, when a network appears, and now and then."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.services import contact, enrolling, rounds
from app.services.contact import Contact
from app.services.rounds import Ended, Standing, Tether
from app.shell.home import Home
from app.shell.network import NetworkWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.services.enrolling import Enrolment
    from app.shell.jobs import Changed

QUIET: Final = 3.0  # seconds after the last change before it is sent
FIRST: Final = 2.0  # seconds after the window stands
EVERY: Final = 60.0  # seconds between rounds when nothing happens here
BASE: Final = 2.0  # the back-off doubles from here
CAP: Final = 120.0  # and ends here, before chance is drawn
STALLED: Final = 150.0  # seconds without progress after which a round is ended
OWN: Final = frozenset({"sync"})  # what a round itself writes down


@dataclass(frozen=True, slots=True)
class SyncState:
    """What the screen and the status line show of the way to the hub.

    ``phase`` is what the round under way does (heads, push, pull, numbers), "" while none is;
    ``done`` of ``whole`` tells how far it is, where that is known. ``stopping`` after Cancel.
    """

    enrolment: Enrolment | None = None
    contact: Contact = field(default_factory=Contact)
    phase: str = ""
    done: int = 0
    whole: int = 0
    stopping: bool = False

    @property
    def offline(self) -> bool:
        """Whether the last round found nobody to speak to."""
        return self.contact.problem in {"offline", "stalled", "strange", "busy"}


def backoff(failures: int, draw: Callable[[float, float], float] = random.uniform) -> float:
    """Return how long to wait after so many rounds that were stopped: full jitter under a cap."""
    most = min(CAP, BASE * 2.0 ** min(failures, 16))
    return draw(0.0, most)


def pause(
    failures: int, asked: float, draw: Callable[[float, float], float] = random.uniform
) -> float:
    """Return how long to wait when the hub asked for so much: chance comes on top of it.

    Who only waited as long as was asked would come back with all the others at one moment.
    """
    return max(asked, 1.0) + backoff(failures, draw)


class SyncLoop(QObject):
    """Begins rounds, one at a time, each on a thread of its own; the window never waits for one.

    What is to be done is read from the store and asked of the hub anew each time.

    Signals:
        changed: ``state`` is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._state = SyncState()
        self._tether: Tether | None = None
        self._again = False
        self._stopped = False
        self._moved = 0.0
        self._home = Home(self)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.begin)
        self._watchdog = QTimer(self)
        self._watchdog.setInterval(5000)
        self._watchdog.timeout.connect(self._look_after)
        self._network = NetworkWatch(self)
        self._network.appeared.connect(self.begin)

    @property
    def state(self) -> SyncState:
        """How things stand."""
        return self._state

    def furnish(self, desk: Desk) -> None:
        """Take the desk; nothing is begun before ``wake``."""
        self._desk = desk
        desk.jobs.changed.connect(self._hear)

    def look(self) -> None:
        """Read from the store which hub there is and how the last round went."""
        if self._desk is not None and not self._stopped:
            reader = self._desk.reader
            known = (enrolling.standing(reader), contact.last(reader))
            self._show(replace(self._state, enrolment=known[0], contact=known[1]))

    def wake(self) -> None:
        """Look, and begin soon."""
        self.look()
        self._come_back(FIRST)

    def begin(self) -> None:
        """Begin a round now; while one is under way another follows it."""
        desk = self._desk
        if desk is None or self._stopped or self._state.enrolment is None:
            return
        if self._tether is not None:
            self._again = True
            return
        self._next.stop()
        self._tether = tether = Tether()
        self._moved = time.monotonic()
        self._watchdog.start()
        one = Standing(
            desk.own_reader,
            partial(desk.jobs.write_and_wait, initiator=self),
            desk.duty.seal,
            desk.duty.now,
            desk.paths.anchor,
            partial(self._tell, tether),
            tether,
        )
        self._show(replace(self._state, phase="heads", done=0, whole=0, stopping=False))
        desk.jobs.background(partial(rounds.go, one), self._ended, self._failed)

    def cancel(self) -> None:
        """End the round that is under way; what has gone in stays, the rest follows later."""
        if self._tether is not None:
            self._tether.cut("cancelled")
            self._show(replace(self._state, stopping=True))

    def stop(self) -> None:
        """Begin nothing more: the window is closing."""
        self._stopped = True
        self._next.stop()
        self._watchdog.stop()
        if self._tether is not None:
            self._tether.cut("closing")

    # --- how a round goes ---------------------------------------------------------------------

    def _tell(self, tether: Tether, phase: str, done: int, whole: int) -> None:
        """Send progress home; called on the thread of the round."""
        self._home.send(partial(self._progress, tether), (phase, done, whole))

    def _progress(self, tether: Tether, told: tuple[str, int, int]) -> None:
        if tether is self._tether:
            self._moved = time.monotonic()
            phase, done, whole = told
            self._show(replace(self._state, phase=phase, done=done, whole=whole))

    def _ended(self, ended: Ended) -> None:
        self._finish(ended.contact or self._state.contact)
        if self._again and not ended.problem:
            self._come_back(QUIET)
        elif ended.problem == "cancelled":
            self._come_back(EVERY)
        elif ended.problem:
            failures = self._state.contact.failures
            self._come_back(pause(failures, float(ended.wait)))
        else:
            self._come_back(random.uniform(0.8, 1.2) * EVERY)
        self._again = False

    def _failed(self, error: Exception) -> None:
        self._finish(self._state.contact)
        self.look()
        if self._desk is not None:
            self._desk.tell(error)
        self._come_back(CAP)

    def _finish(self, known: Contact) -> None:
        self._tether = None
        self._watchdog.stop()
        self._show(replace(self._state, contact=known, phase="", done=0, whole=0, stopping=False))

    def _look_after(self) -> None:
        if self._tether is not None and time.monotonic() - self._moved > STALLED:
            self._tether.cut("stalled")

    # --- when ---------------------------------------------------------------------------------

    def _hear(self, told: Changed) -> None:
        """Send what was written here once it is quiet; one's own writing is no news."""
        if told.initiator is self or self._stopped:
            return
        if told.changes.kinds <= OWN:
            self.wake()
            return
        if self._tether is not None:
            self._again = True
        elif self._state.enrolment is not None and not self._state.contact.failures:
            self._come_back(QUIET)

    def _come_back(self, seconds: float) -> None:
        if not self._stopped and self._state.enrolment is not None:
            self._next.start(round(seconds * 1000))

    def _show(self, state: SyncState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()
