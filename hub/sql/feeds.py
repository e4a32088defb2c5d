"""The feed of a scope: its end, its batches and their operations."""

import contextlib
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hub.sql.base import Db, copy, copying, first

_MANY = 100
_BATCH = "SELECT last, first, stream, sseq, chain, signature, feed_hash FROM batch"


@dataclass(frozen=True, slots=True)
class OpRow:
    """An operation as it is kept."""

    seq: int
    stream: str
    sseq: int
    op_hash: bytes
    rec_type: str
    rec_id: str
    hlc: int
    bytes: bytes


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch's place in the feed, and what its device signed."""

    last: int
    first: int
    stream: str
    sseq: int
    chain: bytes
    signature: bytes
    feed_hash: bytes


def feed(db: Db, scope: str) -> tuple[int, bytes]:
    """Return the end of a scope's feed."""
    found = first(db, "SELECT seq, head_hash FROM feed WHERE scope = %s", (scope,))
    if found is None:
        raise LookupError(scope)
    return found[0], found[1]


def lock_feed(db: Db, scope: str) -> tuple[int, bytes]:
    """Return the end of a scope's feed and hold it: the last lock a push takes."""
    found = first(db, "SELECT seq, head_hash FROM feed WHERE scope = %s FOR UPDATE", (scope,))
    if found is None:
        raise LookupError(scope)
    return found[0], found[1]


def move_feed(db: Db, scope: str, seq: int, feed_hash: bytes) -> None:
    """Move a feed's end."""
    db.execute("UPDATE feed SET seq = %s, head_hash = %s WHERE scope = %s", (seq, feed_hash, scope))


def adding_operations(
    db: Db, scope: str, rows: Sequence[OpRow]
) -> contextlib.AbstractContextManager[None]:
    """Enter operations at their places in the feed; of many the caller need not wait for the end.

    Within it nothing else is asked of the connection.
    """
    into = "op (scope, seq, stream, sseq, op_hash, rec_type, rec_id, hlc, bytes)"
    cells = (
        (
            scope,
            one.seq,
            one.stream,
            one.sseq,
            one.op_hash,
            one.rec_type,
            one.rec_id,
            one.hlc,
            one.bytes,
        )
        for one in rows
    )
    if len(rows) >= _MANY:
        return copying(db, into, cells)
    copy(db, into, cells)
    return contextlib.nullcontext()


def add_batch(db: Db, scope: str, row: BatchRow, now: dt.datetime) -> None:
    """Enter a batch: its place, and the claim its device signed."""
    db.execute(
        "INSERT INTO batch (scope, last, first, stream, sseq, chain, signature, feed_hash,"
        " received) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            scope,
            row.last,
            row.first,
            row.stream,
            row.sseq,
            row.chain,
            row.signature,
            row.feed_hash,
            now,
        ),
    )


def batches(db: Db, scope: str, after: int, most: int) -> list[BatchRow]:
    """Return the next batches of a feed after a place, in order."""
    found = db.execute(
        f"{_BATCH} WHERE scope = %s AND last > %s ORDER BY last LIMIT %s", (scope, after, most)
    )
    return [BatchRow(*row) for row in found]


def batch_ending(db: Db, scope: str, last: int) -> BatchRow | None:
    """Return the batch that ends at a place of the feed."""
    found = first(db, f"{_BATCH} WHERE scope = %s AND last = %s", (scope, last))
    return BatchRow(*found) if found else None


def batch_before(db: Db, scope: str, place: int) -> BatchRow | None:
    """Return the last batch that ends at a place of the feed or before it."""
    found = first(
        db, f"{_BATCH} WHERE scope = %s AND last <= %s ORDER BY last DESC LIMIT 1", (scope, place)
    )
    return BatchRow(*found) if found else None


def operations(db: Db, scope: str, first: int, last: int) -> list[bytes]:
    """Return the bytes of a stretch of a feed, in order."""
    found = db.execute(
        "SELECT bytes FROM op WHERE scope = %s AND seq BETWEEN %s AND %s ORDER BY seq",
        (scope, first, last),
    )
    return [data for (data,) in found]


def stretch(db: Db, scope: str, stream: str, first: int, last: int) -> list[bytes]:
    """Return the operations of a stretch of a stream, in order."""
    found = db.execute(
        "SELECT bytes FROM op WHERE scope = %s AND stream = %s AND sseq BETWEEN %s AND %s"
        " ORDER BY sseq",
        (scope, stream, first, last),
    )
    return [data for (data,) in found]


def of_record(db: Db, scope: str, rec_id: str) -> list[bytes]:
    """Return the operations on a record that may stand, in the feed's order."""
    found = db.execute(
        "SELECT op.bytes FROM op LEFT JOIN quarantine q ON q.scope = op.scope"
        " AND q.stream = op.stream AND q.sseq = op.sseq"
        " WHERE op.scope = %s AND op.rec_id = %s AND (q.seq IS NULL OR q.decision = 'accepted')"
        " ORDER BY op.seq",
        (scope, rec_id),
    )
    return [data for (data,) in found]
