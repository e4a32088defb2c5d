"""Guard: every screen can be walked by keyboard, is named to a screen reader, and cuts no words."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from app.shell.theme import Theme
from app.widgets.chips import ChipLabel
from tests.gui import shots

WALKS = 400  # more steps than any screen has controls
SIZES = ((1366, 768), (1000, 768), (860, 768))
ROW = 24  # logical pixels within which two controls stand on one line


def focusable(widget):
    """Whether Tab can stop at a widget now."""
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def controls(root):
    """Everything Tab should reach inside a widget."""
    return [one for one in root.findChildren(QWidget) if focusable(one)]


def name_of(widget):
    said = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{said}”" + f" in {type(widget.parentWidget()).__name__}"


def chain(first):
    """The widgets Tab stops at, from one on, until it comes round."""
    found, one = [], first
    for _ in range(WALKS * 20):
        if focusable(one):
            found.append(one)
        one = one.nextInFocusChain()
        if one is first:
            break
    return found


def one_stop(widget):
    """A segmented choice is one stop: its other parts are reached by arrows."""
    return isinstance(widget, QRadioButton)


def place(widget, root):
    return widget.mapTo(root, QPoint(0, 0))


def unnamed(root):
    return [
        name_of(one)
        for one in controls(root)
        if not one.accessibleName()
        and not (isinstance(one, QAbstractButton) and one.text())
        and not isinstance(one, QScrollArea)
    ]


def unreached(root):
    if not controls(root):
        return []
    reached = set(map(id, chain(controls(root)[0])))
    return [name_of(one) for one in controls(root) if id(one) not in reached and not one_stop(one)]


def backwards(root):
    """Pairs of neighbours in one column whose Tab order runs up the page."""
    stops = [one for one in chain(root) if root.isAncestorOf(one) and not one_stop(one)]
    wrong = []
    for before, after in pairwise(stops):
        if before.parentWidget() is not after.parentWidget():
            continue
        up = place(after, root).y() + ROW < place(before, root).y()
        left = place(after, root).x() + after.width() <= place(before, root).x()
        if up and not left and place(after, root).x() <= place(before, root).x():
            wrong.append(f"{name_of(after)} after {name_of(before)}")
    return wrong


def cut(root):
    """Labels, buttons and chips with less room than their words need."""
    found = []
    for one in root.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, QLineEdit | QPlainTextEdit | QAbstractScrollArea):
            continue
        if isinstance(one, QLabel) and one.text():
            wrapped = one.wordWrap()
            if wrapped and one.height() + 2 < one.heightForWidth(one.width()):
                found.append(f"{name_of(one)} needs {one.heightForWidth(one.width())} of height")
            if not wrapped and one.width() + 1 < one.sizeHint().width():
                found.append(f"{name_of(one)} {one.width()} < {one.sizeHint().width()}")
        elif isinstance(one, QAbstractButton | ChipLabel):
            words = getattr(one, "text", str)() or one.accessibleName()
            part = isinstance(one, QRadioButton)  # parts of a choice share the room they have
            needed = (one.minimumSizeHint() if part else one.sizeHint()).width()
            if words and one.width() + 1 < needed:
                found.append(f"{name_of(one)} {one.width()} < {needed}")
    return found


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_screen_answers_the_keyboard_and_cuts_no_word_at_any_width(stage, language):
    """Gloves, no mouse, or a screen reader; and a word that is cut is a word that is not there."""
    run, made = stage(size=SIZES[0], language=language)
    wrong = []
    for shot in shots.SHOTS:
        shots.take(run, made, shot)
        for size in SIZES:
            run.window.resize(*size)
            run.settle()
            looks = (cut, unnamed, unreached, backwards) if size == SIZES[0] else (cut,)
            said = [what for look in looks for what in look(run.window)]
            wrong += [f"{shot.name} at {size[0]}: {what}" for what in said]
        run.window.resize(*SIZES[0])
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_the_guard_sees_a_nameless_control_and_a_cut_word(qtbot, qapp):
    """A guard that sees nothing guards nothing."""
    root = QWidget()
    qtbot.addWidget(root)
    field = QLineEdit(root)
    label = QLabel("一段放不下的文字", root)
    label.setFixedWidth(20)
    root.show()
    assert Theme() is not None
    assert unnamed(root) == [name_of(field)]
    assert cut(root)
