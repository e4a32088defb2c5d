"""The column 重点单位 of a bureau's list: it decides what nobody decided, and overrules nobody."""

import pytest

from app.screens.equipment_list import entry_words
from app.services import key_units
from app.services.equipment_import import apply
from db.store import enterprises, equipment
from tests.unit.app.services.equipment_kit import book, row
from tests.unit.app.services.test_equipment_import import CODE, seen, taken


def test_a_column_says_which_units_are_key_units(store, act, tmp_path):
    """Empty cells say nothing; the list itself is the reason that stays with the unit."""
    other = row(设备代码="311037001202300022", 使用登记证编号="")
    path = book(tmp_path, row(是否重点单位="是"), {**other, "是否重点单位": ""})
    found = seen(store, path)
    told = [entry_words(entry)[1] for entry in found.entries]
    assert ["→" in words for words in told] == [True, False]
    assert apply(store, act, found, {}).value.new == 2
    unit = enterprises.get(store, equipment.by_code(store, CODE).enterprise_id)
    assert unit.key_unit == "yes"
    assert "台账.xlsx" in unit.key_unit_reason
    assert {one.state for one in seen(store, path).entries} == {"same"}


def test_a_key_unit_alone_is_a_change_of_the_row(store, act, tmp_path):
    taken(store, act, book(tmp_path, row()))
    found = seen(store, book(tmp_path, row(重点单位="√")))
    (entry,) = found.of("changed")
    pairs = [(one.field, one.before, one.after) for one in entry.differences]
    assert pairs == [("key_unit", "", "yes")]
    assert apply(store, act, found, {}).value.changed == 1


@pytest.mark.parametrize(("choice", "kept"), [("key-yes", "yes"), ("key-no", "no")])
def test_a_list_never_overrules_a_decision_by_itself(store, act, tmp_path, choice, kept):
    taken(store, act, book(tmp_path, row()))
    unit = equipment.by_code(store, CODE).enterprise_id
    key_units.decide(store, act, [unit], "no", "已关停")
    found = seen(store, book(tmp_path, row(重点单位="是")))
    (doubt,) = found.doubts
    assert (doubt.reason, doubt.known) == ("key-differs", "no")
    assert apply(store, act, found, {}).value.left == 1
    assert enterprises.get(store, unit).key_unit_reason == "已关停"
    apply(store, act, found, {doubt.key: choice})
    assert enterprises.get(store, unit).key_unit == kept


def test_a_list_that_says_both_of_one_unit_asks(store, tmp_path):
    other = row(设备代码="311037001202300022", 使用登记证编号="", 重点单位="否")
    (doubt,) = seen(store, book(tmp_path, row(重点单位="是"), other)).doubts
    assert (doubt.reason, len(doubt.places)) == ("key-differs", 2)
