"""What became of each document number: by the first paper it is on, and by others it is on as well."""

from collections.abc import Iterable

from hub.rules import Known, Use
from hub.sql.base import Db, first


def numbers_used(
    db: Db, scope: str, numbers: Iterable[tuple[str, int, int]]
) -> dict[tuple[str, int, int], Known]:
    """Return what became of those of the numbers (series, year, number) that are used."""
    found: dict[tuple[str, int, int], Known] = {}
    for series, year, number in numbers:
        row = first(
            db,
            "SELECT status, document, block FROM num_use"
            " WHERE scope = %s AND series = %s AND year = %s AND number = %s",
            (scope, series, year, number),
        )
        if row:
            found[series, year, number] = Known(*row)
    return found


def first_use(db: Db, scope: str, number: tuple[str, int, int]) -> tuple[str, str | None] | None:
    """Return (stream, document) of the first paper a number is on."""
    found = first(
        db,
        "SELECT stream, document FROM num_use"
        " WHERE scope = %s AND series = %s AND year = %s AND number = %s",
        (scope, *number),
    )
    return (found[0], found[1]) if found else None


def on_another(db: Db, scope: str, number: tuple[str, int, int], document: str) -> bool:
    """Tell whether a number is on another paper than this document as well."""
    where = "scope = %s AND series = %s AND year = %s AND number = %s AND document <> %s"
    return any(
        first(db, f"SELECT document FROM {table} WHERE {where}", (scope, *number, document))
        for table in ("num_use", "num_again")
    )


def enter(db: Db, scope: str, use: Use) -> None:
    """Enter what became of a number.

    Another entering the same one for the first time at once is a unique violation.
    """
    if use.again:
        _again(db, scope, use)
    elif use.known:
        _void(db, scope, use)
    else:
        _use(db, scope, use)


def _use(db: Db, scope: str, use: Use) -> None:
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


def _void(db: Db, scope: str, use: Use) -> None:
    """Mark a used number as voided; its document's name stays."""
    db.execute(
        "UPDATE num_use SET status = 'voided', reason = %s, at = %s"
        " WHERE scope = %s AND series = %s AND year = %s AND number = %s",
        (use.reason, use.at, scope, *use.number),
    )


def _again(db: Db, scope: str, use: Use) -> None:
    """Enter a number for another paper than its first; one that was voided stays so."""
    key = (scope, *use.number, use.paper)
    where = "scope = %s AND series = %s AND year = %s AND number = %s AND paper = %s"
    if first(db, f"SELECT status FROM num_again WHERE {where}", key) is None:
        db.execute(
            "INSERT INTO num_again (scope, series, year, number, paper, stream, sseq, status,"
            " document, reason, at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (*key, use.stream, use.sseq, use.status, use.document, use.reason, use.at),
        )
    elif use.status == "voided":
        db.execute(
            f"UPDATE num_again SET status = 'voided', reason = %s, at = %s WHERE {where}",
            (use.reason, use.at, *key),
        )
