"""The papers of the desk: offered when they make sense, told by the register, counted by the law."""

import datetime as dt

import pytest

from app.services import cases, desk, documents, offers, papers, preparing, service
from app.services.matters import (
    ACCEPTED,
    FORWARDED,
    IDENTITY_NOTICE,
    MEDIATION_AGREEMENT,
    MEDIATION_END,
    MEDIATION_NOTICE,
    REJECTED,
    REPORT_RESULT,
)
from app.services.records import open_record
from db.store import follow_ups as kept
from forms.compose import words
from tests.unit.app.services import kit
from tests.unit.app.services.test_desk import COMPLAINT, REPORT, REPORTER, taken, terms

MEDIATED = [MEDIATION_NOTICE, MEDIATION_AGREEMENT, MEDIATION_END]


def offered(store, act, case_id):
    return list(offers.now(store, cases.folder(store, act, case_id).case))


def prepared(store, act, case_id, form_id, **known):
    record = preparing.add_paper(store, act, case_id, form_id).value
    kit.answer_by_name(store, act, record.id, **known)
    return record.id


def issued(store, act, case_id, form_id, **known):
    record_id = prepared(store, act, case_id, form_id, **known)
    kit.sign_all(store, act, record_id)
    return documents.issue(store, act, documents.preview(store, act, record_id)).value


def still_open(store, case_id):
    return {kind: one.due for kind, one in terms(store, case_id).items() if one.state == "open"}


def handed(store, act, paper):
    """The paper reached whom it is addressed to: nothing of its service is left to be done."""
    return service.serve(store, act, paper.id, service.Service("at-once", act.now, receiver="孙丽"))


def page_of(store, act, record_id):
    return words(papers.paper(store, act, open_record(store, act, record_id)))


def test_a_complaint_to_be_decided_may_be_accepted_rejected_forwarded_or_asked_for_identity(
    store, act
):
    case_id, _record = taken(store, act, COMPLAINT)
    assert offered(store, act, case_id) == [IDENTITY_NOTICE, ACCEPTED, REJECTED, FORWARDED]


def test_nothing_is_offered_before_the_register_is_finished(store, act):
    begun = cases.start(store, act, "", "desk-12365").value
    assert offered(store, act, begun.case.id) == []


def test_the_acceptance_knows_the_register_settles_the_terms_and_begins_the_mediation(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    record_id = prepared(store, act, case_id, ACCEPTED, tell_mode="sms")
    page = page_of(store, act, record_id)
    assert "孙丽：" in page
    assert "我局于2026年9月16日收到你关于" in page
    assert "儿童三轮车的投诉" in page
    paper = issued(store, act, case_id, ACCEPTED, tell_mode="sms")
    assert paper.number_text.endswith("市监受理〔2026〕第1号")
    told = {"service": dt.date(2026, 9, 24)}
    assert still_open(store, case_id) == told | {"mediation": dt.date(2026, 11, 16)}
    handed(store, act, paper)
    assert still_open(store, case_id) == {"mediation": dt.date(2026, 11, 16)}
    assert offered(store, act, case_id) == [*MEDIATED, FORWARDED]


def test_a_withdrawn_acceptance_gives_back_the_terms_it_settled(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    paper = issued(store, act, case_id, ACCEPTED, tell_mode="sms")
    service.withdraw(store, act, paper.id, "当事人写错了")
    assert set(still_open(store, case_id)) == {"accept", "complaint"}
    assert ACCEPTED in offered(store, act, case_id)


def test_an_acceptance_issued_after_the_mediation_began_begins_no_second_one(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    desk.decide(store, act, case_id, accepted=True)
    assert REJECTED not in offered(store, act, case_id)
    issued(store, act, case_id, ACCEPTED, tell_mode="sms")
    assert [row.kind for row in kept.of_case(store, case_id)].count("mediation") == 1


def test_a_rejection_settles_the_terms_and_leaves_to_be_told_by_their_day(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    later = kit.later(
        act, 60 * 24 * 2
    )  # the seven working days run from the complaint all the same
    said = {"grounds": "late", "reason": "2022年购买", "tell_mode": "letter"}
    paper = issued(store, later, case_id, REJECTED, **said)
    assert still_open(store, case_id) == {"service": dt.date(2026, 9, 24)}
    handed(store, later, paper)
    assert still_open(store, case_id) == {}
    assert offered(store, act, case_id) == [FORWARDED]


def test_the_day_set_for_the_identity_stands_until_the_complaint_is_decided(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    asked = issued(store, act, case_id, IDENTITY_NOTICE, deadline="2026-09-21", tell_mode="sms")
    handed(store, act, asked)
    assert still_open(store, case_id)["identity"] == dt.date(2026, 9, 21)
    said = {"grounds": "materials", "reason": "逾期未提供", "tell_mode": "sms"}
    handed(store, act, issued(store, act, case_id, REJECTED, **said))
    assert still_open(store, case_id) == {}


def test_a_mediation_that_ends_is_told_to_both_sides_within_seven_working_days(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    desk.decide(store, act, case_id, accepted=True)
    meeting = "2026-09-21T09:00:00.000+08:00"
    paper = issued(store, act, case_id, MEDIATION_NOTICE, meet_at=meeting, tell_mode="phone")
    handed(store, act, paper)
    assert still_open(store, case_id)["mediation-meeting"] == dt.date(2026, 9, 21)
    record_id = prepared(store, act, case_id, MEDIATION_END, end_ground="refused", tell_mode="sms")
    page = page_of(store, act, record_id)
    assert "孙丽、临沂市小白羊" in page
    assert "下列第（二）项情形" in page
    issued(store, act, case_id, MEDIATION_END)
    assert still_open(store, case_id) == {"mediation-told": dt.date(2026, 9, 24)}
    assert offered(store, act, case_id) == [FORWARDED]


def test_an_agreement_signed_by_both_ends_the_mediation(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    desk.decide(store, act, case_id, accepted=True)
    record_id = prepared(store, act, case_id, MEDIATION_AGREEMENT, agreed="退款并收回商品")
    page = page_of(store, act, record_id)
    assert "使用三天后车轮脱落" in page
    assert "兰山区示范路8号" in page
    issued(store, act, case_id, MEDIATION_AGREEMENT)
    assert still_open(store, case_id) == {}


def test_the_outcome_of_a_report_names_nobody_and_settles_the_term_to_tell(store, act):
    case_id, _record = taken(store, act, REPORT)
    assert offered(store, act, case_id) == [FORWARDED, REPORT_RESULT]
    desk.settle(store, act, terms(store, case_id)["lead"].id)
    assert set(still_open(store, case_id)) == {"tell"}
    paper = issued(
        store,
        act,
        case_id,
        REPORT_RESULT,
        outcome="filed",
        decided_on="2026-09-16",
        law_basis="《市场监督管理投诉举报处理办法》第三十一条",
        outcome_told="已经对被举报人立案调查。",
        tell_mode="phone",
    )
    assert still_open(store, case_id) == {"service": dt.date(2026, 9, 22)}
    handed(store, act, paper)
    assert still_open(store, case_id) == {}
    page = page_of(store, act, paper.record_id)
    assert "举报人：" in page
    for secret in (REPORTER, REPORT["reporter_phone"]):
        assert secret not in page
        assert secret not in paper.content


@pytest.mark.parametrize("change", [{"named": "anonymous"}, {"kind": "inquiry"}])
def test_nobody_without_a_name_is_told(store, act, change):
    said = {**REPORT, "answer_given": "已答复。", **change}
    case_id, _record = taken(store, act, said)
    assert REPORT_RESULT not in offered(store, act, case_id)


def test_one_not_accepted_at_the_desk_may_only_be_rejected_on_paper(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    desk.decide(store, act, case_id, accepted=False)
    assert offered(store, act, case_id) == [REJECTED, FORWARDED]
