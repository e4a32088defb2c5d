"""A number that stands on two papers: the other paper, and what the bureau decided about them.

Two laptops were given one block by hand, or one ran from a restored image. Nothing is lost: both
papers stay, and a person of the bureau decides. What arrived first keeps the number.
"""

import datetime as dt
import json
from dataclasses import dataclass

from app.services.context import CHINA
from db.connection import Reader
from db.rows import Document
from db.store import decided, numbers
from db.store import documents as stored
from db.store.decisions import REJECTED

FIRST, WAITING, SECOND, LEFT_OUT = "first", "waiting", "second", "left-out"
_SHUT = frozenset({"number", "quarantine"})
"""Why the bureau holds back a paper whose number is another's: the answer, or what pages tell."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another paper of the same number: its id, whom it names, its day."""

    id: str
    party: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Shared:
    """How a paper stands among those of its number.

    ``stand``: ``first`` (it keeps the number), ``waiting`` (the bureau holds it back until it is
    decided on), ``second`` (it was taken in beside the first), ``left-out`` (it was not). ``note``
    is what was decided, on ``day``; ``others`` are the papers that are here.
    """

    stand: str
    others: tuple[Other, ...]
    note: str = ""
    day: dt.date | None = None


def shared(reader: Reader, row: Document) -> Shared | None:
    """Return how a document stands among those of its number, None where it is alone."""
    uses = numbers.papers(reader, row.series, row.year, row.number)
    ids = [one.document_id for one in uses if one.document_id not in {None, row.id}]
    found = [other for key in ids if (other := stored.get(reader, key or "")) is not None]
    stand = _stand(reader, row.id, alone=not found)
    if not stand:
        return None
    told = _decided(reader, [row.id, *(one.id for one in found)])
    others = tuple(Other(one.id, _party(one), _day(one.issued)) for one in found)
    if told is None or stand == WAITING:
        return Shared(stand, others)
    return Shared(stand, others, told.note, _day(told.at))


def marked(reader: Reader) -> frozenset[str]:
    """Return the ids of all documents whose number stands on another paper as well."""
    here = {one.document_id for one in numbers.doubled(reader)}
    return frozenset(one for one in here | decided.shut_papers(reader, "number") if one)


def _stand(reader: Reader, document_id: str, *, alone: bool) -> str:
    n = decided.issue_of(reader, document_id)
    if n is None:
        return ""
    reason = decided.shut_own(reader, n)
    told = decided.of(reader, n)
    if alone:  # the other paper is not here yet, or nothing is wrong with the number
        return WAITING if reason == "number" else ""
    if reason == REJECTED:
        return LEFT_OUT
    if reason in _SHUT:
        return WAITING
    return SECOND if told is not None and told.accepted else FIRST


def _decided(reader: Reader, ids: list[str]) -> decided.Decided | None:
    """What was decided last about any of the papers."""
    found = [
        told
        for key in ids
        if (n := decided.issue_of(reader, key)) is not None
        and (told := decided.of(reader, n)) is not None
    ]
    return max(found, key=lambda one: one.at, default=None)


def _party(row: Document) -> str:
    content = json.loads(row.content) if row.content else {}
    return str(content.get("party", {}).get("name", ""))


def _day(at: dt.datetime) -> dt.date:
    return at.astimezone(CHINA).date()
