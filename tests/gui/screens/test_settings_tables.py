"""Settings, tables: what is to be checked is told; saving, correcting and going back in the window."""

import csv

from PySide6.QtTest import QTest

from app.screens.place import Place
from app.screens.settings_tables import TableDialog
from resources import schema
from resources.data import equipment_kinds
from tests.gui.screens.conftest import dialog_of
from tests.gui.screens.test_settings_calendar import opened, rows_of

KINDS = schema.EQUIPMENT.file


def kinds(page):
    return next(row for row in rows_of(page.own.list) if row.id == KINDS)


def test_the_clerk_corrects_a_kind_nobody_had_checked_and_goes_back(program, tmp_path):
    page = opened(program)
    assert (kinds(page).chip.tone, "3" in kinds(page).chip.words) == ("warning", True)
    page.own.list.opened.emit(KINDS)
    dialog = dialog_of(TableDialog)
    program.picture("settings-table-dialog")
    path = tmp_path / "目录.csv"
    dialog.save_to(str(path))
    assert (path.name in dialog.said.text(), dialog.said.isVisible()) == (True, True)
    dialog.reject()
    with path.open(encoding="utf-8-sig", newline="") as there:
        rows = [row for row in csv.DictReader(there) if row["code"] in {"7210", "7220", "7230"}]
    with path.open("w", encoding="utf-8", newline="") as there:
        writer = csv.DictWriter(there, rows[0])
        writer.writeheader()
        writer.writerows(
            {**row, "variety": f"甲{row['code']}", "confidence": "confirmed"} for row in rows
        )
    page.take_in(str(path))
    program.settle()
    row = kinds(page)
    assert (row.chip.tone, path.name in row.second) == ("ok", True)
    assert equipment_kinds()["7230"].variety == "甲7230"
    program.picture("settings-table-own")
    page.own.list.opened.emit(KINDS)
    dialog_of(TableDialog).back.click()
    program.settle()
    assert (kinds(page).chip.tone, equipment_kinds()["7230"].variety) == ("warning", "锻制管件")
    page.own.undo.undone.emit()
    program.settle()
    assert (kinds(page).chip.tone, equipment_kinds()["7230"].variety) == ("ok", "甲7230")
    page.own.list.opened.emit(KINDS)
    dialog_of(TableDialog).back.click()
    program.settle()


def test_the_open_tab_is_in_sight_however_narrow_the_window(start):
    run = start(size=(683, 384), language="en")
    screen = run.go(Place("settings", "calendar"))
    QTest.qWait(30)
    strip, tab = screen._strip, screen._tabs.current()
    assert strip.viewport().rect().contains(tab.geometry().translated(screen._tabs.pos()))
