"""Visits of people's browsers, how often something was tried, and the audit log."""

import datetime as dt

from hub.sql.base import Db, first


def add_visit(db: Db, scope: str, token_hash: bytes, account: str, now: dt.datetime) -> None:
    """Enter a visit."""
    db.execute(
        "INSERT INTO visit (scope, token_hash, account, began, seen) VALUES (%s, %s, %s, %s, %s)",
        (scope, token_hash, account, now, now),
    )


def visit(db: Db, scope: str, token_hash: bytes) -> tuple[str, dt.datetime, dt.datetime] | None:
    """Return (account, began, seen) of a visit."""
    found = first(
        db,
        "SELECT account, began, seen FROM visit WHERE scope = %s AND token_hash = %s",
        (scope, token_hash),
    )
    return (found[0], found[1], found[2]) if found else None


def see_visit(db: Db, scope: str, token_hash: bytes, now: dt.datetime) -> None:
    """Note that a visit goes on."""
    db.execute(
        "UPDATE visit SET seen = %s WHERE scope = %s AND token_hash = %s", (now, scope, token_hash)
    )


def end_visit(db: Db, scope: str, token_hash: bytes) -> None:
    """End a visit."""
    db.execute("DELETE FROM visit WHERE scope = %s AND token_hash = %s", (scope, token_hash))


def end_visits(db: Db, scope: str, account: str, but: bytes = b"\0") -> None:
    """End a person's visits, all but one."""
    db.execute(
        "DELETE FROM visit WHERE scope = %s AND account = %s AND token_hash <> %s",
        (scope, account, but),
    )


def forget_visits(db: Db, scope: str, account: str, before: dt.datetime) -> None:
    """Forget a person's visits that began before a moment."""
    db.execute(
        "DELETE FROM visit WHERE scope = %s AND account = %s AND began < %s",
        (scope, account, before),
    )


def attempts(db: Db, scope: str, what: bytes, slot: int) -> int:
    """Return how often something was tried within a stretch of time."""
    found = first(
        db,
        "SELECT count FROM attempt WHERE scope = %s AND what = %s AND slot = %s",
        (scope, what, slot),
    )
    return int(found[0]) if found else 0


def add_attempt(db: Db, scope: str, what: bytes, slot: int) -> None:
    """Enter the first try of a stretch of time."""
    db.execute(
        "INSERT INTO attempt (scope, what, slot, count) VALUES (%s, %s, %s, 1)",
        (scope, what, slot),
    )


def count_attempt(db: Db, scope: str, what: bytes, slot: int) -> None:
    """Count one more try."""
    db.execute(
        "UPDATE attempt SET count = count + 1 WHERE scope = %s AND what = %s AND slot = %s",
        (scope, what, slot),
    )


def forget_attempts(db: Db, scope: str, what: bytes, before: int) -> None:
    """Forget the earlier tries of something, and all of anything before a moment."""
    db.execute(
        "DELETE FROM attempt WHERE scope = %s AND (what = %s OR slot < %s)", (scope, what, before)
    )


def log(db: Db, scope: str, row: tuple[dt.datetime, str, str, str, str]) -> None:
    """Enter (at, id, account, act, what) into the audit log."""
    db.execute(
        "INSERT INTO audit (scope, at, id, account, act, what) VALUES (%s, %s, %s, %s, %s, %s)",
        (scope, *row),
    )


def logged(db: Db, scope: str, limit: int) -> list[tuple[dt.datetime, str, str, str]]:
    """Return (at, account, act, what) of the audit log, the newest first."""
    return db.execute(
        "SELECT at, account, act, what FROM audit WHERE scope = %s"
        " ORDER BY at DESC, id DESC LIMIT %s",
        (scope, limit),
    ).fetchall()
