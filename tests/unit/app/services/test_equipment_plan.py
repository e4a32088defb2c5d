"""The yearly plan: shares out of a table, progress out of finished checks, devices behind each."""

from dataclasses import replace

import pytest

from app.services import device, equipment, equipment_plan, merging, sites
from app.services.equipment import Wanted
from db.store import equipment as kept
from resources.data import load_plan_rules
from tests.unit.app.services import test_seen_device as seen


@pytest.fixture
def lift(store):
    """The lift of a school nobody has checked yet: a key unit, which has a boiler besides."""
    school = sites.find(store, "第二实验小学")[0]
    return next(one for one in kept.of_enterprise(store, school.id) if one.kind_code == "3110")


def checked(store, act, lift, record=None):
    """A finished check of the lift, whose mark shows a new test."""
    begun = record or seen.begin(store, act, lift, equipment_id=lift.id)
    return seen.finished(store, act, begun, next_test="2027-09-30")


def lines(store, year=2026):
    return {line.rule.id: line for line in equipment_plan.plan(store, year).lines}


def in_use(store):
    return kept.page(store, equipment.ids(store, Wanted(status="in-use")))


def test_the_shares_are_those_of_the_rules_and_say_where_they_come_from():
    shares = {rule.id: rule.share_percent for rule in load_plan_rules()}
    assert shares == {"use-units": 5, "key-units": 50, "each-type": 100}
    assert all(rule.law and rule.source and rule.effective_from for rule in load_plan_rules())


def test_before_any_check_everything_is_due(store):
    """The bureau's first checks were made this year; the year before had none."""
    units = {row.enterprise_id for row in in_use(store)}
    found = lines(store, 2025)
    assert (found["use-units"].all, found["use-units"].done) == (len(units), 0)
    assert found["use-units"].wanted == -(-len(units) * 5 // 100)
    key = found["key-units"]
    assert 0 < key.all < len(units)
    assert key.wanted == -(-key.all // 2)
    assert found["each-type"].wanted == 0


def test_units_found_to_be_one_count_once_with_the_checks_of_both(store, act, lift):
    """A merged unit would be due for ever, and the check under its old name would not count."""
    checked(store, act, lift)
    before = lines(store)
    due = set(equipment_plan.devices(store, 2026, "use-units", done=False))
    other = min(one.enterprise_id for one in in_use(store) if one.id in due)
    merging.merge(store, act, other, lift.enterprise_id, "同一家")
    after = lines(store)
    assert after["use-units"].all == before["use-units"].all - 1
    for rule in ("use-units", "key-units"):
        assert after[rule].done == before[rule].done
    both = {row.id for row in in_use(store) if row.enterprise_id in {other, lift.enterprise_id}}
    assert not both & set(equipment_plan.devices(store, 2026, "use-units", done=False))
    assert lift.id in equipment_plan.devices(store, 2026, "use-units", done=True)
    left = set(equipment_plan.devices(store, 2026, "each-type", done=False))
    assert both & left, "of the kinds nobody looked at, whoever's they were"
    assert lift.id not in left


def test_a_finished_check_counts_in_its_year_and_only_once_a_unit(store, act, lift):
    before = lines(store)
    record = seen.begin(store, act, lift, equipment_id=lift.id)
    assert lines(store)["use-units"].done == before["use-units"].done
    checked(store, act, lift, record)
    checked(store, act, lift)
    found = lines(store)
    for rule in ("use-units", "key-units"):
        assert found[rule].done == before[rule].done + 1
    assert lines(store, 2025)["use-units"].done == 0
    assert lines(store, 2027)["use-units"].done == 0


def test_each_kind_of_a_checked_unit_is_to_be_seen(store, act, lift):
    number = "锅10鲁Q00921(24)"
    row = replace(lift, id="", code="", registration_no=number, kind_code="1100", name="锅炉")
    boiler = equipment.save(store, act, row).value
    before = lines(store)["each-type"]
    checked(store, act, lift)
    line = lines(store)["each-type"]
    kinds = {
        equipment.named(row.kind_code).kind
        for row in in_use(store)
        if row.enterprise_id == lift.enterprise_id
    }
    assert {"电梯", "锅炉"} <= kinds
    whole = before.all + len(kinds)
    assert (line.all, line.wanted, line.done) == (whole, whole, before.done + 1)
    left = equipment_plan.devices(store, 2026, "each-type", done=False)
    assert boiler.id in left
    assert lift.id not in left
    assert lift.id in equipment_plan.devices(store, 2026, "each-type", done=True)


def test_the_numbers_lead_to_their_devices(store, act, lift):
    before = equipment_plan.devices(store, 2026, "key-units", done=False)
    assert lift.id in before
    done = equipment_plan.devices(store, 2026, "key-units", done=True)
    assert lift.id not in done
    checked(store, act, lift)
    left = equipment_plan.devices(store, 2026, "key-units", done=False)
    same_unit = {row.id for row in kept.of_enterprise(store, lift.enterprise_id)}
    assert set(left) == set(before) - same_unit
    now = equipment_plan.devices(store, 2026, "key-units", done=True)
    assert set(now) == {*done, lift.id}
    units = {sites.get(store, kept.get(store, one).enterprise_id) for one in before}
    assert {unit.key_unit for unit in units} == {"yes"}


def test_what_is_not_in_use_is_not_due(store, act, lift):
    before = lines(store)["key-units"].all
    for row in kept.of_enterprise(store, lift.enterprise_id):
        if row.status == "in-use":
            device.set_status(store, act, row.id, "stopped", "停园")
    assert lines(store)["key-units"].all == before - 1
    assert lift.id not in equipment_plan.devices(store, 2026, "key-units", done=False)


def test_an_unknown_rule_has_no_devices_and_an_old_year_no_plan(store):
    assert equipment_plan.devices(store, 2026, "nothing", done=True) == ()
    assert equipment_plan.plan(store, 2021).lines == ()
