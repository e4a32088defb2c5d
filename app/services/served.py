"""What begins when a paper reaches the party: the 15 days of a result, the 75 days of a re-check."""

import datetime as dt

from app.services import follow_ups, objections
from app.services.changes import Changes
from app.services.context import CHINA, Acting
from app.services.final_results import PATH
from app.services.matters import RESULT_NOTICE
from app.services.records import answered, open_record
from db.connection import Store
from db.rows import Document
from db.store import findings, test_reports
from db.store import follow_ups as kept

RECHECK = "product-recheck-75d"


def served(store: Store, act: Acting, document: Document, at: dt.datetime) -> Changes:
    """Begin what the service of a document begins; asked for inside the transaction that keeps it."""
    day = at.astimezone(CHINA).date()
    if document.form_id == RESULT_NOTICE:
        return _told(store, act, document, day)
    return _ordered(store, act, document, day)


def _told(store: Store, act: Acting, document: Document, day: dt.date) -> Changes:
    """The report a notice names was told on the day the notice was served."""
    number = answered(open_record(store, act, document.record_id), "report_no")
    for report in test_reports.of_case(store, document.case_id):
        if report.number == number and report.told is None and report.state == "open":
            return objections.tell(store, act, report.id, day).changes
    return Changes()


def _ordered(store: Store, act: Acting, document: Document, day: dt.date) -> Changes:
    """An order over a nonconforming result: the bureau re-checks within 75 days of its service."""
    ordered = [
        finding
        for finding in findings.of_case(store, document.case_id)
        if finding.document_id == document.id and finding.path.startswith(PATH)
    ]
    if not ordered or any(
        row.kind == "product-recheck" for row in kept.of_owner(store, document.id)
    ):
        return Changes()
    row = follow_ups.make(
        store,
        case_id=document.case_id,
        enterprise_id=document.enterprise_id,
        kind="product-recheck",
        start=dt.datetime.combine(day, dt.time(), CHINA).astimezone(dt.UTC),
        owner=("document", document.id),
        title=ordered[0].seen.partition("，")[0],
        clock_id=RECHECK,
    )
    return follow_ups.keep(store, act, row).changes
