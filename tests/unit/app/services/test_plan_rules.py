"""The plan's shares: bundled until the bureau writes its own, and again when that is taken away."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import equipment_plan, plan_rules
from app.services.errors import Refused
from db.store import operations
from resources.data import load_plan_rules

SOURCE = "临市监特设〔2026〕3号"


def own(rule_id="use-units", **said):
    rule = next(one for one in load_plan_rules() if one.id == rule_id)
    told = {"share_percent": 8, "source": SOURCE, "effective_from": dt.date(2026, 1, 1)}
    return replace(rule, **{**told, **said})


def held(reader, rule_id="use-units"):
    return next(one for one in plan_rules.held(reader) if one.rule.id == rule_id)


def test_the_bundled_value_holds_until_the_bureau_writes_its_own(store, act):
    assert (held(store).rule, held(store).own) == (held(store).bundled, False)
    length = operations.length(store)
    plan_rules.write(store, act, own())
    assert length + 1 == operations.length(store)
    found = held(store)
    assert found.own
    assert (found.rule.share_percent, found.rule.source) == (8, SOURCE)
    assert found.rule.confidence == "confirmed"
    assert found.bundled.share_percent == 5
    assert found.rule.name_zh == found.bundled.name_zh


def test_the_plan_is_counted_by_it_from_the_year_it_holds_from(store, act):
    before = equipment_plan.plan(store, 2026).lines[0]
    plan_rules.write(store, act, own(share_percent=100))
    assert equipment_plan.plan(store, 2026).lines[0].wanted == before.all > before.wanted
    assert equipment_plan.plan(store, 2025).lines[0].rule.share_percent == 5


def test_its_words_are_what_suggests_a_key_unit(store, act):
    plan_rules.write(store, act, own("key-units", words=("童车",), share_percent=50))
    line = next(one for one in equipment_plan.plan(store, 2026).lines if one.suggested)
    assert line.rule.words == ("童车",)
    assert line.suggested == 1


def test_back_to_what_the_program_came_with_is_an_operation_too(store, act):
    plan_rules.write(store, act, own())
    length = operations.length(store)
    plan_rules.reset(store, act, "use-units")
    assert length + 1 == operations.length(store)
    assert (held(store).rule, held(store).own) == (held(store).bundled, False)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"share_percent": 0}, "plan-rule-share"),
        ({"share_percent": 101}, "plan-rule-share"),
        ({"source": " \n"}, "plan-rule-source"),
        ({"words": ("字",) * 201}, "plan-rule-words"),
        ({"effective_from": dt.date.min}, "plan-rule-day"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(store, act, said, code):
    length = operations.length(store)
    with pytest.raises(Refused) as refused:
        plan_rules.write(store, act, own(**said))
    assert refused.value.code == code
    assert length == operations.length(store)


def test_an_unknown_rule_is_refused(store, act):
    with pytest.raises(Refused, match="not-found"):
        plan_rules.reset(store, act, "nothing")
    with pytest.raises(Refused, match="not-found"):
        plan_rules.write(store, act, replace(own(), id="nothing"))
