"""An objection that came on the last day and was written down after the result was final."""

import datetime as dt

import pytest

from app.services import findings, follow_ups, late_objection, objections, result_steps
from app.services import test_reports as reports
from app.services.errors import Refused
from app.services.final_results import finalise
from app.services.objections import Decision, Raised
from db.store import batches, nouns
from tests.unit.app.services.results_kit import days_later, item, judged

LAST = dt.date(2026, 10, 8)
"""Fifteen days from 16 September end in the holidays."""


@pytest.fixture
def final(store, act):
    """A result that became final on the first day after the fifteen."""
    report = judged(store, act, item())
    objections.tell(store, act, report.id, act.today)
    now = days_later(act, 23)
    assert objections.period_end(store, reports.get(store, report.id)) == LAST
    return now, finalise(store, now, report.id).value


def test_it_opens_the_result_again_and_takes_back_what_that_opened(store, final):
    now, done = final
    assert "object" in result_steps.acts(result_steps.stand(store, now, done.report.id))
    told = Raised(LAST, "周堃", "邮戳为10月8日")
    raised = late_objection.raise_objection(store, now, done.report.id, told).value
    assert reports.get(store, done.report.id).state == "objected"
    assert findings.get(store, done.finding.id).state == "withdrawn"
    kinds = {row.kind for row in follow_ups.open_of_case(store, done.report.case_id)}
    assert "objection-accept" in kinds
    assert "sample-return" not in kinds
    objections.decide(store, now, raised.id, Decision(accept=False, answer="没有证据"))
    again = finalise(store, now, done.report.id).value
    assert again.finding is not None
    assert again.finding.id != done.finding.id
    (batch,) = batches.of_case(store, done.report.case_id)
    assert batch.id == done.batch.id


def test_what_came_after_the_fifteen_days_stays_out(store, final):
    now, done = final
    with pytest.raises(Refused, match="objection-late"):
        late_objection.raise_objection(
            store, now, done.report.id, Raised(now.today, "周堃", "不服")
        )
    assert reports.get(store, done.report.id).state == "final"


def test_an_order_that_rests_on_it_is_withdrawn_first(store, final):
    now, done = final
    nouns.edit(store, type(done.finding), done.finding.id, state="ordered")
    with pytest.raises(Refused, match="objection-ordered"):
        late_objection.raise_objection(store, now, done.report.id, Raised(LAST, "周堃", "不服"))
    assert "object" not in result_steps.acts(result_steps.stand(store, now, done.report.id))
