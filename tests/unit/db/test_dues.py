"""What is due: each kind is in the group of its day, counted no further than asked."""

import datetime as dt
from dataclasses import replace

import pytest

from db.duty_rows import FollowUp, Operator
from db.rows import Document, Equipment, Person, Sample
from db.store import (
    documents,
    dues,
    equipment,
    findings,
    follow_ups,
    nouns,
    people,
    records,
    samples,
)
from db.store.dues import Days
from tests.store_kit import START, begin, document_of, finding_of

TODAY = START.date()
DAYS = Days(TODAY, TODAY + dt.timedelta(days=7), TODAY + dt.timedelta(days=30), START)
PLACES = {-1: "overdue", 0: "today", 1: "week", 7: "week", 8: "month", 30: "month", 31: ""}


def groups(store, kind):
    """Every group a kind has something in, with the ids."""
    found = {}
    for group in dues.GROUPS:
        rows = dues.page(store, kind, group, DAYS, 50) if kind in dues.kinds(group) else ()
        if rows:
            assert dues.count(store, kind, group, DAYS, 50) == len(rows)
            found[group] = [row.id for row in rows]
    return found


def day(away):
    return TODAY + dt.timedelta(days=away)


@pytest.mark.parametrize("kind", ["finding", "equipment", "certificate", "sample", "follow_up"])
def test_a_day_puts_it_into_its_group(store, kind):
    begun = begin(store)
    for away, group in PLACES.items():
        made = MAKE[kind](store, begun, day(away))
        expected = {group: [made]} if group in {"overdue", "today", "week"} else {}
        if group == "month" and kind in {"certificate", "equipment"}:
            expected = {group: [made]}
        assert groups(store, kind) == expected, away


def _finding(store, begun, due):
    made = findings.at(store, begun.record.id, finding_of(begun).path) or finding_of(begun)
    findings.save(store, replace(made, state="ordered", due=due))
    return made.id


def _equipment(store, begun, due):
    equipment.save(store, Equipment("q", begun.enterprise.id, code="4170", next_test=due))
    return "q"


def _certificate(store, begun, due):
    person = Person("p", name="王师傅", enterprise_id=begun.enterprise.id, certificate_expires=due)
    people.save(store, person)
    nouns.save(store, Operator("o", "", "p"))
    return "p"


def _sample(store, begun, due):
    samples.save(store, Sample("s", begun.record.id, begun.case.id, expected=due, state="drawn"))
    return "s"


def _follow_up(store, begun, due):
    follow_ups.save(store, FollowUp("u", begun.case.id, begun.enterprise.id, kind="visit", due=due))
    return "u"


MAKE = {
    "finding": _finding,
    "equipment": _equipment,
    "certificate": _certificate,
    "sample": _sample,
    "follow_up": _follow_up,
}


def test_hours_run_out_within_the_day(store):
    begun = begin(store)
    _follow_up(store, begun, TODAY)
    (row,) = dues.page(store, "follow_up", "today", DAYS, 9)
    for minutes, group in ((-1, "overdue"), (0, "today"), (5, "today")):
        follow_ups.save(store, replace(row, due_at=START + dt.timedelta(minutes=minutes)))
        assert groups(store, "follow_up") == {group: ["u"]}


def test_a_finding_whose_re_check_waits_is_that_follow_up_alone(store):
    begun = begin(store)
    key = _finding(store, begun, TODAY)
    findings.save(store, replace(findings.get(store, key), state="reported"))
    assert groups(store, "finding") == {"today": [key]}
    check = FollowUp("u", begun.case.id, begun.enterprise.id, kind="recheck", owner_id=key)
    follow_ups.save(store, replace(check, owner_type="finding", due=TODAY))
    assert groups(store, "finding") == {}
    follow_ups.save(store, replace(follow_ups.get(store, "u"), state="done"))
    assert groups(store, "finding") == {"today": [key]}


def test_a_finding_not_ordered_yet_is_due_once_its_record_is_finished(store):
    """While the record is a draft, it is the draft that is to be gone on with."""
    begun = begin(store)
    key = _finding(store, begun, TODAY)
    findings.save(store, replace(findings.get(store, key), state="open"))
    assert groups(store, "finding") == {}
    assert findings.count_live(store, 9) == 0
    records.finish(store, begun.record.id, START, "ab" * 32)
    assert groups(store, "finding") == {"today": [key]}
    assert (findings.count_live(store, 9), findings.count_live(store, 0)) == (1, 0)


def test_a_sheet_is_one_thing_to_do_until_it_is_withdrawn(store):
    begun = begin(store)
    _sample(store, begun, day(3))
    samples.save(store, replace(samples.get(store, "s"), id="r", expected=day(2)))
    samples.save(store, replace(samples.get(store, "s"), id="t", expected=day(1), role="spare"))
    assert groups(store, "sample") == {"week": ["r"]}
    paper = documents.issue(store, document_of(store, begun))
    assert groups(store, "sample") == {"week": ["r"]}
    nouns.edit(store, Document, paper.id, state="withdrawn")
    assert groups(store, "sample") == {}


def test_the_samples_of_a_withdrawn_record_go_nowhere(store):
    begun = begin(store)
    _sample(store, begun, day(3))
    records.finish(store, begun.record.id, START, "ab" * 32)
    records.set_state(store, begun.record.id, "withdrawn")
    assert groups(store, "sample") == {}


def test_what_is_stopped_inactive_or_settled_is_not_due(store):
    begun = begin(store)
    (
        _equipment(store, begun, TODAY),
        _certificate(store, begun, TODAY),
        _follow_up(store, begun, TODAY),
    )
    equipment.save(store, replace(equipment.get(store, "q"), status="stopped"))
    nouns.save(store, Operator("o", "", "p", until=TODAY))
    follow_ups.save(store, replace(follow_ups.get(store, "u"), state="done"))
    assert not any(groups(store, kind) for kind in ("equipment", "certificate", "follow_up"))


def test_nothing_is_counted_further_than_asked_and_the_earliest_comes_first(store):
    begun = begin(store)
    for number in range(5):
        row = FollowUp(f"u{number}", begun.case.id, begun.enterprise.id, kind="visit")
        follow_ups.save(store, replace(row, due=day(-number - 1)))
    assert dues.count(store, "follow_up", "overdue", DAYS, 3) == 3
    assert [row.id for row in dues.page(store, "follow_up", "overdue", DAYS, 2)] == ["u4", "u3"]


def test_the_earliest_come_first_however_they_are_open(store):
    """Also those of one day, of which only the first have room."""
    begun = begin(store)
    records.finish(store, begun.record.id, START, "ab" * 32)
    states, made = ("ordered", "open", "reported", "rechecked"), []
    for number in range(24):
        away, state = -(number * 7 % 5) - 1, states[number % 4]
        row = replace(finding_of(begun), id=f"f{number * 11 % 24:02}", path=f"/data/p{number}")
        findings.save(store, replace(row, state=state, due=day(away)))
        made.append((day(away), row.id))
    for limit in range(26):
        page = dues.page(store, "finding", "overdue", DAYS, limit)
        assert [row.id for row in page] == [key for _, key in sorted(made)][:limit], limit
        assert dues.count(store, "finding", "overdue", DAYS, limit) == min(limit, 24)
