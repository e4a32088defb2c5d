"""Importing a list of special equipment from the window: looked at, resolved, taken over."""

import pytest
from PySide6.QtCore import Qt

from app.screens.equipment_dialog import EquipmentDialog
from app.screens.place import Place
from app.services import equipment_import
from db.store import equipment
from tests.unit.app.services.equipment_kit import GOOD, book, row

LONG = 30_000
CODE = GOOD["设备代码"]


@pytest.fixture
def opened(program, qtbot):
    """The dialogue as the page opens it, once the list is compared."""

    def show(path):
        page = program.go(Place("settings", "calendar"))._pages["calendar"]
        page.compare(str(path))
        dialog = program.window.findChildren(EquipmentDialog)[-1]
        qtbot.waitUntil(dialog.progress.isHidden, timeout=LONG)
        return dialog

    return show


def titles(work):
    model = work.model()
    found = [model.index(at, 0).data(Qt.ItemDataRole.UserRole) for at in range(model.rowCount())]
    return [one.title for one in found]


def dirty(folder):
    return book(
        folder,
        row(序号=1),
        row(设备代码="511037087202200001", 使用登记证编号="", 设备品种="叉车", 使用地点="新成品库"),
        row(
            设备代码="311037001202300022", 使用登记证编号="", 使用单位="临沂市新来（演示）有限公司"
        ),
        row(设备代码="31103700120230002", 使用登记证编号=""),
        row(设备代码="311037001202300023", 使用登记证编号="", 下次检验日期="2027年5月"),
    )


def test_a_list_is_compared_resolved_and_taken_over(program, qtbot, opened, tmp_path):
    dialog = opened(dirty(tmp_path))
    assert not dialog.list.isHidden()
    assert len(titles(dialog.list)) == 4 + 5
    assert "序号" in dialog.ignored.text()
    assert dialog.choice.isVisible()
    dialog.choice.set_value("new-unit")
    dialog.choice.chosen.emit("new-unit")
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog._beat.isActive(), timeout=LONG)
    assert equipment.by_code(program.reader, CODE).place == "办公楼"
    assert equipment.by_code(program.reader, "511037087202200001").place == "新成品库"
    assert equipment.by_code(program.reader, "311037001202300022") is not None
    assert equipment.by_code(program.reader, "311037001202300023") is None
    assert dialog.act.isHidden()
    assert "新增2台，变更1台" in dialog.said.text()


def test_what_is_not_resolved_stays_out(program, qtbot, opened, tmp_path):
    dialog = opened(dirty(tmp_path))
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog._beat.isActive(), timeout=LONG)
    assert equipment.by_code(program.reader, "311037001202300022") is None
    assert "1" in dialog.said.text()


def test_a_damaged_file_is_said_in_the_dialogue(opened, tmp_path):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    dialog = opened(path)
    assert "Excel" in dialog.said.text()
    assert not dialog.act.isEnabled()
    assert dialog.list.isHidden()


def test_a_list_of_something_else_is_refused(program, opened, tmp_path):
    dialog = opened(book(tmp_path, {"姓名": "甲", "电话": "1", "备注": "2"}))
    assert not dialog.act.isEnabled()


def test_it_cannot_be_closed_while_it_is_written(qtbot, opened, tmp_path, monkeypatch):
    """What was begun is told to its end; a batch is soon written."""
    monkeypatch.setattr(equipment_import, "BATCH", 1)
    dialog = opened(dirty(tmp_path))
    dialog.act.click()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog._beat.isActive(), timeout=LONG)
    dialog.reject()
    assert not dialog.isVisible()


def test_every_doubt_can_be_reached_and_resolved_also_beyond_two_hundred(program, opened, tmp_path):
    """A bureau's first list names hundreds of units the register has not."""
    path = book(
        tmp_path,
        *(
            row(
                设备代码=f"3110370012023{number:05d}",
                使用登记证编号="",
                使用单位=f"临沂市第{number}号新来（演示）有限公司",
            )
            for number in range(250)
        ),
    )
    dialog = opened(path)
    model = dialog.list.model()
    assert model.rowCount() == 1 + 200 + 1
    last = model.index(201, 0)
    dialog.list.setCurrentIndex(last)
    dialog.list.opened.emit(last.data(Qt.ItemDataRole.UserRole).id)
    assert model.rowCount() == 1 + 250
    assert dialog.list.currentIndex().row() == 201
    dialog.list.opened.emit(model.index(250, 0).data(Qt.ItemDataRole.UserRole).id)
    assert "第249号" in dialog.asked.text()
    dialog.choice.chosen.emit("new-unit")
    assert "第249号" in titles(dialog.list)[250]
