"""Operations that wait for a person's decision."""

import datetime as dt
from collections.abc import Iterable

from hub.sql.base import Db


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
