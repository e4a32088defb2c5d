"""Lists that name a unit as it was called once, or by a row another one stands for now."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import merging, operator_import, sites
from app.services.equipment_import import apply, preview
from db.store import enterprises, equipment
from tests.unit.app.services.equipment_kit import GOOD, UNIT, book, row

TODAY = dt.date(2026, 9, 16)


@pytest.fixture
def unit(store):
    return sites.find(store, "小白羊")[0]


def test_a_former_name_is_asked_about_and_makes_no_second_unit(store, act, tmp_path, unit):
    merging.rename(store, act, replace(unit, name="临沂市大黑羊童车有限公司"))
    found = preview(store, book(tmp_path, row()), TODAY)
    (doubt,) = found.doubts
    assert doubt.reason == "unit-former"
    assert [one.kind for one in doubt.choices] == ["unit", "skip"]
    assert "大黑羊" in doubt.known
    before = len(enterprises.identities(store))
    apply(store, act, found, {doubt.key: f"unit:{unit.id}"})
    assert len(enterprises.identities(store)) == before
    assert equipment.by_code(store, GOOD["设备代码"]).enterprise_id == unit.id


def test_a_name_somebody_else_has_now_is_his(store, act, tmp_path, unit):
    other = next(one for one in sites.find(store, "临沂") if one.id != unit.id)
    merging.rename(store, act, replace(unit, name="临沂市大黑羊童车有限公司"))
    merging.rename(store, act, replace(other, name=UNIT))
    found = preview(store, book(tmp_path, row()), TODAY)
    assert [one.unit for one in found.entries] == [other.id]


def test_a_unit_merged_away_is_the_one_that_stands_for_it(store, act, tmp_path, unit):
    """Its devices stay where they are, or taking the merge back would lose them."""
    path = book(tmp_path, row())
    apply(store, act, preview(store, path, TODAY), {})
    other = next(one for one in sites.find(store, "临沂") if one.id != unit.id)
    merging.merge(store, act, other.id, unit.id, "吸收合并")
    found = preview(store, path, TODAY)
    assert [(one.unit, one.state) for one in found.entries] == [(other.id, "same")]
    fresh = row(设备代码="311037001202300029", 使用登记证编号="")
    path = book(tmp_path, fresh)
    found = preview(store, path, TODAY)
    assert found.doubts == ()
    apply(store, act, found, {})
    assert equipment.by_code(store, fresh["设备代码"]).enterprise_id == other.id


def test_an_operator_of_a_unit_merged_away_has_not_moved(store, act, tmp_path, unit):
    path = book(
        tmp_path,
        {"姓名": "孙操作", "证件编号": "TS6LYI0001", "有效期至": "2027-05-01", "使用单位": UNIT},
        name="人员.xlsx",
    )
    operator_import.apply(store, act, operator_import.preview(store, path, TODAY), {})
    other = next(one for one in sites.find(store, "临沂") if one.id != unit.id)
    merging.merge(store, act, other.id, unit.id, "吸收合并")
    found = operator_import.preview(store, path, TODAY)
    assert found.doubts == ()
    assert [one.state for one in found.entries] == ["same"]
