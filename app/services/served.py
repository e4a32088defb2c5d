"""What begins when a paper reaches the party: the 15 days of a result, the 75 days of a re-check."""

import datetime as dt
from dataclasses import replace

from app.services import final_results, follow_ups, objections, rectifying
from app.services import test_reports as reports
from app.services.changes import Changes
from app.services.citation import CITATION
from app.services.context import CHINA, Acting
from app.services.matters import RESULT_NOTICE
from app.services.records import answered, open_record
from db.connection import Store
from db.rows import Document, Finding
from db.store import findings, test_reports
from db.store import follow_ups as kept_follow_ups


def served(store: Store, act: Acting, document: Document, at: dt.datetime) -> Changes:
    """Begin what the service of a document begins; asked for inside the transaction that keeps it."""
    day = at.astimezone(CHINA).date()
    if document.form_id == RESULT_NOTICE:
        return _told(store, act, document, day)
    if document.form_id == CITATION and document.state == "issued":
        return _to_pay(store, act, document, at)
    return _ordered(store, document, day)


def withdrawn(store: Store, act: Acting, document: Document, reason: str) -> Changes:
    """A notice of a result is withdrawn: the result it told is untold, unless it was objected to."""
    if document.form_id != RESULT_NOTICE or not document.service:
        return Changes()
    number = answered(open_record(store, act, document.record_id), "report_no")
    for report in test_reports.of_case(store, document.case_id):
        heard = report.state != "open" or test_reports.objections_of(store, report.id)
        if report.number == number and report.told is not None and not heard:
            untold = replace(report, told=None)
            test_reports.save(store, untold)
            voided = follow_ups.void_of(store, act, report.id, reason)
            return voided | reports.changed(untold)
    return Changes()


def _told(store: Store, act: Acting, document: Document, day: dt.date) -> Changes:
    """The report a notice names was told on the day the notice was served."""
    number = answered(open_record(store, act, document.record_id), "report_no")
    for report in test_reports.of_case(store, document.case_id):
        if report.number == number and report.told is None and report.state == "open":
            return objections.tell(store, act, report.id, day).changes
    return Changes()


def _to_pay(store: Store, act: Acting, document: Document, at: dt.datetime) -> Changes:
    """The days to pay a fine run from the day the decision was received."""
    rows = [
        replace(row, start=at, due=counted.due, due_provisional=counted.due_provisional)
        for row in kept_follow_ups.of_owner(store, document.id)
        if row.kind == "payment" and row.state == "open"
        for counted in (
            follow_ups.make(
                store,
                case_id=row.case_id,
                enterprise_id=row.enterprise_id,
                kind=row.kind,
                start=at,
                clock_id=row.clock_id,
            ),
        )
    ]
    return follow_ups.keep(store, act, *rows).changes if rows else Changes()


def _ordered(store: Store, document: Document, day: dt.date) -> Changes:
    """An order reached the party: what it leaves to be done about each of its findings."""
    changes = Changes()
    for finding in findings.of_case(store, document.case_id):
        if finding.document_id == document.id and not _of_recheck(store, finding):
            changes |= rectifying.on_service(store, finding, day)
    return changes


def _of_recheck(store: Store, finding: Finding) -> bool:
    """Whether a finding is that of a failed re-check: the next one counts from its announcement."""
    report = test_reports.get(store, finding.path.removeprefix(final_results.PATH))
    return report is not None and report.kind == "recheck"
