"""Attachments: photos and files belonging to a record, a finding, a sample."""

from collections.abc import Sequence

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Attachment
from db.store import nouns


def of_owner(reader: Reader, owner_type: str, owner_id: str) -> tuple[Attachment, ...]:
    """Return what belongs to a record, finding or other owner, in the order it was added."""
    where = "WHERE owner_id = ? AND owner_type = ? ORDER BY id"
    return nouns.many(reader, Attachment, where, (owner_id, owner_type))


def blobs(reader: Reader) -> tuple[tuple[str, str, str], ...]:
    """Return (rec_type, rec_id, sha256) of everything the store says it keeps as a blob."""
    found = reader.rows(
        "SELECT 'attachment', id, sha256 FROM attachment WHERE sha256 <> ''"
        " UNION ALL SELECT 'document', id, pdf_sha FROM document WHERE pdf_sha <> ''"
        " UNION ALL SELECT 'record', id, pdf_sha FROM record WHERE COALESCE(pdf_sha, '') <> ''"
        " UNION ALL SELECT 'signature', id, png_sha FROM signature WHERE png_sha <> ''"
    )
    return tuple((kind, key, name) for kind, key, name in found)


def delete(store: Store, keys: Sequence[str]) -> tuple[Operation, ...]:
    """Take attachments away; their bytes and operations stay."""
    return nouns.delete(store, Attachment, keys)
