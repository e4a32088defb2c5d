"""A laptop of the simulation: what its disk holds, in memory, and how it writes."""

import contextlib
from dataclasses import dataclass, field
from functools import cache, lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.journal import chain, clock, heads, operation, record
from db.journal.heads import DELETED, HEADS, SHARED
from db.journal.operation import Operation, encode
from db.journal.record import Doc

SCOPE = "3713"
BORN = 1_789_537_961_000


decode = lru_cache(20_000)(operation.decode)
"""Reading operations, remembered: every machine and every judge of the end reads the same few."""


class Crash(Exception):  # noqa: N818 - the machine went down
    """The machine went down inside a transaction."""


@dataclass
class Disk:
    """What a laptop has on its disk."""

    mine: list = field(default_factory=list)
    streams: dict = field(default_factory=dict)
    order: list = field(default_factory=list)
    docs: dict = field(default_factory=dict)
    cursors: list = field(default_factory=list)
    acknowledged: dict = field(default_factory=dict)
    held: set = field(default_factory=set)
    held_own: set = field(default_factory=set)
    claims: dict = field(default_factory=dict)
    beside: set = field(default_factory=set)
    hlc: int = 0
    numbers: list = field(default_factory=list)

    def copy(self):
        return Disk(
            list(self.mine),
            {name: list(rows) for name, rows in self.streams.items()},
            list(self.order),
            {key: Doc(dict(doc.fields)) for key, doc in self.docs.items()},
            list(self.cursors),
            dict(self.acknowledged),
            set(self.held),
            set(self.held_own),
            {name: dict(signed) for name, signed in self.claims.items()},
            set(self.beside),
            self.hlc,
            list(self.numbers),
        )


class Desk:
    """One machine; ``device`` is who the hub takes it for, ``fuse`` how many steps until it dies."""

    def __init__(self, device, disk=None):
        self.device = device
        self.disk = disk or Disk(mine=[first_stream(device)], streams={first_stream(device): []})
        self.fuse = -1
        self.skew = 0
        self.revoked = self.took_over = False

    @contextlib.contextmanager
    def atomic(self):
        before = self.disk.copy()
        try:
            yield
        except BaseException:
            self.disk = before
            raise

    def step(self):
        if self.fuse == 0:
            self.fuse = -1
            raise Crash
        self.fuse -= self.fuse > 0

    def rows(self, stream):
        return self.disk.streams.setdefault(stream, [])

    def to_give(self):
        """All that is on the disk and that the hub would take from here."""
        streams = self.disk.mine if self.revoked else self.disk.streams
        return [
            row[0]
            for stream in streams
            for seq, row in enumerate(self.disk.streams[stream], 1)
            if stream in self.disk.mine or (stream, seq) not in self.disk.held
        ]

    def head(self, stream):
        rows = self.disk.streams.get(stream, ())
        return len(rows), rows[-1][2] if rows else chain.root(stream)

    def write(self, now, txn, changes):
        """Append operations of one transaction; a change is (kind, type, id, {field: value}, all)."""
        with self.atomic():
            for at, change in enumerate(changes, 1):
                self._write(now, (txn, at == len(changes)), change)

    def _write(self, now, txn, change):
        kind, rec_type, rec_id, values, settles = change
        stream = self.disk.mine[-1]
        seq, chained = self.head(stream)
        self.disk.hlc = clock.send(self.disk.hlc, max(0, now + self.skew))
        doc = self.disk.docs.get((rec_type, rec_id), Doc())
        fields = {name: (value, _seen(doc, name, settles)) for name, value in values.items()}
        if others := self._named(doc, rec_type, fields):
            fields[HEADS] = (None, others)
        if kind == "look":
            kind, dots = "put", [one.dot for one in heads.tops(heads.standing(doc.fields))]
            fields = {HEADS: (True, tuple(dots))}
        if kind == "delete":
            stands = [f for name, f in doc.fields.items() if name not in heads.BESIDE]
            dots = {one.dot for f in stands for one in f.live}
            fields = {DELETED: (tuple(sorted(dots)), ())}
        one = Operation(
            1, SCOPE, stream, seq + 1, chained, kind, rec_type, rec_id, txn[0], txn[1],
            self.disk.hlc, now + self.skew, 480, "boot", seq, self.device, 2, "1.0", fields,
        )  # fmt: skip
        data = encode(one)
        op_hash = chain.digest(data)
        self.rows(stream).append((data, op_hash, chain.link(chained, op_hash)))
        self.apply(decode(data))
        self.step()

    def apart(self, rec_type, rec_id):
        """Whether several heads of a record are on this disk."""
        doc = self.disk.docs.get((rec_type, rec_id), Doc())
        return len(heads.tops(heads.standing(doc.fields))) > 1

    def _named(self, doc, rec_type, fields):
        """The heads of others that are on this disk."""
        if rec_type not in SHARED:
            return ()
        seen = [dot for _value, dots in fields.values() for dot in dots]
        return heads.to_name(heads.standing(doc.fields), self.disk.mine[-1], seen)

    def apply(self, one):
        """Merge an operation into its record."""
        self.disk.order.append(one.dot)
        if one.rec_type != "number":
            doc = self.disk.docs.setdefault((one.rec_type, one.rec_id), Doc())
            record.merge(doc, one, lambda dot: self._arrived(one.dot, dot))

    def _arrived(self, writing, dot):
        if dot[0] == writing[0]:
            return dot[1] < writing[1]
        return dot[1] <= len(self.disk.streams.get(dot[0], ()))

    def sign(self, message):
        return key_of(self.device).sign(message)


def _seen(doc, name, settles):
    found = doc.fields.get(name)
    if found is None or not found.live:
        return ()
    return tuple(one.dot for one in (found.live if settles else (found.shown,)))


@cache
def key_of(device):
    return Ed25519PrivateKey.from_private_bytes(device.encode().ljust(32))


@cache
def public_of(device):
    return key_of(device).public_key().public_bytes_raw()


@cache
def first_stream(device):
    number = BORN << 80 | 7 << 76 | 2 << 62 | int.from_bytes(device.encode()[:7])
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def clone(desk):
    """Another machine with a copy of a desk's disk."""
    twin = Desk(desk.device, desk.disk.copy())
    twin.skew = desk.skew
    return twin
