"""Documents: preparing a notice, issuing it whole or not at all, service, reprint, withdrawal."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import DeviceSeal, Office, Who
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
    office: Office,
    who: Who,
    case_id: str,
    now: dt.datetime,
    *,
    finding_ids: tuple[str, ...] | None = None,
) -> Result[Record]:
    """A 责令改正通知书 over the adverse findings of a case, prefilled; an open draft is reused."""
    raise NotImplementedError


def preview(
    reader: Reader, office: Office, seal: DeviceSeal, record_id: str, now: dt.datetime
) -> Ready:
    """The document as it will print with the number it will take (io thread, own Reader)."""
    raise NotImplementedError


def issue(
    store: Store, office: Office, seal: DeviceSeal, who: Who, ready: Ready
) -> Result[Document]:
    """Take the number, freeze the content, keep the PDF: one transaction, all or nothing."""
    raise NotImplementedError


def serve(store: Store, who: Who, document_id: str, service: Service) -> Result[Document]:
    """Record how the document was served; some ways need a witness or a proof (art. 82)."""
    raise NotImplementedError


def printed_bytes(reader: Reader, document_id: str) -> bytes:
    """The kept PDF, its hash checked; a reprint is these bytes."""
    raise NotImplementedError


def reprinted(store: Store, who: Who, document_id: str, copies: int) -> Result[Document]:
    """Count copies printed."""
    raise NotImplementedError


def withdraw(store: Store, who: Who, document_id: str, reason: str) -> Result[Document]:
    """Withdraw an issued document with its reason; its number stays used."""
    raise NotImplementedError


def void_number(
    store: Store, who: Who, series: str, year: int, number: int, reason: str
) -> Result[int]:
    """Account for a spoiled number that was never issued."""
    raise NotImplementedError


def page(reader: Reader, *, offset: int = 0, limit: int = 100) -> tuple[DocumentLine, ...]:
    """Issued documents, newest first."""
    raise NotImplementedError
