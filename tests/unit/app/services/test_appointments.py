"""Chief quality officers: appointed, reviewed each year, succeeded; the review never forgotten."""

import datetime as dt

from app.services import appointments, cases, finishing, matters, preparing, sites
from db.store import follow_ups as kept
from tests.unit.app.services import kit

APPOINTED = {
    "cqo_name": "陈堃",
    "cqo_post": "副总经理",
    "cqo_phone": "13905390003",
    "education": "本科，高级工程师",
    "training": "鲁CQO2026-018",
    "letter_no": "小白羊〔2026〕7号",
    "appointed_on": "2026-09-10",
    "duties": "strategy safety",
    "authority": "质量安全一票否决。",
    "review_due": "2027-09-10",
}
GRADES = dict.fromkeys(
    ("strategy_grade", "safety_grade", "posts_grade", "credit_grade", "training_grade"), "good"
)
ITEMS = dict.fromkeys(
    (
        *("appointment_valid", "training_passed", "declared", "veto_heard", "yearly_report"),
        *("improvement", "nonconforming", "risk_review", "instruments", "complaints"),
    ),
    "ok",
)
REVIEWED = {
    **GRADES,
    **ITEMS,
    "cqo_name": "陈堃",
    "reviewed_on": "2026-09-16",
    "achievements": "不合格品率下降。",
    "shortcomings": "无",
    "result": "excellent",
    "review_due": "2027-09-16",
}


def unit(store):
    return sites.find(store, "小白羊")[0]


def finished(store, act, record_id, answers):
    for name in ("appointed_on", "result"):
        if name in answers:
            kit.answer_by_name(store, act, record_id, **{name: answers[name]})
    kit.answer_by_name(store, act, record_id, **answers)
    kit.sign_all(store, act, record_id)
    return finishing.finish(store, act, record_id).value


def appoint(store, act, **answers):
    begun = cases.start(store, act, unit(store).id, matters.CQO).value
    finished(store, act, begun.record.id, {**APPOINTED, **answers})
    return begun.case.id


def open_reviews(store):
    found = kept.of_enterprise(store, unit(store).id)
    return [one for one in found if one.kind == "review"]


def test_an_appointment_stands_in_the_register_with_its_review(store, act):
    appoint(store, act)
    (row,) = appointments.of_enterprise(store, unit(store).id)
    assert (row.name, row.certificate, row.duties) == ("陈堃", "鲁CQO2026-018", "strategy safety")
    assert (row.appointed, row.review_due) == (dt.date(2026, 9, 10), dt.date(2027, 9, 10))
    (left,) = open_reviews(store)
    assert (left.due, left.title) == (dt.date(2027, 9, 10), "陈堃")
    (line,) = [one for one in appointments.register(store) if one.officer.id == row.id]
    assert line.enterprise == unit(store).name


def test_a_review_settles_what_was_due_and_names_the_next_day(store, act):
    case_id = appoint(store, act)
    (before,) = open_reviews(store)
    record = preparing.add_paper(store, act, case_id, "cqo-review").value
    partner = kit.partner_of(store, act)
    finished(store, act, record.id, {**REVIEWED, "inspector_2": partner})
    (row,) = appointments.of_enterprise(store, unit(store).id)
    assert (row.reviewed, row.review_result) == (dt.date(2026, 9, 16), "excellent")
    assert row.review_due == dt.date(2027, 9, 16)
    (left,) = open_reviews(store)
    assert left.due == dt.date(2027, 9, 16)
    assert kept.get(store, before.id).state == "done"


def test_who_is_appointed_next_succeeds_the_one_before(store, act):
    appoint(store, act)
    appoint(store, act, cqo_name="赵錞", appointed_on="2026-09-15", review_due="2027-09-15")
    now, before = appointments.of_enterprise(store, unit(store).id)
    assert (now.name, now.ended) == ("赵錞", None)
    assert (before.name, before.ended) == ("陈堃", dt.date(2026, 9, 15))
    assert [one.title for one in open_reviews(store)] == ["赵錞"]
    names = [one.officer.name for one in appointments.register(store)]
    assert "陈堃" not in names


def test_who_is_reviewed_first_stands_first(store, act):
    appoint(store, act)
    other = sites.find(store, "电线")[0].id
    begun = cases.start(store, act, other, matters.CQO).value
    soon = {**APPOINTED, "cqo_name": "孙工", "review_due": "2026-12-01"}
    finished(store, act, begun.record.id, soon)
    names = [one.officer.name for one in appointments.register(store)]
    assert [one for one in names if one in {"孙工", "陈堃"}] == ["孙工", "陈堃"]
