"""Batches that are traced and recalled, and where their parts went."""

from collections.abc import Sequence

from db.duty_rows import Batch, BatchMove
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns


def get(reader: Reader, batch_id: str) -> Batch | None:
    """Return one batch or None."""
    return nouns.get(reader, Batch, batch_id)


def of_case(reader: Reader, case_id: str) -> tuple[Batch, ...]:
    """Return the batches of a case in the order they were opened."""
    return nouns.many(reader, Batch, "WHERE case_id = ? ORDER BY id", (case_id,))


def moves_of(reader: Reader, batch_id: str) -> tuple[BatchMove, ...]:
    """Return where the parts of a batch went, by day."""
    where = "WHERE batch_id = ? ORDER BY day IS NULL, day, id"
    return nouns.many(reader, BatchMove, where, (batch_id,))


def move(reader: Reader, move_id: str) -> BatchMove | None:
    """Return one line or None."""
    return nouns.get(reader, BatchMove, move_id)


def save(store: Store, *rows: Batch | BatchMove) -> tuple[Operation, ...]:
    """Make or edit batches and their lines."""
    return nouns.save(store, *rows)


def delete_moves(store: Store, keys: Sequence[str]) -> tuple[Operation, ...]:
    """Delete lines that were entered by mistake."""
    return nouns.delete(store, BatchMove, keys)
