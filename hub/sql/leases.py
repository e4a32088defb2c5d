"""Blocks of document numbers: which device has which, and the next one of a series."""

import datetime as dt
from dataclasses import dataclass

from hub.sql.base import Db, first


@dataclass(frozen=True, slots=True)
class Block:
    """A run of numbers leased to a stream; ``state`` is ``leased``, ``returned`` or ``annulled``."""

    block: str
    series: str
    year: int
    lo: int
    hi: int
    stream: str
    account: str
    request: str
    state: str


_BLOCK = "SELECT block, series, year, lo, hi, stream, account, request, state FROM num_block"


def of_request(db: Db, scope: str, request: str) -> Block | None:
    """Return the block a request was answered with."""
    found = first(db, f"{_BLOCK} WHERE scope = %s AND request = %s", (scope, request))
    return Block(*found) if found else None


def lock_series(db: Db, scope: str, series: str, year: int) -> int | None:
    """Return the next number of a series and hold it, None when none was ever leased."""
    found = first(
        db,
        "SELECT next FROM num_series WHERE scope = %s AND series = %s AND year = %s FOR UPDATE",
        (scope, series, year),
    )
    return int(found[0]) if found else None


def add_series(db: Db, scope: str, series: str, year: int, following: int) -> None:
    """Enter a series; another entering it at once is a unique violation."""
    db.execute(
        "INSERT INTO num_series (scope, series, year, next) VALUES (%s, %s, %s, %s)",
        (scope, series, year, following),
    )


def move_series(db: Db, scope: str, series: str, year: int, following: int) -> None:
    """Move a series on."""
    db.execute(
        "UPDATE num_series SET next = %s WHERE scope = %s AND series = %s AND year = %s",
        (following, scope, series, year),
    )


def last_used(db: Db, scope: str, series: str, year: int) -> int:
    """Return the highest number of a series that was used or leased, 0 for none."""
    used = first(
        db,
        "SELECT max(number) FROM num_use WHERE scope = %s AND series = %s AND year = %s",
        (scope, series, year),
    )
    leased = first(
        db,
        "SELECT max(hi) FROM num_block WHERE scope = %s AND series = %s AND year = %s",
        (scope, series, year),
    )
    return max(int(used[0] or 0), int(leased[0] or 0))


def add_block(
    db: Db, scope: str, row: Block, leased: dt.datetime, soft_expiry: dt.datetime
) -> None:
    """Enter a block."""
    db.execute(
        "INSERT INTO num_block (scope, block, series, year, lo, hi, stream, account, request,"
        " state, leased, soft_expiry) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            scope,
            row.block,
            row.series,
            row.year,
            row.lo,
            row.hi,
            row.stream,
            row.account,
            row.request,
            row.state,
            leased,
            soft_expiry,
        ),
    )


def blocks(db: Db, scope: str, series: str, year: int) -> list[Block]:
    """Return the blocks of a series and year, in order."""
    found = db.execute(
        f"{_BLOCK} WHERE scope = %s AND series = %s AND year = %s ORDER BY lo",
        (scope, series, year),
    )
    return [Block(*row) for row in found]


def set_state(db: Db, scope: str, block: str, state: str) -> None:
    """Set what became of a block as a whole."""
    db.execute(
        "UPDATE num_block SET state = %s WHERE scope = %s AND block = %s", (state, scope, block)
    )


def uses(
    db: Db, scope: str, series: str, year: int
) -> list[tuple[int, str, str | None, str | None]]:
    """Return (number, status, reason, document) of every use of a number, its first paper first."""
    key = (scope, series, year)
    where = "WHERE scope = %s AND series = %s AND year = %s"
    found = db.execute(
        f"SELECT number, status, reason, document FROM num_use {where} ORDER BY number", key
    ).fetchall()
    found += db.execute(
        f"SELECT number, status, reason, document FROM num_again {where} ORDER BY number, at, paper",
        key,
    ).fetchall()
    return [(number, status, reason, document) for number, status, reason, document in found]


def series(db: Db, scope: str) -> list[tuple[str, int, int]]:
    """Return (series, year, next) of every series, the newest year first."""
    found = db.execute(
        "SELECT series, year, next FROM num_series WHERE scope = %s ORDER BY year DESC, series",
        (scope,),
    )
    return [(word, year, following) for word, year, following in found]
