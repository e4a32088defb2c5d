"""Fields take typing, pasting and clearing, and leave a read-only answer alone."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.dates import DateField, TimeField, read_date, read_time
from app.widgets.fields import ChoiceField, Item, LineField, NumberField, TextField, set_wrong
from app.widgets.labelled import Labelled
from app.widgets.pick import PickField

TODAY = dt.date(2026, 9, 16)
Key = Qt.Key


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


def heard(signal) -> list[str]:
    told: list[str] = []
    signal.connect(told.append)
    return told


@pytest.mark.parametrize("make", [LineField, TextField])
def test_typing_is_told_letter_by_letter(qtbot, theme, make) -> None:
    field = shown(qtbot, make(theme, "Name"))
    told = heard(field.answered)
    qtbot.keyClicks(field, "ab")
    assert told == ["a", "ab"]


@pytest.mark.parametrize("make", [LineField, TextField])
def test_pasting_and_clearing_are_told(qtbot, theme, make) -> None:
    field = shown(qtbot, make(theme, "Name"))
    told = heard(field.answered)
    QGuiApplication.clipboard().setText("王𬭚")
    field.paste()
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    assert told == ["王𬭚", ""]


@pytest.mark.parametrize(
    ("make", "kept"), [(LineField, "小白羊 𬭚厂 "), (TextField, "小白羊\n𬭚厂\n")]
)
def test_unseen_signs_and_line_breaks_do_not_come_along_when_pasting(
    qtbot, theme, make, kept
) -> None:
    field = shown(qtbot, make(theme, "Name"))
    told = heard(field.answered)
    qtbot.keyClicks(field, "AB")
    qtbot.keyClick(field, Key.Key_Left)
    QGuiApplication.clipboard().setText("小\u202e白\0羊\n𬭚\u200b厂\n")
    field.paste()
    assert (field.text(), told[-1]) == (f"A{kept}B", f"A{kept}B")
    qtbot.keyClicks(field, "C")
    assert field.text() == f"A{kept}CB"


@pytest.mark.parametrize("make", [LineField, TextField])
def test_showing_a_text_says_nothing(qtbot, theme, make) -> None:
    field = shown(qtbot, make(theme, "Name"))
    with qtbot.assertNotEmitted(field.answered):
        field.set_text("王经理")
    assert field.text() == "王经理"


@pytest.mark.parametrize("make", [LineField, TextField])
def test_showing_the_same_text_keeps_the_cursor(qtbot, theme, make) -> None:
    """Every answer comes back from the session while the inspector is still typing."""
    field = shown(qtbot, make(theme, "Name"))
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Key.Key_Left)
    field.set_text("abc")
    qtbot.keyClicks(field, "x")
    assert field.text() == "abxc"


@pytest.mark.parametrize("make", [LineField, TextField])
def test_read_only_takes_no_typing(qtbot, theme, make) -> None:
    field = shown(qtbot, make(theme, "Name"))
    field.set_text("x")
    field.set_readonly(True)
    qtbot.keyClicks(field, "abc")
    assert field.text() == "x"


def test_the_number_field_understands_full_width_digits(qtbot, theme) -> None:
    field = shown(qtbot, NumberField(theme, "Gap", unit="mm"))
    told = heard(field.answered)
    QGuiApplication.clipboard().setText("１２．５ ")
    field.paste()
    assert told[-1] == "12.5"
    assert field.text() == "12.5"


def test_text_grows_from_two_lines_to_six(qtbot, theme) -> None:
    field = TextField(theme, "Seen")
    field.resize(400, 62)
    shown(qtbot, field)
    assert field.height() == 62
    field.set_text("\n".join("abcd"))
    assert field.height() == 4 * 21 + 20
    field.set_text("\n".join("abcdefghij"))
    assert field.height() == 6 * 21 + 20


def test_tab_leaves_a_text_of_several_lines(qtbot, theme) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    field, after = TextField(theme, "Seen"), LineField(theme, "Next")
    column.addWidget(field)
    column.addWidget(after)
    shown(qtbot, window)
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.text() == ""
    assert window.focusWidget() is after


def test_an_error_is_shown_and_spoken(qtbot, theme) -> None:
    field = LineField(theme)
    row = Labelled(theme, "Credit code", field, required=True)
    shown(qtbot, row)
    row.set_error("The code has 18 characters.")
    set_wrong(field, wrong=True)
    assert field.accessibleName() == "Credit code"
    assert field.accessibleDescription() == "The code has 18 characters."
    assert field.property("wrong") is True


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-30", dt.date(2026, 9, 30)),
        ("20260930", dt.date(2026, 9, 30)),
        ("2026年9月30日", dt.date(2026, 9, 30)),
        ("2026/9/3", dt.date(2026, 9, 3)),
        ("9-30", dt.date(2026, 9, 30)),
        ("9.3", dt.date(2026, 9, 3)),
        ("2026-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_understood_as_people_write_it(text, day) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:30", dt.time(14, 30)),
        ("1430", dt.time(14, 30)),
        ("14时30分", dt.time(14, 30)),
        ("25:00", None),
    ],
)
def test_a_time_is_understood_as_people_write_it(text, time) -> None:
    assert read_time(text) == time


def test_a_typed_date_is_told_as_iso_and_tidied_on_leaving(qtbot, theme) -> None:
    field = shown(qtbot, DateField(theme, "Due", today=TODAY))
    told = heard(field.answered)
    qtbot.keyClicks(field.line, "9-30")
    assert told[-1] == "2026-09-30"
    qtbot.keyClick(field.line, Key.Key_Return)
    assert field.line.text() == "2026-09-30"


def test_what_is_no_date_is_told_as_typed(qtbot, theme) -> None:
    """The session says what is wrong; the field must not swallow it."""
    field = shown(qtbot, DateField(theme, "Due", today=TODAY))
    told = heard(field.answered)
    qtbot.keyClicks(field.line, "soon")
    assert told[-1] == "soon"
    field.set_value("soon")
    assert field.line.text() == "soon"


def test_the_session_may_echo_a_date_while_it_is_typed(qtbot, theme) -> None:
    field = shown(qtbot, DateField(theme, "Due", today=TODAY))
    field.answered.connect(field.set_value)
    qtbot.keyClicks(field.line, "2026-09-3")
    assert field.line.text() == "2026-09-3"


def test_a_time_is_told_with_seconds(qtbot, theme) -> None:
    field = shown(qtbot, TimeField(theme, "From"))
    told = heard(field.answered)
    qtbot.keyClicks(field, "1430")
    assert told[-1] == "14:30:00"


def choice(theme) -> ChoiceField:
    return ChoiceField(theme, "Measure", (Item("a", "Order"), Item("b", "Seize")))


def test_the_keyboard_chooses_from_a_list(qtbot, theme) -> None:
    field = shown(qtbot, choice(theme))
    told = heard(field.chosen)
    qtbot.keyClick(field, Key.Key_Down)
    qtbot.keyClick(field, Key.Key_Down)
    assert told == ["a", "b"]


def test_a_read_only_list_does_not_change(qtbot, theme) -> None:
    field = shown(qtbot, choice(theme))
    field.set_value("a")
    field.set_readonly(True)
    qtbot.keyClick(field, Key.Key_Down)
    assert field.value == "a"


def test_the_wheel_scrolls_the_form_and_not_the_answer(qtbot, theme) -> None:
    field = shown(qtbot, choice(theme))
    field.set_value("a")
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    field.wheelEvent(event)
    assert field.value == "a"


def found(text: str) -> tuple[Item, ...]:
    names = (Item("1", "Golden Bridge Plaza"), Item("2", "Golden Sun Toys"))
    return tuple(item for item in names if text.lower() in item.words.lower())


def test_picking_from_a_register_by_keyboard(qtbot, theme) -> None:
    field = shown(qtbot, PickField(theme, "Site", found))
    told = heard(field.chosen)
    qtbot.keyClicks(field, "toys")
    popup = field._list
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert told == ["2"]
    assert field.text() == "Golden Sun Toys"


def test_emptying_a_picked_line_clears_the_answer(qtbot, theme) -> None:
    field = shown(qtbot, PickField(theme, "Site", found))
    field.pick(Item("1", "Golden Bridge Plaza"))
    told = heard(field.chosen)
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    assert told == [""]
