"""The ledger of document numbers: every number in one state, and those nobody accounts for."""

from collections import Counter
from collections.abc import Iterable, Iterator

from starlette.responses import Response

from hub import leases
from hub.leases import Numbered
from hub.sql import leases as stored
from hub.sql.base import Db
from hub.web.guard import Page, Visit

STATES = ("issued", "voided", "leased", "returned", "annulled", "unaccounted", "unleased")


def page(db: Db, visit: Visit) -> Response:
    """The ledger of one series and year."""
    series = [(word, year) for word, year, _next in stored.series(db, visit.scope)]
    wanted = (visit.asked.get("series", ""), visit.asked.get("year", ""))
    chosen = next(
        ((word, year) for word, year in series if (word, str(year)) == wanted),
        series[0] if series else ("", 0),
    )
    ledger = leases.ledger(db, visit.scope, *chosen)
    gaps = [one for one in ledger if one.state == "unaccounted"]
    return visit.page(
        "numbers.html",
        series=series,
        chosen=chosen,
        counts=Counter(one.state for one in ledger),
        states=STATES,
        gaps=gaps,
        stretches=list(stretches(ledger)),
    )


def stretches(ledger: Iterable[Numbered]) -> Iterator[tuple[int, int, Numbered]]:
    """Yield (first, last, what they are) of neighbours in the same state and block."""
    first: Numbered | None = None
    last = 0
    for one in ledger:
        if first is not None and (one.state, one.block, one.reason) != (
            first.state,
            first.block,
            first.reason,
        ):
            yield first.number, last, first
            first = None
        first = first or one
        last = one.number
    if first is not None:
        yield first.number, last, first


PAGES: tuple[tuple[str, str, Page], ...] = (("/admin/{scope}/numbers", "GET", page),)
