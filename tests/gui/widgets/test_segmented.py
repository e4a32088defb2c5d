"""The verdict works with the mouse and, more often, without it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.widgets.segmented import Part, Segmented, Verdict

Key = Qt.Key


def shown(qtbot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def verdict(qtbot, theme) -> Verdict:
    made = Verdict(theme, "Door edge works")
    shown(qtbot, made)
    made.setFocus()
    return made


def part(choice: Segmented, index: int) -> QRadioButton:
    return choice.findChildren(QRadioButton)[index]


@pytest.mark.parametrize(
    ("key", "value"), [(Key.Key_1, "pass"), (Key.Key_2, "fail"), (Key.Key_3, "na")]
)
def test_a_digit_chooses(qtbot, theme, key, value) -> None:
    made = verdict(qtbot, theme)
    with qtbot.waitSignal(made.chosen) as told:
        qtbot.keyClick(made.focusWidget(), key)
    assert told.args == [value]
    assert made.value == value


def test_backspace_clears(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    made.set_value("fail")
    made.setFocus()
    with qtbot.waitSignal(made.chosen) as told:
        qtbot.keyClick(made.focusWidget(), Key.Key_Backspace)
    assert told.args == [""]


def test_arrows_move_and_choose_and_stop_at_the_ends(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    told = []
    made.chosen.connect(told.append)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(made.focusWidget(), key)
    assert told == ["pass", "fail", "na", "fail"]


def test_enter_goes_to_the_next_item(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    with qtbot.waitSignal(made.advanced):
        qtbot.keyClick(made.focusWidget(), Key.Key_Return)


def test_the_digits_of_the_number_pad_choose_too(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    qtbot.keyClick(made.focusWidget(), Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert made.value == "fail"


def test_a_digit_with_alt_is_left_to_the_shortcuts(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    qtbot.keyClick(made.focusWidget(), Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert made.value == ""


def test_a_click_chooses_and_a_second_click_keeps_it(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    for _ in range(2):
        qtbot.mouseClick(part(made, 1), Qt.MouseButton.LeftButton)
        assert made.value == "fail"
        assert part(made, 1).isChecked()


def test_showing_a_value_says_nothing(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    with qtbot.assertNotEmitted(made.chosen):
        made.set_value("na")


def test_read_only_changes_nothing(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    made.set_value("pass")
    made.set_readonly(True)
    made.choose("fail")
    assert made.value == "pass"


def test_it_is_one_tab_stop(qtbot, theme) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    made = Verdict(theme, "Door")
    for widget in (before, made, after):
        column.addWidget(widget)
    shown(qtbot, window)
    before.setFocus()
    qtbot.keyClick(before, Key.Key_Tab)
    assert made.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
    assert window.focusWidget() is after


def test_a_screen_reader_meets_named_radio_buttons(qtbot, theme) -> None:
    made = verdict(qtbot, theme)
    assert [button.accessibleName() for button in made.findChildren(QRadioButton)] == [
        "Pass",
        "Fail",
        "N/A",
    ]
    assert made.accessibleName() == "Door edge works"


def test_a_plain_choice_cannot_be_emptied_by_accident(qtbot, theme) -> None:
    made = Segmented(theme, (Part("1", "Low"), Part("2", "High")), "Severity")
    shown(qtbot, made)
    made.set_value("2")
    made.setFocus()
    qtbot.keyClick(made.focusWidget(), Key.Key_Backspace)
    assert made.value == "2"
