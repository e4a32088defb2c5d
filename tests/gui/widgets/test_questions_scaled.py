"""Answers on a scale, in an order, counted, as a place, or asked of a program not here."""

from PySide6.QtCore import Qt

from app.widgets.questions.scales import Scale
from tests.gui.widgets.questions_kit import CHOICES, LEFT, Key, build, heard, state


def test_a_slider_says_nothing_until_it_is_moved_and_takes_its_answer_back(qtbot, theme) -> None:
    """An untouched slider at its left end is no answer of the smallest value."""
    half = {"start": "1", "end": "3", "step": "0.5"}
    widget = build(qtbot, theme, state("range", parameters=half))
    told = heard(widget)
    assert widget.field.text() == ""
    qtbot.keyClick(widget.slider, Key.Key_Right)
    qtbot.keyClick(widget.slider, Key.Key_End)
    assert widget.field.text() == "3.0"
    qtbot.keyClick(widget.slider, Key.Key_Backspace)
    assert told == ["1.5", "3.0", ""]


def test_a_number_typed_beside_the_slider_moves_it_and_is_kept_as_typed(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("range", parameters={"start": "0", "end": "100"}))
    told = heard(widget)
    qtbot.keyClicks(widget.field, "70")
    assert told == ["7", "70"]
    assert widget.slider.value() == 70


def test_a_scale_may_run_downwards_and_survives_nonsense() -> None:
    down = Scale(state("range", parameters={"start": "10", "end": "0", "step": "2"}).question)
    assert [down.text(place) for place in range(down.steps + 1)] == ["10", "8", "6", "4", "2", "0"]
    assert down.place("3") == 4
    wild = Scale(state("range", parameters={"start": "x", "end": "NaN", "step": "0"}).question)
    assert (wild.steps, wild.text(10), wild.place("y")) == (10, "10", None)
    endless = Scale(state("range", parameters={"end": "1e30", "step": "1"}).question)
    assert endless.steps == 100_000


def test_a_rating_is_chosen_by_its_digit_and_cleared(qtbot, theme) -> None:
    stars = {"start": "1", "end": "5"}
    widget = build(qtbot, theme, state("range", appearance="rating", parameters=stars))
    told = heard(widget)
    widget.take_focus()
    qtbot.keyClick(widget.window().focusWidget(), Key.Key_4)
    widget.set_state(state("range", "4", appearance="rating", parameters=stars))
    qtbot.keyClick(widget.window().focusWidget(), Key.Key_Backspace)
    assert told == ["4", ""]


def test_an_order_is_no_answer_until_something_is_moved_or_it_is_kept(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("rank", choices=CHOICES))
    told = heard(widget)
    widget.rows.setCurrentRow(2)
    qtbot.keyClick(widget.rows, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told == ["0 2 1 3"]
    qtbot.keyClick(widget.rows, Key.Key_Backspace)
    qtbot.mouseClick(widget.keep, LEFT)
    assert told == ["0 2 1 3", "", "0 1 2 3"]


def test_the_row_moved_stays_the_current_one(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("rank", "3 1 0 2", choices=CHOICES))
    told = heard(widget)
    widget.rows.setCurrentRow(0)
    for shown in ("1 3 0 2", "1 0 3 2"):
        qtbot.mouseClick(widget.down, LEFT)
        widget.set_state(state("rank", shown, choices=CHOICES))
    assert told == ["1 3 0 2", "1 0 3 2"]
    assert widget.rows.currentRow() == 2


def test_a_row_of_the_order_can_be_dragged(qtbot, theme) -> None:
    """The model's own move is what a drag ends with."""
    widget = build(qtbot, theme, state("rank", choices=CHOICES))
    told = heard(widget)
    root = widget.rows.rootIndex()
    assert widget.rows.model().moveRow(root, 3, root, 0)
    assert told == ["3 0 1 2"]


def test_a_finished_order_cannot_be_moved(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("rank", "1 0", choices=CHOICES, readonly=True))
    told = heard(widget)
    widget.rows.setCurrentRow(1)
    qtbot.keyClick(widget.rows, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(widget.rows, Key.Key_Backspace)
    assert told == []


def test_a_count_is_moved_by_buttons_and_arrows_and_left_alone_when_it_is_no_number(
    qtbot, theme
) -> None:
    widget = build(qtbot, theme, state("integer", appearance="counter"))
    told = heard(widget)
    qtbot.mouseClick(widget.more, LEFT)
    qtbot.keyClick(widget.field, Key.Key_Up)
    qtbot.keyClick(widget.field, Key.Key_PageDown)
    qtbot.mouseClick(widget.less, LEFT)
    assert told == ["1", "2", "-8", "-9"]
    widget.set_state(state("integer", "1x", appearance="counter"))
    qtbot.keyClick(widget.field, Key.Key_Up)
    widget.set_state(state("integer", "7", appearance="counter", readonly=True))
    qtbot.keyClick(widget.field, Key.Key_Up)
    assert told[4:] == []
    assert not widget.more.isEnabled()


def test_an_answer_another_program_would_give_is_typed_and_said_so(qtbot, theme) -> None:
    """Collect's external apps do not exist on a laptop; the question must still be answered."""
    widget = build(qtbot, theme, state("text", appearance="w1 ex:org.scale.read(unit='kg')"))
    assert "org.scale.read" in widget._hint.text()
    told = heard(widget)
    qtbot.keyClicks(widget.field, "5")
    assert told == ["5"]
