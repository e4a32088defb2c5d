"""What hands do: press keys, click, write on the pad, and wait until something is so."""

import time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.widgets.options import OptionList
from app.widgets.pick import PickField
from app.widgets.segmented import Segmented

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000


def wait_until(true, what="", patience=PATIENCE):
    """Let the window live until something is so."""
    deadline = time.monotonic() + patience / 1000
    while not true():
        assert time.monotonic() < deadline, f"waited in vain for {what or true}"
        QTest.qWait(5)


def click(widget):
    """Click what is visible and may be clicked."""
    assert widget.isVisible(), f"{widget.accessibleName()} is not visible"
    assert widget.isEnabled(), f"{widget.accessibleName()} is not enabled"
    QTest.mouseClick(widget, LEFT)


def type_in(field, text):
    """Type as an input method does: what stands there is replaced by what is committed."""
    field.setFocus()
    field.selectAll()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def choose(field, words):
    """Take a row of a drop-down list by its words, with the arrow keys."""
    field.setFocus()
    texts = [field.itemText(row) for row in range(field.count())]
    wanted = next(row for row, text in enumerate(texts) if words in text)
    QTest.keyClick(field, Qt.Key.Key_Home)
    while field.currentIndex() < wanted:
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert words in field.currentText()


def answer(widget, value):
    """Answer one question with keys and mouse, whatever kind it is."""
    kind = type(widget).__name__
    part = (
        widget.findChild(Segmented) or widget.findChild(OptionList) or widget.findChild(PickField)
    )
    if hasattr(widget, "card"):
        part = widget.card.verdict
    if isinstance(part, Segmented):
        button = next(one for one in part._buttons if one.part.value == value)
        QTest.mouseClick(button, LEFT)
    elif isinstance(part, OptionList):
        wanted = value.split(" ")
        for row in part._rows:
            if row.isChecked() != (row.item.value in wanted):
                QTest.mouseClick(row, LEFT, pos=QPoint(20, row.height() // 2))
    elif isinstance(part, PickField):
        type_in(part, value)
        wait_until(part._list.isVisible, "the list of a register")
        first = part._list.visualRect(part._list.model().index(0, 0)).center()
        QTest.mouseClick(part._list.viewport(), LEFT, pos=first)
    elif hasattr(widget, "choice"):
        choose(widget.choice, value)
    elif hasattr(widget, "day"):
        type_in(widget.day.line, value[:10])
        type_in(widget.time, value[11:16])
    elif hasattr(widget.field, "line"):
        type_in(widget.field.line, value)
    else:
        assert hasattr(widget, "field"), kind
        type_in(widget.field, value)


def write_on(pad, strokes=5):
    """Write something like a name with the mouse."""
    wide, high = pad.width(), pad.height()
    for place in range(strokes):
        left = wide * (place + 1) // (strokes + 2)
        points = [
            QPoint(left + step * 5, high // 4 + (step * 17 + place * 23) % (high // 2))
            for step in range(12)
        ]
        QTest.mousePress(pad, LEFT, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, LEFT, pos=points[-1])
