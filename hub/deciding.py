"""A person decides about what was held back: it is merged and goes down the feed, or stays out.

The decision is an operation of the hub's own stream in the same feed, so every laptop learns it
and applies what it kept. What is decided about is a whole transaction of the laptop.
"""

import datetime as dt
from dataclasses import dataclass

from db.journal import record as records
from db.journal import wire
from db.journal.ids import new_id
from db.journal.operation import Dot, Operation, decode
from db.journal.record import DECISION, Doc, Key
from hub import authoring, batches
from hub.authoring import Author, Said
from hub.rules import Taken, Use, broken
from hub.seal import Seal
from hub.sql import feeds, numbers, quarantines
from hub.sql import records as stored
from hub.sql.base import Db

ACCEPTED, REJECTED = "accepted", "rejected"
BEARABLE = frozenset({"", "number"})
"""What may still be wrong with what is accepted: a number another paper has, both stay on file."""
_REACH = wire.MOST_OPERATIONS


class Undecidable(Exception):  # noqa: N818 - it tells what happened
    """``code``: ``gone`` (nothing waits there), or the rule that still forbids to accept it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, why, who it was (the account), and when."""

    accepted: bool
    note: str
    by: str
    at: dt.datetime

    @property
    def word(self) -> str:
        """As it is kept."""
        return ACCEPTED if self.accepted else REJECTED


def decide(db: Db, hub: tuple[str, Seal], scope: str, what: Dot, decision: Decision) -> None:
    """Decide about the transaction an operation in quarantine belongs to; ``hub`` is (id, seal).

    Raises:
        Undecidable: it was decided before, or what is to be accepted still breaks a rule.
    """
    with db.transaction():
        kept = quarantines.lock(db, scope, *what)
        if kept is None or kept.decision is not None:
            raise Undecidable("gone")
        group = _group(db, scope, what)
        author = Author(*hub, decision.by, decision.at)
        own = authoring.own_head(db, scope, author.hub_id)
        told = (decision.word, decision.note, decision.by, decision.at)
        quarantines.decide(db, scope, what[0], [one.seq for one in group], told)
        found = stored.lock_records(db, scope, batches.touched(group))
        docs = {key: records.read(data) for key, data in found.items()}
        uses = _judged(db, scope, group, docs) if decision.accepted else ()
        merged = _merged(db, scope, group, docs) if decision.accepted else {}
        new = authoring.batch(scope, own, [_said(one, decision) for one in group], author)
        authoring.enter(db, scope, new, merged, uses)


def _group(db: Db, scope: str, what: Dot) -> list[Operation]:
    """The transaction an operation belongs to."""
    stream, seq = what
    around = feeds.stretch(db, scope, stream, max(1, seq - _REACH), seq + _REACH)
    group: list[Operation] = []
    for one in map(decode, around):
        group.append(one)
        if one.group_end:
            if one.seq >= seq:
                return group
            group = []
    raise Undecidable("gone")


def _judged(db: Db, scope: str, group: list[Operation], docs: dict[Key, Doc]) -> tuple[Use, ...]:
    """See that nothing but the moment of its arrival stands against a transaction."""
    used = numbers.numbers_used(db, scope, batches.numbers(group))
    taken = Taken(scope, "active", docs, dict(used))
    for one in group:
        reason = broken(taken, one)
        if reason not in BEARABLE:
            raise Undecidable(reason)
        taken.numbered(one)
    return tuple(taken.uses)


def _merged(db: Db, scope: str, group: list[Operation], docs: dict[Key, Doc]) -> dict[Key, Doc]:
    """The records of a transaction made anew from all their operations, each in its place."""
    made: dict[Key, Doc] = {}
    for key in batches.touched(group):
        doc, arrived = Doc(old=key in docs), set[Dot]()
        for one in map(decode, feeds.of_record(db, scope, key[1])):
            if one.rec_type == key[0]:
                records.merge(doc, one, arrived.__contains__)
                arrived.add(one.dot)
        made[key] = doc
    return made


def _said(held: Operation, decision: Decision) -> Said:
    """What the hub says of one operation that was held back."""
    values = {
        "stream": held.stream,
        "seq": held.seq,
        "decision": decision.word,
        "note": decision.note,
        "by": decision.by,
    }
    return Said(DECISION, new_id(), values)
