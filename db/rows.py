"""The rows of the store as frozen dataclasses: what services and screens are given.

Times are aware UTC, dates are plain; ids are UUIDv7 text. A field's default means "not known".
"""

import datetime as dt
from dataclasses import dataclass

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Enterprise:
    """An inspected unit 被检查单位. ``updated`` is set by the store.

    ``merged_into`` names the row that stands for it since both were found to be one. ``key_unit``
    says ``yes`` or ``no`` where somebody decided that it is one of the 重点单位, and the reason why.
    """

    id: str
    name: str
    name_en: str = ""
    uscc: str = ""
    legal_rep: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    region: str = ""
    industry: str = ""
    scale: str = ""
    risk_class: str = ""
    quality_officer: str = ""
    registered: dt.date | None = None
    capital: str = ""
    licence_name: str = ""
    status: str = ""
    updated: dt.datetime = NEVER
    merged_into: str = ""
    key_unit: str = ""
    key_unit_reason: str = ""


@dataclass(frozen=True, slots=True)
class Equipment:
    """A piece of special equipment 特种设备 at an enterprise."""

    id: str
    enterprise_id: str
    code: str = ""
    registration_no: str = ""
    kind_code: str = ""
    name: str = ""
    place: str = ""
    maker: str = ""
    maintenance_unit: str = ""
    next_test: dt.date | None = None
    status: str = ""
    model: str = ""
    registered: dt.date | None = None
    last_test: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A product an enterprise makes or sells."""

    id: str
    enterprise_id: str
    name: str = ""
    spec: str = ""
    brand: str = ""
    category: str = ""
    risk_id: str = ""
    standard: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """An inspector (``enterprise_id`` None) or someone of an enterprise.

    ``section`` is an inspector's 科室; "" is the one this computer belongs to.
    """

    id: str
    name: str
    role: str = ""
    certificate: str = ""
    certificate_expires: dt.date | None = None
    enterprise_id: str | None = None
    phone: str = ""
    active: bool = True
    section: str = ""


@dataclass(frozen=True, slots=True)
class LawArticle:
    """One article of law; ``summary`` is ours, ``text`` the bureau's own copy. Yuan amounts."""

    key: str
    law_id: str = ""
    law_name: str = ""
    document_number: str = ""
    article: str = ""
    summary: str = ""
    text: str = ""
    penalty_min: int | None = None
    penalty_max: int | None = None
    penalty_condition: str = ""
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None
    citable: bool = True
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The matter that ties records and documents together.

    ``origin`` is the case, finding or report it came from.
    """

    id: str
    enterprise_id: str
    kind: str = ""
    title: str = ""
    opened: dt.datetime = NEVER
    state: str = "open"
    campaign: str = ""
    origin: str = ""
    closed: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One filled form. ``updated``, ``answered`` and ``asked`` are kept by the store.

    ``equipment_id`` names the piece of special equipment a check is of.
    """

    id: str
    case_id: str
    enterprise_id: str
    form_id: str
    form_hash: str
    kind: str = "record"
    title: str = ""
    state: str = "draft"
    created: dt.datetime = NEVER
    updated: dt.datetime = NEVER
    finished: dt.datetime | None = None
    inspectors: tuple[str, ...] = ()
    answered: int = 0
    asked: int = 0
    pdf_sha: str | None = None
    equipment_id: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: ``value`` is XForm text, ``n`` the operation that wrote it, ``at`` when."""

    record_id: str
    path: str
    value: str
    n: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One adverse finding 问题, living across visits.

    ``photos`` show it as found, ``photos_after`` as put right; ``report`` is what the party wrote
    on the day ``reported``; ``escalated_to`` is the case or paper it was taken to; ``settled`` the
    day it was closed or taken there.
    """

    id: str
    record_id: str
    case_id: str
    enterprise_id: str
    path: str = ""
    item: str = ""
    seen: str = ""
    severity: str = ""
    law_key: str = ""
    law: str = ""
    measure: str = ""
    clock_id: str = ""
    due: dt.date | None = None
    due_provisional: bool = False
    photos: tuple[str, ...] = ()
    state: str = "open"
    document_id: str | None = None
    created: dt.datetime = NEVER
    equipment_id: str = ""
    photos_after: tuple[str, ...] = ()
    report: str = ""
    reported: dt.date | None = None
    rechecked: dt.date | None = None
    recheck_record_id: str = ""
    escalated_to: str = ""
    settled: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One place to sign on a record; ``strokes`` is JSON text, ``signed_hash`` what was signed."""

    id: str
    record_id: str
    slot: str
    name: str = ""
    certificate: str = ""
    state: str = "waiting"
    strokes: str = ""
    png_sha: str = ""
    at: dt.datetime | None = None
    wording: str = ""
    signed_hash: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A drawn sample; ``drawn`` are the chosen positions in the lot (1-based).

    ``expected`` is the day something is due: to be sent while drawn, the result once sent.
    ``holder`` has it in hand now, as the last line of its custody says.
    """

    id: str
    record_id: str
    case_id: str
    product_name: str = ""
    lot: str = ""
    seed: str = ""
    drawn: tuple[int, ...] = ()
    role: str = "test"
    number: str = ""
    seal_no: str = ""
    state: str = "drawn"
    expected: dt.date | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An issued paper 文书: ``content`` is frozen JSON text, ``signature`` hex of Ed25519 over it."""

    id: str
    record_id: str
    case_id: str
    enterprise_id: str
    form_id: str
    series: str
    year: int
    number: int
    number_text: str
    state: str = "issued"
    issued: dt.datetime = NEVER
    content: str = ""
    content_hash: str = ""
    pdf_sha: str = ""
    qr: str = ""
    due: dt.date | None = None
    service: str = ""
    copies: int = 1
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or file belonging to a record, finding, …; its bytes are the blob ``sha256``."""

    id: str
    owner_type: str
    owner_id: str
    sha256: str
    name: str = ""
    mime: str = ""
    size: int = 0
    taken: dt.datetime | None = None
    source: str = "file"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """A leased run of document numbers ``lo``…``hi``; ``next`` is the first one not yet used."""

    id: str
    series: str
    year: int
    lo: int
    hi: int
    next: int = 0
    state: str = "open"


@dataclass(frozen=True, slots=True)
class NumberUse:
    """What became of one number: ``issued`` with its document, or ``voided`` with the reason."""

    series: str
    year: int
    number: int
    block_id: str
    state: str
    document_id: str | None
    reason: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class FormPackage:
    """One published form; ``data`` are the package's own bytes, ``hash`` their SHA-256."""

    hash: str
    id: str
    version: str
    title: str = ""
    source_hash: str = ""
    published: dt.datetime = NEVER
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result."""

    rec_type: str
    rec_id: str
    title: str
    subtitle: str
    enterprise_id: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft found at start: what was recovered, and how new its last answer is."""

    record_id: str
    title: str
    enterprise_id: str
    answers: int
    last_answer: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Recovered:
    """What opening the store found: was the last end clean, and what had to be mended.

    ``frames_added`` operations were missing in the second journal and were written again;
    ``operations_restored`` were missing in the store and came back from the second journal;
    ``files_rewritten`` of the second journal had holes and were written again from the store;
    ``torn_bytes`` of an unfinished last frame were cut off; ``temporary_files`` were swept away.
    ``forked`` says that store and second journal contradict each other, so a new incarnation was
    begun; ``breaks`` are the numbers of newest operations whose chain is broken (run an audit).
    """

    clean: bool = True
    last_start: dt.datetime | None = None
    last_operation: dt.datetime | None = None
    drafts: tuple[Draft, ...] = ()
    frames_added: int = 0
    operations_restored: int = 0
    files_rewritten: int = 0
    torn_bytes: int = 0
    temporary_files: int = 0
    forked: bool = False
    breaks: tuple[int, ...] = ()
