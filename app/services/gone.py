"""What another bureau goes on with: handed over with its papers, or only recognised from it.

Here it is read, printed and proved; what becomes of it is written down there.
"""

from app.services.errors import Refused
from db.connection import Reader
from db.rows import Document, Record
from db.store import handovers, records

MOVED = "moved"
"""The state of a record that was handed over; only the hub writes it."""
_IN = "scope_in"


def has(record: Record | None) -> bool:
    """Whether a record was handed over to another bureau."""
    return record is not None and record.state == MOVED


def paper_is(reader: Reader, row: Document) -> bool:
    """Whether an issued paper was handed over."""
    return has(records.get(reader, row.record_id))


def taker(reader: Reader, record_id: str) -> str:
    """The bureau a record was handed to, "" while it is this one's."""
    record = records.get(reader, record_id)
    return bureau(reader, record) if record is not None and has(record) else ""


def bureau(reader: Reader, record: Record) -> str:
    """The bureau that goes on with a record, "" where that is this one."""
    told = handovers.of(reader, record.id)
    if has(record):
        return told.target_name if told else "—"
    if told is not None and told.recognised and told.way == _IN:
        return told.source_name
    return ""


def case_with(reader: Reader, case_id: str) -> str:
    """The bureau that goes on with a case: it has every paper that was not withdrawn.

    A case without such a paper, or with one left here, is gone on with here ("").
    """
    name = ""
    for one in records.of_case(reader, case_id):
        if one.state != "withdrawn" and not (name := bureau(reader, one)):
            return ""
    return name


def require_case(reader: Reader, case_id: str) -> None:
    """See that a case is gone on with here.

    Raises:
        Refused: ``case-moved``.
    """
    if name := case_with(reader, case_id):
        raise Refused("case-moved", bureau=name)


def require_record(reader: Reader, record_id: str) -> None:
    """See that what a record says is still this bureau's to go on with.

    Raises:
        Refused: ``paper-moved``.
    """
    record = records.get(reader, record_id)
    if record is not None and has(record):
        raise Refused("paper-moved", paper=record.title, bureau=bureau(reader, record))
