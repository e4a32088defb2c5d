"""Compulsory measures 查封、扣押 of a case: each from its list over its decision to its release.

A case may lay several, on several pieces of equipment: each has a term of its own, is extended
once and released by itself (行政强制法 art. 25, 28).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.services import follow_ups, orders, standing_papers
from app.services.context import CHINA
from app.services.errors import Refused
from app.services.matters import EXTENSION, RELEASE, SEIZURE, SEIZURE_LIST
from app.services.standing_on import named
from db.connection import Reader
from db.duty_rows import FollowUp
from db.rows import Document
from db.store import records

TERM = "seizure"
"""The kind of follow-up that watches the last day of a measure."""
Numbers = tuple[tuple[str, ...], tuple[str, ...]]
"""The numbers of the decisions that stand in a case, and those that a paper may be over now."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its decision, the list it names, and the last day of its term as extended.

    ``released`` once a release of all of it stands.
    """

    decision: Document
    list_number: str
    decided_on: str
    until: str
    extended: bool
    released: bool


def of_case(reader: Reader, case_id: str) -> tuple[Measure, ...]:
    """Every measure whose decision stands, the oldest first."""
    found = standing_papers.of_form(reader, case_id, SEIZURE)
    return tuple(_measure(reader, one) for one in found)


def to_release(reader: Reader, case_id: str) -> Numbers:
    """The numbers of the decisions, and of those not released whole."""
    return _numbers(reader, case_id, extending=False)


def to_extend(reader: Reader, case_id: str) -> Numbers:
    """The numbers of the decisions, and of those that hold and were not extended yet."""
    return _numbers(reader, case_id, extending=True)


def _numbers(reader: Reader, case_id: str, *, extending: bool) -> Numbers:
    found = of_case(reader, case_id)
    may = [one for one in found if not one.released and not (extending and one.extended)]
    texts = (tuple(one.decision.number_text for one in rows) for rows in (found, may))
    standing, open_ones = texts
    return standing, open_ones


def holding(reader: Reader, case_id: str) -> tuple[Measure, ...]:
    """The measures that were not released whole."""
    return tuple(one for one in of_case(reader, case_id) if not one.released)


def lists(reader: Reader, case_id: str) -> tuple[Document, ...]:
    """The lists of things that stand in a case, the oldest first."""
    return standing_papers.of_form(reader, case_id, SEIZURE_LIST)


def waiting_list(reader: Reader, case_id: str) -> Document | None:
    """The newest list that no standing decision names."""
    named = {one.list_number for one in of_case(reader, case_id)}
    free = [one for one in lists(reader, case_id) if one.number_text not in named]
    return free[-1] if free else None


def require_unnamed(reader: Reader, row: Document) -> None:
    """See that no decision that stands names a list: what it seized would be told nowhere.

    Raises:
        Refused: ``paper-stands``.
    """
    if row.form_id != SEIZURE_LIST:
        return
    for one in of_case(reader, row.case_id):
        record = records.get(reader, one.decision.record_id)
        if one.list_number == row.number_text and record is not None:
            day = one.decision.issued.astimezone(CHINA).date()
            raise Refused("paper-stands", paper=named(reader, record), day=day)


def terms(reader: Reader, case_id: str, number: str) -> tuple[FollowUp, ...]:
    """The open terms of the measure a number names.

    Where no decision of the case has that number, those of the only measure there is.
    """
    decisions = {one.decision.number_text: one.decision for one in of_case(reader, case_id)}
    if number not in decisions and len(decisions) == 1:
        number = next(iter(decisions))
    papers = {one.id for one in _over(reader, case_id, EXTENSION, number)}
    if number in decisions:
        papers.add(decisions[number].id)
    return tuple(
        row
        for row in follow_ups.open_of_case(reader, case_id)
        if row.kind == TERM and row.owner_id in papers
    )


def _measure(reader: Reader, decision: Document) -> Measure:
    said = orders.said_by(reader, decision.record_id)
    number = decision.number_text
    longer = list(_over(reader, decision.case_id, EXTENSION, number))
    told = orders.said_by(reader, longer[-1].record_id) if longer else {}
    whole = any(
        orders.said_by(reader, one.record_id).get("release_what") != "part"
        for one in _over(reader, decision.case_id, RELEASE, number)
    )
    return Measure(
        decision,
        said.get("list_number", ""),
        said.get("decided_at", "")[:10],
        told.get("until", "") or said.get("until", ""),
        bool(longer),
        whole,
    )


def _over(reader: Reader, case_id: str, form_id: str, number: str) -> Iterator[Document]:
    """The standing papers of a form that name a decision."""
    for one in standing_papers.of_form(reader, case_id, form_id):
        if orders.said_by(reader, one.record_id).get("decision_number", "").strip() == number:
            yield one
