"""Which of the bureau's words on a table holds on a day."""

from db.journal.published import holding, table_key

FILE = "holidays.csv"
AT_ONCE, LATER = table_key(FILE), table_key(FILE, "2026-12-01")
TOLD = {
    AT_ONCE: {"since": "2026-11-20"},
    LATER: {"since": "2026-11-21", "effective": "2026-12-01"},
}


def test_a_table_for_a_later_day_waits_for_it():
    assert holding(TOLD, "2026-11-30") == {FILE: AT_ONCE}
    assert holding(TOLD, "2026-12-01") == {FILE: LATER}


def test_what_holds_at_once_holds_on_a_computer_whose_clock_is_behind():
    assert holding(TOLD, "2026-09-16") == {FILE: AT_ONCE}


def test_what_was_taken_back_never_holds():
    assert holding({LATER: {**TOLD[LATER], "dropped": True}}, "2027-01-01") == {}
