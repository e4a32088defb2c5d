"""The papers of a case that stand: issued, not withdrawn or replaced, not handed to another bureau."""

from app.services import gone
from db.connection import Reader
from db.rows import Document
from db.store import documents

STANDS = frozenset({"issued", "served"})
"""The states of a document that holds."""


def is_standing(reader: Reader, row: Document) -> bool:
    """Whether an issued paper holds and is this bureau's to go on with."""
    return row.state in STANDS and not gone.paper_is(reader, row)


def of_form(reader: Reader, case_id: str, form_id: str) -> tuple[Document, ...]:
    """The standing papers of a form in a case, the oldest first."""
    found = (row for row in documents.of_case(reader, case_id) if row.form_id == form_id)
    return tuple(row for row in found if is_standing(reader, row))


def newest(reader: Reader, case_id: str, form_id: str) -> Document | None:
    """The standing paper of a form that was issued last in a case."""
    found = of_form(reader, case_id, form_id)
    return max(found, key=lambda row: (row.issued, row.id), default=None)
