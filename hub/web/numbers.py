"""The ledger of document numbers: each in one state, those nobody accounts for, those on two papers."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from db.journal.operation import Operation
from db.journal.record import read
from hub import leases
from hub.leases import Numbered
from hub.rules import number_of
from hub.sql import leases as stored
from hub.sql import numbers as used
from hub.sql import quarantines, records
from hub.sql.base import Db
from hub.web import deciding
from hub.web.guard import Page, Visit

MOST_TWICE = 200
STATES = ("issued", "voided", "leased", "returned", "annulled", "unaccounted", "unleased")


@dataclass(frozen=True, slots=True)
class Twice:
    """A number on two papers: who issued each, and what was decided about the second."""

    number: int
    first: str
    second: str
    decision: str | None
    note: str | None


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
        twice=list(_twice(db, visit.scope, *chosen)),
        stretches=list(stretches(ledger)),
    )


def _twice(db: Db, scope: str, series: str, year: int) -> Iterator[Twice]:
    """Yield the numbers that a second laptop put on a paper, whatever was decided about it."""
    seen = deciding.Seen(db, scope)
    for kept in quarantines.of_reason(db, scope, "number", MOST_TWICE):
        one = deciding.shown(db, seen, kept)
        number = number_of(one.operation)
        if number is None or number[:2] != (series, year):
            continue
        second = _told(_text(one.operation), one.device, one.author)
        yield Twice(number[2], _first(db, seen, number), second, kept.decision, kept.note)


def _first(db: Db, seen: deciding.Seen, number: tuple[str, int, int]) -> str:
    """The paper that was at the bureau first: whom it names, and the laptop it came from."""
    before = used.first_use(db, seen.scope, number)
    if before is None:
        return ""
    stream, document = before
    found = records.some(db, seen.scope, "document", [document or "-"])
    content = read(found[document]).shown("content") if document in found else ""
    return _told(content, seen.device(stream))


def _text(one: Operation) -> Any:
    return one.fields.get("content", ("",))[0]


def _told(content: Any, *who: str) -> str:
    try:
        party = json.loads(content)["party"]["name"]
    except (KeyError, TypeError, ValueError):
        party = ""
    return " · ".join(str(part) for part in (party, *who) if part)


def stretches(ledger: Iterable[Numbered]) -> Iterator[tuple[int, int, Numbered]]:
    """Yield (first, last, what they are) of neighbours in the same state and block."""
    first: Numbered | None = None
    last = 0
    for one in ledger:
        if first is not None and _alike(one) != _alike(first):
            yield first.number, last, first
            first = None
        first = first or one
        last = one.number
    if first is not None:
        yield first.number, last, first


def _alike(one: Numbered) -> tuple[str, str, str, int]:
    return one.state, one.block, one.reason, max(1, len(one.papers))


PAGES: tuple[tuple[str, str, Page], ...] = (("/admin/{scope}/numbers", "GET", page),)
