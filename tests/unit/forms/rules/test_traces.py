"""Points of lines and areas: typed by halves, pasted, closed, taken out and put back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules import traces
from forms.rules.traces import Typed

A, B, C = (Typed("35.05", "118.35"), Typed("35.06", "118.36"), Typed("35.06", "118.35"))
CORNERS = "35.05 118.35; 35.06 118.36; 35.06 118.35"
CLOSED = CORNERS + "; 35.05 118.35"


def test_an_area_ends_where_it_began_and_shows_each_corner_once():
    assert traces.write((A, B, C), closed=True) == CLOSED
    assert traces.read(CLOSED, closed=True) == (A, B, C)
    assert traces.write((A, B, C, A), closed=True) == CLOSED


def test_a_line_is_not_closed():
    assert traces.write((A, B, C), closed=False) == CORNERS
    assert traces.read(CLOSED, closed=False) == (A, B, C, A)


@pytest.mark.parametrize("points", [(A, B), (A, B, C, Typed("35.0")), (A, B, Typed("x", "y"))])
def test_what_is_not_whole_yet_is_not_closed(points):
    """The first point appearing behind a half-typed one would confuse whoever types."""
    assert traces.read(traces.write(points, closed=True), closed=True) == points


def test_half_a_point_keeps_its_place():
    text = traces.write((A, Typed("", "118.36"), Typed("35.0")), closed=False)
    assert text == "35.05 118.35; ? 118.36; 35.0 ?"
    assert traces.read(text, closed=False) == (A, Typed("", "118.36"), Typed("35.0"))


def test_altitude_and_accuracy_stay_with_their_point():
    measured = Typed("35.05", "118.35", "61 4.5")
    assert traces.read(measured.text, closed=False) == (measured,)
    assert (
        traces.add("35.06 118.36", measured.text, closed=False)
        == "35.06 118.36; 35.05 118.35 61 4.5"
    )


@given(st.text(), st.booleans())
def test_hostile_values_lose_nothing_that_was_typed(value, closed):
    """What was read and is written again reads the same, whatever came from the disk."""
    points = traces.read(value, closed=closed)
    again = traces.read(traces.write(points, closed=closed), closed=closed)
    assert [one for one in again if one.text] == [one for one in points if one.text]


@given(
    st.lists(st.builds(Typed, st.text(max_size=8), st.text(max_size=8)), max_size=6), st.booleans()
)
def test_anything_typed_is_one_text_of_as_many_points(points, closed):
    text = traces.write(points, closed=closed)
    read = traces.read(text, closed=False)
    assert len(read) - sum(bool(one.text) for one in points) in {0, 1}


@pytest.mark.parametrize(
    "text",
    [
        "35.05, 118.35\n35.06, 118.36",
        "35.05\t118.35\r\n35.06\t118.36\r\n",
        "35.05 118.35; 35.06 118.36",
        "３５．０５，１１８．３５\n３５．０６，１１８．３６",
        "118.35, 35.05\n118.36, 35.06",
        "北纬35.05° 东经118.35°\n35.06°N 118.36°E",
        "35°03′00″N 118°21′E\n35°3'36\"N, 118°21'36\"E",
    ],
)
def test_points_are_read_as_people_write_them(text):
    found = traces.pasted(text)
    assert (found.points, found.column, found.unread) == ((A, B), (), 0)


def test_lines_that_are_no_points_are_counted():
    found = traces.pasted("纬度\t经度\n35.05\t118.35\n95 200\n35.06S 118W\n")
    assert (found.points, found.unread) == ((A,), 3)


def test_a_column_is_a_column():
    found = traces.pasted("35.05\n35.06\n")
    assert (found.points, found.column) == ((), ("35.05", "35.06"))


@given(st.text())
def test_no_pasted_text_breaks_anything(text):
    found = traces.pasted(text)
    assert all(point.where for point in found.points)


def test_a_huge_text_is_cut():
    found = traces.pasted("35.05,118.35\n" * 5_000)
    assert (len(found.points), found.unread) == (traces.MOST_PASTED, 4_000)


def test_a_point_comes_back_to_its_place_in_what_stands_there_now():
    assert traces.put_in("35.05 118.35; 35.06 118.35", 1, B, closed=False) == (
        "35.05 118.35; 35.06 118.36; 35.06 118.35"
    )
    assert traces.put_in("", 7, B, closed=False) == "35.06 118.36"
