"""The share put right in time: this quarter's, with what is overdue since, and no other."""

import datetime as dt
from dataclasses import replace

from db.journal.ids import new_id
from db.store import boards, findings
from db.store.boards import Only
from tests.store_kit import begin, finding_of

TODAY, QUARTER = dt.date(2026, 9, 16), dt.date(2026, 7, 1)


def day(month, date):
    return dt.date(2026, month, date)


def test_what_was_put_right_in_time_is_counted_of_what_fell_due_this_quarter(store):
    begun = begin(store)
    in_time = {"state": "closed", "due": day(7, 10), "settled": day(7, 20)}
    rows = (
        in_time | {"reported": day(7, 9)},
        in_time | {"rechecked": day(7, 10)},  # nobody reported: it was seen on its last day
        in_time | {"reported": day(7, 12)},  # late
        in_time | {"state": "escalated", "settled": day(7, 5)},  # taken on, never put right
        {"state": "ordered", "due": day(8, 5)},  # overdue
        {"state": "ordered", "due": day(6, 20)},  # overdue since before
        {"state": "ordered", "due": day(9, 30)},  # not due yet
        in_time | {"settled": day(6, 30)},  # of the quarter before
        {"state": "closed", "settled": day(7, 20)},  # put right at once: it had no day
    )
    for number, fields in enumerate(rows):
        made = replace(finding_of(begun, f"/data/item{number}"), id=new_id(), **fields)
        findings.save(store, made)
    assert boards.in_time(store, TODAY, QUARTER, Only()) == (2, 5)
    assert boards.in_time(store, TODAY, QUARTER, Only(severity="major")) == (0, 0)
