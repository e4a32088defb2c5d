"""The sheet to draw on: every tool by pointer and by keys, undo and redo, erasing, the picture."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.services.sketch import Mark
from app.widgets import sketch
from app.widgets.sketch import SketchSheet
from app.widgets.sketch_history import History

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def sheet(qtbot, theme):
    made = SketchSheet(theme, "sheet")
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def drag(sheet, *places):
    """Draw through places given in shares of the widget."""
    points = [QPoint(round(x * sheet.width()), round(y * sheet.height())) for x, y in places]
    QTest.mousePress(sheet, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(sheet, point)
    QTest.mouseRelease(sheet, LEFT, pos=points[-1])


@pytest.mark.parametrize("tool", ["arrow", "ring", "box", "line"])
def test_a_tool_draws_its_mark_where_the_pointer_went(sheet, tool):
    sheet.tool, sheet.colour = tool, "ok"
    drag(sheet, (0.2, 0.2), (0.4, 0.3), (0.6, 0.4))
    (mark,) = sheet.marks
    assert (mark.tool, mark.colour) == (tool, "ok")
    assert mark.points[0] == pytest.approx((0.2, 0.125), abs=0.01)
    assert mark.points[-1] == pytest.approx((0.6, 0.25), abs=0.01)
    assert len(mark.points) >= (3 if tool == "line" else 2)


def test_a_touch_leaves_nothing(sheet):
    drag(sheet, (0.2, 0.2), (0.2, 0.2))
    assert sheet.marks == ()


def test_words_are_placed_and_asked_for_when_there_are_none(sheet, qtbot):
    sheet.tool = "text"
    with qtbot.waitSignal(sheet.words_wanted):
        drag(sheet, (0.2, 0.2))
    sheet.words = " 未留通道 "
    drag(sheet, (0.2, 0.2))
    assert [mark.words for mark in sheet.marks] == ["未留通道"]


def test_steps_are_taken_back_and_done_again(sheet):
    drag(sheet, (0.1, 0.1), (0.5, 0.1))
    drag(sheet, (0.1, 0.5), (0.5, 0.5))
    both = sheet.marks
    sheet.undo()
    sheet.undo()
    assert sheet.marks == ()
    sheet.redo()
    sheet.redo()
    assert sheet.marks == both
    sheet.clear()
    assert sheet.marks == ()
    sheet.undo()
    assert sheet.marks == both


def test_a_new_step_forgets_what_was_taken_back():
    one, two = Mark("line", "ok", ((0, 0), (1, 1))), Mark("box", "ok", ((0, 0), (1, 1)))
    history = History()
    history.do((one,))
    history.undo()
    history.do((two,))
    history.redo()
    assert history.now == (two,)
    assert not history.can_redo


def test_the_eraser_takes_the_newest_mark_it_meets(sheet):
    sheet.tool = "line"
    drag(sheet, (0.1, 0.5), (0.9, 0.5))
    drag(sheet, (0.5, 0.1), (0.5, 0.9))
    first = sheet.marks[0]
    sheet.tool = "erase"
    drag(sheet, (0.5, 0.5))
    assert sheet.marks == (first,)
    drag(sheet, (0.1, 0.1))
    assert sheet.marks == (first,)


def test_an_arrow_is_drawn_with_keys_alone(sheet):
    QTest.keyClick(sheet, Key.Key_Space)
    for _ in range(5):
        QTest.keyClick(sheet, Key.Key_Right)
    QTest.keyClick(sheet, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(sheet, Key.Key_Space)
    (mark,) = sheet.marks
    assert mark.points[-1][0] - mark.points[0][0] == pytest.approx(5 * sketch.STEP)
    assert mark.points[-1][1] - mark.points[0][1] == pytest.approx(sketch.FINE)
    QTest.keyClick(sheet, Key.Key_Delete)
    assert sheet.marks == ()
    QTest.keyClick(sheet, Key.Key_Backspace)
    assert sheet.marks == (mark,)


def test_escape_gives_up_the_mark_that_is_being_drawn(sheet):
    QTest.keyClick(sheet, Key.Key_Space)
    QTest.keyClick(sheet, Key.Key_Right)
    QTest.keyClick(sheet, Key.Key_Escape)
    QTest.keyClick(sheet, Key.Key_Space)
    QTest.keyClick(sheet, Key.Key_Space)
    assert sheet.marks == ()


def test_places_do_not_leave_the_picture(sheet):
    ground = QImage(200, 400, QImage.Format.Format_RGB32)
    sheet.set_ground(ground)
    sheet.tool = "box"
    drag(sheet, (0.01, 0.01), (0.99, 0.99))
    (mark,) = sheet.marks
    assert mark.points[0] == pytest.approx((0.0, 0.0), abs=0.02)
    assert mark.points[-1] == pytest.approx((1.0, 2.0), abs=0.03)


def test_the_picture_has_the_ground_and_the_marks_and_the_ground_is_left_alone(theme):
    ground = QImage(400, 300, QImage.Format.Format_RGB32)
    ground.fill(theme.on_paper("border"))
    before = ground.copy()
    made = sketch.picture(theme, ground, (Mark("box", "danger", ((0.25, 0.25), (0.75, 0.5))),))
    assert ground == before
    assert made.size() == ground.size()
    assert made.pixelColor(100, 150) == theme.on_paper("danger")
    assert made.pixelColor(200, 150) == theme.on_paper("border")


def test_colours_on_a_picture_are_the_same_by_night(theme):
    marks = (Mark("box", "accent", ((0.25, 0.25), (0.75, 0.5))),)
    by_day = sketch.picture(theme, None, marks)
    theme.set_mode("dark")
    assert sketch.picture(theme, None, marks) == by_day
