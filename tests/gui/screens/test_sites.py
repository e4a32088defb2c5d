"""Finding an enterprise, adding one, correcting one, and beginning a check of it."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.enterprise_dialog import EnterpriseDialog
from app.screens.place import Place
from app.screens.start_dialog import StartDialog
from app.services import cases, matters, records, sites
from app.services.changes import Result, touched
from app.widgets.buttons import Button
from app.widgets.work_rows import Work
from db.store import cases as kept_cases
from db.store import visits as kept_visits
from tests.gui.screens import papers_kit
from tests.gui.screens.conftest import dialog_of
from tests.gui.screens.test_overview import rows
from tests.unit.app.services import kit


def press(widget, words):
    """Press the button that says something."""
    for button in widget.findChildren(Button):
        if button.accessibleName() == words and button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button says {words}")


def line(dialog, name):
    """The field of a dialogue and the sentence under it."""
    return dialog._fields[name], dialog._lines[name]._error.text()


def test_part_of_a_name_one_character_and_a_code_all_find(english):
    """The inspector types whatever is at hand."""
    screen = english.go(Place("sites"))
    whole = screen._model.rowCount()
    for text in ("小白羊", "羊", "91371302MA0DEM013G", "91371302ma0dem013g"):
        screen._filter.setText(text)
        screen._look()
        assert 0 < screen._model.rowCount() < whole, text
        assert "小白羊" in " ".join(
            screen._model.row_at(row).name for row in range(screen._model.rowCount())
        )


def test_nothing_found_says_so_and_offers_to_add(english):
    """An empty list must not look like a broken one."""
    screen = english.go(Place("sites"))
    screen._filter.setText("没有这家企业的")
    screen._look()
    assert not screen._empty.isHidden()
    assert screen._card.isHidden()


def test_enter_opens_the_first_that_was_found(english):
    """From typing to the card without the mouse."""
    screen = english.go(Place("sites"))
    QTest.keyClicks(screen._filter, "91371302MA0DEM013G")
    QTest.keyClick(screen._filter, Qt.Key.Key_Return)
    english.settle()
    place = english.window.place()
    assert place.screen == "enterprise"
    assert sites.get(english.reader, place.id).uscc == "91371302MA0DEM013G"


def test_a_wrong_check_digit_is_said_at_once_with_the_one_that_would_be_right(english):
    """A slip of the finger is seen while the licence is still in the other hand."""
    english.go(Place("sites"))
    english.screen._add("")
    dialog = dialog_of(EnterpriseDialog)
    field, _ = line(dialog, "uscc")
    field.setText("91371302MA0DEM013H")
    _, said = line(dialog, "uscc")
    assert "character 18 must be G" in said
    field.setText("91371302MA0DEM01")
    assert line(dialog, "uscc")[1] == "", "nothing is said while it is being typed"
    dialog.reject()


def test_a_wrong_code_is_refused_inside_the_dialogue_and_nothing_typed_is_lost(english):
    """The refusal stands where the eye is."""
    english.go(Place("sites"))
    english.screen._add("")
    dialog = dialog_of(EnterpriseDialog)
    dialog._fields["name"].setText("临沂市新开演示商行")
    dialog._fields["uscc"].setText("91371302MA0DEM0")
    before = len(sites.ids(english.reader))
    press(dialog, "Keep")
    english.settle()
    assert dialog.isVisible()
    assert "18 characters" in line(dialog, "uscc")[1]
    assert dialog._fields["name"].text() == "临沂市新开演示商行"
    assert len(sites.ids(english.reader)) == before
    dialog.reject()


def test_a_code_that_is_known_names_its_owner_and_leads_there(english):
    """Two cards of one enterprise would part its history."""
    english.go(Place("sites"))
    english.screen._add("")
    dialog = dialog_of(EnterpriseDialog)
    dialog._fields["uscc"].setText("91371302MA0DEM013G")
    assert "小白羊" in line(dialog, "uscc")[1]
    press(dialog, "Open the known one")
    assert english.window.place().screen == "enterprise"
    assert not dialog.isVisible()


def test_a_name_is_asked_for(english):
    """An enterprise without a name cannot be found again."""
    english.go(Place("sites"))
    english.screen._add("")
    dialog = dialog_of(EnterpriseDialog)
    press(dialog, "Keep")
    english.settle()
    assert line(dialog, "name")[1]
    dialog.reject()


def test_a_new_enterprise_is_kept_and_opened(english):
    """What was typed stands on its card."""
    english.go(Place("sites"))
    english.screen._add("")
    dialog = dialog_of(EnterpriseDialog)
    dialog._fields["name"].setText("临沂市新开演示商行")
    QTest.keyClick(dialog._fields["name"], Qt.Key.Key_Return)
    english.settle()
    place = english.window.place()
    assert place.screen == "enterprise"
    assert sites.get(english.reader, place.id).name == "临沂市新开演示商行"


def test_an_edit_can_be_taken_back(english):
    """Undo is a counter-change; the journal keeps both."""
    party = sites.find(english.reader, "小白羊")[0]
    screen = english.go(Place("enterprise", party.id))
    screen._edit()
    dialog = dialog_of(EnterpriseDialog)
    dialog._fields["phone"].setText("0539-555 9999")
    press(dialog, "Keep")
    english.settle()
    assert sites.get(english.reader, party.id).phone == "0539-555 9999"
    assert screen._undo.isVisible()
    screen._undo.undone.emit()
    english.settle()
    assert sites.get(english.reader, party.id).phone == party.phone
    assert not screen._undo.isVisible()


def test_a_check_needs_a_second_inspector_whose_certificate_holds(english):
    """Procedure Rules art. 22: two sworn inspectors."""
    party = sites.find(english.reader, "小白羊")[0]
    english.go(Place("enterprise", party.id))._start()
    dialog = dialog_of(StartDialog)
    me = english.desk.duty.who.person_id
    offered = [dialog._partner.itemData(row) for row in range(dialog._partner.count())]
    assert offered
    assert me not in {item.value for item in offered}
    assert "expired" not in dialog._partner.currentData().second
    assert "expired" in offered[-1].second, "an expired one is offered last and says so"
    dialog._partner.set_value("")
    before = len(cases.page(english.reader))
    press(dialog, "Begin")
    english.settle()
    assert dialog._line._error.text()
    assert len(cases.page(english.reader)) == before
    dialog.reject()


def test_beginning_a_check_opens_its_record(english):
    """One press from the card to the first question."""
    party = sites.find(english.reader, "小白羊")[0]
    english.go(Place("enterprise", party.id))._start()
    press(dialog_of(StartDialog), "Begin")
    english.settle()
    place = english.window.place()
    assert place.screen == "fill"
    found = cases.page(english.reader)[0].case
    assert found.enterprise_id == party.id
    assert found.campaign == "QM"


@pytest.mark.parametrize(("wide", "columns"), [(1366, 3), (1000, 2), (700, 1)])
def test_the_card_has_as_many_columns_as_fit(start, wide, columns):
    """Nothing may be reachable only on a wide screen."""
    run = start(size=(wide, 768))
    party = sites.find(run.reader, "小白羊")[0]
    screen = run.go(Place("enterprise", party.id))
    QTest.qWait(20)
    assert screen._grid.count() == columns
    for tab in ("equipment", "records", "findings", "documents", "products"):
        screen._open_tab(tab)
        assert screen._grid.count() == 1


def offers(run, case_id):
    """The papers a case offers, by their form."""
    model = run.go(Place("case", case_id))._adds.model()
    rows = (model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount()))
    return [row.id for row in rows if isinstance(row, Work)]


def test_another_matter_than_a_spot_check_may_be_begun(english):
    """Product quality stands first; the campaign of product quality is not that of a lift."""
    party = sites.find(english.reader, "小白羊")[0]
    english.go(Place("enterprise", party.id))._start()
    dialog = dialog_of(StartDialog)
    assert dialog._kind.value == matters.SPOT_CHECK
    shown = [dialog._kind.itemData(n) for n in range(dialog._kind.count())]
    checks = [one for one in shown if matters.MATTERS[one.value].equipment]
    have = [matters.LIFT_CHECK, matters.VESSEL_CHECK, matters.VEHICLE_CHECK]
    assert [one.value for one in checks[:3]] == have, "what the unit has stands first"
    assert [not one.second for one in checks] == [True] * 3 + [False] * (len(checks) - 3)
    dialog._kind.set_value(matters.LIFT_CHECK)
    press(dialog, "Begin")
    english.settle()
    found = cases.page(english.reader)[0].case
    assert (found.enterprise_id, found.kind) == (party.id, matters.LIFT_CHECK)
    always = ["on-site-record", "evidence-extract", "materials-notice"]
    assert offers(english, found.id) == always, "nothing to order, nothing to sample"
    (paper,) = cases.folder(english.reader, english.desk.duty.act(), found.id).papers

    def fail_the_brake(store):
        kit.mark_adverse(store, english.desk.duty.act(), paper.record.id, "brake", "溜车")
        return Result(paper.record, touched("case", found.id))

    english.write(fail_the_brake)
    sealing = "seizure-list"  # a brake that slips is a serious hazard
    *papers, cited = offers(english, found.id)
    heard = ["questioning-notice", "questioning-record", "evidence-preservation-notice"]
    assert papers == ["se-instruction", sealing, *always, *heard]
    assert cited.startswith("spot-citation:"), "or punished on the spot"
    english.go(Place("case", found.id))._add("se-instruction")
    english.settle()
    assert records.get(english.reader, english.window.place().id).form_id == "se-instruction"


def test_the_cap_of_the_year_is_warned_of_before_a_third_inspection(program):
    """Two are planned, two are published: the third begins only with its reason written down."""
    from tests.unit.app.services import test_visits as planned

    papers_kit.made(program, lambda s, a: (planned.begun(s, a), planned.begun(s, a)))
    unit = sites.find(program.reader, "小白羊")[0]
    before = len(visits_of(program, unit))
    dialog = StartDialog(program.desk, unit.id, program.window)
    dialog.open()
    assert dialog.visit.warning.isVisible()
    dialog.visit.set_kind("complaint")
    assert not dialog.visit.warning.isVisible()
    dialog.visit.set_kind("routine")
    dialog.visit.day._take_day(dt.date(2027, 1, 5))  # of that year none is planned yet
    assert not dialog.visit.warning.isVisible()
    assert "2027" in dialog.visit._count.text()
    dialog.visit.day._take_day(dt.date(2026, 9, 17))
    assert dialog.visit.warning.isVisible()
    press(dialog, "开始")
    program.settle()
    assert dialog.isVisible()
    assert "写明为什么超过上限" in dialog.visit._why._error.text()
    assert len(visits_of(program, unit)) == before
    dialog.visit.reason.set_text("市局统一部署")
    press(dialog, "开始")
    program.settle()
    assert not dialog.isVisible()
    made = visits_of(program, unit)[0]
    assert made.reason == "市局统一部署"
    screen = program.go(Place("today"))
    for group in ("today", "week", "month"):
        screen._toggle(group)
    told = [
        row.second
        for row in rows(screen._work)
        if getattr(screen._tasks.get(row.id), "case_id", "") == made.case_id
    ]
    assert told
    assert all("尚未审批" in words for words in told), told


def visits_of(program, unit):
    """The visits of every case of a unit, the newest first."""
    found = kept_cases.of_enterprise(program.reader, unit.id)
    return [one for case in found for one in kept_visits.of_case(program.reader, case.id)]
