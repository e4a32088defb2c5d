"""Interviews: begun with what is known, held or refused, their commitments followed to the end."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    cases,
    documents,
    findings,
    finishing,
    follow_ups,
    interviews,
    matters,
    preparing,
    records,
    service,
    settings,
    sites,
)
from app.services.demo_history import complete
from app.services.errors import Refused
from app.services.prefill import fill, fill_rows
from app.services.progress import count
from app.services.review import review
from app.services.service import Service
from db.duty_rows import TestReport
from db.rows import CaseFile
from db.store import cases as kept_cases
from db.store import follow_ups as kept
from db.store import nouns, numbers
from db.store import records as kept_records
from tests.unit.app.services import kit

MINUTES = {
    "time_to": "2026-09-16T09:30",
    "recorder": "王记录",
    "certificate_answer": "看清楚了。",
    "corrected": "no",
    "explanation": "检定到期后没有及时送检。",
    "requirements": "立即送检，建立台账。",
    "report_due": "2026-10-12",
}


def test_an_interview_over_complaints_tells_how_many_and_not_who(store, act):
    """Begun from the desk it had neither its reason nor an agenda; the reporter stays unnamed."""
    unit = sites.find(store, "小白羊")[0]
    before = [one.id for one in kept_cases.of_enterprise(store, unit.id)]
    assert not [one for one in before if records_of(store, one) == [matters.DESK]]
    for kind in ("complaint", "report", "inquiry"):
        card = cases.start(store, act, unit.id, matters.DESK).value
        known = {"kind": kind, "complainant": "钱投诉", "facts": "童车刹车失灵"}
        kit.answer_by_name(store, act, card.record.id, kind=kind)
        kit.answer_by_name(store, act, card.record.id, **known)
    started = cases.start(store, act, unit.id, matters.INTERVIEW, origin=card.case.id).value
    told = said(store, act, started.record.id)
    assert told["reason_kind"] == "complaints"
    assert told["reason"].endswith("投诉、举报2件"), "an inquiry accuses nobody"
    assert told["topics"].startswith("1. 通报近一年")
    assert not any("钱投诉" in text or "刹车" in text for text in told.values())


def records_of(store, case_id):
    return [one.form_id for one in kept_records.of_case(store, case_id)]


def begun(store, act, origin="", unit="小白羊"):
    party = sites.find(store, unit)[0]
    partner = kit.partner_of(store, act)
    started = cases.start(
        store, act, party.id, matters.INTERVIEW, partner_id=partner, origin=origin
    )
    if not origin:
        why = {"reason_kind": "complaints", "reason": "同一问题被投诉五次"}
        kit.answer_by_name(store, act, started.value.record.id, **why)
    return started.value


def said(store, act, record_id):
    opened = records.open_record(store, act, record_id)
    return {path.rsplit("/", 1)[-1]: value for path, value in opened.session.answers().items()}


def found(store, act):
    """A finding of a spot check that was ordered to be rectified."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    finding_id = kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
    return check, finding_id


def filled(store, act, record_id, rows=None, **known):
    """Fill in what is not known as a clerk would, then the given answers."""
    opened = records.open_record(store, act, record_id)
    fill(opened.session, known)
    for name, wanted in (rows or {}).items():
        fill_rows(opened.session, name, wanted)
    complete(opened.session, set())
    progress = count(opened.session)
    records.keep_whole(store, act, record_id, opened.session.answers(), progress=progress)
    kit.sign_all(store, act, record_id)


def lacks(store, act, record_id):
    looked = review(store, act, records.open_record(store, act, record_id))
    return [(lack.spot, lack.code) for lack in looked.lacks if lack.blocking]


def issued(store, act, record_id, **known):
    filled(store, act, record_id, **known)
    return documents.issue(store, act, documents.preview(store, act, record_id)).value


def open_kinds(store, case_id):
    return {row.kind: row.due for row in kept.of_case(store, case_id) if row.state == "open"}


def held(store, act, case_id, **known):
    record = preparing.add_paper(store, act, case_id, matters.INTERVIEW_RECORD).value
    known = {"came": "came", **known}
    rows = {
        "participants": [
            {
                "person_name": "周堃",
                "person_post": "厂长",
                "person_id": "371302198807160030",
                "person_authority": "legal",
            }
        ],
        "talks": [{"question": "为什么没有送检？", "answer": "忘了。"}],
        "commitments": [
            {
                "commitment": "两台台秤送检",
                "commitment_by": "周堃",
                "commitment_due": "2026-09-30",
            },
            {
                "commitment": "建立器具台账",
                "commitment_by": "周堃",
                "commitment_due": "2026-10-10",
            },
        ],
    }
    filled(store, act, record.id, rows, **MINUTES, **known)
    assert lacks(store, act, record.id) == []
    finishing.finish(store, act, record.id)
    return record


def test_the_notice_is_prefilled_from_a_finding_and_the_bureaus_days(store, act):
    """Wednesday 16 September and three working days: Sunday the 20th is worked in 2026."""
    _check, finding_id = found(store, act)
    known = said(store, act, begun(store, act, finding_id).record.id)
    assert known["reason"] == "两台台秤已过期"
    assert known["reason_kind"] == "risk"
    assert known["topics"].startswith("1. 通报问题：两台台秤已过期。\n2. 听取原因说明")
    assert known["attendant"] == known["legal_rep"] != ""
    assert known["meet_at"].startswith("2026-09-20T09:30")
    five = replace(act, office=replace(act.office, interview_days=5))
    assert said(store, five, begun(store, five).record.id)["meet_at"].startswith("2026-09-22")


def test_an_overdue_order_names_its_number_and_a_report_its_laboratory(store, act):
    check, finding_id = found(store, act)
    notice = preparing.prepare_notice(store, act, check.case_id).value
    kit.answer_by_name(store, act, notice.id, mode="by", deadline="2026-09-18")
    order = issued(store, act, notice.id)
    late = kit.later(act, 10 * 24 * 60)
    known = said(store, late, begun(store, late, check.case_id).record.id)
    assert known["reason_kind"] == "overdue"
    assert order.number_text in known["reason"]
    assert known["basis"] == f"责令改正通知书（{order.number_text}）"
    report = TestReport(
        id="report-1",
        case_id=check.case_id,
        enterprise_id=check.record.enterprise_id,
        record_id=check.record.id,
        number="QT-7",
        laboratory="省质检院",
        verdict="fail",
    )
    nouns.save(store, report)
    known = said(store, late, begun(store, late, "report-1").record.id)
    assert known["reason_kind"] == "nonconforming"
    assert "省质检院检验不合格" in known["reason"]
    assert known["basis"].startswith("检验报告（编号QT-7）、责令改正通知书")
    assert finding_id


def test_the_notice_leaves_a_last_day_to_serve_it_and_the_interview(store, act):
    """Interview on Tuesday the 22nd: three working days back over the worked Sunday is the 18th."""
    started = begun(store, act)
    paper = issued(store, act, started.record.id, meet_at="2026-09-22T09:30")
    assert open_kinds(store, started.case.id) == {
        "service": dt.date(2026, 9, 18),
        "interview": dt.date(2026, 9, 22),
    }
    service.serve(store, act, paper.id, Service("at-once", act.now, receiver="周堃"))
    assert set(open_kinds(store, started.case.id)) == {"interview"}
    step = cases.folder(store, act, started.case.id).step
    assert (step.code, step.form_id) == ("add", matters.INTERVIEW_RECORD)


def test_a_notice_that_is_too_late_is_refused_without_a_reason(store, act):
    started = begun(store, act)
    filled(store, act, started.record.id, meet_at="2026-09-17T09:30")
    kit.answer_by_name(store, act, started.record.id, meet_at="2026-09-17T09:30", short_reason="")
    with pytest.raises(Refused, match="review-open"):
        documents.issue(store, act, documents.preview(store, act, started.record.id))
    paper = issued(store, act, started.record.id, short_reason="事故隐患需要马上控制")
    assert open_kinds(store, started.case.id)["service"] == act.today
    assert "事故隐患" in paper.content


@pytest.mark.parametrize(
    ("result", "leaves"),
    [
        ("order", {"order": dt.date(2026, 10, 20)}),
        ("again", {"second-notice": dt.date(2026, 10, 20)}),
        # fifteen working days after Friday 16 October: three weeks without a holiday
        ("case", {"case-opening": dt.date(2026, 10, 20), "lead": dt.date(2026, 11, 6)}),
    ],
)
def test_commitments_become_follow_ups_and_the_check_settles_those_that_were_kept(
    store, act, result, leaves
):
    started = begun(store, act)
    paper = issued(store, act, started.record.id)
    service.serve(store, act, paper.id, Service("at-once", act.now, receiver="周堃"))
    held(store, act, started.case.id)
    assert open_kinds(store, started.case.id) == {
        "commitment": dt.date(2026, 10, 10),
        "report": dt.date(2026, 10, 12),
    }
    later = kit.later(act, 30 * 24 * 60)
    paper = preparing.add_paper(store, later, started.case.id, matters.INTERVIEW_CHECK).value
    opened = records.open_record(store, later, paper.id)
    rows = opened.session.children("/data/promises/checks")
    assert [opened.session.node(f"{row}/commitment").value for row in rows] == [
        "两台台秤送检",
        "建立器具台账",
    ]
    opened.session.set(f"{rows[0]}/kept", "kept")
    opened.session.set(f"{rows[0]}/evidence", "检定证书已见")
    opened.session.set(f"{rows[1]}/kept", "not")
    opened.session.set(f"{rows[1]}/evidence", "没有台账")
    said_so = {"report_in": "no", "result": result, "opinion": "责令限期改正", "how": "papers"}
    fill(opened.session, {**said_so, "result_due": "2026-10-20"})
    complete(opened.session, {f"{rows[1]}/kept"})
    progress = count(opened.session)
    records.keep_whole(store, later, paper.id, opened.session.answers(), progress=progress)
    seed = opened.session.findings()[0]
    assert seed.item == "建立器具台账：是否履行"
    finding = findings.choose(store, later, paper.id, seed).value
    seen = findings.FindingEdit("没有台账", law_key="metrology-law:9", due=later.today)
    findings.update(store, later, finding.id, seen)
    kit.sign_all(store, later, paper.id)
    assert lacks(store, later, paper.id) == []
    finishing.finish(store, later, paper.id)
    left = open_kinds(store, started.case.id)
    assert {kind: left.pop(kind) for kind in leaves} == leaves
    assert set(left) == {"report", "commitment"}
    stands = {row.title: (row.state, row.note) for row in kept.of_case(store, started.case.id)}
    assert stands["两台台秤送检"] == ("done", "检定证书已见")
    assert stands["建立器具台账"] == ("open", "")  # what was not kept is still to be done
    assert cases.folder(store, later, started.case.id).step.form_id == matters.NOTICE


def test_the_step_is_the_check_only_when_a_commitment_has_come_to_its_day(store, act):
    started = begun(store, act)
    case = nouns.get(store, CaseFile, started.case.id)
    row = follow_ups.make(
        store,
        case_id=case.id,
        enterprise_id=case.enterprise_id,
        kind=interviews.COMMITMENT,
        start=act.now,
        due=act.today + dt.timedelta(days=1),
    )
    follow_ups.keep(store, act, row)
    assert interviews.owed(store, case, act.today) == ""
    assert interviews.owed(store, case, row.due) == matters.INTERVIEW_CHECK


def test_a_refused_interview_leaves_a_second_notice_which_settles_it(store, act):
    started = begun(store, act)
    first = issued(store, act, started.record.id)
    record = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_RECORD).value
    refusal = {
        "came": "refused",
        "refused_how": "before",
        "absence_note": "电话中表示不来。",
        "absence_proof": "call recording",
        "absence_proof_note": "录音R-1",
        "absence_next": "second credit focus",
        "absence_next_due": "2026-09-18",
    }
    filled(store, act, record.id, None, **MINUTES, **refusal)
    assert lacks(store, act, record.id) == []
    finishing.finish(store, act, record.id)
    left = open_kinds(store, started.case.id)
    kinds = ("second-notice", "credit-note", "focus")
    assert {left[kind] for kind in kinds} == {dt.date(2026, 9, 18)}
    assert "interview" not in left
    assert "commitment" not in left
    assert interviews.owed(store, started.case, act.today) == matters.INTERVIEW_NOTICE
    again = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_NOTICE).value
    paper = issued(store, act, again.id)
    assert "同一问题被投诉五次" in paper.content
    assert first.number_text in said(store, act, again.id)["basis"]
    left = open_kinds(store, started.case.id)
    assert "second-notice" not in left
    assert {"credit-note", "interview"} <= set(left)


def test_an_excused_absence_moves_the_interview(store, act):
    started = begun(store, act)
    issued(store, act, started.record.id)
    record = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_RECORD).value
    absence = {
        "came": "absent",
        "absence_note": "住院。",
        "absence_excused": "yes",
        "absence_proof": "letter",
        "absence_proof_note": "书面说明一份",
        "new_date": "2026-09-24",
    }
    filled(store, act, record.id, None, **MINUTES, **absence)
    assert lacks(store, act, record.id) == []
    finishing.finish(store, act, record.id)
    assert open_kinds(store, started.case.id)["interview"] == dt.date(2026, 9, 24)
    again = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_NOTICE).value
    issued(store, act, again.id, meet_at="2026-09-25T09:30")
    rows = kept.of_case(store, started.case.id)
    days = [one.due for one in rows if one.kind == "interview" and one.state == "open"]
    assert days == [dt.date(2026, 9, 25)], "called anew, it is waited for once"


@pytest.mark.parametrize("days", [2, 6])
def test_the_bureau_asks_for_three_to_five_working_days(store, act, days):
    with pytest.raises(Refused) as refused:
        settings.write_office(store, replace(act.office, interview_days=days))
    assert refused.value.facts["name"] == "interview_days"


def test_a_withdrawn_notice_leaves_nothing_to_be_done(store, act):
    started = begun(store, act)
    paper = issued(store, act, started.record.id)
    assert open_kinds(store, started.case.id)
    service.withdraw(store, act, paper.id, "写错时间")
    assert not open_kinds(store, started.case.id)
    step = cases.folder(store, act, started.case.id).step
    assert (step.code, step.form_id) == ("add", matters.INTERVIEW_NOTICE), "no minutes without one"
    assert interviews.fits(store, started.case, matters.INTERVIEW_NOTICE)
    assert not interviews.fits(store, started.case, matters.INTERVIEW_RECORD)


def test_only_papers_that_make_sense_are_offered(store, act):
    started = begun(store, act)
    offered = (matters.INTERVIEW_NOTICE, matters.INTERVIEW_RECORD, matters.INTERVIEW_CHECK)
    assert not any(interviews.fits(store, started.case, one) for one in offered)
    issued(store, act, started.record.id)
    assert [interviews.fits(store, started.case, one) for one in offered] == [True, True, False]
    held(store, act, started.case.id)
    assert all(interviews.fits(store, started.case, one) for one in offered)


def test_without_numbers_nothing_is_issued_and_the_series_is_named(store, act):
    started = begun(store, act)
    filled(store, act, started.record.id)
    for block in settings.blocks(store, 2026):
        if block.series == "约谈":
            numbers.give_back(store, block.id)
    with pytest.raises(Refused) as refused:
        documents.preview(store, act, started.record.id)
    assert (refused.value.code, refused.value.facts["series"]) == ("number-none-left", "约谈")
