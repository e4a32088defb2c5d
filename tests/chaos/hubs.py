"""The hub of the simulation: its tables in memory, its decisions the real ones of ``hub.batches``."""

from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.services.hub_answers import Heads, Pushed
from app.services.transport import LinkError
from db.journal import chain, record, wire
from hub import batches
from hub.batches import Caller, Head, Standing
from hub.pull import Parted, Place
from hub.routing import REFUSALS, _told
from hub.rules import Known
from tests.chaos.desks import SCOPE, public_of

PAGE = 3
"""Batches a page holds: few, so that histories have many pages."""
MOST_CALLS = 300
"""No round of a schedule asks the hub so often, unless it goes in a circle."""


@dataclass
class Tables:
    """What the hub's database holds."""

    heads: dict = field(default_factory=dict)
    hashes: dict = field(default_factory=dict)
    placed: list = field(default_factory=list)
    held: dict = field(default_factory=dict)
    docs: dict = field(default_factory=dict)
    numbers: dict = field(default_factory=dict)
    feed: tuple = (0, wire.feed_root(SCOPE))
    revoked: set = field(default_factory=set)
    epoch: int = 1
    next_number: int = 1

    def copy(self):
        return Tables(
            dict(self.heads),
            {name: list(rows) for name, rows in self.hashes.items()},
            list(self.placed),
            dict(self.held),
            dict(self.docs),
            dict(self.numbers),
            self.feed,
            set(self.revoked),
            self.epoch,
            self.next_number,
        )


class MemoryHub:
    """Push, pull and heads as ``hub.push`` and ``hub.pull`` do them, over tables in memory."""

    def __init__(self):
        self.tables = Tables()
        self.devices = set()

    def caller(self, device):
        status = "revoked" if device in self.tables.revoked else "active"
        return Caller(SCOPE, device, f"who-{device}", public_of(device), status)

    def every(self):
        """All that is here, in the feed's order."""
        return [data for placed in self.tables.placed for data in placed.batch.operations]

    def standing(self):
        """All that is here and is not held back."""
        return [data for at, data in enumerate(self.every(), 1) if at not in self.tables.held]

    def lease(self, count):
        first = self.tables.next_number
        self.tables.next_number += count
        return list(range(first, first + count))

    def heads(self, device, now):
        self.devices.add(device)
        mine = {
            name: (head.seq, head.hash)
            for name, head in self.tables.heads.items()
            if head.device == device
        }
        status = self.caller(device).status
        return Heads("hub", self.tables.epoch, now, status, mine, self.tables.feed, "1.0")

    def push(self, device, batch):
        """Take in a batch, whole or not at all."""
        before = self.tables.copy()
        try:
            return self._push(self.caller(device), batch)
        except BaseException:
            self.tables = before
            raise

    def _push(self, caller, batch):
        tables = self.tables
        head = tables.heads.get(batch.stream)
        if head is None:
            head = Head(caller.device, 0, chain.root(batch.stream))
        batches.follows(caller, batch, head)
        kept = dict(enumerate(tables.hashes.get(batch.stream, ()), 1))
        new = batches.admit(batches.opened(caller, batch), head, kept)
        if not new.found:
            return Pushed(head.seq, head.hash, {})
        found = new.operations
        standing = Standing(
            docs={
                key: record.read(tables.docs[key])
                for key in batches.touched(found)
                if key in tables.docs
            },
            heads={name: one.seq for name, one in tables.heads.items()},
            numbers={
                one: tables.numbers[one] for one in batches.numbers(found) if one in tables.numbers
            },
            feed=tables.feed,
        )
        if caller.status == "active":
            batches.once(head, batches.again(new), self.standing())
        settled = batches.settle(caller, new, standing)
        first = tables.feed[0] + 1
        tables.docs |= {key: record.write(doc) for key, doc in settled.docs.items()}
        for use in settled.uses:
            if not use.again:
                tables.numbers[use.number] = Known(use.status, use.document, use.block)
        for seq, why in settled.held.items():
            tables.held[first + seq - new.batch.first] = why
        tables.hashes.setdefault(batch.stream, []).extend(h for _one, h, _chain in new.found)
        tables.placed.append(wire.Placed(first, new.batch, settled.feed[1]))
        tables.heads[batch.stream] = Head(head.device, batch.last, batch.chain)
        tables.feed = settled.feed
        return Pushed(batch.last, batch.chain, dict(settled.held), settled.feed)

    def pull(self, device, after, feed, have):
        """The next page after a place; hashes of what the desk says it has."""
        ends = [
            (0, wire.feed_root(SCOPE)),
            *((end_of(one), one.feed) for one in self.tables.placed),
        ]
        if (after, feed) not in ends:
            raise Parted(tuple(Place(*one) for one in reversed(ends[:: max(1, len(ends) // 4)])))
        found = [one for one in self.tables.placed if one.at > after][:PAGE]
        held = tuple(
            at
            for at in sorted(self.tables.held)
            if found and found[0].at <= at <= end_of(found[-1])
        )
        found = [
            brief(one) if one.batch.last <= have.get(one.batch.stream, 0) else one for one in found
        ]
        return wire.Page("hub", self.tables.epoch, SCOPE, tuple(found), self.tables.feed[0], held)

    def offer(self, _device, held):
        """Which of the streams someone holds further than they are here."""
        known = {name: self.tables.heads[name].seq for name in held if name in self.tables.heads}
        return {name: known.get(name, 0) for name, seq in held.items() if seq > known.get(name, 0)}

    def give(self, _device, batch):
        """Take in what another wrote, by its author's signature."""
        signed = (
            name
            for name in sorted(self.devices)
            if wire.signed_by(Ed25519PublicKey.from_public_bytes(public_of(name)), batch)
        )
        author = next(signed, None)
        if author is None:
            raise wire.BadBody("author")
        return self.push(author, batch)


def brief(placed):
    """A batch as its hashes only."""
    known = tuple(map(chain.digest, placed.batch.operations))
    return replace(placed, batch=replace(placed.batch, operations=()), known=known)


def end_of(placed):
    """The place of a batch's last operation."""
    return placed.last


class Line:
    """The line of one desk to the hub; ``fate`` says of each call what the network does to it."""

    def __init__(self, hub, desk, fate, posted):
        self._hub, self._desk, self._fate, self._posted = hub, desk, fate, posted
        self._calls = 0

    def heads(self, now):
        return self._do("heads", now)

    def push(self, batch):
        self._posted.append((self._desk.device, batch, self._hub.tables.epoch))
        return self._do("push", batch)

    def pull(self, after, feed, *, sealed=False, have=None):
        if self._desk.device in self._hub.tables.revoked:
            raise LinkError("revoked")
        return self._do("pull", after, feed, have or {})

    def offer(self, held):
        return self._do("offer", held)

    def give(self, batch):
        return self._do("give", batch)

    def _do(self, name, *values):
        self._calls += 1
        assert self._calls < MOST_CALLS, "a round without end"
        fate = self._fate()
        if fate == "lost":
            raise LinkError("offline")
        try:
            found = getattr(self._hub, name)(self._desk.device, *values)
            if fate == "twice":
                found = getattr(self._hub, name)(self._desk.device, *values)
        except REFUSALS as error:
            raise refused(error) from error
        if fate == "unanswered":
            raise LinkError("offline")
        return found


def refused(error):
    """The refusal as the line tells it."""
    told = dict(_told(error)[1])
    return LinkError(told.pop("code"), **told)
