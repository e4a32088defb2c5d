"""A value is compared with a limit as the standard says; each line was worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules.errors import RuleError
from forms.rules.judgement import FULL, METHODS, ROUNDED, Requirement, judge, limit, problem

UPPER = [
    # limit, measured, rounded value, verdict by rounding, verdict by the full value
    ("0.10", "0.104", "0.10", "pass", "fail"),
    ("≤0.10", "0.104", "0.10", "pass", "fail"),
    ("0.10", "0.105", "0.10", "pass", "fail"),  # the half goes to the even side: 0.10
    ("0.11", "0.115", "0.12", "fail", "fail"),  # and here to 0.12
    ("0.1", "0.149", "0.1", "pass", "fail"),
    ("0.1", "0.15", "0.2", "fail", "fail"),
    ("0.00", "0.005", "0.00", "pass", "fail"),
    ("0.01", "0.015", "0.02", "fail", "fail"),
    ("<0.10", "0.104", "0.10", "fail", "fail"),
    ("<0.10", "0.0949", "0.09", "pass", "pass"),
    ("＜0.10", "0.0951", "0.10", "fail", "pass"),  # rounding can also cost the maker
    ("90", "90.5", "90", "pass", "fail"),
    ("90", "90.51", "91", "fail", "fail"),
    ("-5", "-4.5", "-4", "fail", "fail"),
    ("-5", "-5.5", "-6", "pass", "pass"),
    ("-5", "-4.51", "-5", "pass", "fail"),
    ("16", "16.5(-)", "16", "pass", "fail"),
    ("16", "16.5(+)", "17", "fail", "fail"),
    ("17", "17.5(-)", "17", "pass", "fail"),
    ("-16", "-15.5(+)", "-16", "pass", "fail"),  # a little more than 15.5 below zero
    ("-15", "-14.5(-)", "-14", "fail", "fail"),
    ("0.30", "０．３０４", "0.30", "pass", "fail"),  # full-width, as a Chinese keyboard types it
]
LOWER = [
    ("97.0", "96.96", "97.0", "pass", "fail"),
    ("97.0", "96.95", "97.0", "pass", "fail"),  # 96.95 lies half way; 97.0 has the even digit
    ("97.0", "96.94", "96.9", "fail", "fail"),
    (">97.0", "97.04", "97.0", "fail", "pass"),
    (">97.0", "97.06", "97.1", "pass", "pass"),
    ("≥-5", "-5.5", "-6", "fail", "fail"),
    ("≥-5", "-5.4", "-5", "pass", "fail"),
]


@pytest.mark.parametrize(("bound", "measured", "rounded", "by_rounding", "by_full"), UPPER)
def test_an_upper_limit(bound, measured, rounded, by_rounding, by_full):
    found = judge(Requirement(upper=bound), measured)
    assert (found.verdict, found.rounded) == (by_rounding, rounded)
    full = judge(Requirement(upper=bound, method=FULL), measured)
    assert (full.verdict, full.rounded) == (by_full, "")


@pytest.mark.parametrize(("bound", "measured", "rounded", "by_rounding", "by_full"), LOWER)
def test_a_lower_limit(bound, measured, rounded, by_rounding, by_full):
    found = judge(Requirement(lower=bound), measured)
    assert (found.verdict, found.rounded) == (by_rounding, rounded)
    assert judge(Requirement(lower=bound, method=FULL), measured).verdict == by_full


@pytest.mark.parametrize(
    ("lower", "upper", "measured", "rounded", "verdict"),
    [
        ("6.0", "9.0", "9.04", "9.0", "pass"),
        ("6.0", "9.0", "9.06", "9.1", "fail"),
        ("6.0", "9.0", "5.95", "6.0", "pass"),
        ("6.0", "9.0", "5.94", "5.9", "fail"),
        ("6", "9.0", "9.04", "9 / 9.0", "pass"),  # each limit by its own digits
        ("-0.5", "0.5", "-0.55", "-0.6", "fail"),
        ("-0.5", "0.5", "-0.54", "-0.5", "pass"),
    ],
)
def test_two_limits(lower, upper, measured, rounded, verdict):
    found = judge(Requirement(lower=lower, upper=upper), measured)
    assert (found.verdict, found.rounded) == (verdict, rounded)


@pytest.mark.parametrize(
    ("lower", "upper", "measured", "by_rounding", "by_full"),
    [
        ("", "0.10", "<0.01", "pass", "pass"),
        ("", "0.10", "<0.10", "pass", "pass"),
        ("", "<0.10", "<0.10", "pass", "pass"),
        ("", "0.10", "<0.20", "unjudged", "unjudged"),
        ("", "0.10", ">0.10", "unjudged", "fail"),  # 0.102 would still be rounded to 0.10
        ("", "0.10", ">0.105", "fail", "fail"),
        ("5", "", "<5", "unjudged", "fail"),
        ("5", "", "<4.5", "fail", "fail"),
        ("5", "", ">5", "pass", "pass"),
        ("", "0.10", "未检出", "pass", "pass"),
        ("", "0.10", "nd", "pass", "pass"),
        ("5", "", "未检出", "unjudged", "unjudged"),
        ("", "-5", "未检出", "unjudged", "unjudged"),
    ],
)
def test_a_bound_is_judged_only_where_every_value_within_it_agrees(
    lower, upper, measured, by_rounding, by_full
):
    verdicts = [
        judge(Requirement(lower=lower, upper=upper, method=method), measured).verdict
        for method in METHODS
    ]
    assert verdicts == [by_rounding, by_full]


@pytest.mark.parametrize(
    ("words", "measured", "verdict", "why"),
    [
        ("无锐利边缘", "符合", "pass", ""),
        ("无锐利边缘", "不符合", "fail", ""),
        ("无锐利边缘", "边缘有毛刺", "unjudged", "words"),
        ("", "0.2", "unjudged", "no-requirement"),
        ("", "", "unjudged", "no-value"),
    ],
)
def test_words_are_judged_only_where_the_laboratory_says_so(words, measured, verdict, why):
    found = judge(Requirement(words=words), measured)
    assert (found.verdict, found.why) == (verdict, why)


@pytest.mark.parametrize(
    "measured", ["1e5", "0.1.2", "约0.1", "0,1", "--1", "NaN", "9" * 41, "Inf"]
)
def test_what_is_no_reading_is_left_to_a_person(measured):
    assert judge(Requirement(upper="0.10"), measured).why == "value"


@pytest.mark.parametrize(("text", "side"), [("≥1", "upper"), ("<1", "lower"), ("1e3", "upper")])
def test_a_limit_of_the_other_side_is_none(text, side):
    with pytest.raises(RuleError):
        limit(text, side)
    assert problem(Requirement(**{side: text})) == side
    assert judge(Requirement(**{side: text}), "1").why == "limit"


def test_limits_that_nothing_can_meet_are_named():
    assert problem(Requirement(lower="9", upper="6")) == "order"
    assert not problem(Requirement(lower="6", upper="6"))
    assert not problem(Requirement())


@given(st.decimals(-1000, 1000, places=4), st.decimals(-1000, 1000, places=2))
def test_rounding_moves_a_verdict_by_no_more_than_half_a_step(value, bound):
    by_rounding = judge(Requirement(upper=f"{bound:f}"), f"{value:f}").verdict
    by_full = judge(Requirement(upper=f"{bound:f}", method=FULL), f"{value:f}").verdict
    if by_rounding != by_full:
        assert abs(value - bound) <= limit(f"{bound:f}", "upper").interval / 2


def test_the_usual_way_is_by_rounding():
    assert Requirement().method == ROUNDED
