"""Enterprises: finding one, its card, creating and editing one."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from app.services import clocks, goods
from app.services import findings as life
from app.services.changes import Result, touched
from app.services.edits import Edited, taken_back
from app.services.errors import Refused
from app.services.matters import NO_CHECKS, matter_of
from db.connection import Reader, Store
from db.duty_rows import FormerName
from db.journal.ids import new_id
from db.rows import Document, Enterprise, Equipment, Finding, Product, Record
from db.store import (
    documents,
    enterprises,
    equipment,
    findings,
    merged,
    products,
    records,
    search,
)
from forms.rules.identifiers import normalise, uscc_problem
from forms.rules.signs import one_line

MOST_FOUND = 2000
MOST_PUT_RIGHT = 4
"""Findings closed last that the card names."""
"""A search of the register shows no more than so many."""


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
    """One product with what the risk catalogue says of its category; ``tier`` high, low or ""."""

    product: Product
    tier: str
    risk_points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One open finding with days to its deadline (negative = overdue) and its notice's number."""

    finding: Finding
    days_left: int | None
    working_days: int | None
    number_text: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of history; ``kind`` is record or document, ``form_id`` tells which paper.

    ``found`` is how many findings a finished check made; None for what is no check.
    """

    kind: str
    id: str
    at: dt.datetime
    title: str
    form_id: str
    state: str
    found: int | None = None


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
    """Checks finished this year, and the share of them with a finding."""

    done_this_year: int
    failed_share: float | None


@dataclass(frozen=True, slots=True)
class Past:
    """What an enterprise was called, and which rows were merged into it."""

    names: tuple[FormerName, ...]
    merged: tuple[Enterprise, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the enterprise card shows; ``put_right`` are the findings closed last."""

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
    past: Past
    put_right: tuple[Finding, ...] = ()


def find(reader: Reader, text: str, limit: int = 20) -> tuple[Enterprise, ...]:
    """Enterprises by part of the name, by code or by the start of a code."""
    return enterprises.page(reader, _found(reader, text, limit))


def ids(reader: Reader, text: str = "", limit: int = -1) -> tuple[str, ...]:
    """The ids that match, the newest first, for a list that loads its rows by page.

    ``limit`` is for the whole register; of what is searched for there are never many.
    """
    return (
        _found(reader, text, MOST_FOUND) if text.strip() else enterprises.ids(reader, limit=limit)
    )


def count(reader: Reader) -> int:
    """How many enterprises there are, merged ones not counted."""
    return enterprises.count(reader) - len(merged.gone(reader))


def _found(reader: Reader, text: str, limit: int) -> tuple[str, ...]:
    """The ids found, each as the row that stands for it since a merge."""
    found = search.keys(reader, "enterprise", text, limit)
    whose = merged.whose(reader)
    return tuple(dict.fromkeys(whose.get(key, key) for key in found))


def rows(reader: Reader, wanted: tuple[str, ...]) -> tuple[Enterprise, ...]:
    """The rows for a page of ids, in that order."""
    return enterprises.page(reader, wanted)


def identity(uscc: str) -> Identity:
    """What the two check digits of a code say (GB 32100-2015, GB 11714)."""
    problem = uscc_problem(uscc)
    return Identity(uscc, problem is None, problem)


def get(reader: Reader, enterprise_id: str) -> Enterprise:
    """One enterprise.

    Raises:
        Refused: ``not-found``.
    """
    row = enterprises.get(reader, enterprise_id)
    if row is None:
        raise Refused("not-found", kind="enterprise", id=enterprise_id)
    return row


def card(reader: Reader, enterprise_id: str, today: dt.date) -> Card:
    """The whole card of one enterprise, from one state of the store.

    A row that was merged shows the card of the one that stands for it.
    """
    with reader.snapshot():
        row = get(reader, merged.standing(reader, enterprise_id))
        enterprise_id = row.id
        before = past(reader, enterprise_id)
        machines = equipment.of_enterprise(reader, enterprise_id)
        made = products.of_enterprise(reader, enterprise_id)
        visits = records.of_enterprise(reader, enterprise_id)
        found = findings.of_enterprise(reader, enterprise_id)
        papers = documents.of_enterprise(reader, enterprise_id)
    numbered = {paper.id: paper.number_text for paper in papers}
    live = sorted(
        (one for one in found if one.state in life.LIVE), key=lambda f: f.due or dt.date.max
    )
    return Card(
        enterprise=row,
        identity=identity(row.uscc),
        equipment=tuple(EquipmentLine(one, _days(one.next_test, today)) for one in machines),
        products=tuple(_product(reader, one) for one in made),
        records=visits,
        open_findings=tuple(
            finding_line(reader, one, today, numbered.get(one.document_id or "", ""))
            for one in live
        ),
        documents=papers,
        history=_history(visits, papers, found),
        counts=Counts(len(machines), len(made), len(visits), len(found), len(live), len(papers)),
        supervision=_supervision(visits, found, today),
        past=before,
        put_right=_put_right(found),
    )


def _put_right(found: Sequence[Finding]) -> tuple[Finding, ...]:
    closed = [one for one in found if one.state == "closed" and one.settled is not None]
    closed.sort(key=lambda one: one.settled or dt.date.min, reverse=True)
    return tuple(closed[:MOST_PUT_RIGHT])


def past(reader: Reader, enterprise_id: str) -> Past:
    """The names an enterprise had, and the rows that were merged into it."""
    names = merged.former_names(reader, enterprise_id)
    return Past(names, merged.into(reader, enterprise_id))


def kind_codes(reader: Reader, enterprise_id: str) -> frozenset[str]:
    """The catalogue codes of the special equipment an enterprise has."""
    return equipment.kind_codes(reader, enterprise_id)


def finding_line(reader: Reader, one: Finding, today: dt.date, number: str) -> FindingLine:
    """A finding with its days left and the number of its notice."""
    if one.due is None:
        return FindingLine(one, None, None, number)
    days, working = clocks.left(reader, today, one.due)
    return FindingLine(one, days, working, number)


def _days(due: dt.date | None, today: dt.date) -> int | None:
    return None if due is None else (due - today).days


def _product(reader: Reader, row: Product) -> ProductLine:
    risk = goods.risk(reader, row.risk_id)
    return ProductLine(row, risk.tier if risk else "", risk.risk_points if risk else ())


def _history(
    visits: tuple[Record, ...], papers: tuple[Document, ...], found: tuple[Finding, ...]
) -> tuple[Event, ...]:
    """What was finished and issued, newest first; a document stands for its record."""
    made = Counter(one.record_id for one in found if one.state != "withdrawn")
    events = [
        Event(
            "record",
            one.id,
            one.finished or one.updated,
            one.title,
            one.form_id,
            one.state,
            made[one.id] if _is_check(one) else None,
        )
        for one in visits
        if one.state not in {"issued", "withdrawn"}
    ]
    titles = {one.id: one.title for one in visits}
    events += [
        Event("document", one.id, one.issued, titles.get(one.record_id, ""), one.form_id, one.state)
        for one in papers
    ]
    return tuple(sorted(events, key=lambda event: event.at, reverse=True))


def _is_check(record: Record) -> bool:
    """Whether a record is a check that was finished, so that its findings say how it went."""
    return (
        record.kind == "record" and record.finished is not None and matter_of(record.form_id).visit
    )


def _supervision(
    visits: tuple[Record, ...], found: tuple[Finding, ...], today: dt.date
) -> Supervision:
    done = [
        one
        for one in visits
        if one.kind == "record" and one.form_id not in NO_CHECKS
        if one.finished is not None and one.finished.year == today.year
    ]
    failed = {one.record_id for one in found if one.created.year == today.year}
    share = sum(one.id in failed for one in done) / len(done) if done else None
    return Supervision(len(done), share)


def create(store: Store, enterprise: Enterprise) -> Result[Enterprise]:
    """Add an enterprise (its id is ignored): code checked, duplicates refused.

    Raises:
        Refused: ``name-missing``, ``uscc-wrong``, ``uscc-taken``.
    """
    row = _checked(store, replace(enterprise, id=new_id(), status=enterprise.status or "active"))
    enterprises.save(store, row)
    return Result(get(store, row.id), touched("enterprise", row.id))


def edit(store: Store, enterprise: Enterprise) -> Result[Edited[Enterprise]]:
    """Change an enterprise; the same checks as for a new one."""
    before = get(store, enterprise.id)
    enterprises.save(store, _checked(store, enterprise))
    after = get(store, enterprise.id)
    return Result(Edited(before, after), touched("enterprise", enterprise.id))


def undo_edit(store: Store, edited: Edited[Enterprise]) -> Result[Enterprise]:
    """Take back what an edit changed, by a counter-change; what was written since stays."""
    enterprises.save(store, taken_back(get(store, edited.before.id), edited))
    row = get(store, edited.before.id)
    return Result(row, touched("enterprise", row.id))


def _checked(store: Store, row: Enterprise) -> Enterprise:
    row = _legible(row)
    uscc = normalise(row.uscc)
    if not row.name:
        raise Refused("name-missing")
    if uscc:
        problem = uscc_problem(uscc)
        if problem is not None:
            raise Refused("uscc-wrong", text=uscc, problem=problem)
        other = enterprises.by_uscc(store, uscc)
        if other is not None and other.id != row.id:
            raise Refused("uscc-taken", uscc=uscc, enterprise_id=other.id, name=other.name)
    return replace(row, uscc=uscc)


def _legible(row: Enterprise) -> Enterprise:
    """Every text as a page can show it; it ends as the party of a document."""
    plain: dict[str, Any] = {}
    for field in fields(row):
        text = getattr(row, field.name)
        if field.name != "id" and isinstance(text, str):
            plain[field.name] = one_line(text)
    return replace(row, **plain)
