"""What became of each document number, written as operations are projected."""

from typing import Any

from db.handle import Store
from db.journal.clock import to_text
from db.journal.operation import Operation
from db.store.moments import wall_of


def used(store: Store, operation: Operation, fields: dict[str, Any]) -> None:
    """Enter a number as issued with its document.

    Raises:
        BugError: the number already has a state; a number is never used twice.
    """
    store.run(
        "INSERT INTO number_use (series, year, number, block_id, state, document_id, reason, at)"
        " VALUES (?, ?, ?, ?, 'issued', ?, '', ?)",
        (
            fields["series"],
            fields["year"],
            fields["number"],
            fields["block_id"],
            operation.rec_id,
            to_text(wall_of(operation)),
        ),
    )
    _advance(store, fields)


def voided(store: Store, operation: Operation, fields: dict[str, Any]) -> None:
    """Enter a number as voided with the reason; an issued one keeps the name of its document."""
    store.run(
        "INSERT INTO number_use (series, year, number, block_id, state, document_id, reason, at)"
        " VALUES (?, ?, ?, ?, 'voided', NULL, ?, ?)"
        " ON CONFLICT (series, year, number)"
        " DO UPDATE SET state = 'voided', reason = excluded.reason, at = excluded.at",
        (
            fields["series"],
            fields["year"],
            fields["number"],
            fields["block_id"],
            fields["reason"],
            to_text(wall_of(operation)),
        ),
    )
    _advance(store, fields)


def _advance(store: Store, fields: dict[str, Any]) -> None:
    store.run(
        "UPDATE number_block SET next = MAX(next, ?) WHERE id = ?",
        (fields["number"] + 1, fields["block_id"]),
    )
