"""A person decides about what was held back: it is merged and goes down the feed, or stays out.

The decision is an operation of the hub's own stream in the same feed, so every laptop learns it
and applies what it kept. What is decided about is a whole transaction of the laptop.
"""

import datetime as dt
from dataclasses import dataclass

from db.journal import chain, clock, wire
from db.journal import record as records
from db.journal.ids import new_id
from db.journal.operation import FORMAT, Dot, Operation, decode, encode
from db.journal.record import DECISION, Doc, Key
from hub import batches, push
from hub.batches import Admitted, Head, Settled
from hub.rules import Taken, Use, broken
from hub.seal import Seal
from hub.sql import feeds, numbers, quarantines, streams
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
        own = _own_head(db, scope, hub[0])
        told = (decision.word, decision.note, decision.by, decision.at)
        quarantines.decide(db, scope, what[0], [one.seq for one in group], told)
        found = stored.lock_records(db, scope, batches.touched(group))
        docs = {key: records.read(data) for key, data in found.items()}
        uses = _judged(db, scope, group, docs) if decision.accepted else ()
        merged = _merged(db, scope, group, docs) if decision.accepted else {}
        new = _told(scope, own, (group, decision), hub[1])
        for one in new.operations:
            doc = merged.setdefault((one.rec_type, one.rec_id), Doc())
            records.merge(doc, one, lambda _dot: False)
        place, feed_hash = feeds.lock_feed(db, scope)
        feed_hash = wire.feed_after(feed_hash, (op_hash for _one, op_hash, _chain in new.found))
        settled = Settled((place + len(new.found), feed_hash), merged, uses)
        push.write(db, scope, (new, settled), decision.at)


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
        if not reason:
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


def _own_head(db: Db, scope: str, hub_id: str) -> tuple[str, Head]:
    """The end of the hub's own stream in a scope, held; the stream is begun when there is none."""
    stream = next(iter(streams.heads(db, scope, hub_id)), None)
    if stream is None:
        stream = new_id()
        streams.add_stream(db, scope, stream, hub_id, chain.root(stream))
    head = streams.lock_stream(db, scope, stream)
    if head is None:
        raise Undecidable("gone")
    return stream, head


def _told(
    scope: str,
    own: tuple[str, Head],
    what: tuple[list[Operation], Decision],
    seal: Seal,
) -> Admitted:
    """The hub's batch that tells a decision, one operation for each of the transaction."""
    (group, decision), (stream, head) = what, own
    before, txn = head.hash, new_id()
    wall = clock.milliseconds(decision.at)
    data: list[bytes] = []
    for at, held in enumerate(group, 1):
        fields = {
            "stream": held.stream,
            "seq": held.seq,
            "decision": decision.word,
            "note": decision.note,
            "by": decision.by,
        }
        one = Operation(
            FORMAT, scope, stream, head.seq + at, before, "put", DECISION, new_id(), txn,
            at == len(group), clock.send(0, wall), wall, 480, "", 0, decision.by, 1, "hub",
            {name: (value, ()) for name, value in fields.items()},
        )  # fmt: skip
        data.append(encode(one))
        before = chain.link(before, chain.digest(data[-1]))
    last = head.seq + len(group)
    signature = seal.key.sign(wire.claim(stream, last, before))
    batch = wire.Batch(stream, head.seq + 1, tuple(data), before, signature)
    return Admitted(batch, wire.unchained(batch, head.hash))
