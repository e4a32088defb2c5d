"""The card of one device: its code read, its status with a reason, an edit taken back."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import device, equipment, operators, sites
from app.services.errors import Refused
from app.services.operators import Wanted
from app.services.today import board
from db.rows import Equipment
from db.store import operations, people


@pytest.fixture
def lift(store, act):
    unit = sites.find(store, "小白羊")[0]
    row = Equipment(
        id="",
        enterprise_id=unit.id,
        code="311037001202300021",
        registration_no="梯11鲁Q00921(24)",
        kind_code="3110",
        name="客梯",
        place="办公楼",
        next_test=dt.date(2027, 5, 1),
    )
    return equipment.save(store, act, row).value


def test_the_card_reads_the_code_and_names_what_it_means(store, act, lift):
    found = device.card(store, lift.id, act.today)
    parts = found.parts
    assert (parts.variety, parts.maker, parts.year, parts.serial) == (
        "3110",
        "37001",
        2023,
        "00021",
    )
    assert (found.named.kind, found.named.variety) == ("电梯", "曳引驱动乘客电梯")
    assert found.problem is None
    assert found.enterprise.id == lift.enterprise_id
    assert [one.kind for one in found.matters] == ["lift-check"]


def test_stopping_wants_a_reason_and_is_taken_back(store, act, lift):
    """An inspector must be able to answer later why a device stood still."""
    before = operations.length(store)
    with pytest.raises(Refused) as refused:
        device.set_status(store, act, lift.id, "stopped", "  ")
    assert refused.value.code == "reason-missing"
    assert before == operations.length(store)
    edited = device.set_status(store, act, lift.id, "scrapped", "使用满 20 年").value
    assert equipment.get(store, lift.id).status == "scrapped"
    device.undo(store, act, edited)
    assert equipment.get(store, lift.id).status == "in-use"


def test_taking_an_edit_back_leaves_what_was_written_since(store, act, lift):
    edited = device.edit(store, act, replace(lift, place="三号楼")).value
    device.edit(store, act, replace(equipment.get(store, lift.id), maker="别家"))
    device.undo(store, act, edited)
    now = equipment.get(store, lift.id)
    assert (now.place, now.maker) == ("办公楼", "别家")


def hand(lift, **fields):
    given = {"name": "周一", "certificate": "T-001", "expires": dt.date(2028, 1, 1), **fields}
    return Wanted(lift.id, **given)


def test_an_operator_is_kept_with_the_certificate_and_days_left(store, act, lift):
    expires = act.today + dt.timedelta(days=20)
    operators.keep(store, act, hand(lift, expires=expires, project="T"))
    (one,) = device.card(store, lift.id, act.today).operators
    assert (one.person.name, one.row.project, one.days_left) == ("周一", "T", 20)
    assert (one.person.role, one.person.enterprise_id) == ("operator", lift.enterprise_id)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "name-missing"),
        ({"certificate": ""}, "operator-certificate-missing"),
        ({"expires": None}, "operator-certificate-missing"),
        ({"person_id": "nobody"}, "not-found"),
        ({"operator_id": "nobody"}, "not-found"),
    ],
)
def test_an_operator_without_papers_is_refused(store, act, lift, fields, code):
    before = operations.length(store)
    with pytest.raises(Refused) as refused:
        operators.keep(store, act, hand(lift, **fields))
    assert refused.value.code == code
    assert before == operations.length(store)


def test_nobody_stands_twice_at_one_device(store, act, lift):
    row = operators.keep(store, act, hand(lift)).value
    with pytest.raises(Refused) as refused:
        operators.keep(store, act, hand(lift, person_id=row.person_id))
    assert refused.value.code == "operator-there"
    assert row.person_id not in {one.id for one in operators.candidates(store, lift.id)}


def test_who_ended_is_gone_from_the_card_and_may_come_back(store, act, lift):
    row = operators.keep(store, act, hand(lift)).value
    operators.end(store, act, row.id)
    assert device.card(store, lift.id, act.today).operators == ()
    assert row.person_id in {one.id for one in operators.candidates(store, lift.id)}
    operators.again(store, act, row.id)
    assert len(device.card(store, lift.id, act.today).operators) == 1


def test_a_renewed_certificate_holds_at_every_device_of_the_person(store, act, lift):
    other = equipment.save(
        store, act, replace(lift, id="", code="311037001202300022", registration_no="")
    ).value
    row = operators.keep(store, act, hand(lift)).value
    operators.keep(store, act, hand(other, person_id=row.person_id))
    renewed = dt.date(2032, 1, 1)
    operators.keep(
        store,
        act,
        hand(lift, expires=renewed, person_id=row.person_id, operator_id=row.id),
    )
    (one,) = device.card(store, other.id, act.today).operators
    assert one.person.certificate_expires == renewed


@pytest.mark.parametrize(
    ("days", "group"), [(-5, "overdue"), (0, "today"), (29, "month"), (31, "")]
)
def test_a_certificate_that_expires_stands_in_today(store, act, lift, days, group):
    """Nobody looks into a device's card to find out that the driver may not drive tomorrow."""
    row = operators.keep(store, act, hand(lift, expires=act.today + dt.timedelta(days=days))).value
    shown = board(store, act)
    where = {
        name
        for name in ("overdue", "today", "week", "month")
        for task in getattr(shown, name)
        if task.kind == "certificate" and task.about == ("equipment", lift.id)
    }
    assert where == ({group} if group else set())
    operators.end(store, act, row.id)
    ended = board(store, act)
    assert not any(
        task.kind == "certificate" and task.id == lift.id
        for task in (*ended.overdue, *ended.today, *ended.month)
    )
    assert people.get(store, row.person_id).active
