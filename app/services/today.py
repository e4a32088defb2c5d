"""Today: what is overdue, due today, due this week, and what to go on with."""

import datetime as dt
from dataclasses import dataclass

from app.services import campaigns, operators, rectification
from app.services.clocks import calendar, working_left
from app.services.context import Acting
from db.connection import Reader
from db.rows import Finding, Record
from db.store import (
    documents,
    enterprises,
    equipment,
    findings,
    follow_ups,
    numbers,
    party_reports,
    people,
    records,
    samples,
)
from forms.rules.calendar import WorkCalendar

AHEAD = 7
"""Days called this week."""

MOST_SERIES = 40
"""Series of numbers a device is told of; a bureau has about twenty."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing with a date.

    ``kind`` is finding, sample, equipment, certificate (of an operator; ``about`` is the device, if
    any) or follow_up (whose ``state`` is its kind and whose ``about`` it hangs on); ``action`` is recheck,
    chase (no report or result yet), send, settle or see. ``days`` to the date are negative when
    late; ``working_days`` are counted on the calendar; ``due_at`` is the moment where the law
    counts hours. A finding's ``title`` is its item, ``seen`` what was wrong with it. A re-check says
    when its party ``handed_in`` the report at the hub, where no inspector noted it.
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

    def is_late(self, now: dt.datetime) -> bool:
        """Whether its day has passed, or its moment where the law counts hours."""
        return self.days < 0 or (self.due_at is not None and self.due_at < now)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft to go on with, and the colleague it is shared with."""

    record: Record
    enterprise: str
    partner: str


@dataclass(frozen=True, slots=True)
class Header:
    """What stands under the word Today and in the status line.

    ``campaign_day`` counts from 1 while a campaign runs; ``series_left`` are the series with an
    open block this year, the lowest first.
    """

    date: dt.date
    working_day: bool
    campaign: str
    campaign_day: int
    series_left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole screen; ``open_findings`` are those of the rectification board, whenever due.

    ``month`` has what must be seen to long before its day: certificates that expire.
    """

    header: Header
    overdue: tuple[Task, ...]
    today: tuple[Task, ...]
    week: tuple[Task, ...]
    month: tuple[Task, ...]
    drafts: tuple[DraftLine, ...]
    open_findings: int


def board(reader: Reader, act: Acting) -> Board:
    """What must be done, oldest date first, from one state of the store."""
    today = act.today
    with reader.snapshot():
        tasks = sorted(_tasks(reader, today), key=lambda task: (task.due, task.enterprise))
        drafts = tuple(_draft(reader, act, record) for record in records.drafts(reader, 20))
        header = _header(reader, today)
        unclosed = rectification.count(reader)
    return Board(
        header=header,
        overdue=tuple(task for task in tasks if task.is_late(act.now)),
        today=tuple(task for task in tasks if task.days == 0 and not task.is_late(act.now)),
        week=tuple(task for task in tasks if 0 < task.days <= AHEAD),
        month=tuple(task for task in tasks if task.days > AHEAD),
        drafts=drafts,
        open_findings=unclosed,
    )


def _tasks(reader: Reader, today: dt.date) -> list[Task]:
    until = today + dt.timedelta(days=AHEAD)
    days = calendar(reader)
    tasks = []
    ordered, machines = _ordered(reader, until), equipment.due(reader, until)
    owners = {row.enterprise_id for row in ordered} | {row.enterprise_id for row in machines}
    named = enterprises.names(reader, owners)
    numbered = documents.numbers_of(reader, {row.document_id or "" for row in ordered})
    for finding in ordered:
        if finding.due is None:
            continue
        tasks.append(
            Task(
                kind="finding",
                id=finding.id,
                enterprise_id=finding.enterprise_id,
                enterprise=named.get(finding.enterprise_id, ""),
                title=finding.item,
                seen=finding.seen,
                number_text=numbered.get(finding.document_id or "", ""),
                due=finding.due,
                days=(finding.due - today).days,
                working_days=working_left(days, today, finding.due),
                state=finding.state,
                action="chase" if finding.state == "ordered" and finding.due > today else "recheck",
                case_id=finding.case_id,
            )
        )
    for machine in machines:
        if machine.next_test is None:
            continue
        tasks.append(
            Task(
                kind="equipment",
                id=machine.id,
                enterprise_id=machine.enterprise_id,
                enterprise=named.get(machine.enterprise_id, ""),
                title=machine.name,
                number_text=machine.registration_no or machine.code,
                due=machine.next_test,
                days=(machine.next_test - today).days,
                working_days=working_left(days, today, machine.next_test),
                state=machine.status,
                action="see",
            )
        )
    tasks += _certificates(reader, today, days)
    return tasks + _samples(reader, today, days) + _follow_ups(reader, today, days)


def _ordered(reader: Reader, until: dt.date) -> list[Finding]:
    """Findings by their own day; one whose report is in waits for its re-check, a follow-up."""
    found = findings.due(reader, until)
    told = [row.id for row in found if row.state != "ordered"]
    waits = {one.owner_id for one in follow_ups.of_kind(reader, rectification.RECHECK, told)}
    return [row for row in found if row.id not in waits]


def _certificates(reader: Reader, today: dt.date, days: WorkCalendar) -> list[Task]:
    """Operators whose certificate has expired or soon will: it is renewed a month before."""
    hands = operators.expiring(reader, today)
    named = enterprises.names(reader, {hand.person.enterprise_id or "" for hand in hands})
    return [
        Task(
            kind="certificate",
            id=hand.row.id,
            about=("equipment", hand.row.equipment_id) if hand.row.equipment_id else ("", ""),
            enterprise_id=hand.person.enterprise_id or "",
            enterprise=named.get(hand.person.enterprise_id or "", ""),
            title=hand.person.name,
            number_text=hand.person.certificate,
            due=hand.person.certificate_expires,
            days=hand.days_left,
            working_days=working_left(days, today, hand.person.certificate_expires),
            state="",
            action="see",
        )
        for hand in hands
        if hand.person.certificate_expires is not None and hand.days_left is not None
    ]


def _follow_ups(reader: Reader, today: dt.date, days: WorkCalendar) -> list[Task]:
    """What papers, results and visits left to be done."""
    found = follow_ups.due(reader, today + dt.timedelta(days=AHEAD))
    named = enterprises.names(reader, {row.enterprise_id for row in found})
    numbered = documents.numbers_of(
        reader, {row.owner_id for row in found if row.owner_type == "document"}
    )
    told = party_reports.noted(
        reader, [row.owner_id for row in found if row.kind == rectification.RECHECK]
    )
    return [
        Task(
            kind="follow_up",
            id=row.id,
            enterprise_id=row.enterprise_id,
            enterprise=named.get(row.enterprise_id, ""),
            title=row.title,
            number_text=numbered.get(row.owner_id, ""),
            due=row.due,
            days=(row.due - today).days,
            working_days=working_left(days, today, row.due),
            state=row.kind,
            action="recheck" if row.kind == rectification.RECHECK else "settle",
            case_id=row.case_id,
            about=(row.owner_type, row.owner_id),
            due_at=row.due_at,
            handed_in=told[row.owner_id].received if row.owner_id in told else None,
        )
        for row in found
        if row.due is not None
    ]


def _samples(reader: Reader, today: dt.date, days: WorkCalendar) -> list[Task]:
    """One task a sampling sheet: samples to be sent, or a result to be asked for.

    The samples of a sheet that was withdrawn go nowhere.
    """
    seen: dict[str, Task] = {}
    for sample in samples.due(reader, today + dt.timedelta(days=AHEAD)):
        record = records.get(reader, sample.record_id)
        if sample.expected is None or record is None or sample.record_id in seen:
            continue
        paper = next(iter(documents.of_record(reader, record.id)), None)
        if "withdrawn" in {record.state, paper.state if paper else ""}:
            continue
        seen[record.id] = Task(
            kind="sample",
            id=sample.id,
            enterprise_id=record.enterprise_id,
            enterprise=_name(reader, record.enterprise_id),
            title=sample.product_name,
            number_text=paper.number_text if paper else sample.number,
            due=sample.expected,
            days=(sample.expected - today).days,
            working_days=working_left(days, today, sample.expected),
            state=sample.state,
            action="send" if sample.state == "drawn" else "chase",
            case_id=sample.case_id,
        )
    return list(seen.values())


def _name(reader: Reader, enterprise_id: str) -> str:
    row = enterprises.get(reader, enterprise_id)
    return row.name if row else ""


def _draft(reader: Reader, act: Acting, record: Record) -> DraftLine:
    others = [one for one in record.inspectors if one != act.who.person_id]
    partner = people.get(reader, others[0]) if others else None
    return DraftLine(record, _name(reader, record.enterprise_id), partner.name if partner else "")


def _header(reader: Reader, today: dt.date) -> Header:
    days: WorkCalendar = calendar(reader)
    running = campaigns.running(reader, today)
    return Header(
        date=today,
        working_day=days.is_working_day(today),
        campaign=running.name if running else "",
        campaign_day=(today - running.start).days + 1 if running else 0,
        series_left=_series(reader, today.year),
    )


def _series(reader: Reader, year: int) -> tuple[tuple[str, int], ...]:
    """Every series with an open block this year and how many numbers it has left, lowest first."""
    words = {one.series for one in numbers.blocks(reader, year=year) if one.state == "open"}
    left = [(word, numbers.left(reader, word, year)) for word in sorted(words)[:MOST_SERIES]]
    return tuple(sorted(left, key=lambda one: one[1]))
