"""Records: opening a draft, keeping answers, finishing, withdrawing, recovering after a crash."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Acting
from db.connection import Reader, Store
from db.rows import Enterprise, Record
from forms.package import Package
from forms.session import Session


@dataclass(frozen=True, slots=True)
class Opened:
    """A record with its package and a session holding its answers."""

    record: Record
    enterprise: Enterprise | None
    package: Package
    session: Session


@dataclass(frozen=True, slots=True)
class Recovered:
    """A draft that was open when the program ended without closing."""

    record_id: str
    case_id: str
    title: str
    enterprise: str
    form_version: str
    until: dt.datetime
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawal that can be taken back by ``restore``."""

    record_id: str
    reason: str
    before: str


def open_record(
    reader: Reader,
    act: Acting,
    record_id: str,
    *,
    language: str = "zh",
) -> Opened:
    """The record's own package (by hash) and a session over its answers and our registers."""
    raise NotImplementedError


def answer(
    store: Store,
    act: Acting,
    record_id: str,
    values: Mapping[str, str | None],
    *,
    progress: tuple[int, int] | None = None,
) -> Result[Record]:
    """Keep a batch of answers in one transaction; None forgets one. Refused once finished."""
    raise NotImplementedError


def remove_repeat(store: Store, act: Acting, record_id: str, ref: str) -> Result[Record]:
    """Forget every answer under one repeat instance."""
    raise NotImplementedError


def finish(store: Store, act: Acting, record_id: str) -> Result[Record]:
    """Finish a record whose review has nothing blocking; its PDF is drawn and kept."""
    raise NotImplementedError


def withdraw(store: Store, act: Acting, record_id: str, reason: str) -> Result[Withdrawn]:
    """Withdraw a wrongly begun record with its reason; nothing is deleted."""
    raise NotImplementedError


def restore(store: Store, act: Acting, withdrawn: Withdrawn) -> Result[Record]:
    """Take a withdrawal back."""
    raise NotImplementedError


def drafts(reader: Reader, limit: int = 50) -> tuple[Record, ...]:
    """Drafts to go on with, last touched first."""
    raise NotImplementedError


def begin_run(store: Store) -> Result[tuple[Recovered, ...]]:
    """Mark the program as running; returns what was recovered if the last run ended uncleanly."""
    raise NotImplementedError


def end_run(store: Store) -> Result[None]:
    """Mark a clean end."""
    raise NotImplementedError
