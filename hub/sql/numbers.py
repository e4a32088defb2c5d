"""What became of each document number."""

from collections.abc import Iterable, Mapping
from typing import Any

from hub.sql.base import Db, first


def numbers_used(
    db: Db, scope: str, numbers: Iterable[tuple[str, int, int]]
) -> dict[tuple[str, int, int], tuple[str, str, int]]:
    """Return (status, stream, sseq) of those of the numbers (series, year, number) that are used."""
    found: dict[tuple[str, int, int], tuple[str, str, int]] = {}
    for series, year, number in numbers:
        row = first(
            db,
            "SELECT status, stream, sseq FROM num_use"
            " WHERE scope = %s AND series = %s AND year = %s AND number = %s",
            (scope, series, year, number),
        )
        if row:
            found[series, year, number] = row[0], row[1], row[2]
    return found


def use_number(db: Db, scope: str, row: Mapping[str, Any]) -> None:
    """Enter what became of a number; another entering the same one is a unique violation."""
    db.execute(
        "INSERT INTO num_use (scope, series, year, number, block, stream, sseq, status, document,"
        " reason, at) VALUES (%(scope)s, %(series)s, %(year)s, %(number)s, %(block)s, %(stream)s,"
        " %(sseq)s, %(status)s, %(document)s, %(reason)s, %(at)s)",
        {"scope": scope, **row},
    )


def void_number(db: Db, scope: str, row: Mapping[str, Any]) -> None:
    """Mark a used number as voided; its document's name stays."""
    db.execute(
        "UPDATE num_use SET status = 'voided', reason = %(reason)s, at = %(at)s"
        " WHERE scope = %(scope)s AND series = %(series)s AND year = %(year)s"
        " AND number = %(number)s",
        {"scope": scope, **row},
    )
