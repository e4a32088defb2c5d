"""Enterprises: finding one, its card, creating and editing one."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from db.connection import Reader, Store
from db.rows import Document, Enterprise, Equipment, Finding, Product, Record


@dataclass(frozen=True, slots=True)
class Identity:
    """The 统一社会信用代码 and what its check digits say; ``problem`` is a code or None."""

    uscc: str
    verified: bool
    problem: str | None


@dataclass(frozen=True, slots=True)
class EquipmentLine:
    """One piece of equipment with days to its next test (negative = lapsed)."""

    equipment: Equipment
    days_left: int | None


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One product with what the risk catalogue says of its category."""

    product: Product
    tier: str
    risk_points: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One open finding with days to its deadline (negative = overdue)."""

    finding: Finding
    days_left: int | None
    number_text: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of history; ``kind`` is record, document, finding or sample."""

    kind: str
    id: str
    date: dt.date
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers for the tabs of the card."""

    equipment: int
    products: int
    records: int
    findings: int
    open_findings: int
    documents: int


@dataclass(frozen=True, slots=True)
class Supervision:
    """Visits this year and the share of asked items that failed, 0–1 or None."""

    done_this_year: int
    failed_share: float | None


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the enterprise card shows."""

    enterprise: Enterprise
    identity: Identity
    equipment: tuple[EquipmentLine, ...]
    products: tuple[ProductLine, ...]
    records: tuple[Record, ...]
    open_findings: tuple[FindingLine, ...]
    documents: tuple[Document, ...]
    history: tuple[Event, ...]
    counts: Counts
    supervision: Supervision


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit that can be taken back by ``undo_edit``."""

    before: Enterprise
    after: Enterprise


def find(reader: Reader, text: str, limit: int = 20) -> tuple[Enterprise, ...]:
    """Enterprises by part of the name, by code or by the start of a code."""
    raise NotImplementedError


def ids(reader: Reader, text: str = "", order: str = "name") -> tuple[str, ...]:
    """All matching ids in order, for a list that loads its rows by page."""
    raise NotImplementedError


def rows(reader: Reader, wanted: tuple[str, ...]) -> tuple[Enterprise, ...]:
    """The rows for a page of ids, in that order."""
    raise NotImplementedError


def identity(uscc: str) -> Identity:
    """What the two check digits of a code say (GB 32100-2015, GB 11714)."""
    raise NotImplementedError


def card(reader: Reader, enterprise_id: str, today: dt.date) -> Card:
    """The whole card of one enterprise."""
    raise NotImplementedError


def create(store: Store, enterprise: Enterprise) -> Result[Enterprise]:
    """Add an enterprise (its id is ignored): code checked, duplicates refused."""
    raise NotImplementedError


def edit(store: Store, enterprise: Enterprise) -> Result[Edited]:
    """Change an enterprise; the same checks as for a new one."""
    raise NotImplementedError


def undo_edit(store: Store, edited: Edited) -> Result[Enterprise]:
    """Take an edit back by a counter-change; history keeps both."""
    raise NotImplementedError
