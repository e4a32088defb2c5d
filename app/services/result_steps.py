"""What may be done next about a result, in the order of the law."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from app.services import (
    custody,
    gone,
    judging,
    late_objection,
    objections,
    reissuing,
    second_recheck,
    test_reports,
)
from app.services.context import Acting
from app.services.matters import (
    INTERVIEW,
    INTERVIEW_NOTICE,
    OBJECTION_DECISION,
    OBJECTION_FORM,
    RECALL_RECORD,
    RECHECK_APPLY,
    RESULT_NOTICE,
    RETEST_CONFIRMATION,
    SAMPLING,
)
from app.services.test_reports import Held
from db.connection import Reader
from db.duty_rows import Batch, FollowUp, Objection, TestReport
from db.rows import CaseFile, Finding
from db.store import batches, cases, findings, samples
from db.store import test_reports as kept
from forms.rules.judgement import FAIL, PASS


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a result stands: its objection, the end of the fifteen days, and what it opened.

    ``older`` and ``newer`` are the reports it replaced and was replaced by; ``open`` says that a
    corrected one may still come in its place; ``recheck`` is what a failed re-check waits for;
    ``again`` that an objection that came in time may still be written down to a final result.

    ``stage``: entry, untold, running, over, objected, accepted, refused, final, replaced,
    recognised (another bureau's) or moved (to the bureau ``taker``). ``custody`` says what the way of
    its sample to the laboratory lacks: broken, unreceived, or nothing ("").
    """

    held: Held
    objection: Objection | None
    until: dt.date | None
    stage: str
    finding: Finding | None
    batch: Batch | None
    retest: TestReport | None
    interview: CaseFile | None = None
    older: TestReport | None = None
    newer: TestReport | None = None
    open: bool = False
    recheck: FollowUp | None = None
    again: bool = False
    taker: str = ""
    custody: str = ""


_PAPERS = {
    "untold": (RESULT_NOTICE,),
    "objected": (OBJECTION_FORM,),
    "accepted": (OBJECTION_DECISION, RETEST_CONFIRMATION),
    "refused": (OBJECTION_DECISION,),
}
_ACTS = {
    "untold": ("told",),
    "running": ("object", "waive"),
    "over": ("final", "object"),
    "objected": ("decide",),
    "accepted": ("spare", "retest", "redecide"),
    "refused": ("final",),
}


def stand(reader: Reader, act: Acting, report_id: str) -> Stand:
    """Where a result stands.

    Raises:
        Refused: ``not-found``.
    """
    held = test_reports.held(reader, act, report_id)
    report = held.report
    raised = objections.of_report(reader, report_id)
    until = objections.period_end(reader, report) if report.kind != "retest" else None
    path = f"report:{report_id}"
    found = (one for one in findings.of_record(reader, report.record_id) if one.path == path)
    traced = (one for one in batches.of_case(reader, report.case_id) if one.report_id == report_id)
    retest = kept.get(reader, raised.retest_id) if raised and raised.retest_id else None
    taker = gone.taker(reader, report.record_id)
    return Stand(
        held,
        raised,
        until,
        "moved" if taker else _stage(held, raised, until, act.today),
        next(found, None),
        next(traced, None),
        retest,
        next((one for one in cases.of_origin(reader, report_id) if one.kind == INTERVIEW), None),
        reissuing.older(reader, report),
        reissuing.newer(reader, report) or (retest if report.state == "replaced" else None),
        not taker and not reissuing.may(reader, report),
        second_recheck.waits(reader, report),
        not taker and not late_objection.may(reader, report),
        taker,
        "" if report.origin else way(reader, report.sample_id),
    )


def way(reader: Reader, sample_id: str) -> str:
    """What the way of a sample to its laboratory lacks: broken, unreceived, or nothing ("")."""
    if samples.get(reader, sample_id) is None:
        return ""
    held = custody.chain(reader, sample_id)
    if held.breaks:
        return "broken"
    there = any(line.kind in {"received", "opened"} for line in held.holding)
    return "" if there else "unreceived"


def acts(now: Stand) -> Sequence[str]:
    """The acts offered, the likeliest first."""
    announce = now.recheck is not None and now.recheck.kind == second_recheck.ANNOUNCE
    opened = (
        (
            ("announced", announce or None),
            ("finding", now.finding),
            ("batch", now.batch),
            ("interview", now.interview),
            ("object", now.again or None),
        )
        if now.stage == "final"
        else ()
    )
    beside = (("newer", now.newer), ("reissue", now.open or None), ("older", now.older))
    return [
        *_ACTS.get(now.stage, ()),
        *(name for name, row in (*opened, *beside) if row is not None),
    ]


def papers(now: Stand) -> Sequence[str]:
    """The papers that belong to where a result stands."""
    if now.stage == "final":
        if now.finding is None:
            return []
        traced = [RECALL_RECORD] if now.batch is not None else []
        invite = [INTERVIEW_NOTICE] if now.interview is None else []
        kind = now.recheck.kind if now.recheck is not None else second_recheck.AGAIN
        first = now.held.report.kind != "recheck" and now.finding.rechecked is None
        applies = [RECHECK_APPLY] if first and now.finding.state == "ordered" else []
        rest = [*traced, *applies, *invite]
        if kind != second_recheck.AGAIN:
            return rest
        return [SAMPLING, *rest] if now.recheck is not None else [*rest, SAMPLING]
    return _PAPERS.get(now.stage, ())


def _stage(held: Held, raised: Objection | None, until: dt.date | None, today: dt.date) -> str:
    report = held.report
    if report.origin and report.state != "replaced":
        return "recognised"
    if judging.is_final(report):
        return report.state
    if report.told is None:
        return "untold" if report.verdict in {PASS, FAIL} else "entry"
    if raised is not None:
        return {"received": "objected"}.get(raised.state, raised.state)
    return "running" if until is not None and today <= until else "over"
