"""Points, lines and areas: typed, pasted, taken out, told how long and how large."""

import pytest
from PySide6.QtWidgets import QApplication

from app.widgets.questions.trace import MOST
from app.widgets.terrain import laid_out, round_length
from forms.rules import traces
from forms.state import Problem
from tests.gui.widgets.questions_kit import LEFT, REF, Key, build, heard, state

CORNERS = "35.05 118.35; 35.06 118.36; 35.06 118.35"
CLOSED = CORNERS + "; 35.05 118.35"


def paste(widget, field, text):
    """Paste as a person does."""
    QApplication.clipboard().setText(text)
    field.setFocus()
    field.selectAll()
    field.paste()


def line(qtbot, theme, value="", kind="geotrace", **more):
    return build(qtbot, theme, state(kind, value, **more))


def type_row(qtbot, row, latitude, longitude):
    qtbot.keyClicks(row.latitude, latitude)
    qtbot.keyClicks(row.longitude, longitude)


# --- a point ----------------------------------------------------------------------------------


def test_a_place_is_typed_or_pasted_whole(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("geopoint"))
    told = heard(widget)
    qtbot.keyClicks(widget.latitude, "35")
    qtbot.keyClicks(widget.longitude, "118")
    assert told[-1] == "35 118"
    assert told[0] == "3 ?"
    paste(widget, widget.latitude, "35.05，118.35")
    assert (widget.latitude.text(), widget.longitude.text()) == ("35.05", "118.35")
    assert told[-1] == "35.05 118.35"


def test_a_place_typed_in_one_go_goes_on_in_the_next_field(qtbot, theme) -> None:
    """Whoever reads it from a telephone types the comma too."""
    widget = build(qtbot, theme, state("geopoint"))
    told = heard(widget)
    for sign in "35.05, 118.35":
        qtbot.keyClicks(QApplication.focusWidget(), sign)
    assert told[-1] == "35.05 118.35"


def test_a_measured_place_keeps_its_height_until_it_is_changed(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("geopoint", "35.05 118.35 61 4"))
    told = heard(widget)
    assert (widget.latitude.text(), widget.longitude.text()) == ("35.05", "118.35")
    qtbot.keyClicks(widget.longitude, "1")
    assert told == ["35.05 118.351"]
    qtbot.mouseClick(widget.erase, LEFT)
    assert told[-1] == ""


@pytest.mark.parametrize(
    ("value", "said", "rough"),
    [
        ("35.05 118.35", "", False),
        ("35.05 118.35 61 4.5", "Accurate to 4.5 m · altitude 61 m", False),
        ("35.05 118.35 0 50", "Accurate to 50 m", False),
        ("35.05 118.35 0 51", "rougher than the 50 m", True),
        ("35.05 118.35 nan x", "", False),
    ],
)
def test_how_well_a_place_was_measured_is_told(qtbot, theme, value, said, rough) -> None:
    bounds = {"unacceptableAccuracyThreshold": "50"}
    widget = build(qtbot, theme, state("geopoint", value, parameters=bounds))
    assert said in widget.measured.text()
    assert widget.measured.isVisible() == bool(said)
    assert (widget.measured._meaning == "warning") == rough


@pytest.mark.parametrize("wanted", ["position", "place"])
def test_what_the_screen_must_fetch_is_asked_for(qtbot, theme, wanted) -> None:
    widget = build(qtbot, theme, state("geopoint"))
    button = {"position": widget.measure, "place": widget.photo}[wanted]
    with qtbot.waitSignal(widget.asked) as told:
        qtbot.mouseClick(button, LEFT)
    assert told.args == [REF, wanted]


# --- lines and areas --------------------------------------------------------------------------


def test_points_are_typed_one_below_the_other(qtbot, theme) -> None:
    widget = line(qtbot, theme)
    told = heard(widget)
    type_row(qtbot, widget.rows[0], "35.05", "118.35")
    assert told[0] == "3 ?"
    qtbot.keyClick(widget.rows[0].longitude, Key.Key_Return)
    assert widget.rows[1].latitude.hasFocus()
    type_row(qtbot, widget.rows[1], "35.06", "118.36")
    assert told[-1] == "35.05 118.35; 35.06 118.36"
    assert len(widget.rows) == 3
    with qtbot.waitSignal(widget.advanced):
        qtbot.keyClick(widget.rows[2].longitude, Key.Key_Return)


def test_an_area_closes_itself(qtbot, theme) -> None:
    widget = line(qtbot, theme, "", "geoshape")
    told = heard(widget)
    for place, (north, east) in enumerate(part.split() for part in CORNERS.split("; ")):
        type_row(qtbot, widget.rows[place], north, east)
    assert told[-1] == CLOSED
    widget.set_state(state("geoshape", CLOSED))
    assert [row.point.text for row in widget.rows] == [*CORNERS.split("; "), ""]


def test_a_corner_that_begins_like_the_first_may_be_typed(qtbot, theme) -> None:
    """The session answers each key with a state; the row must not vanish under the hands."""
    widget = line(qtbot, theme, CLOSED, "geoshape")
    told = heard(widget)
    widget.answered.connect(lambda _ref, text: widget.set_state(state("geoshape", text)))
    type_row(qtbot, widget.rows[3], "35.05", "118.357")
    assert told[-1] == CORNERS + "; 35.05 118.357; 35.05 118.35"


def test_lines_of_a_spreadsheet_are_pasted_as_points(qtbot, theme) -> None:
    widget = line(qtbot, theme, "35.01 118.01; 35.09 118.09")
    told = heard(widget)
    paste(widget, widget.rows[1].latitude, "纬度\t经度\n35.02\t118.02\n35.03\t118.03\n")
    assert told[-1] == "35.01 118.01; 35.02 118.02; 35.03 118.03"
    assert "1 line" in widget.told.text()


@pytest.mark.parametrize("part", ["latitude", "longitude"])
def test_a_column_goes_down_where_it_is_pasted(qtbot, theme, part) -> None:
    widget = line(qtbot, theme, "35.01 118.01; 35.02 118.02")
    told = heard(widget)
    paste(widget, getattr(widget.rows[1], part), "30.5\n31.5")
    expected = {
        "latitude": "35.01 118.01; 30.5 118.02; 31.5 ?",
        "longitude": "35.01 118.01; 35.02 30.5; ? 31.5",
    }
    assert told[-1] == expected[part]


def test_a_point_taken_out_can_be_put_back(qtbot, theme) -> None:
    widget = line(qtbot, theme, CLOSED, "geoshape")
    told = heard(widget)
    with qtbot.waitSignal(widget.removed) as gone:
        qtbot.mouseClick(widget.rows[1].remove, LEFT)
    assert told == ["35.05 118.35; 35.06 118.35"]
    assert widget.rows[1].latitude.hasFocus()
    assert gone.args[1](told[-1]) == CLOSED


def test_cleared_points_come_back_before_those_typed_since(qtbot, theme) -> None:
    widget = line(qtbot, theme, CORNERS)
    told = heard(widget)
    with qtbot.waitSignal(widget.removed) as gone:
        qtbot.mouseClick(widget.erase, LEFT)
    assert told == [""]
    assert gone.args[1]("1 2") == CORNERS + "; 1 2"


HOSTILE = ["?", ";;;", "a b c d e f", "1e400 nan; inf -inf", "35.05", "; 35 118", "\x00 ° ;" * 40]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("kind", ["geopoint", "geotrace", "geoshape"])
def test_a_hostile_value_is_shown_and_not_answered(qtbot, theme, kind, value) -> None:
    """Opening a paper must not change it, whatever somebody's file brought."""
    widget = line(qtbot, theme, value, kind)
    told = heard(widget)
    widget.set_state(state(kind, value))
    widget.grab()
    assert told == []


def test_what_is_half_typed_survives_being_shown_again(qtbot, theme) -> None:
    widget = line(qtbot, theme)
    told = heard(widget)
    qtbot.keyClicks(widget.rows[0].longitude, "11x;")
    assert told[-1] == "? 11x,"
    again = line(qtbot, theme, told[-1])
    assert again.rows[0].point == traces.Typed("", "11x,")


def test_a_line_of_thousands_is_drawn_and_kept(qtbot, theme) -> None:
    """A walked track has a point a second; fields for all of them would take minutes."""
    many = "; ".join(f"35.{n:04d} 118.35" for n in range(3_000))
    widget = line(qtbot, theme, many)
    told = heard(widget)
    assert (len(widget.rows), told) == (0, [])
    assert "3000 point" in widget.terrain.accessibleName()
    assert str(MOST) not in widget.told.text()
    assert "3000 point" in widget.told.text()


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("geotrace", "", "two points; 2 more"),
        ("geotrace", "35.05 118.35; 35.06 ?", "two points; 1 more"),
        ("geoshape", "35.05 118.35", "three points; 2 more"),
        ("geoshape", CLOSED, ""),
    ],
)
def test_what_is_lacking_is_a_sentence(qtbot, theme, kind, value, told) -> None:
    widget = line(qtbot, theme, value, kind)
    assert told in widget.told.text()
    assert widget.told.isVisible() == bool(told)


def test_length_and_area_are_those_the_form_would_compute(qtbot, theme) -> None:
    assert line(qtbot, theme, "0 0; 0 1").measure.text() == "Length 111,318.9 m"
    square = "0 0; 0 0.01; 0.01 0.01; 0.01 0; 0 0"
    assert line(qtbot, theme, square, "geoshape").measure.text() == "Area 1,239,188.5 m²"


def test_read_only_points_stand_without_a_row_to_type_in(qtbot, theme) -> None:
    widget = line(qtbot, theme, CORNERS, readonly=True)
    told = heard(widget)
    qtbot.keyClicks(widget.rows[0].latitude, "9")
    assert (told, len(widget.rows)) == ([], 3)
    assert not any(row.remove.isVisible() for row in widget.rows)
    assert not widget.fetch.isVisible()


def test_only_the_row_that_is_wrong_is_marked(qtbot, theme) -> None:
    problem = Problem(REF, "type", "", "Question", "")
    widget = line(qtbot, theme, "35.05 118.35; 95 ?", error=problem)
    marked = [bool(row.latitude.property("wrong")) for row in widget.rows]
    assert marked == [False, True, False]


def test_tab_goes_through_the_points_and_then_to_the_acts(qtbot, theme) -> None:
    widget = line(qtbot, theme, CORNERS)
    widget.take_focus()
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        widget.window().focusNextPrevChild(True)
    rows = widget.rows
    three = [part for row in rows[:3] for part in (row.latitude, row.longitude, row.remove)]
    assert seen == [*three, rows[3].latitude, rows[3].longitude, widget.fetch]


# --- the drawing ------------------------------------------------------------------------------


def test_the_drawing_is_true_to_scale_and_north_is_up(qtbot, theme) -> None:
    from PySide6.QtCore import QRectF

    room = QRectF(0, 0, 200, 100)
    (low, high, right), scale = laid_out(((60.0, 118.0), (60.1, 118.0), (60.0, 118.2)), room)
    assert high.y() < low.y() < 101
    assert right.x() - low.x() == pytest.approx(low.y() - high.y(), rel=0.01)
    assert scale * 11_131 == pytest.approx(low.y() - high.y(), rel=0.01)


@pytest.mark.parametrize(("most", "told"), [(1.0, 1), (9.9, 5), (230, 200), (0.07, 0.05)])
def test_the_bar_is_a_round_length(most, told) -> None:
    assert round_length(most) == pytest.approx(told)
