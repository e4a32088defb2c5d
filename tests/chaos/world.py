"""One seeded schedule: laptops, a hub and a network to which everything happens, then peace.

``play`` lets a schedule happen and heals; ``faults`` says what is wrong at the end, in words.
"""

import contextlib
import random
from collections import Counter
from concurrent.futures import Executor, Future
from functools import partial
from unittest import mock

from app.services import healing, pulling, sending, syncing
from app.services.transport import Credentials, LinkError
from db.journal import chain, record, wire
from db.journal.heads import BESIDE, HEADS
from hub.routing import REFUSALS
from hub.sessions import NoEntry
from tests.chaos.desks import BORN, SCOPE, Crash, Desk, clone, decode
from tests.chaos.ground import Claims, Ground, NoDecisions, NoTables
from tests.chaos.hubs import Line, MemoryHub
from tests.chaos.seen import differing, heads_of, looked_after

YEAR = 365 * 86_400_000
ROUNDS = 12
"""After the last fault everything must have arrived everywhere within so many rounds each."""
EVENTS = {
    "write": 30,
    "round": 26,
    "issue": 6,
    "crash": 5,
    "late": 5,
    "clock": 3,
    "newer": 2,
    "image": 3,
    "restored": 3,
    "cloned": 1,
    "revoked": 1,
    "backup": 3,
    "hub-restored": 2,
    "calamity": 2,
}
OFTEN = {"image", "restored", "backup", "hub-restored", "calamity"}
FATES = {"": 20, "lost": 2, "unanswered": 2, "twice": 2}


class AtOnce(Executor):
    """Does what it is given where it stands: a schedule is the same each time."""

    def submit(self, fn, /, *args, **kwargs):
        done = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - it goes to whoever asks for the result
            done.set_exception(error)
        return done


class World:
    """A schedule; ``ground`` may be a mutant of how a laptop keeps things."""

    def __init__(self, seed, ground=None, hub=None):
        self.draw = random.Random(seed)
        self.seed = seed
        self.ground = ground or Ground()
        self.hub = hub or MemoryHub()
        self.desks = [Desk(f"desk-{n}") for n in range(self.draw.choice((2, 2, 3)))]
        self.posted, self.story, self.images = [], [], []
        self.saved = self.hub.tables.copy()
        self.acknowledged = set()
        self.now = BORN
        self.calm = False
        self.count = 0
        one, other = {"restored", "cloned", "calamity"}, {"hub-restored", "calamity"}
        self.looks = seed % 5 == 3  # of the seeds that are told by name none is
        self.leaves = self.draw.choice((one, one, other, other, set()))

    def play(self):
        kinds = [kind for kind in EVENTS if kind not in self.leaves]
        weights = [EVENTS[kind] * self.often(kind) for kind in kinds]
        modules = ("arrivals", "forks", "hub_files", "sending_files", "twice")
        with contextlib.ExitStack() as stack:
            for name in modules:
                for module in (syncing, sending, pulling, healing):
                    if hasattr(module, name):
                        stack.enter_context(mock.patch.object(module, name, self.ground))
            stack.enter_context(mock.patch.object(healing, "claims", Claims()))
            stack.enter_context(mock.patch.object(healing, "decisions", NoDecisions()))
            stack.enter_context(mock.patch.object(syncing, "bureau_tables", NoTables()))
            stack.enter_context(mock.patch.object(syncing.enrolling, "learn"))
            for kind in self.draw.choices(kinds, weights, k=self.draw.randint(8, 22)):
                self.now += self.draw.randint(1, 3_600_000)
                desk = self.draw.choice(self.desks)
                self.say(f"{kind} {self.desks.index(desk)}")
                getattr(self, kind.replace("-", "_"))(desk)
            self.heal()
        return self

    def often(self, kind):
        """Where the hub and laptops are both set back, that is what happens most."""
        return 2 if not self.leaves and kind in OFTEN else 1

    def say(self, line):
        self.story.append(line)

    def write(self, desk):
        changes = []
        for _ in range(self.draw.choice((1, 1, 2, 4))):
            self.count += 1
            rec = f"r{self.draw.randint(1, 3)}"
            if self.draw.random() < 0.1 and ("case", rec) in desk.disk.docs:
                changes.append(("delete", "case", rec, {}, False))
                continue
            name = self.draw.choice("ab")
            value = f"v{self.count}"
            changes.append(("put", "case", rec, {name: value}, self.draw.random() < 0.3))
            if self.looks and self.count % 2 and desk.apart("case", rec):
                changes[-1] = ("look", "case", rec, {}, False)
        desk.write(self.now, f"t{self.count}", changes)

    def issue(self, desk):
        if not desk.disk.numbers and not desk.revoked:
            desk.disk.numbers = self.hub.lease(3)
        if desk.disk.numbers:
            self.count += 1
            number = desk.disk.numbers.pop(0)
            fields = {"series": "责改", "year": 2026, "number": number, "content": f"v{self.count}"}
            change = ("issue", "document", f"d{self.count}", fields, False)
            desk.write(self.now, f"t{self.count}", [change])

    def newer(self, desk):
        self.count += 1
        change = ("merge", "case", f"n{self.count}", {"a": f"v{self.count}"}, False)
        desk.write(self.now, f"t{self.count}", [change])

    def fate(self, _desk):
        """What the network does to a call of a desk."""
        found = "" if self.calm else self.draw.choices(list(FATES), FATES.values())[0]
        if found:
            self.say(f"  {found}")
        return found

    def round(self, desk):
        line = Line(self.hub, desk, partial(self.fate, desk), self.posted)
        who = Credentials("hub", SCOPE, desk.device, desk.sign)
        try:
            syncing.run(
                syncing.Round(
                    line, desk, lambda work: work(desk), who, self.now + desk.skew, line=AtOnce
                )
            )
        except LinkError as error:
            self.say(f"  {error.code}")
        except Crash:
            self.say("  down")
        for stream, seq in desk.disk.acknowledged.items():
            rows = desk.disk.streams.get(stream, ())[:seq]
            self.acknowledged |= {token(decode(row[0])) for row in rows}

    def crash(self, desk):
        desk.fuse = self.draw.randint(0, 6)
        self.round(desk)
        desk.fuse = -1

    def late(self, desk):
        if self.posted:
            device, batch, epoch = self.draw.choice(self.posted)
            try:
                if epoch != self.hub.tables.epoch:
                    raise NoEntry("session")  # whose token it was sent with is over since
                self.hub.push(device, batch)
            except REFUSALS as error:
                self.say(f"  {error}")

    def clock(self, desk):
        desk.skew = self.draw.choice((0, -10 * YEAR, 10 * YEAR, -3_600_000, 90_000))

    def image(self, desk):
        self.images.append((desk, desk.disk.copy()))

    def restored(self, desk):
        if self.images:
            desk, disk = self.draw.choice(self.images)
            desk.disk = disk.copy()
            desk.disk.numbers = []  # the anchor locks them

    def cloned(self, desk):
        if len(self.desks) < 5:
            twin = clone(desk)
            twin.revoked = desk.revoked
            twin.disk.numbers = []
            self.desks.append(twin)

    def revoked(self, desk):
        self.hub.tables.revoked.add(desk.device)
        for one in self.desks:
            one.revoked |= one.device == desk.device

    def backup(self, desk):
        self.saved = self.hub.tables.copy()

    def hub_restored(self, desk):
        revoked, number = self.hub.tables.revoked, self.hub.tables.next_number
        self.hub.tables = self.saved.copy()
        self.hub.tables.epoch = max(self.hub.tables.epoch + 1, self.now)
        # Numbers are leased anew only after the last one used; who is revoked is entered again.
        self.hub.tables.revoked, self.hub.tables.next_number = revoked, number

    def calamity(self, desk):
        """A fire: the hub and a laptop are set back to one evening, after a day others have seen."""
        self.backup(desk)
        evening = desk.disk.copy()
        self.write(desk)
        for one in (desk, *self.desks):
            self.round(one)
        self.hub_restored(desk)
        desk.disk = evening
        desk.disk.numbers = []
        self.write(desk)

    def heal(self):
        self.calm = True
        self.say("peace")
        # A revoked laptop hands over its own and nothing else, and nobody what was held back.
        self.left = {token(decode(data)) for desk in self.desks for data in desk.to_give()}
        self.left |= {token(decode(one)) for one in self.hub.every()}
        for _ in range(ROUNDS):
            for desk in self.desks:
                self.round(desk)
            if not any(map(self.behind, self.desks)):
                return

    def behind(self, desk):
        """Whether something of a desk's is not at the hub, or the reverse."""
        at = self.ground.cursor(desk, SCOPE)
        place = (at.seq, at.feed) if at else (0, wire.feed_root(SCOPE))
        there = desk.revoked or place == self.hub.tables.feed
        return not there or self.ground.waiting(desk) > 0


def token(one):
    """What an operation says, whoever's stream it is in."""
    values = tuple((name, one.fields[name][0]) for name in one.fields if name not in BESIDE)
    return one.txn, one.hlc, one.kind, one.rec_id, values


def faults(world):
    """Return what is wrong when everything has come to rest."""
    tables = world.hub.tables
    data = world.hub.every()
    found = [decode(one) for one in data]
    yield from _progress(world)
    yield from _once(world, found)
    yield from _chains(world, found, data)
    yield from _values(world, found)
    yield from heads_of(world, found, list(_tables(world)))
    yield from looked_after(world)
    yield from _told(world, found)
    if "restored" in world.leaves:
        yield from (f"{d.device} parted from itself" for d in world.desks if len(d.disk.mine) > 1)
    issued = [
        one.fields["number"][0]
        for at, one in enumerate(found, 1)
        if one.kind == "issue" and at not in tables.held
    ]
    if len(set(issued)) < len(issued):
        yield f"numbers issued twice: {issued}"


def _progress(world):
    for n, desk in enumerate(world.desks):
        if world.behind(desk) and not desk.revoked:
            yield f"desk {n} did not come to rest"


def _once(world, found):
    at_hub = [token(one) for one in found]
    held = world.hub.tables.held  # a revoked laptop cannot see what it sent before it was set back
    counted = Counter(one for at, one in enumerate(at_hub, 1) if held.get(at) != "revoked")
    if doubled := [one for one, times in counted.items() if times > 1]:
        yield f"doubled: {doubled}"
    acknowledged = world.acknowledged
    if not world.leaves:  # where hub and laptop were set back, some of it may be on no disk at all
        acknowledged = acknowledged & world.left
    for what, tokens in (("acknowledged", acknowledged), ("written", world.left)):
        if lost := tokens - set(at_hub):
            yield f"{what} and lost: {sorted(lost)}"


def _chains(world, found, data):
    at, feed = 0, wire.feed_root(SCOPE)
    for placed in world.hub.tables.placed:
        feed = wire.feed_after(feed, map(chain.digest, placed.batch.operations))
        if placed.at != at + 1 or placed.feed != feed:
            yield f"the feed breaks at {placed.at}"
        at += len(placed.batch.operations)
    ends = {}
    for one, raw in zip(found, data, strict=True):
        seq, chained = ends.get(one.stream, (0, chain.root(one.stream)))
        if (one.seq, one.prev) != (seq + 1, chained):
            yield f"the stream {one.stream} breaks at {one.seq}"
        ends[one.stream] = (one.seq, chain.link(one.prev, chain.digest(raw)))
    for n, desk in enumerate(world.desks):
        for stream, rows in desk.disk.streams.items():
            kept = [(seq, row[1], row[2], row[0]) for seq, row in enumerate(rows, 1)]
            if broken := chain.check(stream, kept, (0, chain.root(stream))):
                yield f"desk {n}: {stream} {broken}"


def _values(world, found):
    """What stands in each field is what was written and seen and replaced by nobody."""
    tables = world.hub.tables
    applied = [one for at, one in enumerate(found, 1) if at not in tables.held]
    aside = {one.rec_id for at, one in enumerate(found, 1) if at in tables.held}
    written, replaced = {}, set()
    for one in applied:
        for name, (_value, seen) in one.fields.items():
            if name == HEADS:
                continue
            written.setdefault((one.rec_type, one.rec_id, name), set()).add(one.dot)
            replaced |= {(one.rec_id, name, tuple(dot)) for dot in seen}
    expected = {
        place: {dot for dot in dots if (*place[1:], dot) not in replaced}
        for place, dots in written.items()
        if place[1] not in aside
    }
    if empty := [place for place, dots in expected.items() if not dots]:
        yield f"empty: {empty}"
    hub = {key: record.read(doc) for key, doc in tables.docs.items()}
    for who, docs in (("hub", hub), *_tables(world)):
        stands = {
            (*key, name): {one.dot for one in field.live}
            for key, doc in docs.items()
            if key[1] not in aside
            for name, field in doc.fields.items()
            if name != HEADS
        }
        if stands != expected:
            yield f"{who}: {differing(stands, expected)}"


def _told(world, found):
    """Who wrote what the hub holds back knows it, whatever answer was lost."""
    held = {one.dot for at, one in enumerate(found, 1) if at in world.hub.tables.held}
    for n, desk in enumerate(world.desks):
        shut = {dot for dot in held if dot[0] in desk.disk.mine}
        if not desk.revoked and desk.disk.held_own != shut:
            yield f"desk {n} knows {sorted(desk.disk.held_own)} held, and {sorted(shut)} are"


def _tables(world):
    for n, desk in enumerate(world.desks):
        if not desk.revoked:
            yield f"desk {n}", desk.disk.docs


def story(world, wrong):
    """A failing schedule in words."""
    return "\n".join([f"seed {world.seed}", *world.story, *wrong])
