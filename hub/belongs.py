"""Which fields say what a record belongs to, and what it belongs to once it was written."""

from collections.abc import Iterable, Iterator, Mapping

from db.journal.operation import Operation
from db.journal.record import Doc, Key

Row = tuple[str, str, str]
"""(Owner, type, record)."""

PARTS = (
    ("finding", "record_id"),
    ("signature", "record_id"),
    ("document", "record_id"),
    ("sample", "record_id"),
    ("custody", "sample_id"),
    ("test_report", "record_id"),
    ("test_item", "report_id"),
    ("objection", "report_id"),
    ("party_report", "document_id"),
)
"""What belongs to a record, and the field that names what it belongs to; parts after their whole."""
WORK = (
    ("visit", "notice_id"),
    ("appointment", "record_id"),
    ("batch", "report_id"),
    ("batch_move", "batch_id"),
    ("follow_up", "owner_id"),
    ("term_change", "owner_id"),
)
"""What is still to be done about it; where a result is only recognised, that stays."""
OF_MATTER = (("visit", "case_id"), ("batch", "case_id"), ("follow_up", "case_id"))
"""What is left of a matter when its last paper goes."""
FILES = ("attachment", "owner_id")
PAPER = ("record", "case_id")
"""Of which matter a record is."""
NUMBERED = ("document", "number_text")
"""Under which number a paper is looked for."""
_LONGEST = 200
"""Characters of what may own something: a laptop may write anything into a field."""


def named(docs: Mapping[Key, Doc], operations: Iterable[Operation]) -> Iterator[Row]:
    """Yield what records that were written belong to, where this could have changed.

    It stays where operations write other fields of a record; where none does, a decision did.
    """
    written: dict[Key, set[str]] = {}
    for one in operations:
        if one.rec_type in _COLUMNS:
            written.setdefault((one.rec_type, one.rec_id), set()).update(one.fields)
    for key, doc in docs.items():
        for column in _COLUMNS.get(key[0], ()):
            if doc.old and key in written and column not in written[key]:
                continue
            owner = doc.shown(column)
            if isinstance(owner, str) and 0 < len(owner) <= _LONGEST and "\0" not in owner:
                yield owner, *key


def _columns() -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for rec_type, column in (*PARTS, *WORK, *OF_MATTER, FILES, PAPER, NUMBERED):
        told[rec_type] = (*told.get(rec_type, ()), column)
    return told


_COLUMNS = _columns()
