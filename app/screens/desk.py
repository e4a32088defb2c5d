"""What every screen is handed: reader, jobs, theme, who is on duty, and the way elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.context import Acting, DeviceSeal, Office, Who

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from app.screens.place import Place
    from app.screens.sync_loop import SyncLoop
    from app.shell.config import Config
    from app.shell.i18n import Languages
    from app.shell.jobs import Jobs
    from app.shell.paths import Paths
    from app.shell.printer import Printing
    from app.shell.theme import Theme
    from app.shell.vault import Vault
    from db.audit import Report
    from db.connection import Reader, Store


@dataclass(frozen=True, slots=True)
class Note:
    """A message above the screen; it stays until one of its acts is chosen.

    ``tone`` is ok, accent, warning or danger. Each of at most two ``acts`` is its words and what
    it does; without any the message can only be put away. A note with an ``id`` that is shown
    already replaces it, and one said ``here`` goes when one leaves the place.
    """

    tone: str
    bold: str
    sentence: str = ""
    acts: tuple[tuple[str, Callable[[], object]], ...] = ()
    id: str = ""
    icon: str = ""
    here: bool = False


class Duty(QObject):
    """Who is at the keyboard, for which bureau, and what time it is.

    Signals:
        changed: the bureau's words or the inspector changed.
        doubted: the clock came into doubt, or out of it; days left are shown accordingly.
    """

    changed = Signal()
    doubted = Signal()

    def __init__(self, now: Callable[[], dt.datetime], seal: DeviceSeal) -> None:
        super().__init__()
        self._now = now
        self._seal = seal
        self._office = Office()
        self._who = Who("", "", "")
        self._doubt = False

    @property
    def office(self) -> Office:
        """The bureau as set."""
        return self._office

    @property
    def who(self) -> Who:
        """The inspector at the keyboard; an empty id before the first start is done."""
        return self._who

    @property
    def clock_doubt(self) -> bool:
        """Whether this machine's clock contradicts what it has recorded."""
        return self._doubt

    def take(self, office: Office, who: Who) -> None:
        """Begin duty, or go on after the settings changed."""
        if (office, who) != (self._office, self._who):
            self._office, self._who = office, who
            self.changed.emit()

    def doubt_clock(self, doubt: bool) -> None:  # noqa: FBT001 - the one fact it is told
        """Keep whether the clock is in doubt; documents record it."""
        if doubt != self._doubt:
            self._doubt = doubt
            self.changed.emit()
            self.doubted.emit()

    @property
    def seal(self) -> DeviceSeal:
        """What this computer signs with."""
        return self._seal

    def now(self) -> dt.datetime:
        """The time in UTC."""
        return self._now()

    def act(self) -> Acting:
        """What services are told: who, for which bureau, when, with which seal."""
        return Acting(self._who, self._office, self._now(), self._seal)


@dataclass(frozen=True, slots=True)
class Desk:
    """The objects a screen works with; built once by ``bootstrap``.

    ``reader`` belongs to the GUI thread; ``own_reader`` opens another for work in the background
    (close it there). ``go`` and ``back`` move through the program, ``say`` shows a message and
    ``tell`` makes one out of any error; ``act`` runs a command of ``app.actions`` by its id;
    ``vault`` finds where the keys are kept (slow: call it in the background) and ``recovery_code``
    writes the store's key as a code for paper; ``printing`` sends papers and follows them; ``sync`` does the
    rounds with the hub; ``audit`` checks the whole store and takes its time.
    """

    paths: Paths
    config: Config
    reader: Reader
    own_reader: Callable[[], Reader]
    jobs: Jobs[Store]
    printing: Printing
    theme: Theme
    duty: Duty
    languages: Languages
    sync: SyncLoop
    go: Callable[[Place], None]
    back: Callable[[], None]
    say: Callable[[Note], None]
    tell: Callable[[BaseException], None]
    act: Callable[[str], None]
    audit: Callable[[], Report]
    vault: Callable[[], Vault]
    recovery_code: Callable[[], str]
