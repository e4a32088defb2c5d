"""A laptop of the simulation: what its disk holds, in memory, and the functions a round asks of it.

``ground`` stands where ``app.services.syncing`` looks for the store's functions, so that the round
that runs is the real one. Every decision here is the real one too: ``feed.follow`` and
``feed.news`` judge pages, ``record.merge`` merges, ``reissue`` issues again.
"""

import contextlib
from dataclasses import dataclass, field
from functools import cache, lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.services.sending_files import Sent
from db.journal import chain, clock, feed, operation, record, reissue
from db.journal.operation import Operation, encode
from db.journal.record import DELETED, Doc
from db.store.arrivals import PLACES, Cursor

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
        self.revoked = False

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
        if kind == "delete":
            dots = {one.dot for name, f in doc.fields.items() if name for one in f.live}
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


class Ground:
    """The functions of the store's modules that a round calls, on a desk."""

    Broken = feed.Broken

    def own_streams(self, desk):
        return tuple(desk.disk.mine)

    def standing(self, desk, stream, hub):
        seq, chained = hub
        rows = desk.disk.streams[stream]
        if seq > len(rows):
            return "behind"
        return "" if not seq or rows[seq - 1][2] == chained else "parted"

    def hub_has(self, desk, stream):
        return desk.disk.acknowledged.get(stream, 0)

    def waiting(self, desk):
        return sum(max(0, desk.head(one)[0] - self.hub_has(desk, one)) for one in desk.disk.mine)

    def next_batch(self, desk, stream, after):
        rows = desk.disk.streams[stream][after : after + 3]
        rows += _rest_of_group(rows, desk.disk.streams[stream][after + 3 :])
        if not rows:
            return None
        return after + 1, tuple(row[0] for row in rows), rows[-1][2]

    def own_ends(self, desk):
        return {name: desk.head(name)[0] for name in desk.disk.mine}

    def note_head(self, desk, stream, seq, chained):
        desk.step()
        desk.disk.acknowledged[stream] = seq

    def hold_own(self, desk, stream, seq, reason):
        desk.disk.held_own.add((stream, seq))

    def cursor(self, desk, scope):
        return desk.disk.cursors[-1] if desk.disk.cursors else None

    def rewind(self, desk, scope, ladder):
        shared = set(ladder)
        kept = [one for one in desk.disk.cursors if (one.seq, one.feed) in shared]
        last = max((one.seq for one in kept), default=0)
        desk.disk.cursors = [one for one in desk.disk.cursors if one.seq <= last]
        return last

    def heads(self, desk):
        """No desk keeps the claims of others: giving back for others is tried on real stores."""
        return {}

    def forget(self, desk):
        """No desk has files."""

    def send(self, sending):
        """No desk has files."""
        return Sent()

    def take(self, desk, stretch, now):
        with desk.atomic():
            fresh = [one for batch in stretch.batches for one in self._batch(desk, batch, now)]
            desk.step()
            at = Cursor(stretch.scope, stretch.hub, stretch.epoch, *stretch.after)
            self.set_cursor(desk, at)
            desk.step()
            return fresh

    def set_cursor(self, desk, at):
        desk.disk.cursors = [*desk.disk.cursors, at][-PLACES:]

    def _batch(self, desk, one, now):
        rows = desk.rows(one.batch.stream)
        kept = {seq: row[1] for seq, row in enumerate(rows, 1)}
        rest, found = feed.news(one, desk.head(one.batch.stream), kept)
        mine = one.batch.stream in desk.disk.mine
        if not mine:
            desk.disk.held |= {(one.batch.stream, seq) for seq in one.refused}
        for (new, op_hash, chained), data in zip(found, rest.operations, strict=True):
            desk.disk.hlc = clock.receive(desk.disk.hlc, new.hlc, now) + 1
            rows.append((data, op_hash, chained))
            if new.seq not in one.refused:
                desk.apply(new)
            desk.step()
        return [new for new, _hash, _chain in found]

    def part(self, desk, stream, common):
        with desk.atomic():
            disk = desk.disk
            at = disk.mine.index(stream)
            spans = [(stream, common), *((name, 0) for name in disk.mine[at + 1 :])]
            parted = [row[0] for name, after in spans for row in disk.streams[name][after:]]
            name = reissue.name_after(disk.mine[-1], parted[0])
            assert name not in disk.streams
            gone = {decode(data).dot for data in parted}
            names = {decode(data).dot: (name, seq) for seq, data in enumerate(parted, 1)}
            for old, after in spans:
                del disk.streams[old][after:]
            order = [names.get(dot, dot) for dot in disk.order]
            disk.held_own -= gone
            disk.numbers = []
            again = disk.streams[name] = []
            for one, data in reissue.anew(parted, name):
                op_hash = chain.digest(data)
                again.append((data, op_hash, chain.link(one.prev, op_hash)))
            disk.mine.append(name)
            _project(desk, order)
        return len(parted)


def _project(desk, order):
    """Every record anew, in the order the operations came."""
    whole, desk.disk.streams = desk.disk.streams, {name: [] for name in desk.disk.streams}
    desk.disk.docs, desk.disk.order = {}, []
    for stream, seq in order:
        desk.disk.streams[stream] = whole[stream][:seq]
        desk.apply(decode(whole[stream][seq - 1][0]))
    desk.disk.streams = whole


def _rest_of_group(rows, more):
    found = []
    last = rows[-1] if rows else None
    for row in more:
        if last is None or decode(last[0]).group_end:
            break
        found.append(row)
        last = row
    return found


def clone(desk):
    """Another machine with a copy of a desk's disk."""
    twin = Desk(desk.device, desk.disk.copy())
    twin.skew = desk.skew
    return twin
