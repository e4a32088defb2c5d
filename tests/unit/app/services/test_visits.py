"""Inspections: planned, approved, announced, made; the cap of the year; the urgent ones."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    cases,
    documents,
    finishing,
    follow_ups,
    matters,
    preparing,
    sites,
    today,
    visit_rules,
    visits,
)
from app.services.errors import Refused
from app.services.records import answered, open_record
from app.services.visits import Wish
from db.store import follow_ups as kept
from tests.unit.app.services import kit

LIMIT = visit_rules.Rules(cap=2, source="临兰市监〔2026〕1号", since=dt.date(2026, 1, 1))
APPROVAL = {
    "law_basis": "《产品质量法》第十五条",
    "source": "plan",
    "place": "成品库",
    "decision": "approved",
    "approver": "王敏",
    "approver_post": "副局长",
}


def begun(store, act, wish=None, kind=matters.SPOT_CHECK):
    """A case at the toy maker with a visit planned; gives the case's id."""
    unit = sites.find(store, "小白羊")[0]
    partner = kit.partner_of(store, act)
    wish = wish or Wish(planned=act.today)
    return cases.start(store, act, unit.id, kind, partner_id=partner, visit=wish).value.case.id


def unit_id(store):
    return sites.find(store, "小白羊")[0].id


def approve(store, act, case_id, **answers):
    record = preparing.add_paper(store, act, case_id, matters.APPROVAL).value
    kit.answer_by_name(store, act, record.id, **{**APPROVAL, **answers})
    kit.sign_all(store, act, record.id)
    return finishing.finish(store, act, record.id).value


def announce(store, act, case_id, inspect_at="2026-09-17T09:00:00.000+08:00"):
    record = preparing.add_paper(store, act, case_id, matters.VISIT_NOTICE).value
    kit.answer_by_name(store, act, record.id, inspect_at=inspect_at)
    kit.sign_all(store, act, record.id)
    return documents.issue(store, act, documents.preview(store, act, record.id)).value


def test_a_visit_goes_from_plan_to_leaving(store, act):
    """Each paper moves it on by itself; arrival and leaving keep their times."""
    case_id = begun(store, act)
    assert visits.stage(visits.current(store, case_id)) == "planned"
    assert visits.lacking(visits.current(store, case_id)) == "approval"
    record = approve(store, act, case_id)
    row = visits.current(store, case_id)
    assert (visits.stage(row), row.approval_id) == ("approved", record.id)
    paper = announce(store, act, case_id)
    row = visits.current(store, case_id)
    assert (visits.stage(row), row.notice_id) == ("announced", paper.id)
    assert row.planned == dt.date(2026, 9, 17)
    assert visits.lacking(row) == ""
    came = kit.later(act, 30)
    visits.arrive(store, came, row.id, "scan")
    visits.leave(store, kit.later(act, 150), row.id)
    row = visits.current(store, case_id)
    assert (row.arrived, row.arrived_by, row.state) == (came.now, "scan", "done")
    assert row.left_at == act.now + dt.timedelta(minutes=150)


def test_what_is_known_stands_in_both_papers(store, act):
    visit_rules.write(store, LIMIT)
    case_id = begun(store, act)
    record = approve(store, act, case_id)
    asked = open_record(store, act, record.id)
    assert answered(asked, "matter") == "监督抽查检查", "a unit is told of a check, not of a record"
    assert answered(asked, "visit_number") == "1"
    assert answered(asked, "visit_cap") == "2"
    assert answered(asked, "planned_on") == act.today.isoformat()
    notice = preparing.add_paper(store, act, case_id, matters.VISIT_NOTICE).value
    told = open_record(store, act, notice.id)
    assert answered(told, "law_basis") == APPROVAL["law_basis"]
    assert answered(told, "approver") == "王敏"
    assert answered(told, "approved_on") == act.today.isoformat()
    assert answered(told, "visit_number") == "1"


def test_the_planned_day_stands_today_until_one_arrives(store, act):
    case_id = begun(store, act)
    assert [t.state for t in today.board(store, act).today if t.case_id == case_id] == ["visit"]
    announce_day = act.today + dt.timedelta(days=1)

    def lacking(group):
        found = getattr(today.board(store, act), group)
        return [t.lacking for t in found if t.case_id == case_id and t.state == "visit"]

    assert lacking("today") == ["approval"]
    approve(store, act, case_id)
    assert lacking("today") == ["notice"]
    announce(store, act, case_id)
    assert lacking("week") == [""]
    (task,) = [t for t in today.board(store, act).week if t.case_id == case_id]
    assert task.due == announce_day
    visits.arrive(store, act, visits.current(store, case_id).id)
    assert not [t for t in today.board(store, act).week if t.case_id == case_id]


def test_a_visit_of_next_year_is_counted_in_next_year(store, act):
    """Two this year, and one planned for January: the first of its own year on its approval."""
    visit_rules.write(store, replace(LIMIT, cap=3))
    visits.arrive(store, act, visits.current(store, begun(store, act)).id)
    second = begun(store, act, Wish(planned=dt.date(2026, 12, 30)))
    third = begun(store, act, Wish(planned=dt.date(2027, 1, 5)))
    for case_id, number in ((second, "2"), (third, "1")):
        paper = preparing.add_paper(store, act, case_id, matters.APPROVAL).value
        assert answered(open_record(store, act, paper.id), "visit_number") == number


def test_a_cap_holds_from_the_year_it_was_published_for(store, act):
    visit_rules.write(store, replace(LIMIT, cap=1, since=dt.date(2027, 1, 1)))
    begun(store, act)
    assert not visits.exceeds(store, act, unit_id(store), "routine")
    begun(store, act, Wish(planned=dt.date(2027, 1, 5)))
    day = dt.date(2027, 2, 1)
    assert visits.exceeds(store, act, unit_id(store), "routine", day)


def test_a_refused_visit_is_called_off(store, act):
    """The approver's words are its reason, and nobody is sent there any more."""
    case_id = begun(store, act)
    row = visits.current(store, case_id)
    approve(store, act, case_id, decision="refused", opinion="与上月检查重复")
    assert visits.current(store, case_id) is None
    with pytest.raises(Refused, match="visit-cancelled"):
        visits.arrive(store, act, row.id)
    assert not [one for one in kept.of_case(store, case_id) if one.state == "open"]


def test_a_check_without_approval_is_told_not_blocked(store, act):
    row = visits.current(store, begun(store, act))
    assert visits.lacking(row) == "approval"
    assert visits.arrive(store, act, row.id).value.state == "arrived"


def test_one_arrives_once_and_leaves_after_it(store, act):
    row = visits.current(store, begun(store, act))
    with pytest.raises(Refused, match="visit-not-arrived"):
        visits.leave(store, act, row.id)
    visits.arrive(store, act, row.id)
    with pytest.raises(Refused, match="visit-arrived"):
        visits.arrive(store, kit.later(act, 5), row.id)
    assert visits.current(store, row.case_id).arrived == act.now
    visits.leave(store, act, row.id)
    with pytest.raises(Refused, match="visit-left"):
        visits.leave(store, act, row.id)


def test_an_urgent_check_is_approved_within_twenty_four_hours(store, act):
    """It begins without approval; the follow-up runs by the minute until the approval is there."""
    case_id = begun(store, act, Wish("urgent"))
    row = visits.current(store, case_id)
    assert visits.lacking(row) == "approval-after"
    (left,) = kept.of_owner(store, row.id)
    assert (left.kind, left.due_at) == ("visit-approval", act.now + dt.timedelta(hours=24))
    assert left.due == dt.date(2026, 9, 17)
    visits.arrive(store, act, row.id)
    assert follow_ups.get(store, left.id).state == "open"
    record = approve(store, act, case_id, urgent_reason="群众举报正在销售已查封的产品")
    assert answered(open_record(store, act, record.id), "urgent") == "yes"
    assert follow_ups.get(store, left.id).state == "done"
    assert visits.lacking(visits.current(store, case_id)) == ""


def test_an_approval_is_never_said_to_be_there_without_a_word_of_it(store, act):
    case_id = begun(store, act, Wish("urgent"))
    (left,) = kept.of_owner(store, visits.current(store, case_id).id)
    with pytest.raises(Refused, match="approval-unsaid"):
        follow_ups.settle(store, act, left.id)
    assert follow_ups.get(store, left.id).state == "open"


def test_no_visit_is_planned_for_a_day_that_is_over(store, act):
    with pytest.raises(Refused, match="visit-past"):
        begun(store, act, Wish(planned=act.today - dt.timedelta(days=1)))
    begun(store, act, Wish(planned=act.today))


def test_the_cap_is_warned_of_before_it_is_exceeded(store, act):
    """Two a year: the third needs its reason; complaints, re-checks and urgent ones do not count."""
    visit_rules.write(store, LIMIT)
    unit = unit_id(store)
    visits.arrive(store, act, visits.current(store, begun(store, act)).id)
    assert not visits.exceeds(store, act, unit, "routine")
    begun(store, act, Wish("complaint"))
    begun(store, act)
    assert visits.tally(store, unit, 2026) == visits.Tally(2026, made=1, planned=1, cap=2)
    assert visits.exceeds(store, act, unit, "routine")
    assert not visits.exceeds(store, act, unit, "complaint")
    with pytest.raises(Refused, match="visit-reason-missing"):
        begun(store, act, Wish(reason="  "))
    case_id = begun(store, act, Wish(reason="市局统一部署"))
    assert visits.current(store, case_id).reason == "市局统一部署"
    asked = preparing.add_paper(store, act, case_id, matters.APPROVAL).value
    opened = open_record(store, act, asked.id)
    assert answered(opened, "visit_number") == "3"
    assert answered(opened, "over_reason") == "市局统一部署"


def test_a_year_ends_at_midnight_in_china(store, act):
    """A visit at eight on New Year's morning in China is of the new year, though UTC says no."""
    visit_rules.write(store, LIMIT)
    new_year = replace(act, now=dt.datetime(2026, 12, 31, 17, tzinfo=dt.UTC))
    visits.arrive(store, new_year, visits.current(store, begun(store, new_year)).id)
    unit = unit_id(store)
    assert visits.tally(store, unit, 2026).made == 0
    assert visits.tally(store, unit, 2027).made == 1


def test_without_a_published_cap_nothing_is_warned_of(store, act):
    visit_rules.write(store, visit_rules.Rules())
    for _ in range(4):
        begun(store, act)
    assert not visits.exceeds(store, act, unit_id(store), "routine")


@pytest.mark.parametrize(
    "wrong",
    [
        visit_rules.Rules(cap=-1),
        visit_rules.Rules(cap=400),
        visit_rules.Rules(urgent_hours=0),
        visit_rules.Rules(cap=2, source=" "),
    ],
)
def test_rules_that_cannot_be_are_refused(store, act, wrong):
    with pytest.raises(Refused, match="visit-rules-wrong"):
        visit_rules.write(store, wrong)


def test_the_bureaus_rules_are_kept_whole(store, act):
    wanted = replace(LIMIT, exempt=("complaint",), urgent_hours=48)
    visit_rules.write(store, wanted)
    assert visit_rules.rules(store) == wanted


def test_a_case_begun_without_a_visit_gets_one_with_its_approval(store, act):
    """Cases of an older program have none."""
    check = kit.start(store, act)
    assert visits.current(store, check.case_id) is None
    record = approve(store, act, check.case_id, planned_on="2026-09-18", visit_number="1")
    row = visits.current(store, check.case_id)
    assert (row.approval_id, row.planned) == (record.id, dt.date(2026, 9, 18))


def test_the_day_to_go_there_is_the_one_that_was_approved(store, act):
    case_id = begun(store, act)
    approve(store, act, case_id, planned_on="2026-09-18")
    (left,) = kept.of_owner(store, visits.current(store, case_id).id)
    assert (left.kind, left.due) == ("visit", dt.date(2026, 9, 18))


def test_a_visit_without_a_day_is_to_be_made_on_the_day_its_notice_names(store, act):
    case_id = begun(store, act, Wish())
    row = visits.current(store, case_id)
    assert kept.of_owner(store, row.id) == ()
    approve(store, act, case_id, planned_on="2026-09-17")
    announce(store, act, case_id)
    (left,) = kept.of_owner(store, row.id)
    assert (left.kind, left.due) == ("visit", dt.date(2026, 9, 17))


def test_a_planned_visit_is_counted_in_the_year_of_its_day(store, act):
    visit_rules.write(store, replace(LIMIT, cap=1))
    begun(store, act, Wish(planned=dt.date(2027, 1, 1)))
    begun(store, act, Wish(planned=dt.date(2026, 12, 31)))
    unit = unit_id(store)
    assert [visits.tally(store, unit, year).planned for year in (2026, 2027)] == [1, 1]
    with pytest.raises(Refused, match="visit-reason-missing"):
        begun(store, act, Wish(planned=dt.date(2027, 5, 4)))


def test_an_urgent_visit_that_is_not_approved_afterwards_counts_as_approved_nowhere(store, act):
    """It was made, so the enterprise is spared one of the year; it is not exempt any more."""
    visit_rules.write(store, LIMIT)
    case_id = begun(store, act, Wish("urgent"))
    row = visits.current(store, case_id)
    visits.arrive(store, act, row.id)
    assert visits.tally(store, unit_id(store), 2026).made == 0
    why = {"urgent_reason": "群众举报", "decision": "refused", "opinion": "不属于紧急情况"}
    record = approve(store, act, case_id, **why)
    row = visits.current(store, case_id)
    assert (row.approval_id, row.refused_id) == ("", record.id)
    assert (visits.stage(row), visits.lacking(row)) == ("refused", "refused-on-the-spot")
    assert visits.tally(store, unit_id(store), 2026).made == 1
    (owed,) = kept.all_of_owner(store, row.id)
    assert (owed.state, owed.done, owed.note) == ("void", None, "不属于紧急情况")
    visits.leave(store, kit.later(act, 30), row.id)
    row = visits.current(store, case_id)
    assert (visits.stage(row), visits.lacking(row)) == ("refused", "refused")
    begun(store, act)
    assert visits.exceeds(store, act, unit_id(store), "routine")
    told = preparing.add_paper(store, act, case_id, matters.VISIT_NOTICE).value
    assert answered(open_record(store, act, told.id), "approver") != "王敏"
