"""What failed at a shop is told to the bureau of the maker the label names (总局令第18号 art. 44)."""

import datetime as dt

import pytest

from app.services import cases, follow_ups, makers, objections
from app.services.errors import Refused
from app.services.final_results import finalise
from db.store import follow_ups as kept
from tests.unit.app.services import kit, results_kit
from tests.unit.app.services.results_kit import item

ELSEWHERE = {"maker_same": "no", "maker_name": "外地演示玩具厂", "maker_address": "外省演示市"}


def final(store, act, measured, **maker):
    """A result the party was told of and does not object to; the sheet names a maker."""
    sample = results_kit.drawn(store, act)[0]
    kit.answer_by_name(store, act, sample.record_id, **maker)
    report = results_kit.judged(store, act, item(measured=measured), sample=sample)
    objections.tell(store, act, report.id, act.today)
    return finalise(store, act, report.id, waived="企业书面放弃异议").value.report


def told(store, report):
    return [one for one in kept.of_owner(store, report.id) if one.kind == makers.TELL]


def test_a_failing_result_leaves_the_maker_elsewhere_to_be_told(store, act):
    report = final(store, act, "0.2", **ELSEWHERE)
    (row,) = told(store, report)
    assert (row.title, row.due, row.clock_id) == ("外地演示玩具厂", dt.date(2026, 9, 22), "")
    assert "第四十四条第二款" in row.note, "at once, says the rule; the day is the bureau's own"
    assert makers.TELL in follow_ups.HOLDS
    with pytest.raises(Refused):
        cases.close(store, act, report.case_id)
    follow_ups.settle(store, act, row.id, note="已发函通报")
    assert [one.state for one in told(store, report)] == ["done"]


@pytest.mark.parametrize(
    ("measured", "maker"), [("0.05", ELSEWHERE), ("0.2", {"maker_same": "yes"})]
)
def test_nothing_is_left_of_a_pass_or_of_the_units_own_product(store, act, measured, maker):
    assert told(store, final(store, act, measured, **maker)) == []
