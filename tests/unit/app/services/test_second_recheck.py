"""A re-check that failed: announced by the province, made again in its window, then the end."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    finding_life,
    matters,
    objections,
    preparing,
    result_papers,
    result_steps,
    sampling,
    sampling_plan,
    second_recheck,
    served,
    service,
)
from app.services import test_reports as reports
from app.services.errors import Refused
from app.services.final_results import finalise
from app.services.records import open_record
from db.store import documents, findings, follow_ups, nouns, records, samples
from db.store import test_reports as kept
from tests.unit.app.services import kit
from tests.unit.app.services.results_kit import days_later, item, judged
from tests.unit.app.services.test_withdrawing import told_of
from tests.unit.app.services.withdraw_kit import make, ready

WAIVED = "当事人书面放弃异议，声明在卷"


def owed(store, case_id):
    return {row.kind: row for row in follow_ups.of_case(store, case_id) if row.state == "open"}


def issued(store, act, sheet_id):
    """The first sample of a sheet that is issued, so that another one may be begun."""
    records.finish(store, sheet_id, act.now, None)
    return samples.of_record(store, sheet_id)[0]


def rechecked(store, act, first, measured, number, *, product="儿童三轮车"):
    """A re-check of the product of a final report, drawn, judged, told and final."""
    sheet = result_papers.prepare(store, act, first.id, matters.SAMPLING).value
    due = (act.today + dt.timedelta(days=3)).isoformat()
    kit.answer_by_name(
        store,
        act,
        sheet.id,
        **{**kit.SHEET, "send_by": due, "task_kind": "recheck", "unit_price": "0"},
        product_name=product,
    )
    proposal = sampling_plan.from_sheet(open_record(store, act, sheet.id), act.today)
    sampling.draw(store, act, sheet.id, proposal, sampling.make_seed(proposal.lot))
    sample = issued(store, act, sheet.id)
    report = judged(store, act, item(measured=measured), sample=sample)
    report = reports.save(
        store, act, replace(report, number=number), kept.items_of(store, report.id)
    ).value
    objections.tell(store, act, report.id, act.today)
    return finalise(store, act, report.id, waived=WAIVED).value


@pytest.fixture
def failed(store, act):
    """A product that failed, and failed its re-check."""
    report = judged(store, act, item())
    issued(store, act, report.record_id)
    told_of(store, act, report)
    first = finalise(store, act, report.id, waived=WAIVED).value
    return rechecked(store, days_later(act, 60), first.report, "0.3", "JC-F1")


def test_a_failed_re_check_is_reported_up_and_nothing_is_drawn_before_the_announcement(
    store, act, failed
):
    then = days_later(act, 60)
    assert failed.report.kind == "recheck"
    row = owed(store, failed.report.case_id)[second_recheck.ANNOUNCE]
    assert (row.due, row.owner_id) == (then.today, failed.report.id)
    now = result_steps.stand(store, then, failed.report.id)
    assert result_steps.acts(now)[0] == "announced"
    assert matters.SAMPLING not in result_steps.papers(now)
    with pytest.raises(Refused, match="recheck-unannounced"):
        result_papers.prepare(store, then, failed.report.id, matters.SAMPLING)


def test_the_second_re_check_is_made_after_the_sixtieth_and_before_the_ninetieth_day(
    store, act, failed
):
    then = days_later(act, 70)
    row = second_recheck.announced(store, then, failed.report.id, then.today).value
    assert second_recheck.ANNOUNCE not in owed(store, failed.report.case_id)
    days = second_recheck.window(row)
    assert days.first == then.today + dt.timedelta(days=61)
    assert then.today + dt.timedelta(days=90) <= days.last <= then.today + dt.timedelta(days=93)
    assert row.clock_id == "product-recheck2-90d"
    with pytest.raises(Refused, match="recheck-too-early"):
        result_papers.prepare(store, days_later(act, 130), failed.report.id, matters.SAMPLING)
    assert result_papers.prepare(store, days_later(act, 131), failed.report.id, matters.SAMPLING)


@pytest.mark.parametrize(("measured", "left"), [("0.05", None), ("0.4", second_recheck.STOP)])
def test_the_second_re_check_ends_it_one_way_or_the_other(store, act, failed, measured, left):
    then = days_later(act, 70)
    second_recheck.announced(store, then, failed.report.id, then.today)
    final = rechecked(store, days_later(act, 140), failed.report, measured, "JC-F2")
    open_kinds = owed(store, failed.report.case_id).keys() & {
        second_recheck.ANNOUNCE, second_recheck.AGAIN, second_recheck.STOP
    }  # fmt: skip
    assert open_kinds == ({left} if left else set())
    assert (final.finding is not None) == (left is not None)


def test_the_order_after_a_failed_re_check_begins_no_seventy_five_days_again(store, act, failed):
    """The announcement alone says when the next one is made."""
    then = days_later(act, 60)
    mine = findings.of_record(store, failed.report.record_id)
    assert [one.path for one in mine] == [f"report:{failed.report.id}"]
    order = documents.of_case(store, failed.report.case_id)[0]
    nouns.edit(store, type(mine[0]), mine[0].id, state="ordered", document_id=order.id)
    served.served(store, then, replace(order, form_id=matters.NOTICE), then.now)
    waiting = owed(store, failed.report.case_id)
    assert second_recheck.ANNOUNCE in waiting
    assert "recheck" not in waiting


def test_a_re_check_settles_what_its_own_product_was_ordered_for(store, act):
    """Passed, the correction is closed; failed, it is not. Another product of the case waits on."""
    first = judged(store, act, item())
    issued(store, act, first.record_id)
    sheet = kit.drawn_sheet(store, act, first.case_id)
    kit.answer_by_name(store, act, sheet, product_name="婴儿床")
    with store.atomic():
        samples.save(
            store, *(replace(one, product_name="婴儿床") for one in samples.of_record(store, sheet))
        )
    second = judged(store, act, item(), sample=issued(store, act, sheet))
    second = reports.save(
        store, act, replace(second, number="JC-B"), kept.items_of(store, second.id)
    ).value
    found = []
    for report in (first, second):
        objections.tell(store, act, report.id, act.today)
        found.append(finalise(store, act, report.id, waived=WAIVED).value.finding)
    order = preparing.prepare_notice(store, act, first.case_id).value
    make(store, act, ready(store, act, order.id))
    served_now = service.Service("at-once", act.now, receiver="周堃")
    service.serve(store, act, documents.of_record(store, order.id)[0].id, served_now)

    def stands():
        rows = [nouns.get(store, type(one), one.id) for one in found]
        open_ones = [row for row in follow_ups.of_case(store, first.case_id) if row.state == "open"]
        waits = {row.owner_id for row in open_ones if row.kind == "recheck"}
        return [(row.state, row.id in waits) for row in rows]

    assert stands() == [("ordered", True), ("ordered", True)]
    rechecked(store, days_later(act, 30), first, "0.05", "JC-F1")
    assert stands() == [("closed", False), ("ordered", True)]
    failed = rechecked(store, days_later(act, 31), second, "0.3", "JC-F2", product="婴儿床")
    assert stands() == [("closed", False), ("ordered", False)]
    seen = finding_life.life(store, nouns.get(store, type(found[1]), found[1].id)).moments[-1]
    assert (seen.what, seen.detail) == ("recheck", "not")
    assert "JC-F2" in seen.note
    assert owed(store, first.case_id)[second_recheck.ANNOUNCE].owner_id == failed.report.id
    then = days_later(act, 32)
    assert result_papers.prepare(store, then, first.id, matters.SAMPLING), "of the other product"


def test_it_is_announced_once_and_not_in_the_future(store, act, failed):
    then = days_later(act, 70)
    for day in (then.today + dt.timedelta(days=1), act.today):
        with pytest.raises(Refused, match="report-dates"):
            second_recheck.announced(store, then, failed.report.id, day)
    second_recheck.announced(store, then, failed.report.id, then.today)
    with pytest.raises(Refused, match="announcement-none"):
        second_recheck.announced(store, then, failed.report.id, then.today)


def test_a_first_result_is_never_announced_like_this(store, act):
    report = judged(store, act, item())
    told_of(store, act, report)
    first = finalise(store, act, report.id, waived=WAIVED).value
    with pytest.raises(Refused, match="announcement-none"):
        second_recheck.announced(store, act, first.report.id, act.today)
