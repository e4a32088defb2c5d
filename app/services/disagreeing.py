"""Where two wrote without having seen each other: every value with who wrote it, and the decision."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from app.services import packages, sync_ledger
from app.services.changes import Result, touched
from app.services.errors import Refused
from db.connection import Reader, Store
from db.journal import clock, merge
from db.rows import Person, Record
from db.store import arrivals, conflicts, nouns, outgoing, streams
from db.store.projection import ANSWER


@dataclass(frozen=True, slots=True)
class Side:
    """One value that stands: ``shown`` is the one used until somebody decides.

    ``stream`` and ``seq`` are the write it comes from, ``here`` says that this computer made it.
    """

    stream: str
    seq: int
    value: Any
    author: str
    at: dt.datetime
    here: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A field of an item with its values, the used one first; ``question`` is an answer's label."""

    rec_type: str
    rec_id: str
    field: str
    title: str
    party: str
    question: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An operation held back: here (of others), or at the bureau (``own``), and why."""

    n: int
    own: bool
    reason: str
    kind: str
    title: str
    party: str
    author: str
    at: dt.datetime


def quarrels(reader: Reader, limit: int = 20) -> tuple[Quarrel, ...]:
    """Return the conflicts that stand, at most so many."""
    found = []
    for rec_type, rec_id, name in conflicts.conflicted(reader, limit):
        values = conflicts.standing(reader, rec_id).get(name, ())
        if not values:
            continue
        title, party = sync_ledger.named(reader, rec_type, rec_id)
        sides = tuple(_side(reader, one, merge.Field(values).shown) for one in values)
        ranked = tuple(sorted(sides, key=lambda one: not one.shown))
        label = _question(reader, rec_id, name) if name.startswith(ANSWER) else ""
        found.append(Quarrel(rec_type, rec_id, name, title, party, label, ranked))
    return tuple(found)


def count(reader: Reader) -> int:
    """Return how many conflicts stand."""
    return len(conflicts.conflicted(reader))


def settle(store: Store, quarrel: Quarrel, chosen: Side) -> Result[None]:
    """Let one of the values stand, by an operation that has seen all of them.

    Raises:
        Refused: ``conflict-moved-on`` when other values stand by now.
    """
    with store.atomic():
        standing = conflicts.standing(store, quarrel.rec_id).get(quarrel.field, ())
        if {one.dot for one in standing} != {(side.stream, side.seq) for side in quarrel.sides}:
            raise Refused("conflict-moved-on", title=quarrel.title)
        conflicts.settle(store, quarrel.rec_type, quarrel.rec_id, quarrel.field, chosen.value)
    return Result(None, touched(quarrel.rec_type, quarrel.rec_id))


def held(reader: Reader, limit: int = 20) -> tuple[Kept, ...]:
    """Return what is held back at the bureau or here, at most so many of each."""
    own = [(one, True) for one in arrivals.held_own(reader, limit)]
    others = [(one, False) for one in arrivals.held(reader, limit)]
    known = {one.n for one, _own in own}
    found = []
    for one, mine in own + [other for other in others if other[0].n not in known]:
        event = outgoing.event(reader, one.n)
        if event is None:
            continue
        title, party = sync_ledger.named(reader, event.rec_type, event.rec_id)
        at = clock.from_milliseconds(event.wall)
        author = _author(reader, event.user)
        found.append(Kept(one.n, mine, one.reason, event.rec_type, title, party, author, at))
    return tuple(found)


def _side(reader: Reader, one: merge.Value, shown: merge.Value | None) -> Side:
    stream, seq = one.dot
    event = outgoing.event(reader, streams.number(streams.id_of(reader, stream), seq))
    author = "" if event is None else _author(reader, event.user)
    at = clock.from_milliseconds(0 if event is None else event.wall)
    here = stream in arrivals.own_streams(reader)
    return Side(stream, seq, one.value, author, at, here, one == shown)


def _author(reader: Reader, person_id: str) -> str:
    row = nouns.get(reader, Person, person_id)
    return "" if row is None else row.name


def _question(reader: Reader, record_id: str, path: str) -> str:
    """The label of the question an answer is of, "" where its form is not here."""
    record = nouns.get(reader, Record, record_id)
    if record is None:
        return ""
    try:
        form = packages.form_of(packages.by_hash(reader, record.form_hash))
    except Refused:
        return ""
    bare = re.sub(r"\{[^}]*\}", "", path)
    found = (one.label.get(form.default_language) for one in form.items() if one.path == bare)
    return next(found, "")
