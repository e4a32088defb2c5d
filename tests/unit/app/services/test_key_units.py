"""Key units: words only suggest, a person decides with a reason, and the plan counts decisions."""

from dataclasses import replace

import pytest

from app.services import equipment, equipment_plan, key_units, sites
from app.services.equipment import Wanted
from app.services.errors import Refused
from db.store import enterprises, operations
from db.store import equipment as kept

YEAR = 2026
WHY = "列入本局2026年重点单位名录"


def plan_line(store):
    found = equipment_plan.plan(store, YEAR).lines
    return next(line for line in found if line.rule.id == "key-units")


@pytest.fixture
def hospital(store):
    """A hospital with lifts that nobody has decided about."""
    found = key_units.suggested(store, YEAR, 50)
    return next(row for row in found if "医院" in row.name)


def test_words_suggest_and_count_nothing(store, hospital):
    line = plan_line(store)
    assert hospital.key_unit == ""
    assert key_units.suggestion(store, hospital, YEAR) == "医院"
    assert line.suggested == len(key_units.suggested(store, YEAR, 50)) > 0
    planned = equipment_plan.devices(store, YEAR, "key-units", done=False)
    owners = {row.enterprise_id for row in kept.page(store, planned)}
    assert hospital.id not in owners


def test_a_decision_with_its_reason_counts_and_is_one_operation(store, act, hospital):
    before, length = plan_line(store), operations.length(store)
    key_units.decide(store, act, [hospital.id], "yes", f" {WHY}\n")
    after = plan_line(store)
    assert length + 1 == operations.length(store)
    assert (after.all, after.suggested) == (before.all + 1, before.suggested - 1)
    row = enterprises.get(store, hospital.id)
    assert (row.key_unit, row.key_unit_reason) == ("yes", WHY)
    assert key_units.suggestion(store, row, YEAR) == ""


def test_a_unit_that_is_none_is_not_suggested_again(store, act, hospital):
    before = plan_line(store)
    key_units.decide(store, act, [hospital.id], "no", "已停业")
    after = plan_line(store)
    assert (after.all, after.suggested) == (before.all, before.suggested - 1)
    assert hospital.id not in {row.id for row in key_units.suggested(store, YEAR, 50)}


def test_a_unit_without_any_such_word_may_be_one(store, act):
    """A factory becomes a key unit by an accident, not by its name."""
    keys = equipment.ids(store, Wanted(status="in-use"))
    owner = next(
        unit
        for row in kept.page(store, keys)
        if not key_units.suggestion(store, unit := sites.get(store, row.enterprise_id), YEAR)
        and not unit.key_unit
    )
    before = plan_line(store).all
    key_units.decide(store, act, [owner.id], "yes", "两年内发生过事故")
    assert plan_line(store).all == before + 1


def test_a_decision_is_taken_back_and_what_came_since_stays(store, act, hospital):
    done = key_units.decide(store, act, [hospital.id], "yes", WHY).value
    sites.edit(store, replace(sites.get(store, hospital.id), phone="0539-0000000"))
    key_units.undo(store, act, done)
    row = sites.get(store, hospital.id)
    assert (row.key_unit, row.key_unit_reason) == ("", "")
    assert row.phone == "0539-0000000"


def test_open_again_needs_no_reason_and_keeps_none(store, act, hospital):
    key_units.decide(store, act, [hospital.id], "yes", WHY)
    key_units.decide(store, act, [hospital.id], "", "")
    row = sites.get(store, hospital.id)
    assert (row.key_unit, row.key_unit_reason) == ("", "")


@pytest.mark.parametrize(
    "said",
    [("yes", "  ", "reason-missing"), ("no", "", "reason-missing"), ("maybe", WHY, "not-found")],
)
def test_what_is_no_decision_is_refused_and_changes_nothing(store, act, hospital, said):
    value, reason, code = said
    length = operations.length(store)
    with pytest.raises(Refused) as refused:
        key_units.decide(store, act, [hospital.id], value, reason)
    assert refused.value.code == code
    assert length == operations.length(store)


def test_an_unknown_unit_decides_nothing_for_the_others(store, act, hospital):
    with pytest.raises(Refused):
        key_units.decide(store, act, [hospital.id, "nobody"], "yes", WHY)
    assert sites.get(store, hospital.id).key_unit == ""
