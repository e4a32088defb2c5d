"""All that the screen of synchronisation shows of the store, read at once on a thread of its own."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services import (
    beside,
    bundles,
    disagreeing,
    enrolling,
    handed,
    health,
    settling,
    stick,
    sync_ledger,
)
from app.services.beside import Beside
from app.services.bundles import Waiting
from app.services.disagreeing import Kept, Quarrel
from app.services.handed import Handed
from app.services.health import Health
from app.services.settling import Settled
from app.services.stick import Carried
from app.services.sync_ledger import Ledger
from db.connection import Reader
from db.journal import clock
from db.store import decisions, settings, sticks


@dataclass(frozen=True, slots=True)
class Offer:
    """What a bundle written now would hold, of how many items, and the bundles written before."""

    waiting: Waiting
    items: int
    written: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The ledger, what is in dispute, what is held back, and the health of the data.

    ``beside`` is what several wrote on one item unseen. ``offer`` is what a stick would carry; None
    where no bureau is known. ``settled`` are the last decisions, ``handed`` what last left for
    another jurisdiction or came from one. ``turned`` is how many decisions of the bureau were turned
    since yesterday, its server having been set back.
    """

    ledger: Ledger
    quarrels: tuple[Quarrel, ...]
    beside: tuple[Beside, ...]
    held: tuple[Kept, ...]
    health: Health
    offer: Offer | None
    settled: tuple[Settled, ...]
    handed: tuple[Handed, ...]
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status line says: items the bureau has not got, and what a person should see.

    That is what is to be decided, and what several wrote on one item unseen.
    """

    waiting: int
    to_see: int


def look(open_reader: Callable[[], Reader], folder: Path, now: dt.datetime) -> Board:
    """Read it all."""
    reader = open_reader()
    try:
        ledger = sync_ledger.look(reader, sticks.reached(reader))
        return Board(
            ledger,
            disagreeing.quarrels(reader),
            beside.found(reader),
            disagreeing.held(reader),
            health.look(reader, folder, now),
            _offer(reader, ledger),
            settling.settled(reader),
            handed.latest(reader),
            turned(reader, now),
        )
    finally:
        reader.close()


def standing(open_reader: Callable[[], Reader]) -> Standing:
    """Read only what the status line says."""
    reader = open_reader()
    try:
        to_see = disagreeing.count(reader) + beside.count(reader)
        return Standing(sync_ledger.waiting(reader), to_see)
    finally:
        reader.close()


def turned(reader: Reader, now: dt.datetime) -> int:
    """Return how many decisions were turned or lost since yesterday, and what is here followed."""
    told = settings.get_local(reader, decisions.TURNED)
    if told is None or now - clock.from_text(told["at"]) >= decisions.TOLD_FOR:
        return 0
    return int(told["count"])


def _offer(reader: Reader, ledger: Ledger) -> Offer | None:
    mine = enrolling.standing(reader)
    if mine is None:
        return None
    owed = bundles.owed(reader, mine.scope)
    return Offer(bundles.waiting_size(reader, owed), ledger.waiting, stick.carried(reader))
