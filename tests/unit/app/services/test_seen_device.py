"""The device a check looked at is tied to it, and what it saw is offered to the register."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    cases,
    device,
    equipment,
    finishing,
    follow_ups,
    matters,
    seen_device,
    sites,
)
from app.services.errors import Refused
from app.services.records import open_record
from app.services.seen_device import Seen
from db.rows import Equipment
from db.store import equipment as kept
from db.store import findings, records
from tests.unit.app.services import kit

SAID = {
    "check_kind": "regular",
    "basis": "年度监督检查计划",
    "safety_head": "周堃",
    "contact": "周堃",
    "contact_post": "主管",
    "certificates_shown": "yes",
    "summary": "检查1台电梯，未发现问题。",
    "handling": "none",
    "hazards": "none",
    "violations": "none",
    "stop_use": "no",
    "recorder": "李喆",
    "party_opinion": "无",
}


@pytest.fixture
def lift(store):
    unit = sites.find(store, "小白羊")[0]
    return next(one for one in kept.of_enterprise(store, unit.id) if one.kind_code.startswith("3"))


def begin(store, act, lift, **given):
    return cases.start(
        store,
        act,
        lift.enterprise_id,
        matters.LIFT_CHECK,
        partner_id=kit.partner_of(store, act),
        **given,
    ).value.record


def finished(store, act, record, **said):
    """The check filled in, signed by everyone and finished."""
    kit.fill_check(store, act, record.id)
    kit.answer_by_name(store, act, record.id, **{**SAID, **said})
    kit.sign_all(store, act, record.id)
    return finishing.finish(store, act, record.id).value


def answer(store, act, record, name):
    said = open_record(store, act, record.id).session.answers()
    return next((value for path, value in said.items() if path.endswith("/" + name)), "")


def test_a_check_begun_from_the_card_has_chosen_the_device(store, act, lift):
    record = begin(store, act, lift, equipment_id=lift.id)
    assert record.equipment_id == lift.id
    assert answer(store, act, record, "device") == lift.id
    assert answer(store, act, record, "registration_no") == lift.registration_no


def test_a_device_chosen_in_the_form_is_the_records_once_it_is_finished(store, act, lift):
    record = begin(store, act, lift)
    kit.answer_by_name(store, act, record.id, device=lift.id)
    found = kit.mark_adverse(store, act, record.id, "alarm", "警铃无应答")
    done = finished(
        store,
        act,
        record,
        summary="警铃无应答",
        handling="instruct",
        hazards="guard",
        stop_use="yes",
    )
    assert done.equipment_id == lift.id
    assert findings.get(store, found).equipment_id == lift.id
    card = device.card(store, lift.id, act.today)
    assert [one.id for one in card.records] == [record.id]
    assert [line.finding.id for line in card.open_findings] == [found]


def test_another_choice_in_the_form_wins_over_the_one_it_was_begun_with(store, act, lift):
    other = equipment.save(
        store, act, replace(lift, id="", code="311037001202300021", registration_no="")
    ).value
    record = begin(store, act, lift, equipment_id=lift.id)
    kit.answer_by_name(store, act, record.id, device=other.id, registration_no="梯11鲁Q00921(24)")
    assert finished(store, act, record).equipment_id == other.id
    assert records.of_equipment(store, lift.id) == ()


def test_another_next_test_is_offered_and_never_written_by_itself(store, act, lift):
    before = equipment.get(store, lift.id)
    record = begin(store, act, lift, equipment_id=lift.id)
    finished(store, act, record, next_test="2027-09-30")
    assert equipment.get(store, lift.id) == before
    (offer,) = device.card(store, lift.id, act.today).offers
    assert offer.seen == (Seen("next_test", before.next_test.isoformat(), "2027-09-30"),)
    edited = seen_device.take(store, act, offer).value
    assert edited.after == replace(before, next_test=dt.date(2027, 9, 30))
    assert device.card(store, lift.id, act.today).offers == ()
    device.undo(store, act, edited)
    assert equipment.get(store, lift.id) == before


def test_an_offer_left_with_a_reason_does_not_come_back(store, act, lift):
    record = begin(store, act, lift, equipment_id=lift.id)
    finished(store, act, record, next_test="2027-09-30")
    (offer,) = device.card(store, lift.id, act.today).offers
    with pytest.raises(Refused) as refused:
        seen_device.leave(store, act, offer, " ")
    assert refused.value.code == "reason-missing"
    seen_device.leave(store, act, offer, "标志上的日期印错了")
    assert device.card(store, lift.id, act.today).offers == ()
    assert follow_ups.get(store, offer.follow_up.id).state == "void"


def test_what_agrees_offers_nothing(store, act, lift):
    finished(store, act, begin(store, act, lift, equipment_id=lift.id))
    assert device.card(store, lift.id, act.today).offers == ()


@pytest.mark.parametrize(
    ("row", "said", "columns"),
    [
        ({"place": ""}, {"device_place": "2号楼"}, ("place",)),
        ({"place": "1号楼"}, {"device_place": "2号楼"}, ()),
        ({"registration_no": ""}, {"registration_no": "未登记"}, ()),
        ({"registration_no": ""}, {"registration_no": "梯11鲁Q00921(24)"}, ("registration_no",)),
        ({"next_test": None}, {"next_test": "2027-01-01"}, ("next_test",)),
        ({"next_test": dt.date(2026, 1, 1)}, {"next_test": ""}, ()),
        ({"next_test": dt.date(2026, 1, 1)}, {"next_test": "明年"}, ()),
        ({}, {"maintenance_unit": "安梯乐", "device_code": "1"}, ("code", "maintenance_unit")),
    ],
)
def test_the_register_is_offered_what_it_lacks_and_another_test(row, said, columns):
    found = seen_device.differences(Equipment("d", "u", **row), said)
    assert tuple(one.column for one in found) == columns
