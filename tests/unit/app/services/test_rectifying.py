"""A finding's steps after its order: report, re-check, closing, escalation, and the way back."""

import datetime as dt

import pytest

from app.services import (
    attachments,
    documents,
    escalating,
    finding_life,
    findings,
    follow_ups,
    rectification,
    rectifying,
    service,
    taking_back,
    today,
)
from app.services.attachments import AFTER, Photo
from app.services.errors import Refused
from app.services.records import open_record
from app.services.rectifying import Recheck, Report
from db.rows import CaseFile, Equipment, Record
from db.store import boards, cases, nouns
from db.store import follow_ups as kept
from tests.unit.app.services import kit

TEAM = ("张涛", "李喆")


@pytest.fixture
def ordered(store, act):
    """A finding whose notice was issued today."""
    check, record_id = kit.notice_ready(store, act)
    documents.issue(store, act, documents.preview(store, act, record_id))
    return findings.of_record(store, check.record.id)[0]


def report(store, act, finding, text="已改正", day=None):
    told = Report(text, day or act.today)
    return rectifying.take_report(store, act, finding.id, told).value


def seen(act, verdict="fixed", way="site", by=TEAM, note=""):
    return Recheck(verdict, way, act.today, by, note)


def rechecks(store, finding):
    return [one for one in kept.all_of_owner(store, finding.id) if one.state == "open"]


def test_a_report_opens_the_clock_of_the_re_check(store, act, ordered):
    """No law sets it for an ordinary notice: ten working days, over both holidays of 2026."""
    after = report(store, act, ordered, " 已分区存放 ")
    assert ("reported", "已分区存放", act.today) == (after.state, after.report, after.reported)
    (due,) = rechecks(store, ordered)
    assert ("recheck", dt.date(2026, 9, 30)) == (due.kind, due.due)


def test_special_equipment_has_its_own_period(store, act, ordered):
    machine = Equipment("m", ordered.enterprise_id, code="3" * 18)
    nouns.save(store, machine)
    nouns.edit(store, type(ordered), ordered.id, equipment_id="m")
    report(store, act, ordered)
    (due,) = rechecks(store, ordered)
    assert due.clock_id == rectifying.SPECIAL_RECHECK


def test_a_nonconforming_product_is_re_checked_within_75_days_of_the_service_of_its_order(
    store, act
):
    """The clock runs from the service, once; neither a second service nor a report opens another."""
    check, record_id = kit.notice_ready(store, act)
    first = findings.of_record(store, check.record.id)[0]
    nouns.edit(store, type(first), first.id, clock_id=rectifying.PRODUCT_CORRECT)
    order = documents.issue(store, act, documents.preview(store, act, record_id)).value
    nouns.edit(store, type(first), first.id, path="report:x")
    told = service.Service("at-once", act.now, receiver="周堃")
    service.serve(store, act, order.id, told)
    service.serve(store, act, order.id, told)
    (due,) = rechecks(store, first)
    assert ("product-recheck-75d", dt.date(2026, 11, 30)) == (due.clock_id, due.due)
    assert [row for row in kept.of_case(store, check.case_id) if row.state == "open"] == [due]
    report(store, act, first)
    assert [due.id] == [one.id for one in rechecks(store, first)]


def test_what_was_put_right_is_closed_and_its_re_check_settled(store, act, ordered):
    report(store, act, ordered)
    after = rectifying.recheck(store, act, ordered.id, seen(act), closing=True).value
    assert ("closed", act.today, act.today) == (after.state, after.rechecked, after.settled)
    assert not rechecks(store, ordered)


def test_what_was_not_put_right_is_ordered_again_with_its_old_day(store, act, ordered):
    report(store, act, ordered)
    with pytest.raises(Refused, match="reason-missing"):
        rectifying.recheck(store, act, ordered.id, seen(act, "partly"))
    after = rectifying.recheck(store, act, ordered.id, seen(act, "partly", note="标识仍缺")).value
    assert ("ordered", ordered.due) == (after.state, after.due)


def test_two_go_to_the_place_and_one_may_read_the_papers(store, act, ordered):
    report(store, act, ordered)
    with pytest.raises(Refused, match="recheck-too-few"):
        rectifying.recheck(store, act, ordered.id, seen(act, by=("张涛", " 张涛 ")))
    kept_one = rectifying.recheck(store, act, ordered.id, seen(act, way="papers", by=("张涛",)))
    assert kept_one.value.state == "rechecked"
    assert rectifying.close(store, act, ordered.id).value.state == "closed"


def test_nobody_re_checks_a_report_before_it_came_in(store, act, ordered):
    later = kit.later(act, 3 * 24 * 60)
    report(store, later, ordered, day=later.today)
    with pytest.raises(Refused, match="day-before-report"):
        rectifying.recheck(store, later, ordered.id, seen(act))
    assert rectifying.recheck(store, later, ordered.id, seen(later)).value.state == "rechecked"


def test_nothing_is_closed_without_a_re_check(store, act, ordered):
    with pytest.raises(Refused, match="recheck-missing"):
        rectifying.close(store, act, ordered.id)


@pytest.mark.parametrize(
    ("told", "code"),
    [(("", 0), "report-empty"), (("x", 1), "day-in-future"), (("x", -9), "day-before-finding")],
)
def test_a_report_that_cannot_be_is_refused(store, act, ordered, told, code):
    with pytest.raises(Refused, match=code):
        report(store, act, ordered, told[0], act.today + dt.timedelta(days=told[1]))
    assert findings.get(store, ordered.id) == ordered


def test_every_step_is_taken_back_to_what_was(store, act, ordered):
    """Back over report, re-check and closing, one by one, and forward again over the same."""
    report(store, act, ordered)
    told = findings.get(store, ordered.id)
    (due,) = rechecks(store, ordered)
    rectifying.recheck(store, act, ordered.id, seen(act))
    looked = findings.get(store, ordered.id)
    rectifying.close(store, act, ordered.id)
    assert taking_back.take_back(store, act, ordered.id).value == looked
    assert taking_back.take_back(store, act, ordered.id).value == told
    assert [due.id] == [one.id for one in rechecks(store, ordered)]
    assert taking_back.take_back(store, act, ordered.id).value == ordered
    assert not rechecks(store, ordered)
    with pytest.raises(Refused, match="nothing-to-take-back"):
        taking_back.take_back(store, act, ordered.id)
    report(store, act, ordered)
    assert taking_back.take_back(store, act, ordered.id).value == ordered


def test_a_step_on_which_something_hangs_stays(store, act, ordered):
    """The re-check was settled by hand since: the report may not go from under it."""
    report(store, act, ordered)
    (due,) = rechecks(store, ordered)
    follow_ups.settle(store, act, due.id)
    before = findings.get(store, ordered.id)
    with pytest.raises(Refused, match="step-moved-on"):
        taking_back.take_back(store, act, ordered.id)
    assert before == findings.get(store, ordered.id)


def test_a_lead_that_was_decided_upon_is_not_taken_back(store, act, ordered):
    made = escalating.escalate(store, act, ordered.id, "case", "逾期未改").value
    (lead,) = kept.of_case(store, made.case_id)
    follow_ups.settle(store, act, lead.id, note="立案审批表已批")
    with pytest.raises(Refused, match="step-moved-on"):
        taking_back.take_back(store, act, ordered.id)
    assert kept.get(store, lead.id).state == "done"
    assert findings.get(store, ordered.id).state == "escalated"
    follow_ups.settle(store, act, lead.id, state="open")
    assert taking_back.take_back(store, act, ordered.id).value == ordered
    assert cases.get(store, made.case_id).closed == act.now


def test_a_hand_over_opens_a_lead_with_fifteen_working_days(store, act, ordered):
    made = escalating.escalate(store, act, ordered.id, "case", "逾期未改").value
    case = nouns.get(store, CaseFile, made.case_id)
    assert ("lead", ordered.id, "open") == (case.kind, case.origin, case.state)
    (lead,) = kept.of_case(store, case.id)
    assert ("case-lead-15wd", dt.date(2026, 10, 13)) == (lead.clock_id, lead.due)
    assert ("escalated", case.id) == (made.finding.state, made.finding.escalated_to)
    back = taking_back.take_back(store, act, ordered.id).value
    assert (back, "closed") == (ordered, cases.get(store, case.id).state)
    assert not kept.of_case(store, case.id)


def test_an_interview_is_begun_with_its_reason_and_basis(store, act, ordered):
    made = escalating.escalate(store, act, ordered.id, "interview", "逾期未改").value
    assert made.record.form_id == "interview-notice"
    said = {
        ref.rsplit("/", 1)[-1]: value
        for ref, value in open_record(store, act, made.record.id).session.answers().items()
    }
    number = documents.get(store, ordered.document_id).number_text
    assert number in said["basis"]
    assert ordered.seen.rstrip("。") in said["topics"] + said["reason"]
    case = nouns.get(store, CaseFile, made.record.case_id)
    assert (case.kind, case.origin, made.case_id) == ("interview", ordered.id, case.id)
    taking_back.take_back(store, act, ordered.id)
    assert nouns.get(store, Record, made.record.id).state == "withdrawn"
    assert nouns.get(store, CaseFile, case.id).state == "closed"


def test_a_citation_is_begun_and_a_reason_is_asked(store, act, ordered):
    with pytest.raises(Refused, match="reason-missing"):
        escalating.escalate(store, act, ordered.id, "citation", "  ")
    with pytest.raises(Refused, match="setting-wrong"):
        escalating.escalate(store, act, ordered.id, "court", "x")
    made = escalating.escalate(store, act, ordered.id, "citation", "逾期未改").value
    assert made.record.form_id == "spot-citation"


def test_photos_after_stand_apart_from_those_before(store, act, ordered):
    """The record is closed by then; what shows the place put right is still taken."""
    before = findings.get(store, ordered.id).photos
    photo = Photo(kit.photo_of("after"), "after.jpg", caption="已分区")
    row = attachments.add_photo(store, act, (AFTER, ordered.id), photo).value
    now = findings.get(store, ordered.id)
    assert (before, (row.id,)) == (now.photos, now.photos_after)
    report(store, act, ordered)
    rectifying.recheck(store, act, ordered.id, seen(act), closing=True)
    with pytest.raises(Refused, match="finding-closed"):
        attachments.remove(store, act, row.id)


def test_a_life_tells_each_step_with_who_and_when(store, act, ordered):
    report(store, act, ordered, "已改正")
    rectifying.recheck(store, act, ordered.id, seen(act, "not", note="没有动"))
    taking_back.take_back(store, act, ordered.id)
    told = finding_life.life(store, findings.get(store, ordered.id))
    assert [one.what for one in told.moments] == ["found", "ordered", "report", "recheck", "undone"]
    assert (
        told.moments[3].detail,
        told.moments[3].note,
        told.moments[3].who,
    ) == ("not", "没有动", "张涛、李喆")
    assert (told.moments[4].detail, told.last) == ("recheck", "report")
    assert told.moments[2].who == act.who.name


def test_the_board_has_a_page_of_each_group_and_counts_no_further(store, act, ordered, monkeypatch):
    groups = {group.key: group for group in rectification.board(store, act.today)}
    assert {"overdue", "today", "waiting", "recheck", "closed"} <= set(groups)
    late = groups["overdue"]
    assert late.count == len(late.lines)
    monkeypatch.setattr(boards, "MOST", 2)
    monkeypatch.setattr(rectification, "MOST", 2)
    monkeypatch.setattr(rectification, "PAGE", 1)
    late = next(g for g in rectification.board(store, act.today) if g.key == "overdue")
    assert (late.count, late.more, len(late.lines)) == (1, True, 1)
    more = rectification.board(store, act.today, pages={"overdue": 2}, folded={"waiting"})
    found = {group.key: group for group in more}
    assert (len(found["overdue"].lines), len(found["waiting"].lines)) == (2, 0)


def test_a_report_of_today_stands_apart_and_is_to_be_re_checked_tomorrow(store, act, ordered):
    report(store, act, ordered)
    assert rectification.line(store, act.today, ordered.id).group == "reported"
    tomorrow = act.today + dt.timedelta(days=1)
    line = rectification.line(store, tomorrow, ordered.id)
    assert ("recheck", dt.date(2026, 9, 30)) == (line.group, line.due)


@pytest.mark.parametrize("group", boards.GROUPS)
@pytest.mark.parametrize(
    "only", [boards.Only(), boards.Only("e"), boards.Only(severity="major"), boards.Only("", "c")]
)
def test_every_group_is_read_along_an_index(store, act, group, only):
    """A million findings may stand behind it: no group may be sorted or scanned."""
    where, values = boards._where(group, act.today, act.today, only)
    order = boards._GROUPS[group].order
    said = f"EXPLAIN QUERY PLAN SELECT id FROM finding {where} ORDER BY {order} LIMIT 50"
    plan = " ".join(str(row[3]) for row in store.rows(said, values))
    assert "SCAN finding" not in plan or "finding_by_report" in plan
    assert "TEMP B-TREE" not in plan or only.enterprise_id or only.campaign


def test_a_report_waits_in_today_only_once(store, act, ordered):
    """As its re-check, with the day of that; no more as the finding's own deadline."""
    late = kit.later(act, 60 * 24 * 20)
    report(store, late, ordered)
    tasks = today.board(store, kit.later(late, 60 * 24 * 12)).week
    mine = [one for one in tasks if ordered.id in {one.id, one.about[1]}]
    assert [one.kind for one in mine] == ["follow_up"]
