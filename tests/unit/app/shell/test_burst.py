"""Scanner or person: decided by rhythm alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shell.burst import Burst

CODE = "91371302MA3C1234X5"


def feed(text, gaps, enter=10.0):
    """Type a text with these gaps before each character, then Enter."""
    burst, at = Burst(), 1000.0
    for sign, gap in zip(text, gaps, strict=True):
        at += gap
        burst.add(sign, at)
    return burst.ended(at + enter)


@pytest.mark.parametrize("gap", [0, 2, 8, 16, 30])
def test_the_usual_scanners_are_known(gap):
    """From a serial bridge to a slow wireless one."""
    assert feed(CODE, [gap] * len(CODE)) == CODE


@given(st.lists(st.integers(min_value=60, max_value=2000), min_size=1, max_size=30))
def test_a_person_is_never_taken_for_a_scanner(gaps):
    """Two hundred words a minute is one key in 60 ms."""
    assert feed("x" * len(gaps), gaps) is None


@given(st.lists(st.integers(min_value=0, max_value=30), min_size=6, max_size=40))
def test_a_scanner_is_always_known_even_after_typing(gaps):
    """Somebody had begun to type in the box."""
    burst = Burst()
    burst.add("a", 0)
    burst.add("b", 200)
    at = 1000.0
    for gap in gaps:
        at += gap
        burst.add("7", at)
    assert burst.ended(at + 5) == "7" * len(gaps)


def test_a_few_keys_pressed_together_and_a_late_enter_are_a_person():
    """A hand that lands on the keyboard."""
    assert feed("asdf", [5] * 4) is None
    assert feed(CODE, [5] * len(CODE), enter=300) is None


def test_full_width_signs_of_an_input_method_become_plain():
    """An input method left in full-width mode writes １ for 1."""
    assert feed("９１３７１３０２ＭＡ", [5] * 10) == "91371302MA"


def test_a_clock_that_goes_back_begins_anew():
    """Time stamps of keys wrap around."""
    burst = Burst()
    burst.add("a", 4_294_967_290)
    for number in range(6):
        burst.add(str(number), number)
    assert burst.ended(10) == "012345"
