"""Tasks: one thing with a date, whatever kind it is of, as 今日 shows it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.services import clocks, equipment, follow_ups, operators, rectification, visits
from app.services.clocks import calendar, working_left
from db.connection import Reader
from db.duty_rows import FollowUp, PartyReport, Visit
from db.rows import Document, Equipment, Finding, Person, Sample
from db.store import documents, dues, enterprises, nouns, party_reports, records


@dataclass(frozen=True, slots=True)
class Task:
    """One thing with a date.

    ``kind`` is finding, sample, equipment, certificate (of an operator; ``about`` is the device, if
    any) or follow_up (whose ``state`` is its kind and whose ``about`` it hangs on); ``action`` is order,
    recheck, chase (no report or result yet), send, settle or see. ``days`` to the date are negative when
    late; ``working_days`` are counted on the calendar; ``due_at`` is the moment where the law
    counts hours. A finding's ``title`` is its item, ``seen`` what was wrong with it. A re-check says
    when its party ``handed_in`` the report at the hub, where no inspector noted it. ``apply_by`` is
    the day until which the test of a device is applied for, ``article`` the rule that says so, or
    by which a follow-up was counted. ``lacking`` is what an inspection to be made lacks (``visits``).
    """

    kind: str
    id: str
    enterprise_id: str
    enterprise: str
    title: str
    number_text: str
    due: dt.date
    days: int
    working_days: int
    state: str
    action: str
    case_id: str = ""
    seen: str = ""
    about: tuple[str, str] = ("", "")
    due_at: dt.datetime | None = None
    handed_in: dt.datetime | None = None
    apply_by: dt.date | None = None
    article: str = ""
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row of some kind says of itself."""

    title: str
    number_text: str
    state: str
    action: str
    case_id: str = ""
    seen: str = ""
    about: tuple[str, str] = ("", "")
    due_at: dt.datetime | None = None
    handed_in: dt.datetime | None = None
    id: str = ""
    apply_by: dt.date | None = None
    article: str = ""
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of a page name: the unit of each by its id, and numbers by document id.

    ``lacking`` is what each inspection to be made still lacks, by its id: its approval, its notice.
    """

    reader: Reader
    today: dt.date
    units: Mapping[str, str]
    numbers: Mapping[str, str]
    papers: Mapping[str, Document]
    reports: Mapping[str, PartyReport]
    lacking: Mapping[str, str]


def of_rows(
    reader: Reader, today: dt.date, rows: Sequence[tuple[str, Any]], names: dict[str, str]
) -> list[Task]:
    """The tasks of rows that are due, each with its kind, in their order; ``names`` are kept there."""
    days = calendar(reader)
    known = _known(reader, today, rows)
    names |= enterprises.names(reader, {one for one in known.units.values() if one not in names})
    made = []
    for kind, row in rows:
        due = dues.day_of(kind, row)
        said = _SAID[kind](row, known)
        unit = known.units.get(row.id, "")
        made.append(
            Task(
                kind=kind,
                id=said.id or row.id,
                enterprise_id=unit,
                enterprise=names.get(unit, ""),
                title=said.title,
                number_text=said.number_text,
                due=due,
                days=(due - today).days,
                working_days=working_left(days, today, due),
                state=said.state,
                action=said.action,
                case_id=said.case_id,
                seen=said.seen,
                about=said.about,
                due_at=said.due_at,
                handed_in=said.handed_in,
                apply_by=said.apply_by,
                article=said.article,
                lacking=said.lacking,
            )
        )
    return made


def _known(reader: Reader, today: dt.date, rows: Sequence[tuple[str, Any]]) -> _Known:
    """Look up once what the rows of a page name."""
    units, numbered, papers = {}, set(), {}
    sheets = {row.record_id for kind, row in rows if kind == "sample"}
    drawn = {one.id: one.enterprise_id for one in records.page(reader, tuple(sheets))}
    for kind, row in rows:
        if kind == "sample":
            units[row.id] = drawn.get(row.record_id, "")
            if found := documents.of_record(reader, row.record_id):
                papers[row.id] = found[0]
        else:
            units[row.id] = row.enterprise_id or ""
        if kind == "finding":
            numbered.add(row.document_id or "")
        elif kind == "follow_up" and row.owner_type == "document":
            numbered.add(row.owner_id)
    rechecks = [
        row.owner_id
        for kind, row in rows
        if kind == "follow_up" and row.kind == rectification.RECHECK
    ]
    told = party_reports.noted(reader, rechecks)
    numbers = documents.numbers_of(reader, numbered)
    going = [
        row.owner_id for kind, row in rows if kind == "follow_up" and row.kind == follow_ups.VISIT
    ]
    lacking = {one.id: visits.lacking(one) for one in nouns.page(reader, Visit, going)}
    return _Known(reader, today, units, numbers, papers, told, lacking)


def _finding(row: Finding, known: _Known) -> _Said:
    due = row.due or known.today
    action = "chase" if row.state == "ordered" and due > known.today else "recheck"
    if row.state == "open":
        action = "order"
    number = known.numbers.get(row.document_id or "", "")
    return _Said(row.item, number, row.state, action, row.case_id, row.seen)


def _equipment(row: Equipment, known: _Known) -> _Said:
    """A device whose test is near: it is applied for before; one that has run out is not used."""
    told = _Said(row.name, row.registration_no or row.code, row.status, "see")
    applied = equipment.apply_by(known.reader, row.next_test, known.today)
    if applied is None:
        return told
    return replace(told, apply_by=applied.day, article=applied.article)


def _certificate(row: Person, known: _Known) -> _Said:
    """An operator's certificate that has expired or soon will: it is renewed a month before."""
    work = operators.at_work(known.reader, row.id)
    device = work.equipment_id if work else ""
    about = ("equipment", device) if device else ("", "")
    return _Said(row.name, row.certificate, "", "see", about=about, id=work.id if work else "")


def _sample(row: Sample, known: _Known) -> _Said:
    """The samples of a sheet: to be sent, or their result to be asked for."""
    paper = known.papers.get(row.id)
    number = paper.number_text if paper else row.number
    action = "send" if row.state == "drawn" else "chase"
    return _Said(row.product_name, number, row.state, action, row.case_id)


def _follow_up(row: FollowUp, known: _Known) -> _Said:
    """What a paper, a result or a visit left to be done."""
    action = "recheck" if row.kind == rectification.RECHECK else "settle"
    about = (row.owner_type, row.owner_id)
    number = known.numbers.get(row.owner_id, "")
    told = known.reports.get(row.owner_id)
    return _Said(
        title=row.title,
        number_text=number,
        state=row.kind,
        action=action,
        case_id=row.case_id,
        about=about,
        due_at=row.due_at,
        handed_in=told.received if told else None,
        article=clocks.law_of(known.reader, row.clock_id, row.start),
        lacking=known.lacking.get(row.owner_id, "") if row.kind == follow_ups.VISIT else "",
    )


_SAID: Mapping[str, Callable[[Any, _Known], _Said]] = {
    "finding": _finding,
    "equipment": _equipment,
    "certificate": _certificate,
    "sample": _sample,
    "follow_up": _follow_up,
}
