"""The hybrid clock never goes back, and a wrong wall clock cannot poison it."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from db.journal import clock

MS = st.integers(min_value=0, max_value=2**46)


@given(st.lists(MS, min_size=2))
def test_sending_always_moves_forward_whatever_the_wall_clock_does(walls):
    last = 0
    for wall in walls:
        now = clock.send(last, wall)
        assert now > last
        assert now >= wall << clock.COUNTER_BITS
        last = now


@given(MS, MS, MS)
def test_receiving_never_goes_back_and_never_runs_far_ahead_of_the_hub(last, remote, hub):
    seen = clock.receive(last << 16, remote << 16, hub)
    assert seen >= last << 16
    assert seen <= max(last, hub + 5 * 60 * 1000) << 16


def test_times_are_kept_as_utc_text_with_milliseconds():
    china = dt.timezone(dt.timedelta(hours=8))
    moment = dt.datetime(2026, 9, 16, 13, 52, 41, 123999, tzinfo=china)
    assert clock.to_text(moment) == "2026-09-16T05:52:41.123Z"
    assert clock.from_text("2026-09-16T05:52:41.123Z") == dt.datetime(
        2026, 9, 16, 5, 52, 41, 123000, tzinfo=dt.UTC
    )
