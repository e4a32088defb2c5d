"""Words, numbers and dates with the appearances the standard names for them."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.widgets.questions import make
from app.widgets.questions.months import MonthQuestion, YearQuestion
from app.widgets.questions.plain import in_groups
from app.widgets.questions.texts import AddressQuestion, address_of
from forms.limits import most_characters
from forms.state import Problem
from tests.gui.widgets.questions_kit import HELPERS, REF, Key, build, heard, state


@pytest.mark.parametrize(
    ("constraint", "most"),
    [
        ("string-length(.) <= 200", 200),
        ("string-length( . ) < 201 and . != 'x'", 200),
        ("string-length(.) >= 3 and string-length(.) <= 5", 5),
        ("string-length(.) <= 5 or ${x} = 'y'", None),
        ("not(string-length(.) <= 5)", None),
        ("string-length(${other}) <= 5", None),
        ("string-length(.) <= ${limit}", None),
        ("", None),
    ],
)
def test_a_limit_is_told_only_where_the_constraint_says_it_plainly(constraint, most):
    assert most_characters(constraint) == most


def test_how_many_characters_are_left_is_shown_while_typing(qtbot, theme):
    """The inspector sees the limit before the form refuses the answer."""
    widget = build(qtbot, theme, state("text", constraint="string-length(.) <= 4"))
    assert widget.count.text() == "0 / 4"
    QTest.keyClicks(widget.control, "abcde")
    assert widget.count.text() == "5 / 4"
    wrong = state(
        "text",
        "abcde",
        constraint="string-length(.) <= 4",
        error=Problem(REF, "constraint", "Too long", "", ""),
    )
    widget.set_state(wrong)
    assert widget.error == "Too long"
    assert widget.control.accessibleDescription() == "Too long"


def test_a_count_above_the_limit_is_in_the_colour_of_an_error_from_the_start(qtbot, theme):
    """A paper opened again must look as it was left."""
    made = state("text", "abcde", constraint="string-length(.) <= 4")
    holder, widget = QWidget(), make(theme, made, HELPERS)
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(widget)
    holder.show()
    shown = widget.count.palette().color(QPalette.ColorRole.WindowText)
    assert shown == theme.colour("danger")


def test_without_a_limit_there_is_no_count(qtbot, theme):
    assert build(qtbot, theme, state("text")).count.isHidden()


def test_a_masked_answer_is_not_read_over_a_shoulder(qtbot, theme):
    widget = build(qtbot, theme, state("text", appearance="masked"))
    assert widget.control.echoMode() is QLineEdit.EchoMode.Password
    said = heard(widget)
    QTest.keyClicks(widget.control, "7")
    assert said == ["7"]


def test_a_hidden_code_is_kept_and_not_shown(qtbot, theme):
    widget = build(qtbot, theme, state("barcode", "6901234567892", appearance="hidden-answer"))
    assert widget.field.echoMode() is QLineEdit.EchoMode.Password
    assert widget.field.text() == "6901234567892"


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("https://example.org/a?b=c", True),
        ("http://127.0.0.1:8080/", True),
        ("example.org", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_can_be_opened(qtbot, theme, text, opens):
    """What stands in a form from elsewhere must not run a program here."""
    widget = build(qtbot, theme, state("text", text, appearance="url"))
    assert isinstance(widget, AddressQuestion)
    assert widget.open.isEnabled() == opens
    assert (address_of(text) is not None) == opens


def test_the_person_opens_an_address_and_nobody_else(qtbot, theme):
    widget = build(qtbot, theme, state("text", "https://example.org/", appearance="url"))
    with qtbot.waitSignal(widget.asked) as asked:
        widget.open.click()
    assert asked.args == [REF, "address"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("1234567", "1,234,567"),
        ("-1234.50", "-1,234.50"),
        ("999", ""),
        ("1e5", ""),
        ("12a4", ""),
        ("", ""),
        ("１２３４", ""),
    ],
)
def test_large_numbers_are_also_written_in_groups(text, groups):
    assert in_groups(text) == groups


def test_the_groups_follow_what_is_typed_and_are_no_part_of_the_answer(qtbot, theme):
    widget = build(qtbot, theme, state("integer", appearance="thousands-sep"))
    said = heard(widget)
    QTest.keyClicks(widget.control, "12345")
    assert widget.groups.text() == "12,345"
    assert said[-1] == "12345"


def test_a_month_is_stored_as_its_first_day(qtbot, theme):
    widget = build(qtbot, theme, state("date", appearance="month-year"))
    assert isinstance(widget, MonthQuestion)
    said = heard(widget)
    QTest.keyClicks(widget.year, "2026")
    widget.choice.setFocus()
    QTest.keyClick(widget.choice, Key.Key_Down)
    widget.choice.setCurrentIndex(9)
    widget.choice.activated.emit(9)
    assert said[-1] == "2026-09-01"
    widget.set_state(state("date", "2026-09-01", appearance="month-year"))
    assert (widget.year.text(), widget.choice.value) == ("2026", "09")


def test_a_month_without_its_year_is_no_date_yet(qtbot, theme):
    """The form says so; what was chosen stays on the screen."""
    widget = build(qtbot, theme, state("date", appearance="month-year"))
    said = heard(widget)
    widget.choice.setCurrentIndex(3)
    widget.choice.activated.emit(3)
    assert said == ["-03-01"]
    widget.set_state(state("date", "-03-01", appearance="month-year"))
    assert (widget.year.text(), widget.choice.value) == ("", "03")


def test_a_year_is_stored_as_its_first_day_and_can_be_cleared(qtbot, theme):
    widget = build(qtbot, theme, state("date", "2026-01-01", appearance="year"))
    assert isinstance(widget, YearQuestion)
    assert widget.year.text() == "2026"
    said = heard(widget)
    widget.year.clear()
    widget.year.answered.emit("")
    assert said[-1] == ""


@pytest.mark.parametrize("look", ["month-year", "year"])
def test_a_month_only_shown_cannot_be_changed(qtbot, theme, look):
    widget = build(qtbot, theme, state("date", "2026-09-01", appearance=look, readonly=True))
    said = heard(widget)
    QTest.keyClicks(widget.year, "1")
    assert said == []
    assert widget.year.isReadOnly()


@pytest.mark.parametrize("look", ["ethiopian", "printer:org.example.printers"])
def test_what_this_computer_does_not_have_is_said(qtbot, theme, look):
    kind = "date" if look == "ethiopian" else "text"
    widget = build(qtbot, theme, state(kind, appearance=look))
    assert widget._hint.text()
