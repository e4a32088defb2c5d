"""Document numbers from the hub for series that run low, in the same round as everything else.

What is asked for is written down before it is asked: an answer that was lost is asked for again
under the same name, and the hub answers with the same block.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar

from app.services import packages
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA
from app.services.hub_answers import Asked, Leased
from app.services.transport import LinkError
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.store import numbers, settings, streams

KEY = "lease-asked"
FEWEST, MOST = 10, 50
LOOKED_BACK = dt.timedelta(days=30)
DECEMBER = 12

Wish = tuple[str, int]
"""A series and a year."""
T = TypeVar("T")


class Lessor(Protocol):
    """What is asked of the line to the hub."""

    def lease(self, asked: Asked) -> Leased:
        """Ask for a block."""


def wanted(reader: Reader, now: dt.datetime) -> tuple[Wish, ...]:
    """Return the series that run low here, each with its year; from December on the next as well.

    A series is low when not more than half of a block is left. Those of the forms count too, for
    which this computer never had a number.
    """
    today = now.astimezone(CHINA).date()
    years = (today.year, today.year + 1) if today.month == DECEMBER else (today.year,)
    words = sorted({one.series for one in numbers.blocks(reader)} | packages.series(reader))
    return tuple(
        (series, year)
        for year in years
        for series in words
        if numbers.left(reader, series, year) <= amount(reader, series, now) // 2
    )


def amount(reader: Reader, series: str, now: dt.datetime) -> int:
    """Return how many numbers of a series to ask for: twice what a month used, 10 to 50."""
    since = now - LOOKED_BACK
    used = sum(
        one.at >= since
        for year in {since.year, now.year}
        for one in numbers.uses(reader, series, year)
    )
    return min(max(2 * used, FEWEST), MOST)


def run(
    hub: Lessor, reader: Reader, write: Callable[[Callable[[Store], Any]], Any], now: dt.datetime
) -> int:
    """Ask for what runs low and enter what is given; returns how many blocks.

    A series the hub will not number is left out until the next round.

    Raises:
        LinkError: as the line says; what was asked for is asked again the next time.
    """
    got = 0
    for wish in wanted(reader, now):
        told: Result[Asked] = write(partial(_wish, wish, amount(reader, wish[0], now)))
        try:
            block = hub.lease(told.value)
        except LinkError as error:
            if not error.code.startswith("lease-"):
                raise
            if error.code == "lease-request":  # another person's, since the laptop changed hands
                write(partial(_forget, wish))
            continue
        got += bool(write(partial(_enter, wish, block)).value)
    return got


def _wish(wish: Wish, count: int, store: Store) -> Result[Asked]:
    """Give a wish its name, the one it has when it was asked before."""
    asked = _asked(store)
    request = asked.get(_name(wish))
    if request is None:
        request = new_id()
        settings.put_local(store, KEY, {**asked, _name(wish): request})
    return Result(Asked(request, *wish, count, streams.own(store)), Changes())


def _enter(wish: Wish, given: Leased, store: Store) -> Result[bool]:
    """Enter the part of a block that nothing here overlaps, and forget the wish, at once."""
    series, year = wish
    with store.atomic():
        held = numbers.covered(store, series, year, given.lo, given.hi)
        lo = max(given.lo, held + 1)
        known = numbers.is_block(store, given.block)
        if not known and lo <= given.hi:
            numbers.lease_local(store, series, year, lo, given.hi, block_id=given.block)
        _forget(wish, store)
    return Result(not known and lo <= given.hi, touched("number", series))


def _forget(wish: Wish, store: Store) -> Result[None]:
    kept = {name: request for name, request in _asked(store).items() if name != _name(wish)}
    settings.put_local(store, KEY, kept)
    return Result(None, Changes())


def _asked(reader: Reader) -> Mapping[str, str]:
    found: dict[str, str] = settings.get_local(reader, KEY, {})
    return found


def _name(wish: Wish) -> str:
    return f"{wish[1]}/{wish[0]}"
