"""Key units and the plan's shares on the screens: suggested, decided with a reason, corrected."""

import pytest
from PySide6.QtWidgets import QApplication

from app.screens.key_unit_dialog import KeyUnitDialog
from app.screens.place import Place
from app.screens.settings_equipment import RuleDialog
from app.services import key_units, plan_rules, sites
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.facts import FactList
from app.widgets.labels import Label
from tests.gui.screens.conftest import dialog_of

YEAR = 2026
WHY = "列入本局2026年重点单位名录"


@pytest.fixture
def hospital(program):
    found = key_units.suggested(program.reader, YEAR, 50)
    return next(row for row in found if "医院" in row.name)


def shown(screen):
    return [
        label.text()
        for facts in screen.findChildren(FactList)
        for label in facts.findChildren(Label)
    ]


def button(screen, words):
    return next(one for one in screen.findChildren(Button) if words in one.text())


def has(screen, words):
    return any(words in one.text() for one in screen.findChildren(Button))


def opened():
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, KeyUnitDialog) and one.isVisible()]


def test_the_card_tells_the_suggestion_and_then_the_decision(program, hospital):
    screen = program.go(Place("enterprise", hospital.id))
    assert any("医院" in words and "“" in words for words in shown(screen))
    button(screen, "重点单位…").click()
    dialog = dialog_of(KeyUnitDialog)
    dialog.choice.set_value("yes")
    dialog._take()
    assert dialog._why._error.text()
    dialog.reason.set_text(WHY)
    dialog._take()
    program.settle()
    assert sites.get(program.reader, hospital.id).key_unit == "yes"
    assert any(WHY in words for words in shown(screen))
    screen.findChild(UndoBar).undone.emit()
    program.settle()
    assert sites.get(program.reader, hospital.id).key_unit == ""


def test_the_plan_leads_to_the_units_to_be_decided(program, qtbot, hospital):
    """Nothing is ticked beforehand: the words are a suggestion and no more."""
    screen = program.go(Place("equipment"))
    qtbot.waitUntil(screen._plan.isVisible, timeout=20_000)
    count = len(key_units.suggested(program.reader, YEAR, 50))
    button(screen, f"待认定 {count}").click()
    qtbot.waitUntil(lambda: bool(opened()), timeout=20_000)
    dialog = dialog_of(KeyUnitDialog)
    assert len(dialog._ticks) == count
    assert not any(tick.isChecked() for tick in dialog._ticks)
    dialog.reason.set_text(WHY)
    dialog._take()
    assert dialog._wrong.text()
    next(tick for tick in dialog._ticks if tick.item.value == hospital.id).click()
    program.picture("key-units")
    dialog._take()
    program.settle()
    assert sites.get(program.reader, hospital.id).key_unit_reason == WHY
    assert len(key_units.suggested(program.reader, YEAR, 50)) == count - 1
    qtbot.waitUntil(lambda: has(screen, f"待认定 {count - 1}"), timeout=20_000)


def held(program):
    return next(one for one in plan_rules.held(program.reader) if one.rule.id == "use-units")


def test_a_clerk_corrects_a_share_and_takes_it_back(program):
    program.window.go(Place("settings", "equipment"))
    program.settle()
    page = program.screen._pages["equipment"]
    page.correct("use-units")
    dialog = dialog_of(RuleDialog)
    dialog.share.set_text("120")
    dialog._take()
    assert dialog._lines["share"]._error.text()
    assert dialog._lines["source"]._error.text()
    dialog.share.set_text("8")
    dialog.source.set_text("临市监特设〔2026〕3号")
    program.picture("settings-plan-rule")
    dialog._take()
    program.settle()
    assert held(program).rule.share_percent == 8
    program.picture("settings-equipment")
    page.correct("use-units")
    dialog = dialog_of(RuleDialog)
    button(dialog, "恢复").click()
    program.settle()
    assert not held(program).own
    page.findChild(UndoBar).undone.emit()
    program.settle()
    assert held(program).rule.share_percent == 8
