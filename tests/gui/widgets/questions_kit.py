"""Question widgets built from a state, and what they say heard."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from app.widgets.questions import Helpers, QuestionWidget, make
from forms.model import Question
from forms.state import Option, State

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
REF = "/data/g/q"
VERDICTS = (
    Option("ok", "Pass"),
    Option("bad", "Fail", {"finding": "yes"}),
    Option("na", "Not applicable"),
)
SITES = (Option("1", "Golden Bridge Plaza"), Option("2", "Golden Sun Toys"))


def picture(_value: str) -> QPixmap:
    pixmap = QPixmap(40, 30)
    pixmap.fill(QColor("grey"))
    return pixmap


HELPERS = Helpers(
    today=dt.date(2026, 9, 16),
    search=lambda _ref, text: tuple(each for each in SITES if text.lower() in each.label.lower()),
    picture=picture,
    camera=True,
)


def state(kind: str, value: str = "", **more) -> State:
    """A state to show, built from what matters to the test."""
    known = {"appearance", "attributes", "parameters", "constraint"}
    question = Question(REF, "q", kind, **{key: more.pop(key) for key in known & set(more)})
    facts = {
        "shown": value,
        "relevant": True,
        "required": False,
        "readonly": False,
        "error": None,
        "label": "Question",
        "hint": "",
        "choices": (),
    }
    return State(REF, question, value, **{**facts, **more})


def build(qtbot, theme, shown: State) -> QuestionWidget:
    """The widget of a state, on the screen and with the focus."""
    widget = make(theme, shown, HELPERS)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


def heard(widget: QuestionWidget) -> list[str]:
    """What the widget answers from now on."""
    told: list[str] = []
    widget.answered.connect(lambda ref, text: told.append(text) if ref == REF else None)
    return told


CHOICES = tuple(Option(str(number), f"c{number}") for number in range(4))
MANY = tuple(Option(str(number), f"Choice {number}") for number in range(20))
