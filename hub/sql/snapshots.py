"""Snapshots of a jurisdiction, and what they are made of, read page by page."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from db.journal.record import Key
from hub.sql.base import Db, first

PAGE = 256
"""So many records or operations are read at once."""


@dataclass(frozen=True, slots=True)
class Row:
    """A snapshot: the place it is of, the hub's epoch, when it was made, its packed manifest."""

    at: int
    epoch: int
    made: dt.datetime
    manifest: bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """A record as it stands."""

    rec_type: str
    rec_id: str
    doc: bytes

    @property
    def key(self) -> Key:
        """The record's identity."""
        return self.rec_type, self.rec_id


@dataclass(frozen=True, slots=True)
class Trace:
    """Where an operation on an id is: its place in the feed, its noun, its identity."""

    rec_id: str
    place: int
    rec_type: str
    stream: str
    sseq: int


def hold_still(db: Db) -> None:
    """Have the transaction that begins see one moment only, and change nothing."""
    db.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def every(db: Db, scope: str) -> list[Row]:
    """Return the snapshots of a scope, the newest first."""
    found = db.execute(
        "SELECT at, epoch, made, manifest FROM snapshot WHERE scope = %s ORDER BY at DESC",
        (scope,),
    )
    return [Row(*row) for row in found]


def add(db: Db, scope: str, row: Row) -> None:
    """Enter a snapshot, unless one of the same place was entered meanwhile."""
    with db.transaction():
        known = first(db, "SELECT 1 FROM snapshot WHERE scope = %s AND at = %s", (scope, row.at))
        if known is None:
            db.execute(
                "INSERT INTO snapshot (scope, at, epoch, made, manifest)"
                " VALUES (%s, %s, %s, %s, %s)",
                (scope, row.at, row.epoch, row.made, row.manifest),
            )


def drop(db: Db, scope: str, places: Sequence[int]) -> None:
    """Forget the snapshots of these places."""
    db.execute("DELETE FROM snapshot WHERE scope = %s AND at = ANY(%s)", (scope, list(places)))


def streams(db: Db, scope: str) -> dict[str, tuple[int, bytes]]:
    """Return (number, chain value) of the end of every stream that has begun."""
    found = db.execute(
        "SELECT stream, head_seq, head_hash FROM stream WHERE scope = %s AND head_seq > 0"
        " ORDER BY stream",
        (scope,),
    )
    return {stream: (seq, chained) for stream, seq, chained in found}


def standing(db: Db, scope: str, after: Key) -> list[Standing]:
    """Return the next records after a key, in the order of their keys' code points."""
    found = db.execute(
        "SELECT rec_type, rec_id, doc FROM record"
        " WHERE scope = %s AND (rec_type, rec_id) > (%s, %s)"
        " ORDER BY rec_type, rec_id LIMIT %s",
        (scope, *after, PAGE),
    )
    return [Standing(*row) for row in found]


def traces(db: Db, scope: str, rec_ids: Sequence[str]) -> list[Trace]:
    """Return where all operations on the ids are, of whatever noun, in the feed's order."""
    if not rec_ids:
        return []
    found = db.execute(
        "SELECT rec_id, seq, rec_type, stream, sseq FROM op"
        " WHERE scope = %s AND rec_id = ANY(%s) ORDER BY seq",
        (scope, list(rec_ids)),
        prepare=False,
    )
    return [Trace(*row) for row in found]


def held(db: Db, scope: str, after: tuple[str, int]) -> list[tuple[str, int, int, str]]:
    """Return the next of what was ever held back, by stream and number: these, place, why."""
    found = db.execute(
        "SELECT stream, sseq, seq, decision FROM quarantine"
        " WHERE scope = %s AND (stream, sseq) > (%s, %s) ORDER BY stream, sseq LIMIT %s",
        (scope, *after, PAGE),
    )
    return [(stream, sseq, seq, why_of(decision)) for stream, sseq, seq, decision in found]


def why_of(decision: str | None) -> str:
    """Return why an operation in quarantine may not stand, "" when it may."""
    return "quarantine" if decision is None else "" if decision == "accepted" else decision


def operations(db: Db, scope: str, places: Sequence[int]) -> list[tuple[int, bytes]]:
    """Return (place, bytes) of the operations at these places, in order."""
    return db.execute(
        "SELECT seq, bytes FROM op WHERE scope = %s AND seq = ANY(%s) ORDER BY seq",
        (scope, list(places)),
        prepare=False,
    ).fetchall()
