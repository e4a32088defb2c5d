"""Guard: every dialogue of the duties is named, reached by Tab, has a default, and cuts no words."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.widgets.dialog import DialogFrame
from tests.guards.test_screens import backwards, controls, cut, unnamed, unreached
from tests.gui import dialogues


def default_of(dialog):
    """The button Enter presses."""
    return [one for one in dialog.findChildren(QPushButton) if one.isDefault() and one.isVisible()]


def lacking(dialog):
    """A dialogue without its one default, without a first field, or without a name."""
    wrong = []
    if len(default_of(dialog)) != 1:
        wrong.append(f"{len(default_of(dialog))} default buttons")
    if dialog.focusWidget() is None or dialog.focusWidget() not in controls(dialog):
        wrong.append("no field has the focus when it opens")
    if not dialog.accessibleName() or not dialog.windowTitle():
        wrong.append("no name")
    return wrong


def too_high(dialog):
    """A dialogue that leaves the smallest screen."""
    return [f"{dialog.height()} high"] if dialog.height() > 768 - 32 else []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_dialogue_can_be_used_by_keyboard_and_read_whole(stage, language):
    """Gloves, no mouse, or a screen reader: the same must answer in front of a screen."""
    run, made = stage(language=language)
    wrong = []
    for talk in dialogues.TALKS:
        dialog = dialogues.opened(run, made, talk)
        for look in (unnamed, unreached, backwards, lacking, too_high, cut):
            wrong += [f"{talk.name}: {what}" for what in look(dialog)]
        dialogues.closed(dialog)
    assert not wrong, "\n".join(wrong)


def test_the_guard_sees_a_dialogue_without_a_default(qtbot, qapp):
    """A guard that sees nothing guards nothing."""
    from app.shell.theme import Theme

    dialog = DialogFrame(Theme(), "")
    qtbot.addWidget(dialog)
    dialog.add_leave()
    dialog.show()
    assert QApplication.instance() is not None
    assert lacking(dialog)[0] == "0 default buttons"
    assert lacking(dialog)[-1] == "no name"
