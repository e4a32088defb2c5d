"""The register of special equipment: its pages by the next test, its cards, what may be kept."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import device, equipment, sites
from app.services.equipment import Wanted
from app.services.errors import Refused
from db.journal.ids import new_id
from db.rows import Equipment
from db.store import equipment as devices
from db.store import operations


@pytest.fixture
def unit(store):
    return sites.find(store, "小白羊")[0]


@pytest.fixture
def lift(unit):
    return Equipment(
        id="",
        enterprise_id=unit.id,
        code="311037001202300021",
        registration_no="梯11鲁Q00921(24)",
        kind_code="3110",
        name="客梯",
        place="办公楼",
        next_test=dt.date(2027, 5, 1),
    )


def rows(store, act, **wanted):
    return equipment.lines(store, equipment.ids(store, Wanted(**wanted)), act.today)


def test_the_register_is_sorted_by_the_next_test_and_what_has_none_comes_last(store, act, lift):
    equipment.save(store, act, replace(lift, next_test=None))
    found = [line.equipment.next_test for line in rows(store, act)]
    assert found[-1] is None
    assert found[:-1] == sorted(day for day in found if day is not None)


def test_a_kind_means_everything_below_it(store, act):
    found = {line.named.kind for line in rows(store, act, kind_code="3000")}
    assert found == {"电梯"}
    assert len(rows(store, act, kind_code="3120")) < len(rows(store, act, kind_code="3000"))
    assert "7310" in equipment.below("F000")


def test_filters_narrow_each_other(store, act, unit):
    every = rows(store, act, enterprise_id=unit.id)
    assert {line.enterprise_name for line in every} == {unit.name}
    soon = rows(store, act, enterprise_id=unit.id, before=act.today + dt.timedelta(days=30))
    assert [line.days_left for line in soon] == [12]
    assert [line.equipment.name for line in rows(store, act, words="叉车", kind_code="3000")] == []
    assert soon[0] in rows(store, act, words="叉车")


def test_the_first_ones_are_the_same_however_many_are_asked_for(store, act):
    """The beginning of a long register is merged from many parts; it must be the real beginning."""
    for wanted in (Wanted(), Wanted(kind_code="3000"), Wanted(kind_code="3000", status="in-use")):
        every = equipment.ids(store, wanted)
        assert len(every) > 5
        days = [row.next_test or dt.date.max for row in devices.page(store, every)]
        assert days == sorted(days)
        assert equipment.ids(store, wanted, 5) == every[:5]
        first = equipment.beginning(store, wanted, 5, 1000)
        assert (first.ids, first.count, first.whole) == (every[:5], len(every), False)
        assert equipment.beginning(store, wanted, 3, 4).count == 4
        all_of_them = equipment.beginning(store, wanted, len(every) + 1, 3)
        assert (all_of_them.ids, all_of_them.count, all_of_them.whole) == (every, len(every), True)


def test_a_lapsed_test_is_only_that_of_equipment_in_use(store, act, lift):
    """A stopped lift is not tested; it must not fill the list of what has lapsed."""
    yesterday = act.today - dt.timedelta(days=1)
    kept = equipment.save(store, act, replace(lift, next_test=yesterday)).value
    lapsed = equipment.tested(store, Wanted(), "lapsed", act.today)
    assert kept.id in equipment.ids(store, lapsed)
    assert all(
        line.days_left < 0
        for line in equipment.lines(store, equipment.ids(store, lapsed), act.today)
    )
    device.set_status(store, act, kept.id, "stopped", "长期停业")
    assert kept.id not in equipment.ids(store, lapsed)


@pytest.mark.parametrize(("days", "there"), [(-1, False), (0, True), (30, True), (31, False)])
def test_soon_means_from_today_up_to_thirty_days(store, act, lift, days, there):
    day = act.today + dt.timedelta(days=days)
    kept = equipment.save(store, act, replace(lift, next_test=day)).value
    soon = equipment.tested(store, Wanted(), "soon", act.today)
    assert (kept.id in equipment.ids(store, soon)) == there


def test_words_that_nothing_has_find_nothing(store, act):
    assert rows(store, act, words="没有的东西") == ()


def test_saving_puts_the_writing_right_and_makes_one_operation(store, act, lift):
    before = operations.length(store)
    typed = replace(lift, code="3110 37001 2023 00021", registration_no="梯11鲁q00921（24）")
    kept = equipment.save(store, act, typed).value
    assert (kept.code, kept.registration_no) == (lift.code, lift.registration_no)
    assert kept.status == "in-use"
    assert before + 1 == operations.length(store)


def test_changing_keeps_the_id_and_tells_both_units(store, act, lift):
    kept = equipment.save(store, act, lift).value
    other = sites.find(store, "公司")
    other = next(one for one in other if one.id != lift.enterprise_id)
    moved = equipment.save(store, act, replace(kept, enterprise_id=other.id))
    assert moved.value.id == kept.id
    assert {kept.id, other.id, lift.enterprise_id} == moved.changes.ids


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"code": "", "registration_no": " "}, "equipment-unnamed"),
        ({"code": "31103700120230002"}, "equipment-code-wrong"),
        ({"code": "319037001202300021"}, "equipment-code-wrong"),
        ({"registration_no": "电11鲁Q00921(24)"}, "registration-wrong"),
        ({"kind_code": "3190"}, "equipment-kind-unknown"),
        ({"kind_code": ""}, "equipment-kind-unknown"),
        ({"status": "lent"}, "equipment-status-unknown"),
        ({"enterprise_id": "nobody"}, "not-found"),
        ({"id": "nothing"}, "not-found"),
        ({"registration_no": "车11鲁Q00011(23)"}, "equipment-taken"),
    ],
)
def test_what_may_not_be_kept_is_refused_and_nothing_written(store, act, lift, fields, code):
    before = operations.length(store)
    with pytest.raises(Refused) as refused:
        equipment.save(store, act, replace(lift, **fields))
    assert refused.value.code == code
    assert before == operations.length(store)


def test_a_device_two_laptops_entered_both_can_still_be_put_right(store, act, lift):
    """Each refused every edit because the other has its number, and neither card said so."""
    one = equipment.save(store, act, lift).value
    assert device.card(store, one.id, act.today).twins == ()
    twin = replace(one, id=new_id(), name="又一台")
    with store.atomic():
        devices.save(store, twin)
    assert [other.name for other in device.card(store, one.id, act.today).twins] == ["又一台"]
    for row in (one, twin):
        assert equipment.save(store, act, replace(row, place="二号楼")).value.place == "二号楼"
    with pytest.raises(Refused, match="equipment-taken"):
        equipment.save(store, act, replace(twin, registration_no="车11鲁Q00011(23)"))
    with pytest.raises(Refused, match="equipment-taken"):
        equipment.save(store, act, replace(one, id=""))


def test_the_twenty_digits_of_an_old_device_are_kept_and_shown_as_old(store, act, lift):
    old = replace(lift, code="21603101012006010101", registration_no="")
    kept = equipment.save(store, act, old).value
    found = device.card(store, kept.id, act.today)
    assert (found.problem, found.parts) == ("old-number", None)
