"""The papers around a result, begun with all that is known: notice, objection, re-test, recall."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from app.services import (
    batches,
    custody,
    judging,
    objections,
    preparing,
    recheck_application,
    reissuing,
    second_recheck,
    test_reports,
)
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.judging import Judged
from app.services.matters import (
    OBJECTION_DECISION,
    OBJECTION_FORM,
    RECALL_RECORD,
    RECHECK_APPLY,
    RESULT_NOTICE,
    RETEST_CONFIRMATION,
    SAMPLING,
)
from app.services.records import Opened, answered, open_record
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import TestReport
from db.rows import Record
from db.store import batches as kept_batches
from db.store import records
from db.store import test_reports as kept
from forms.rules.judgement import FAIL, FULL, PASS

PAPERS = (
    *(RESULT_NOTICE, OBJECTION_FORM, OBJECTION_DECISION, RETEST_CONFIRMATION),
    *(RECALL_RECORD, RECHECK_APPLY, SAMPLING),
)
"""The papers that are about one report; the sampling sheet is that of its re-check.

An interview about it is a case of its own (see ``origins``).
"""


def prepare(store: Store, act: Acting, report_id: str, form_id: str) -> Result[Record]:
    """A draft of a paper about a report, prefilled; its open draft of the form is gone on with.

    Raises:
        Refused: ``form-unknown``, ``case-closed``, ``not-found``; for a notice
            ``lot-undecided`` and as ``test_reports.require_ready``, for the draw as ``second_recheck.require_time``.
    """
    report = test_reports.own(store, report_id)
    if form_id not in PAPERS:
        raise Refused("form-unknown", form_id=form_id)
    if form_id == RESULT_NOTICE:
        test_reports.require_ready(store, act, report)
        _require_decided(store, act, report)
    if form_id == SAMPLING:
        second_recheck.require_time(store, act, report)
    case = preparing.open_case(store, report.case_id)
    for draft in records.of_case(store, case.id):
        if draft.form_id != form_id or draft.state != "draft":
            continue
        if _is_of(open_record(store, act, draft.id), report):
            return Result(draft, Changes())
    known = _known(store, act, report)
    if form_id == SAMPLING:
        known = _recheck(store, report)
    applied = recheck_application.of_report(store, report) if form_id == RECHECK_APPLY else None
    if applied is not None:
        known = recheck_application.known(store, act, applied)
    rows = {"items": _items(store, report), "moves": _moves(store, report)}
    with writing(store, act):
        team = preparing.team_of(store, act, case.id)
        record = preparing.begin(store, act, case, form_id, team, known=known, rows=rows)
        if applied is not None:
            recheck_application.tie(store, record, applied)
    return Result(record, touched("record", record.id) | touched("case", case.id))


def _is_of(draft: Opened, report: TestReport) -> bool:
    """Whether a draft is about a report: it names it or nothing; a sheet says what it re-checks."""
    if draft.record.form_id == SAMPLING:
        return f"（{report.number}）" in answered(draft, "recheck_of")
    return answered(draft, "report_no") in {"", report.number}


def _require_decided(reader: Reader, act: Acting, report: TestReport) -> None:
    """Under a plan the notice tells of the lot: it waits until the lot is judged."""
    sheet = judging.of_sheet(reader, act, report.record_id)
    if sheet.plan != judging.FIXED and sheet.verdict == judging.NONE:
        raise Refused("lot-undecided", failed=sheet.nonconforming, accept=sheet.accept or 0)


def _known(reader: Reader, act: Acting, report: TestReport) -> Mapping[str, str]:
    sample = test_reports.sample_of(reader, report)
    sheet = custody.answers_of(reader, sample)
    lot = judging.of_sheet(reader, act, report.record_id)
    taken = ("product_name", "spec", "batch", "unit", "brand", "sample_date", "notice_no")
    told = {name: sheet[name] for name in taken if sheet.get(name)}
    told |= {
        "report_no": report.number,
        "report_lab": report.laboratory,
        "report_issued": _day(report.issued),
        "report_received": _day(report.received),
        "told_on": _day(report.told),
        "basis": report.basis,
        "result": report.verdict if lot.plan == judging.FIXED else lot.verdict,
        "plan": lot.plan,
        "sample_no": sample.number,
        "seal_no": sample.seal_no,
    }
    told |= _replaced(reader, act, report)
    return told | _objection(reader, report) | _recall(reader, report)


def _replaced(reader: Reader, act: Acting, report: TestReport) -> dict[str, str]:
    """What a corrected report takes the place of: the report, and the notice that told it."""
    before = reissuing.older(reader, report)
    if before is None:
        return {}
    paper = reissuing.notice_of(reader, act, before)
    return {
        "replaced_report": before.number,
        "replaced_notice": paper.number_text if paper else "",
        "replace_reason": report.reason,
    }


def _recheck(reader: Reader, report: TestReport) -> dict[str, str]:
    """A re-check is of the same product, and its samples are free."""
    sheet = custody.answers_of(reader, test_reports.sample_of(reader, report))
    taken = (
        *("product", "product_name", "spec", "grade", "brand", "standard", "certificate_no"),
        *("unit", "task_level", "maker_same", "maker_name", "maker_uscc", "maker_address"),
        *("plan_kind", "plan_test", "plan_level", "plan_aql", "spare_qty", "lab", "scale"),
        *("declared_by", "dql_in", "dql", "declared_n", "declared_l"),
    )
    told = {name: sheet[name] for name in taken if sheet.get(name)}
    of = recheck_application.named(reader, report)
    return told | {"task_kind": "recheck", "unit_price": "0", "recheck_of": of}


def _objection(reader: Reader, report: TestReport) -> dict[str, str]:
    raised = objections.of_report(reader, report.id)
    if raised is None:
        return {}
    known = {
        "objection_received": _day(raised.received),
        "objection_by": raised.raised_by,
        "objection_reason": raised.reason,
        "decided_on": _day(raised.decided),
        "decision": {"accepted": "accept", "retested": "accept", "refused": "refuse"}.get(
            raised.state, ""
        ),
        "decision_answer": raised.answer,
        "retest_lab": raised.laboratory,
    }
    if raised.sample_id:
        spare = custody.chain(reader, raised.sample_id)
        known |= {"sample_no": spare.sample.number, "seal_no": spare.sample.seal_no}
        known["seal_state"] = "whole" if spare.whole else "broken"
    return known


def _recall(reader: Reader, report: TestReport) -> dict[str, str]:
    for batch in kept_batches.of_case(reader, report.case_id):
        if batch.report_id == report.id:
            sums = batches.traced(reader, batch.id).balance.sums
            return {"made": batch.made} | {f"sum_{kind}": f"{n:f}" for kind, n in sums.items()}
    return {}


def _items(reader: Reader, report: TestReport) -> Sequence[Mapping[str, str]]:
    return [
        {
            "item_name": line.item.name,
            "item_standard": line.item.standard,
            "item_required": judging.wanted_text(line.item),
            "item_measured": _measured(line),
            "item_method": line.item.method if line.computed.rounded or _is_full(line) else "",
            "item_verdict": line.verdict,
        }
        for line in judging.judged(kept.items_of(reader, report.id))
    ]


def _is_full(line: Judged) -> bool:
    """Whether figures were compared as they were measured."""
    by_limits = bool(line.item.lower.strip() or line.item.upper.strip())
    return by_limits and line.item.method == FULL and line.computed.verdict in {PASS, FAIL}


def _measured(line: Judged) -> str:
    """The value as measured, as it was compared where rounding changed it, and a person's reason."""
    told = line.item.measured.strip()
    if line.overridden:
        return f"{told}（判定理由：{line.item.note.strip()}）"
    rounded = line.computed.rounded
    if not rounded or {_number(one) for one in rounded.split(" / ")} == {_number(told)}:
        return told
    return f"{told}（修约为{rounded}）"


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _moves(reader: Reader, report: TestReport) -> Sequence[Mapping[str, str]]:
    for batch in kept_batches.of_case(reader, report.case_id):
        if batch.report_id == report.id:
            return batches.rows_for_paper(kept_batches.moves_of(reader, batch.id))
    return ()


def _day(day: object) -> str:
    return "" if day is None else str(day)
