"""The desk: identities, terms of a complaint, the reporter kept secret, the hand-over."""

import datetime as dt
from dataclasses import replace

import pytest

from app.screens.sync_quarrels import value_words
from app.services import (
    cases,
    desk,
    disagreeing,
    documents,
    escalating,
    finishing,
    follow_ups,
    matters,
    papers,
    preparing,
    search,
    sites,
    today,
)
from app.services.errors import Refused
from app.services.export import Wanted, export
from app.services.records import open_record
from app.services.visits import Wish
from db.journal.secret import HIDDEN
from db.store import follow_ups as kept
from forms.compose import words
from tests.unit.app.services import kit

BASE = {
    "channel": "stand",
    "desk_place": "人民广场咨询点",
    "facts": "9月10日购买的儿童三轮车，使用三天后车轮脱落。",
    "product": "儿童三轮车",
    "check_wanted": "yes",
    "domicile": "",
}
COMPLAINT = {
    **BASE,
    "kind": "complaint",
    "complainant": "孙丽",
    "id_kind": "resident",
    "id_no": "11010519491231002X",
    "complainant_phone": "13905390009",
    "complainant_address": "兰山区示范路8号",
    "publicise": "yes",
    "entrust": "no",
    "claims": "refund",
    "decision": "later",
}
REPORTER = "欧阳保密"
REPORT = {
    **BASE,
    "kind": "report",
    "named": "real",
    "reporter": REPORTER,
    "reporter_phone": "13905390007",
    "tell": "yes",
}


def taken(store, act, answers, enterprise_id=None):
    """A finished register; gives the case's id and the record's."""
    unit = sites.find(store, "小白羊")[0].id if enterprise_id is None else enterprise_id
    begun = cases.start(store, act, unit, matters.DESK).value
    # the kind decides what is asked, so it is answered first
    kit.answer_by_name(store, act, begun.record.id, kind=answers["kind"])
    for name in ("named", "decision"):
        if name in answers:
            kit.answer_by_name(store, act, begun.record.id, **{name: answers[name]})
    kit.answer_by_name(store, act, begun.record.id, **answers)
    kit.sign_all(store, act, begun.record.id)
    finishing.finish(store, act, begun.record.id)
    return begun.case.id, begun.record.id


def test_who_reported_is_not_read_where_two_wrote_it_at_once(store, act):
    """The screen of synchronisation is open to everybody on the laptop."""
    secret, plain = "/data/confidential/reporter", "/data/matter_group/facts"
    for field, shown in ((secret, HIDDEN), (plain, REPORTER)):
        side = disagreeing.Side("s", 1, REPORTER, "李喆", act.now, here=True, shown=True)
        dispute = disagreeing.Quarrel("record", "r", field, "接待登记表", "", "", (side,))
        assert value_words(dispute, side) == shown
        told = disagreeing.veiled_told(field, f"阿卜·{REPORTER}·李喆·2026-09-16 09:30")
        assert (REPORTER in told) is (field == plain)
        assert "阿卜" in told or field == secret
        assert told.endswith("2026-09-16 09:30")
    assert value_words(dispute, replace(side, value="")) == "(empty)"


def terms(store, case_id):
    return {one.kind: one for one in kept.of_case(store, case_id)}


def test_a_complaint_to_be_decided_later_stands_today_in_time(store, act):
    """Seven working days from 2026-09-16, over the National Day holiday and its worked days."""
    case_id, _record = taken(store, act, COMPLAINT)
    found = terms(store, case_id)
    assert set(found) == {"accept", "complaint"}
    assert found["accept"].due == dt.date(2026, 9, 24)
    assert found["accept"].clock_id == "complaint-accept-7wd"
    near = kit.later(act, 60 * 24 * 5)
    assert {t.state for t in today.board(store, near).week if t.case_id == case_id} == {
        "accept",
        "complaint",
    }


def test_accepting_it_starts_sixty_days_of_mediation(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    row = desk.decide(store, act, case_id, accepted=True).value
    assert (row.kind, row.due) == ("mediation", dt.date(2026, 11, 16))
    assert {kind for kind, one in terms(store, case_id).items() if one.state == "open"} == {
        "mediation"
    }
    with pytest.raises(Refused, match="complaint-decided"):
        desk.decide(store, act, case_id, accepted=False)


def test_one_that_is_not_accepted_leaves_nothing(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    assert desk.decide(store, act, case_id, accepted=False).value is None
    assert not [one for one in terms(store, case_id).values() if one.state == "open"]


def test_one_accepted_at_the_desk_is_mediated_at_once(store, act):
    accepted = {**COMPLAINT, "decision": "accepted", "accepted_on": "2026-09-16"}
    case_id, _record = taken(store, act, accepted)
    assert {kind: one.due for kind, one in terms(store, case_id).items()} == {
        "mediation": dt.date(2026, 11, 16)
    }


def test_a_reporter_is_told_within_five_working_days_of_the_decision(store, act):
    case_id, _record = taken(store, act, REPORT)
    lead = terms(store, case_id)["lead"]
    assert lead.clock_id == "case-lead-15wd"
    desk.settle(store, act, lead.id)
    assert terms(store, case_id)["tell"].due == dt.date(2026, 9, 22)
    follow_ups.settle(store, act, lead.id, state="open")
    desk.settle(store, act, lead.id, "立案审批表已批")
    assert [one.kind for one in kept.of_case(store, case_id)].count("tell") == 1
    assert follow_ups.get(store, lead.id).note == "立案审批表已批"
    case_id, _record = taken(store, act, {**REPORT, "tell": "no"})
    desk.settle(store, act, terms(store, case_id)["lead"].id)
    assert set(terms(store, case_id)) == {"lead"}


def test_a_reporter_is_also_told_when_the_lead_of_an_inspection_is_decided(store, act):
    """The desk hands the report over; what the inspection found goes to a lead, decided there."""
    case_id, _record = taken(store, act, REPORT)
    unit = sites.find(store, "小白羊")[0].id
    check = cases.start(
        store, act, unit, matters.SPOT_CHECK, partner_id=kit.partner_of(store, act), origin=case_id
    ).value
    kit.fill_check(store, act, check.record.id)
    found = kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
    order = preparing.prepare_notice(store, act, check.case.id).value
    kit.sign_all(store, act, order.id)
    documents.issue(store, act, documents.preview(store, act, order.id))
    taken_on = escalating.escalate(store, act, found, "case", "逾期未改").value
    (lead,) = kept.of_case(store, taken_on.case_id)
    desk.settle(store, act, lead.id, "立案审批表已批")
    assert terms(store, case_id)["tell"].due == dt.date(2026, 9, 22)
    desk.settle(store, act, terms(store, case_id)["lead"].id)
    assert [one.kind for one in kept.of_case(store, case_id)].count("tell") == 1


def test_a_decision_taken_back_takes_the_term_to_tell_with_it(store, act):
    case_id, _record = taken(store, act, REPORT)
    lead = terms(store, case_id)["lead"]
    for _twice in range(2):
        desk.settle(store, act, lead.id, "立案审批表已批")
        assert terms(store, case_id)["tell"].state == "open"
        assert desk.take_back(store, act, lead.id).value == lead
        assert set(terms(store, case_id)) == {"lead"}


def test_the_reporter_is_on_no_page_in_no_export_and_no_search(store, act, tmp_path):
    """The record keeps who it was; nothing that is handed on or looked up shows it."""
    _case, record_id = taken(store, act, REPORT)
    opened = open_record(store, act, record_id)
    assert REPORTER in opened.session.final().values()
    assert REPORTER not in opened.told().values()
    page = words(papers.paper(store, act, opened))
    assert "（保密）" in page
    for secret in (REPORTER, REPORT["reporter_phone"]):
        assert secret not in page
    search.refresh(store)
    assert not search.find(store, REPORTER)
    assert search.find(store, "车轮脱落")
    export(store, Wanted("desk-12365"), tmp_path / "desk.csv", now=act.now)
    told = b"".join(one.read_bytes() for one in tmp_path.glob("desk*.csv"))
    assert "车轮脱落".encode() in told
    assert REPORTER.encode() not in told
    assert REPORT["reporter_phone"].encode() not in told


def test_an_inquiry_needs_no_enterprise(store, act):
    said = {**BASE, "kind": "inquiry", "answer_given": "已告知三包规定。"}
    case_id, _record = taken(store, act, said, enterprise_id="")
    assert kept.of_case(store, case_id) == ()
    assert desk.reception(store, case_id).kind == "inquiry"
    with pytest.raises(Refused, match="not-found"):
        cases.start(store, act, "", matters.SPOT_CHECK)


def test_the_unit_chosen_at_the_desk_is_the_cases(store, act):
    unit = sites.find(store, "小白羊")[0].id
    case_id, record_id = taken(store, act, {**COMPLAINT, "enterprise": unit}, enterprise_id="")
    assert cases.folder(store, act, case_id).enterprise.id == unit
    assert open_record(store, act, record_id).record.enterprise_id == unit
    assert {one.enterprise_id for one in kept.of_case(store, case_id)} == {unit}


def test_it_is_handed_over_to_an_inspection(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    unit = sites.find(store, "小白羊")[0].id
    made = cases.start(
        store, act, unit, matters.SPOT_CHECK, origin=case_id, visit=Wish("complaint")
    ).value.case
    found = desk.reception(store, case_id)
    assert found.check_wanted
    assert found.handed_over == (made,)
    assert desk.reception(store, made.id) is None
