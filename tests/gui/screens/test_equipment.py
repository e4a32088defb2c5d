"""The register of special equipment and the card of a device, by hand and keyboard."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.device_dialog import DeviceDialog
from app.screens.device_offer import OfferCard, tell_offers
from app.screens.fill_withdraw import ReasonDialog
from app.screens.operator_dialog import OperatorDialog
from app.screens.place import Place
from app.screens.plate_dialog import PlateDialog
from app.screens.start_dialog import StartDialog
from app.services import device, equipment, operators
from app.services.changes import Changes, Result
from app.services.equipment import Wanted
from app.widgets.bars import MessageBar, UndoBar
from app.widgets.buttons import Button
from tests.gui.screens.test_search import panel
from tests.gui.screens.test_sites import dialog_of, press
from tests.unit.app.services import test_seen_device as seen

LIFT = "343037605201900015"


@pytest.fixture
def register(program):
    return program.go(Place("equipment"))


@pytest.fixture
def lift(program):
    """The id of a lift whose test has lapsed three days ago."""
    return equipment.ids(program.reader, Wanted(kind_code="3430"))[0]


def shown(screen):
    return [screen._model.row_at(row) for row in range(screen._model.rowCount())]


def choose(field, value):
    field.set_value(value)
    field.chosen.emit(value)


def test_the_switch_leads_from_the_enterprises_to_their_equipment_and_back(program):
    screen = program.go(Place("sites"))
    screen._tabs.chosen.emit("equipment")
    program.settle()
    assert program.window.place().screen == "equipment"
    program.screen._tabs.chosen.emit("sites")
    assert program.window.place().screen == "sites"


def test_every_row_has_its_words_and_the_next_test_comes_first(register):
    lines = shown(register)
    assert len(lines) > 30
    assert None not in lines
    days = [line.equipment.next_test for line in lines if line.equipment.next_test]
    assert days == sorted(days)
    spoken = register._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert lines[0].enterprise_name in spoken


def test_kind_test_and_words_narrow_the_list(register):
    whole = len(shown(register))
    choose(register._filters.kind, "3000")
    lifts = shown(register)
    assert {line.named.kind for line in lifts} == {"电梯"}
    choose(register._filters._test, "lapsed")
    lapsed = shown(register)
    assert 0 < len(lapsed) < len(lifts) < whole
    assert all(line.days_left < 0 for line in lapsed)
    assert not register._filters.status.isEnabled()
    register._filters.clear()
    register._filters.words.setText(LIFT)
    register._look()
    assert [line.equipment.code for line in shown(register)] == [LIFT]


def test_a_choice_nothing_fits_offers_everything_again(register):
    register._filters.words.setText("没有这样的设备")
    register._look()
    assert register._card.isHidden()
    register._empty.acted.emit()
    assert len(shown(register)) > 30
    assert register._empty.isHidden()


def test_enter_in_the_search_opens_the_card(program, register):
    QTest.keyClicks(register._filters.words, LIFT)
    QTest.keyClick(register._filters.words, Qt.Key.Key_Return)
    program.settle()
    place = program.window.place()
    assert place.screen == "device"
    assert equipment.get(program.reader, place.id).code == LIFT


def test_a_code_typed_into_the_search_box_opens_the_card(program, lift):
    """The hand scanner and the camera come the same way."""
    program.go(Place("today"))
    top = program.window.top
    top.search.set_text(LIFT)
    top.search.entered.emit()
    program.settle()
    assert program.window.place() == Place("device", lift)


def test_a_device_is_added_and_what_is_wrong_is_said_at_its_field(program, register):
    register._add()
    dialog = dialog_of(DeviceDialog)
    press(dialog, "保存")
    assert dialog._lines["enterprise_id"]._error.text()
    unit = dialog._units("小白羊")[0]
    dialog._unit.pick(unit)
    dialog._texts["code"].setText("31103700120230002")
    dialog._kind.pick(dialog._kinds("3110")[0])
    press(dialog, "保存")
    program.settle()
    assert dialog._lines["code"]._error.text()
    dialog._texts["code"].setText("3110 3700 1202 3000 21")
    assert "2023" in dialog._lines["code"]._hint.text()
    dialog._days["next_test"].set_value("2027-05")
    press(dialog, "保存")
    assert dialog._lines["next_test"]._error.text()
    dialog._days["next_test"].set_value("2027-05-01")
    press(dialog, "保存")
    program.settle()
    kept = equipment.get(program.reader, program.window.place().id)
    assert (kept.code, kept.next_test) == ("311037001202300021", dt.date(2027, 5, 1))


def test_a_whole_code_fills_in_its_variety(program, register):
    register._add()
    dialog = dialog_of(DeviceDialog)
    dialog._texts["code"].setText("311037001202300021")
    assert dialog._kind.value == "3110"


def test_equipment_that_is_not_in_the_register_is_added_from_its_scanned_code(program, register):
    """An inspector stands before a lift nobody registered here; its code is read already."""
    code = "311037001202300099"
    program.go(Place("today"))
    panel(program).take_scan(f"XJE:{code}")
    program.settle()
    (bar,) = [one for one in program.window.findChildren(MessageBar) if one.isVisible()]
    assert code in bar.accessibleName()
    press(bar, "登记")
    program.settle()
    dialog = dialog_of(DeviceDialog)
    assert dialog._texts["code"].text() == code
    assert dialog._kind.value == "3110"
    dialog.reject()
    today = dt.date(2026, 9, 16)
    assert not any(equipment.is_code(one, today) for one in (f"Z{code[1:]}", "6901234567892", ""))
    assert not equipment.is_code(code, dt.date(2022, 1, 1)), "made next year"


def test_a_number_another_device_has_is_said_at_its_field(program, register):
    register._add()
    dialog = dialog_of(DeviceDialog)
    dialog._unit.pick(dialog._units("小白羊")[0])
    dialog._texts["code"].setText(LIFT)
    press(dialog, "保存")
    program.settle()
    assert LIFT in dialog._lines["code"]._error.text()


def test_a_check_of_a_lift_begins_from_its_card(program, lift):
    screen = program.go(Place("device", lift))
    press(screen, "开始检查")
    dialog = dialog_of(StartDialog)
    assert dialog._kind.value == "lift-check"
    assert dialog._equipment_id == lift


def test_equipment_without_a_form_says_so(program):
    other = equipment.ids(program.reader, Wanted(kind_code="F000"))
    other = other or equipment.ids(program.reader, Wanted(words="叉车"))
    screen = program.go(Place("device", other[0]))
    found = device.card(program.reader, other[0], program.desk.duty.act().today)
    assert screen._start.isEnabled() == bool(found.matters)


def test_an_edit_is_taken_back(program, lift):
    screen = program.go(Place("device", lift))
    before = equipment.get(program.reader, lift)
    screen._edit()
    dialog = dialog_of(DeviceDialog)
    dialog._texts["place"].setText("后厨")
    press(dialog, "保存")
    program.settle()
    assert equipment.get(program.reader, lift).place == "后厨"
    bar = screen.findChild(UndoBar)
    assert bar.isVisible()
    bar.undone.emit()
    program.settle()
    assert equipment.get(program.reader, lift) == before


def test_stopping_asks_why_and_shows_the_status(program, lift):
    screen = program.go(Place("device", lift))
    screen._acts.ask_status(lift, "stopped")
    dialog = dialog_of(ReasonDialog)
    press(dialog, "停用")
    assert dialog._row._error.text()
    dialog.reason.set_text("幼儿园放假")
    press(dialog, "停用")
    program.settle()
    assert equipment.get(program.reader, lift).status == "stopped"
    assert screen._header._chip.accessibleName().startswith("停用")


def test_the_plate_is_shown_as_it_prints(program, qtbot, lift):
    screen = program.go(Place("device", lift))
    screen._acts.print_plate(equipment.get(program.reader, lift))
    dialog = dialog_of(PlateDialog)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=20_000)
    assert dialog.paper.pages.count == 1
    assert dialog.saver.button.isEnabled()


def test_what_a_check_saw_is_offered_on_the_card_and_taken_back(program, lift):
    """The register is corrected by a person, and a slip of that person is taken back."""
    row = equipment.get(program.reader, lift)
    act = program.desk.duty.act()

    def check(store):
        record = seen.begin(store, act, row, equipment_id=lift)
        return Result(seen.finished(store, act, record, next_test="2027-09-30"), Changes())

    done = program.write(check)
    screen = program.go(Place("device", lift))
    tell_offers(program.desk, done)
    program.settle()
    said = [bar.accessibleName() for bar in program.window.findChildren(MessageBar)]
    assert any("下次检验" in words for words in said)
    press(screen, "更新登记")
    program.settle()
    assert equipment.get(program.reader, lift).next_test == dt.date(2027, 9, 30)
    assert screen.findChild(OfferCard) is None or not screen.findChild(OfferCard).isVisible()
    screen.findChild(UndoBar).undone.emit()
    program.settle()
    assert equipment.get(program.reader, lift) == row


def test_an_operator_is_added_corrected_and_ended(program, lift):
    screen = program.go(Place("device", lift))
    screen._add_operator()
    dialog = dialog_of(OperatorDialog)
    dialog._texts["name"].setText("周一")
    press(dialog, "保存")
    program.settle()
    assert dialog._lines["certificate"]._error.text()
    dialog._texts["certificate"].setText("T-001")
    press(dialog, "保存")
    program.settle()
    assert dialog._lines["expires"]._error.text()
    dialog._expires.set_value("2026-09-01")
    press(dialog, "保存")
    program.settle()
    (hand,) = operators.of_equipment(program.reader, lift, program.desk.duty.act().today)
    assert hand.days_left == -15
    screen._open_operator(hand.row.id)
    press(dialog_of(OperatorDialog), "不再操作")
    program.settle()
    today = program.desk.duty.act().today
    assert operators.of_equipment(program.reader, lift, today) == ()
    screen.findChild(UndoBar).undone.emit()
    program.settle()
    assert len(operators.of_equipment(program.reader, lift, today)) == 1


def test_the_plan_stands_above_and_its_numbers_lead_into_the_list(program, qtbot, register):
    """Whom to check next is one press away from the figure that says somebody must be."""
    qtbot.waitUntil(register._plan.isVisible, timeout=20_000)
    whole = len(shown(register))
    press(
        register._plan,
        next(
            button.accessibleName()
            for button in register._plan.findChildren(Button)
            if button.accessibleName().startswith("重点单位抽查 50%: 未查")
        ),
    )
    qtbot.waitUntil(register._filters._plan.isVisible, timeout=20_000)
    narrowed = shown(register)
    assert 0 < len(narrowed) < whole
    assert "重点单位" in register._filters._plan.text()
    register._filters._plan.click()
    assert len(shown(register)) == whole
