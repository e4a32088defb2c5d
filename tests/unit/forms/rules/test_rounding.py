"""Measured values are compared with limits after rounding: the half must go to the even side."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules.errors import RuleError
from forms.rules.rounding import gbt8170

values = st.decimals(-1_000_000, 1_000_000, places=6)
intervals = st.sampled_from([Decimal(t) for t in ("0.01", "0.1", "0.2", "0.5", "1", "5", "100")])


@pytest.mark.parametrize(
    ("x", "interval", "rounded"),
    [
        ("2.45", "0.1", "2.4"),
        ("2.55", "0.1", "2.6"),
        ("2.4500001", "0.1", "2.5"),
        ("-2.45", "0.1", "-2.4"),
        ("-2.55", "0.1", "-2.6"),
        ("0.025", "0.01", "0.02"),
        ("250", "100", "200"),
        ("350", "100", "400"),
        ("60.25", "0.5", "60.0"),
        ("60.38", "0.5", "60.5"),
        ("-60.75", "0.5", "-61.0"),
        ("8.30", "0.2", "8.4"),
        ("8.42", "0.2", "8.4"),
        ("-9.30", "0.2", "-9.2"),
        ("7", "0.01", "7.00"),
        ("1E+3", "1", "1000"),
    ],
)
def test_a_value_goes_to_the_nearest_step_and_a_half_to_the_even_one(x, interval, rounded):
    assert str(gbt8170(Decimal(x), Decimal(interval))) == rounded


def test_a_value_rounded_to_nothing_has_no_sign():
    assert str(gbt8170(Decimal("-0.04"), Decimal("0.1"))) == "0.0"


@given(values, intervals)
def test_the_result_is_a_step_no_further_than_half_a_step_away(x, interval):
    rounded = gbt8170(x, interval)

    assert rounded % interval == 0
    assert abs(rounded - x) * 2 <= interval


@given(values, intervals)
def test_rounding_a_rounded_value_changes_nothing_and_signs_mirror(x, interval):
    rounded = gbt8170(x, interval)

    assert gbt8170(rounded, interval) == rounded
    assert gbt8170(-x, interval) == -rounded


@pytest.mark.parametrize(
    ("x", "interval", "code"),
    [
        ("1", "0", "interval"),
        ("1", "-0.1", "interval"),
        ("NaN", "0.1", "not-a-number"),
        ("Infinity", "0.1", "not-a-number"),
        ("1E+90", "1E-90", "not-a-number"),
    ],
)
def test_what_cannot_be_rounded_is_refused(x, interval, code):
    with pytest.raises(RuleError) as refused:
        gbt8170(Decimal(x), Decimal(interval))

    assert refused.value.code == code
