"""What papers leave to be done: opened with its clock, shown today, settled, never forgotten."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import after, follow_ups, today
from app.services.errors import Refused
from db.duty_rows import FollowUp
from db.store import follow_ups as kept
from tests.unit.app.services import kit


def made(store, act, **facts) -> FollowUp:
    known = {"case_id": "c", "enterprise_id": "e", "kind": "filing", "start": act.now} | facts
    row = follow_ups.make(store, **known)
    follow_ups.keep(store, act, row)
    return row


def test_a_clock_of_law_counts_the_day(store, act):
    """Seven working days after 2026-09-25, over two holidays and a swapped Saturday."""
    start = dt.datetime(2026, 9, 25, 3, tzinfo=dt.UTC)
    assert made(store, act, clock_id="simple-file-7wd", start=start).due == dt.date(2026, 10, 12)


def test_a_clock_of_hours_keeps_the_moment(store, act):
    """Twenty-four hours from 2026-11-28 16:30 in China end at that minute of the next day."""
    start = dt.datetime(2026, 11, 28, 8, 30, tzinfo=dt.UTC)
    row = made(store, act, clock_id="compulsion-24h", start=start)
    assert row.due_at == dt.datetime(2026, 11, 29, 8, 30, tzinfo=dt.UTC)
    assert row.due == dt.date(2026, 11, 29)


def test_what_is_due_stands_today_until_it_is_settled(store, act):
    row = made(store, act, due=act.today, title="归档")
    board = today.board(store, act)
    assert row.id in {task.id for task in board.today}
    follow_ups.settle(store, act, row.id)
    assert follow_ups.get(store, row.id).done == act.now
    assert row.id not in {task.id for task in today.board(store, act).today}
    follow_ups.settle(store, act, row.id, state="open")
    assert row.id in {task.id for task in today.board(store, act).today}


def test_hours_that_are_over_are_overdue_on_the_same_day(store, act):
    """Twenty-four hours from 9:30 are over at 9:31 of the next day, not at its midnight."""
    row = made(store, act, clock_id="compulsion-24h")
    for minutes, late in ((24 * 60, False), (24 * 60 + 1, True)):
        board = today.board(store, kit.later(act, minutes))
        assert (row.id in {task.id for task in board.overdue}) is late
        assert (row.id in {task.id for task in board.today}) is not late


def test_nothing_is_void_without_a_reason(store, act):
    row = made(store, act, due=act.today)
    with pytest.raises(Refused, match="reason-missing"):
        follow_ups.settle(store, act, row.id, state="void", note=" ")
    follow_ups.settle(store, act, row.id, state="void", note="重复登记")
    assert kept.of_case(store, "c") == ()
    assert follow_ups.get(store, row.id).note == "重复登记"


def test_one_kind_on_one_thing_is_settled_at_once(store, act):
    mine = made(store, act, due=act.today, owner=("document", "d"))
    other = made(store, act, due=act.today, owner=("document", "d"), kind="cash")
    assert follow_ups.settle_of(store, act, "d", "filing")
    assert follow_ups.get(store, mine.id).state == "done"
    assert follow_ups.get(store, other.id).state == "open"
    assert not follow_ups.settle_of(store, act, "d", "filing")


def test_every_clock_a_paper_leaves_is_known(store, act):
    """A clock that is misspelt would be found only when the paper is finished."""
    for leaves in after.LEAVES.values():
        for one in leaves:
            assert bool(one.clock_id) != bool(one.due)
            if one.clock_id:
                assert made(store, act, clock_id=one.clock_id).due


def test_a_follow_up_that_is_not_there_is_refused(store, act):
    with pytest.raises(Refused, match="not-found"):
        follow_ups.settle(store, act, "nothing")
    assert replace(made(store, act), title="x").due is None


def test_the_board_hides_nothing_that_is_due_however_much_it_is(store, act):
    """What the two hundredth row hides is only in someone's memory."""
    rows = [
        follow_ups.make(
            store, case_id="", enterprise_id="", kind="report", start=act.now, due=act.today
        )
        for _ in range(205)
    ]
    follow_ups.keep(store, act, *rows)
    first = today.board(store, act)
    others = first.counts["today"] - len(rows)
    assert first.counts["today"] >= 205
    assert len(first.today) == today.PAGE
    whole = today.board(store, act, {"today": first.counts["today"]}).today
    assert {row.id for row in rows} <= {task.id for task in whole}
    assert len(whole) == 205 + others
