"""Importing a list of special equipment from the window: looked at, resolved, taken over."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from app.screens.list_dialog import ListDialog
from app.screens.place import Place
from app.services import list_import, operators
from db.store import equipment, people
from tests.unit.app.services.equipment_kit import GOOD, UNIT, book, fill, new_book, row

LONG = 30_000
CODE = GOOD["设备代码"]


@pytest.fixture
def opened(program, qtbot):
    """The dialogue as the page opens it, once the list is compared."""

    def show(path):
        page = program.go(Place("settings", "calendar"))._pages["calendar"]
        page.compare(str(path))
        dialog = program.window.findChildren(ListDialog)[-1]
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


def test_rows_with_wrong_cells_are_counted_and_saved_with_what_was_not_resolved(
    qtbot, opened, tmp_path
):
    from openpyxl import load_workbook

    dialog = opened(dirty(tmp_path))
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog._beat.isActive(), timeout=LONG)
    assert "未导入3行" in dialog.said.text()
    path = tmp_path / "未导入.xlsx"
    assert dialog.save.isVisible()
    dialog.save_to(str(path))
    qtbot.waitUntil(lambda: str(path) in dialog.ignored.text(), timeout=LONG)
    lines = list(load_workbook(path).active.iter_rows(values_only=True))
    assert [row[1] for row in lines[1:]] == [4, 5, 6]
    assert "新来（演示）" in lines[1][4]
    assert lines[2][2:4] == ("设备代码", "31103700120230002")


def test_merged_cells_and_hidden_sheets_are_said(opened, tmp_path):
    made = new_book()
    fill(made.active, row(), row(设备代码="311037001202300022", 使用登记证编号=""))
    made.active.merge_cells("D2:D3")
    old = made.create_sheet("旧表")
    fill(old, row(设备代码="311037001202300023", 使用登记证编号=""))
    old.sheet_state = "hidden"
    made.save(tmp_path / "台账.xlsx")
    dialog = opened(tmp_path / "台账.xlsx")
    assert "合并单元格" in dialog.ignored.text()
    assert "旧表" in dialog.ignored.text()
    assert dialog.save.isHidden()


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
    monkeypatch.setattr(list_import, "BATCH", 1)
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


def test_operators_are_compared_resolved_and_taken_over(program, qtbot, tmp_path):
    """The same dialogue: what is wrong by row, a namesake to be decided, expiry as a filter."""
    screen = program.go(Place("equipment"))
    today = program.desk.duty.act().today
    good = {
        "姓名": "孙操作",
        "证件编号": "TS6LYI0001",
        "作业项目": "T",
        "有效期至": today - dt.timedelta(days=3),
        "使用单位": UNIT,
        "设备代码": GOOD["设备代码"],
    }
    path = book(
        tmp_path,
        {**good, "设备代码": ""},
        {**good, "姓名": "周一", "证件编号": "TS6LYI0002"},
        {**good, "姓名": "吴二", "证件编号": "TS6LYI0003", "有效期至": "长期"},
        name="作业人员.xlsx",
    )
    screen.compare_operators(str(path))
    dialog = program.window.findChildren(ListDialog)[-1]
    qtbot.waitUntil(dialog.progress.isHidden, timeout=LONG)
    told = titles(dialog.list)
    assert any("长期" in words for words in told)
    assert dialog.choice.isVisible()
    dialog.choice.set_value("no-device")
    dialog.choice.chosen.emit("no-device")
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog._beat.isActive(), timeout=LONG)
    names = {
        name
        for _key, name, number, _unit in people.identities(program.reader)
        if number.startswith("TS6LYI")
    }
    assert names == {"孙操作", "周一"}


def test_the_register_is_narrowed_to_expired_certificates(program):
    """Nobody has to open every card to find out whose certificate has run out."""
    screen = program.go(Place("equipment"))
    whole = screen._model.rowCount()
    field = screen._filters._operators
    field.set_value("lapsed")
    field.chosen.emit("lapsed")
    wanted = operators.devices(program.reader, "lapsed", program.desk.duty.act().today)
    assert len(wanted) == screen._model.rowCount() < whole
    screen._filters.clear()
    screen._look()
    assert screen._model.rowCount() == whole
