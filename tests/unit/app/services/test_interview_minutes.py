"""Minutes of an interview say only what is so: who signed, what was asked, and that one was called."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import drawings, finishing, matters, papers, preparing, records, service, signing
from app.services.context import CHINA
from app.services.demo_ink import ink_of
from app.services.errors import Refused
from app.services.records import keep_whole, open_record
from app.services.service import Service
from app.services.signing import Unsigned
from db.rows import Signature
from db.store import nouns
from forms.facts import Photo
from forms.paper.blocks import Table
from tests.unit.app.services import kit
from tests.unit.app.services.test_interviews import MINUTES, begun, filled, issued, lacks

PARTY = {
    "person_name": "周堃",
    "person_post": "厂长",
    "person_id": "371302198807160030",
    "person_authority": "legal",
}
TALK = {"question": "为什么没有送检？", "answer": "忘了。"}
PROMISE = {"commitment": "送检", "commitment_by": "周堃", "commitment_due": "2026-09-30"}
ROWS = {"participants": [PARTY], "talks": [TALK], "commitments": [PROMISE]}
ABSENCE = {
    "came": "absent",
    "absence_note": "没有来，电话无人接听。",
    "absence_excused": "no",
    "absence_proof": "call",
    "absence_proof_note": "见证人李见证（社区）",
    "absence_next": "focus",
    "absence_next_due": "2026-10-30",
}


@pytest.fixture
def minutes(store, act):
    """Minutes begun after the notice, and the notice."""
    started = begun(store, act)
    notice = issued(store, act, started.record.id)
    record = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_RECORD).value
    return record, notice


def unsign(store, act, record_id, slot):
    places = signing.slots(store, opened(store, act, record_id))
    made = next(one for one in places if one.slot == slot)
    nouns.delete(store, Signature, [made.signature.id])


def opened(store, act, record_id):
    return open_record(store, act, record_id)


def codes(store, act, record_id):
    return {(spot.id or spot.ref, code) for spot, code in lacks(store, act, record_id)}


@pytest.mark.parametrize("slot", ["party", "recorder"])
def test_an_interview_is_signed_by_the_party_and_the_recorder(store, act, minutes, slot):
    record, _notice = minutes
    filled(store, act, record.id, ROWS, came="came", **MINUTES)
    assert codes(store, act, record.id) == set()
    unsign(store, act, record.id, slot)
    assert codes(store, act, record.id) == {(slot, "signature-missing")}
    with pytest.raises(Refused, match="record-incomplete"):
        finishing.finish(store, act, record.id)


def test_minutes_rest_on_a_notice_that_stands(store, act, minutes):
    """The notice was withdrawn while they were a draft; they named it and were finished."""
    record, notice = minutes
    filled(store, act, record.id, ROWS, came="came", **MINUTES)
    service.withdraw(store, act, notice.id, "时间写错")
    assert {code for _spot, code in codes(store, act, record.id)} == {"interview-notice-gone"}
    again = preparing.add_paper(store, act, record.case_id, matters.INTERVIEW_NOTICE).value
    number = issued(store, act, again.id).number_text  # its reason is said again
    kit.answer_by_name(store, act, record.id, notice_number=number)
    assert "interview-notice-gone" not in {code for _spot, code in codes(store, act, record.id)}


def test_minutes_signed_page_by_page_are_not_refused_and_the_other_way_round(store, act, minutes):
    record, _notice = minutes
    filled(store, act, record.id, ROWS, came="came", page_signed="signed", **MINUTES)
    no = Unsigned("refused", "周堃", "当事人拒绝签名", witness="李见证（社区）")
    signing.decline(store, act, record.id, "party", no)
    assert codes(store, act, record.id) == {("party", "signature-differs")}
    told = {"refusal_note": "不认可。", "refusal_proof": "witness"}
    filled(store, act, record.id, None, came="came", page_signed="refused", **told)
    assert codes(store, act, record.id) == {("party", "signature-differs")}
    signing.decline(store, act, record.id, "party", no)
    assert codes(store, act, record.id) == set()


def test_an_interview_without_a_question_is_none(store, act, minutes):
    record, _notice = minutes
    path = "/data/talk/talks"
    filled(store, act, record.id, {**ROWS, "talks": []}, came="came", **MINUTES)
    kept = opened(store, act, record.id).session
    assert kept.children(path) == ()
    assert {code for _spot, code in lacks(store, act, record.id)} == {"answer-wrong"}


def test_a_correction_that_is_told_of_is_written(store, act, minutes):
    """Every row removed: the paper cannot be finished, and the lack says which list."""
    record, _notice = minutes
    filled(store, act, record.id, ROWS, came="came", **(MINUTES | {"corrected": "yes"}))
    session = opened(store, act, record.id).session
    for row in session.children("/data/closing/corrections"):
        session.remove_repeat(row)
    keep_whole(store, act, record.id, session.answers())
    assert codes(store, act, record.id) >= {(record.id, "rows-missing")}
    with pytest.raises(Refused, match="record-incomplete"):
        finishing.finish(store, act, record.id)
    kit.answer_by_name(store, act, record.id, corrected="no")
    assert (record.id, "rows-missing") not in codes(store, act, record.id)


def test_each_correction_carries_the_signature_of_who_made_it(store, act, minutes):
    record, _notice = minutes
    wrong = {"corr_was": "三十辆", "corr_now": "三百辆", "corr_by": "周堃"}
    said = MINUTES | {"corrected": "yes"}
    filled(store, act, record.id, {**ROWS, "corrections": [wrong]}, came="came", **said)
    asked = {spot.ref.rsplit("/", 1)[-1]: code for spot, code in lacks(store, act, record.id)}
    assert asked == {"corr_ink": "answer-required"}
    ink = drawings.sign(store, act, record.id, ink_of("周堃")).value
    (row,) = opened(store, act, record.id).session.children("/data/closing/corrections")
    records.answer(store, act, record.id, {f"{row}/corr_ink": ink.id})
    kit.sign_all(store, act, record.id)
    assert codes(store, act, record.id) == set()
    page = papers.paper(store, act, opened(store, act, record.id))
    (table,) = [one for one in page.blocks if isinstance(one, Table) and "更正为" in one.heads]
    *words, picture = table.rows[0]
    assert words == ["1", "三十辆", "三百辆", "周堃"]
    assert isinstance(picture, Photo)
    assert b"/Subtype /Image" in papers.draw(page).pdf


def test_nobody_is_absent_before_the_hour_or_without_having_been_called(store, act, minutes):
    record, notice = minutes
    filled(store, act, record.id, None, **MINUTES, **ABSENCE)
    assert {code for _spot, code in codes(store, act, record.id)} == {
        "interview-not-yet",
        "interview-not-served",
    }
    service.serve(store, act, notice.id, Service("at-once", act.now, receiver="周堃"))
    assert {code for _spot, code in codes(store, act, record.id)} == {"interview-not-yet"}
    hour = dt.datetime(2026, 9, 20, 9, 30, tzinfo=CHINA).astimezone(dt.UTC)
    assert codes(store, replace(act, now=hour), record.id) == set()
    excused = {"absence_excused": "yes", "new_date": "2026-09-24"}
    kit.answer_by_name(store, act, record.id, **excused)
    assert not {"interview-not-yet"} & {code for _spot, code in codes(store, act, record.id)}


def test_an_interview_does_not_end_in_the_future(store, act, minutes):
    record, _notice = minutes
    filled(store, act, record.id, ROWS, came="came", **MINUTES)
    kit.answer_by_name(store, act, record.id, time_to="2027-01-01T10:00")
    found = {
        spot.ref.rsplit("/", 1)[-1]
        for spot, code in lacks(store, act, record.id)
        if code == "answer-wrong"
    }
    assert found == {"time_to"}


def test_minutes_without_anybody_present_or_any_commitment_are_not_finished(store, act):
    started = begun(store, act)
    issued(store, act, started.record.id)
    record = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_RECORD).value
    talks = [{"question": "为什么没有送检？", "answer": "忘了。"}]
    none = {"participants": [], "commitments": [], "talks": talks}
    said_so = {name: text for name, text in MINUTES.items() if name != "recorder"}
    filled(store, act, record.id, none, came="came", recorder="王记录", **said_so)
    opened = records.open_record(store, act, record.id)
    repeats = ("/data/attendance/participants", "/data/promises/commitments")
    for name in repeats:
        for row in opened.session.children(name):
            opened.session.remove_repeat(row)
    opened.session.set(records.path_of(opened.form, "no_commitment"), "")
    wrong = {one.ref.rsplit("/", 1)[-1] for one in opened.session.problems()}
    assert {"certificate_answer", "no_commitment"} <= wrong
    opened.session.set(records.path_of(opened.form, "no_commitment"), "不作承诺。")
    row, _ = opened.session.add_repeat(repeats[0])
    opened.session.set(f"{row}/person_name", "王某")
    wrong = {one.ref.rsplit("/", 1)[-1] for one in opened.session.problems()}
    assert not {"certificate_answer", "no_commitment"} & wrong
    assert {"person_post", "person_id", "person_authority"} <= wrong
