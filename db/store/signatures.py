"""Signatures: who signed, refused or was absent, at which place of a record."""

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Signature
from db.store import nouns


def get(reader: Reader, signature_id: str) -> Signature | None:
    """Return one signature or None."""
    return nouns.get(reader, Signature, signature_id)


def of_record(reader: Reader, record_id: str) -> tuple[Signature, ...]:
    """Return the newest signature of each place of a record, by place."""
    where = (
        "WHERE record_id = ?1 AND id IN"
        " (SELECT MAX(id) FROM signature WHERE record_id = ?1 GROUP BY slot) ORDER BY slot"
    )
    return nouns.many(reader, Signature, where, (record_id,))


def save(store: Store, *rows: Signature) -> tuple[Operation, ...]:
    """Make or edit signatures."""
    return nouns.save(store, *rows)
