"""A bureau's Excel of 5,000 devices through the real window, and one of them found by its code."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.screens.list_dialog import ListDialog
from app.services import equipment, plates
from app.widgets.headers import TabButton
from app.widgets.work_rows import Work
from db.store import enterprises
from db.store import equipment as kept
from tests.journeys import devices
from tests.journeys.hands import choose, click, wait_until

LONG = 180_000
ASKED_FOR = 4321
"""The row whose device is looked for afterwards."""


def test_forty_kinds_of_dirt_are_taken_in_named_or_asked_about(window, tmp_path):
    """From the sites to the register, the file chosen, doubts resolved, taken over, one scanned."""
    assert len(devices.DIRT) >= 40
    path = devices.book(tmp_path / "台账.xlsx")
    before = len(equipment.ids(window.reader, equipment.Wanted()))
    dialog = _compared(window, path)
    wrong, doubtful = devices.counted(devices.WRONG), devices.counted(devices.DOUBTFUL)
    assert len(dialog._found.of("new")) == devices.ROWS - wrong - doubtful
    assert {one.place.row for one in dialog._found.wrong} == _rows_of(devices.WRONG)
    _resolve(dialog)
    click(dialog.act)
    wait_until(lambda: not dialog._beat.isActive() and dialog.act.isHidden(), "the import", LONG)
    assert f"新增{devices.ROWS - wrong}台" in dialog.said.text()
    dialog.reject()
    window.settle()
    now = equipment.ids(window.reader, equipment.Wanted())
    assert len(now) == before + devices.ROWS - wrong
    assert {one.name for one in enterprises.page(window.reader, _new_units(window))} == {
        "临沂市新来（演示）有限公司",
        "临沂市又一家（演示）有限公司",
    }
    _see_the_dirty_ones(window)
    _scan(window)


def _compared(window, path):
    """The dialogue over the register once the list is compared."""
    window.press_command(Qt.Key.Key_3)
    screen = window.at("sites")
    click(next(one for one in screen.findChildren(TabButton) if one.tab.id == "equipment"))
    window.at("equipment")
    click(window.button("导入台账"))
    chooser = window.dialog(QFileDialog)
    chooser.selectFile(str(path))
    chooser.accept()
    dialog = window.dialog(ListDialog)
    wait_until(lambda: dialog._found is not None, "the comparison", LONG)
    return dialog


def _rows_of(kinds):
    """The rows of the spreadsheet with dirt of these kinds; three lines stand above the first."""
    return {
        number + 4
        for number in range(0, devices.ROWS, devices.EVERY)
        if devices.dirt_of(number) in kinds
    }


def _resolve(dialog):
    """Each unknown unit is added: the doubt is opened with Enter and the choice taken by keys."""
    model = dialog.list.model()
    keys = [one.key for one in dialog._found.doubts]
    assert len(keys) == 2
    for key in keys:
        row = next(
            at
            for at in range(model.rowCount())
            if isinstance(one := model.index(at, 0).data(Qt.ItemDataRole.UserRole), Work)
            and one.id == key
        )
        dialog.list.setFocus()
        dialog.list.setCurrentIndex(model.index(row, 0))
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        choose(dialog.choice, "新增单位")
        assert dialog._chosen[key] == "new-unit"


def _new_units(window):
    rows = (kept.by_code(window.reader, devices.code_of(n)) for n in _numbers(devices.DOUBTFUL))
    return tuple({one.enterprise_id for one in rows})


def _numbers(kinds):
    return [row - 4 for row in sorted(_rows_of(kinds))]


def _see_the_dirty_ones(window):
    """What had one meaning is in the register as it was meant."""
    for number in _numbers(devices.TAKEN):
        row = kept.by_code(window.reader, devices.code_of(number))
        assert row is not None, devices.good(number)
        assert row.kind_code == "3110"
        assert row.next_test in {dt.date(2027, 5, 1), None}
        assert row.status in {"in-use", "scrapped"}
    for number in _numbers(devices.WRONG):
        assert kept.by_code(window.reader, devices.code_of(number)) is None


def _scan(window):
    """The code of a plate under a hand scanner brings its card to the front."""
    row = kept.by_code(window.reader, devices.code_of(ASKED_FOR))
    window.come_to_front()
    target = QApplication.focusWidget() or window.window
    QTest.keyClicks(target, plates.code_of(row))
    QTest.keyClick(target, Qt.Key.Key_Return)
    screen = window.at("device")
    assert window.place.id == row.id
    assert screen._card.equipment.registration_no == devices.number_of(ASKED_FOR)
    assert screen._card.parts.serial == f"{ASKED_FOR:05d}"
