"""A hand scanner among the widgets: caught wherever the focus is, typing left alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.shell.scanner import TAKES_SCANS, Scanner, type_plainly

CODE = "91371302MA3C1234X5"
NOTHING = Qt.KeyboardModifier.NoModifier


class Desk(QWidget):
    """A window with the kinds of field a code may fall into."""

    def __init__(self):
        super().__init__()
        layout = QVBoxLayout(self)
        self.line, self.text, self.number = QLineEdit(), QPlainTextEdit(), QSpinBox()
        self.number.setMaximum(10**9)
        self.list = QListWidget()
        self.list.addItems(["1 合格", "2 不合格", "9 不适用"])
        self.entered = []
        self.line.returnPressed.connect(self._note)
        for field in (self.line, self.text, self.number, self.list):
            layout.addWidget(field)

    def _note(self):
        self.entered.append(self.line.text())


@pytest.fixture
def desk(qtbot):
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def scans(qapp, desk):
    scanner, caught = Scanner(qapp), []
    scanner.scanned.connect(caught.append)
    yield caught
    scanner.deleteLater()
    QCoreApplication.sendPostedEvents(scanner, QEvent.Type.DeferredDelete)


class Keys:
    """Presses keys with time stamps of its own, as the system would."""

    at = 1_000_000

    @classmethod
    def press(cls, text, gap, key=Qt.Key.Key_A):
        cls.at += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NOTHING, text)
            event.setTimestamp(cls.at)
            QCoreApplication.sendEvent(QApplication.focusWidget(), event)

    @classmethod
    def type(cls, text, gap):
        for sign in text:
            cls.press(sign, gap)
        cls.press("\r", gap, Qt.Key.Key_Return)


def test_a_scan_into_a_text_field_is_caught_and_taken_back(desk, scans):
    """The name of the enterprise keeps what was typed there."""
    desk.line.setFocus()
    Keys.type("甲乙", 200)
    Keys.type(CODE, 8)
    assert (scans, desk.line.text(), desk.entered) == ([CODE], "甲乙", ["甲乙"])


def test_typing_is_left_alone(desk, scans):
    """Every letter appears and Enter does what it always does."""
    desk.line.setFocus()
    Keys.type("typed by hand", 90)
    assert (scans, desk.entered) == ([], ["typed by hand"])


def test_a_scan_into_long_text_or_a_number_is_taken_back_too(desk, scans):
    """What was seen keeps its words; a count does not become a barcode."""
    desk.text.setPlainText("seen: ")
    desk.text.setFocus()
    desk.text.moveCursor(desk.text.textCursor().MoveOperation.End)
    Keys.type(CODE, 8)
    desk.number.setValue(12)
    desk.number.setFocus()
    desk.number.selectAll()
    Keys.type("69012345", 8)
    assert scans == [CODE, "69012345"]
    assert desk.text.toPlainText() == "seen: "
    assert "69012345" not in desk.number.text()


def test_a_scan_never_presses_the_keys_of_a_list(desk, scans, qtbot):
    """A digit chooses an answer; eighteen of them would choose eighteen."""
    desk.list.setCurrentRow(0)
    desk.list.setFocus()
    chosen = []
    desk.list.currentRowChanged.connect(chosen.append)
    Keys.type("992222", 8)
    assert (scans, chosen) == (["992222"], [])


def test_a_key_pressed_by_a_person_in_a_list_works_a_moment_later(desk, scans, qtbot):
    """It is held for the twentieth of a second that decides."""
    desk.list.setCurrentRow(0)
    desk.list.setFocus()
    Keys.press("9", 500, Qt.Key.Key_9)
    qtbot.waitUntil(lambda: desk.list.currentRow() == 2)
    assert scans == []


def test_keys_that_waited_while_the_window_was_busy_are_still_a_persons(desk, scans):
    """They arrive all at once, but their time stamps are those of a hand."""
    desk.line.setFocus()
    Keys.type("quickly delivered", 70)
    assert (scans, desk.line.text()) == ([], "quickly delivered")


def test_what_an_input_method_commits_belongs_to_the_code(desk, scans):
    """Digits pass through an input method and come back as committed text."""
    desk.line.setFocus()
    for sign in "９１３７１３":
        event = QInputMethodEvent()
        event.setCommitString(sign)
        QCoreApplication.sendEvent(desk.line, event)
    QCoreApplication.sendEvent(
        desk.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NOTHING, "\r")
    )
    assert (scans, desk.line.text()) == (["913713"], "")


def test_a_field_that_wants_the_code_keeps_it(desk, scans):
    """A serial number is scanned straight into its field; Enter must not finish the form."""
    desk.line.setProperty(TAKES_SCANS, True)
    desk.line.setFocus()
    Keys.type(CODE, 8)
    assert (scans, desk.line.text(), desk.entered) == ([], CODE, [])


def test_a_field_for_codes_keeps_the_input_method_out(desk):
    """Pinyin would turn a scanner's letters into candidates."""
    type_plainly(desk.line)
    assert not desk.line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_focus_may_be_closed_under_the_scanner(desk, scans, qtbot):
    """A page is turned while a key is held."""
    desk.list.setFocus()
    Keys.press("9", 500, Qt.Key.Key_9)
    desk.list.deleteLater()
    qtbot.waitUntil(lambda: desk.findChild(QListWidget) is None)
    desk.line.setFocus()
    Keys.type(CODE, 8)
    assert scans == [CODE]
