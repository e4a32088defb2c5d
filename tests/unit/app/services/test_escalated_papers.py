"""A finding that was taken on leaves the day by which its paper is issued, until that is issued."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    cases,
    citation,
    documents,
    escalating,
    findings,
    follow_ups,
    records,
    service,
    settings,
    taking_back,
    today,
    waiting_draft,
)
from app.services.errors import Refused
from db.rows import Finding
from db.store import documents as papers
from db.store import findings as kept_findings
from db.store import follow_ups as kept
from db.store import nouns
from tests.unit.app.services import kit
from tests.unit.app.services.test_citation import REST
from tests.unit.app.services.test_interviews import issued
from tests.unit.app.services.withdraw_kit import make, ready

WHY = "逾期未改"


@pytest.fixture
def late(store, act):
    """Two findings whose notice was issued, both overdue since yesterday."""
    check, record_id = kit.notice_ready(store, act)
    documents.issue(store, act, documents.preview(store, act, record_id))
    found = kept_findings.of_record(store, check.record.id)
    for one in found:
        nouns.edit(store, Finding, one.id, due=(act.today - dt.timedelta(days=1)).isoformat())
    return found


def waiting(store, finding):
    """What is open over a finding, by kind."""
    found = kept.of_owner(store, finding.id)
    return {one.kind: one for one in found if one.state == "open"}


def cite(store, act, finding):
    made = escalating.escalate(store, act, finding.id, "citation", WHY).value
    record_id = ready(store, act, made.record.id, **REST, penalty="fine", amount="500")
    return made.record, record_id


def test_a_notice_is_to_be_issued_in_the_days_the_bureau_set(store, act, late):
    """Five working days of its own; the law counts none, so the follow-up names no clock of law."""
    made = escalating.escalate(store, act, late[0].id, "interview", WHY).value
    (due,) = waiting(store, late[0]).values()
    assert (due.kind, due.clock_id, due.case_id) == ("issue-notice", "", made.case_id)
    assert due.due == dt.date(2026, 9, 22), "Sunday the 20th is worked in 2026"
    ten = replace(act, office=replace(act.office, issue_days=10))
    escalating.escalate(store, ten, late[1].id, "citation", WHY)
    (later,) = waiting(store, late[1]).values()
    assert (later.kind, later.due) == ("issue-citation", dt.date(2026, 9, 30))


def test_it_stands_in_today_and_holds_the_case_open(store, act, late):
    made = escalating.escalate(store, act, late[0].id, "interview", WHY).value
    board = today.board(store, act)
    mine = [one for one in board.week if one.about == ("finding", late[0].id)]
    assert [one.state for one in mine] == ["issue-notice"]
    records.withdraw(store, act, made.record.id, "写错了")
    assert waiting(store, late[0]), "a draft that is thrown away leaves it standing"
    with pytest.raises(Refused):
        cases.close(store, act, made.case_id)


def test_the_issued_notice_settles_it_and_its_withdrawal_opens_it_again(store, act, late):
    made = escalating.escalate(store, act, late[0].id, "interview", WHY).value
    paper = issued(store, act, made.record.id)
    assert not waiting(store, late[0])
    with pytest.raises(Refused, match="paper-stands"):
        taking_back.take_back(store, act, late[0].id)
    service.withdraw(store, act, paper.id, "日期写错")
    assert list(waiting(store, late[0])) == ["issue-notice"]


def test_the_issued_citation_settles_that_of_its_own_finding_only(store, act, late):
    _record, ready_id = cite(store, act, late[0])
    escalating.escalate(store, act, late[1].id, "citation", WHY)
    make(store, act, ready_id)
    assert (list(waiting(store, late[0])), list(waiting(store, late[1]))) == (
        [],
        ["issue-citation"],
    )
    (paper,) = [
        one for one in papers.of_case(store, late[0].case_id) if one.form_id == citation.CITATION
    ]
    service.withdraw(store, act, paper.id, "金额写错")
    assert list(waiting(store, late[0])) == ["issue-citation"]


def test_it_leads_to_the_draft_it_stands_for(store, act, late):
    """Two citations wait in one case: each finding's day leads to its own; without a draft to none."""

    def draft(finding):
        (row,) = waiting(store, finding).values()
        return waiting_draft.draft_of(store, row)

    first = escalating.escalate(store, act, late[0].id, "citation", WHY).value.record
    second = escalating.escalate(store, act, late[1].id, "citation", WHY).value.record
    assert (draft(late[0]).id, draft(late[1]).id) == (first.id, second.id)
    records.withdraw(store, act, first.id, "写错了")
    assert draft(late[0]) is None
    taking_back.take_back(store, act, late[1].id)
    notice = escalating.escalate(store, act, late[1].id, "interview", WHY).value.record
    assert draft(late[1]).id == notice.id


def test_taking_the_step_back_takes_its_day_along(store, act, late):
    escalating.escalate(store, act, late[0].id, "interview", WHY)
    taking_back.take_back(store, act, late[0].id)
    assert findings.get(store, late[0].id).state == "ordered"
    assert not waiting(store, late[0])


def test_the_days_are_those_on_offer(store, act):
    with pytest.raises(Refused) as refused:
        settings.write_office(store, replace(act.office, issue_days=4))
    assert refused.value.facts["name"] == "issue_days"
    settings.write_office(store, replace(act.office, issue_days=10))
    assert settings.read_office(store).issue_days == 10
    assert {"issue-notice", "issue-citation"} <= follow_ups.HOLDS
