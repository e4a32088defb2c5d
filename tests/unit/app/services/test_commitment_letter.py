"""整改承诺书: what was committed to in an interview, under the seal of the unit, and left once."""

import datetime as dt

from app.services import extending, interviews, matters, preparing
from app.services.records import open_record, rows_of
from app.services.review import review
from db.store import follow_ups
from tests.unit.app.services.test_interviews import begun, held, issued, said
from tests.unit.app.services.withdraw_kit import make, ready, withdraw

MORE = {"commitment": "聘请检验员", "commitment_by": "李喆", "commitment_due": "2026-10-20"}
PROMISED = ["两台台秤送检", "建立器具台账"]


def commitments(store, case):
    rows = follow_ups.of_case(store, case.id)
    return [row for row in rows if row.kind == "commitment" and row.state == "open"]


def test_what_stands_still_is_committed_to_by_the_day_it_had(store, act):
    """Without a day neither the letter nor the check could be finished."""
    started = begun(store, act)
    case = started.case
    issued(store, act, started.record.id)
    minutes = held(store, act, case.id)
    first = commitments(store, case)[0]
    stop = extending.Wanted("suspension", "协商", "局长", "等检定", since=act.today)
    extending.change(store, act, extending.FOLLOW_UP, first.id, stop)
    record = preparing.add_paper(store, act, case.id, matters.COMMITMENT_LETTER).value
    make(store, act, ready(store, act, record.id, sealed="yes"))
    check = preparing.add_paper(store, act, case.id, matters.INTERVIEW_CHECK).value
    for paper in (record, check):
        rows = rows_of(open_record(store, act, paper.id), "commitment")
        days = {row["follow_up"]: row["commitment_due"] for row in rows}
        assert days[first.id] == "2026-09-30"
    withdraw(store, act, record.id)
    withdraw(store, act, minutes.id)
    rows = follow_ups.of_case(store, case.id)
    assert not [one for one in rows if one.kind == "standing-still" and one.state == "open"]


def test_a_letter_does_not_repeat_minutes_that_were_withdrawn_meanwhile(store, act):
    """Nobody would watch what it commits to; of new minutes it is begun anew."""
    started = begun(store, act)
    issued(store, act, started.record.id)
    minutes = held(store, act, started.case.id)
    record = preparing.add_paper(store, act, started.case.id, matters.COMMITMENT_LETTER).value
    ready(store, act, record.id, sealed="yes")

    def lacking():
        told = review(store, act, open_record(store, act, record.id)).lacks
        return [one.facts["commitment"] for one in told if one.code == "commitment-gone"]

    assert lacking() == []
    withdraw(store, act, minutes.id)
    assert lacking() == PROMISED


def test_a_letter_repeats_the_minutes_and_leaves_only_what_it_adds(store, act):
    started = begun(store, act)
    case = started.case
    paper = issued(store, act, started.record.id)
    assert not interviews.fits(store, case, matters.COMMITMENT_LETTER)
    held(store, act, case.id)
    assert interviews.fits(store, case, matters.COMMITMENT_LETTER)
    before = commitments(store, case)
    record = preparing.add_paper(store, act, case.id, matters.COMMITMENT_LETTER).value
    told = said(store, act, record.id)
    assert (told["notice_number"], told["report_due"]) == (paper.number_text, "2026-10-12")
    assert (told["signer_name"], told["signer_post"], told["authority"]) == (
        *("周堃", "厂长"),
        "legal",
    )
    listed = rows_of(open_record(store, act, record.id), "commitment")
    assert [(row["commitment"], row["commitment_by"]) for row in listed] == [
        (one, "周堃") for one in PROMISED
    ]
    assert [row["commitment_due"] for row in listed] == ["2026-09-30", "2026-10-10"]
    make(
        store,
        act,
        ready(store, act, record.id, {"commitments": [*listed, MORE]}, sealed="yes"),
    )
    after = commitments(store, case)
    assert after[:2] == before, "what the minutes left is left once"
    assert [(row.title, row.due) for row in after[2:]] == [("聘请检验员", dt.date(2026, 10, 20))]
    check = preparing.add_paper(store, act, case.id, matters.INTERVIEW_CHECK).value
    seen = rows_of(open_record(store, act, check.id), "kept")
    assert [row["commitment"] for row in seen] == [*PROMISED, "聘请检验员"]
    withdraw(store, act, record.id)
    assert commitments(store, case) == before
