"""A deadline on a notice binds people: it must be the day the law makes it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules.calendar import (
    Skipped,
    WorkCalendar,
    deadline,
    import_year,
    is_working_day,
    load_calendar,
    working_days_between,
)
from forms.rules.errors import RuleError
from resources.tables import TableError

CALENDAR = load_calendar()
published_days = st.dates(dt.date(2025, 1, 1), dt.date(2026, 6, 30))


def day(text: str) -> dt.date:
    """Read a date as it is written in a case below."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        ("2026-09-16", 1, "working_day", "2026-09-17"),
        # 20 September is worked, 25 to 27 are Mid-autumn.
        ("2026-09-16", 3, "working_day", "2026-09-20"),
        ("2026-09-16", 10, "working_day", "2026-09-30"),
        # National Day until the 7th, 10 October is worked.
        ("2026-09-30", 3, "working_day", "2026-10-10"),
        # Calendar days count days off in between, but cannot end on one.
        ("2026-09-16", 14, "day", "2026-09-30"),
        ("2026-09-16", 15, "day", "2026-10-08"),
        # A make-up Sunday is a working day to end on.
        ("2026-09-05", 15, "day", "2026-09-20"),
        ("2026-01-30", 1, "month", "2026-02-28"),
        ("2025-11-30", 3, "month", "2026-02-28"),
        ("2026-02-28", 1, "month", "2026-03-30"),
        ("2025-12-15", 12, "month", "2026-12-15"),
    ],
)
def test_a_period_ends_on_the_day_the_law_makes_it(start, amount, unit, due):
    found = deadline(CALENDAR, day(start), amount, unit)

    assert found.due == day(due)
    assert not found.provisional


def test_the_screen_is_told_which_days_were_skipped_and_which_made_up():
    found = deadline(CALENDAR, day("2026-09-16"), 10, "working_day")

    assert found.skipped == (
        Skipped(day("2026-09-19"), "weekend"),
        Skipped(day("2026-09-25"), "holiday", "中秋节"),
        Skipped(day("2026-09-26"), "holiday", "中秋节"),
        Skipped(day("2026-09-27"), "holiday", "中秋节"),
    )
    assert found.counted_workdays == (day("2026-09-20"),)


def test_a_period_moved_off_a_holiday_says_where_it_would_have_ended():
    found = deadline(CALENDAR, day("2026-09-16"), 15, "day")

    assert found.nominal == day("2026-10-01")
    assert len(found.skipped) == 7
    assert found.counted_workdays == ()


def test_a_period_that_does_not_move_ends_on_its_day():
    found = deadline(CALENDAR, day("2026-09-16"), 15, "day", moves=False)

    assert found.due == day("2026-10-01")


def test_a_period_before_an_event_counts_back_and_is_not_moved():
    found = deadline(CALENDAR, day("2026-10-12"), 7, "working_day", backwards=True)

    assert found.due == day("2026-09-24")
    assert found.counted_workdays == (day("2026-10-10"),)
    month = deadline(CALENDAR, day("2026-11-01"), 1, "month", backwards=True)
    assert month.due == day("2026-10-01")


def test_a_deadline_in_a_year_without_a_notice_is_provisional():
    found = deadline(CALENDAR, day("2026-12-25"), 7, "working_day")

    assert found.provisional
    # New Year's Day is off by the order itself, whatever the notice will add.
    assert Skipped(day("2027-01-01"), "holiday", "元旦") in found.skipped
    assert found.due == day("2027-01-06")


def test_a_deadline_that_only_passes_the_end_of_the_year_by_moving_is_provisional_too():
    published = WorkCalendar({}, frozenset({2022}))

    found = deadline(published, day("2022-12-01"), 30, "day")

    assert found.nominal == day("2022-12-31")
    assert found.due == day("2023-01-02")
    assert found.provisional


def test_years_before_the_table_come_from_the_library():
    assert is_working_day(CALENDAR, day("2024-02-18"))
    assert not is_working_day(CALENDAR, day("2024-02-12"))
    assert CALENDAR.is_published(day("2010-05-05"))
    assert not CALENDAR.is_published(day("2027-05-05"))


@given(published_days, st.integers(1, 60))
def test_working_days_counted_are_the_working_days_there_are(start, amount):
    found = deadline(CALENDAR, start, amount, "working_day")

    assert CALENDAR.is_working_day(found.due)
    assert working_days_between(CALENDAR, start, found.due) == amount
    assert (found.due - start).days == amount + len(found.skipped)


@given(published_days, st.integers(1, 100), st.sampled_from(["day", "month", "working_day"]))
def test_a_longer_period_never_ends_earlier(start, amount, unit):
    amount = min(amount, 12) if unit == "month" else amount

    one = deadline(CALENDAR, start, amount, unit)
    longer = deadline(CALENDAR, start, amount + 1, unit)

    assert start < one.due <= longer.due
    assert CALENDAR.is_working_day(one.due)


@given(published_days, published_days)
def test_working_days_between_two_days_change_sign_with_their_order(one, other):
    assert working_days_between(CALENDAR, one, other) == -working_days_between(CALENDAR, other, one)


@pytest.mark.parametrize(
    ("amount", "unit", "code"),
    [(0, "day", "amount"), (-3, "day", "amount"), (100_000, "day", "amount"), (1, "week", "unit")],
)
def test_a_period_no_law_has_is_refused(amount, unit, code):
    with pytest.raises(RuleError) as refused:
        deadline(CALENDAR, day("2026-09-16"), amount, unit)

    assert refused.value.code == code


def test_a_period_from_a_slip_of_the_year_is_refused():
    with pytest.raises(RuleError, match="start"):
        deadline(CALENDAR, dt.date(9999, 12, 31), 10, "working_day")


def a_notice(folder, *lines: str):
    """Write a calendar file as a bureau would get it from a spreadsheet."""
    path = folder / "2027.csv"
    path.write_text("\n".join(["date,kind,festival", *lines]), encoding="utf-8-sig")
    return path


def test_a_published_year_can_be_imported_and_makes_deadlines_final(tmp_path):
    corrections = tmp_path / "corrections"
    source = a_notice(
        tmp_path,
        *("2027-01-01,holiday,元旦", "2027-01-04,holiday,元旦", "2027-01-09,workday,元旦"),
        *("2027-10-01,holiday,国庆节",),
    )

    assert import_year(source, corrections) == {2027}

    calendar = load_calendar(corrections)
    found = deadline(calendar, day("2026-12-25"), 10, "working_day")
    assert found.due == day("2027-01-11")
    assert found.counted_workdays == (day("2027-01-09"),)
    assert not found.provisional
    assert calendar.is_working_day(day("2026-10-10"))


@pytest.mark.parametrize(
    ("lines", "row", "column", "code"),
    [
        (["2027-01-01,holiday,元旦", "2027-13-01,holiday,国庆节"], 3, "date", "date"),
        (["2027-01-01,off,元旦"], 2, "kind", "choice"),
        (["2027-01-01,holiday,"], 2, "festival", "empty"),
        (["2027-01-05,workday,元旦"], 2, "date", "workday-not-weekend"),
        (["2027-01-01,holiday,元旦", "2027-01-01,holiday,元旦"], 3, "date", "duplicate-key"),
        (["2027-01-01,holiday,元旦"], 0, "date", "incomplete-year"),
        ([], 0, "date", "empty"),
    ],
)
def test_a_wrong_calendar_file_is_refused_with_its_row(tmp_path, lines, row, column, code):
    with pytest.raises(TableError) as refused:
        import_year(a_notice(tmp_path, *lines), tmp_path / "corrections")

    first = refused.value.problems[0]
    assert (first.row, first.column, first.code) == (row, column, code)
    assert not (tmp_path / "corrections").exists()
