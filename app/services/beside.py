"""What several wrote on one item without having seen each other, field beside field.

Nothing of it is in dispute: all of it stands. But who wrote one part may have judged otherwise had
he seen the other, so it is told once an item, until somebody who has both writes on or says that it
stays so.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.services import disagreeing, sync_ledger
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Settlement
from db.journal import clock
from db.journal import heads as causal
from db.journal.heads import BESIDE, HEADS
from db.journal.ids import new_id
from db.journal.operation import Dot
from db.rows import Person
from db.store import arrivals, base, conflicts, heads, nouns, operations
from db.store.operations import Event

ITEM = HEADS
"""The field of a decision that is about the whole item."""
MOST = 4
"""Values of one author that are shown; the rest are counted."""
LONGEST = 120
"""Signs of a value that are kept with the decision."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value somebody wrote: its field, the question where it is an answer, the value."""

    field: str
    question: str
    value: Any


@dataclass(frozen=True, slots=True)
class Part:
    """What one wrote that another had not seen: the newest values, and how many ``more``.

    ``here`` says that it was written on this computer; ``at`` is its author's clock, of the last.
    """

    stream: str
    author: str
    at: dt.datetime
    here: bool
    values: tuple[Written, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """An item on which several wrote unseen, with what each wrote; ``heads`` are its last writes."""

    rec_type: str
    rec_id: str
    title: str
    party: str
    parts: tuple[Part, ...]
    heads: frozenset[Dot]


def found(reader: Reader, limit: int = 20) -> tuple[Beside, ...]:
    """Return the items on which several wrote unseen and nobody has looked since."""
    return tuple(_beside(reader, *key) for key in heads.apart(reader, limit))


def count(reader: Reader) -> int:
    """Return on how many items several wrote unseen."""
    return len(heads.apart(reader))


def stays(store: Store, act: Acting, one: Beside) -> Result[None]:
    """Say, having seen all of it, that it stays so; who said it and when is kept and travels.

    Raises:
        Refused: ``conflict-moved-on`` when somebody wrote on it since it was shown.
    """
    kind, key = one.rec_type, one.rec_id
    with writing(store, act):
        if (kind, key) not in heads.apart(store) or _tops(store, kind, key) != one.heads:
            raise Refused("conflict-moved-on", title=one.title)
        conflicts.look(store, kind, key)
        told = tuple(_told(part) for part in one.parts)
        row = Settlement(new_id(), kind, key, ITEM, others=told, person_id=act.who.person_id)
        nouns.save(store, replace(row, at=act.now))
    return Result(None, touched(kind, key) | Changes(frozenset({"settlement"}), frozenset()))


def _beside(reader: Reader, kind: str, key: str) -> Beside:
    title, party = sync_ledger.named(reader, kind, key)
    standing = heads.standing(reader, (kind, key))
    begun = (Event(*each) for each in base.written(reader, (kind, key)))
    history = (*operations.history(reader, key), *begun)
    written = [one.operation for one in reversed(history)]
    unseen = {one.dot for one in causal.since_trunk(written, standing)}
    events = [one for one in history if one.operation.dot in unseen]
    order = dict.fromkeys(one.operation.stream for one in events)
    parts = [
        _part(reader, [one for one in events if one.operation.stream == stream]) for stream in order
    ]
    return Beside(kind, key, title, party, tuple(parts), _tops(reader, kind, key))


def _part(reader: Reader, events: Sequence[Event]) -> Part:
    """What one stream wrote, of the newest event first."""
    last = events[0].operation
    live = heads.live(reader, (last.rec_type, last.rec_id))
    values = [
        (name, value)
        for event in events
        for name, (value, _seen) in event.operation.fields.items()
        if name not in BESIDE and event.n in live.get(name, live.get("", ()))
    ]
    shown = tuple(
        Written(name, disagreeing.label_of(reader, last.rec_id, name), value)
        for name, value in values[:MOST]
    )
    person = nouns.get(reader, Person, last.user)
    here = last.stream in arrivals.own_streams(reader)
    at = clock.from_milliseconds(last.wall)
    author = person.name if person else ""
    return Part(last.stream, author, at, here, shown, max(0, len(values) - MOST))


def _tops(reader: Reader, kind: str, key: str) -> frozenset[Dot]:
    return frozenset(one.dot for one in causal.tops(heads.standing(reader, (kind, key))))


def _told(part: Part) -> str:
    """What one wrote, with author and moment, in any language's words."""
    values = (disagreeing.veiled(one.field, str(one.value or "")) for one in part.values)
    at = part.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    return "·".join(each for each in ("、".join(values)[:LONGEST], part.author, at) if each)
