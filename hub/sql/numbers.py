"""What became of each document number."""

from collections.abc import Iterable

from hub.rules import Use
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


def use_number(db: Db, scope: str, use: Use) -> None:
    """Enter what became of a number; another entering the same one is a unique violation."""
    db.execute(
        "INSERT INTO num_use (scope, series, year, number, block, stream, sseq, status, document,"
        " reason, at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            scope,
            *use.number,
            use.block,
            use.stream,
            use.sseq,
            use.status,
            use.document,
            use.reason,
            use.at,
        ),
    )


def void_number(db: Db, scope: str, use: Use) -> None:
    """Mark a used number as voided; its document's name stays."""
    db.execute(
        "UPDATE num_use SET status = 'voided', reason = %s, at = %s"
        " WHERE scope = %s AND series = %s AND year = %s AND number = %s",
        (use.reason, use.at, scope, *use.number),
    )
