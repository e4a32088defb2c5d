"""The decision where two wrote without having seen each other: by whom, why, and what gave way.

It is an operation that has seen all that stood, beside one that keeps what was decided, in one
transaction; so it travels, and both values and the decider stay readable for ever.
"""

from dataclasses import dataclass, replace

from app.services import disagreeing, sync_ledger
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA, Acting
from app.services.disagreeing import DELETED, Quarrel, Side
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Settlement
from db.journal.ids import new_id
from db.rows import Person
from db.store import conflicts, nouns

LONGEST = 4000
"""Signs of a reason."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The place of the side that is to stand, -1 for what was ``written`` instead; and why."""

    place: int
    written: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision as it is shown: about what, by whom; ``question`` as of a quarrel."""

    kept: Settlement
    title: str
    party: str
    question: str
    person: str


def settle(store: Store, act: Acting, quarrel: Quarrel, decision: Decision) -> Result[None]:
    """Let one value stand, or what was written instead, or keep or delete what was in dispute.

    Raises:
        Refused: ``conflict-moved-on`` when other values stand by now, ``conflict-empty`` when
            another value was to be written and none was.
    """
    why, written = decision.why.strip()[:LONGEST], decision.written.strip()
    if decision.place < 0 and not (written and quarrel.free):
        raise Refused("conflict-empty")
    chosen = quarrel.sides[decision.place] if decision.place >= 0 else None
    with writing(store, act):
        if not _stands(store, quarrel):
            raise Refused("conflict-moved-on", title=quarrel.title)
        value = written if chosen is None else chosen.value
        kind, key = quarrel.rec_type, quarrel.rec_id
        if quarrel.kind != DELETED:
            conflicts.settle(store, kind, key, quarrel.field, value)
        elif value:
            conflicts.keep(store, kind, key)
        else:
            conflicts.bury(store, kind, key)
        others = tuple(_told(one) for one in quarrel.sides if one != chosen)
        row = Settlement(new_id(), kind, key, quarrel.field, str(value or ""), others, why)
        nouns.save(store, replace(row, person_id=act.who.person_id, at=act.now))
    return Result(None, touched(kind, key) | Changes(frozenset({"settlement"}), frozenset()))


def settled(reader: Reader, limit: int = 5) -> tuple[Settled, ...]:
    """Return what was decided, here or elsewhere, the newest first."""
    found = []
    for one in conflicts.settlements(reader, limit):
        title, party = sync_ledger.named(reader, one.rec_type, one.rec_id)
        person = nouns.get(reader, Person, one.person_id)
        label = disagreeing.label_of(reader, one.rec_id, one.field)
        found.append(Settled(one, title, party, label, person.name if person else ""))
    return tuple(found)


def _stands(store: Store, quarrel: Quarrel) -> bool:
    """Whether what was shown is still all that stands."""
    shown = {(one.stream, one.seq) for one in quarrel.sides}
    if quarrel.kind == DELETED:
        disputed = (quarrel.rec_type, quarrel.rec_id) in conflicts.disputed(store)
        return disputed and shown == {
            (one.stream, one.seq)
            for one in disagreeing.grave(store, quarrel.rec_type, quarrel.rec_id).sides
        }
    standing = conflicts.standing(store, quarrel.rec_id).get(quarrel.field, ())
    return {one.dot for one in standing} == shown


def _told(one: Side) -> str:
    """A value that gave way, with its author and moment, in any language's words."""
    value = "" if isinstance(one.value, bool) else str(one.value or "")
    at = one.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    return "·".join(part for part in (value, one.author, at) if part)
