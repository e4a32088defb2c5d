"""Papers of the site: the notice of a spot check, preserved evidence, the receipt of a report."""

import datetime as dt

import pytest

from app.services import (
    attachments,
    documents,
    findings,
    matters,
    offers,
    papers,
    preparing,
    rectifying,
    signing,
)
from app.services.attachments import Photo
from app.services.findings import FindingEdit
from app.services.records import answer, open_record
from app.services.rectifying import Report
from app.services.review import review
from db.rows import CaseFile, Record
from db.store import findings as kept_findings
from db.store import follow_ups, nouns
from db.store import records as kept_records
from forms.compose import words as composed
from tests.unit.app.services import kit, se_kit
from tests.unit.app.services.withdraw_kit import make, ready, withdraw

NOTICE = {
    "task_level": "county",
    "task_kind": "first",
    "task_name": "儿童玩具监督抽查",
    "rules": "SDXJ-2026-07",
    "product_name": "儿童三轮车",
    "valid_to": "2026-10-15",
    "approver": "演示局长",
    "approved_on": "2026-09-16",
}
PRESERVED = {
    "matter": "生产不合格儿童三轮车",
    "why_now": "正在装车出库",
    "keep_way": "onsite",
    "keep_place": "成品库",
    "keeper": "周堃",
    "approver": "演示局长",
    "counted_ok": "yes",
    "party_statement": "无",
    "urgent": "no",
}
GOODS = {
    "goods": [
        {
            "goods_name": "儿童三轮车",
            "goods_qty": "120",
            "goods_unit": "辆",
            "goods_state": "完好",
            "goods_place": "成品库东侧",
        }
    ]
}
EXTRACTED = {
    "matter": "出厂检验",
    "taken_place": "质检室",
    "provider_name": "周堃",
    "provider_post": "厂长",
    "same": "yes",
}
TAKEN = {
    "item_name": "出厂检验报告复印件",
    "item_kind": "paper",
    "item_count": "2",
    "item_unit": "页",
    "item_source": "原件存质检室",
}
ASKED = {"matter": "核实儿童三轮车的出厂检验", "deadline": "2026-09-23"}
LISTED = {"materials": [{"material": "出厂检验报告", "material_form": "copy"}]}
CALLED = {"meet_at": "2026-09-18T14:30:00.000+08:00"}
TOMORROW = "2026-09-17T09:00:00.000+08:00"
BROUGHT = {"bring": [{"material": "检定台账", "material_form": "copy"}]}
HEARD = {
    "time_from": "2026-09-16T09:00:00.000+08:00",
    "time_to": "2026-09-16T09:30:00.000+08:00",
    "recorder": "李喆",
    "recorder_no": "37130226002",
    "subject_id": "371302198807160030",
    "subject_phone": "0539-5550101",
    "subject_address": "临沂市兰山区",
    "corrected": "no",
}
RECEIVED = {"bearer": "周堃", "handed_how": "brought", "complete": "no", "missing_what": "检验报告"}
SAID = {"said": "fixed", "said_text": "已更换对讲装置"}


def said(store, act, record_id):
    answers = open_record(store, act, record_id).session.answers()
    return {path.rsplit("/", 1)[-1]: value for path, value in answers.items()}


def open_ones(store, case_id):
    return {row.kind: row for row in follow_ups.of_case(store, case_id) if row.state == "open"}


def notice(store, act, case_id):
    """A spot-check notice of the case, issued."""
    record = preparing.add_paper(store, act, case_id, matters.SPOT_NOTICE).value
    make(store, act, ready(store, act, record.id, **NOTICE))
    return documents.of_record(store, record.id)


def test_a_notice_holds_to_its_day_and_the_papers_after_it_know_its_number(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    case = nouns.get(store, CaseFile, check.case_id)
    assert matters.SPOT_NOTICE in offers.now(store, case)
    paper = notice(store, act, case.id)
    assert paper.number_text == "临兰市监抽通〔2026〕1号"
    assert open_ones(store, case.id)["take-samples"].due == dt.date(2026, 10, 15)
    assert matters.SPOT_NOTICE not in offers.now(store, case)
    refused = preparing.add_paper(store, act, case.id, matters.SAMPLING_REFUSED).value
    told = said(store, act, refused.id)
    assert (told["notice_no"], told["product_name"]) == (paper.number_text, "儿童三轮车")


def test_who_refuses_to_be_sampled_is_ordered_to_comply(store, act):
    """The finding of the refusal left nothing to be done; art. 56 orders to correct first."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    notice(store, act, check.case_id)
    record = preparing.add_paper(store, act, check.case_id, matters.SAMPLING_REFUSED).value
    found = kit.mark_adverse(store, act, record.id, "agreed_later", "告知后果后门卫仍不让进入")
    findings.update(store, act, found, FindingEdit(due=act.today))
    known = {"time_from": "2026-09-16T09:00:00.000+08:00", "certificates_shown": "yes"}
    rest = {"way": "entry", "explained": "yes", "agreed_later": "no", "proof": "录像"}
    rest |= {"refused_place": "厂门口", "refusal_facts": "门卫不让进入"}
    make(store, act, ready(store, act, record.id, **known, **rest))
    (finding,) = kept_findings.of_record(store, record.id)
    assert (finding.law_key, finding.measure) == ("product-quality-law:16", "correct-now")
    order = preparing.prepare_notice(store, act, check.case_id).value
    assert said(store, act, order.id)["item_law"].endswith("第十六条")


def test_evidence_is_decided_on_within_seven_working_days(store, act):
    """Over the weekend and the swap of 20 September: a working Sunday counts."""
    check = kit.start(store, act)
    case = nouns.get(store, CaseFile, check.case_id)
    kit.fill_check(store, act, check.record.id)
    assert matters.EVIDENCE not in offers.now(store, case)
    kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
    assert matters.EVIDENCE in offers.now(store, case)
    record = preparing.add_paper(store, act, case.id, matters.EVIDENCE).value
    begun = said(store, act, record.id)
    assert begun["matter"] == "两台台秤已过期"
    make(
        store, act, ready(store, act, record.id, rows=GOODS, **PRESERVED, approved_on="2026-09-16")
    )
    assert begun["keep_until"] == "2026-09-24"
    owed = open_ones(store, case.id)
    assert owed["preservation"].due == dt.date(2026, 9, 24)
    assert "approval" not in owed
    assert documents.of_record(store, record.id).number_text == "临兰市监登保〔2026〕1号"


def test_evidence_taken_is_pictured_and_signed_by_who_gave_it(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    case = nouns.get(store, CaseFile, check.case_id)
    assert matters.EXTRACT in offers.now(store, case)
    record = preparing.add_paper(store, act, case.id, matters.EXTRACT).value
    taken = Photo(kit.photo_of("报告"), "a.jpg", "camera", "出厂检验报告")
    photo = attachments.add_photo(store, act, ("record", record.id), taken).value
    piece = TAKEN | {"item_picture": photo.id}
    ready(store, act, record.id, rows={"items": [piece, TAKEN]}, **EXTRACTED)
    opened = open_record(store, act, record.id)
    assert {lack.code for lack in review(store, act, opened).lacks if lack.blocking} == {
        "answer-required"
    }, "the second has neither a photo nor words"
    words = next(one for one in opened.session.problems()).ref
    answer(store, act, record.id, {words: "蓝色封面，盖有公章"})
    kit.sign_all(store, act, record.id)
    make(store, act, record.id)
    page = composed(papers.paper(store, act, open_record(store, act, record.id)))
    assert "蓝色封面" in page
    assert "照片1　出厂检验报告" in page


def test_materials_are_waited_for_to_their_day(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    case = nouns.get(store, CaseFile, check.case_id)
    assert matters.MATERIALS in offers.now(store, case)
    record = preparing.add_paper(store, act, case.id, matters.MATERIALS).value
    begun = said(store, act, record.id)
    assert begun["hand_place"] == act.office.address
    assert "第三十五条" not in begun["consequence"]
    make(store, act, ready(store, act, record.id, rows=LISTED, **ASKED))
    assert open_ones(store, case.id)["materials"].due == dt.date(2026, 9, 23)
    assert open_ones(store, case.id)["service"].due == dt.date(2026, 9, 23), "not the 24th"
    assert documents.of_record(store, record.id).number_text == "临兰市监限材〔2026〕1号"


def test_of_special_equipment_they_are_asked_for_by_its_own_rule(store, act):
    begun = se_kit.check(store, act, matters.LIFT_CHECK)
    record = preparing.add_paper(store, act, begun.case.id, matters.MATERIALS).value
    told = said(store, act, record.id)
    assert "第二十二条" in told["law_basis"]
    assert "第三十五条第二款" in told["consequence"]


def heard(store, act, case):
    """The record of whoever is to be questioned next, begun, and what it knows."""
    record = preparing.add_paper(store, act, case.id, matters.QUESTIONING_RECORD).value
    return record, said(store, act, record.id)


def called(store, act, case, **known):
    record = preparing.add_paper(store, act, case.id, matters.QUESTIONING).value
    begun = said(store, act, record.id)
    make(store, act, ready(store, act, record.id, rows=BROUGHT, **CALLED | known))
    return begun, documents.of_record(store, record.id)


def test_who_is_called_is_waited_for_and_each_is_settled_by_what_they_said(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    case = nouns.get(store, CaseFile, check.case_id)
    assert matters.QUESTIONING not in offers.now(store, case)
    kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
    assert matters.QUESTIONING in offers.now(store, case)
    begun, first = called(store, act, case)
    assert (begun["matter"], begun["meet_place"]) == ("两台台秤已过期", act.office.address)
    assert begun["asked_name"] == begun["legal_rep"] != ""
    assert first.number_text == "临兰市监询通〔2026〕1号"
    assert open_ones(store, case.id)["questioning"].due == dt.date(2026, 9, 18)
    told = open_ones(store, case.id)["service"]
    assert (told.due, told.clock_id) == (dt.date(2026, 9, 18), ""), "not the 24th: they come before"
    _begun, second = called(store, act, case, asked_name="陈堃", meet_at=TOMORROW)
    record, knows = heard(store, act, case)
    assert (knows["notice_number"], knows["subject_name"]) == (second.number_text, "陈堃")
    assert (knows["seq_no"], knows["matter"]) == ("1", "两台台秤已过期")
    made = ready(store, act, record.id, each={"answer": "忘了送检。"}, **HEARD)
    places = {one.slot: one for one in signing.slots(store, open_record(store, act, made))}
    assert places["party"].name == "陈堃"
    make(store, act, made)
    assert open_ones(store, case.id)["questioning"].owner_id == first.id, "the other is to come"
    record, knows = heard(store, act, case)
    assert (knows["seq_no"], knows["subject_name"]) == ("2", begun["legal_rep"])
    make(store, act, ready(store, act, record.id, each={"answer": "是的。"}, **HEARD))
    assert "questioning" not in open_ones(store, case.id)
    _begun, third = called(store, act, case)
    nouns.edit(store, Record, third.record_id, state="moved")
    assert "notice_number" not in heard(store, act, case)[1], "whoever it calls is heard there"


@pytest.fixture
def ordered(store, act):
    """A lift with a dead alarm and no rules of use, ordered to be put right."""
    begun = se_kit.check(store, act, matters.LIFT_CHECK)
    found = [
        kit.mark_adverse(store, act, begun.record.id, "alarm", "按下后无人应答"),
        kit.mark_adverse(store, act, begun.record.id, "notices", "没有安全使用说明"),
    ]
    assert matters.REPORT_RECEIPT not in offers.now(store, begun.case), "nothing is ordered yet"
    se_kit.finish(store, act, begun.record.id)
    order = preparing.prepare_notice(store, act, begun.case.id).value
    make(store, act, ready(store, act, order.id))
    return begun.case, found


def receipt(store, act, case_id, **each):
    record = preparing.add_paper(store, act, case_id, matters.REPORT_RECEIPT).value
    return ready(store, act, record.id, each=each, **RECEIVED)


def states(store, found):
    return [findings.get(store, one).state for one in found]


def test_a_receipt_starts_the_ten_working_days_of_each_finding_it_speaks_of(store, act, ordered):
    case, found = ordered
    make(store, act, receipt(store, act, case.id, **SAID))
    assert states(store, found) == ["reported", "reported"]
    rows = [row for row in follow_ups.of_case(store, case.id) if row.kind == "recheck"]
    assert {(row.owner_id, row.due) for row in rows} == {
        (one, dt.date(2026, 9, 30)) for one in found
    }
    assert matters.REPORT_RECEIPT not in offers.now(store, case)


def test_what_the_report_does_not_speak_of_stays_ordered(store, act, ordered):
    case, found = ordered
    made = receipt(store, act, case.id, said="missing")
    make(store, act, made)
    assert states(store, found) == ["ordered", "ordered"]
    assert matters.REPORT_RECEIPT in offers.now(store, case), "the rest may come in later"
    withdraw(store, act, made)
    assert kept_records.get(store, made).state == "withdrawn"


def test_what_the_board_took_in_is_receipted_with_its_own_day_and_words(store, act, ordered):
    case, found = ordered
    for one in found:
        rectifying.take_report(store, act, one, Report("已改正", act.today))
    assert matters.REPORT_RECEIPT in offers.now(store, case)
    record = preparing.add_paper(store, act, case.id, matters.REPORT_RECEIPT).value
    begun = said(store, act, record.id)
    assert (begun["said_text"], begun["report_date"]) == ("已改正", act.today.isoformat())
    make(store, act, ready(store, act, record.id, **RECEIVED))
    assert states(store, found) == ["reported", "reported"]
    assert matters.REPORT_RECEIPT not in offers.now(store, case)
