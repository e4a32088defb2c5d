"""From the laboratory's figures to the final result: nothing is judged silently, nothing too soon."""

import datetime as dt
import io
from dataclasses import replace

import pytest

from app.services import (
    custody,
    findings,
    matters,
    objections,
    papers,
    result_papers,
    result_steps,
    test_reports,
)
from app.services.custody import HandOver
from app.services.errors import Refused
from app.services.final_results import finalise
from app.services.objections import Decision, Raised
from app.services.records import rows_of
from db.store import batches, follow_ups, samples
from db.store import test_reports as kept
from tests.unit.app.services import kit
from tests.unit.app.services.results_kit import (
    LAB,
    OTHER_LAB,
    days_later,
    drawn,
    gone_to,
    item,
    judged,
)


def open_kinds(store, owner_id):
    return {
        row.kind: row.due for row in follow_ups.of_owner(store, owner_id) if row.state == "open"
    }


def test_a_report_begins_with_what_the_sheet_says(store, act):
    first, second, spare = drawn(store, act)
    report = test_reports.begin(store, act, first.id).value
    assert (report.laboratory, report.basis, report.kind) == (LAB, "GB 14747", "first")
    assert test_reports.begin(store, act, second.id).value.id == report.id  # one for all pieces
    with pytest.raises(Refused, match="sample-spare"):
        test_reports.begin(store, act, spare.id)


def test_the_verdict_follows_from_the_lines(store, act):
    report = judged(store, act, item(measured="0.104"), item("锐利边缘", "", "符合", required="无"))
    assert report.verdict == "pass"
    again = test_reports.save(store, act, report, [item(measured="0.106")]).value
    assert again.verdict == "fail"
    (line,) = kept.items_of(store, report.id)
    assert (line.rounded, line.verdict) == ("0.11", "fail")
    assert test_reports.save(store, act, report, [item(measured="")]).value.verdict == "none"
    assert {row.state for row in samples.of_record(store, report.record_id)} == {"drawn", "tested"}


def test_nobody_judges_otherwise_than_the_figures_without_a_reason(store, act):
    with pytest.raises(Refused, match="item-reason"):
        judged(store, act, item(measured="0.2", verdict="pass"))
    report = judged(store, act, item(measured="0.2", verdict="pass", note="不适用本型号"))
    (line,) = test_reports.held(store, act, report.id).lines
    assert (line.verdict, line.computed.verdict, line.overridden) == ("pass", "fail", True)
    assert report.verdict == "pass"


def test_a_reason_without_a_judgement_of_ones_own_is_not_kept(store, act):
    report = judged(store, act, item(measured="0.2", verdict="fail", note="x"))
    assert kept.items_of(store, report.id)[0].note == ""


def test_a_result_says_what_the_way_of_its_sample_lacks(store, act):
    """A party that objects asks first how the sample came to the laboratory."""
    sample = drawn(store, act)[0]
    report = judged(store, act, item(), sample=sample)
    assert result_steps.stand(store, act, report.id).custody == "unreceived"
    gone_to(store, act, sample)
    assert result_steps.stand(store, act, report.id).custody == ""
    gap = HandOver("opened", act.now, "别人", LAB)
    custody.add(store, act, sample.id, gap)
    assert result_steps.stand(store, act, report.id).custody == "broken"


def test_the_notice_names_how_each_value_was_compared(store, act):
    """Whoever objects must see why 0.104 met ≤0.10, and why a person judged otherwise."""
    from pypdf import PdfReader

    report = judged(
        store,
        act,
        item(measured="0.104"),
        item("甲醛", "75", "75.4", method="full"),
        item("铅", "90", "12"),
        item("锐利边缘", "", "符合", required="无"),
        item("标识", "0.10", "0.2", verdict="pass", note="不适用本型号"),
    )
    paper = result_papers.prepare(store, act, report.id, matters.RESULT_NOTICE).value
    opened = kit.open_record(store, act, paper.id)
    told = [(row["item_measured"], row["item_method"]) for row in rows_of(opened, "item_method")]
    assert told == [
        ("0.104（修约为0.10）", "rounded"),
        ("75.4", "full"),
        ("12", "rounded"),
        ("符合", ""),
        ("0.2（判定理由：不适用本型号）", "rounded"),
    ]
    printed = papers.printed(store, act, opened)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.pdf)).pages)
    assert "修约值比较法" in text
    assert text.count("全数值") == 2, "in the row and in the words that explain it"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (item(name=" "), "item-unnamed"),
        (item(upper="约0.1"), "item-limit"),
        (item(lower="9", upper="6"), "item-limit"),
        (item(measured=""), "report-unjudged"),
        (item(method="guess"), "item-limit"),
    ],
)
def test_what_is_half_written_is_kept_but_not_told(store, act, line, code):
    """Nothing typed gets lost; the party hears only what is whole."""
    report = judged(store, act, line)
    assert len(kept.items_of(store, report.id)) == 1
    with pytest.raises(Refused, match=code):
        objections.tell(store, act, report.id, act.today)


def test_one_item_that_fails_does_not_let_the_others_go_unjudged(store, act):
    """The notice would have told the party of items nobody has judged."""
    report = judged(store, act, item(), item("锐利边缘", "", "边缘有毛刺", required="无"))
    assert report.verdict == "fail"
    with pytest.raises(Refused, match="report-unjudged"):
        objections.tell(store, act, report.id, act.today)
    with pytest.raises(Refused, match="report-unjudged"):
        result_papers.prepare(store, act, report.id, matters.RESULT_NOTICE)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": " "}, "report-unnumbered"),
        ({"issued": None}, "report-dates"),
        ({"issued": dt.date(2026, 9, 17)}, "report-dates"),
        ({"received": dt.date(2026, 9, 1)}, "report-dates"),
    ],
)
def test_a_report_without_its_number_or_days_is_not_told(store, act, changes, code):
    report = judged(store, act, item())
    kept.save(store, replace(report, **changes))
    with pytest.raises(Refused, match=code):
        objections.tell(store, act, report.id, act.today)


def test_a_cell_beyond_all_measure_is_refused(store, act):
    with pytest.raises(Refused, match="item-too-long"):
        judged(store, act, item(measured="9" * 401))


def test_the_fifteen_days_run_from_the_day_the_party_was_told(store, act):
    report = judged(store, act, item())
    with pytest.raises(Refused, match="report-not-told"):
        finalise(store, act, report.id)
    objections.tell(store, act, report.id, act.today)
    assert open_kinds(store, report.id) == {"objection": dt.date(2026, 10, 8)}  # past the holiday
    with pytest.raises(Refused, match="report-closed"):
        test_reports.save(store, act, report, [item(measured="0.1")])
    with pytest.raises(Refused) as refused:
        finalise(store, act, report.id)
    assert refused.value.facts["until"] == dt.date(2026, 10, 8)
    with pytest.raises(Refused, match="objection-running"):
        finalise(store, days_later(act, 22), report.id)
    assert finalise(store, days_later(act, 23), report.id).value.report.state == "final"


def test_a_nonconforming_result_opens_what_the_law_wants(store, act):
    report = judged(store, act, item(severity="major"), item("标识", "", "符合", required="齐全"))
    objections.tell(store, act, report.id, act.today)
    done = finalise(store, act, report.id, waived="书面放弃异议").value
    found = findings.get(store, done.finding.id)
    assert (found.law_key, found.clock_id, found.severity, found.state) == (
        "product-quality-law:26",
        "product-correct-60d",
        "major",
        "open",
    )
    assert found.due == dt.date(2026, 11, 16)  # sixty days end on a Sunday
    assert "小零件要求≤0.10，实测0.12" in found.seen
    assert "标识" not in found.seen
    (batch,) = batches.of_case(store, report.case_id)
    assert (batch.lot, batch.unit, batch.report_id) == ("20260318", "辆", report.id)
    (taken,) = batches.moves_of(store, batch.id)
    assert (taken.kind, taken.quantity) == ("tested", "3")
    assert set(open_kinds(store, report.id)) == {"sample-return"}
    with pytest.raises(Refused, match="report-final"):
        finalise(store, act, report.id, waived="x")


def test_a_conforming_result_opens_no_finding(store, act):
    report = judged(store, act, item(measured="0.1"))
    objections.tell(store, act, report.id, act.today)
    done = finalise(store, act, report.id, waived="书面放弃异议").value
    assert done.finding is None
    assert done.batch is None
    assert batches.of_case(store, report.case_id) == ()


def test_one_failing_sample_within_ac_does_not_contradict_the_lot(store, act):
    """GB/T 2828: n 20, Ac 1 here; the second nonconforming sample is one too many."""
    rows = drawn(store, act)
    kit.answer_by_name(
        store, act, rows[0].record_id, plan_kind="gbt2828", base_qty="120", plan_aql="2.5"
    )
    reports = [
        judged(store, act, item(), sample=rows[0]),
        judged(store, act, item(), sample=rows[1]),
    ]
    assert reports[0].id != reports[1].id
    kept.save(store, replace(reports[1], verdict="pass"))
    for report in reports[:1]:
        objections.tell(store, act, report.id, act.today)
    assert finalise(store, act, reports[0].id, waived="放弃").value.finding is None
    kept.save(store, replace(reports[1], verdict="fail"))
    objections.tell(store, act, reports[1].id, act.today)
    assert finalise(store, act, reports[1].id, waived="放弃").value.finding is not None


def objected(store, act, *, day=0):
    report = judged(store, act, item())
    objections.tell(store, act, report.id, act.today)
    now = days_later(act, day)
    told = Raised(now.today, "周堃", "对检验方法有异议")
    return report, objections.raise_objection(store, now, report.id, told).value, now


def test_an_objection_is_decided_in_three_working_days(store, act):
    report, raised, _now = objected(store, act)
    assert open_kinds(store, report.id) == {"objection-accept": dt.date(2026, 9, 20)}
    with pytest.raises(Refused, match="objection-undecided"):
        finalise(store, act, report.id, waived="x")
    refused = objections.decide(
        store, act, raised.id, Decision(accept=False, answer="没有证据")
    ).value
    assert refused.state == "refused"
    assert open_kinds(store, report.id) == {}
    assert finalise(store, act, report.id).value.finding is not None


def test_a_late_objection_can_only_be_refused(store, act):
    _report, raised, now = objected(store, act, day=25)
    with pytest.raises(Refused, match="objection-late"):
        objections.decide(store, now, raised.id, Decision(True, "受理", OTHER_LAB))
    assert (
        objections.decide(store, now, raised.id, Decision(False, "逾期")).value.state == "refused"
    )


def test_the_retest_is_made_elsewhere_on_the_spare_that_came_whole(store, act):
    report, raised, _now = objected(store, act)
    with pytest.raises(Refused, match="retest-same-laboratory"):
        objections.decide(store, act, raised.id, Decision(True, "受理", f" {LAB}"))
    wide = LAB.replace("演示", "　演示\u3000")
    with pytest.raises(Refused, match="retest-same-laboratory"):
        objections.decide(store, act, raised.id, Decision(True, "受理", wide))
    accepted = objections.decide(store, act, raised.id, Decision(True, "受理", OTHER_LAB)).value
    assert open_kinds(store, report.id) == {"retest": dt.date(2026, 9, 28)}  # the 27th is a day off
    spare = samples.get(store, accepted.sample_id)
    assert spare.role == "spare"
    with pytest.raises(Refused, match="retest-custody"):
        objections.begin_retest(store, act, raised.id)
    gone_to(store, act, spare, OTHER_LAB)
    retest = objections.begin_retest(store, act, raised.id).value
    assert open_kinds(store, report.id) == {}
    assert (retest.kind, retest.laboratory, retest.sample_id) == ("retest", OTHER_LAB, spare.id)
    with pytest.raises(Refused, match="retest-open"):
        finalise(store, act, report.id)
    retest = test_reports.save(
        store, act, replace(retest, number="FJ1", issued=act.today), [item(measured="0.09")]
    ).value
    objections.tell(store, act, retest.id, act.today)
    with pytest.raises(Refused, match="retest-no-more"):
        objections.raise_objection(store, act, retest.id, Raised(act.today, "周堃", "再复检"))
    done = finalise(store, act, retest.id).value
    assert done.finding is None
    assert test_reports.get(store, report.id).state == "replaced"
    assert kept.objection(store, raised.id).state == "retested"


def test_a_spare_whose_seal_was_broken_cannot_be_retested(store, act):
    report, raised, _now = objected(store, act)
    accepted = objections.decide(store, act, raised.id, Decision(True, "受理", OTHER_LAB)).value
    start = act.now - dt.timedelta(hours=3)
    for hours, kind in enumerate(("sealed", "handed")):
        told = HandOver(kind, start + dt.timedelta(hours=hours), OTHER_LAB, OTHER_LAB)
        custody.add(store, act, accepted.sample_id, told)
    broken = HandOver("received", act.now, OTHER_LAB, OTHER_LAB, "", "broken", "封条撕裂")
    custody.add(store, act, accepted.sample_id, broken)
    with pytest.raises(Refused, match="retest-custody"):
        objections.begin_retest(store, act, raised.id)
    assert "redecide" in result_steps.acts(result_steps.stand(store, act, report.id))
    with pytest.raises(Refused, match="retest-no-spare"):
        objections.decide(store, act, raised.id, Decision(True, "另取备样", OTHER_LAB))
    objections.decide(store, act, raised.id, Decision(False, "备样封条破损，不能复检"))
    assert open_kinds(store, report.id) == {}
    assert finalise(store, act, report.id).value.finding is not None, "or it had stood for ever"


def test_with_the_last_sample_given_back_or_gone_nothing_is_to_be_given_back(store, act):
    report = judged(store, act, item(measured="0.05"))
    objections.tell(store, act, report.id, act.today)
    finalise(store, act, report.id, "企业书面放弃")
    assert set(open_kinds(store, report.id)) == {"sample-return"}
    rows = samples.of_record(store, report.record_id)
    for row in rows:
        assert "sample-return" in open_kinds(store, report.id)
        custody.add(store, act, row.id, HandOver("destroyed", act.now, LAB, note="检毕"))
    assert not open_kinds(store, report.id)
