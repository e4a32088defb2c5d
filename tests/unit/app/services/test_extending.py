"""Extensions and suspensions: counted with their article, kept with both days, taken back whole."""

import datetime as dt

import pytest

from app.services import (
    desk,
    documents,
    extending,
    finding_life,
    findings,
    follow_ups,
    taking_back,
    today,
)
from app.services import rectification as board
from app.services.errors import Refused
from app.services.extending import FINDING, FOLLOW_UP, Wanted
from app.services.rectifying import midnight
from db.store import follow_ups as kept
from db.store import nouns
from forms.rules.errors import RuleError
from tests.unit.app.services import kit

ARTICLE = "《行政处罚法》第二十八条第一款"


@pytest.fixture
def ordered(store, act):
    """A finding whose notice was issued today, to be put right by Friday 9 October."""
    check, record_id = kit.notice_ready(store, act)
    documents.issue(store, act, documents.preview(store, act, record_id))
    finding = findings.of_record(store, check.record.id)[0]
    nouns.edit(store, type(finding), finding.id, due="2026-10-09")
    return findings.get(store, finding.id)


def more(amount=5, unit="working_day", **facts):
    known = {"article": ARTICLE, "approver": "刘局长", "reason": "模具返修"} | facts
    return Wanted("extension", amount=amount, unit=unit, **known)


def stop(since, until=None, **facts):
    known = {"article": ARTICLE, "approver": "刘局长", "reason": "送检"} | facts
    return Wanted("suspension", since=since, until=until, **known)


@pytest.mark.parametrize(
    ("more_of", "due"),
    [
        ((5, "working_day"), dt.date(2026, 10, 15)),  # 10 (made up), 12, 13, 14, 15 October
        ((1, "day"), dt.date(2026, 10, 10)),  # Saturday, but made up
        ((2, "day"), dt.date(2026, 10, 12)),  # Sunday: goes to Monday
        ((1, "month"), dt.date(2026, 11, 9)),
    ],
)
def test_an_extension_goes_on_from_the_day_of_the_order(store, act, ordered, more_of, due):
    counted = extending.count(store, FINDING, ordered.id, more(*more_of), act.today)
    assert (dt.date(2026, 10, 9), due) == (counted.before, counted.after)
    assert "可书面申请延期" in counted.extendable
    assert findings.get(store, ordered.id).due == dt.date(2026, 10, 9)


def test_the_day_moves_and_both_days_are_kept(store, act, ordered):
    made = extending.change(store, act, FINDING, ordered.id, more()).value
    assert (made.due_before, made.due_after) == (dt.date(2026, 10, 9), dt.date(2026, 10, 15))
    assert findings.get(store, ordered.id).due == dt.date(2026, 10, 15)
    moment = finding_life.life(store, findings.get(store, ordered.id)).moments[-1]
    assert ("extend", made.due_before, made.due_after) == (
        moment.what,
        moment.due_before,
        moment.due_after,
    )
    assert taking_back.take_back(store, act, ordered.id).value == ordered
    assert extending.changes_of(store, ordered.id) == ()


def test_two_extensions_are_one_by_their_sum(store, act, ordered):
    extending.change(store, act, FINDING, ordered.id, more(2, "day"))
    extending.change(store, act, FINDING, ordered.id, more(2, "day"))
    assert findings.get(store, ordered.id).due == dt.date(2026, 10, 13)


def test_a_day_set_anew_is_where_the_next_extension_goes_on(store, act, ordered):
    """A re-check sets another day: what was extended before it is past, and counts no more."""
    extending.change(store, act, FINDING, ordered.id, more(30, "day"))
    anew = act.today + dt.timedelta(days=90)
    nouns.edit(store, type(ordered), ordered.id, due=anew)
    made = extending.change(store, act, FINDING, ordered.id, more(7, "day")).value
    assert (made.due_before, made.due_after) == (anew, anew + dt.timedelta(days=7))
    again = extending.change(store, act, FINDING, ordered.id, more(7, "day")).value
    assert again.due_after == anew + dt.timedelta(days=14)


def test_a_suspension_gives_its_days_back(store, act, ordered):
    """Five days of testing are taken out; the 14th is a Wednesday."""
    first = act.today + dt.timedelta(days=1)
    wanted = stop(first, first + dt.timedelta(days=4))
    extending.change(store, act, FINDING, ordered.id, wanted)
    assert findings.get(store, ordered.id).due == dt.date(2026, 10, 14)


def test_what_stands_still_has_no_day_until_it_goes_on(store, act, ordered):
    first = act.today + dt.timedelta(days=1)
    made = extending.change(store, act, FINDING, ordered.id, stop(first)).value
    assert findings.get(store, ordered.id).due is None
    assert board.line(store, act.today, ordered.id).group == "paused"
    with pytest.raises(Refused, match="term-standing"):
        extending.count(store, FINDING, ordered.id, more(), act.today)
    later = kit.later(act, 60 * 24 * 5)
    extending.resume(store, later, made.id, later.today)
    assert findings.get(store, ordered.id).due == dt.date(2026, 10, 14)
    with pytest.raises(Refused, match="term-not-running"):
        extending.resume(store, later, made.id, later.today)
    assert taking_back.take_back(store, later, ordered.id).value.due is None
    assert taking_back.take_back(store, later, ordered.id).value == ordered


def test_an_overdue_one_is_extended_late_and_says_so(store, act, ordered):
    late = kit.later(act, 60 * 24 * 30)
    assert extending.count(store, FINDING, ordered.id, more(20), late.today).late


def test_an_extension_that_would_be_over_already_is_refused(store, act, ordered):
    """Its article is offered all the same."""
    late = kit.later(act, 60 * 24 * 30)
    assert "第二十八条" in extending.article_of(store, FINDING, ordered.id)
    with pytest.raises(Refused, match="due-in-past"):
        extending.count(store, FINDING, ordered.id, more(1), late.today)


@pytest.mark.parametrize("name", ["article", "approver", "reason"])
def test_nothing_is_extended_without_article_approver_and_reason(store, act, ordered, name):
    with pytest.raises(Refused, match="term-incomplete"):
        extending.change(store, act, FINDING, ordered.id, more(**{name: "  "}))
    assert findings.get(store, ordered.id) == ordered


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (more(0), "term-incomplete"),
        (more(251), "term-beyond-law"),
        (more(3, "year"), "term-incomplete"),
        (Wanted("suspension", "a", "b", "c"), "term-incomplete"),
    ],
)
def test_what_cannot_be_is_refused(store, act, ordered, wanted, code):
    with pytest.raises(Refused, match=code):
        extending.count(store, FINDING, ordered.id, wanted, act.today)


def test_a_stop_that_ends_before_it_begins_is_refused(store, act, ordered):
    wrong = stop(act.today, act.today - dt.timedelta(days=1))
    with pytest.raises(RuleError, match="suspension"):
        extending.count(store, FINDING, ordered.id, wanted=wrong, on=act.today)


def test_a_clock_of_law_is_extended_by_its_own_rule(store, act):
    """程序规定 art. 18: fifteen working days and fifteen more."""
    row = follow_ups.make(
        store,
        case_id="c",
        enterprise_id="e",
        kind="lead",
        start=midnight(act.today),
        clock_id="case-lead-15wd",
    )
    follow_ups.keep(store, act, row)
    counted = extending.count(store, FOLLOW_UP, row.id, more(15), act.today)
    made = extending.change(store, act, FOLLOW_UP, row.id, more(15)).value
    assert (made.due_before, made.due_after) == (dt.date(2026, 10, 13), dt.date(2026, 11, 3))
    assert kept.get(store, row.id).due == dt.date(2026, 11, 3)
    assert "第十八条" in counted.article
    assert "可延15个工作日" in counted.extendable


def test_a_term_of_its_own_length_goes_on_from_its_own_day(store, act):
    """Sealed for fifteen days: thirty more end after forty-five, on the Monday, not after sixty."""
    until = act.today + dt.timedelta(days=15)
    row = follow_ups.make(
        store,
        case_id="c",
        enterprise_id="e",
        kind="seizure",
        start=act.now,
        clock_id="seizure-30d",
        due=until,
    )
    follow_ups.keep(store, act, row)
    made = extending.change(store, act, FOLLOW_UP, row.id, more(30, "day")).value
    assert made.due_before == until
    assert kept.get(store, row.id).due == dt.date(2026, 11, 2)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (dt.date(2026, 9, 1), dt.date(2026, 9, 10)),
        (dt.date(2026, 9, 10), dt.date(2026, 9, 16)),
        (dt.date(2026, 10, 10), None),
    ],
)
def test_a_stop_outside_the_period_is_not_kept(store, act, ordered, since, until):
    with pytest.raises(Refused, match="term-outside"):
        extending.change(store, act, FINDING, ordered.id, stop(since, until))
    assert extending.changes_of(store, ordered.id) == ()


def test_hours_and_what_is_done_are_not_extended(store, act, ordered):
    hours = follow_ups.make(
        store,
        case_id="c",
        enterprise_id="e",
        kind="approval",
        start=act.now,
        clock_id="compulsion-24h",
    )
    follow_ups.keep(store, act, hours)
    with pytest.raises(Refused, match="term-not-running"):
        extending.count(store, FOLLOW_UP, hours.id, more(), act.today)
    nouns.edit(store, type(ordered), ordered.id, state="closed")
    with pytest.raises(Refused, match="finding-closed"):
        extending.count(store, FINDING, ordered.id, more(), act.today)


@pytest.mark.parametrize(
    ("clock_id", "most", "too_much"),
    [
        ("seizure-30d", (30, "day"), (31, "day")),
        ("seizure-30d", (30, "day"), (1, "month")),
        ("case-lead-15wd", (15, "working_day"), (16, "working_day")),
    ],
)
def test_what_the_law_lets_be_lengthened_once_is_lengthened_once(
    store, act, clock_id, most, too_much
):
    """查封 and the check of a lead: 行政强制法 art. 25, 程序规定 art. 18 and 38."""
    row = follow_ups.make(
        store, case_id="c", enterprise_id="e", kind="seizure", start=act.now, clock_id=clock_id
    )
    follow_ups.keep(store, act, row)
    with pytest.raises(Refused, match="term-beyond-law"):
        extending.count(store, FOLLOW_UP, row.id, more(*too_much), act.today)
    extending.change(store, act, FOLLOW_UP, row.id, more(*most))
    with pytest.raises(Refused, match="term-no-more"):
        extending.change(store, act, FOLLOW_UP, row.id, more(1, most[1]))


@pytest.fixture
def mediated(store, act):
    """A mediation that waits for an expert's opinion: its days stand still without an end."""
    row = follow_ups.make(
        store,
        case_id="c",
        enterprise_id="",
        kind="mediation",
        start=act.now,
        owner=("document", "d"),
        title="儿童三轮车",
        clock_id="mediation-60d",
    )
    follow_ups.keep(store, act, row)
    extending.change(store, act, FOLLOW_UP, row.id, stop(act.today))
    return follow_ups.get(store, row.id)


def asked(store):
    """When the suspensions of the case are looked at again."""
    return [one.due for one in follow_ups.open_of_case(store, "c") if one.kind == "standing-still"]


def test_what_stands_still_is_asked_after_until_it_goes_on(store, act, mediated):
    """It has no day, so nothing else would bring it back into anybody's mind."""
    assert mediated.due is None
    assert asked(store) == [dt.date(2026, 10, 16)]
    later = kit.later(act, 60 * 24 * 30)
    (look,) = (one for one in kept.of_case(store, "c") if one.kind == "standing-still")
    assert look.id in {task.id for task in today.board(store, later).today}
    desk.settle(store, later, look.id)
    assert asked(store) == [dt.date(2026, 11, 15)], "it still stands: it is asked again"
    running = extending.standing(store, mediated.id)
    extending.resume(store, later, running.id, later.today)
    assert (asked(store), extending.standing(store, mediated.id)) == ([], None)
    # 17 September to 16 October did not count; sixty days from 17 October end on 15 December
    assert follow_ups.get(store, mediated.id).due == dt.date(2026, 12, 15)


@pytest.mark.parametrize(
    "end",
    [
        lambda store, act, row: follow_ups.settle(store, act, row.id),
        lambda store, act, row: follow_ups.settle_of(store, act, row.owner_id, row.kind),
        lambda store, act, row: follow_ups.void_of(store, act, row.owner_id, "撤销"),
    ],
    ids=["by hand", "by a paper", "with its paper"],
)
def test_nobody_looks_at_a_suspension_of_what_is_settled(store, act, mediated, end):
    end(store, act, mediated)
    assert follow_ups.get(store, mediated.id).state != "open"
    assert asked(store) == []
