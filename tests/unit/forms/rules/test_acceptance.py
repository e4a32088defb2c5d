"""Sample sizes decide what is bought and sealed; a wrong cell is a wrong paper."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules.acceptance import (
    AQLS,
    LETTERS,
    LEVELS,
    SIZES,
    code_letter,
    fixed_plan,
    single_plan,
)
from forms.rules.errors import RuleError

lots = st.integers(2, 1_000_000)
levels = st.sampled_from(LEVELS)
aqls = st.sampled_from(AQLS)
severities = st.sampled_from(["normal", "tightened"])


@pytest.mark.parametrize(
    ("lot", "level", "letter"),
    [
        (8, "II", "A"),
        (9, "II", "B"),
        (1000, "II", "J"),
        (1000, "S-1", "C"),
        (3200, "III", "L"),
        (3201, "III", "M"),
        (500_000, "I", "M"),
        (500_001, "I", "N"),
        (10_000_000, "III", "R"),
    ],
)
def test_code_letters_are_those_of_table_1(lot, level, letter):
    assert code_letter(lot, level) == letter


@pytest.mark.parametrize(
    ("lot", "aql", "severity", "n", "ac"),
    [
        (1000, "1.0", "normal", 80, 2),
        (1000, "2.5", "normal", 80, 5),
        (1000, "0.65", "normal", 80, 1),
        (150, "1.0", "normal", 13, 0),  # an arrow up from F
        (80, "0.65", "normal", 20, 0),  # an arrow down from E
        (3000, "1.0", "normal", 125, 3),
        (1000, "1.0", "tightened", 80, 1),
        (1000, "0.40", "tightened", 200, 1),  # two arrows down from J
    ],
)
def test_plans_are_those_of_the_tables(lot, aql, severity, n, ac):
    plan = single_plan(lot, "II", aql, severity)

    assert (plan.n, plan.ac, plan.re) == (n, ac, ac + 1)


def test_an_arrow_changes_the_sample_size_with_the_acceptance_number():
    """Keeping the size of the first letter is the common mistake."""
    plan = single_plan(150, "II", "1.5")

    assert (plan.start_letter, plan.letter, plan.n, plan.ac) == ("F", "G", 32, 1)


def test_at_the_edge_of_the_table_an_arrow_turns_back():
    assert single_plan(600_000, "III", "0.010").n == 1250
    assert single_plan(2, "II", "10").lot == 2
    assert single_plan(600_000, "III", "0.025", "tightened").letter == "S"


def test_where_the_sample_reaches_the_lot_all_of_it_is_inspected():
    plan = single_plan(50, "II", "0.10")

    assert plan.inspect_all
    assert plan.n == 50
    assert single_plan(20, "II", "0.65").inspect_all  # exactly the lot
    assert single_plan(1, "II", "2.5").inspect_all


def test_an_aql_may_be_written_with_or_without_its_zeros():
    assert single_plan(1000, "II", "1") == single_plan(1000, "II", "1.0")
    assert single_plan(1000, "II", "0.1").aql == "0.10"


@given(lots, levels, aqls, severities)
def test_every_cell_leads_to_a_plan(lot, level, aql, severity):
    plan = single_plan(lot, level, aql, severity)

    assert 1 <= plan.n <= lot
    assert plan.re == plan.ac + 1
    assert plan.inspect_all == (plan.n == lot)
    if not plan.inspect_all and plan.letter in LETTERS:
        assert plan.n == SIZES[LETTERS.index(plan.letter)]


@given(lots, levels, aqls)
def test_tightened_inspection_never_accepts_more(lot, level, aql):
    """At the same size a tightened plan has the smaller acceptance number."""
    normal = single_plan(lot, level, aql)
    tightened = single_plan(lot, level, aql, "tightened")

    assert tightened.n >= normal.n or tightened.ac <= normal.ac


@pytest.mark.parametrize(
    ("lot", "level", "aql", "severity", "code"),
    [
        (0, "II", "1.0", "normal", "lot-too-small"),
        (100, "IV", "1.0", "normal", "level"),
        (100, "II", "3.0", "normal", "aql"),
        (100, "II", "often", "normal", "aql"),
        (100, "II", "1.0", "reduced", "severity"),
    ],
)
def test_a_plan_outside_the_tables_is_refused(lot, level, aql, severity, code):
    """Table 2-C is not guessed: it must come from the bureau's own copy."""
    with pytest.raises(RuleError) as refused:
        single_plan(lot, level, aql, severity)

    assert refused.value.code == code


def test_a_fixed_plan_takes_what_the_rule_says():
    plan = fixed_plan(320, 2, 1, minimum_base=20)

    assert plan.total == 3
    assert fixed_plan(Decimal(40), Decimal("0.5"), Decimal("0.5")).total == 1


@pytest.mark.parametrize(
    ("base", "test", "spare", "minimum", "code"),
    [
        (2, 2, 1, 0, "sample-exceeds-lot"),
        (10, 2, 1, 20, "base-too-small"),
        (10, 0, 1, 0, "sample-empty"),
        (10, 1, -1, 0, "sample-empty"),
    ],
)
def test_a_fixed_plan_that_does_not_fit_the_stock_is_refused(base, test, spare, minimum, code):
    with pytest.raises(RuleError) as refused:
        fixed_plan(base, test, spare, minimum)

    assert refused.value.code == code
