"""A lift, from the check in a case to its instruction, issued with a number of its own."""

from dataclasses import replace

import pytest

from app.services import cases, documents, matters, preparing, sites
from app.services.errors import Refused
from app.services.records import open_record
from db.store import equipment, numbers
from tests.unit.app.services import kit


@pytest.fixture
def lift(store, act):
    """A lift check begun at a unit that has lifts, its first lift chosen."""
    unit = sites.find(store, "小白羊")[0]
    partner = kit.partner_of(store, act)
    begun = cases.start(store, act, unit.id, matters.LIFT_CHECK, partner_id=partner).value
    machine = next(
        one for one in equipment.of_enterprise(store, unit.id) if one.kind_code.startswith("3")
    )
    kit.answer_by_name(store, act, begun.record.id, device=machine.id)
    return begun, machine


def answers(store, act, record_id):
    session = open_record(store, act, record_id).session
    return {path.rsplit("/", 1)[-1]: value for path, value in session.answers().items()}


def test_a_lift_case_begins_with_its_check(store, act, lift):
    begun, machine = lift
    assert begun.case.kind == begun.record.form_id == matters.LIFT_CHECK
    said = answers(store, act, begun.record.id)
    assert said["inspector_1"] == act.who.person_id
    assert said["device_name"] == machine.name
    assert said["registration_no"] == machine.registration_no
    assert said["next_test"] == machine.next_test.isoformat()


def test_only_lifts_of_the_unit_are_offered(store, act, lift):
    begun, _ = lift
    opened = open_record(store, act, begun.record.id)
    (path,) = [one.path for one in opened.form.questions() if one.name == "device"]
    offered = {one.value for one in opened.session.node(path).choices}
    owned = equipment.of_enterprise(store, begun.case.enterprise_id)
    assert offered == {one.id for one in owned if one.kind_code.startswith("3")}
    assert len(offered) < len(owned)


def test_without_a_finding_there_is_no_instruction(store, act, lift):
    begun, _ = lift
    with pytest.raises(Refused) as refused:
        preparing.prepare_notice(store, act, begun.case.id)
    assert refused.value.code == "no-adverse-finding"


def test_an_instruction_says_what_the_check_found(store, act, lift):
    begun, machine = lift
    kit.mark_adverse(store, act, begun.record.id, "notices", "轿厢内没有安全使用说明。")
    record = preparing.prepare_notice(store, act, begun.case.id).value
    assert record.form_id == matters.INSTRUCTION
    said = answers(store, act, record.id)
    assert said["item_fact"] == "轿厢内没有安全使用说明"
    assert said["item_law"] == "《中华人民共和国特种设备安全法》第四十三条第二款"
    assert said["device_name"] == machine.name
    assert said["stop_use"] == "no"
    assert "第二十三条第一款" in said["law_basis"]
    assert "第二十三条第二款" not in said["law_basis"]
    assert said["review_body"] == act.office.government
    assert said["deadline"] > act.today.isoformat()


def test_a_serious_hazard_stops_the_lift_and_a_later_finding_joins_the_draft(store, act, lift):
    begun, _ = lift
    kit.mark_adverse(store, act, begun.record.id, "brake", "运行时制动器有金属摩擦声")
    record = preparing.prepare_notice(store, act, begun.case.id).value
    said = answers(store, act, record.id)
    assert said["stop_use"] == "yes"
    assert "第二十三条第二款" in said["law_basis"]
    kit.mark_adverse(store, act, begun.record.id, "alarm", "警铃无应答")
    again = preparing.prepare_notice(store, act, begun.case.id).value
    assert again.id == record.id
    opened = open_record(store, act, again.id)
    assert sum(path.endswith("/item_fact") for path in opened.session.answers()) == 2


def test_the_next_step_of_a_lift_case_is_its_instruction(store, act, lift):
    begun, _ = lift
    kit.mark_adverse(store, act, begun.record.id, "alarm", "警铃无应答")
    found = cases.folder(store, act, begun.case.id)
    done = [replace(line, record=replace(line.record, state="finished")) for line in found.papers]
    step = cases.next_step(found.case, done, found.findings)
    assert (step.code, step.form_id) == ("add", matters.INSTRUCTION)


def test_an_instruction_is_issued_with_the_next_number_of_its_series(store, act, lift):
    begun, _ = lift
    found = kit.mark_adverse(store, act, begun.record.id, "brake", "运行时制动器有金属摩擦声")
    record = preparing.prepare_notice(store, act, begun.case.id).value
    kit.answer_by_name(store, act, record.id, registration_no="梯11鲁Q00012(19)")
    kit.sign_all(store, act, record.id)
    following = numbers.peek(store, "特令", 2026)
    issued = documents.issue(store, act, documents.preview(store, act, record.id)).value
    assert issued.number_text == f"（临兰）市监特令〔2026〕第{following}号"
    assert documents.orders_of(issued) == (found,)
    assert issued.copies == 2
