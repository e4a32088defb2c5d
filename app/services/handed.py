"""What the bureau handed to another jurisdiction, or recognised from one, with where it is from."""

import datetime as dt
from dataclasses import dataclass

from app.services import sync_ledger
from db.connection import Reader
from db.duty_rows import Handover
from db.journal import clock
from db.store import handovers, operations

IN = "scope_in"


@dataclass(frozen=True, slots=True)
class Handed:
    """A handover as it is shown; ``here`` where the record came to this jurisdiction.

    ``other`` is the other jurisdiction's name, ``recognised`` where it counts in both.
    """

    rec_type: str
    rec_id: str
    title: str
    party: str
    here: bool
    recognised: bool
    other: str
    why: str
    at: dt.datetime


def latest(reader: Reader, limit: int = 5) -> tuple[Handed, ...]:
    """Return the last handovers, the newest first."""
    return tuple(_shown(reader, one) for one in handovers.latest(reader, limit))


def of_record(reader: Reader, record_id: str) -> Handed | None:
    """Return how a record last left or came, None for one that never did."""
    found = handovers.of(reader, record_id)
    return None if found is None else _shown(reader, found)


def _shown(reader: Reader, one: Handover) -> Handed:
    title, party = sync_ledger.named(reader, one.rec_type, one.rec_id)
    here = one.way == IN
    written = operations.history(reader, one.id, 1)
    at = clock.from_milliseconds(written[0].operation.wall if written else 0)
    other = one.source_name if here else one.target_name
    named = title or one.title
    return Handed(one.rec_type, one.rec_id, named, party, here, one.recognised, other, one.why, at)
