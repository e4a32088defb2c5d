"""Periods begun by hand: an event that no paper here takes in starts a clock of the table.

A case is filed, an application for reconsideration comes in, an announcement is posted: whoever
knows says which period began and when, and its end is told like that of every other.
"""

import datetime as dt
from dataclasses import dataclass

from app.services import clocks, equipment, follow_ups, operators
from app.services.changes import Result
from app.services.clocks import Clock, Reckoning
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.preparing import open_case
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.store import follow_ups as kept

KIND = "by-hand"
"""The kind of follow-up a period begun by hand is; its title says what it is."""
BY_PAPER = "paper"
"""What the table says of a period whose length the paper, or the officer, sets."""
LONGEST = 3660
"""A longer period of days is a slip of the pen."""
_NEVER = frozenset({equipment.SOON, operators.SOON})
"""How far ahead the registers remind: nothing that begins."""


@dataclass(frozen=True, slots=True)
class Event:
    """What began a period: its clock, the moment, its length where the paper sets that, a note."""

    clock_id: str
    at: dt.datetime
    amount: int | None = None
    note: str = ""


def offered(reader: Reader) -> tuple[Clock, ...]:
    """The clocks that may be begun, in the order of the table."""
    return tuple(one for one in clocks.listing(reader) if one.id not in _NEVER)


def find(reader: Reader, text: str) -> tuple[Clock, ...]:
    """Those of them that have every word of a text in their name, their rule or what begins them."""
    wanted = text.casefold().split()
    return tuple(
        one
        for one in offered(reader)
        if all(
            word in f"{one.name_zh} {one.name_en} {one.law} {one.starts_on}".casefold()
            for word in wanted
        )
    )


def count(reader: Reader, act: Acting, event: Event, *, doubt: bool = False) -> Reckoning:
    """When a period would end, how it is counted and by which article.

    Raises:
        Refused: ``clock-unknown``; ``term-incomplete``: the paper sets how long and nothing was
            said; ``day-in-future``: it cannot have begun yet.
    """
    known = next((one for one in offered(reader) if one.id == event.clock_id), None)
    if known is None:
        raise Refused("clock-unknown", clock_id=event.clock_id)
    if known.set_by == BY_PAPER and not 1 <= (event.amount or 0) <= LONGEST:
        raise Refused("term-incomplete", name="amount")
    if not known.backwards and event.at > act.now:
        raise Refused("day-in-future", day=event.at.astimezone(CHINA).date(), today=act.today)
    amount = event.amount if known.set_by == BY_PAPER else None
    return clocks.reckon(reader, known.id, event.at, amount, doubt=doubt)


def begin(store: Store, act: Acting, case_id: str, event: Event) -> Result[FollowUp]:
    """Keep what is due in a case by a period that began; it stands in Today in its time.

    Raises:
        Refused: as ``count``; ``case-closed``, ``not-found``.
    """
    case = open_case(store, case_id)
    clock = count(store, act, event).clock
    note = event.note.strip()
    row = follow_ups.make(
        store,
        case_id=case.id,
        enterprise_id=case.enterprise_id,
        kind=KIND,
        start=event.at,
        owner=("case", case.id),
        title=f"{clock.name_zh}：{note}" if note else clock.name_zh,
        clock_id=clock.id,
        amount=event.amount if clock.set_by == BY_PAPER else None,
    )
    with writing(store, act):
        kept.save(store, row)
    return Result(row, follow_ups.changed(row))
