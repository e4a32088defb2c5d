"""Interviews 约谈: what notice, minutes and later check are told of the case they are begun in."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.services import findings, follow_ups, laws, prefill, standing_papers
from app.services.clocks import calendar
from app.services.context import CHINA, Acting
from app.services.matters import (
    COMMITMENT_LETTER,
    DESK,
    INTERVIEW_CHECK,
    INTERVIEW_NOTICE,
    INTERVIEW_RECORD,
)
from app.services.orders import fact_of, said_by
from app.services.records import Opened, answered, rows_of
from db.connection import Reader
from db.duty_rows import FollowUp, TestReport
from db.rows import CaseFile, Document, Enterprise, Finding, Sample
from db.store import cases, documents, nouns, records
from db.store import findings as kept_findings
from db.store import follow_ups as kept_follow_ups
from forms.rules.calendar import deadline

SECOND = "second-notice"
"""The kind of follow-up a refused interview may leave."""
NOTICE_DUE = "issue-notice"
"""The kind of follow-up a finding leaves that was taken on to an interview: its notice is issued."""
COMMITMENT = "commitment"
"""The kind of follow-up a commitment made in an interview becomes."""
YEAR = 365
"""Days back in which complaints about a unit are counted for its interview."""
_SAME = ("reason_kind", "reason", "topics", "bring")
_BEGINS = dt.time(9, 30)
"""The hour offered for an interview; the inspector changes it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper is told when it is begun: answers by question name, and rows of its repeats."""

    known: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


def told(reader: Reader, act: Acting, case: CaseFile, form_id: str) -> Told:
    """What a paper of an interview is told of its case; nothing for other papers."""
    maker = _MAKERS.get(form_id)
    return maker(reader, act, case) if maker else Told()


def owed(reader: Reader, case: CaseFile, today: dt.date) -> str:
    """The paper of an interview's case that something due asks for: another notice, or the check.

    Commitments are looked at once the first of them has come to its day.
    """
    waiting = follow_ups.open_of_case(reader, case.id)
    if any(row.kind == SECOND for row in waiting):
        return INTERVIEW_NOTICE
    if any(row.kind == "interview" for row in waiting):
        return INTERVIEW_RECORD
    due = [row.due for row in waiting if row.kind == COMMITMENT and row.due]
    return INTERVIEW_CHECK if due and min(due) <= today else ""


def untimely(
    reader: Reader, act: Acting, opened: Opened
) -> Iterator[tuple[str, dict[str, object]]]:
    """Why minutes, or the letter that repeats them, cannot be finished yet: code and facts.

    They rest on a notice that stands. Nobody can be said to have stayed away before its hour has
    come, or where it was not served; who excuses himself before may have the interview moved.
    """
    if opened.record.form_id == COMMITMENT_LETTER:
        yield from _gone(reader, opened)
    if opened.record.form_id != INTERVIEW_RECORD:
        return
    named = answered(opened, "notice_number").strip()
    for row in documents.of_case(reader, opened.record.case_id):
        if row.number_text == named and not standing_papers.is_standing(reader, row):
            yield "interview-notice-gone", {"number": named}
    stayed_away = (
        answered(opened, "came") == "absent" and answered(opened, "absence_excused") != "yes"
    )
    if not stayed_away:
        return
    case = nouns.get(reader, CaseFile, opened.record.case_id)
    notice = _newest_notice(reader, case) if case is not None else None
    if notice is None:
        return
    meet_at = _said(reader, notice).get("meet_at", "")
    hour = dt.datetime.fromisoformat(meet_at) if meet_at else None
    if hour is not None and act.now < (hour if hour.tzinfo else hour.replace(tzinfo=CHINA)):
        yield "interview-not-yet", {"hour": meet_at[:16].replace("T", " ")}
    if notice.state != "served":
        yield "interview-not-served", {"number": notice.number_text}


def _gone(reader: Reader, opened: Opened) -> Iterator[tuple[str, dict[str, object]]]:
    """What a letter repeats of minutes that were withdrawn meanwhile: nobody would watch it."""
    for row in rows_of(opened, "commitment"):
        left = nouns.get(reader, FollowUp, row.get("follow_up", ""))
        if left is not None and left.state == "void":
            yield "commitment-gone", {"commitment": left.title}


def fits(reader: Reader, case: CaseFile, form_id: str) -> bool:
    """Whether a paper makes sense in a case now: minutes need a notice, what follows a commitment.

    Another notice is issued after one that was, though that was withdrawn.
    """
    if form_id == INTERVIEW_NOTICE:
        return any(one.form_id == form_id for one in documents.of_case(reader, case.id))
    if form_id == INTERVIEW_RECORD:
        return _newest_notice(reader, case) is not None
    if form_id in {COMMITMENT_LETTER, INTERVIEW_CHECK}:
        return bool(committed(reader, case))
    return True


def row_of(reader: Reader, one: FollowUp) -> dict[str, str]:
    """A commitment as a paper lists it, tied to its follow-up.

    Of one whose period stands still it is the day it had before.
    """
    due = one.due or kept_follow_ups.changes_of(reader, one.id)[-1].due_before
    day = due.isoformat() if due else ""
    return {"follow_up": one.id, "commitment": one.title, "commitment_due": day}


def committed(reader: Reader, case: CaseFile) -> list[FollowUp]:
    """The commitments of a case that are still to be kept, the earliest first."""
    return [one for one in follow_ups.open_of_case(reader, case.id) if one.kind == COMMITMENT]


def _notice(reader: Reader, act: Acting, case: CaseFile) -> Told:
    """Why, on which papers, about what, with whom, and the first day the bureau's notice allows."""
    found = _agenda(reader, case)
    late = [one for one in found if _is_late(one, act.today)]
    report = nouns.get(reader, TestReport, case.origin) if case.origin else None
    known = {
        "lead_days": str(act.office.interview_days),
        "meet_at": _first_hour(reader, act),
        "meet_place": act.office.address,
        "host_unit": act.office.unit,
        "attendant": _head(reader, case),
    }
    before = _newest_notice(reader, case)
    if before is not None:
        return Told(known | _again(reader, before))
    wrong = [one for one in documents.of_case(reader, case.id) if one.form_id == INTERVIEW_NOTICE]
    if wrong:  # it was withdrawn, mostly for one word: the rest of it is said again
        said = _said(reader, wrong[-1])
        return Told(known | {name: said.get(name, "") for name in (*_SAME, "basis")})
    if report is not None:
        known |= _of_report(reader, report)
    elif (complained := _complained(reader, act, case)) is not None:
        known |= complained
    elif late:
        known |= {"reason_kind": "overdue", "reason": _overdue(reader, late)}
    elif found:
        more = f"等{len(found)}项问题" if len(found) > 1 else ""
        known |= {"reason_kind": "risk", "reason": fact_of(found[0]) + more}
    if found:
        known["topics"] = _topics(found)
        papers = _papers(reader, found)
        known["basis"] = "、".join(part for part in (known.get("basis", ""), papers) if part)
    return Told(known)


def _again(reader: Reader, before: Document) -> dict[str, str]:
    """What a second notice takes from the first, which it names among its papers."""
    said = _said(reader, before)
    same = {name: said.get(name, "") for name in _SAME}
    papers = (said.get("basis", ""), f"约谈通知书（{before.number_text}）")
    return same | {"basis": "、".join(part for part in papers if part)}


def _minutes(reader: Reader, _act: Acting, case: CaseFile) -> Told:
    """The notice it rests on, the problems as found, and a question for each of them."""
    notice = _newest_notice(reader, case)
    said = _said(reader, notice)
    found = _agenda(reader, case)
    known = {
        "notice_number": notice.number_text if notice else "",
        "reason": said.get("reason", ""),
        "meet_place": said.get("meet_place", ""),
        "problems": "\n".join(
            f"{number}. {fact_of(one)}{_broken(reader, one)}。"
            for number, one in enumerate(found, start=1)
        )
        or said.get("reason", ""),
    }
    asked = [f"{fact_of(one)}，原因是什么？准备怎样整改？" for one in found]
    rows = {
        "talks": [{"question": words} for words in asked],
        "participants": [{"person_name": said.get("attendant", "") or _head(reader, case)}],
    }
    return Told(known, rows)


def _later_check(reader: Reader, _act: Acting, case: CaseFile) -> Told:
    """One row for each commitment that is still open, tied to its follow-up."""
    rows = [row_of(reader, one) for one in committed(reader, case)]
    notice = _newest_notice(reader, case)
    return Told({"notice_number": notice.number_text} if notice else {}, {"checks": rows})


def _complained(reader: Reader, act: Acting, case: CaseFile) -> dict[str, str] | None:
    """Why, where the case was begun from the desk: how many came in a year, never who or what."""
    origin = nouns.get(reader, CaseFile, case.origin) if case.origin else None
    if origin is None or origin.kind != DESK:
        return None
    since = act.now - dt.timedelta(days=YEAR)
    heard = [
        one
        for one in cases.of_enterprise(reader, case.enterprise_id)
        if one.kind == DESK and one.opened >= since and _speaks_against(reader, one)
    ]
    reason = f"近一年接到反映你单位产品质量问题的投诉、举报{len(heard)}件"
    topics = f"1. 通报{reason}。\n2. 听取原因说明，提出整改要求，明确整改措施、责任人和期限。"
    return {"reason_kind": "complaints", "reason": reason, "topics": topics}


def _speaks_against(reader: Reader, case: CaseFile) -> bool:
    """Whether a card of the desk is a complaint or a report; an inquiry accuses nobody."""
    cards = [one for one in records.of_case(reader, case.id) if one.state != "withdrawn"]
    return any(said_by(reader, one.id).get("kind") in {"complaint", "report"} for one in cards)


def _agenda(reader: Reader, case: CaseFile) -> tuple[Finding, ...]:
    """The findings an interview is about: the one it came from, those of that case, or all open."""
    one = nouns.get(reader, Finding, case.origin) if case.origin else None
    if one is not None:
        return (one,)
    report = nouns.get(reader, TestReport, case.origin) if case.origin else None
    wanted = report.case_id if report else case.origin
    found = kept_findings.of_enterprise(reader, case.enterprise_id)
    live = [row for row in found if row.state in findings.LIVE]
    return tuple(row for row in live if not wanted or row.case_id == wanted)


def _is_late(row: Finding, today: dt.date) -> bool:
    return row.state == "ordered" and row.due is not None and row.due < today


def _first_hour(reader: Reader, act: Acting) -> str:
    """The first day that lies so many working days after today, at the hour offered."""
    lead = deadline(calendar(reader), act.today, act.office.interview_days, "working_day")
    return prefill.as_datetime(dt.datetime.combine(lead.due, _BEGINS, CHINA))


def _head(reader: Reader, case: CaseFile) -> str:
    unit = nouns.get(reader, Enterprise, case.enterprise_id)
    return unit.legal_rep if unit else ""


def _overdue(reader: Reader, late: Sequence[Finding]) -> str:
    numbers = _numbers(reader, late)
    if len(late) == 1:
        return f"{numbers}责令改正的问题（{fact_of(late[0])}）逾期没有改正"
    return f"{numbers}责令改正的{len(late)}项问题逾期没有改正"


def _of_report(reader: Reader, report: TestReport) -> dict[str, str]:
    sample = nouns.get(reader, Sample, report.sample_id) if report.sample_id else None
    product = sample.product_name if sample else ""
    lot = f"（批号{sample.lot}）" if sample and sample.lot else ""
    return {
        "reason_kind": "nonconforming",
        "reason": f"监督抽查的{product or '产品'}{lot}经{report.laboratory or '检验机构'}检验不合格",
        "basis": f"检验报告（编号{report.number}）" if report.number else "检验报告",
    }


def _topics(found: Sequence[Finding]) -> str:
    lines = [f"通报问题：{fact_of(one)}。" for one in found]
    lines.append("听取原因说明，提出整改要求，明确整改措施、责任人和期限。")
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _papers(reader: Reader, found: Sequence[Finding]) -> str:
    numbers = _numbers(reader, found)
    return f"责令改正通知书（{numbers}）" if numbers else ""


def _numbers(reader: Reader, found: Sequence[Finding]) -> str:
    wanted = dict.fromkeys(one.document_id for one in found if one.document_id)
    kept = documents.numbers_of(reader, set(wanted))
    return "、".join(kept[one] for one in wanted if one in kept)


def _broken(reader: Reader, row: Finding) -> str:
    article = laws.get(reader, row.law_key) if row.law_key else None
    return f"，不符合{laws.cite_in_full(article)}的规定" if article else ""


def _newest_notice(reader: Reader, case: CaseFile) -> Document | None:
    """The notice issued last in the case, neither withdrawn nor handed to another bureau."""
    return standing_papers.newest(reader, case.id, INTERVIEW_NOTICE)


def _said(reader: Reader, document: Document | None) -> dict[str, str]:
    """What an issued paper says, by question name."""
    return said_by(reader, document.record_id) if document else {}


_MAKERS: Mapping[str, Callable[[Reader, Acting, CaseFile], Told]] = {
    INTERVIEW_NOTICE: _notice,
    INTERVIEW_RECORD: _minutes,
    INTERVIEW_CHECK: _later_check,
}
