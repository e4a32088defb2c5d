"""Final results: after the 15 days, a waiver or a re-test; a nonconforming one opens what follows."""

from dataclasses import dataclass, replace

from app.services import (
    batches,
    findings,
    follow_ups,
    judging,
    laws,
    makers,
    objections,
    rechecks,
    rectifying,
    second_recheck,
    test_reports,
)
from app.services.changes import Changes, Result
from app.services.clocks import reckon
from app.services.context import Acting
from app.services.errors import Refused
from app.services.records import answered, inspectors_of, open_record
from app.services.rectifying import PRODUCT_RECHECK
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Batch, TestReport
from db.journal.ids import new_id
from db.rows import Finding, Sample
from db.store import findings as kept_findings
from db.store import follow_ups as kept_follow_ups
from db.store import nouns
from db.store import test_reports as kept
from forms.rules.clocks import Term
from forms.rules.judgement import FAIL, PASS

CORRECT = "product-correct-60d"
RETURN = "sample-return-30d"
LAW = "product-quality-law:26"
"""产品质量法 art. 26: the maker answers for the quality; art. 17 orders the correction."""
PATH = "report:"
"""Begins the path of a finding made by a report; its id follows."""


@dataclass(frozen=True, slots=True)
class Final:
    """A final result and what it opened: for a nonconforming one its finding and its batch."""

    report: TestReport
    finding: Finding | None = None
    batch: Batch | None = None


def finalise(store: Store, act: Acting, report_id: str, waived: str = "") -> Result[Final]:
    """Let a result be final: after the 15 days, with the party's waiver, or after a re-test.

    A nonconforming one opens a finding with its 60 days and a batch to be traced, and leaves the
    bureau of another maker to be told; a re-check settles or keeps up the finding it was made of.
    The rest of the samples is to be given back in 30 days.

    Raises:
        Refused: ``report-unjudged``, ``report-final``, ``report-not-told``,
            ``objection-running`` (``until``), ``objection-undecided``, ``retest-open``.
    """
    report = test_reports.own(store, report_id)
    if judging.is_final(report):
        raise Refused("report-final", number=report.number)
    if report.verdict not in {PASS, FAIL}:
        raise Refused("report-unjudged", number=report.number)
    _may_end(store, act, report, waived)
    note = waived.strip() or report.note
    report = replace(report, state="final", note=note)
    with writing(store, act):
        kept.save(store, report)
        changes = test_reports.changed(report)
        changes |= follow_ups.settle_of(store, act, report_id, "objection")
        changes |= _replace_first(store, report)
        if report.kind == "recheck":
            changes |= _rechecked(store, act, report)
        changes |= test_reports.follow(store, act, report, ("sample-return", RETURN), act.today)
        if not _opens(store, act, report):
            return Result(Final(report), changes)
        if report.kind == "recheck":
            changes |= second_recheck.failed(store, act, report)
        finding = finding_of(store, act, report)
        nouns.save(store, finding)
        opened = batches.open_for(store, act, report)
        changes |= makers.leave(store, act, report)
    return Result(
        Final(report, finding, opened.value),
        changes | findings.changed(finding) | opened.changes,
    )


def _may_end(store: Store, act: Acting, report: TestReport, waived: str) -> None:
    if report.told is None:
        raise Refused("report-not-told", number=report.number)
    if report.kind == "retest":
        return
    raised = objections.of_report(store, report.id)
    if raised is not None and raised.state == "received":
        raise Refused("objection-undecided")
    if raised is not None and raised.state == "accepted":
        raise Refused("retest-open", number=report.number)
    if raised is not None or waived.strip():  # a refused objection has had its hearing
        return
    end = objections.period_end(store, report)
    if end is not None and act.today <= end:
        raise Refused("objection-running", until=end)


def _rechecked(store: Store, act: Acting, report: TestReport) -> Changes:
    """The re-check that was waited for is made: what it was made of is put right, or is not.

    Only of the same product: a case may have several under way.
    """
    found = _of_product(store, report)
    owners = {one.id for one in found} | {one.path.removeprefix(PATH) for one in found}
    rows = [
        replace(row, state="done", done=act.now)
        for row in kept_follow_ups.of_case(store, report.case_id)
        if row.clock_id in {PRODUCT_RECHECK, second_recheck.CLOCK}
        and row.state == "open"
        and row.owner_id in owners
    ]
    changes = follow_ups.close(store, act, rows)
    sheet = open_record(store, act, report.record_id)
    passed = report.verdict == PASS
    seen = rectifying.Recheck(
        "fixed" if passed else "not",
        "papers",
        act.today,
        tuple(one.name for one in inspectors_of(store, sheet)),
        f"复查检验报告{report.number}：{'复查合格' if passed else '复查不合格'}",
        report.record_id,
    )
    for finding in found:
        if finding.state in rechecks.WAITING:
            changes |= rectifying.recheck(store, act, finding.id, seen, closing=True).changes
    return changes


def _of_product(reader: Reader, report: TestReport) -> list[Finding]:
    """The findings that earlier results of the case opened about the product of a re-check."""
    found = [
        (one, earlier)
        for one in kept_findings.of_case(reader, report.case_id)
        if one.path.startswith(PATH) and one.state != "withdrawn"
        if (earlier := kept.get(reader, one.path.removeprefix(PATH))) is not None
        if earlier.id != report.id
    ]
    name = test_reports.sample_of(reader, report).product_name
    same = [one for one, earlier in found if _product(reader, earlier) == name]
    return same or [one for one, _earlier in found if len(found) == 1]


def _product(reader: Reader, report: TestReport) -> str:
    sample = nouns.get(reader, Sample, report.sample_id)
    return sample.product_name if sample is not None else ""


def _opens(reader: Reader, act: Acting, report: TestReport) -> bool:
    """Whether a result opens a finding: it contradicts the lot, and none was opened for it yet.

    Under a plan that judges the lot, nonconforming samples within Ac or L do not go against it.
    """
    if report.verdict != FAIL:
        return False
    sheet = judging.of_sheet(reader, act, report.record_id)
    known = any(f.path.startswith(PATH) for f in kept_findings.of_record(reader, report.record_id))
    return not known and (sheet.plan == judging.FIXED or sheet.verdict == FAIL)


def _replace_first(store: Store, report: TestReport) -> Changes:
    """A re-test takes the place of the report it was asked against."""
    if report.kind != "retest":
        return Changes()
    changes = Changes()
    for first in kept.of_record(store, report.record_id):
        for raised in kept.objections_of(store, first.id):
            if raised.retest_id == report.id:
                replaced = replace(first, state="replaced")
                kept.save(store, replaced, replace(raised, state="retested"))
                changes |= test_reports.changed(replaced)
    return changes


def finding_of(store: Store, act: Acting, report: TestReport) -> Finding:
    """The finding a nonconforming result opens, by the article and with the clock of the law.

    Of a result that is only recognised it says whose it is: so the papers print it.
    """
    sheet = open_record(store, act, report.record_id)
    sample = test_reports.sample_of(store, report)
    lines = judging.failures(kept.items_of(store, report.id))
    told = failed(store, report.id)
    product = "，".join(
        one for one in (sample.product_name, answered(sheet, "spec"), sample.lot) if one
    )
    whose = f"，{report.origin}抽查，结果互认" if report.origin else ""
    law = laws.get(store, LAW)
    counted = reckon(store, CORRECT, act.today).counted
    end = counted.ends if isinstance(counted, Term) else None
    return Finding(
        id=new_id(),
        record_id=report.record_id,
        case_id=report.case_id,
        enterprise_id=report.enterprise_id,
        path=f"{PATH}{report.id}",
        item="产品质量监督抽查检验结果",
        seen=f"{product}经{report.laboratory}检验不合格（报告{report.number}{whose}）：{'；'.join(told)}。",
        severity=_gravest([line.item.severity for line in lines]),
        law_key=law.key if law else "",
        law=laws.cite(law) if law else "",
        measure="correct-by",
        clock_id=CORRECT,
        due=end.due if end else None,
        due_provisional=end.provisional if end else False,
        created=act.now,
    )


def failed(reader: Reader, report_id: str) -> list[str]:
    """What failed in a report, one sentence a line: required, and measured."""
    return [
        f"{line.item.name}要求{judging.wanted_text(line.item)}，实测{line.item.measured}"
        f"{line.item.unit if line.item.measured[-1:].isdigit() else ''}"
        for line in judging.failures(kept.items_of(reader, report_id))
    ]


def _gravest(severities: list[str]) -> str:
    return next((one for one in ("major", "serious") if one in severities), "general")
