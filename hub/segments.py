"""The older part of a feed as files that never change: sealed once, fetched by whoever begins.

A segment is a run of whole batches cut by size alone, so any instance makes the same bytes of the
same stretch: two at once write one file. The bytes are stored before the row that tells of them.
What is in quarantine is told beside them, as of the moment of asking. A file that is missing or
damaged loses its row, the pages of the feed stand in for it, and it is sealed again.
"""

import datetime as dt
import hashlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from types import MappingProxyType

from backports import zstd

from db.journal import wire
from hub.database import Database
from hub.sql import feeds, quarantines, trees
from hub.sql import segments as stored
from hub.sql.base import Db
from hub.storage import Gone, Storage

_MOST_TOLD = 64
"""One answer tells of so many segments; who took them in asks again."""
_LEVEL = 3
_BATCHES = 256
_HASHES_EACH = 16
"""So many hashes weigh as much as one operation."""


@dataclass(frozen=True, slots=True)
class Measure:
    """From how far behind segments are told of, and where one is closed: operations and bytes.

    What is younger than ``operations`` stays in pages, so that what is sealed is always full.
    A snapshot is made when nothing came for ``calm`` seconds, for it costs as much as many pushes;
    it is offered when it is older than ``settled``: than the newest backup the hub may be set back
    to.
    """

    far: int = 20_000
    operations: int = 16_000
    size: int = 8 << 20
    settled: dt.timedelta = dt.timedelta(days=1)
    calm: float = 20.0


@dataclass(slots=True)
class Sealer:
    """Seals one stretch after the other in an instance; counts what came to know when to look."""

    measure: Measure = field(default_factory=Measure)
    came: dict[str, int] = field(default_factory=dict)
    busy: threading.Lock = field(default_factory=threading.Lock)

    def due(self, scope: str, count: int) -> bool:
        """Count operations that came to a scope; tells whether there may be enough to seal."""
        self.came[scope] = self.came.get(scope, 0) + count
        return self.came[scope] >= self.measure.operations // 2

    def work(self, database: Database, storage: Storage, scope: str) -> int:
        """Seal all that can be; returns how many. Nothing while this instance is at it already."""
        if not self.busy.acquire(blocking=False):
            return 0
        try:
            self.came[scope] = 0
            return seal(database, storage, scope, self.measure)
        finally:
            self.busy.release()


def seal(database: Database, storage: Storage, scope: str, measure: Measure) -> int:
    """Seal every stretch of a scope's feed that is full and not sealed; returns how many.

    Raises:
        Full, Away: the storage; what was sealed before stands.
    """
    count = 0
    while made := database.run(partial(_next, scope=scope, measure=measure)):
        (first, last), data = made
        sha256 = hashlib.sha256(data).digest()
        storage.create(key_of(scope, sha256), data)
        row = (first, last, sha256, len(data))
        database.run(partial(stored.add, scope=scope, row=row))
        count += 1
    return count


def told(db: Db, scope: str, after: int) -> tuple[wire.Segment, ...]:
    """Return the segments that lead on from a place without a gap, with what is in quarantine."""
    rows: list[stored.Row] = []
    for row in stored.following(db, scope, after, _MOST_TOLD):
        if row[0] > (rows[-1][1] if rows else after) + 1:
            break
        rows.append(row)
    if not rows:
        return ()
    held = quarantines.held(db, scope, rows[0][0], rows[-1][1])
    return tuple(
        wire.Segment(first, last, sha256, size, tuple(at for at in held if first <= at <= last))
        for first, last, sha256, size in rows
    )


def read(database: Database, storage: Storage, scope: str, sha256: bytes) -> bytes:
    """Return the file of a segment, whole and checked.

    Raises:
        Gone: there is no such segment, or its file is missing or damaged; it is to be sealed again.
        Away: the storage does not answer.
    """
    size = database.run(partial(stored.size_of, scope=scope, sha256=sha256))
    if size is None:
        raise Gone
    key = key_of(scope, sha256)
    try:
        data = storage.whole(key, size)
        if hashlib.sha256(data).digest() == sha256:
            return data
    except Gone:
        pass
    database.run(partial(stored.drop, scope=scope, sha256=sha256))
    storage.remove([key])
    raise Gone


def gather(
    db: Db,
    scope: str,
    span: tuple[int, int],
    most: tuple[int, int],
    have: Mapping[str, int] = MappingProxyType({}),
) -> list[wire.Placed]:
    """Return the next whole batches of a feed after a place and not beyond another.

    As many as stay within ``most`` operations and bytes; the first one in any case. Of the streams
    in ``have`` what is not beyond the number there goes as hashes, which weigh little.
    """
    (at, end), (operations, size) = span, most
    found: list[wire.Placed] = []
    while at < end and operations > 0:
        rows: list[feeds.BatchRow] = []
        for row in feeds.batches(db, scope, at, _BATCHES):
            count = row.last - row.first + 1
            if _known(row, have):
                count = count // _HASHES_EACH + 1
            if row.last > end or (count > operations and (found or rows)):
                operations = 0
                break
            operations -= count
            rows.append(row)
        if not rows:
            break
        for known, run in groupby(rows, lambda row: _known(row, have)):
            for one in _read(db, scope, list(run), known=known):
                size -= sum(map(len, one.batch.operations))
                if size < 0 and found:
                    return found
                found.append(one)
        at = rows[-1].last
    return found


def _known(row: feeds.BatchRow, have: Mapping[str, int]) -> bool:
    return row.sseq + row.last - row.first <= have.get(row.stream, 0)


def _read(db: Db, scope: str, rows: list[feeds.BatchRow], *, known: bool) -> Iterator[wire.Placed]:
    """Yield batches that follow each other with their operations, or the hashes of these."""
    first, last = rows[0].first, rows[-1].last
    if known:
        data = trees.hashes(db, scope, first - 1, last - first + 1)
    else:
        data = feeds.operations(db, scope, first, last)
    for row in rows:
        one = tuple(data[row.first - first : row.last - first + 1])
        batch = wire.Batch(row.stream, row.sseq, () if known else one, row.chain, row.signature)
        yield wire.Placed(row.first, batch, row.feed_hash, one if known else ())


def key_of(scope: str, sha256: bytes) -> str:
    """Return where the file of a segment lies."""
    return f"segment/{scope}/{sha256.hex()}"


def _next(db: Db, scope: str, measure: Measure) -> tuple[tuple[int, int], bytes] | None:
    """The first stretch that is not sealed, sealed; None when there is none that is full."""
    with db.transaction():
        after, end = _gap(db, scope, measure)
        most = (measure.operations, measure.size)
        found = gather(db, scope, (after, end), most) if after < end else []
    if not found:
        return None
    return (found[0].at, found[-1].last), zstd.compress(wire.pack(found), _LEVEL)


def _gap(db: Db, scope: str, measure: Measure) -> tuple[int, int]:
    """The place after which nothing is sealed, and where that ends; the same twice for no gap."""
    after = 0
    for first, last in stored.spans(db, scope):
        if first > after + 1:
            return after, first - 1
        after = last
    end, _hash = feeds.feed(db, scope)
    return (after, end) if end - after >= measure.operations else (after, after)
