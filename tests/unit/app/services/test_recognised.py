"""Another bureau's result used in a case of this one: with its origin, and never changed here."""

from dataclasses import replace

import pytest

from app.services import final_results, objections, recognised, test_reports
from app.services.errors import Refused
from app.services.preparing import prepare_notice
from app.services.records import open_record
from db.duty_rows import TestReport
from db.rows import CaseFile
from db.store import findings as kept_findings
from db.store import nouns
from db.store import test_reports as kept
from tests.unit.app.services import kit, results_kit
from tests.unit.app.services.results_kit import item

BUREAU = "德原市市场监督管理局"


@pytest.fixture
def result(store, act):
    """A final nonconforming result as it stands here when it came from another bureau."""
    report = results_kit.judged(store, act, item())
    report = replace(report, state="final", told=act.today, origin=BUREAU)
    nouns.save(store, report)
    nouns.edit(store, CaseFile, report.case_id, state="closed")
    return report


@pytest.fixture
def case(store, act, result):
    """An open case of our own."""
    assert result.origin
    case_id = kit.start(store, act).case_id
    return nouns.get(store, CaseFile, case_id)


def test_a_case_holds_a_recognised_result_with_where_it_is_from(store, act, result, case):
    assert [one.report.id for one in recognised.offered(store, case)] == [result.id]
    row = recognised.use(store, act, case.id, result.id).value
    assert nouns.get(store, TestReport, row.id) == row
    assert (row.case_id, row.origin, row.recognised_id) == (case.id, BUREAU, result.id)
    assert (row.number, row.verdict, row.received) == (result.number, "fail", act.today)
    assert recognised.offered(store, case) == ()
    assert kept.of_record(store, result.record_id) == (result,), "its own sheet is not touched"


def test_a_finding_begun_from_it_is_of_our_case_and_names_the_bureau(store, act, result, case):
    row = recognised.use(store, act, case.id, result.id).value
    finding = recognised.begin_finding(store, act, row.id).value
    assert (finding.case_id, finding.enterprise_id) == (case.id, case.enterprise_id)
    assert f"报告{result.number}，{BUREAU}抽查，结果互认" in finding.seen
    assert recognised.begin_finding(store, act, row.id).value.id == finding.id, "begun once"
    assert kept_findings.of_case(store, case.id) == (finding,)
    order = prepare_notice(store, act, case.id).value
    told = " ".join(open_record(store, act, order.id).session.answers().values())
    assert BUREAU in told, "the order prints whose result it is"


def test_what_was_taken_by_mistake_is_given_back_until_a_finding_rests_on_it(
    store, act, result, case
):
    row = recognised.use(store, act, case.id, result.id).value
    recognised.take_back(store, act, row.id)
    assert recognised.used(store, case.id) == ()
    row = recognised.use(store, act, case.id, result.id).value
    recognised.begin_finding(store, act, row.id)
    with pytest.raises(Refused, match="recognised-rests"):
        recognised.take_back(store, act, row.id)


def test_a_case_stays_readable_where_the_result_it_uses_is_not_here(store, act, result, case):
    """Its bureau may take it back, or its operation may be held: the case's own line stays."""
    row = recognised.use(store, act, case.id, result.id).value
    assert recognised.used(store, case.id)[0].product
    nouns.delete(store, TestReport, [result.id])
    (used,) = recognised.used(store, case.id)
    assert (used.report, used.product, used.may_begin) == (row, "", True)
    with pytest.raises(Refused, match="not-found"):
        recognised.begin_finding(store, act, row.id)
    recognised.take_back(store, act, row.id)
    assert recognised.used(store, case.id) == ()


def test_what_cannot_be_used_is_refused_by_name(store, act, result, case):
    with pytest.raises(Refused, match="case-closed"):
        recognised.use(store, act, result.case_id, result.id)
    row = recognised.use(store, act, case.id, result.id).value
    with pytest.raises(Refused, match="recognised-used"):
        recognised.use(store, act, case.id, result.id)
    with pytest.raises(Refused, match="recognised-not"):
        recognised.use(store, act, case.id, row.id)
    nouns.save(store, replace(row, verdict="pass"))
    with pytest.raises(Refused, match="recognised-passed"):
        recognised.begin_finding(store, act, row.id)
    recognised.take_back(store, act, row.id)
    nouns.save(store, replace(result, state="open"))
    assert recognised.offered(store, case) == ()
    with pytest.raises(Refused, match="recognised-open"):
        recognised.use(store, act, case.id, result.id)


def test_another_bureaus_result_is_not_gone_on_with_here(store, act, result):
    nouns.save(store, replace(result, state="open", told=None))
    for change in (
        lambda: test_reports.save(store, act, result, ()),
        lambda: objections.tell(store, act, result.id, act.today),
        lambda: final_results.finalise(store, act, result.id, "不再提出异议"),
    ):
        with pytest.raises(Refused, match="report-recognised"):
            change()
