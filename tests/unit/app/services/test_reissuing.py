"""A corrected report takes the place of one that was told: both stay, the party is told anew."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import documents, matters, objections, reissuing, result_papers, result_steps
from app.services import test_reports as reports
from app.services.errors import Refused
from app.services.final_results import finalise
from app.services.objections import Decision, Raised
from app.services.records import answered, open_record
from app.services.reissuing import Reissued
from db.store import batches, findings, follow_ups, nouns
from db.store import test_reports as kept
from tests.unit.app.services.results_kit import OTHER_LAB, days_later, item, judged
from tests.unit.app.services.test_withdrawing import told_of

NEW = "JC2026-0917-G1"
WHY = "铅的计量单位误写为mg/L"


def corrected(act, **more):
    told = {"number": NEW, "issued": act.today, "received": act.today, "reason": WHY}
    return Reissued(**{**told, **more})


def come(store, act, report):
    return reissuing.reissue(store, act, report.id, corrected(act)).value


def owed(store, report):
    return {
        row.kind: row.due for row in follow_ups.of_owner(store, report.id) if row.state == "open"
    }


@pytest.fixture
def told(store, act):
    """A nonconforming result whose notice was served today, and that notice."""
    report = judged(store, act, item())
    return report, told_of(store, act, report)


def test_both_reports_stay_and_the_new_one_says_what_it_replaces(store, act, told):
    first, _paper = told
    new = come(store, act, first)
    assert kept.get(store, first.id) == replace(first, told=act.today, state="replaced")
    assert (new.replaces, new.reason, new.number) == (first.id, WHY, NEW)
    assert (new.told, new.state, new.verdict) == (None, "open", "fail")
    lines = [kept.items_of(store, one.id) for one in (first, new)]
    assert [[row.measured for row in rows] for rows in lines] == [["0.12"], ["0.12"]]
    assert lines[0][0].id != lines[1][0].id
    better = reports.save(
        store, act, new, [replace(lines[1][0], measured="0.05", verdict="")]
    ).value
    assert (better.verdict, kept.get(store, first.id).verdict) == ("pass", "fail")
    assert reports.begin(store, act, first.sample_id).value.id == new.id


def test_the_notice_is_replaced_by_the_new_one_and_the_fifteen_days_begin_again(store, act, told):
    """Between the two the old notice still holds; nothing is waited for on its account."""
    first, paper = told
    assert owed(store, first) == {
        "objection": objections.period_end(store, reports.get(store, first.id))
    }
    then = days_later(act, 6)
    new = come(store, then, first)
    assert owed(store, first) == {}
    assert documents.get(store, paper.id).state == "served"
    second = told_of(store, then, new)
    assert documents.get(store, paper.id).state == "superseded"
    assert documents.get(store, second.id).state == "served"
    row = reports.get(store, new.id)
    assert row.told == then.today
    assert owed(store, new) == {"objection": objections.period_end(store, row)}
    assert reports.get(store, first.id).told == act.today
    sheet = open_record(store, then, second.record_id)
    assert answered(sheet, "replaced_report") == first.number
    assert answered(sheet, "replaced_notice") == paper.number_text
    assert answered(sheet, "replace_reason") == WHY


def test_a_notice_of_a_corrected_report_replaces_each_before_it(store, act, told):
    """A second correction, before anybody was told of the first one."""
    first, paper = told
    second = come(store, act, first)
    third = reissuing.reissue(store, act, second.id, corrected(act, number=f"{NEW}-2")).value
    told_of(store, act, third)
    assert documents.get(store, paper.id).state == "superseded"
    assert reissuing.notice_of(store, act, first) is None


def test_a_draft_of_the_old_notice_is_not_gone_on_with(store, act):
    first = judged(store, act, item())
    old = result_papers.prepare(store, act, first.id, matters.RESULT_NOTICE).value
    new = come(store, act, first)
    draft = result_papers.prepare(store, act, new.id, matters.RESULT_NOTICE).value
    assert draft.id != old.id
    again = result_papers.prepare(store, act, new.id, matters.RESULT_NOTICE).value
    assert again.id == draft.id


def test_what_the_screen_says_of_both(store, act, told):
    first, _paper = told
    assert "reissue" in result_steps.acts(result_steps.stand(store, act, first.id))
    new = come(store, act, first)
    old = result_steps.stand(store, act, first.id)
    assert (old.stage, old.newer.id, list(result_steps.acts(old))) == (
        "replaced",
        new.id,
        ["newer"],
    )
    now = result_steps.stand(store, act, new.id)
    assert (now.stage, now.older.id) == ("untold", first.id)
    assert list(result_steps.acts(now)) == ["told", "reissue", "older"]


def test_no_correction_while_an_objection_is_heard_but_after_it(store, act, told):
    first, _paper = told
    raised = objections.raise_objection(
        store, act, first.id, Raised(act.today, "周堃", "计量单位不对")
    ).value
    with pytest.raises(Refused, match="objection-undecided"):
        come(store, act, first)
    objections.decide(store, act, raised.id, Decision(accept=False, answer="单位由机构更正"))
    new = come(store, act, first)
    assert objections.of_report(store, new.id) is None
    assert objections.of_report(store, first.id).state == "refused"


def test_no_correction_while_the_re_test_is_made(store, act, told):
    first, _paper = told
    raised = objections.raise_objection(
        store, act, first.id, Raised(act.today, "周堃", "不服")
    ).value
    objections.decide(store, act, raised.id, Decision(True, "复检", OTHER_LAB))
    with pytest.raises(Refused, match="retest-open"):
        come(store, act, first)


def test_a_final_result_is_corrected_only_while_nothing_is_ordered_by_it(store, act, told):
    first, _paper = told
    end = objections.period_end(store, reports.get(store, first.id))
    then = days_later(act, (end - act.today).days + 1)
    final = finalise(store, then, first.id).value
    nouns.save(store, replace(final.finding, state="ordered"))
    with pytest.raises(Refused, match="reissue-ordered"):
        come(store, then, first)
    nouns.save(store, final.finding)  # as the withdrawal of its order leaves it
    new = come(store, then, first)
    assert findings.of_record(store, first.record_id) == ()
    assert owed(store, first) == {}
    assert batches.get(store, final.batch.id).report_id == new.id
    told_of(store, then, new)
    again = finalise(store, then, new.id, waived="放弃异议声明在卷").value
    assert again.batch.id == final.batch.id
    live = findings.of_record(store, new.record_id)
    assert [one.path for one in live if one.path.startswith("report:")] == [f"report:{new.id}"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"number": " "}, "report-unnumbered"),
        ({"number": "JC2026-0917"}, "reissue-number"),
        ({"reason": " "}, "reason-missing"),
        ({"received": dt.date(2099, 1, 1)}, "report-dates"),
        ({"issued": dt.date(2020, 1, 1)}, "report-dates"),
    ],
)
def test_what_a_corrected_report_must_say(store, act, told, more, code):
    with pytest.raises(Refused, match=code):
        reissuing.reissue(store, act, told[0].id, corrected(act, **more))
    assert reports.get(store, told[0].id).state == "open"


def test_what_is_replaced_or_not_judged_is_not_corrected(store, act, told):
    first, _paper = told
    come(store, act, first)
    with pytest.raises(Refused, match="report-final"):
        reissuing.reissue(store, act, first.id, corrected(act, number="JC9"))
    blank = judged(store, act, item(measured=""))
    with pytest.raises(Refused, match="report-unjudged"):
        come(store, act, blank)
