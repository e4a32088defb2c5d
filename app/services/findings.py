"""Findings: opened by an adverse choice, described, given law, measure and deadline, followed."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Acting
from db.connection import Reader, Store
from db.rows import Document, Finding, LawArticle
from forms.rules.calendar import Deadline
from forms.session import FindingSeed


@dataclass(frozen=True, slots=True)
class Clock:
    """A period set by law or by the paper; ``amount`` is None where the officer sets it."""

    id: str
    name: str
    amount: int | None
    unit: str
    law: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What the library offers for an adverse item before the inspector changes it."""

    law: LawArticle | None
    penalty: LawArticle | None
    severity: str
    measure: str
    clock: Clock | None
    deadline: Deadline | None


@dataclass(frozen=True, slots=True)
class FindingEdit:
    """The fields of a finding an inspector writes; None leaves a field as it is."""

    seen: str | None = None
    severity: str | None = None
    law_key: str | None = None
    measure: str | None = None
    clock_id: str | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class FollowLine:
    """One row of the rectification board: finding, party, notice, days left and its group."""

    finding: Finding
    enterprise: str
    document: Document | None
    days_left: int | None
    group: str


def offer(reader: Reader, seed: FindingSeed, start: dt.date) -> Offer:
    """Law, severity, measure and deadline for an adverse item."""
    raise NotImplementedError


def of_record(reader: Reader, record_id: str) -> tuple[Finding, ...]:
    """The findings of a record, withdrawn ones included, oldest first."""
    raise NotImplementedError


def choose(store: Store, act: Acting, record_id: str, seed: FindingSeed) -> Result[Finding]:
    """Open the finding of a question, or bring a kept one back with all that was written in it."""
    raise NotImplementedError


def leave_section(
    store: Store, act: Acting, record_id: str, adverse: frozenset[str], section: str
) -> Result[tuple[Finding, ...]]:
    """Withdraw the findings of a section whose question is no longer adverse; returns those."""
    raise NotImplementedError


def update(store: Store, act: Acting, finding_id: str, change: FindingEdit) -> Result[Finding]:
    """Keep what the inspector wrote; law, clock and date are checked."""
    raise NotImplementedError


def clocks(reader: Reader) -> tuple[Clock, ...]:
    """The clocks a rectification may hang on."""
    raise NotImplementedError


def explain(reader: Reader, clock_id: str, start: dt.date, amount: int | None = None) -> Deadline:
    """The deadline of a clock and how it was counted."""
    raise NotImplementedError


def move(
    store: Store, act: Acting, finding_id: str, state: str, *, note: str = ""
) -> Result[Finding]:
    """Along its life: ordered → reported → rechecked → closed or escalated; withdrawn from open."""
    raise NotImplementedError


def board(reader: Reader, today: dt.date, limit: int = 500) -> tuple[FollowLine, ...]:
    """The rectification board; groups overdue, today, reported, ordered, closed."""
    raise NotImplementedError
