"""A withdrawn paper leaves a case as if it had not been: what it left is void, what it settled owed."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    documents,
    extending,
    extension_notice,
    findings,
    follow_ups,
    matters,
    objections,
    records,
    rectifying,
    result_papers,
    service,
    taking_back,
    test_reports,
)
from app.services.errors import Refused
from app.services.extending import Wanted
from app.services.objections import Raised
from app.services.rectifying import Report
from db.store import follow_ups as kept
from db.store import nouns
from tests.unit.app.services import kit, se_kit
from tests.unit.app.services.results_kit import item, judged

WANTED = Wanted(
    "extension", "《行政处罚法》第二十八条第一款", "刘局长", "模具返修", 10, "working_day"
)
WHY = "文书有误"


def owed(store, case_id):
    return {row.kind: row for row in kept.of_case(store, case_id) if row.state == "open"}


@pytest.fixture
def stopped(store, act):
    """A lift whose brake slips: checked, signed and finished."""
    begun = se_kit.check(store, act, matters.LIFT_CHECK, **se_kit.GRAVE)
    kit.mark_adverse(store, act, begun.record.id, "brake", "空载运行时制动器有金属摩擦声。")
    se_kit.finish(store, act, begun.record.id)
    return begun


@pytest.fixture
def ordered(store, act):
    """A finding whose notice was issued today."""
    check, record_id = kit.notice_ready(store, act)
    documents.issue(store, act, documents.preview(store, act, record_id))
    return findings.of_record(store, check.record.id)[0]


def extended(store, act, finding):
    record = extension_notice.prepare(store, act, finding.id, WANTED).value
    today = act.today.isoformat()
    kit.answer_by_name(store, act, record.id, asked_on=today, approved_on=today)
    kit.sign_all(store, act, record.id)
    return documents.issue(store, act, documents.preview(store, act, record.id)).value


def test_a_seizure_is_watched_again_when_its_extension_or_release_is_withdrawn(store, act, stopped):
    case_id = stopped.case.id
    se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好")
    se_kit.issue(store, act, case_id, matters.SEIZURE, **se_kit.DECISION)
    term = owed(store, case_id)["seizure"]
    then = replace(act, now=act.now + dt.timedelta(days=20))
    longer = se_kit.issue(
        store, then, case_id, matters.EXTENSION, reason="等待检验结论", extend_days="30",
        approver="演示局长",
    )  # fmt: skip
    service.withdraw(store, then, longer.id, WHY)
    assert owed(store, case_id)["seizure"] == term
    freed = se_kit.issue(
        store, then, case_id, matters.RELEASE, release_why="more", why_more="隐患已经消除",
        given_back="当场启封，交周堃接收", approver="演示局长",
    )  # fmt: skip
    assert "seizure" not in owed(store, case_id)
    service.withdraw(store, then, freed.id, WHY)
    assert owed(store, case_id)["seizure"] == term


def test_a_finished_record_that_is_withdrawn_leaves_nothing_and_restored_leaves_it_again(
    store, act, stopped
):
    row = owed(store, stopped.case.id)["report-up"]
    for _twice in range(2):
        gone = records.withdraw(store, act, stopped.record.id, WHY).value
        assert not owed(store, stopped.case.id)
        assert (kept.get(store, row.id).state, kept.get(store, row.id).note) == ("void", WHY)
        records.restore(store, act, gone)
        assert owed(store, stopped.case.id) == {"report-up": row}


def test_what_was_dealt_with_by_hand_stays_dealt_with(store, act, stopped):
    follow_ups.settle(store, act, owed(store, stopped.case.id)["report-up"].id, note="已电话报告")
    records.withdraw(store, act, stopped.record.id, WHY)
    (row,) = (one for one in kept.of_case(store, stopped.case.id) if one.kind == "report-up")
    assert (row.state, row.note) == ("done", "已电话报告")


def test_a_paper_that_rests_on_it_is_named_and_goes_first(store, act, stopped):
    more = {"upper_body": "临沂市市场监督管理局", "tell_government": "no", "support": "无"}
    paper = se_kit.issue(store, act, stopped.case.id, matters.REPORT_UP, **more)
    with pytest.raises(Refused, match="paper-stands") as told:
        records.withdraw(store, act, stopped.record.id, WHY)
    assert paper.number_text in told.value.facts["paper"]
    assert records.get(store, stopped.record.id).state == "finished"
    service.withdraw(store, act, paper.id, WHY)
    records.withdraw(store, act, stopped.record.id, WHY)
    assert not owed(store, stopped.case.id)


def test_a_finding_is_as_it_was_found_when_its_order_is_withdrawn(store, act, ordered):
    """Also one that is extended and whose report is in; its re-check is not waited for."""
    extending.change(store, act, "finding", ordered.id, WANTED)
    rectifying.take_report(store, act, ordered.id, Report("已改正", act.today))
    assert "recheck" in owed(store, ordered.case_id)
    service.withdraw(store, act, ordered.document_id, WHY)
    now = findings.get(store, ordered.id)
    assert (now.state, now.document_id, now.reported, now.due) == ("open", None, None, ordered.due)
    assert extending.changes_of(store, ordered.id) == ()
    assert not owed(store, ordered.case_id)
    with pytest.raises(Refused, match="nothing-to-take-back"):
        taking_back.take_back(store, act, ordered.id)


def test_a_deadline_extended_by_a_paper_goes_back_with_it_and_not_without_it(store, act, ordered):
    paper = extended(store, act, ordered)
    moved = findings.get(store, ordered.id)
    assert moved.due > ordered.due
    with pytest.raises(Refused, match="paper-holds"):
        taking_back.take_back(store, act, ordered.id)
    assert findings.get(store, ordered.id) == moved
    service.withdraw(store, act, paper.id, WHY)
    assert findings.get(store, ordered.id) == ordered
    assert extending.changes_of(store, ordered.id) == ()


def test_an_extension_that_another_rests_on_is_not_withdrawn_first(store, act, ordered):
    paper = extended(store, act, ordered)
    more = extending.change(store, act, "finding", ordered.id, replace(WANTED, amount=5)).value
    with pytest.raises(Refused, match="step-moved-on"):
        service.withdraw(store, act, paper.id, WHY)
    assert documents.get(store, paper.id).state == "issued"
    taking_back.take_back(store, act, ordered.id)
    assert more not in extending.changes_of(store, ordered.id)
    service.withdraw(store, act, paper.id, WHY)
    assert findings.get(store, ordered.id) == ordered


def test_the_extension_of_a_finding_that_is_settled_by_now_is_past(store, act, ordered):
    paper = extended(store, act, ordered)
    nouns.edit(store, type(ordered), ordered.id, state="closed", settled=act.today)
    service.withdraw(store, act, paper.id, WHY)
    assert documents.get(store, paper.id).state == "withdrawn"
    assert findings.get(store, ordered.id).state == "closed"


def told_of(store, act, report):
    """The notice of a result, issued and served."""
    record = result_papers.prepare(store, act, report.id, matters.RESULT_NOTICE).value
    se_kit.answer(store, act, record.id, contact_name="李喆", contact_phone="0539-8100000")
    kit.sign_all(store, act, record.id)
    paper = documents.issue(store, act, documents.preview(store, act, record.id)).value
    service.serve(store, act, paper.id, service.Service("at-once", act.now, receiver="周堃"))
    return paper


def test_a_result_is_untold_when_its_notice_is_withdrawn_and_told_again_by_the_next(store, act):
    report = judged(store, act, item())
    paper = told_of(store, act, report)
    assert test_reports.get(store, report.id).told == act.today
    assert "objection" in owed(store, report.case_id)
    service.withdraw(store, act, paper.id, WHY)
    assert test_reports.get(store, report.id).told is None
    assert "objection" not in owed(store, report.case_id)
    then = replace(act, now=act.now + dt.timedelta(days=1))
    told_of(store, then, report)
    assert test_reports.get(store, report.id).told == then.today


def test_a_result_that_was_objected_to_stays_told(store, act):
    report = judged(store, act, item())
    paper = told_of(store, act, report)
    objections.raise_objection(store, act, report.id, Raised(act.today, "周堃", "检验方法不对"))
    service.withdraw(store, act, paper.id, WHY)
    assert test_reports.get(store, report.id).told == act.today
