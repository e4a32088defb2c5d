"""Documents: preparing a notice, issuing it whole or not at all, service, reprint, withdrawal."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Acting
from db.connection import Reader, Store
from db.rows import Document, Record
from forms.paper.blocks import Printed


@dataclass(frozen=True, slots=True)
class Copy:
    """Who keeps how many copies."""

    keeper: str
    count: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A document drawn with the number it will take; nothing is taken yet."""

    record_id: str
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
    document_id: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Service:
    """How a document reached the party: at-once, post, left or electronic, and the proof."""

    method: str
    at: dt.datetime
    receiver: str = ""
    witness: str = ""
    proof: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One row of the list of documents."""

    document: Document
    title: str
    enterprise: str


def prepare_notice(
    store: Store,
    act: Acting,
    case_id: str,
    *,
    finding_ids: tuple[str, ...] | None = None,
) -> Result[Record]:
    """A 责令改正通知书 over the adverse findings of a case, prefilled; an open draft is reused."""
    raise NotImplementedError


def preview(reader: Reader, act: Acting, record_id: str) -> Ready:
    """The document as it will print with the number it will take (io thread, own Reader)."""
    raise NotImplementedError


def issue(store: Store, act: Acting, ready: Ready) -> Result[Document]:
    """Take the number, freeze the content, keep the PDF: one transaction, all or nothing."""
    raise NotImplementedError


def serve(store: Store, act: Acting, document_id: str, service: Service) -> Result[Document]:
    """Record how the document was served; some ways need a witness or a proof (art. 82)."""
    raise NotImplementedError


def printed_bytes(reader: Reader, document_id: str) -> bytes:
    """The kept PDF, its hash checked; a reprint is these bytes."""
    raise NotImplementedError


def reprinted(store: Store, act: Acting, document_id: str, copies: int) -> Result[Document]:
    """Count copies printed."""
    raise NotImplementedError


def withdraw(store: Store, act: Acting, document_id: str, reason: str) -> Result[Document]:
    """Withdraw an issued document with its reason; its number stays used."""
    raise NotImplementedError


def void_number(
    store: Store, act: Acting, number: tuple[str, int, int], reason: str
) -> Result[int]:
    """Account for a spoiled number (series, year, number) that was never issued."""
    raise NotImplementedError


def page(reader: Reader, *, offset: int = 0, limit: int = 100) -> tuple[DocumentLine, ...]:
    """Issued documents, newest first."""
    raise NotImplementedError
