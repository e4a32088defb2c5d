"""An objection that came in time and was written down too late: the final result is open again."""

from dataclasses import replace

from app.services import findings, follow_ups, judging, objections, test_reports
from app.services.changes import Result
from app.services.context import Acting
from app.services.errors import Refused
from app.services.final_results import PATH
from app.services.objections import Raised
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Objection, TestReport
from db.rows import Finding
from db.store import findings as kept_findings
from db.store import nouns
from db.store import test_reports as kept


def may(reader: Reader, report: TestReport) -> str:
    """Why a final result cannot be objected to any more, as a code; "" when it can.

    What a re-check settled stands, and so does what somebody was ordered to correct.
    """
    if report.origin:
        return "report-recognised"
    if report.state != "final" or report.kind != "first" or report.told is None:
        return "report-final"
    ordered = any(one.state != "open" for one in _opened(reader, report))
    return "objection-ordered" if ordered else ""


def raise_objection(store: Store, act: Acting, report_id: str, told: Raised) -> Result[Objection]:
    """Write down an objection; a final result it came in time for is open again.

    The finding the result opened is withdrawn, and what it left to be done is void, with the
    party's reason; its batch is gone on with when the result is final anew.

    Raises:
        Refused: the codes of ``may``; ``objection-late`` (``day``, ``end``); as
            ``objections.raise_objection``.
    """
    report = test_reports.own(store, report_id)
    if not judging.is_final(report) or report.kind == "retest":
        return objections.raise_objection(store, act, report_id, told)
    why = may(store, report)
    if why:
        raise Refused(why, number=report.number)
    if objections.is_late(store, report, told.received):
        raise Refused("objection-late", day=told.received, end=objections.period_end(store, report))
    with writing(store, act):
        kept.save(store, replace(report, state="open"))
        changes = follow_ups.void_of(store, act, report_id, told.reason.strip() or "-")
        for finding in _opened(store, report):
            nouns.save(store, replace(finding, state="withdrawn"))
            changes |= findings.changed(finding)
        raised = objections.raise_objection(store, act, report_id, told)
    return Result(raised.value, changes | raised.changes)


def _opened(reader: Reader, report: TestReport) -> list[Finding]:
    """The findings a result opened and that stand."""
    found = kept_findings.of_record(reader, report.record_id)
    path = f"{PATH}{report.id}"
    return [one for one in found if one.path == path and one.state != "withdrawn"]
