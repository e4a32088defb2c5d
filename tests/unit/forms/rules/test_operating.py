"""What a sampling plan can tell, against figures worked out by hand."""

import math

import pytest

from forms.rules import operating
from forms.rules.errors import RuleError


def test_the_chances_of_all_counts_add_up_to_one():
    for n, p in ((0, 0.3), (7, 0.0), (7, 1.0), (40, 0.05), (3000, 0.01)):
        assert math.isclose(1, operating.binomial_up_to(n, n, p), rel_tol=1e-9)


def test_a_coin_thrown_four_times():
    assert [operating.binomial(k, 4, 0.5) for k in range(6)] == [
        *(1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16),
        0.0,
    ]
    assert operating.binomial_up_to(1, 4, 0.5) == 5 / 16
    assert operating.binomial_from(3, 4, 0.5) == 5 / 16


def test_large_samples_agree_with_the_exact_count_of_ways():
    exact = math.comb(1000, 12) * 0.01**12 * 0.99**988
    assert operating.binomial(12, 1000, 0.01) == exact
    longer = operating.binomial(12, 1001, 0.01)
    assert longer == pytest.approx(math.comb(1001, 12) * 0.01**12 * 0.99**989, rel=1e-10)


def test_a_lot_is_drawn_without_putting_back():
    assert operating.hypergeometric_up_to(0, 4, 2, 2) == 1 / 6
    with pytest.raises(RuleError, match="sample-exceeds-lot"):
        operating.hypergeometric_up_to(0, 4, 5, 2)


def test_nothing_expected_means_nothing_found():
    assert operating.poisson_up_to(0, 0) == 1
    assert operating.poisson_up_to(1, 2) == pytest.approx(3 * math.exp(-2))


def test_a_double_plan_decides_with_both_samples_between_its_numbers():
    p, q = 0.5, 0.5
    first, second = q**2, 2 * p * q * q**2
    assert operating.double_acceptance((2, 2), (0, 1), (2, 2), p) == first + second


def test_the_found_plan_keeps_both_promises_and_no_smaller_one_does():
    n, ac = operating.find_plan(0.01, 0.95, 0.05, 0.1)
    assert operating.binomial_up_to(ac, n, 0.01) >= 0.95
    assert operating.binomial_up_to(ac, n, 0.05) <= 0.1
    for fewer in range(1, n):
        kept = any(
            operating.binomial_up_to(limit, fewer, 0.01) >= 0.95
            and operating.binomial_up_to(limit, fewer, 0.05) <= 0.1
            for limit in range(fewer)
        )
        assert not kept


def test_a_declaration_is_contradicted_from_one_above_the_limit():
    found = operating.declared(5, 0, 0.01)
    assert found.contradicted_from == 1
    assert found.alpha == pytest.approx(1 - 0.99**5)
    worst = found.ratio * 0.01
    assert operating.binomial_up_to(0, 5, worst) == pytest.approx(0.1)


@pytest.mark.parametrize("p", [-0.1, 1.1])
def test_a_chance_outside_nought_and_one_is_refused(p):
    with pytest.raises(RuleError, match="probability"):
        operating.binomial(1, 2, p)
    with pytest.raises(RuleError, match="probability"):
        operating.find_plan(p, 0.95, 0.05, 0.1)
