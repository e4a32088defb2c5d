"""What a screen is told of a deadline: its day, its article, what changed it and what is doubtful."""

import datetime as dt

import pytest

from app.services import clocks
from app.services.errors import Refused
from forms.rules.clocks import Extension, Hours, Suspension, Term

MARCH = dt.date(2026, 3, 9)
CHINA = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")
TESTING = Suspension(dt.date(2026, 3, 16), dt.date(2026, 3, 25), "检验")
APPROVED = Extension(30, "day", "《行政强制法》第二十五条第一款", "局负责人", dt.date(2026, 4, 1))


def test_a_seizure_is_counted_over_its_test_and_its_extension(store):
    """9 March + 60 days = 8 May, 10 more for the test = Monday 18 May."""
    found = clocks.reckon(store, "seizure-30d", MARCH, suspensions=[TESTING], extensions=[APPROVED])

    assert found.due == dt.date(2026, 5, 18)
    assert isinstance(found.counted, Term)
    assert [one.days for one in found.counted.suspended] == [10]
    assert found.counted.extended[0].extension.approved_by == "局负责人"
    assert "行政强制法" in found.article
    assert "第二十五条" in found.article
    assert "三十日" in found.extendable or "30日" in found.extendable
    assert found.on_expiry
    assert found.confirmed


def test_a_deadline_waits_while_a_test_goes_on(store):
    found = clocks.reckon(
        store, "seizure-30d", MARCH, suspensions=[Suspension(dt.date(2026, 3, 16), None, "检验")]
    )

    assert found.due is None
    assert isinstance(found.counted, Term)
    assert (found.counted.left, found.counted.left_unit) == (24, "day")


def test_a_clock_of_hours_is_counted_from_its_moment(store):
    start = dt.datetime(2026, 9, 30, 17, 20, tzinfo=CHINA)

    found = clocks.reckon(store, "preservation-24h", start)

    assert isinstance(found.counted, Hours)
    assert found.due == dt.datetime(2026, 10, 1, 17, 20, tzinfo=CHINA)
    with pytest.raises(Refused) as refused:
        clocks.reckon(store, "preservation-24h", start.date())
    assert refused.value.code == "clock-needs-moment"


def test_a_moment_late_in_the_evening_in_utc_is_the_next_day_in_the_office(store):
    found = clocks.reckon(store, "cash-fine-2wd", dt.datetime(2026, 3, 9, 18, 0, tzinfo=dt.UTC))

    assert found.due == dt.date(2026, 3, 12)


def test_a_notice_before_a_hearing_is_counted_back_and_cannot_be_extended(store):
    hearing = dt.date(2026, 10, 12)

    assert clocks.reckon(store, "hearing-notice-7wd", hearing).due == dt.date(2026, 9, 24)
    with pytest.raises(Refused) as refused:
        clocks.reckon(store, "hearing-notice-7wd", hearing, extensions=[APPROVED])
    assert refused.value.code == "clock-cannot-change"


@pytest.mark.parametrize("doubt", [False, True])
def test_doubt_about_the_machines_clock_stays_with_the_deadline(store, doubt):
    assert clocks.reckon(store, "seizure-30d", MARCH, doubt=doubt).doubt is doubt


def test_a_number_of_days_nobody_checked_says_so(store):
    assert not clocks.reckon(store, "interview-notice-lead", MARCH).confirmed


def test_the_officer_sets_the_days_where_the_paper_does(store):
    assert clocks.reckon(store, "rectify-deadline", MARCH, 7).due == dt.date(2026, 3, 16)


def test_a_clock_nobody_knows_is_refused(store):
    with pytest.raises(Refused, match="clock-unknown"):
        clocks.reckon(store, "no-such-clock", MARCH)
