"""Document numbers handed out in blocks, so that a laptop can number papers without a network.

Every number is in exactly one state: ``unleased``, ``leased``, ``issued``, ``voided``,
``returned``, ``annulled`` or ``unaccounted`` (below a number of the same block that was used, and
itself neither used nor voided). One that two laptops printed is on two papers: it is issued as long as
one of them stands. Numbers of a 当场处罚决定书 are numbered beforehand (行政处罚法 art. 52).
"""

import datetime as dt
from dataclasses import dataclass

from db.journal.ids import new_id
from hub.batches import Caller
from hub.sql import leases as stored
from hub.sql.base import Db
from hub.sql.leases import Block

FEWEST, MOST = 5, 50
SOFT_EXPIRY = dt.timedelta(days=60)
SERIES_SIGNS = 12


@dataclass(frozen=True, slots=True)
class Asking:
    """A laptop asks for numbers; the same ``request`` is always answered with the same block."""

    request: str
    series: str
    year: int
    count: int
    stream: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """One number and the state it is in; ``block`` is "" for one that was never leased.

    ``papers`` are the documents it is on: more than one is for a person to put right.
    """

    number: int
    state: str
    block: str
    stream: str
    reason: str
    papers: tuple[str, ...] = ()


class Unfit(ValueError):  # noqa: N818 - it tells what happened
    """What was asked for cannot be: ``code`` is ``series``, ``year`` or ``request``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def lease(db: Db, caller: Caller, asking: Asking, now: dt.datetime) -> Block:
    """Return a block of numbers for a stream of the caller.

    The year is this one or, from December on, the next.

    Raises:
        Unfit: ``series`` (no word), ``year``, ``request`` (it was another's).
    """
    _fit(asking, now)
    scope = caller.scope
    with db.transaction():
        answered = stored.of_request(db, scope, asking.request)
        if answered is not None:
            if (answered.series, answered.year, answered.account) != (
                asking.series,
                asking.year,
                caller.account,
            ):
                raise Unfit("request")
            return answered
        following = stored.lock_series(db, scope, asking.series, asking.year)
        known = following is not None
        first = max(following or 1, stored.last_used(db, scope, asking.series, asking.year) + 1)
        count = min(max(asking.count, FEWEST), MOST)
        block = Block(
            new_id(),
            asking.series,
            asking.year,
            first,
            first + count - 1,
            asking.stream,
            caller.account,
            asking.request,
            "leased",
        )
        write = stored.move_series if known else stored.add_series
        write(db, scope, asking.series, asking.year, block.hi + 1)
        stored.add_block(db, scope, block, now, now + SOFT_EXPIRY)
        return block


def ledger(db: Db, scope: str, series: str, year: int) -> list[Numbered]:
    """Return every number of a series and year up to the last one leased or used, with its state."""
    used = _used(db, scope, series, year)
    found: dict[int, Numbered] = {}
    for block in stored.blocks(db, scope, series, year):
        reached = max((n for n in used if block.lo <= n <= block.hi), default=block.lo - 1)
        for number in range(block.lo, block.hi + 1):
            state = block.state if number > reached else "unaccounted"
            found[number] = Numbered(number, state, block.block, block.stream, "")
    for number, (state, reason, papers) in used.items():
        kept = found.get(number)
        of, stream = (kept.block, kept.stream) if kept else ("", "")
        found[number] = Numbered(number, state, of, stream, reason, papers)
    last = max(found, default=0)
    return [
        found.get(number, Numbered(number, "unleased", "", "", "")) for number in range(1, last + 1)
    ]


def _used(
    db: Db, scope: str, series: str, year: int
) -> dict[int, tuple[str, str, tuple[str, ...]]]:
    """Return state, reason and papers of every number used; one paper that stands is enough."""
    found: dict[int, tuple[str, str, tuple[str, ...]]] = {}
    for number, state, reason, document in stored.uses(db, scope, series, year):
        before = found.get(number, (state, reason or "", ()))
        stands = before if before[0] == "issued" or state != "issued" else (state, "", ())
        papers = (*before[2], document) if document else before[2]
        found[number] = (stands[0], stands[1], papers)
    return found


def gaps(db: Db, scope: str, series: str, year: int) -> list[Numbered]:
    """Return the numbers nobody accounts for."""
    return [one for one in ledger(db, scope, series, year) if one.state == "unaccounted"]


def _fit(asking: Asking, now: dt.datetime) -> None:
    local = now.astimezone(dt.timezone(dt.timedelta(hours=8)))
    years = {local.year} | ({local.year + 1} if local.month == 12 else set())
    word = asking.series.strip()
    if not word or len(word) > SERIES_SIGNS or not word.isprintable() or word != asking.series:
        raise Unfit("series")
    if asking.year not in years:
        raise Unfit("year")
    if not 8 <= len(asking.request) <= 64:
        raise Unfit("request")
