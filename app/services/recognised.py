"""Another bureau's result that is recognised here 互认, used in a case of this one with its origin."""

from dataclasses import dataclass, replace

from app.services import final_results, findings, preparing, test_reports
from app.services.changes import Result
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import TestReport
from db.journal.ids import new_id
from db.rows import CaseFile, Finding
from db.store import findings as kept_findings
from db.store import nouns, samples
from db.store import test_reports as kept
from forms.rules.judgement import FAIL

KIND = "recognised"
MOST = 500
"""Results offered; older ones are found by the list of papers."""


@dataclass(frozen=True, slots=True)
class Used:
    """A result a case uses or may use: its line, what was tested, the finding begun from it."""

    report: TestReport
    product: str
    finding: Finding | None = None

    @property
    def may_begin(self) -> bool:
        """Whether a finding may be begun from it."""
        return self.report.verdict == FAIL and self.finding is None


def may_use(reader: Reader, case: CaseFile) -> bool:
    """Tell whether there is a result the case may use and does not yet."""
    return bool(_free(reader, case))


def offered(reader: Reader, case: CaseFile) -> tuple[Used, ...]:
    """The results a case may use and does not yet; those on its own unit first."""
    found = sorted(_free(reader, case), key=lambda one: one.enterprise_id != case.enterprise_id)
    return tuple(Used(one, _product(reader, one)) for one in found)


def used(reader: Reader, case_id: str) -> tuple[Used, ...]:
    """The results a case uses, in the order they were taken in."""
    return tuple(
        Used(one, _product_of(reader, one), _finding(reader, one))
        for one in kept.of_case(reader, case_id)
        if one.recognised_id
    )


def use(store: Store, act: Acting, case_id: str, report_id: str) -> Result[TestReport]:
    """Use a recognised result in a case: the case holds it with where it is from.

    Raises:
        Refused: ``not-found``, ``case-closed``; ``recognised-not``: it is our own;
            ``recognised-open``: it is not final where it is from; ``recognised-used``.
    """
    case = preparing.open_case(store, case_id)
    source = test_reports.get(store, report_id)
    if not source.origin or source.recognised_id:
        raise Refused("recognised-not", number=source.number)
    if source.state != "final":
        raise Refused("recognised-open", number=source.number, origin=source.origin)
    if any(one.recognised_id == report_id for one in kept.of_case(store, case_id)):
        raise Refused("recognised-used", number=source.number)
    row = replace(
        source,
        id=new_id(),
        case_id=case.id,
        enterprise_id=case.enterprise_id,
        record_id="",
        sample_id="",
        kind=KIND,
        received=act.today,
        told=None,
        note="",
        replaces="",
        reason="",
        recognised_id=source.id,
        created=act.now,
    )
    with writing(store, act):
        kept.save(store, row)
    return Result(row, test_reports.changed(row))


def take_back(store: Store, act: Acting, used_id: str) -> Result[TestReport]:
    """Use a result no more; it stays recognised.

    Raises:
        Refused: ``not-found``, ``case-closed``; ``recognised-rests``: a finding rests on it.
    """
    row = _used(store, used_id)
    if _finding(store, row) is not None:
        raise Refused("recognised-rests", number=row.number)
    with writing(store, act):
        nouns.delete(store, TestReport, [row.id])
    return Result(row, test_reports.changed(row))


def begin_finding(store: Store, act: Acting, used_id: str) -> Result[Finding]:
    """Begin a finding of the case from a nonconforming result it uses; one that is there is shown.

    Raises:
        Refused: ``not-found``, ``case-closed``; ``recognised-passed``: it found nothing wrong.
    """
    row = _used(store, used_id)
    if row.verdict != FAIL:
        raise Refused("recognised-passed", number=row.number)
    there = _finding(store, row)
    if there is not None:
        return Result(there, findings.changed(there))
    source = _source(store, row)
    finding = replace(
        final_results.finding_of(store, act, source),
        case_id=row.case_id,
        enterprise_id=row.enterprise_id,
    )
    with writing(store, act):
        nouns.save(store, finding)
    return Result(finding, findings.changed(finding))


def _free(reader: Reader, case: CaseFile) -> list[TestReport]:
    if case.state != "open":
        return []
    there = {one.recognised_id for one in kept.of_case(reader, case.id)}
    return [one for one in kept.recognised(reader, MOST) if one.id not in there]


def _used(store: Store, used_id: str) -> TestReport:
    row = test_reports.get(store, used_id)
    preparing.open_case(store, row.case_id)
    if not row.recognised_id:
        raise Refused("not-found", kind="test_report", id=used_id)
    return row


def _source(reader: Reader, row: TestReport) -> TestReport:
    return test_reports.get(reader, row.recognised_id)


def _product_of(reader: Reader, row: TestReport) -> str:
    """The product of the result a case uses, "" where the result itself is not here."""
    try:
        return _product(reader, _source(reader, row))
    except Refused:
        return ""


def _product(reader: Reader, source: TestReport) -> str:
    sample = samples.get(reader, source.sample_id)
    named = (sample.product_name, sample.lot) if sample is not None else ()
    return " ".join(one for one in named if one)


def _finding(reader: Reader, row: TestReport) -> Finding | None:
    path = f"{final_results.PATH}{row.recognised_id}"
    found = kept_findings.of_case(reader, row.case_id)
    return next((one for one in found if one.path == path and one.state != "withdrawn"), None)
