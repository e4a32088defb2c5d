"""All that the screen of synchronisation shows of the store, read at once on a thread of its own."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services import disagreeing, health, sync_ledger
from app.services.disagreeing import Kept, Quarrel
from app.services.health import Health
from app.services.sync_ledger import Ledger
from db.connection import Reader


@dataclass(frozen=True, slots=True)
class Board:
    """The ledger, what is in dispute, what is held back, and the health of the data."""

    ledger: Ledger
    quarrels: tuple[Quarrel, ...]
    held: tuple[Kept, ...]
    health: Health


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status line says: items the bureau has not got, and what a person must decide."""

    waiting: int
    to_decide: int


def look(open_reader: Callable[[], Reader], folder: Path, now: dt.datetime) -> Board:
    """Read it all."""
    reader = open_reader()
    try:
        return Board(
            sync_ledger.look(reader),
            disagreeing.quarrels(reader),
            disagreeing.held(reader),
            health.look(reader, folder, now),
        )
    finally:
        reader.close()


def standing(open_reader: Callable[[], Reader]) -> Standing:
    """Read only what the status line says."""
    reader = open_reader()
    try:
        return Standing(sync_ledger.waiting(reader), disagreeing.count(reader))
    finally:
        reader.close()
