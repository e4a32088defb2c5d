"""A bureau's list of operators: certificates with their days, duplicates resolved by hand."""

import datetime as dt

import pytest

from app.services import operators, today
from app.services.errors import Refused
from app.services.operator_import import apply, preview
from db.rows import Person
from db.store import enterprises, equipment, operations, people
from db.store import operators as kept
from tests.unit.app.services.equipment_kit import UNIT, USCC, book

TODAY = dt.date(2026, 9, 16)
LIFT = "311037002201800008"
GOOD = {
    "姓名": "孙操作",
    "证件编号": "TS6LYI0001",
    "作业项目": "N1",
    "有效期至": "2029-05-01",
    "联系电话": "139 0000 0001",
    "使用单位": UNIT,
}


def row(**cells):
    return {**GOOD, **cells}


def seen(store, path):
    return preview(store, path, TODAY)


def taken(store, act, path, **resolutions):
    return apply(store, act, seen(store, path), resolutions).value


def wrongs(found):
    return [(one.place.row, one.column, one.code) for one in found.wrong]


def found_one(store, certificate="TS6LYI0001"):
    keys = [key for key, _name, number, _unit in people.identities(store) if number == certificate]
    (person,) = (people.get(store, key) for key in keys)
    return person


@pytest.fixture
def device(store):
    """A device of the unit the list names."""
    unit = enterprises.by_uscc(store, USCC)
    return equipment.of_enterprise(store, unit.id)[0]


def test_a_clean_row_makes_the_person_and_the_post(store, act, tmp_path, device):
    found = seen(store, book(tmp_path, row(设备代码=device.code)))
    assert [one.state for one in found.entries] == ["new"]
    assert found.wrong == found.doubts == ()
    before = operations.length(store)
    assert apply(store, act, found, {}).value.new == 1
    assert before + 2 == operations.length(store)
    person = found_one(store)
    assert (person.name, person.certificate_expires) == ("孙操作", dt.date(2029, 5, 1))
    assert enterprises.get(store, person.enterprise_id).name == UNIT
    hands = operators.of_equipment(store, device.id, TODAY)
    assert [(h.person.name, h.row.project) for h in hands if h.person.id == person.id] == [
        ("孙操作", "N1")
    ]


def test_the_same_file_twice_changes_nothing(store, act, tmp_path, device):
    path = book(tmp_path, row(设备代码=device.code), row(证件编号="TS6LYI0002", 姓名="李操作"))
    first = seen(store, path)
    assert apply(store, act, first, {}).value.new == 2
    length = operations.length(store)
    assert apply(store, act, first, {}).value.same == 2
    assert {one.state for one in seen(store, path).entries} == {"same"}
    assert length == operations.length(store)


def test_a_renewed_certificate_is_shown_field_by_field(store, act, tmp_path, device):
    taken(store, act, book(tmp_path, row(设备代码=device.code)))
    path = book(tmp_path, row(设备代码=device.code, 有效期至="2033/5/1", 联系电话=""))
    found = seen(store, path)
    (entry,) = found.of("changed")
    pairs = [(one.field, one.before, one.after) for one in entry.differences]
    assert pairs == [("expires", dt.date(2029, 5, 1), dt.date(2033, 5, 1))]
    assert apply(store, act, found, {}).value.changed == 1
    person = found_one(store)
    assert (person.certificate_expires, person.phone) == (dt.date(2033, 5, 1), "139 0000 0001")


def test_one_person_at_two_devices_is_one_person_with_two_posts(store, act, tmp_path):
    unit = enterprises.by_uscc(store, USCC)
    first, second = equipment.of_enterprise(store, unit.id)[:2]
    path = book(tmp_path, row(设备代码=first.code), row(设备代码=second.code))
    taken(store, act, path)
    person = found_one(store)
    posts = {one.equipment_id for one in kept.of_person(store, person.id)}
    assert posts == {first.id, second.id}
    renewed = book(
        tmp_path,
        *(row(设备代码=one.code, 有效期至="2033-05-01", 作业项目="N2") for one in (first, second)),
    )
    assert taken(store, act, renewed).changed == 2


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        ({"姓名": "无"}, ("name", "name-missing")),
        ({"证件编号": ""}, ("certificate", "certificate-missing")),
        ({"证件编号": 371302198904120010.0}, ("certificate", "digits-lost")),
        ({"证件编号": "371302198904120011"}, ("certificate", "certificate-wrong")),
        ({"有效期至": ""}, ("expires", "expiry-missing")),
        ({"有效期至": "2029年5月"}, ("expires", "date-month")),
        ({"有效期至": "长期"}, ("expires", "date")),
        ({"有效期至": "2929-05-01"}, ("expires", "date-far")),
        ({"使用单位": ""}, ("unit", "unit-missing")),
        ({"设备代码": "31103700"}, ("code", "code-wrong")),
        ({"登记证号": "电11鲁Q00921(24)"}, ("registration_no", "registration-wrong")),
        ({"统一社会信用代码": "91371302MA0DEM013X"}, ("uscc", "uscc-wrong")),
        ({"作业项目": "N" * 300}, ("project", "too-long")),
    ],
)
def test_what_cannot_be_meant_is_named_with_row_and_column(store, act, tmp_path, cells, named):
    """The other rows are taken over all the same."""
    found = seen(store, book(tmp_path, row(证件编号="TS6LYI0009"), row(**cells)))
    assert wrongs(found) == [(3, *named)]
    assert apply(store, act, found, {}).value.new == 1


def test_a_list_of_equipment_is_no_list_of_operators(store, tmp_path):
    with pytest.raises(Refused) as refused:
        seen(store, book(tmp_path, {"设备代码": LIFT, "使用单位": UNIT, "状态": "在用"}))
    assert refused.value.code == "operator-columns-unknown"


def test_a_certificate_of_two_names_waits_until_one_row_is_chosen(store, act, tmp_path):
    found = seen(store, book(tmp_path, row(), row(姓名="孙操")))
    (doubt,) = found.doubts
    assert (doubt.reason, doubt.text) == ("twice", "TS6LYI0001")
    assert apply(store, act, found, {}).value.left == 2
    done = apply(store, act, found, {doubt.key: doubt.choices[1].key}).value
    assert (done.new, done.left) == (1, 1)
    assert found_one(store).name == "孙操"


@pytest.mark.parametrize(("choice", "name"), [("take", "孙操"), ("keep", "孙操作")])
def test_another_name_of_a_known_certificate_is_asked_about(store, act, tmp_path, choice, name):
    taken(store, act, book(tmp_path, row()))
    found = seen(store, book(tmp_path, row(姓名="孙操", 有效期至="2033-05-01")))
    (doubt,) = found.doubts
    assert (doubt.reason, doubt.known) == ("name-differs", "孙操作")
    apply(store, act, found, {doubt.key: choice})
    assert (found_one(store).name, found_one(store).certificate_expires.year) == (name, 2033)


def test_a_namesake_with_another_certificate_is_the_same_or_somebody_else(store, act, tmp_path):
    taken(store, act, book(tmp_path, row()))
    person = found_one(store)
    path = book(tmp_path, row(证件编号="TS6LYI7777"))
    found = seen(store, path)
    (doubt,) = found.doubts
    assert [one.kind for one in doubt.choices] == ["person", "new-person", "skip"]
    apply(store, act, found, {doubt.key: f"person:{person.id}"})
    assert people.get(store, person.id).certificate == "TS6LYI7777"
    other = seen(store, book(tmp_path, row(证件编号="TS6LYI8888")))
    assert apply(store, act, other, {other.doubts[0].key: "new-person"}).value.new == 1
    assert found_one(store, "TS6LYI8888").id != person.id


def test_who_moved_to_another_unit_leaves_the_devices_of_the_old_one(store, act, tmp_path, device):
    taken(store, act, book(tmp_path, row(设备代码=device.code)))
    unit = next(
        name for key, name, _uscc in enterprises.identities(store) if key != device.enterprise_id
    )
    found = seen(store, book(tmp_path, row(使用单位=unit)))
    (doubt,) = found.doubts
    assert doubt.reason == "moved"
    apply(store, act, found, {doubt.key: "moved"})
    person = found_one(store)
    assert enterprises.get(store, person.enterprise_id).name == unit
    assert person.id not in {h.person.id for h in operators.of_equipment(store, device.id, TODAY)}


def test_an_unknown_device_is_asked_about_and_the_person_may_come_without(store, act, tmp_path):
    found = seen(store, book(tmp_path, row(设备代码="311037001202399999")))
    (doubt,) = found.doubts
    assert doubt.reason == "device-unknown"
    assert apply(store, act, found, {doubt.key: "no-device"}).value.new == 1
    (post,) = kept.of_person(store, found_one(store).id)
    assert (post.equipment_id, post.project) == ("", "N1")


def test_a_device_of_another_unit_is_asked_about(store, act, tmp_path, device):
    unit = next(
        name for key, name, _uscc in enterprises.identities(store) if key != device.enterprise_id
    )
    found = seen(store, book(tmp_path, row(设备代码=device.code, 使用单位=unit)))
    (doubt,) = found.doubts
    assert doubt.reason == "device-elsewhere"
    apply(store, act, found, {doubt.key: f"device:{device.id}"})
    person = found_one(store)
    assert enterprises.get(store, person.enterprise_id).name == unit
    assert person.id in {h.person.id for h in operators.of_equipment(store, device.id, TODAY)}


def test_a_row_without_a_unit_belongs_to_that_of_its_device(store, act, tmp_path, device):
    taken(store, act, book(tmp_path, row(设备代码=device.code, 使用单位="")))
    assert found_one(store).enterprise_id == device.enterprise_id


def test_somebody_changed_since_the_preview_is_left_alone(store, act, tmp_path):
    taken(store, act, book(tmp_path, row()))
    found = seen(store, book(tmp_path, row(有效期至="2033-05-01")))
    person = found_one(store)
    people.save(
        store,
        Person(
            **{
                **{n: getattr(person, n) for n in person.__dataclass_fields__},
                "certificate_expires": dt.date(2030, 1, 1),
            }
        ),
    )
    assert apply(store, act, found, {}).value.overtaken == 1
    assert found_one(store).certificate_expires == dt.date(2030, 1, 1)


def test_who_came_without_a_device_is_told_of_when_the_certificate_expires(store, act, tmp_path):
    taken(store, act, book(tmp_path, row(有效期至=act.today + dt.timedelta(days=20))))
    person = found_one(store)
    (task,) = [
        one
        for one in today.board(store, act).month
        if one.kind == "certificate" and one.title == person.name
    ]
    assert (task.about, task.enterprise_id, task.days) == (("", ""), person.enterprise_id, 20)
    hands = operators.of_enterprise(store, person.enterprise_id, act.today)
    assert {hand.person.name: hand.days_left for hand in hands}[person.name] == 20
    assert [hand.days_left for hand in hands] == sorted(hand.days_left for hand in hands)


@pytest.mark.parametrize("when", [("lapsed", -1), ("soon", 0), ("soon", 30)])
def test_devices_are_found_by_the_certificate_of_an_operator(store, act, tmp_path, device, when):
    which, days = when
    others = {"lapsed": "soon", "soon": "lapsed"}
    path = book(tmp_path, row(设备代码=device.code, 有效期至=act.today + dt.timedelta(days=days)))
    before = operators.devices(store, which, act.today)
    assert device.id not in before
    taken(store, act, path)
    assert {*before, device.id} == set(operators.devices(store, which, act.today))
    assert device.id not in operators.devices(store, others[which], act.today)
