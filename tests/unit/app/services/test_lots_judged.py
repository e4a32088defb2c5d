"""A lot by its plan: fixed numbers, GB/T 2828.1 and a declared quality say different things."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.screens.result_words import lot_words
from app.services import judging, papers, result_papers, sampling_plan, test_reports
from app.services.errors import Refused
from app.services.matters import RESULT_NOTICE
from app.services.records import answered, open_record
from app.services.sampling_plan import Claim, Lot, Wanted
from db.store import test_reports as kept
from forms.compose import words
from tests.unit.app.services import kit
from tests.unit.app.services.results_kit import drawn, item, judged

# GB/T 2828.1: 120 units, level II, AQL 2.5 give n 20, Ac 1, Re 2; two test samples are drawn here.
BY_AQL = {"plan_kind": "gbt2828", "base_qty": "120", "plan_aql": "2.5"}
BY_CLAIM = {
    "plan_kind": "declared",
    "declared_by": "gbt2828-4",
    "dql_in": "percent",
    "dql": "1.5",
    "declared_n": "2",
    "declared_l": "0",
}
LOOSE = BY_CLAIM | {"declared_l": "1"}


@pytest.mark.parametrize(
    ("sheet", "verdicts", "said"),
    [
        ({}, ("pass",), ("fixed", "pass")),
        ({}, ("fail",), ("fixed", "fail")),
        (BY_AQL, ("pass",), ("accept", "none")),
        (BY_AQL, ("pass", "pass"), ("accept", "pass")),
        (BY_AQL, ("fail", "pass"), ("accept", "pass")),
        (BY_AQL, ("fail", "fail"), ("accept", "fail")),
        (BY_CLAIM, ("pass",), ("declared", "none")),
        (BY_CLAIM, ("pass", "pass"), ("declared", "pass")),
        (BY_CLAIM, ("fail",), ("declared", "fail")),
        (LOOSE, ("fail",), ("declared", "none")),
        (LOOSE, ("fail", "pass"), ("declared", "pass")),
        (LOOSE, ("fail", "fail"), ("declared", "fail")),
    ],
)
def test_the_plan_decides_what_is_said_of_the_lot(store, act, sheet, verdicts, said):
    rows = drawn(store, act)
    kit.answer_by_name(store, act, rows[0].record_id, **sheet)
    for row, verdict in zip(rows, verdicts, strict=False):
        report = judged(store, act, item(), sample=row)
        kept.save(store, replace(report, verdict=verdict))
    told = judging.of_sheet(store, act, rows[0].record_id)
    assert (told.plan, told.verdict) == said


@pytest.mark.parametrize(
    ("sheet", "told", "never"),
    [
        (BY_AQL, "接收该批产品", "声称质量水平"),
        (LOOSE, "未否定该批产品的声称质量水平", "接收该批产品"),
    ],
)
def test_the_notice_tells_of_the_lot_and_waits_for_it(store, act, sheet, told, never):
    rows = drawn(store, act)
    kit.answer_by_name(store, act, rows[0].record_id, **sheet)
    failing = judged(store, act, item(), sample=rows[0])
    with pytest.raises(Refused, match="lot-undecided"):
        result_papers.prepare(store, act, failing.id, RESULT_NOTICE)
    judged(store, act, item(measured="0.05"), sample=rows[1])
    notice = result_papers.prepare(store, act, failing.id, RESULT_NOTICE).value
    opened = open_record(store, act, notice.id)
    assert answered(opened, "result") == "pass"  # one nonconforming sample is within the limit
    printed = words(papers.paper(store, act, opened))
    assert told in printed
    assert never not in printed
    assert "1" in lot_words(test_reports.held(store, act, failing.id).sheet)


@pytest.mark.parametrize(
    ("size", "claim", "risk"),
    [
        (500, Claim(Decimal(1), False, 5, 0), 0.04900995),  # 1 - 0.99^5
        (10, Claim(Decimal(1), True, 3, 0), 0.3),  # three of ten, one of them bad
        (10, Claim(Decimal(2), True, 3, 1), 8 / 120),  # C(2,2)C(8,1) / C(10,3)
        (5000, Claim(Decimal(2), True, 3, 1), None),
    ],
)
def test_a_declared_plan_tells_how_often_it_wrongs_a_true_claim(act, size, claim, risk):
    plan = sampling_plan.propose(
        Lot("秤", "b", size, act.today), Wanted(spare=1, claim=claim), act.today
    )
    assert (plan.test, plan.accept, plan.reject) == (claim.n, claim.limit, claim.limit + 1)
    assert plan.risk == (None if risk is None else pytest.approx(risk))


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (("0", False, 5, 0), "plan-declared"),
        (("101", False, 5, 0), "plan-declared"),
        (("1.5", True, 5, 0), "plan-declared"),
        (("11", True, 5, 0), "plan-declared"),
        (("1", True, 5, 5), "plan-declared"),
        (("1", True, 5, -1), "plan-declared"),
        (("1", True, 10, 0), "sample-exceeds-lot"),
    ],
)
def test_a_declared_plan_that_cannot_be_is_refused(act, plan, code):
    dql, *rest = plan
    claim = Claim(Decimal(dql), *rest)
    with pytest.raises(Refused) as refused:
        sampling_plan.propose(
            Lot("秤", "b", 10, act.today), Wanted(spare=1, claim=claim), act.today
        )
    assert refused.value.code == code


def test_the_sheet_is_drawn_by_its_declared_plan(store, act):
    rows = drawn(store, act)
    kit.answer_by_name(store, act, rows[0].record_id, **(LOOSE | {"declared_n": "13"}))
    plan = sampling_plan.from_sheet(open_record(store, act, rows[0].record_id), act.today)
    assert (plan.source, plan.test, plan.accept) == ("declared", 13, 1)
