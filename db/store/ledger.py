"""What became of each document number, written as operations are projected.

One row a number and paper: two laptops can have printed the same number, and both papers stay on
file. A number that was spoiled before it was on a paper has a row without one.
"""

from typing import Any

from db.handle import Store
from db.journal.clock import to_text
from db.journal.operation import Operation
from db.store.moments import wall_of


def used(store: Store, operation: Operation, fields: dict[str, Any]) -> None:
    """Enter a number as issued with its document; one that was voided before stays voided."""
    store.run(
        "INSERT INTO number_use (series, year, number, document_id, block_id, state, reason, at)"
        " VALUES (?, ?, ?, ?, ?, 'issued', '', ?) ON CONFLICT (series, year, number, document_id)"
        " DO UPDATE SET block_id = excluded.block_id",
        (
            fields["series"],
            fields["year"],
            fields["number"],
            operation.rec_id,
            fields["block_id"],
            to_text(wall_of(operation)),
        ),
    )
    _advance(store, fields)


def voided(store: Store, operation: Operation, fields: dict[str, Any]) -> None:
    """Enter a number as voided with the reason; an issued one keeps the name of its document.

    Of two that voided it unseen the first counts, whichever came here first.
    """
    store.run(
        "INSERT INTO number_use (series, year, number, document_id, block_id, state, reason, at)"
        " VALUES (?, ?, ?, ?, ?, 'voided', ?, ?) ON CONFLICT (series, year, number, document_id)"
        " DO UPDATE SET state = 'voided', reason = excluded.reason, at = excluded.at,"
        " block_id = excluded.block_id WHERE state = 'issued'"
        " OR (excluded.at, excluded.reason, excluded.block_id) < (at, reason, block_id)",
        (
            fields["series"],
            fields["year"],
            fields["number"],
            _paper(store, fields),
            fields["block_id"],
            fields["reason"],
            to_text(wall_of(operation)),
        ),
    )
    _advance(store, fields)


def go_on(store: Store, block_id: str) -> None:
    """Let a block's next number be the one after the last that was used of it."""
    store.run(
        "UPDATE number_block SET next = MAX(lo, COALESCE((SELECT MAX(number) + 1 FROM number_use"
        " WHERE block_id = number_block.id), lo)) WHERE id = ?",
        (block_id,),
    )


def _paper(store: Store, fields: dict[str, Any]) -> str:
    """The document a number is voided with; older operations do not name it, but the block."""
    if "document_id" in fields:
        return str(fields["document_id"])
    found = store.value(
        "SELECT document_id FROM number_use WHERE series = ? AND year = ? AND number = ?"
        " AND block_id = ? ORDER BY state, document_id LIMIT 1",
        (fields["series"], fields["year"], fields["number"], fields["block_id"]),
    )
    return found or ""


def _advance(store: Store, fields: dict[str, Any]) -> None:
    store.run(
        "UPDATE number_block SET next = MAX(next, ?) WHERE id = ?",
        (fields["number"] + 1, fields["block_id"]),
    )
