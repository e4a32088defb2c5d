"""Snapshots of a jurisdiction for laptops that begin: when one is made, kept and given out.

A snapshot is made beside sealing, when much came since the last one, and offered once it is older
than any backup the hub may be set back to: what came after it, the laptops that took it have. Its
files are stored before the row that tells of them, named by their hashes; whatever is wrong with
one, the snapshot is forgotten and laptops take the whole history.
"""

import contextlib
import datetime as dt
import hashlib
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from db.journal import clock, snapshot, wire
from db.journal.record import Key
from db.journal.snapshot import Part, Snapshot
from hub import resting
from hub.database import Busy, Database
from hub.seal import Seal
from hub.segments import Measure
from hub.sql import feeds
from hub.sql import snapshots as stored
from hub.sql.base import Db
from hub.sql.snapshots import Row
from hub.storage import Gone, Storage

KEPT = 3
"""So many of the newest snapshots are kept, and the newest that may be offered."""
_SHARE = 4
"""A new one is made when so large a part of the feed is newer than the last: a quarter."""
_LEFT = dt.timedelta(days=1)
"""A file that no snapshot names was left by a kill when it is older than this."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Who makes a snapshot, from what, where it is kept, by which measure, and when (UTC, aware)."""

    hub: tuple[str, int]
    seal: Seal
    database: Database
    storage: Storage
    measure: Measure
    now: dt.datetime


@dataclass(slots=True)
class Maker:
    """Makes one snapshot at a time in an instance, when nothing came to a scope for a while."""

    busy: threading.Lock = field(default_factory=threading.Lock)
    last: dict[str, float] = field(default_factory=dict)

    def came(self, scope: str) -> None:
        """Note that something came to a scope."""
        self.last[scope] = time.monotonic()

    def calm(self, seconds: float) -> list[str]:
        """Return the scopes to which nothing came for so long since something did, each once."""
        found = [one for one, at in self.last.items() if time.monotonic() - at >= seconds]
        for scope in found:
            del self.last[scope]
        return found

    def work(self, ground: Ground, scope: str) -> Snapshot | None:
        """Make a snapshot if one is due; None when none is, or one is being made already.

        Raises:
            Full, Away, Busy: as ``make``.
        """
        if not self.busy.acquire(blocking=False):
            return None
        try:
            due = ground.database.run(partial(_due, scope=scope, measure=ground.measure))
            return make(ground, scope) if due else None
        finally:
            self.busy.release()


@dataclass(frozen=True, slots=True)
class _Told:
    """All that is read of a manifest here: of which place it is, which files it names."""

    feed: bytes
    parts: tuple[Part, ...]


def make(ground: Ground, scope: str) -> Snapshot:
    """Make a snapshot of a scope at its feed's end, sign and keep it; older ones go.

    Raises:
        Full, Away: the storage; what was made before stands, what was written of this one goes.
        Busy: the database; likewise.
    """
    parts: list[Part] = []
    try:
        made = ground.database.still(partial(_gather, ground, scope, parts))
        row = Row(made.at, made.epoch, ground.now, wire.pack(made))
        ground.database.run(partial(stored.add, scope=scope, row=row))
    except Exception:
        with contextlib.suppress(Busy):
            _remove(ground, scope, {key_of(scope, one.sha256) for one in parts})
        raise
    tidy(ground, scope)
    return made


def offered(ground: Ground, scope: str) -> Snapshot | None:
    """Return the newest snapshot that is old enough and of this feed; None when there is none."""
    return ground.database.run(partial(_offered, ground, scope))


def read(ground: Ground, scope: str, sha256: bytes) -> bytes:
    """Return the file of a part, whole and checked.

    Raises:
        Gone: no snapshot of the scope names it, or it is missing or damaged: who names it goes.
        Away: the storage does not answer.
    """
    rows = ground.database.run(partial(stored.every, scope=scope))
    naming = {row.at: named[sha256] for row in rows if sha256 in (named := _named(row))}
    if not naming:
        raise Gone
    key = key_of(scope, sha256)
    try:
        data = ground.storage.whole(key, max(naming.values()))
        if hashlib.sha256(data).digest() == sha256:
            return data
    except Gone:
        pass
    ground.database.run(partial(stored.drop, scope=scope, places=tuple(naming)))
    ground.storage.remove([key])
    raise Gone


def tidy(ground: Ground, scope: str) -> None:
    """Forget all but the newest snapshots of this feed that have their files, and other files.

    On a day on which much comes all of these may be too young: what is offered stays as well. A file
    that no snapshot names may be one that another instance makes just now: only old ones go.

    Raises:
        Away: the storage does not answer.
    """
    rows = ground.database.run(partial(stored.every, scope=scope))
    there = ground.storage.under(f"snapshot/{scope}/")  # after the rows: their files came first
    whole = [row for row in rows if there.keys() >= _keys(scope, [row])]
    home = ground.database.run(lambda db: [row for row in whole if _is_home(db, scope, row)])
    offered = [row for row in home if _is_settled(ground, row)][:1]
    kept = {row.at for row in (*home[:KEPT], *offered)}
    gone = [row for row in rows if row.at not in kept]
    if gone:
        ground.database.run(partial(stored.drop, scope=scope, places=[row.at for row in gone]))
    left = {key for key, written in there.items() if written < ground.now - _LEFT}
    _remove(ground, scope, _keys(scope, gone) | left)


def key_of(scope: str, sha256: bytes) -> str:
    """Return where the file of a part lies."""
    return f"snapshot/{scope}/{sha256.hex()}"


def _due(db: Db, scope: str, measure: Measure) -> bool:
    end, _hash = feeds.feed(db, scope)
    last = next((row.at for row in stored.every(db, scope) if _is_home(db, scope, row)), 0)
    return end - last >= measure.far and (end - last) * _SHARE >= end


def _gather(ground: Ground, scope: str, parts: list[Part], db: Db) -> Snapshot:
    """Write the parts of what stands now; tells of them, signed."""
    parts.clear()  # where the database has it begun again

    def keep(kind: str, data: bytes, count: int, first: Key) -> None:
        if len(parts) >= snapshot.MOST_PARTS:
            raise ValueError(scope)
        sha256 = hashlib.sha256(data).digest()
        parts.append(Part(kind, sha256, len(data), count, first))
        ground.storage.create(key_of(scope, sha256), data)

    at, feed_hash = feeds.feed(db, scope)
    streams = stored.streams(db, scope)
    resting.write(db, scope, at, keep)
    made = clock.milliseconds(ground.now)
    told = Snapshot(*ground.hub, scope, at, feed_hash, streams, tuple(parts), made)
    return replace(told, signature=ground.seal.key.sign(snapshot.claim(told)))


def _offered(ground: Ground, scope: str, db: Db) -> Snapshot | None:
    for row in stored.every(db, scope):
        if _is_settled(ground, row) and row.epoch <= ground.hub[1] and _is_home(db, scope, row):
            return wire.unpack(row.manifest, Snapshot)
    return None


def _is_settled(ground: Ground, row: Row) -> bool:
    """Whether a snapshot is older than any backup the hub may be set back to."""
    return row.made <= ground.now - ground.measure.settled


def _is_home(db: Db, scope: str, row: Row) -> bool:
    """Whether a snapshot's place is in this feed."""
    batch = feeds.batch_ending(db, scope, row.at)
    return batch is not None and batch.feed_hash == wire.unpack(row.manifest, _Told).feed


def _named(row: Row) -> dict[bytes, int]:
    """The files a snapshot names, with their sizes."""
    return {one.sha256: one.size for one in wire.unpack(row.manifest, _Told).parts}


def _keys(scope: str, rows: Iterable[Row]) -> set[str]:
    return {key_of(scope, name) for row in rows for name in _named(row)}


def _remove(ground: Ground, scope: str, keys: set[str]) -> None:
    """Let files go, but those a snapshot names."""
    rows = ground.database.run(partial(stored.every, scope=scope))
    ground.storage.remove(sorted(keys - _keys(scope, rows)))
