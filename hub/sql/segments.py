"""The sealed segments of a feed: where each begins and ends, and which file holds it."""

from hub.sql.base import Db, first

Row = tuple[int, int, bytes, int]
"""First place, last place, hash of the file, its size."""


def spans(db: Db, scope: str) -> list[tuple[int, int]]:
    """Return (first, last) of every segment, in order."""
    return db.execute(
        "SELECT lo, hi FROM segment WHERE scope = %s ORDER BY lo", (scope,)
    ).fetchall()


def following(db: Db, scope: str, after: int, most: int) -> list[Row]:
    """Return the segments that hold something after a place, in order."""
    return db.execute(
        "SELECT lo, hi, sha256, size FROM segment WHERE scope = %s AND hi > %s"
        " ORDER BY lo LIMIT %s",
        (scope, after, most),
    ).fetchall()


def size_of(db: Db, scope: str, sha256: bytes) -> int | None:
    """Return the size of a segment's file, None when there is no such segment."""
    found = first(
        db, "SELECT size FROM segment WHERE scope = %s AND sha256 = %s LIMIT 1", (scope, sha256)
    )
    return None if found is None else int(found[0])


def add(db: Db, scope: str, row: Row) -> None:
    """Enter a segment, unless one that begins there was entered meanwhile."""
    with db.transaction():
        if first(db, "SELECT 1 FROM segment WHERE scope = %s AND lo = %s", (scope, row[0])) is None:
            db.execute(
                "INSERT INTO segment (scope, lo, hi, sha256, size) VALUES (%s, %s, %s, %s, %s)",
                (scope, *row),
            )


def drop(db: Db, scope: str, sha256: bytes) -> None:
    """Forget a segment whose file is not there: it is sealed again."""
    db.execute("DELETE FROM segment WHERE scope = %s AND sha256 = %s", (scope, sha256))
