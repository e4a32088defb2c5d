"""复查申请表: the unit says that a product was put right, and asks for the re-check of its result.

总局令第18号 art. 46, 47(1): sixty days to put it right, seventy-five for the re-check, both from the
order. They run since the order was served; taking the application in is taking in a report.
"""

import datetime as dt

from app.services import custody, final_results, findings, rectifying, test_reports
from app.services.changes import Changes
from app.services.context import CHINA, Acting
from app.services.grave_papers import Told
from app.services.links import link, linked
from app.services.matters import RECHECK_APPLY
from app.services.orders import said_by
from app.services.records import Opened, answered, answered_day
from app.services.rectification import RECHECK
from db.connection import Reader, Store
from db.duty_rows import TestReport
from db.rows import Document, Finding, Record
from db.store import findings as kept_findings
from db.store import follow_ups, nouns, records
from db.store import test_reports as kept

APPLIES = "/links/applies"
"""Where the finding is kept that an application is about."""
_TAKEN = ("product_name", "spec", "batch")


def may_apply(reader: Reader, case_id: str) -> bool:
    """Whether a product of the case was ordered to be put right and no application came in yet."""
    return _awaited(reader, case_id) is not None


def told(reader: Reader, act: Acting, case_id: str) -> Told:
    """What a case knows of the product that is waited for."""
    row = _awaited(reader, case_id)
    return Told(known(reader, act, row)) if row is not None else Told()


def known(reader: Reader, act: Acting, row: Finding) -> dict[str, str]:
    """What is known of a result: the product, what failed, the order and the days that run."""
    report = _report(reader, row)
    if report is None:
        return {}
    sheet = custody.answers_of(reader, test_reports.sample_of(reader, report))
    product = {name: sheet[name] for name in _TAKEN if sheet.get(name)}
    maker = {"maker_name": sheet.get("maker_name", "")} if sheet.get("maker_same") == "no" else {}
    return {
        **product,
        **maker,
        **_ordered(reader, row),
        "role": "seller" if maker else "producer",
        "report_no": report.number,
        "report_lab": report.laboratory,
        "failed": "；".join(final_results.failed(reader, report.id)),
        "applied_on": act.today.isoformat(),
    }


def tie(store: Store, record: Record, row: Finding | None = None) -> None:
    """Keep which finding an application is about; asked for inside the transaction that begins it."""
    row = row or _awaited(store, record.case_id)
    if row is not None:
        link(store, record, [row.id], APPLIES)


def of_report(reader: Reader, report: TestReport) -> Finding | None:
    """The finding of a result for which the unit may apply: ordered, of a first check."""
    row = _finding(reader, report)
    return row if row is not None and _waits(reader, row) else None


def named(reader: Reader, report: TestReport) -> str:
    """What a re-check is made of, as its sheet says: the order, if there is one, and the report."""
    row = _finding(reader, report)
    order = _ordered(reader, row)["order_no"] if row is not None else ""
    return "、".join(
        [*([f"责令改正通知书（{order}）"] if order else []), f"检验报告（{report.number}）"]
    )


def applied(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """The application came in: its finding is reported put right; the days that run go on.

    It is that of the report it names, whatever product it was begun over. A finding that was reported, re-checked or settled meanwhile is left as it is.
    """
    changes = Changes()
    day = answered_day(opened, "applied_on") or act.today
    said = rectifying.Report(answered(opened, "corrective"), day)
    for finding_id in _about(store, opened.record):
        if findings.get(store, finding_id).state == "ordered":
            changes |= rectifying.take_report(store, act, finding_id, said).changes
    return changes


def _about(reader: Reader, record: Record) -> tuple[str, ...]:
    """The finding an application is about: that of the report it names, else what it is tied to."""
    tied = linked(reader, record, APPLIES)
    number = said_by(reader, record.id).get("report_no", "").strip()
    named_so = [
        one.id
        for one in kept_findings.of_case(reader, record.case_id)
        if (report := _first_report(reader, one)) is not None and report.number == number
    ]
    return tied if set(tied) & set(named_so) else (*named_so[:1],) or tied


def _awaited(reader: Reader, case_id: str) -> Finding | None:
    """The first product of a case that was ordered to be put right and is not applied for.

    What is ordered anew, its order having been withdrawn, is applied for anew.
    """
    given = {
        (finding_id, state)
        for record in records.of_case(reader, case_id)
        if record.form_id == RECHECK_APPLY and record.state != "withdrawn"
        for finding_id in _about(reader, record)
        for state in ({"reported"} if record.state == "finished" else {"ordered", "reported"})
    }
    found = kept_findings.of_case(reader, case_id)
    return next(
        (one for one in found if (one.id, one.state) not in given and _waits(reader, one)), None
    )


def _waits(reader: Reader, row: Finding) -> bool:
    """Whether a finding is of a first result, its order stands and its re-check is still to come.

    Of one that failed nobody applies: the next is made in its window (art. 48).
    """
    return (
        row.rechecked is None
        and row.state in {"ordered", "reported"}
        and _first_report(reader, row) is not None
    )


def _first_report(reader: Reader, row: Finding) -> TestReport | None:
    """The report of a first check a finding rests on."""
    report = _report(reader, row) if row.clock_id == rectifying.PRODUCT_CORRECT else None
    return report if report is not None and report.kind != "recheck" else None


def _finding(reader: Reader, report: TestReport) -> Finding | None:
    path = f"{final_results.PATH}{report.id}"
    found = kept_findings.of_record(reader, report.record_id)
    return next((one for one in found if one.path == path), None)


def _report(reader: Reader, row: Finding) -> TestReport | None:
    if not row.path.startswith(final_results.PATH):
        return None
    return kept.get(reader, row.path.removeprefix(final_results.PATH))


def _correct_until(reader: Reader, row: Finding) -> dt.date | None:
    """The last day to correct; where it stands still, the one it had before."""
    made = follow_ups.changes_of(reader, row.id)
    return row.due or (made[-1].due_before if made else None)


def _ordered(reader: Reader, row: Finding) -> dict[str, str]:
    """The order's number, the day it was served, and the days counted from there."""
    order = nouns.get(reader, Document, row.document_id or "")
    said = {
        "order_no": order.number_text if order else "",
        "correct_until": day.isoformat() if (day := _correct_until(reader, row)) else "",
    }
    for one in follow_ups.of_kind(reader, RECHECK, [row.id]):
        said["ordered_on"] = one.start.astimezone(CHINA).date().isoformat()
        said["recheck_until"] = one.due.isoformat() if one.due else ""
    return said
