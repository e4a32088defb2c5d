"""Hand-overs of samples, from the seal to the return."""

from db.duty_rows import Custody
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns


def of_sample(reader: Reader, sample_id: str) -> tuple[Custody, ...]:
    """Return the lines of one sample in the order they were written."""
    return nouns.many(reader, Custody, "WHERE sample_id = ? ORDER BY id", (sample_id,))


def save(store: Store, *rows: Custody) -> tuple[Operation, ...]:
    """Write new lines."""
    return nouns.save(store, *rows)
