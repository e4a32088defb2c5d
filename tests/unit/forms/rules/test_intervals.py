"""Intervals, strata and trends, by what must hold and by small cases worked out by hand."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules import charts, intervals
from forms.rules.errors import RuleError
from forms.rules.operating import binomial_from, binomial_up_to


@given(st.integers(1, 60), st.data())
def test_the_exact_interval_leaves_the_tails_it_names(n, data):
    """Clopper and Pearson: at either end the observed count or beyond has half the risk."""
    x = data.draw(st.integers(0, n))
    low, high = intervals.proportion(x, n, 0.9, "exact")
    assert 0 <= low <= x / n <= high <= 1
    assert x == 0 or binomial_from(x, n, low) == pytest.approx(0.05, abs=1e-9)
    assert x == n or binomial_up_to(x, n, high) == pytest.approx(0.05, abs=1e-9)


@pytest.mark.parametrize("method", intervals.METHODS)
def test_every_interval_narrows_with_more_pieces(method):
    wide, narrow = (intervals.proportion(n // 10, n, 0.95, method) for n in (50, 500))
    assert wide[0] < narrow[0] < 0.1 < narrow[1] < wide[1]


def test_what_cannot_be_is_refused():
    for x, n, level, method, code in (
        *((1, 0, 0.95, "wilson", "sample-empty"), (3, 2, 0.95, "wilson", "sample-empty")),
        *((1, 2, 1.0, "wilson", "level"), (1, 2, 0.9, "guess", "method")),
    ):
        with pytest.raises(RuleError, match=code):
            intervals.proportion(x, n, level, method)
    with pytest.raises(RuleError, match="sample-empty"):
        intervals.stratified([intervals.Stratum(1, 1, 0, 5)])


def test_strata_where_nothing_was_found_have_no_error():
    found = intervals.stratified([intervals.Stratum(1, 10, 0, 100)])
    assert (found.rate, found.error, found.wald) == (0, 0, (0, 0))


def test_the_chance_of_a_trend_counts_the_orders_themselves():
    y = (1.0, 3.0, 2.0, 4.0)
    tau, chance = intervals.kendall(y)
    assert tau == pytest.approx(4 / 6)
    orders = [
        sum(b > a for a, b in itertools.combinations(order, 2))
        for order in itertools.permutations(range(4))
    ]
    assert chance == 2 * sum(rising >= 5 for rising in orders) / len(orders)


def test_ties_and_single_values_have_no_trend():
    with pytest.raises(RuleError, match="tie"):
        intervals.kendall([1, 1, 2])
    with pytest.raises(RuleError, match="sample-empty"):
        intervals.kendall([1])
    with pytest.raises(RuleError, match="sample-empty"):
        intervals.proportion_trend([0, 0], [5, 5])


def test_equal_proportions_lean_nowhere():
    square, chance = intervals.proportion_trend([2, 4, 6], [10, 20, 30])
    assert (square, chance) == (pytest.approx(0), pytest.approx(1))
    square, chance = intervals.proportion_trend([1, 9], [10, 10])
    assert square == pytest.approx(12.8)
    assert chance == pytest.approx(math.erfc(math.sqrt(6.4)))


def test_a_chart_keeps_its_limits_within_what_a_proportion_can_be():
    found = charts.p_chart([0, 1, 0, 1], 4)
    assert (found.centre, found.low) == (1 / 8, 0)
    assert 0 < found.high <= 1
    with pytest.raises(RuleError, match="sample-empty"):
        charts.p_chart([], 4)


def test_a_sum_adds_up_only_what_exceeds_the_slack():
    found = charts.cusum([10, 11, 12, 12, 8], 10, 0.5, 3)
    assert found.upper == (0, 0.5, 2, 3.5, 1)
    assert found.lower == (0, 0, 0, 0, 1.5)
    assert found.signal == 4
    assert charts.cusum([10], 10, 0.5, 3).signal == 0


def test_a_straight_line_is_foreseen_exactly():
    found = charts.holt([1, 2, 3, 4], 0.5, 0.2)
    assert found.fitted == (3, 4)
    assert [found.ahead(steps) for steps in (1, 2)] == [5, 6]


def test_smoothing_goes_part_of_the_way():
    found = charts.smooth([4, 8], 0.25)
    assert (found.fitted, found.ahead(1)) == ((4,), 5)
    with pytest.raises(RuleError, match="sample-empty"):
        charts.smooth([], 0.3)
    with pytest.raises(RuleError, match="sample-empty"):
        charts.holt([1], 0.5, 0.2)
