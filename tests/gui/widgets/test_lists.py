"""The lists hold what Qt's own model tester demands, and are worked by keyboard."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QAbstractItemModelTester

from app.widgets.chips import Chip, clock_chip
from app.widgets.outline import OutlineList, OutlineModel, Section
from app.widgets.photos import Photo, PhotoModel, PhotoStrip
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work, WorkModel

Key = Qt.Key
ROWS = (
    Group("o", "Overdue", "2", overdue=True),
    Work(
        "1",
        "Forklift",
        "Order 9",
        "rectify",
        "danger",
        Chip("3 days overdue", "danger"),
        "Re-check",
    ),
    Work("2", "Samples", "CC-0417"),
    Group("t", "Today", "1"),
    Work("3", "Lift", "Report received", photos=(None, None), to_take="To take"),
)
SECTIONS = (
    Section("/a", "Basics", "done", "6 / 6"),
    Section("/b", "Car and doors", "wrong", "Fail 1", adverse=True, spoken="Car and doors, 1 fail"),
    Section("/c", "Machine room", "started", "1 / 5"),
)


def photo(name: str) -> Photo:
    pixmap = QPixmap(40, 30)
    pixmap.fill(QColor("grey"))
    return Photo(name, pixmap, f"13:52 {name}")


@pytest.mark.parametrize(
    ("model", "rows", "fewer"),
    [
        (OutlineModel, SECTIONS, SECTIONS[:1]),
        (WorkModel, ROWS, ROWS[:2]),
        (PhotoModel, (1, 2, 3), (1,)),
    ],
)
def test_a_model_keeps_qts_rules(qtbot, theme, model, rows, fewer) -> None:
    if model is PhotoModel:
        rows, fewer = ([photo(str(each)) for each in some] for some in (rows, fewer))
    made: QAbstractItemModel = model()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.set_rows(rows)
    assert made.rowCount() == len(rows)
    made.set_rows(fewer)
    made.set_rows(())
    assert made.rowCount() == 0
    assert tester.model() is made


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


def work_list(qtbot, theme) -> WorkList:
    made = WorkList(theme, "Due")
    made.set_rows(ROWS, selected="1")
    return shown(qtbot, made)


def test_enter_opens_and_space_presses_the_verb(qtbot, theme) -> None:
    made = work_list(qtbot, theme)
    with qtbot.waitSignal(made.opened) as told:
        qtbot.keyClick(made, Key.Key_Return)
    assert told.args == ["1"]
    with qtbot.waitSignal(made.pressed_verb) as told:
        qtbot.keyClick(made, Key.Key_Space)
    assert told.args == ["1"]


def test_a_row_without_a_verb_is_opened_by_space(qtbot, theme) -> None:
    made = work_list(qtbot, theme)
    made.set_rows(ROWS, selected="2")
    with qtbot.waitSignal(made.opened) as told:
        qtbot.keyClick(made, Key.Key_Space)
    assert told.args == ["2"]


def test_the_pointer_tells_row_from_verb(qtbot, theme) -> None:
    made = work_list(qtbot, theme)
    rect = made.visualRect(made.model().index(1, 0))
    with qtbot.waitSignal(made.pressed_verb):
        qtbot.mouseClick(
            made.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(rect.right() - 40, rect.center().y()),
        )
    with qtbot.waitSignal(made.opened):
        qtbot.mouseClick(
            made.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(rect.left() + 80, rect.center().y()),
        )


def test_the_row_that_was_current_stays_current(qtbot, theme) -> None:
    """A refresh by ``Changes`` must not throw the inspector back to the top."""
    made = work_list(qtbot, theme)
    made.set_rows(ROWS, selected="3")
    made.set_rows(ROWS[2:])
    assert made.currentIndex().data(Qt.ItemDataRole.UserRole).id == "3"


def test_a_group_head_is_pressed_and_never_selected(qtbot, theme) -> None:
    made = work_list(qtbot, theme)
    rect = made.visualRect(made.model().index(3, 0))
    with qtbot.waitSignal(made.toggled) as told:
        qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args == ["t"]
    assert made.currentIndex().row() != 3


def test_the_keyboard_skips_heads_and_folds_those_that_fold(qtbot, theme) -> None:
    made = work_list(qtbot, theme)
    made.set_rows(ROWS, selected="2")
    qtbot.keyClick(made, Key.Key_Down)
    assert made.currentIndex().row() == 4
    made.set_rows((Group("x", "Closed", "79", folded=True), *ROWS[1:2]), selected="1")
    qtbot.keyClick(made, Key.Key_Up)
    with qtbot.waitSignal(made.toggled) as told:
        qtbot.keyClick(made, Key.Key_Return)
    assert told.args == ["x"]


def test_a_row_is_spoken_whole(qtbot, theme) -> None:
    made = work_list(qtbot, theme)
    spoken = made.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Forklift, Order 9, 3 days overdue, Re-check"


def test_every_row_paints_in_light_and_dark(qtbot, theme) -> None:
    made = work_list(qtbot, theme)
    light = made.grab().toImage()
    theme.set_mode("dark")
    assert made.grab().toImage() != light


def test_the_outline_opens_by_enter_and_speaks_its_mark(qtbot, theme) -> None:
    made = OutlineList(theme)
    made.set_sections(SECTIONS)
    made.set_current("/a")
    shown(qtbot, made)
    qtbot.keyClick(made, Key.Key_Down)
    with qtbot.waitSignal(made.opened) as told:
        qtbot.keyClick(made, Key.Key_Return)
    assert told.args == ["/b"]
    spoken = made.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Car and doors, 1 fail"


def test_new_marks_do_not_move_the_outline(qtbot, theme) -> None:
    made = OutlineList(theme)
    made.set_sections(SECTIONS)
    made.set_current("/b")
    made.set_sections([Section(each.ref, each.title, "done", "5 / 5") for each in SECTIONS])
    assert made.currentIndex().row() == 1


def test_delete_asks_to_remove_a_photo(qtbot, theme) -> None:
    made = PhotoStrip(theme)
    made.set_photos([photo("a"), photo("b")])
    shown(qtbot, made)
    rows = made._list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(0, 0))
    qtbot.keyClick(rows, Key.Key_Right)
    with qtbot.waitSignal(made.removed) as told:
        qtbot.keyClick(rows, Key.Key_Delete)
    assert told.args == ["b"]


def test_a_read_only_strip_keeps_its_photos(qtbot, theme) -> None:
    made = PhotoStrip(theme)
    made.set_photos([photo("a")])
    made.set_readonly(True)
    shown(qtbot, made)
    rows = made._list
    rows.setCurrentIndex(rows.model().index(0, 0))
    with qtbot.assertNotEmitted(made.removed):
        qtbot.keyClick(rows, Key.Key_Delete)
    assert not made.camera.isVisible()


@pytest.mark.parametrize(
    ("left", "equipment", "tone"),
    [
        (8, False, "mute"),
        (1, False, "warning"),
        (0, False, "warning"),
        (-1, False, "danger"),
        (30, True, "warning"),
        (31, True, "mute"),
    ],
)
def test_a_clock_is_quiet_until_it_matters(theme, left, equipment, tone) -> None:
    assert clock_chip(left, equipment=equipment).tone == tone
