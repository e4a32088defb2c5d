"""A bureau's feed with every fate an operation can have, and a snapshot of it opened again."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace

from backports import zstd

from db.journal import wire
from db.journal.operation import decode
from db.journal.snapshot import OPERATIONS, Moving, Records, doc_of
from hub import deciding
from hub.deciding import Decision
from hub.push import push
from hub.seal import Seal
from hub.segments import Measure
from hub.snapshots import Ground, key_of
from hub.sql import people
from tests.hub.kit import NOW, SCOPE, Laptop

SEAL = Seal(bytes(range(32)))
LONG_AGO = NOW - dt.timedelta(days=40)
SMALL = Measure(far=40, operations=60, size=24_000)


def ground(database, storage, **other):
    """What a snapshot is made on; ``other`` are fields that differ."""
    made = Ground(("hub", 1), SEAL, database, storage, SMALL, NOW)
    return replace(made, **other)


@dataclass
class Opened:
    """What a snapshot's files say: record → (the operation that made it, its document), the rest."""

    rest: dict = field(default_factory=dict)
    moving: list = field(default_factory=list)

    @property
    def held(self):
        """Id → why, of what is held back."""
        return {decode(data).rec_id: why for why, data in self.moving if why}

    @property
    def operations(self):
        """All operations, in the order in which they come."""
        return [data for _why, data in self.moving]


def opened(one, storage):
    """Open every part of a snapshot, each proved against the manifest."""
    found = Opened()
    for part in one.parts:
        data = storage.whole(key_of(one.scope, part.sha256), part.size)
        assert hashlib.sha256(data).digest() == part.sha256
        plain = zstd.decompress(data)
        if part.kind == OPERATIONS:
            told = wire.unpack(plain, Moving).operations
            assert (len(told), part.first) == (part.count, ("", ""))
            found.moving += told
            continue
        assert not found.moving, "parts with records come first"
        body = wire.unpack(plain, Records)
        rows = [(kind, one) for kind, rows in body.kinds for one in rows]
        assert (len(rows), part.first) == (part.count, (rows[0][0], rows[0][1][0]))
        for kind, row in rows:
            made = (body.streams[row[1][0]], row[1][1])
            found.rest[kind, row[0]] = made, doc_of(body.streams, row)
    return found


class Bureau:
    """Two laptops of a bureau and one whose right was withdrawn; they write and push."""

    def __init__(self, db):
        self.db = db
        self.one, self.two, self.lost = (Laptop(name) for name in ("one", "two", "lost"))
        self._sent = {}

    def write(self, rec_type, rec_id, name="厂", seen=(), **more):
        """Write a name of a record by the first laptop; returns the dot."""
        return self.one.write(rec_type, rec_id, {"name": (name, seen)}, **more)

    def push(self, laptop=None, at=LONG_AGO, status="active"):
        """Push what a laptop has written and not pushed yet."""
        laptop = laptop or self.one
        first = self._sent.get(laptop.name, 0) + 1
        if first <= len(laptop.operations):
            self._sent[laptop.name] = len(laptop.operations)
            push(self.db, replace(laptop.caller, status=status), laptop.batch(first), at)

    def clean(self):
        """What is at rest: registers edited or not, answers with an earlier one replaced."""
        self.write("enterprise", "plain")
        seen = self.write("equipment", "edited")
        self.one.write("equipment", "edited", {"name": ("新釜", (seen,)), "code": ("91", ())})
        self.one.write("law", "seeded", {"name": ("特种设备安全法", ())}, kind="seed")
        self.one.write("record", "r", {"state": ("open", ()), "case": ("c", ())})
        seen = self.one.write("record", "r", {"/a": (1, ()), "/b": ("甲", ())}, kind="answer")
        self.one.write("record", "r", {"/a": (2, (seen,))}, kind="answer")
        self.write("finding", "f")
        self.push()
        self.two.write("law", "seeded", {"name": ("特种设备安全法", ())}, kind="seed")
        self.push(self.two)

    def doubtful(self):
        """What may not rest, each for a reason of its own."""
        self.write("equipment", "conflict")
        self.two.write("equipment", "conflict", {"name": ("另釜", ())})
        dot = self.write("equipment", "deleted")
        self.one.write("equipment", "deleted", {"": ([dot], ())}, kind="delete")
        self.one.write("equipment", "waiting", {"name": ("釜", (("nowhere", 7),))})
        self.write("equipment", "shared")
        self.write("person", "shared")
        self.write("enterprise", "twice")
        self.one.write("enterprise", "twice", {"code": ("91", ())})
        self.one.write("equipment", "empty", {})
        self.one.write("record", "open", {"state": ("open", ()), "case": ("c", ())})
        self.one.write("record", "open", {"/a": (1, ())}, kind="answer")
        self.two.write("record", "open", {"/a": (2, ())}, kind="answer")
        self.one.write("record", "mixed", {"state": ("open", ()), "/a": (1, ())})
        self.one.write("record", "mixed", {"/b": (1, ())}, kind="answer")
        self.one.write("record", "bare", {"state": ("open", ())})
        number = {"series": ("责改", ()), "year": (2026, ())}
        issued = number | {"number": (37, ()), "state": ("issued", ())}
        self.one.write("document", "d", issued, kind="issue")
        void = number | {"number": (38, ()), "reason": ("污损", ())}
        self.one.write("number", "n", void, kind="void")
        self.write("equipment", "later")
        self.push()
        self.push(self.two)

    def held(self):
        """What was held back: nobody decided, it stays out, it was let in."""
        row = people.Device(SCOPE, "lost", "x", "终端", self.lost.caller.public_key, "active")
        people.add_device(self.db, row, LONG_AGO)
        for name in ("waits", "stays-out", "let-in"):
            dot = self.write("equipment", name)
            self.lost.write("equipment", name, {"name": ("改名", (dot,))})
        self.lost.write("equipment", "never", {"name": ("新厂", ())})
        self.push()
        self.push(self.lost, status="revoked")
        for seq, accepted in ((2, False), (3, True), (4, False)):
            decision = Decision(accepted, "查实", "who-chief", LONG_AGO)
            deciding.decide(self.db, ("hub", SEAL), SCOPE, (self.lost.stream, seq), decision)

    def lately(self):
        """A record changed today, and one made today."""
        self.write("equipment", "later", "新釜")
        self.write("enterprise", "young")
        self.push(at=NOW)

    def all(self):
        """Every fate."""
        self.clean()
        self.doubtful()
        self.held()
        self.lately()
        return self


def fill(bureau, count, first=0, at=LONG_AGO):
    """Write and push so many plain records."""
    for n in range(first, first + count):
        bureau.write("enterprise", f"e{n:05}")
    bureau.push(at=at)
