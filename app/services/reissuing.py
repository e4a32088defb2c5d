"""Corrected reports 更正报告: a laboratory's report in the place of one it issued before; both stay.

The party is told anew: the new notice takes the place of the old one, and the fifteen days of an
objection begin again with its service.
"""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import final_results, findings, follow_ups, objections, test_reports
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.matters import RESULT_NOTICE
from app.services.records import Opened, answered, open_record
from app.services.standing_papers import STANDS
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import TestReport
from db.journal.ids import new_id
from db.rows import Document, Finding
from db.store import batches, documents, nouns
from db.store import findings as kept_findings
from db.store import test_reports as kept
from forms.rules.judgement import FAIL, PASS

UNDECIDED = "objection-undecided"


@dataclass(frozen=True, slots=True)
class Reissued:
    """A corrected report as it came in: its own number and days, and what was corrected."""

    number: str
    issued: dt.date
    received: dt.date
    reason: str


def may(reader: Reader, report: TestReport) -> str:
    """Why a report cannot be replaced by a corrected one now, as a code; "" when it can."""
    if report.origin:
        return "report-recognised"
    if report.state == "replaced":
        return "report-final"
    if report.verdict not in {PASS, FAIL}:
        return "report-unjudged"
    if report.state == "objected":
        raised = objections.of_report(reader, report.id)
        accepted = raised is not None and raised.state == "accepted"
        return "retest-open" if accepted else UNDECIDED
    ordered = any(one.state != "open" for one in _resting(reader, report))
    return "reissue-ordered" if ordered else ""


def _resting(reader: Reader, report: TestReport) -> list[Finding]:
    """The findings that rest on a report."""
    path = f"{final_results.PATH}{report.id}"
    return [one for one in kept_findings.of_record(reader, report.record_id) if one.path == path]


def reissue(store: Store, act: Acting, report_id: str, told: Reissued) -> Result[TestReport]:
    """Take in a corrected report: it begins with the lines of the one it replaces, not told yet.

    What the replaced one left to be done is void, and a finding it opened that nobody was ordered
    to correct is withdrawn; its notice holds until the next one is issued.

    Raises:
        Refused: ``not-found``, ``reason-missing``, ``report-unnumbered``, ``reissue-number``,
            ``report-dates``, and the codes of ``may``.
    """
    old = test_reports.own(store, report_id)
    why = may(store, old)
    if why == UNDECIDED:
        raise Refused(why)
    if why:
        raise Refused(why, number=old.number)
    _check(store, act, old, told)
    new = replace(
        old,
        id=new_id(),
        number=told.number.strip(),
        issued=told.issued,
        received=told.received,
        told=None,
        state="open",
        note="",
        replaces=old.id,
        reason=told.reason.strip(),
        created=act.now,
    )
    lines = [replace(i, id=new_id(), report_id=new.id) for i in kept.items_of(store, old.id)]
    with writing(store, act):
        kept.save(store, replace(old, state="replaced"), new, *lines)
        changes = test_reports.changed(old) | test_reports.changed(new)
        changes |= follow_ups.void_of(store, act, old.id, new.reason)
        changes |= _take_along(store, old, new)
        for finding in _resting(store, old):
            nouns.save(store, replace(finding, state="withdrawn"))
            changes |= findings.changed(finding)
    return Result(new, changes)


def _check(reader: Reader, act: Acting, old: TestReport, told: Reissued) -> None:
    if not told.reason.strip():
        raise Refused("reason-missing")
    if not told.number.strip():
        raise Refused("report-unnumbered")
    used = {one.number.strip() for one in kept.of_case(reader, old.case_id)}
    if told.number.strip() in used:
        raise Refused("reissue-number", number=told.number.strip())
    if told.issued < (old.issued or told.issued):
        raise Refused("report-dates", day=told.issued)
    if not told.issued <= told.received <= act.today:
        raise Refused("report-dates", day=told.received)


def _take_along(store: Store, old: TestReport, new: TestReport) -> Changes:
    """The objection whose re-test is corrected, and the batch that is traced, go by the new one."""
    changes = Changes()
    for first in kept.of_record(store, old.record_id):
        for raised in kept.objections_of(store, first.id):
            if raised.retest_id == old.id:
                kept.save(store, replace(raised, retest_id=new.id))
    for batch in batches.of_case(store, old.case_id):
        if batch.report_id == old.id:
            batches.save(store, replace(batch, report_id=new.id))
            changes |= touched("batch", batch.id)
    return changes


def older(reader: Reader, report: TestReport) -> TestReport | None:
    """The report a corrected one replaces."""
    return kept.get(reader, report.replaces) if report.replaces else None


def newer(reader: Reader, report: TestReport) -> TestReport | None:
    """The corrected report in the place of one that was replaced; None also after a re-test."""
    found = (one for one in kept.of_record(reader, report.record_id) if one.replaces == report.id)
    return next(found, None)


def notice_of(reader: Reader, act: Acting, report: TestReport) -> Document | None:
    """The notice that told a report, or the newest one before it that still holds."""
    numbers: dict[str, str] = {}
    one: TestReport | None = report
    while one is not None and one.id not in numbers:
        numbers[one.id] = one.number
        one = older(reader, one)
    for paper in reversed(documents.of_case(reader, report.case_id)):
        if paper.form_id != RESULT_NOTICE or paper.state not in STANDS:
            continue
        if answered(open_record(reader, act, paper.record_id), "report_no") in numbers.values():
            return paper
    return None


def noticed(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """A notice of a corrected result is issued: those of the reports it replaces hold no more."""
    number = answered(opened, "report_no")
    changes = Changes()
    for report in kept.of_case(store, opened.record.case_id):
        before = older(store, report) if report.number == number else None
        while before is not None and (paper := notice_of(store, act, before)) is not None:
            if paper.id == owner[1]:
                break
            documents.set_state(store, paper.id, "superseded")
            changes |= touched("document", paper.id)
            changes |= follow_ups.void_of(store, act, paper.id, report.reason)
    return changes
