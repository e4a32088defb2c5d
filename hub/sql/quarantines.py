"""Operations that wait for a person's decision."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hub.sql.base import Db, first


@dataclass(frozen=True, slots=True)
class Kept:
    """An operation in quarantine and what was decided; ``at`` is its place in the feed."""

    stream: str
    sseq: int
    at: int
    reason: str
    entered: dt.datetime
    decision: str | None
    decided_by: str | None
    decided: dt.datetime | None
    note: str | None


_KEPT = (
    "SELECT stream, sseq, seq, reason, entered, decision, decided_by, decided, note FROM quarantine"
)


def waiting(db: Db, scope: str, most: int) -> list[Kept]:
    """Return what waits for a decision, the oldest first; what goes with another is not told."""
    found = db.execute(
        f"{_KEPT} WHERE scope = %s AND decision IS NULL AND reason <> 'with' ORDER BY seq LIMIT %s",
        (scope, most),
    )
    return [Kept(*row) for row in found]


def decided(db: Db, scope: str, most: int) -> list[Kept]:
    """Return what was decided, the newest first."""
    found = db.execute(
        f"{_KEPT} WHERE scope = %s AND decision IS NOT NULL AND reason <> 'with'"
        " ORDER BY decided DESC, seq DESC LIMIT %s",
        (scope, most),
    )
    return [Kept(*row) for row in found]


def of_reason(db: Db, scope: str, reason: str, most: int) -> list[Kept]:
    """Return what was ever held back for a reason, the newest first."""
    found = db.execute(
        f"{_KEPT} WHERE scope = %s AND reason = %s ORDER BY seq DESC LIMIT %s",
        (scope, reason, most),
    )
    return [Kept(*row) for row in found]


def lock(db: Db, scope: str, stream: str, sseq: int) -> Kept | None:
    """Return an operation in quarantine and hold it."""
    found = first(
        db,
        f"{_KEPT} WHERE scope = %s AND stream = %s AND sseq = %s FOR UPDATE",
        (scope, stream, sseq),
    )
    return Kept(*found) if found else None


def decide(
    db: Db, scope: str, stream: str, sseqs: Sequence[int], told: tuple[str, str, str, dt.datetime]
) -> None:
    """Write (decision, note, by, at) down for operations of a stream."""
    db.execute(
        "UPDATE quarantine SET decision = %s, note = %s, decided_by = %s, decided = %s"
        " WHERE scope = %s AND stream = %s AND sseq = ANY(%s)",
        (*told, scope, stream, list(sseqs)),
    )


def held(db: Db, scope: str, first: int, last: int) -> list[int]:
    """Return which places of a stretch are in quarantine and not accepted."""
    found = db.execute(
        "SELECT seq FROM quarantine WHERE scope = %s AND seq BETWEEN %s AND %s"
        " AND (decision IS NULL OR decision <> 'accepted') ORDER BY seq",
        (scope, first, last),
    )
    return [seq for (seq,) in found]


def reasons(db: Db, scope: str, stream: str, first: int, last: int) -> dict[int, str]:
    """Return number → reason of what is in quarantine of a stretch of a stream."""
    found = db.execute(
        "SELECT sseq, reason FROM quarantine WHERE scope = %s AND stream = %s"
        " AND sseq BETWEEN %s AND %s AND (decision IS NULL OR decision <> 'accepted')",
        (scope, stream, first, last),
    )
    return dict(found.fetchall())


def add_quarantine(
    db: Db, scope: str, rows: Iterable[tuple[str, int, int, str]], now: dt.datetime
) -> None:
    """Enter (stream, sseq, place, reason) of operations that wait for a person's decision."""
    with db.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO quarantine (scope, stream, sseq, seq, reason, entered)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [(scope, *row, now) for row in rows],
        )
