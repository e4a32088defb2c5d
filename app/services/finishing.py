"""Finishing: a reviewed record becomes read-only, its page is kept, registers learn from it."""

from app.services import after, files, papers, receipts, registers, seen_device
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.records import get, open_record, require_draft
from app.services.review import review
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Record
from db.store import records

PDF_LIMIT = 64 * 1024 * 1024
"""Bytes of one printed paper."""


def finish(store: Store, act: Acting, record_id: str, pdf: bytes | None = None) -> Result[Record]:
    """Finish a record: nothing may be missing; answers that do not apply are dropped.

    ``pdf`` are the pages as drawn for the review, if they were; else they are drawn here.

    Raises:
        Refused: ``record-closed``, ``record-incomplete``, ``not-a-record`` (a document is issued),
            ``glyph-missing``, ``page-overflow``; of a receipt also as ``service.serve``.
    """
    opened = open_record(store, act, record_id)
    require_draft(opened.record)
    if opened.record.kind != "record":
        raise Refused("not-a-record", record_id=record_id)
    looked = review(store, act, opened)
    if not looked.ready:
        count = sum(lack.blocking for lack in looked.lacks)
        raise Refused("record-incomplete", record_id=record_id, count=count)
    data = pdf or papers.printed(store, act, opened).pdf
    sha = files.keep(store, data, PDF_LIMIT)
    with writing(store, act):
        records.finish(store, record_id, act.now, sha)
        changes = registers.teach(store, opened)
        changes |= seen_device.attach(store, act, opened)
        changes |= after.leave(store, act, opened, ("record", record_id))
        changes |= receipts.record_service(store, act, opened)
    changes |= touched("record", record_id) | touched("case", opened.record.case_id)
    return Result(get(store, record_id), changes)


def kept_pages(reader: Reader, record_id: str) -> bytes:
    """The kept PDF of a finished record."""
    record = get(reader, record_id)
    if record.pdf_sha is None:
        raise Refused("not-found", kind="pdf", id=record_id)
    return files.kept(reader, record.pdf_sha)
