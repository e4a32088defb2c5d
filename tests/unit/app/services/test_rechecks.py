"""A re-check after the rectification report: each verdict takes its finding where it says."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    documents,
    finding_life,
    findings,
    follow_ups,
    matters,
    offers,
    preparing,
    rechecks,
)
from app.services.records import open_record
from db.rows import CaseFile, Finding
from db.store import nouns
from tests.unit.app.services import kit, se_kit

SAID = {
    "recheck_mode": "onsite",
    "certificates_shown": "yes",
    "result_seen": "现场呼叫，值班室即时应答。",
    "next_step": "无",
    "party_opinion": "无",
    "contact": "周堃",
}


@pytest.fixture
def ordered(store, act):
    """A lift with a dead alarm and no rules of use, ordered to be put right and reported."""
    begun = se_kit.check(store, act, matters.LIFT_CHECK, **se_kit.GRAVE)
    found = [
        kit.mark_adverse(store, act, begun.record.id, "alarm", "按下后无人应答"),
        kit.mark_adverse(store, act, begun.record.id, "notices", "没有安全使用说明"),
    ]
    se_kit.finish(store, act, begun.record.id)
    order = preparing.prepare_notice(store, act, begun.case.id).value
    kit.sign_all(store, act, order.id)
    paper = documents.issue(store, act, documents.preview(store, act, order.id)).value
    for one in found:
        nouns.edit(store, Finding, one, state="reported", reported=act.today)
    return begun.case, found, paper


def begin(store, act, case):
    return preparing.add_paper(store, act, case.id, matters.RECHECK).value


def verdict(store, act, record, **said):
    se_kit.answer(store, act, record.id, **{**SAID, **said})
    se_kit.finish(store, act, record.id)


def states(store, found):
    return [findings.get(store, one).state for one in found]


def test_a_re_check_is_offered_only_over_what_was_ordered(store, act, ordered):
    case, found, _ = ordered
    assert matters.RECHECK in offers.now(store, case)
    for one in found:
        nouns.edit(store, Finding, one, state="closed")
    assert matters.RECHECK not in offers.now(store, case)


def test_it_begins_with_the_order_the_report_and_a_row_a_finding(store, act, ordered):
    case, found, paper = ordered
    record = begin(store, act, case)
    session = open_record(store, act, record.id).session
    said = session.answers()
    plain = {path.rsplit("/", 1)[-1]: value for path, value in said.items()}
    assert plain["instruction_no"] == paper.number_text
    assert plain["report_date"] == act.today.isoformat()
    assert plain["recheck_by"] == "2026-09-30", "ten working days over the weekend of the 26th"
    named = [value for path, value in said.items() if path.endswith("/finding")]
    facts = [value for path, value in said.items() if path.endswith("/item_fact")]
    assert named == found
    assert facts == ["按下后无人应答", "没有安全使用说明"]


def test_what_was_put_right_is_closed_and_says_by_which_paper(store, act, ordered):
    case, found, _ = ordered
    record = begin(store, act, case)
    verdict(store, act, record, result="fixed")
    assert states(store, found) == ["closed", "closed"]
    row = findings.get(store, found[0])
    assert (row.rechecked, row.recheck_record_id) == (act.today, record.id)
    moments = finding_life.life(store, row).moments
    assert [one.target for one in moments if one.what == "recheck"] == [("paper", record.id)]


def test_it_settles_what_the_report_left_to_be_done(store, act, ordered):
    case, found, _ = ordered
    for one in found:
        row = follow_ups.make(
            store, case_id=case.id, enterprise_id=case.enterprise_id, kind="recheck",
            start=act.now, owner=("finding", one), clock_id="se-recheck-10wd",
        )  # fmt: skip
        follow_ups.keep(store, act, row)
    verdict(store, act, begin(store, act, case), result="fixed")
    assert not [row for row in follow_ups.open_of_case(store, case.id) if row.kind == "recheck"]


def test_what_was_not_is_ordered_again_with_a_new_day(store, act, ordered):
    case, found, _ = ordered
    new = act.today + dt.timedelta(days=9)
    verdict(
        store, act, begin(store, act, case), result="partly", then="again", new_due=new.isoformat()
    )
    assert states(store, found) == ["ordered", "ordered"]
    assert {findings.get(store, one).due for one in found} == {new}
    assert matters.RECHECK in offers.now(store, case), "and may be re-checked again"


def test_what_is_refused_goes_to_a_penalty_case(store, act, ordered):
    case, found, _ = ordered
    verdict(store, act, begin(store, act, case), result="not", then="escalate")
    assert states(store, found) == ["escalated", "escalated"]
    for one in found:
        lead = nouns.get(store, CaseFile, findings.get(store, one).escalated_to)
        assert (lead.origin, lead.state) == (one, "open"), "a case of its own, begun from it"
    assert rechecks.waiting(store, case.id) == ()


def test_a_finding_settled_meanwhile_is_left_alone(store, act, ordered):
    case, found, _ = ordered
    record = begin(store, act, case)
    nouns.edit(store, Finding, found[0], state="closed")
    verdict(store, replace(act, now=act.now + dt.timedelta(minutes=5)), record, result="fixed")
    assert states(store, found) == ["closed", "closed"]
    assert findings.get(store, found[0]).recheck_record_id == ""
