"""Positions a form wants of the device: when they are asked for, and that they are answers."""

import pytest

from forms.typed import shown_text

PLACES = """
| survey |
|  | type | name | label | trigger | parameters | appearance |
|  | start-geopoint | began | | | | |
|  | text | who | Who | | | |
|  | background-geopoint | asked_at | | ${who} | | |
|  | geopoint | spot | Spot | | capture-accuracy=10 warning-accuracy=50 | maps |
|  | geotrace | path | Path | | | |
|  | geoshape | yard | Yard | | | |
|  | begin repeat | rows | Rows | | | |
|  | text | what | What | | | |
|  | background-geopoint | stood | | ${what} | | |
|  | end repeat | | | | | |
"""
HERE = "35.05 118.35 61 4"


def test_a_fresh_form_wants_the_position_it_is_begun_at_and_says_so_once(session):
    """The screen asks after every answer; a wish told twice would be measured twice."""
    begun = session(PLACES)
    assert begun.take_positions() == ("/data/began",)
    assert begun.take_positions() == ()


def test_a_stored_paper_still_knows_what_was_to_be_measured_at_its_beginning(session):
    """A service makes the paper and the screen opens it: two sessions, one beginning."""
    stored = {"/data/who": "Zhou"}
    again = session(PLACES, answers=stored)
    assert again.take_positions() == ()
    assert again.positions_at_start() == ("/data/began",)
    again.set("/data/began", HERE)
    assert again.positions_at_start() == ()


def test_a_changed_answer_wants_the_position_it_was_given_at(session):
    begun = session(PLACES)
    begun.take_positions()
    begun.set("/data/who", "Zhou")
    assert begun.take_positions() == ("/data/asked_at",)
    begun.set("/data/who", "Zhou")
    assert begun.take_positions() == ()
    begun.set("/data/who", "Li")
    begun.set("/data/who", "Liu")
    assert begun.take_positions() == ("/data/asked_at",)


def test_each_row_wants_its_own_position_and_a_removed_row_none(session):
    begun = session(PLACES)
    begun.take_positions()
    rows = [begun.add_repeat("/data/rows")[0] for _ in range(3)]
    for row in rows[1:]:
        begun.set(f"{row}/what", "Lift")
    begun.remove_repeat(rows[1])
    assert begun.take_positions() == (f"{rows[2]}/stood",)


def test_a_measured_position_is_an_answer_like_any_other(session):
    """It is stored, is part of the finished paper, and may be computed with."""
    begun = session(PLACES)
    (ref,) = begun.take_positions()
    changed = begun.set(ref, HERE)
    assert changed.values == {ref}
    assert begun.answers()[ref] == HERE
    assert begun.final()[ref] == HERE
    assert begun.problems() == ()


def test_what_a_point_is_told_of_accuracy_stays_with_its_control(form):
    spot = form(PLACES).item("/data/spot")
    assert spot.parameters["accuracyThreshold"] == "10"
    assert spot.parameters["unacceptableAccuracyThreshold"] == "50"


def test_a_line_needs_two_points_and_an_area_three(session):
    """One point has no length; a paper must not be finished with it."""
    begun = session(PLACES)
    wrong = {}
    for count in range(1, 5):
        text = "; ".join(f"35.0{n} 118.3{n}" for n in range(count))
        begun.set("/data/path", text)
        begun.set("/data/yard", text)
        wrong[count] = [problem.ref for problem in begun.problems()]
    assert wrong == {1: ["/data/path", "/data/yard"], 2: ["/data/yard"], 3: [], 4: []}


def test_a_half_typed_line_is_kept_and_reported(session):
    begun = session(PLACES)
    begun.set("/data/path", "35.05 118.35; 35.06 ?")
    assert [problem.code for problem in begun.problems()] == ["type"]
    assert begun.node("/data/path").value == "35.05 118.35; 35.06 ?"


def test_an_area_that_goes_there_and_back_has_no_third_corner(session):
    begun = session(PLACES)
    begun.set("/data/yard", "35.05 118.35; 35.06 118.36; 35.05 118.35")
    assert [problem.code for problem in begun.problems()] == ["type"]


@pytest.mark.parametrize(
    ("datatype", "value", "chinese", "english"),
    [
        ("geopoint", HERE, "北纬35.05°东经118.35°", "35.05°N 118.35°E"),
        ("geopoint", "-35.05 -118.35", "南纬35.05°西经118.35°", "35.05°S 118.35°W"),
        (
            "geotrace",
            "0 0; 0 1",
            "北纬0°东经0°；北纬0°东经1°（长111,318.9米）",
            "0°N 0°E; 0°N 1°E (111,318.9 m)",
        ),
        (
            "geoshape",
            "0 0; 0 0.01; 0.01 0.01; 0 0",
            "北纬0°东经0°；北纬0°东经0.01°；北纬0.01°东经0.01°（面积619,594.3平方米）",
            "0°N 0°E; 0°N 0.01°E; 0.01°N 0.01°E (619,594.3 m²)",
        ),
    ],
)
def test_places_are_printed_in_degrees_with_what_they_measure(datatype, value, chinese, english):
    """A paper is read by people; bare numbers tell them nothing."""
    assert shown_text(value, datatype, chinese=True) == chinese
    assert shown_text(value, datatype, chinese=False) == english


def test_a_broken_place_is_printed_as_it_was_typed(session):
    begun = session(PLACES)
    for text in ("35.05 ?", "95 200", "north gate"):
        begun.set("/data/spot", text)
        assert begun.node("/data/spot").shown == text
