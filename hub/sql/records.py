"""What is known of each record, and the conflicts that stand on it."""

from collections.abc import Iterable, Sequence

from db.journal.record import Key
from hub.sql.base import Db, copy

SOFT = "soft"
"""The kind of conflict in which fields were written beside each other unseen: none must choose."""


def lock_records(db: Db, scope: str, keys: Iterable[Key]) -> dict[Key, bytes]:
    """Return the documents of the records that exist, and hold them, in one order for everyone."""
    found: dict[Key, bytes] = {}
    by_type: dict[str, list[str]] = {}
    for rec_type, rec_id in keys:
        by_type.setdefault(rec_type, []).append(rec_id)
    for rec_type in sorted(by_type):
        rows = db.execute(
            "SELECT rec_id, doc FROM record WHERE scope = %s AND rec_type = %s"
            " AND rec_id = ANY(%s) ORDER BY rec_id FOR UPDATE",
            (scope, rec_type, sorted(by_type[rec_type])),
            prepare=False,  # a plan for any list would compare each record with the whole of it
        )
        found |= {(rec_type, rec_id): doc for rec_id, doc in rows}
    return found


def analyze(db: Db) -> None:
    """Have the planner count the records and their kinds."""
    db.execute("ANALYZE record")
    db.execute("ANALYZE belonging")


def documents(db: Db, scopes: Sequence[str], rec_id: str) -> list[tuple[str, bytes]]:
    """Return (scope, document) of a paper in the jurisdictions that have it."""
    return db.execute(
        "SELECT scope, doc FROM record WHERE scope = ANY(%s) AND rec_type = 'document'"
        " AND rec_id = %s",
        (list(scopes), rec_id),
    ).fetchall()


def some(db: Db, scope: str, rec_type: str, rec_ids: Sequence[str]) -> dict[str, bytes]:
    """Return the documents of those of the records that exist, by id; none is held."""
    found = db.execute(
        "SELECT rec_id, doc FROM record WHERE scope = %s AND rec_type = %s AND rec_id = ANY(%s)",
        (scope, rec_type, list(rec_ids)),
    )
    return dict(found.fetchall())


def counts(db: Db, scope: str, rec_type: str) -> dict[str, int]:
    """Return how many records of a kind are in each state."""
    found = db.execute(
        "SELECT coalesce(state, '-'), count(*) FROM record WHERE scope = %s AND rec_type = %s"
        " GROUP BY coalesce(state, '-')",
        (scope, rec_type),
    )
    return dict(found.fetchall())


def docs(db: Db, scope: str, rec_type: str, after: str, most: int) -> list[tuple[str, bytes]]:
    """Return (id, document) of the next records of a kind after an id, in order."""
    return db.execute(
        "SELECT rec_id, doc FROM record WHERE scope = %s AND rec_type = %s AND rec_id > %s"
        " ORDER BY rec_id LIMIT %s",
        (scope, rec_type, after, most),
    ).fetchall()


def beginning(db: Db, scope: str, rec_type: str, start: str) -> list[tuple[str, bytes]]:
    """Return (id, document) of the records of a kind whose id begins so, in order."""
    return db.execute(
        "SELECT rec_id, doc FROM record WHERE scope = %s AND rec_type = %s"
        " AND substr(rec_id, 1, %s) = %s ORDER BY rec_id",
        (scope, rec_type, len(start), start),
    ).fetchall()


def in_state(
    db: Db, scope: str, rec_type: str, states: Sequence[str], most: int
) -> list[tuple[str, bytes]]:
    """Return (id, document) of the records of a kind in one of the states, changed last first."""
    return db.execute(
        "SELECT rec_id, doc FROM record WHERE scope = %s AND rec_type = %s AND state = ANY(%s)"
        " ORDER BY last_seq DESC LIMIT %s",
        (scope, rec_type, list(states), most),
    ).fetchall()


def standing(db: Db, scope: str, most: int) -> list[tuple[str, str, str, str, int]]:
    """Return (type, id, field, kind, opened) of the conflicts that stand, the newest first.

    Those in which somebody must choose come before those in which nobody must.
    """
    return db.execute(
        "SELECT rec_type, rec_id, field, kind, opened FROM conflict"
        " WHERE scope = %s AND closed IS NULL"
        " ORDER BY CASE kind WHEN %s THEN 1 ELSE 0 END, opened DESC, rec_id, field LIMIT %s",
        (scope, SOFT, most),
    ).fetchall()


def add_records(
    db: Db, scope: str, rows: Iterable[tuple[Key, bytes, str | None]], seq: int
) -> None:
    """Enter new records; another entering the same one at once is a unique violation."""
    copy(
        db,
        "record (scope, rec_type, rec_id, doc, state, last_seq)",
        ((scope, rec_type, rec_id, doc, state, seq) for (rec_type, rec_id), doc, state in rows),
    )


def change_records(
    db: Db, scope: str, rows: Iterable[tuple[Key, bytes, str | None]], seq: int
) -> None:
    """Write the documents of records that exist."""
    with db.cursor() as cursor:
        cursor.executemany(
            "UPDATE record SET doc = %s, state = %s, last_seq = %s"
            " WHERE scope = %s AND rec_type = %s AND rec_id = %s",
            [(doc, state, seq, scope, *key) for key, doc, state in rows],
        )


def open_conflicts(db: Db, scope: str, rec_ids: Sequence[str]) -> set[tuple[Key, str, str]]:
    """Return (record, field, kind) of the conflicts that stand on the records."""
    if not rec_ids:
        return set()
    found = db.execute(
        "SELECT rec_type, rec_id, field, kind FROM conflict"
        " WHERE scope = %s AND rec_id = ANY(%s) AND closed IS NULL",
        (scope, list(rec_ids)),
    )
    return {((rec_type, rec_id), field, kind) for rec_type, rec_id, field, kind in found}


def add_conflicts(db: Db, scope: str, rows: Iterable[tuple[Key, str, str]], seq: int) -> None:
    """Enter conflicts that stand since a place of the feed."""
    with db.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO conflict (scope, rec_type, rec_id, field, kind, opened)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [(scope, *key, field, kind, seq) for key, field, kind in rows],
        )


def close_conflicts(db: Db, scope: str, rows: Iterable[tuple[Key, str, str]], seq: int) -> None:
    """Close conflicts at a place of the feed."""
    with db.cursor() as cursor:
        cursor.executemany(
            "UPDATE conflict SET closed = %s WHERE scope = %s AND rec_type = %s AND rec_id = %s"
            " AND field = %s AND kind = %s AND closed IS NULL",
            [(seq, scope, *key, field, kind) for key, field, kind in rows],
        )
