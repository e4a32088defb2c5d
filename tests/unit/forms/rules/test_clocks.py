"""Every clock of the law, against dates worked by hand; what stops and lengthens a period."""

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from forms.rules.calendar import Skipped, deadline, load_calendar
from forms.rules.clocks import Extension, Suspended, Suspension, hours, term
from forms.rules.errors import RuleError
from resources.data import load_clocks
from tests.unit.forms.rules.cases_clocks import CASES, CLOCKS, SET_BY_PAPER

CALENDAR = load_calendar()
CHINA = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")
ROWS = {row.id: row for row in load_clocks()}
days = st.dates(dt.date(2025, 1, 1), dt.date(2027, 6, 30))
amounts = st.integers(1, 80)  # three of them in months are the longest there is
units = st.sampled_from(["working_day", "day"])


def day(text: str) -> dt.date:
    """Read a date as it is written in a case."""
    return dt.date.fromisoformat(text)


def stop(first: str, last: str | None, reason: str = "检验") -> Suspension:
    """Stop a period on days written as in a case."""
    return Suspension(day(first), last and day(last), reason, "《行政强制法》第二十五条第三款")


def more(amount: int, unit: str, on: str = "2025-01-01") -> Extension:
    """Lengthen a period as an approval would."""
    return Extension(amount, unit, "《行政强制法》第二十五条第一款", "局负责人", day(on))


def test_every_clock_has_cases_and_every_case_a_clock():
    assert set(CLOCKS) == set(ROWS)
    assert set(CLOCKS.values()) == set(CASES)
    assert all(len(cases) >= 2 for cases in CASES.values())
    assert all(any(case.due >= "2026-12-29" for case in CASES[p]) for p in CASES if p.end != "back")


@pytest.mark.parametrize(
    ("clock_id", "case"),
    [(clock, case) for clock, period in CLOCKS.items() for case in CASES[period]],
)
def test_a_clock_ends_on_the_day_worked_by_hand(clock_id, case):
    row = ROWS[clock_id]
    length = row.amount or SET_BY_PAPER

    if row.unit == "hour":
        assert (
            hours(dt.datetime.fromisoformat(case.start), length)
            .shown()
            .isoformat(timespec="minutes")
            == case.due
        )
        return
    if row.backwards:
        found = deadline(CALENDAR, day(case.start), length, row.unit, backwards=True)
    else:
        found = term(CALENDAR, day(case.start), length, row.unit, moves=row.moves).ends

    assert found.due == day(case.due)
    assert found.provisional is case.provisional


@pytest.mark.parametrize("clock_id", CLOCKS)
def test_the_table_of_clocks_says_what_the_article_says(clock_id):
    row, period = ROWS[clock_id], CLOCKS[clock_id]

    assert (row.amount or SET_BY_PAPER, row.unit) == (period.amount, period.unit)
    assert row.backwards is (period.end == "back")
    assert row.backwards or row.moves is (period.end == "moves")


@pytest.mark.parametrize(
    ("start", "amount", "unit", "stops", "due"),
    [
        # 9 March + 30 = 8 April; 10 days out of it: 18 April, a Saturday; Mon 20.
        ("2026-03-09", 30, "day", [("2026-03-16", "2026-03-25")], "2026-04-20"),
        # Two that overlap take 16-27 March out, 12 days: Mon 20 April.
        (
            *("2026-03-09", 30, "day"),
            [("2026-03-16", "2026-03-25"), ("2026-03-20", "2026-03-27")],
            "2026-04-20",
        ),
        # Apart they take 10 and 3 days: Tue 21 April.
        (
            *("2026-03-09", 30, "day"),
            [("2026-04-01", "2026-04-03"), ("2026-03-16", "2026-03-25")],
            "2026-04-21",
        ),
        # It began before the period: 10 March and on to the 12th are lost: 11 April, Sat; Mon 13.
        ("2026-03-09", 30, "day", [("2026-03-01", "2026-03-12")], "2026-04-13"),
        # Wed 16 Sept; 17 (1), 18 (2); 19-22 stopped, the worked Sunday too; 23 (3), 24 (4); 28 (5).
        ("2026-09-16", 5, "working_day", [("2026-09-19", "2026-09-22")], "2026-09-28"),
        # 30 Jan + 1 month = 28 Feb; 10 days out of it: 10 March.
        ("2026-01-30", 1, "month", [("2026-02-01", "2026-02-10")], "2026-03-10"),
        # It ends on 1 Oct, moved to Thu 8; from the 8th to Mon 12 it stands still: Tue 13.
        ("2026-09-16", 15, "day", [("2026-10-08", "2026-10-12")], "2026-10-13"),
        # After the end nothing is taken out.
        ("2026-03-09", 15, "day", [("2026-03-25", "2026-04-30")], "2026-03-24"),
    ],
)
def test_what_was_left_goes_on_after_a_suspension(start, amount, unit, stops, due):
    found = term(
        CALENDAR, day(start), amount, unit, suspensions=[stop(first, last) for first, last in stops]
    )

    assert found.ends.due == day(due)


def test_each_suspension_says_what_it_took_and_none_is_counted_twice():
    one, other, after = (
        stop("2026-03-16", "2026-03-25"),
        stop("2026-03-20", "2026-03-27", "听证"),
        stop("2026-06-01", "2026-06-05"),
    )

    found = term(CALENDAR, day("2026-03-09"), 30, "day", suspensions=[one, other, after])

    assert found.suspended == (Suspended(one, 10), Suspended(other, 2), Suspended(after, 0))


def test_a_suspension_of_working_days_takes_working_days_and_names_them():
    held = stop("2026-09-19", "2026-09-22")

    found = term(CALENDAR, day("2026-09-16"), 5, "working_day", suspensions=[held])

    # Sun 20 is worked, 21, 22; Sat 19 would not have counted.
    assert found.suspended == (Suspended(held, 3),)
    assert Skipped(day("2026-09-20"), "suspended") in found.ends.skipped
    assert found.ends.counted_workdays == ()


@pytest.mark.parametrize(
    ("unit", "left"),
    # Mon 9 March + 10; until Sun 15 six calendar days or four working days had passed.
    [("day", 4), ("working_day", 6)],
)
def test_a_suspension_without_an_end_leaves_the_day_open_and_says_what_is_left(unit, left):
    waits = stop("2026-03-16", None)

    found = term(CALENDAR, day("2026-03-09"), 10, unit, suspensions=[waits])

    assert found.ends is None
    assert found.waits_for == waits
    assert (found.left, found.left_unit) == (left, unit)


def test_a_suspension_without_an_end_that_began_before_leaves_all():
    found = term(CALENDAR, day("2026-03-09"), 10, "day", suspensions=[stop("2026-03-01", None)])

    assert (found.ends, found.left) == (None, 10)


def test_an_open_suspension_after_the_end_changes_nothing():
    found = term(CALENDAR, day("2026-03-09"), 10, "day", suspensions=[stop("2026-03-20", None)])

    assert found.ends.due == day("2026-03-19")


@pytest.mark.parametrize(
    ("start", "amount", "unit", "extensions", "due"),
    [
        # 3 July + 90 = 1 Oct; + 30 from there, not from the 8th: 31 Oct, a Saturday; Mon 2 Nov.
        ("2026-07-03", 90, "day", [(30, "day")], "2026-11-02"),
        # 15 and 15 from Fri 12 June: Mon 6 July is the 15th, Mon 27 July the 30th.
        ("2026-06-12", 15, "working_day", [(15, "working_day")], "2026-07-27"),
        # 31 Jan + 1 month and + 1 month is 31 March, not 28.
        ("2026-01-31", 1, "month", [(1, "month")], "2026-03-31"),
        # Mon 9 March + 10 = Thu 19; 3 working days on from it: 20, Mon 23, 24.
        ("2026-03-09", 10, "day", [(3, "working_day")], "2026-03-24"),
        # 1 Oct is off; 3 working days on from it: 8, 9, Sat 10 worked.
        ("2026-09-16", 15, "day", [(3, "working_day")], "2026-10-10"),
    ],
)
def test_an_extension_goes_on_from_the_old_end(start, amount, unit, extensions, due):
    found = term(CALENDAR, day(start), amount, unit, extensions=[more(*one) for one in extensions])

    assert found.ends.due == day(due)
    assert found.extended[-1].after == day(due)
    assert (found.ends.start, found.ends.amount, found.ends.unit) == (day(start), amount, unit)


def test_an_extension_of_another_kind_names_no_day_twice():
    """The end on 1 October was not moved when the working days go on from it."""
    found = term(
        CALENDAR, day("2026-09-16"), 15, "day", extensions=[more(3, "working_day", "2026-09-30")]
    ).ends

    assert [off.date.day for off in found.skipped] == [2, 3, 4, 5, 6, 7]
    assert found.counted_workdays == (day("2026-10-10"),)


@pytest.mark.parametrize(("on", "late"), [("2026-10-08", False), ("2026-10-09", True)])
def test_an_extension_approved_when_the_period_was_over_is_late(on, late):
    found = term(CALENDAR, day("2026-07-03"), 90, "day", extensions=[more(30, "day", on)])

    assert found.extended[0].before == day("2026-10-08")
    assert found.extended[0].late is late


def test_hours_keep_the_zone_they_began_in_and_never_end_too_late():
    start = dt.datetime(2026, 10, 1, 0, 5, 59, tzinfo=dt.timezone(dt.timedelta(hours=6), "Urumqi"))

    found = hours(start, 24)

    assert found.due == dt.datetime(2026, 10, 1, 18, 5, tzinfo=dt.UTC)
    assert found.zone == "Urumqi"
    assert found.shown().isoformat() == "2026-10-02T02:05:00+08:00"


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: hours(dt.datetime(2026, 10, 1), 24), "zone"),  # noqa: DTZ001 -- what is refused
        (lambda: hours(dt.datetime(2026, 10, 1, tzinfo=CHINA), 0), "amount"),
        (lambda: _term(suspensions=[stop("2026-03-10", "2026-03-09")]), "suspension"),
        (lambda: _term(suspensions=[stop("2026-03-10", "2999-03-09")]), "suspension"),
        (lambda: _term(suspensions=[stop("2026-03-10", "2026-03-10")] * 51), "changes"),
        (lambda: _term(extensions=[more(0, "day")]), "amount"),
        (lambda: _term(extensions=[more(9999, "day")]), "amount"),
        (lambda: _term(extensions=[more(3, "hour")]), "unit"),
        (
            lambda: _term(extensions=[Extension(3, "day", "", "局长", day("2026-03-01"))]),
            "extension",
        ),
        (
            lambda: _term(extensions=[Extension(3, "day", "第一条", " ", day("2026-03-01"))]),
            "extension",
        ),
    ],
)
def test_what_no_law_knows_is_refused(ask, code):
    with pytest.raises(RuleError) as refused:
        ask()

    assert refused.value.code == code


def _term(**changes):
    return term(CALENDAR, day("2026-03-09"), 10, "day", **changes)


@given(days, amounts, units, st.integers(0, 30), st.integers(0, 30))
def test_a_later_start_or_more_days_never_end_earlier(start, amount, unit, later, longer):
    one = term(CALENDAR, start, amount, unit).ends
    other = term(CALENDAR, start + dt.timedelta(later), amount + longer, unit).ends

    assert one.due <= other.due


@given(days, amounts, st.integers(1, 90), st.integers(1, 60))
def test_a_suspension_inside_moves_calendar_days_by_its_length(start, amount, offset, length):
    assume(offset <= amount)
    first = start + dt.timedelta(offset)
    held = Suspension(first, first + dt.timedelta(length - 1), "鉴定")

    plain = term(CALENDAR, start, amount, "day").ends
    found = term(CALENDAR, start, amount, "day", suspensions=[held])

    assert found.ends.nominal == plain.nominal + dt.timedelta(length)


@given(days, amounts, amounts, amounts, st.sampled_from(["working_day", "day", "month"]))
def test_two_extensions_are_one_by_their_sum(start, amount, one, other, unit):
    apart = term(CALENDAR, start, amount, unit, extensions=[more(one, unit), more(other, unit)])
    together = term(CALENDAR, start, amount, unit, extensions=[more(one + other, unit)])

    assert apart.ends == together.ends


@given(days, amounts, st.tuples(units, units), days, st.integers(0, 60))
def test_a_period_that_moves_never_ends_on_a_day_off(start, amount, kinds, first, length):
    unit, kind = kinds
    held = Suspension(first, first + dt.timedelta(length), "检测")

    found = term(
        CALENDAR, start, amount, unit, suspensions=[held], extensions=[more(amount, kind)]
    ).ends

    assert CALENDAR.is_working_day(found.due)
    assert not held.covers(found.due)


@given(days, amounts, units)
def test_a_period_nothing_happened_to_is_the_plain_deadline(start, amount, unit):
    assert term(CALENDAR, start, amount, unit).ends == deadline(CALENDAR, start, amount, unit)
