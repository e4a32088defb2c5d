"""A serious hazard or a major violation: reported upwards, stopped, sealed for a term, released."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    cases,
    extending,
    follow_ups,
    grave,
    matters,
    offers,
    preparing,
    review,
    service,
    today,
)
from app.services.errors import Refused
from app.services.findings import FindingEdit, update
from app.services.records import keep_whole, open_record
from db.store import follow_ups as kept
from db.store import nouns
from tests.unit.app.services import kit, se_kit

MAJOR_ITEM = {
    matters.LIFT_CHECK: "brake",
    matters.BOILER_CHECK: "safety_valve",
    matters.VESSEL_CHECK: "door_interlock",
    matters.PIPE_CHECK: "no_leaks",
    matters.CYLINDER_CHECK: "none_scrapped",
    matters.CRANE_CHECK: "load_limit",
    matters.VEHICLE_CHECK: "brake",
    matters.ROPEWAY_CHECK: "stops",
    matters.RIDE_CHECK: "restraints",
}


def said(store, act, record_id):
    session = open_record(store, act, record_id).session
    return {path.rsplit("/", 1)[-1]: value for path, value in session.answers().items()}


def owed(store, case_id):
    return {row.kind: row for row in follow_ups.open_of_case(store, case_id)}


@pytest.fixture
def stopped(store, act):
    """A lift whose brake slips: checked, signed and finished."""
    begun = se_kit.check(store, act, matters.LIFT_CHECK, **se_kit.GRAVE)
    kit.mark_adverse(store, act, begun.record.id, "brake", "空载运行时制动器有金属摩擦声。")
    se_kit.finish(store, act, begun.record.id)
    return begun


@pytest.mark.parametrize("kind", MAJOR_ITEM)
def test_a_serious_hazard_of_any_equipment_stops_it_and_offers_to_seal(store, act, kind):
    """Even before the check says so: the finding alone makes the instruction stop it."""
    begun = se_kit.check(store, act, kind)
    assert matters.SEIZURE_LIST not in offers.now(store, begun.case)
    kit.mark_adverse(store, act, begun.record.id, MAJOR_ITEM[kind], "现场试验不动作")
    order = preparing.prepare_notice(store, act, begun.case.id).value
    told = said(store, act, order.id)
    assert told["stop_use"] == "yes"
    assert "第二十三条第二款" in told["law_basis"]
    assert matters.SEIZURE_LIST in offers.now(store, begun.case)


def test_every_check_there_is_was_tried():
    assert set(MAJOR_ITEM) == grave.CHECKS


def test_a_hazard_is_to_be_reported_the_same_day_but_by_nothing_certain(store, act, stopped):
    row = owed(store, stopped.case.id)["report-up"]
    assert (row.due, row.due_provisional) == (act.today, True)
    assert row.clock_id == "se-report-up"
    assert row.owner_id == stopped.record.id
    tasks = [task for task in today.board(store, act).today if task.state == "report-up"]
    assert [task.case_id for task in tasks] == [stopped.case.id]


def test_a_check_without_anything_grave_owes_no_report(store, act):
    begun = se_kit.check(store, act, matters.BOILER_CHECK, handling="instruct")
    kit.mark_adverse(store, act, begun.record.id, "rules_posted", "操作规程没有上墙")
    se_kit.finish(store, act, begun.record.id)
    assert not owed(store, begun.case.id)
    assert matters.REPORT_UP not in offers.now(store, begun.case)


def test_a_violation_alone_is_reported_too(store, act):
    begun = se_kit.check(
        store,
        act,
        matters.CYLINDER_CHECK,
        violations="refused",
        stop_use="yes",
        handling="instruct",
    )
    se_kit.finish(store, act, begun.record.id)
    assert "report-up" in owed(store, begun.case.id)


def test_a_violation_without_a_hazard_stops_the_violation_not_the_equipment(store, act):
    said_so = {"violations": "unlicensed", "stop_use": "yes", "handling": "instruct"}
    begun = se_kit.check(store, act, matters.LIFT_CHECK, **said_so)
    kit.mark_adverse(store, act, begun.record.id, "contract", "维保单位没有电梯维修许可")
    told = said(store, act, preparing.prepare_notice(store, act, begun.case.id).value.id)
    assert (told["stop_act"], told["stop_use"]) == ("yes", "no")
    assert "第二十三条第二款" in told["law_basis"]


def test_a_finding_the_inspector_calls_a_serious_hazard_is_reported(store, act):
    """The alarm is no item of the gravest kind; the inspector says that here it is."""
    begun = se_kit.check(store, act, matters.LIFT_CHECK, handling="instruct")
    found = kit.mark_adverse(store, act, begun.record.id, "alarm", "按下后无人应答")
    update(store, act, found, FindingEdit(severity="major"))
    kit.answer_by_name(store, act, begun.record.id, stop_use="yes")
    se_kit.finish(store, act, begun.record.id)
    assert "report-up" in owed(store, begun.case.id)


def test_no_instruction_and_no_check_leaves_a_serious_hazard_running(store, act):
    """The draft was begun over a small thing; the hazard came to it later."""
    begun = se_kit.check(store, act, matters.LIFT_CHECK, handling="instruct")
    kit.mark_adverse(store, act, begun.record.id, "notices", "没有张贴乘客须知")
    order = preparing.prepare_notice(store, act, begun.case.id).value
    assert said(store, act, order.id)["stop_use"] == "no"
    assert not stops(store, act, order.id) | stops(store, act, begun.record.id)
    found = kit.mark_adverse(store, act, begun.record.id, "alarm", "按下后无人应答")
    update(store, act, found, FindingEdit(severity="major"))
    assert stops(store, act, begun.record.id) == {"/stop_use"}
    assert preparing.prepare_notice(store, act, begun.case.id).value.id == order.id
    assert stops(store, act, order.id) == {"/stop_use"}
    for paper in (order.id, begun.record.id):
        kit.answer_by_name(store, act, paper, stop_use="yes")
        assert not stops(store, act, paper)
    kit.answer_by_name(store, act, begun.record.id, violations="unlicensed")
    assert stops(store, act, order.id) == {"/stop_act"}


def stops(store, act, record_id):
    looked = review.review(store, act, open_record(store, act, record_id), signatures=False)
    found = (one.spot.ref for one in looked.lacks if one.code == "stop-missing")
    return {ref[ref.rindex("/") :] for ref in found}


def test_the_report_tells_what_was_found_and_done_and_settles_what_was_owed(store, act, stopped):
    assert matters.REPORT_UP in offers.now(store, stopped.case)
    record = preparing.add_paper(store, act, stopped.case.id, matters.REPORT_UP).value
    told = said(store, act, record.id)
    assert told["device_name"] == "1号设备"
    assert told["hazards"] == "guard"
    assert told["facts"] == "空载运行时制动器有金属摩擦声"
    assert told["measures_taken"] == "当场责令立即停止使用。"
    more = {"upper_body": "临沂市市场监督管理局", "tell_government": "no", "support": "无"}
    paper = se_kit.issue(store, act, stopped.case.id, matters.REPORT_UP, **more)
    assert paper.number_text == "临兰市监特报〔2026〕1号"
    assert "report-up" not in owed(store, stopped.case.id)
    assert matters.REPORT_UP not in offers.now(store, stopped.case)


def test_a_measure_goes_from_its_list_over_one_extension_to_its_release(store, act, stopped):
    case_id = stopped.case.id
    assert matters.SEIZURE not in offers.now(store, stopped.case), "nothing is listed yet"
    listing = se_kit.issue(
        store, act, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好"
    )
    told = said(store, act, listing.record_id)
    assert (told["goods_name"], told["goods_spec"]) == ("1号设备", "312037124201800002")
    assert told["seal_no"].startswith("F20260916")
    decision = se_kit.issue(store, act, case_id, matters.SEIZURE, **se_kit.DECISION)
    told = said(store, act, decision.record_id)
    assert told["list_number"] == listing.number_text == "临兰市监清〔2026〕1号"
    assert decision.number_text == "临兰市监强制措施〔2026〕1号"
    assert told["law_violated"] == "《中华人民共和国特种设备安全法》第四十二条"
    assert told["measure_kind"] == "seal"
    term = owed(store, case_id)["seizure"]
    assert (term.due, term.clock_id) == (act.today + dt.timedelta(days=30), "seizure-30d")
    assert "approval" not in owed(store, case_id), "approved beforehand"
    assert {matters.EXTENSION, matters.RELEASE} <= set(offers.now(store, stopped.case))
    assert matters.SEIZURE not in offers.now(store, stopped.case)

    then = replace(act, now=act.now + dt.timedelta(days=28))
    longer = se_kit.issue(
        store, then, case_id, matters.EXTENSION, reason="等待检验结论", extend_days="30",
        approver="演示局长",
    )  # fmt: skip
    assert said(store, then, longer.record_id)["old_until"] == term.due.isoformat()
    now = owed(store, case_id)["seizure"]
    assert now.due == act.today + dt.timedelta(days=60)
    assert follow_ups.get(store, term.id).state == "done"
    assert matters.EXTENSION not in offers.now(store, stopped.case), "once only"

    last = replace(act, now=act.now + dt.timedelta(days=40))
    freed = se_kit.issue(
        store, last, case_id, matters.RELEASE, release_why="more", why_more="隐患已经消除",
        given_back="当场启封，交周堃接收", approver="演示局长",
    )  # fmt: skip
    assert said(store, last, freed.record_id)["decision_number"] == decision.number_text
    assert "seizure" not in owed(store, case_id)
    assert matters.RELEASE not in offers.now(store, stopped.case)

    again = replace(act, now=act.now + dt.timedelta(days=41))
    se_kit.issue(store, again, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好")
    assert matters.SEIZURE in offers.now(store, stopped.case), "it is listed anew"
    second = se_kit.issue(store, again, case_id, matters.SEIZURE, **se_kit.DECISION)
    assert {matters.EXTENSION, matters.RELEASE} <= set(offers.now(store, stopped.case))
    draft = preparing.add_paper(store, again, case_id, matters.RELEASE).value
    assert said(store, again, draft.id)["decision_number"] == second.number_text


def test_a_part_released_leaves_the_term_running(store, act, stopped):
    case_id = stopped.case.id
    se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好")
    se_kit.issue(store, act, case_id, matters.SEIZURE, **se_kit.DECISION)
    se_kit.issue(
        store, act, case_id, matters.RELEASE, release_why="unrelated", release_what="part",
        part="第2项", given_back="当场启封", approver="演示局长",
    )  # fmt: skip
    assert "seizure" in owed(store, case_id)
    assert matters.RELEASE in offers.now(store, stopped.case), "the rest is released in its turn"


def test_a_draft_that_came_too_late_neither_extends_twice_nor_what_was_released(
    store, act, stopped
):
    """The term it would begin could not be ended: nothing is left to be released."""
    case_id = stopped.case.id
    se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好")
    se_kit.issue(store, act, case_id, matters.SEIZURE, **se_kit.DECISION)
    late, again = (
        preparing.add_paper(store, act, case_id, form_id).value
        for form_id in (matters.EXTENSION, matters.RELEASE)
    )
    for draft in (late, again):  # begun on a second laptop: the first does not go on with them
        nouns.edit(store, type(draft), draft.id, case_id="elsewhere")
    said_so = {"reason": "等待检验结论", "extend_days": "30", "approver": "演示局长"}

    def refused(record_id):
        nouns.edit(store, type(late), record_id, case_id=case_id)
        looked = review.review(store, act, open_record(store, act, record_id), signatures=False)
        nouns.edit(store, type(late), record_id, case_id="elsewhere")
        return [one.facts["numbers"] for one in looked.lacks if one.code == "names-no-paper"]

    assert (refused(late.id), refused(again.id)) == ([], [])
    se_kit.issue(store, act, case_id, matters.EXTENSION, **said_so)
    assert (refused(late.id), refused(again.id)) == (["—"], [])
    why = {"release_why": "more", "why_more": "已消除", "given_back": "启封", "approver": "局长"}
    se_kit.issue(store, act, case_id, matters.RELEASE, **why)
    assert (refused(late.id), refused(again.id)) == (["—"], ["—"])


def test_a_term_that_stands_still_is_asked_after_only_while_it_is_watched(store, act, stopped):
    """The days of a test do not count (行政强制法 art. 25); released, nothing asks for their end."""
    case_id = stopped.case.id
    se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好")
    decision = se_kit.issue(store, act, case_id, matters.SEIZURE, **se_kit.DECISION)
    term = owed(store, case_id)["seizure"]
    stop = extending.Wanted("suspension", "第二十五条", "局长", "检验", since=act.today)
    extending.change(store, act, extending.FOLLOW_UP, term.id, stop)
    assert term.kind in follow_ups.HOLDS, "no case is closed over a seal"
    why = {"release_why": "more", "why_more": "已消除", "given_back": "启封", "approver": "局长"}
    freed = se_kit.issue(store, act, case_id, matters.RELEASE, **why)
    assert not {"seizure", "standing-still"} & owed(store, case_id).keys()
    service.withdraw(store, act, freed.id, "文号有误")
    assert {"seizure", "standing-still"} <= owed(store, case_id).keys()
    follow_ups.settle(store, act, term.id)
    assert not {"seizure", "standing-still"} & owed(store, case_id).keys()
    follow_ups.settle(store, act, term.id, state="open")
    assert {"seizure", "standing-still"} <= owed(store, case_id).keys(), "it has no day of its own"
    service.withdraw(store, act, decision.id, "事实有误")
    assert not {"seizure", "standing-still"} & owed(store, case_id).keys()


def test_two_pieces_of_equipment_are_reported_sealed_and_released_each_by_itself(
    store, act, stopped
):
    """The term of the one that stays sealed runs on; nobody's seal has another's number."""
    case_id = stopped.case.id
    second = preparing.add_paper(store, act, case_id, matters.LIFT_CHECK).value
    other = {"device_name": "2号设备", "device_place": "办公楼", "hazards": "fault"}
    se_kit.answer(store, act, second.id, **{**se_kit.SAID, **se_kit.GRAVE, **other})
    kit.mark_adverse(store, act, second.id, "door_closing", "层门不能自闭")
    se_kit.finish(store, act, second.id)
    assert [row.title for row in grave.owed_reports(store, case_id)] == ["1号设备", "2号设备"]
    more = {"upper_body": "临沂市市场监督管理局", "tell_government": "no", "support": "无"}
    first = se_kit.issue(store, act, case_id, matters.REPORT_UP, **more)
    assert said(store, act, first.record_id)["facts"] == "空载运行时制动器有金属摩擦声"
    assert [row.title for row in grave.owed_reports(store, case_id)] == ["2号设备"]
    again = preparing.add_paper(store, act, case_id, matters.REPORT_UP).value
    told = said(store, act, again.id)
    assert (told["device_name"], told["facts"]) == ("2号设备", "层门不能自闭")

    state = {"counted_ok": "yes", "goods_state": "完好"}
    lists, decisions = [], []
    for name in ("1号设备", "2号设备"):
        begun = preparing.add_paper(store, act, case_id, matters.SEIZURE_LIST).value
        rows = only(store, act, begun.id, name)
        lists.append(se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, **state))
        assert [row["goods_name"] for row in rows] == [name]
        assert matters.SEIZURE in offers.now(store, stopped.case)
        decisions.append(se_kit.issue(store, act, case_id, matters.SEIZURE, **se_kit.DECISION))
    seals = [said(store, act, one.record_id)["seal_no"] for one in lists]
    assert len(set(seals)) == 2, seals
    facts = [said(store, act, one.record_id)["facts"] for one in decisions]
    assert ["制动器" in one for one in facts] == [True, False]
    assert ["层门" in one for one in facts] == [False, True]
    assert matters.SEIZURE not in offers.now(store, stopped.case)

    why = {"release_why": "more", "why_more": "已消除", "given_back": "启封", "approver": "局长"}
    number = decisions[1].number_text
    se_kit.issue(store, act, case_id, matters.RELEASE, decision_number=number, **why)
    running = [row for row in follow_ups.open_of_case(store, case_id) if row.kind == "seizure"]
    assert [row.owner_id for row in running] == [decisions[0].id], "the first is still sealed"
    now = offers.now(store, stopped.case)
    assert {matters.EXTENSION, matters.RELEASE} <= set(now)
    last = se_kit.issue(store, act, case_id, matters.RELEASE, **why)
    assert said(store, act, last.record_id)["decision_number"] == decisions[0].number_text
    assert "seizure" not in owed(store, case_id)
    assert matters.RELEASE not in offers.now(store, stopped.case)


def only(store, act, record_id, name):
    """Leave the rows of one thing in a list; what the next list begins with is not taken out."""
    session = open_record(store, act, record_id).session
    path = next(one for one in session.answers() if one.endswith("/goods_name"))
    repeat = path.rsplit("/", 1)[0].rsplit("{", 1)[0]
    kept = []
    for row in list(session.children(repeat)):
        if session.answers()[f"{row}/goods_name"] == name:
            kept.append({"goods_name": name, "seal_no": session.answers()[f"{row}/seal_no"]})
        else:
            session.remove_repeat(row)
    keep_whole(store, act, record_id, session.answers())
    return kept


def test_a_list_is_not_withdrawn_under_its_decision(store, act, stopped):
    """The decision would stand and say nowhere what it seized."""
    case_id = stopped.case.id
    state = {"counted_ok": "yes", "goods_state": "完好"}
    listing = se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, **state)
    decision = se_kit.issue(store, act, case_id, matters.SEIZURE, **se_kit.DECISION)
    with pytest.raises(Refused, match="paper-stands") as told:
        service.withdraw(store, act, listing.id, "数量写错")
    assert decision.number_text in told.value.facts["paper"]
    draft = preparing.add_paper(store, act, case_id, matters.RELEASE).value
    for number, wrong in (("9号", True), (f"{decision.number_text} ", False)):
        kit.answer_by_name(store, act, draft.id, decision_number=number)
        looked = review.review(store, act, open_record(store, act, draft.id), signatures=False)
        assert ("names-no-paper" in {one.code for one in looked.lacks}) == wrong
    service.withdraw(store, act, decision.id, "清单有误")
    assert service.withdraw(store, act, listing.id, "数量写错").value.state == "withdrawn"
    assert matters.SEIZURE not in offers.now(store, stopped.case)


def test_an_urgent_measure_is_approved_within_twenty_four_hours(store, act, stopped):
    case_id = stopped.case.id
    se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好")
    decided = "2026-09-16T09:20:00.000+08:00"
    urgent = {**se_kit.DECISION, "urgent": "yes", "decided_at": decided}
    se_kit.issue(store, act, case_id, matters.SEIZURE, **urgent)
    row = owed(store, case_id)["approval"]
    assert row.due_at == dt.datetime.fromisoformat(decided) + dt.timedelta(hours=24)
    (task,) = [one for one in today.board(store, act).week if one.state == "approval"]
    assert task.due == row.due == act.today + dt.timedelta(days=1)


def test_what_follows_is_not_offered_when_nothing_calls_for_it(store, act):
    begun = se_kit.check(store, act, matters.LIFT_CHECK)
    always = (matters.SITE_RECORD, matters.EXTRACT, matters.MATERIALS)
    assert offers.now(store, begun.case) == always
    assert cases.folder(store, act, begun.case.id).papers
    assert kept.of_case(store, begun.case.id) == ()
