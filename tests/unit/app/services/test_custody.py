"""Custody: a chain that only grows; a broken seal and a missing hand are never smoothed over."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    custody,
    documents,
    records,
    samples_board,
    search,
    service,
    test_reports,
    today,
)
from app.services import follow_ups as settling
from app.services.custody import HandOver
from app.services.errors import Refused
from app.services.records import open_record
from db.store import custody as kept
from db.store import follow_ups, samples
from tests.unit.app.services.results_kit import INSPECTOR, LAB, drawn, item, judged
from tests.unit.app.services.withdraw_kit import make, ready

PARTY = "小白羊"


@pytest.fixture
def sample(store, act):
    return drawn(store, act)[0]


def add(store, act, sample, kind, *hands, minutes=0, **more):
    giver, taker = hands
    at = act.now - dt.timedelta(hours=2) + dt.timedelta(minutes=minutes)
    corrects = more.pop("corrects", "")
    return custody.add(
        store, act, sample.id, HandOver(kind, at, giver, taker, **more), corrects
    ).value


def test_state_holder_and_day_follow_the_chain(store, act, sample):
    expected = act.today + dt.timedelta(days=20)
    seen = []
    for minutes, (kind, giver, taker, day) in enumerate(
        (
            ("sealed", PARTY, INSPECTOR, None),
            ("posted", INSPECTOR, "邮政", expected),
            ("received", "邮政", LAB, None),
            ("opened", LAB, LAB, None),
            ("returned", LAB, PARTY, None),
        )
    ):
        add(store, act, sample, kind, giver, taker, minutes=minutes, expected=day)
        row = samples.get(store, sample.id)
        seen.append((row.state, row.holder, row.expected))
    assert [one[0] for one in seen] == ["drawn", "sent", "received", "opened", "returned"]
    assert [one[1] for one in seen] == [INSPECTOR, "邮政", LAB, LAB, PARTY]
    assert [one[2] for one in seen[1:4]] == [expected] * 3
    assert seen[4][2] is None
    assert custody.chain(store, sample.id).whole


def test_a_broken_seal_needs_words_and_stays_in_the_chain(store, act, sample):
    add(store, act, sample, "sealed", PARTY, INSPECTOR)
    with pytest.raises(Refused, match="custody-seal-note"):
        add(store, act, sample, "posted", INSPECTOR, "邮政", minutes=1, seal="broken", note=" ")
    add(store, act, sample, "posted", INSPECTOR, "邮政", minutes=1)
    line = add(
        store, act, sample, "received", "邮政", LAB, minutes=2, seal="broken", note="封条撕裂"
    )
    (found,) = custody.chain(store, sample.id).breaks
    assert (found.line_id, found.code) == (line.id, "seal-broken")


def test_a_seal_after_the_opening_breaks_nothing(store, act, sample):
    for minutes, (kind, seal) in enumerate(
        (("sealed", "whole"), ("handed", "whole"), ("received", "whole"), ("opened", "whole"))
    ):
        add(store, act, sample, kind, LAB, LAB, minutes=minutes, seal=seal)
    add(store, act, sample, "destroyed", LAB, "", minutes=9, seal="none")
    assert custody.chain(store, sample.id).whole


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([("sealed", PARTY, INSPECTOR), ("handed", "王五", LAB)], ["giver-differs"]),
        ([("sealed", PARTY, INSPECTOR), ("received", INSPECTOR, LAB)], ["not-sent"]),
        ([("received", INSPECTOR, LAB)], ["not-sent"]),
        (
            [("sealed", PARTY, INSPECTOR), ("handed", INSPECTOR, LAB), ("handed", LAB, "王五")],
            [],
        ),
    ],
)
def test_a_gap_is_found(store, act, sample, lines, codes):
    for minutes, line in enumerate(lines):
        add(store, act, sample, *line, minutes=minutes)
    assert [one.code for one in custody.chain(store, sample.id).breaks] == codes


def test_a_sample_opened_by_nobody_who_received_it(store, act, sample):
    add(store, act, sample, "sealed", PARTY, LAB)
    line = custody.add(store, act, sample.id, HandOver("opened", act.now, LAB, LAB)).value
    assert ("not-received", line.id) in {
        (one.code, one.line_id) for one in custody.chain(store, sample.id).breaks
    }


def test_a_correction_stands_in_the_place_of_its_line_and_hides_nothing(store, act, sample):
    add(store, act, sample, "sealed", PARTY, INSPECTOR)
    wrong = add(store, act, sample, "handed", "王五", LAB, minutes=1)
    add(store, act, sample, "received", LAB, LAB, minutes=2)
    assert not custody.chain(store, sample.id).whole
    with pytest.raises(Refused, match="reason-missing"):
        add(store, act, sample, "handed", INSPECTOR, LAB, minutes=1, corrects=wrong.id)
    add(store, act, sample, "handed", INSPECTOR, LAB, minutes=1, corrects=wrong.id, note="误写姓名")
    held = custody.chain(store, sample.id)
    assert [one.giver for one in held.holding] == [PARTY, INSPECTOR, LAB]
    assert held.whole
    assert wrong in held.lines
    assert kept.of_sample(store, sample.id) == held.lines
    assert samples.get(store, sample.id).state == "received"


def test_the_last_line_is_taken_back_by_another_line(store, act, sample):
    add(store, act, sample, "sealed", PARTY, INSPECTOR)
    add(store, act, sample, "handed", INSPECTOR, LAB, minutes=1)
    custody.take_back(store, act, sample.id)
    held = custody.chain(store, sample.id)
    assert (len(held.lines), len(held.holding)) == (3, 1)
    row = samples.get(store, sample.id)
    assert (row.state, row.holder) == ("drawn", INSPECTOR)
    custody.take_back(store, act, sample.id)
    with pytest.raises(Refused, match="custody-empty"):
        custody.take_back(store, act, sample.id)


def test_what_cannot_be_is_refused(store, act, sample):
    add(store, act, sample, "sealed", PARTY, INSPECTOR, minutes=10)
    for told, code in (
        (HandOver("handed", act.now + dt.timedelta(minutes=1), INSPECTOR, LAB), "custody-future"),
        (HandOver("handed", act.now - dt.timedelta(hours=3), INSPECTOR, LAB), "custody-before"),
        (HandOver("handed", act.now, INSPECTOR, " "), "custody-hand-missing"),
        (HandOver("stolen", act.now, INSPECTOR, LAB), "custody-kind"),
    ):
        with pytest.raises(Refused, match=code):
            custody.add(store, act, sample.id, told)
    custody.add(store, act, sample.id, HandOver("destroyed", act.now, INSPECTOR))
    with pytest.raises(Refused, match="custody-ended"):
        custody.add(store, act, sample.id, HandOver("handed", act.now, INSPECTOR, LAB))


def test_a_sheet_that_is_issued_begins_the_chains(store, act):
    rows = drawn(store, act)
    opened = open_record(store, act, rows[0].record_id)
    assert custody.seal_drawn(store, act, opened)
    test, _other, spare = (custody.chain(store, row.id) for row in rows)
    assert (test.last.kind, test.last.seal) == ("sealed", "whole")
    assert PARTY in test.last.giver
    assert "李喆" in test.last.taker
    assert PARTY in spare.last.taker  # it stays sealed at the unit
    assert not custody.seal_drawn(store, act, opened)


@pytest.mark.parametrize("prefix", ["", "XJS:"])
def test_a_sample_is_found_by_its_own_number_and_its_seals(store, act, sample, prefix):
    for code in (sample.number, sample.seal_no):
        found = search.understand(store, prefix + code)
        assert (found.rec_type, found.rec_id) == ("sample", sample.id)


def test_a_spare_that_waits_is_not_due(store, act):
    rows = drawn(store, act)
    for row in rows[:2]:
        samples.save(store, replace(row, expected=None))
    board = today.board(store, act)
    assert not {task.id for task in (*board.today, *board.week)} & {row.id for row in rows}
    samples.save(store, rows[0])
    assert rows[0].id in {task.id for task in today.board(store, act).week}


@pytest.fixture
def given_back(store, act):
    """A sheet whose result is final and whose samples all went back; gives them as they were, and the report."""
    rows = drawn(store, act)
    report = judged(store, act, item(measured="0.05"), sample=rows[0])
    test_reports.follow(store, act, report, ("sample-return", "sample-return-30d"), act.today)
    expected = act.today + dt.timedelta(days=9)
    for row in rows:
        add(store, act, row, "sealed", PARTY, INSPECTOR)
        add(store, act, row, "handed", INSPECTOR, LAB, minutes=1, expected=expected)
    samples.save(store, replace(samples.get(store, rows[0].id), state="tested"))
    before = [samples.get(store, row.id) for row in rows]
    for row in rows:
        add(store, act, row, "returned", LAB, PARTY, minutes=2)
    return before, report


def owed_return(store, report):
    (row,) = [one for one in follow_ups.of_owner(store, report.id) if one.kind == "sample-return"]
    return row.state


def test_the_last_return_taken_back_is_owed_again(store, act, given_back):
    """Whichever sample of the sheet it is: the rest of it is not all back any more."""
    rows, report = given_back
    assert owed_return(store, report) == "done"
    custody.take_back(store, act, rows[0].id)
    assert owed_return(store, report) == "open"
    assert samples.get(store, rows[0].id) == rows[0]
    assert (rows[0].state, rows[0].holder) == ("tested", LAB)
    add(store, act, rows[0], "returned", LAB, PARTY, minutes=3)
    assert owed_return(store, report) == "done"
    custody.take_back(store, act, rows[2].id)
    assert samples.get(store, rows[2].id) == rows[2]
    assert rows[2].state == "sent"
    assert owed_return(store, report) == "open"


def test_a_return_that_was_settled_by_hand_stays_settled(store, act, given_back):
    rows, report = given_back
    (row,) = [one for one in follow_ups.of_owner(store, report.id) if one.kind == "sample-return"]
    settling.settle(store, act, row.id, note="企业书面放弃")
    custody.take_back(store, act, rows[0].id)
    assert owed_return(store, report) == "done"


def test_what_a_withdrawn_sheet_drew_is_waited_for_no_more(store, act, sample):
    """It stood in the samples to be sent for ever, and a report could be begun on it."""

    def board():
        found = samples_board.board(store, act.today)
        return {line.sample.id: group.key for group in found for line in group.lines}

    sheet = sample.record_id
    before = samples.of_record(store, sheet)
    assert board()[sample.id] == "send"
    gone = records.withdraw(store, act, sheet, "重新抽样").value
    assert {one.id for one in before}.isdisjoint(board())
    records.restore(store, act, gone)
    assert samples.of_record(store, sheet) == before
    assert board()[sample.id] == "send"

    make(store, act, ready(store, act, sheet))
    paper = documents.of_record(store, sheet)
    service.withdraw(store, act, paper.id, "批号写错")
    assert {one.state for one in samples.of_record(store, sheet)} == {custody.WITHDRAWN}
    assert {one.id for one in before}.isdisjoint(board())
    assert custody.next_kinds(custody.chain(store, sample.id)) == ("returned", "destroyed")
    for refused in (
        lambda: add(store, act, sample, "posted", INSPECTOR, "邮政", minutes=1),
        lambda: test_reports.begin(store, act, sample.id),
    ):
        with pytest.raises(Refused) as told:
            refused()
        assert told.value.code == "sample-void"
    at = act.now
    custody.add(store, act, sample.id, HandOver("returned", at, INSPECTOR, PARTY))
    assert samples.get(store, sample.id).state == "returned"
    custody.take_back(store, act, sample.id)
    assert samples.get(store, sample.id).state == custody.WITHDRAWN


def test_a_sample_that_went_to_another_bureau_is_only_read(store, act, sample):
    line = add(store, act, sample, "sealed", PARTY, INSPECTOR)
    with store.atomic():
        samples.save(store, replace(samples.get(store, sample.id), state=custody.MOVED))
    assert custody.next_kinds(custody.chain(store, sample.id)) == ()
    for refused in (
        lambda: add(store, act, sample, "posted", INSPECTOR, "邮政", minutes=1),
        lambda: add(store, act, sample, "sealed", PARTY, INSPECTOR, note="错", corrects=line.id),
        lambda: custody.take_back(store, act, sample.id),
        lambda: test_reports.begin(store, act, sample.id),
    ):
        with pytest.raises(Refused) as told:
            refused()
        assert told.value.code == "sample-moved"
