"""Questions with the same choices stand as one grid: keyboard, mouse, errors, too little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.widgets.option_rows import BARE, OVER, PLAIN, CheckRow, RadioRow
from app.widgets.questions.grid import Grid, grid_length, head_of, row_of
from forms.state import Option, Problem
from tests.gui.widgets.questions_kit import CHOICES, HELPERS, LEFT, MANY, VERDICTS, Key, state

DEGREES = (Option("h", "Fully"), Option("m", "Mostly"), Option("l", "Not at all"))
WRONG = Problem("/data/g/q", "required", "Choose one.", "", "")


def question(label="Records", value="", kind="select_one", look="list-nolabel", **more):
    return state(kind, value, appearance=look, label=label, **{"choices": DEGREES, **more})


def grid(qtbot, theme, *rows, head=None, width=700) -> Grid:
    """A grid on the screen, its first row with the focus."""
    first = head or question(label="Degree", look="label", kind=rows[0].question.kind)
    made = Grid(theme, head_of(theme, first, HELPERS))
    for row in rows:
        made.add(row_of(theme, row, HELPERS))
    made.resize(width, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    return made


def cells(row) -> list[RadioRow | CheckRow]:
    return row.cells._cells


def heard(row) -> list[str]:
    told: list[str] = []
    row.answered.connect(lambda _ref, text: told.append(text))
    return told


def press(qtbot, grid: Grid, *keys) -> None:
    for key in keys:
        qtbot.keyClick(grid.window().focusWidget(), key)


def at(grid: Grid) -> tuple[int, int]:
    """The row and the place the focus is at."""
    focus = grid.window().focusWidget()
    return next(
        (place, cells(row).index(focus))
        for place, row in enumerate(grid.rows)
        if focus in cells(row)
    )


# --- what makes a grid ------------------------------------------------------------------------

GRIDS = [
    ([question(look="label"), question(), question(), state("note")], 3),
    ([question(look="list"), question(), question(kind="select_multiple")], 2),
    ([question(), question(), question(look="minimal")], 2),
    ([question(look="list"), question(look="minimal")], 0),
    ([question(look="minimal"), question()], 0),
    ([question(look="label"), question(choices=VERDICTS)], 1),
    ([question(choices=VERDICTS)], 0),
    ([question(choices=MANY), question()], 0),
    ([question(look="label", choices=MANY), question(choices=MANY)], 0),
    ([state("text")], 0),
    ([], 0),
]


@pytest.mark.parametrize(("asked", "wanted"), GRIDS)
def test_a_head_or_a_list_takes_the_questions_without_words_below_it(asked, wanted) -> None:
    """A question whose bad choice opens a finding stays a check item: it needs its own card."""
    assert grid_length(asked) == wanted


# --- keyboard and mouse -----------------------------------------------------------------------


def test_a_row_is_one_stop_and_is_answered_like_a_verdict(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(), question("Process"))
    told = heard(made.rows[0])
    press(qtbot, made, Key.Key_2, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Backspace)
    assert told == ["m", "l", "m", ""]
    press(qtbot, made, Key.Key_Tab)
    assert at(made) == (1, 0)


def test_up_and_down_go_to_the_next_row_in_the_same_column_and_change_nothing(qtbot, theme) -> None:
    """An arrow that overwrote the answer of the row it leaves would be found by nobody."""
    rows = question(), question("Hidden"), question("Last", "h")
    made = grid(qtbot, theme, *rows)
    made.rows[1].hide()
    told = [heard(row) for row in made.rows]
    press(qtbot, made, Key.Key_3, Key.Key_Down)
    assert at(made) == (2, 2)
    press(qtbot, made, Key.Key_Down)
    assert at(made) == (2, 2)
    press(qtbot, made, Key.Key_Up)
    assert at(made) == (0, 2)
    assert told == [["l"], [], []]


def test_ticks_are_walked_over_and_switched(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(kind="select_multiple"))
    told = heard(made.rows[0])
    press(qtbot, made, Key.Key_Right, Key.Key_Right, Key.Key_Space, Key.Key_1, Key.Key_3)
    assert told == ["l", "h l", "h"]
    press(qtbot, made, Key.Key_Backspace)
    assert told == ["l", "h l", "h"]


def test_a_cell_is_a_target_of_40_and_a_second_click_leaves_the_answer(qtbot, theme) -> None:
    made = grid(qtbot, theme, question())
    told = heard(made.rows[0])
    cell = cells(made.rows[0])[1]
    assert (cell.width() >= 40, cell.height() >= 40) == (True, True)
    qtbot.mouseClick(cell, LEFT)
    qtbot.mouseClick(cell, LEFT)
    assert told == ["m"]
    assert cell.isChecked()


def test_enter_asks_for_the_next_question(qtbot, theme) -> None:
    made = grid(qtbot, theme, question())
    with qtbot.waitSignal(made.rows[0].advanced):
        press(qtbot, made, Key.Key_Return)


def test_every_cell_says_its_row_and_its_choice(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(), question("Process"))
    names = [cell.accessibleName() for row in made.rows for cell in cells(row)]
    assert names[:2] == ["Records, Fully", "Records, Mostly"]
    assert names[5] == "Process, Not at all"


# --- states -----------------------------------------------------------------------------------


def test_what_is_wrong_stands_under_its_row(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(error=WRONG, required=True), question("Process"))
    first, second = made.rows
    assert (first.error, second.error) == ("Choose one.", "")
    below = first._error.mapTo(made, first._error.rect().topLeft()).y()
    assert first.y() + cells(first)[0].height() <= below <= second.y()
    assert first.cells.accessibleDescription() == "Choose one."


def test_a_read_only_row_shows_its_answer_and_takes_none(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(value="m", readonly=True))
    told = heard(made.rows[0])
    qtbot.mouseClick(cells(made.rows[0])[0], LEFT)
    made.rows[0].cells.choose(0)
    assert told == []
    assert made.rows[0].cells.value == "m"


def test_showing_a_row_again_says_nothing(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(value="m"))
    told = heard(made.rows[0])
    made.rows[0].set_state(question(value="l"))
    assert (told, made.rows[0].cells.value) == ([], "l")


def test_a_row_without_choices_says_so_and_can_be_emptied(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(), question("Process", "m", choices=()))
    row = made.rows[1]
    told = heard(row)
    assert row.nothing.isVisible()
    assert not row.cells.isVisible()
    row.take_focus()
    assert made.window().focusWidget() is row.nothing.words
    qtbot.mouseClick(row.nothing.clear, LEFT)
    assert told == [""]


# --- columns ----------------------------------------------------------------------------------


def looks(made: Grid) -> list[str]:
    return [cells(row)[0].look for row in made.rows]


def lefts(row) -> list[int]:
    return [cell.mapTo(row, cell.rect().topLeft()).x() for cell in cells(row)]


def test_all_rows_stand_under_the_same_columns(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(), question("Process, and a label of many more words " * 4))
    assert lefts(made.rows[0]) == lefts(made.rows[1])
    assert looks(made) == [BARE, BARE]
    assert made.head.height() > 0


@pytest.mark.parametrize(("width", "look"), [(380, OVER), (200, PLAIN)])
def test_with_too_little_room_each_row_says_the_choices_itself(qtbot, theme, width, look) -> None:
    made = grid(qtbot, theme, question(), width=700)
    made.setMinimumWidth(0)
    made.resize(width, 600)
    qtbot.waitUntil(lambda: looks(made) == [look])
    assert made.head.height() == 0
    assert all(cell.geometry().right() <= made.rows[0].width() for cell in cells(made.rows[0]))


def test_a_row_that_offers_something_else_says_its_own_words(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(), question("Other", choices=CHOICES))
    assert looks(made) == [BARE, OVER]


def test_a_head_that_does_not_apply_leaves_the_words_to_the_rows(qtbot, theme) -> None:
    made = grid(qtbot, theme, question())
    made.head.setVisible(False)
    assert looks(made) == [OVER]
    made.head.setVisible(True)
    assert looks(made) == [BARE]


def test_without_a_head_the_first_row_names_the_choices(qtbot, theme) -> None:
    first = question(look="list")
    made = grid(qtbot, theme, first, question("Process"), head=first)
    assert made.head.accessibleName() == "Fully, Mostly, Not at all"
    made.rows[0].set_state(question(look="list", choices=CHOICES))
    assert made.head.accessibleName() == "c0, c1, c2, c3"
    assert looks(made) == [BARE, OVER]


def test_tab_goes_from_row_to_row_and_every_stop_has_a_name(qtbot, theme) -> None:
    made = grid(qtbot, theme, question(), question("Process", "l"), question("Last"))
    stops = [
        one
        for one in made.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    assert [one.accessibleName() for one in stops] == [
        "Records, Fully",
        "Process, Not at all",
        "Last, Fully",
    ]
