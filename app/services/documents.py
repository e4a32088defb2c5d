"""Documents: drawn with the number to come, issued whole or not at all, reprinted, withdrawn."""

import datetime as dt
import json
from dataclasses import dataclass, field, replace

from app.services import after, custody, enrolling, extension_notice, files, papers, registers
from app.services.changes import Result, touched
from app.services.content import frozen, hash_of
from app.services.context import CHINA, Acting, DeviceSeal, number_text
from app.services.errors import Refused
from app.services.links import linked
from app.services.records import Opened, answered_day, open_record, require_draft
from app.services.review import review
from app.services.writing import writing
from db.connection import Reader, Store
from db.errors import BugError
from db.journal import passcode
from db.journal.ids import new_id
from db.rows import Document, Finding, Record
from db.store import documents, nouns, numbers, records
from forms.package import Copy
from forms.paper.blocks import Printed

PDF_LIMIT = 64 * 1024 * 1024
"""Bytes of one printed document."""

REPORT_CODE = "report_code"
"""The page's name of the party's code, and the operation's of what is kept of it."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A document drawn with the number it will take; nothing is taken yet.

    ``content`` is the JSON text to be frozen and ``content_hash`` its SHA-256, ``due`` the date
    it sets the party, ``left_after`` the numbers left on this device afterwards. ``report_code`` is
    printed for the party to hand in its report at the hub, "" on a paper without that.
    """

    record_id: str
    document_id: str
    series: str
    year: int
    number: int
    number_text: str
    left_after: int
    content: str
    content_hash: str
    check_words: str
    qr: str
    printed: Printed
    copies: tuple[Copy, ...]
    due: dt.date | None
    at: dt.datetime
    report_code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One row of the list of documents."""

    document: Document
    title: str
    enterprise: str


def preview(reader: Reader, act: Acting, record_id: str, document_id: str = "") -> Ready:
    """The document as it will print, with the number it will take (io thread, own Reader).

    Raises:
        Refused: ``record-closed``, ``not-a-document``, ``number-none-left``, ``glyph-missing``,
            ``page-overflow``.
    """
    seal = _seal(act)
    opened = open_record(reader, act, record_id)
    require_draft(opened.record)
    if opened.record.kind != "document":
        raise Refused("not-a-document", record_id=record_id)
    series, year = opened.package.settings.get("series", ""), act.today.year
    number = numbers.peek(reader, series, year)
    if number is None:
        raise Refused("number-none-left", series=series, year=year)
    text = number_text(act.office, opened.package.settings, year, number)
    document_id = document_id or new_id()
    content = frozen(reader, act, opened, {"id": document_id, "number": text})
    qr = _proof(seal, act, document_id, number, content)
    code = _report_code(reader, opened)
    stamp = replace(papers.stamp_of(text, act.today, qr, hash_of(content)), report_code=code)
    return Ready(
        record_id=record_id,
        document_id=document_id,
        series=series,
        year=year,
        number=number,
        number_text=text,
        left_after=numbers.left(reader, series, year) - 1,
        content=content,
        content_hash=hash_of(content),
        check_words=stamp.check_words,
        qr=qr,
        printed=papers.printed(reader, act, opened, stamp),
        copies=opened.package.copies("zh"),
        due=answered_day(opened, "deadline"),
        at=act.now,
        report_code=code,
    )


def issue(store: Store, act: Acting, ready: Ready) -> Result[Document]:
    """Take the number, freeze the content, keep the PDF: one transaction, all or nothing.

    When content or number changed since the preview, the page is drawn anew first, so that what
    is kept is what is true. Findings named in the content are ordered with the document's date.

    Raises:
        Refused: ``record-closed``, ``review-open``, ``number-none-left``, ``glyph-missing``.
    """
    opened = open_record(store, act, ready.record_id)
    require_draft(opened.record)
    looked = review(store, act, opened)
    if not looked.ready:
        count = sum(lack.blocking for lack in looked.lacks)
        raise Refused("review-open", record_id=ready.record_id, count=count)
    if not _still_true(store, act, opened, ready):
        ready = preview(store, act, ready.record_id, ready.document_id)
    row = keep(store, act, ready)
    changes = touched("document", row.id) | touched("number", row.series)
    changes |= touched("record", row.record_id) | touched("case", row.case_id)
    changes |= touched("sample", row.record_id)
    changes |= touched("follow_up", row.case_id, row.enterprise_id)
    moved = linked(store, opened.record, extension_notice.EXTENDS)
    for finding_id in (*orders_of(row), *moved):
        changes |= touched("finding", finding_id, row.enterprise_id)
    return Result(row, changes)


def keep(store: Store, act: Acting, ready: Ready) -> Document:
    """Keep what was drawn: bytes first, then number, content, findings and record as one.

    Killed anywhere in here, the store has all of it or only bytes that nothing refers to.
    """
    opened = open_record(store, act, ready.record_id)
    pdf_sha = files.keep(store, ready.printed.pdf, PDF_LIMIT)
    row = _row(act, opened.record, ready, pdf_sha)
    said = {REPORT_CODE: passcode.kept(ready.report_code)} if ready.report_code else {}
    with writing(store, act):
        documents.issue(store, row, said=said)
        _order(store, row)
        registers.teach(store, opened)
        records.finish(store, row.record_id, act.now, pdf_sha)
        records.set_state(store, row.record_id, "issued")
        after.leave(store, act, opened, ("document", row.id))
        extension_notice.apply(store, act, opened)
        custody.seal_drawn(store, act, opened)
    return row


def _report_code(reader: Reader, opened: Opened) -> str:
    """A new code, where the form prints one and the code of the paper opens the hub's page."""
    prints = any(f"${{{REPORT_CODE}}}" in row.text for row in opened.package.print_rows)
    return passcode.new() if prints and enrolling.public_address(reader) else ""


def _seal(act: Acting) -> DeviceSeal:
    if act.seal is None:
        raise BugError("a document cannot be signed without the device's seal")
    return act.seal


def _still_true(store: Store, act: Acting, opened: Opened, ready: Ready) -> bool:
    """Whether number, day and content are still those of the drawn page."""
    if numbers.peek(store, ready.series, ready.year) != ready.number:
        return False
    then = replace(act, now=ready.at)
    if then.today != act.today:
        return False
    head = {"id": ready.document_id, "number": ready.number_text}
    return frozen(store, then, opened, head) == ready.content


def _row(act: Acting, record: Record, ready: Ready, pdf_sha: str) -> Document:
    return Document(
        id=ready.document_id,
        record_id=ready.record_id,
        case_id=record.case_id,
        enterprise_id=record.enterprise_id,
        form_id=record.form_id,
        series=ready.series,
        year=ready.year,
        number=ready.number,
        number_text=ready.number_text,
        issued=ready.at,
        content=ready.content,
        content_hash=ready.content_hash,
        pdf_sha=pdf_sha,
        qr=ready.qr,
        due=ready.due,
        copies=sum(copy.count for copy in ready.copies) or 1,
        signature=_seal(act).sign(ready.content.encode()).hex(),
    )


def _proof(seal: DeviceSeal, act: Acting, document_id: str, number: int, content: str) -> str:
    from forms.paper.proof import Proof, encode

    proof = Proof(document_id, seal.key_id, act.today, number, bytes.fromhex(hash_of(content))[:10])
    return encode(proof, seal.sign)


def _order(store: Store, row: Document) -> None:
    """Hang the findings the notice was written over on the document and its date."""
    for finding_id in orders_of(row):
        finding = nouns.get(store, Finding, finding_id)
        if finding is None or finding.state != "open":
            continue
        due = row.due or finding.due or row.issued.astimezone(CHINA).date()  # at once: that day
        ordered = replace(finding, state="ordered", document_id=row.id, due=due)
        nouns.save(store, ordered)


def orders_of(row: Document) -> tuple[str, ...]:
    """The ids of the findings a document was written over."""
    return tuple(json.loads(row.content).get("orders", ()))


def get(reader: Reader, document_id: str) -> Document:
    """One document.

    Raises:
        Refused: ``not-found``.
    """
    row = nouns.get(reader, Document, document_id)
    if row is None:
        raise Refused("not-found", kind="document", id=document_id)
    return row


def of_record(reader: Reader, record_id: str) -> Document | None:
    """The document issued on a record, the newest where there are several; None before issue."""
    return next(iter(documents.of_record(reader, record_id)), None)


def printed_bytes(reader: Reader, document_id: str) -> bytes:
    """The kept PDF, its hash checked; a reprint is these bytes.

    Raises:
        MachineError: ``corrupt``, ``unreadable-file``.
    """
    return files.kept(reader, get(reader, document_id).pdf_sha)


def page(reader: Reader, *, offset: int = 0, limit: int = 100) -> tuple[DocumentLine, ...]:
    """Issued documents, newest first."""
    return tuple(_line(row) for row in documents.page(reader, offset=offset, limit=limit))


def _line(row: Document) -> DocumentLine:
    content = json.loads(row.content) if row.content else {}
    party = content.get("party", {}).get("name", "")
    return DocumentLine(row, content.get("title", row.form_id), party)
