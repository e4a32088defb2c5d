"""Periods begun by hand: any clock of the table, counted, told in Today, begun in an open case only."""

import datetime as dt

import pytest

from app.services import by_hand, cases, clocks, follow_ups, today
from app.services.by_hand import Event
from app.services.context import CHINA
from app.services.errors import Refused
from db.store import follow_ups as kept
from tests.unit.app.services import kit

DAY = dt.date


def at(year, month, day, hour=0, minute=0):
    return dt.datetime(year, month, day, hour, minute, tzinfo=CHINA)


@pytest.fixture
def case_id(store, act):
    return kit.start(store, act).case_id


@pytest.mark.parametrize(
    ("began", "due"),
    [
        # 1-7 October are off, Saturday the 10th is worked: 8, 9, 10, 12, 13
        (("recon-forward-5wd", at(2026, 9, 30), None), DAY(2026, 10, 13)),
        (("case-decision-90d", at(2026, 9, 16), None), DAY(2026, 12, 15)),
        # ends on Sunday 28 February 2027, a year without a calendar: the Monday, provisionally
        (("court-apply-3m", at(2026, 11, 28), None), DAY(2027, 3, 1)),
        (("announce-30d", at(2026, 9, 16), None), DAY(2026, 10, 16)),
        (("materials-deadline", at(2026, 9, 16), 5), DAY(2026, 9, 21)),
        (("preservation-24h", at(2026, 11, 20, 9, 30), None), DAY(2026, 11, 21)),
        (("se-report-up", at(2026, 9, 16), None), DAY(2026, 9, 16)),
    ],
)
def test_its_day_is_counted_by_the_law_and_stands_in_today(store, act, case_id, began, due):
    clock, since, amount = began
    now = kit.later(act, 60 * 24 * 90)
    row = by_hand.begin(store, now, case_id, Event(clock, since, amount, "鲁复〔2026〕7号")).value
    assert (row.due, row.clock_id) == (due, clock)
    assert row.due_provisional is (due.year == 2027 or clock == "se-report-up")
    assert row.title == f"{clocks.clock(store, clock).name_zh}：鲁复〔2026〕7号"
    morning = kit.later(act, (due - act.today).days * 24 * 60 - 60)
    board = today.board(store, morning)
    assert row.id in {task.id for task in (*board.overdue, *board.today)}
    follow_ups.settle(store, now, row.id)
    assert row.id not in {task.id for task in today.board(store, morning).today}


def test_one_counted_back_ends_before_an_event_still_to_come(store, act, case_id):
    """The hearing is on Tuesday 20 October 2026: it is told of seven working days before."""
    row = by_hand.begin(store, act, case_id, Event("hearing-notice-7wd", at(2026, 10, 20))).value
    assert row.due == DAY(2026, 10, 10)


def test_every_clock_of_the_table_can_be_begun(store, act, case_id):
    """What no paper here begins would else only be in someone's memory."""
    offered = {one.id for one in by_hand.offered(store)}
    assert {one.id for one in clocks.listing(store)} - offered == {"se-test-soon", "operator-soon"}
    for key in offered:
        assert by_hand.begin(store, act, case_id, Event(key, act.now, 10)).value.due
    assert len(kept.of_case(store, case_id)) == len(offered)


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (Event("nonsense", at(2026, 9, 16)), "clock-unknown"),
        (Event("se-test-soon", at(2026, 9, 16)), "clock-unknown"),
        (Event("recon-forward-5wd", at(2026, 9, 17)), "day-in-future"),
        (Event("materials-deadline", at(2026, 9, 16)), "term-incomplete"),
        (Event("materials-deadline", at(2026, 9, 16), 99999), "term-incomplete"),
    ],
)
def test_what_cannot_have_begun_is_refused(store, act, case_id, event, code):
    with pytest.raises(Refused, match=code):
        by_hand.begin(store, act, case_id, event)
    assert kept.of_case(store, case_id) == ()


def test_nothing_begins_in_a_closed_case(store, act):
    closed = next(line.case.id for line in cases.page(store, "closed"))
    with pytest.raises(Refused, match="case-closed"):
        by_hand.begin(store, act, closed, Event("recon-forward-5wd", act.now))


def test_a_period_is_found_by_its_name_its_law_and_what_begins_it(store):
    def keys(text):
        return [one.id for one in by_hand.find(store, text)]

    assert keys("复议 转送") == ["recon-forward-5wd"]
    assert "recon-forward-5wd" in keys("行政复议法")
    assert "case-decision-90d" in keys("立案之日")
    assert keys("没有这样的期限") == []
