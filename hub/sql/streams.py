"""The streams of the devices: how far each has arrived."""

from collections.abc import Sequence

from hub.batches import Head
from hub.sql.base import Db, first


def lock_stream(db: Db, scope: str, stream: str) -> Head | None:
    """Return a stream's head and hold it until the transaction ends."""
    found = first(
        db,
        "SELECT device, head_seq, head_hash, cut_seq FROM stream"
        " WHERE scope = %s AND stream = %s FOR UPDATE",
        (scope, stream),
    )
    return Head(*found) if found else None


def add_stream(db: Db, scope: str, stream: str, device: str, root: bytes) -> None:
    """Enter a stream of a device, empty."""
    db.execute(
        "INSERT INTO stream (scope, stream, device, head_seq, head_hash, cut_seq)"
        " VALUES (%s, %s, %s, 0, %s, NULL)",
        (scope, stream, device, root),
    )


def move_head(db: Db, scope: str, stream: str, seq: int, chain: bytes) -> None:
    """Move a stream's head."""
    db.execute(
        "UPDATE stream SET head_seq = %s, head_hash = %s WHERE scope = %s AND stream = %s",
        (seq, chain, scope, stream),
    )


def device_of(db: Db, scope: str, stream: str) -> str | None:
    """Return the device a stream is of."""
    found = first(db, "SELECT device FROM stream WHERE scope = %s AND stream = %s", (scope, stream))
    return str(found[0]) if found else None


def heads(db: Db, scope: str, device: str) -> dict[str, tuple[int, bytes]]:
    """Return (seq, chain) of the streams of a device."""
    found = db.execute(
        "SELECT stream, head_seq, head_hash FROM stream WHERE scope = %s AND device = %s",
        (scope, device),
    )
    return {stream: (seq, chain) for stream, seq, chain in found}


def head_seqs(db: Db, scope: str, streams: Sequence[str]) -> dict[str, int]:
    """Return how far each of the streams has arrived."""
    if not streams:
        return {}
    found = db.execute(
        "SELECT stream, head_seq FROM stream WHERE scope = %s AND stream = ANY(%s)",
        (scope, list(streams)),
    )
    return dict(found.fetchall())


def hashes(db: Db, scope: str, stream: str, first: int, last: int) -> dict[int, bytes]:
    """Return the hashes of a stretch of a stream."""
    found = db.execute(
        "SELECT sseq, op_hash FROM op WHERE scope = %s AND stream = %s AND sseq BETWEEN %s AND %s",
        (scope, stream, first, last),
    )
    return dict(found.fetchall())
