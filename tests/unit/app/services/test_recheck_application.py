"""复查申请表: what the unit hands in once a product was put right, within the days that run already."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    extending,
    findings,
    matters,
    objections,
    offers,
    preparing,
    result_papers,
    result_steps,
    service,
    test_reports,
)
from app.services.final_results import finalise
from db.rows import CaseFile
from db.store import documents, follow_ups, nouns
from db.store import test_reports as kept
from tests.unit.app.services import kit
from tests.unit.app.services.results_kit import days_later, item, judged
from tests.unit.app.services.test_second_recheck import WAIVED, issued, rechecked
from tests.unit.app.services.test_site_papers import said
from tests.unit.app.services.test_withdrawing import told_of
from tests.unit.app.services.withdraw_kit import make, ready, withdraw

APPLIED = {
    "cause": "来料没有复验",
    "corrective": "更换供货方，增加来料检验",
    "goods_dealt": "库存30辆已销毁",
    "stopped": "yes",
    "applied_by": "周堃",
    "applied_post": "厂长",
    "stock": "200辆",
    "sample_place": "成品库",
    "corrected_on": "2026-10-15",
}


def recheck(store, case):
    (row,) = (one for one in follow_ups.of_case(store, case.id) if one.kind == "recheck")
    return row


@pytest.fixture
def failed(store, act):
    """A product that failed for good."""
    report = judged(store, act, item())
    issued(store, act, report.record_id)
    told_of(store, act, report)
    final = finalise(store, act, report.id, waived=WAIVED).value
    return nouns.get(store, CaseFile, report.case_id), final


@pytest.fixture
def ordered(store, act, failed):
    """A product that failed, ordered to be put right; the order is served."""
    case, final = failed
    order = preparing.prepare_notice(store, act, case.id).value
    make(store, act, ready(store, act, order.id, mode="by", deadline="2026-11-15"))
    (paper,) = documents.of_record(store, order.id)
    service.serve(store, act, paper.id, service.Service("at-once", act.now, receiver="周堃"))
    return case, final


def application(store, act, case):
    record = preparing.add_paper(store, act, case.id, matters.RECHECK_APPLY).value
    return ready(store, act, record.id, **APPLIED)


def test_the_application_reports_the_finding_and_leaves_the_days_that_run(store, act, ordered):
    case, final = ordered
    runs = recheck(store, case)
    stop = extending.Wanted("suspension", "-", "局长", "停产", since=act.today)
    held = extending.change(store, act, extending.FINDING, final.finding.id, stop).value
    draft = preparing.add_paper(store, act, case.id, matters.RECHECK_APPLY).value
    assert said(store, act, draft.id)["correct_until"] == "2026-11-15", "it stands still"
    nouns.edit(store, type(draft), draft.id, state="withdrawn")
    extending.resume(store, act, held.id, act.today)
    assert (runs.clock_id, runs.due) == ("product-recheck-75d", dt.date(2026, 11, 30))
    then = days_later(act, 30)
    made = application(store, then, case)
    told = said(store, then, made)
    assert (told["product_name"], told["role"]) == ("儿童三轮车", "producer")
    assert told["failed"] == "小零件要求≤0.10，实测0.12"
    assert (
        told["order_no"]
        == documents.get(store, findings.get(store, final.finding.id).document_id).number_text
    )
    assert (told["ordered_on"], told["recheck_until"]) == ("2026-09-16", "2026-11-30")
    assert (told["correct_until"], told["report_no"]) == ("2026-11-16", final.report.number), (
        "a day on"
    )
    make(store, then, made)
    sheet = result_papers.prepare(store, then, final.report.id, matters.SAMPLING).value
    drawn = said(store, then, sheet.id)
    assert (drawn["task_kind"], drawn["recheck_of"]) == (
        "recheck",
        f"责令改正通知书（{told['order_no']}）、检验报告（{final.report.number}）",
    )
    row = findings.get(store, final.finding.id)
    assert (row.state, row.report) == ("reported", APPLIED["corrective"])
    assert row.reported == then.today
    assert recheck(store, case) == runs, "neither doubled nor begun anew"
    assert matters.RECHECK_APPLY not in offers.now(store, case)
    withdraw(store, then, made)
    assert findings.get(store, final.finding.id).state == "ordered"
    assert recheck(store, case) == runs


def test_what_is_ordered_anew_is_applied_for_anew(store, act, ordered):
    """The application was over an order that was withdrawn."""
    case, final = ordered
    then = days_later(act, 30)
    make(store, then, application(store, then, case))
    service.withdraw(store, then, findings.get(store, final.finding.id).document_id, "期限有误")
    assert matters.RECHECK_APPLY not in offers.now(store, case), "nothing is ordered"
    order = preparing.prepare_notice(store, then, case.id).value
    make(store, then, ready(store, then, order.id, mode="by", deadline="2026-12-15"))
    assert matters.RECHECK_APPLY in offers.now(store, case)


def test_of_two_products_the_one_is_reported_whose_report_the_application_names(
    store, act, ordered
):
    """Begun over the first, its words were changed to the second: that one was put right."""
    case, first = ordered
    sheet = kit.drawn_sheet(store, act, case.id)
    report = judged(store, act, item(), sample=issued(store, act, sheet))
    second = replace(report, number="JC2026-0918")
    second = test_reports.save(store, act, second, kept.items_of(store, report.id)).value
    objections.tell(store, act, second.id, act.today)
    second = finalise(store, act, second.id, waived=WAIVED).value
    order = preparing.prepare_notice(store, act, case.id).value
    make(store, act, ready(store, act, order.id, mode="by", deadline="2026-11-15"))
    made = application(store, days_later(act, 30), case)
    assert said(store, act, made)["report_no"] == first.report.number
    kit.answer_by_name(store, act, made, report_no=" JC2026-0918")
    kit.sign_all(store, act, made)
    make(store, days_later(act, 30), made)
    states = [findings.get(store, one.finding.id).state for one in (first, second)]
    assert states == ["ordered", "reported"]
    other = preparing.add_paper(store, act, case.id, matters.RECHECK_APPLY).value
    assert said(store, act, other.id)["report_no"] == first.report.number
    drafts = [
        result_papers.prepare(store, act, one.report.id, matters.SAMPLING).value
        for one in (first, second, first)
    ]
    assert drafts[0].id == drafts[2].id != drafts[1].id, "each is drawn on a sheet of its own"


def test_both_doors_lead_to_the_same_paper_at_the_same_time(store, act, failed):
    case, final = failed

    def offered():
        now = result_steps.stand(store, act, final.report.id)
        return (
            matters.RECHECK_APPLY in offers.now(store, case),
            matters.RECHECK_APPLY in result_steps.papers(now),
        )

    assert offered() == (False, False), "nothing is ordered yet"
    order = preparing.prepare_notice(store, act, case.id).value
    make(store, act, ready(store, act, order.id, mode="by", deadline="2026-11-15"))
    assert offered() == (True, True)
    mine = preparing.add_paper(store, act, case.id, matters.RECHECK_APPLY).value
    begun = said(store, act, mine.id)
    assert "recheck_until" not in begun, "no day runs before the order is served"
    again = result_papers.prepare(store, act, final.report.id, matters.RECHECK_APPLY).value
    assert again.id == mine.id, "the draft is gone on with"
    nouns.edit(store, type(mine), mine.id, state="withdrawn")
    theirs = result_papers.prepare(store, act, final.report.id, matters.RECHECK_APPLY).value
    assert {**said(store, act, theirs.id), "instanceID": begun["instanceID"]} == begun
    today = {"ordered_on": "2026-09-16", "corrected_on": "2026-09-16"}
    make(store, act, ready(store, act, theirs.id, **APPLIED | today))
    assert findings.get(store, final.finding.id).state == "reported"
    assert recheck(store, case).owner_id == final.finding.id
    assert offered() == (False, False)


def test_after_a_failed_re_check_nobody_applies(store, act, ordered):
    """The second one is made in the window after the announcement (art. 48), asked for or not."""
    case, final = ordered
    assert matters.RECHECK_APPLY in offers.now(store, case)
    rechecked(store, days_later(act, 40), final.report, "0.3", "JC-F1")
    assert findings.get(store, final.finding.id).state == "ordered", "it was not put right"
    assert matters.RECHECK_APPLY not in offers.now(store, case)
    assert matters.RECHECK_APPLY not in result_steps.papers(
        result_steps.stand(store, act, final.report.id)
    )
