"""Points as text, and what is measured with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules import earth

DEGREE = 111_318.85  # metres of one degree on the equator, at the radius the standard uses


@pytest.mark.parametrize(
    ("altitude", "accuracy", "text"),
    [
        (None, None, "35.05 118.35"),
        (61.04, None, "35.05 118.35 61"),
        (61.04, 4.46, "35.05 118.35 61 4.5"),
        (None, 4.0, "35.05 118.35 0 4"),
    ],
)
def test_a_measured_point_says_what_is_known(altitude, accuracy, text):
    assert earth.point_text(35.05, 118.35, altitude, accuracy) == text


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_what_is_written_is_read_again_to_the_centimetre(latitude, longitude):
    read = earth.read_point(earth.point_text(latitude, longitude, None, None))
    assert read == pytest.approx((latitude, longitude), abs=6e-8)


@given(st.text())
def test_no_text_breaks_the_reader(text):
    point = earth.read_point(text)
    assert point is None or (-90 <= point[0] <= 90 and -180 <= point[1] <= 180)


def test_a_degree_of_the_equator_is_as_long_as_it_is():
    assert earth.length(((0, 0), (0, 1))) == pytest.approx(DEGREE, abs=0.5)
    assert earth.length(((0, 0),)) == 0


def test_an_open_area_is_closed_before_it_is_measured():
    corners = ((0.0, 0.0), (0.0, 0.01), (0.01, 0.01), (0.01, 0.0))
    assert earth.area(corners) == earth.area((*corners, corners[0]))
    assert earth.area(corners) == pytest.approx((DEGREE / 100) ** 2, rel=1e-4)
    assert earth.area(corners[:2]) == 0
