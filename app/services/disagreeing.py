"""Where two wrote without having seen each other: every value with who wrote it, and what is held."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Final

from app.services import packages, sync_ledger, weaving
from app.services.errors import Refused
from app.services.weaving import Piece
from db.connection import Reader
from db.journal import clock, merge, secret
from db.rows import Person, Record
from db.store import arrivals, claims, conflicts, graves, nouns, outgoing, streams
from db.store.projection import ANSWER
from forms.model import Question

LONG: Final = 40
"""Signs of a text that is longer than a name or a number."""
PAIR: Final = 2
FIELD, STATE, DELETED = "field", "state", "deleted"
STATES: Final = frozenset({"state", "status", "step", "holder"})
PLAIN: Final = frozenset(
    ("name", "legal_rep", "phone", "address", "industry", "title", "item", "seen", "place",
     "key_unit_reason", "note", "report", "reason", "answer")
)  # fmt: skip
"""Columns that take any text, so that a person may write a third value."""


@dataclass(frozen=True, slots=True)
class Side:
    """One value that stands: ``shown`` is the one used until somebody decides.

    ``stream`` and ``seq`` are the write it comes from, ``here`` says that this computer made it.
    ``at`` is its author's clock; by ``at_hub``, the bureau's clock, it was there (None: not yet).
    """

    stream: str
    seq: int
    value: Any
    author: str
    at: dt.datetime
    here: bool
    shown: bool
    at_hub: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Quarrel:
    """What is in dispute, its sides, the used one first; ``question`` is an answer's label.

    ``kind`` is ``field``, ``state`` (two steps were taken at once) or ``deleted`` (one deleted what
    another edited: the first side is the edit, the second the deletion). ``free`` where a person
    may write another value than those that stand. ``proposal`` puts two long texts together.
    """

    rec_type: str
    rec_id: str
    field: str
    title: str
    party: str
    question: str
    sides: tuple[Side, ...]
    kind: str = FIELD
    free: bool = False
    proposal: "Proposal | None" = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two long texts put together; nothing takes it but a person.

    ``sides`` are the places of the first and the second text among the sides, in the order they were
    written; ``known`` says whether what both had before them was found in the journal.
    """

    pieces: tuple[Piece, ...]
    sides: tuple[int, int]
    known: bool


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
    """Return the conflicts that stand, at most so many, deletions first."""
    found = [grave(reader, *one) for one in conflicts.disputed(reader, limit)]
    for rec_type, rec_id, name in conflicts.conflicted(reader, limit):
        values = conflicts.standing(reader, rec_id).get(name, ())
        if values:
            found.append(_quarrel(reader, (rec_type, rec_id, name), values))
    return tuple(found[:limit])


def count(reader: Reader) -> int:
    """Return how many conflicts stand."""
    return len(conflicts.conflicted(reader)) + len(conflicts.disputed(reader))


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


def veiled(field: str, text: str) -> str:
    """A value of a field as anybody may see it: who reported to the desk is kept from view."""
    return secret.veiled(field, text)


def veiled_told(field: str, told: str) -> str:
    """A value that gave way, with its author and moment: of a secret one its moment alone is shown."""
    return f"{secret.HIDDEN}·{told.rpartition('·')[2]}" if secret.is_secret(field) else told


def label_of(reader: Reader, rec_id: str, name: str) -> str:
    """Return the words of the question an answer is of, "" for a column."""
    found = _question(reader, rec_id, name) if name.startswith(ANSWER) else None
    return found[0] if found else ""


def _quarrel(
    reader: Reader, what: tuple[str, str, str], values: tuple[merge.Value, ...]
) -> Quarrel:
    rec_type, rec_id, name = what
    title, party = sync_ledger.named(reader, rec_type, rec_id)
    shown = merge.Field(values).shown
    sides = tuple(_side(reader, one, shown=one == shown) for one in values)
    ranked = tuple(sorted(sides, key=lambda one: not one.shown))
    question = _question(reader, rec_id, name) if name.startswith(ANSWER) else None
    label, free = question or ("", name in PLAIN)
    kind = STATE if name in STATES else FIELD
    proposal = _proposal(reader, name, ranked) if free and kind == FIELD else None
    return Quarrel(rec_type, rec_id, name, title, party, label, ranked, kind, free, proposal)


def _proposal(reader: Reader, name: str, sides: tuple[Side, ...]) -> Proposal | None:
    """Two texts together, where a line of one's own would be too short to write them anew."""
    values = [one.value for one in sides if isinstance(one.value, str)]
    long = any("\n" in one or len(one) > LONG for one in values)
    if not long or len(values) != PAIR or len(sides) != PAIR or secret.is_secret(name):
        return None
    order = sorted(range(PAIR), key=lambda at: (sides[at].at, sides[at].stream))
    first, second = (sides[at] for at in order)
    dots = [(one.stream, one.seq) for one in (first, second)]
    base = conflicts.ancestor(reader, name, dots)
    pieces = weaving.weave(base, first.value, second.value)
    return Proposal(pieces, (order[0], order[1]), base is not None)


def grave(reader: Reader, rec_type: str, rec_id: str) -> Quarrel:
    """What one deleted while another, who had not seen it, went on writing."""
    title, party = sync_ledger.named(reader, rec_type, rec_id)
    edit, deletion = conflicts.last_write(reader, rec_id), graves.deletions(reader, rec_id)[:1]
    dots = [(one, False) for one in deletion]
    if edit is not None:
        dots.insert(0, (edit, True))
    sides = tuple(_side(reader, merge.Value(dot, stays, 0), shown=stays) for dot, stays in dots)
    return Quarrel(rec_type, rec_id, "", title, party, "", sides, DELETED)


def _side(reader: Reader, one: merge.Value, *, shown: bool) -> Side:
    """A value with its author and moment; of one this laptop began with only the moment is known."""
    stream, seq = one.dot
    n = streams.number(streams.id_of(reader, stream), seq)
    event = outgoing.event(reader, n)
    author = "" if event is None else _author(reader, event.user)
    at = clock.from_milliseconds(event.wall if event else one.hlc >> clock.COUNTER_BITS)
    here = stream in arrivals.own_streams(reader)
    at_hub = arrivals.told_at(reader, stream, seq) if here else _moment(claims.known_at(reader, n))
    return Side(stream, seq, one.value, author, at, here, shown, at_hub)


def _moment(milliseconds: int) -> dt.datetime | None:
    return clock.from_milliseconds(milliseconds) if milliseconds else None


def _author(reader: Reader, person_id: str) -> str:
    row = nouns.get(reader, Person, person_id)
    return "" if row is None else row.name


def _question(reader: Reader, record_id: str, path: str) -> tuple[str, bool] | None:
    """The label of the question an answer is of, and whether it takes any text.

    None where its form is not here.
    """
    record = nouns.get(reader, Record, record_id)
    if record is None:
        return None
    try:
        form = packages.form_of(packages.by_hash(reader, record.form_hash))
    except Refused:
        return None
    bare = re.sub(r"\{[^}]*\}", "", path)
    for one in form.items():
        if isinstance(one, Question) and one.path == bare:
            return one.label.get(form.default_language) or "", one.kind == "text"
    return None
