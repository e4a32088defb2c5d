"""Filling in a paper through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.screens import fill_section
from app.screens.fill_saving import WAIT
from app.screens.fill_withdraw import ReasonDialog
from app.screens.place import Place
from app.services import preparing, records
from app.widgets.buttons import Button
from tests.gui.screens.fill_kit import (
    CONTACT,
    LABELS,
    NEXT,
    PERSON,
    POST,
    SEEN,
    begun,
    fail,
    kept_findings,
    stored,
    type_into,
)
from tests.unit.app.services.kit import photo_of

# --- keeping what is typed --------------------------------------------------------------------


def test_a_typed_answer_is_on_the_disk_after_a_short_quiet(program):
    """A kill may cost the last 400 ms of typing and nothing older."""
    screen = begun(program)
    screen.go_to(CONTACT)
    type_into(screen, CONTACT, "Zhou")
    QTest.qWait(WAIT + 100)
    program.settle()
    assert stored(program, screen.paper.id)[CONTACT] == "Zhou"


def test_leaving_the_screen_keeps_what_was_typed_at_once(program):
    screen = begun(program)
    record_id = screen.paper.id
    screen.go_to(CONTACT)
    type_into(screen, CONTACT, "Zhou")
    screen.leave()
    program.settle()
    assert stored(program, record_id)[CONTACT] == "Zhou"


def test_coming_back_before_the_disk_answered_shows_the_newest_text(program):
    """The paper is read only after every write asked for before."""
    screen = begun(program)
    record_id = screen.paper.id
    screen.go_to(CONTACT)
    type_into(screen, CONTACT, "Zhou")
    program.window.go(Place("fill", record_id, CONTACT))
    program.settle()
    assert screen.page.widgets[CONTACT].field.text() == "Zhou"


def test_turning_the_page_during_composition_keeps_what_is_seen(program):
    """An input method that drops what it holds must not change what is stored."""
    screen = begun(program)
    screen.go_to(CONTACT)
    field = screen.page.widgets[CONTACT].field
    QApplication.sendEvent(field, QInputMethodEvent("周", []))
    screen.turn(1)
    program.settle()
    assert stored(program, screen.paper.id)[CONTACT] == "周"


def test_moving_the_focus_during_composition_keeps_what_is_seen(program):
    screen = begun(program)
    screen.go_to(CONTACT)
    field = screen.page.widgets[CONTACT].field
    QApplication.sendEvent(field, QInputMethodEvent("周", []))
    screen.page.focus_on(POST)
    assert screen.paper.session.node(CONTACT).value == "周"


def test_a_full_disk_is_told_once_and_the_text_is_written_when_there_is_room(program):
    """What cannot be written stays on the screen, and is tried again until it can."""
    screen = begun(program)
    screen.open_section("/data/outcome")
    summary = "/data/outcome/summary"
    program.jobs.write(set_room("(SELECT 1)"))
    text = "长" * 40_000
    screen.page.widgets[summary].field.insertPlainText(text)
    screen.paper.save()
    program.settle()
    notes = program.window.notes._notes
    assert "disk-full" in notes
    assert screen.page.widgets[summary].field.text() == text
    assert screen.paper.dirty
    program.jobs.write(set_room("1073741823"))
    screen.paper.save()
    program.settle()
    assert stored(program, screen.paper.id)[summary] == text
    assert not screen.paper.dirty


def set_room(pages):
    """A write that limits the pages the store may have: SQLite's own full disk."""

    def limit(store):
        most = store.value("PRAGMA page_count") + 2 if "SELECT" in pages else int(pages)
        store.value(f"PRAGMA max_page_count = {most}")

    return limit


# --- rows of repeats --------------------------------------------------------------------------


def notice(program):
    """A notice with two rows of facts, shown on the screen."""
    started = program.check()
    act = program.desk.duty.act()
    record = program.write(
        lambda store: preparing.add_paper(store, act, started.case.id, "rectification-notice")
    )
    screen = program.go(Place("fill", record.id))
    screen.open_section("/data/matter")
    return screen


def rows(screen):
    return screen.paper.session.children("/data/matter/items")


def test_a_list_without_a_row_says_what_to_do_and_is_led_to(program):
    screen = notice(program)
    items = "/data/matter/items"
    while rows(screen):
        buttons = screen.page.findChildren(Button)
        remove = next(one for one in buttons if one.accessibleName().startswith("移除"))
        remove.setFocus()
        remove.click()
        program.settle()
    builder = screen.page._builder
    assert builder.lacking[items].text() == "请至少添加一项并填写。"
    screen.open_section("/data/matter", items)
    program.settle()
    assert screen.page.focusWidget() is builder.adders[items]
    screen.page._add_row(items)
    assert screen.page._builder.lacking[items].text() == ""


def test_a_removed_row_comes_back_in_its_place_with_its_answers(program):
    screen = notice(program)
    while len(rows(screen)) < 3:
        screen.page._add_row("/data/matter/items")
    first, second, third = rows(screen)
    for row, text in ((first, "一"), (second, "二"), (third, "三")):
        screen.paper.answer(f"{row}/item_fact", text)
    screen.page._remove_row(second)
    assert rows(screen) == (first, third)
    screen.leave()
    program.settle()
    screen.undo_bar.undone.emit()
    assert rows(screen) == (first, second, third)
    screen.leave()
    program.settle()
    answers = stored(program, screen.paper.id)
    facts = [answers[f"{row}/item_fact"] for row in (first, second, third)]
    assert facts == ["一", "二", "三"]
    assert [answers[row] for row in (first, second, third)] == ["1", "2", "3"]


# --- long sections ----------------------------------------------------------------------------


def test_a_long_section_is_built_piece_by_piece_without_stray_windows(program, monkeypatch):
    """Three hundred questions must not hold up the first; a part not placed yet is not shown."""
    monkeypatch.setattr(fill_section, "AT_ONCE", 2)
    monkeypatch.setattr(fill_section, "AT_A_TIME", 1)
    screen = begun(program)
    screen.open_section("/data/outcome", "/data/outcome/summary")
    whole = screen.paper.questions("/data/outcome")
    seen = set()
    for _ in range(20):
        QTest.qWait(1)
        seen |= {type(one) for one in QApplication.topLevelWidgets() if one.isVisible()}
    assert tuple(screen.page.widgets) == whole
    assert all(screen.page.widgets[ref].isVisible() for ref in whole)
    assert seen == {type(program.window)}


# --- by keyboard ------------------------------------------------------------------------------


def test_a_section_is_answered_by_keyboard_alone(program):
    """1, Enter, 1, Enter … answers a section of check items and goes on to the next section."""
    screen = begun(program)
    screen.open_section("/data/management")
    questions = screen.paper.questions("/data/management")
    for ref in questions:
        assert screen.page.ref_of(QApplication.focusWidget()) == ref
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
        QTest.qWait(PERSON)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    answers = screen.paper.session.answers()
    assert [answers[ref] for ref in questions] == ["ok"] * len(questions)
    assert screen.page.section == "/data/product"


def test_tab_goes_through_an_unfolded_finding_before_the_next_item(program):
    screen = begun(program)
    editor = fail(program, screen)
    QTest.qWait(5)
    inside = []
    for _ in range(12):
        screen.focusNextChild()
        focus = QApplication.focusWidget()
        if screen.page.ref_of(focus) == NEXT:
            break
        inside.append(editor.form.isAncestorOf(focus))
    assert inside
    assert all(inside)
    assert screen.page.ref_of(QApplication.focusWidget()) == NEXT


def test_f8_goes_to_the_next_open_question_over_the_end_of_a_section(program):
    screen = begun(program)
    screen.open_section("/data/visit")
    last = [ref for ref in screen.paper.questions("/data/visit") if screen.paper.is_open(ref)][-1]
    screen.page.focus_on(last)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert screen.page.section == "/data/management"


def test_page_keys_turn_the_sections(program):
    screen = begun(program)
    first = screen.page.section
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(screen, Qt.Key.Key_PageDown, control)
    assert screen.page.section == screen.paper.sections()[1]
    QTest.keyClick(screen, Qt.Key.Key_PageUp, control)
    assert screen.page.section == first


# --- places, closed papers, withdrawing -------------------------------------------------------


def test_a_place_names_the_question_or_the_finding_to_go_to(program):
    screen = begun(program)
    fail(program, screen)
    screen.leave()
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    program.go(Place("fill", screen.paper.id, CONTACT))
    assert screen.page.ref_of(QApplication.focusWidget()) == CONTACT
    program.go(Place("fill", screen.paper.id, row.id))
    assert screen.page.ref_of(QApplication.focusWidget()) == LABELS


def test_coming_back_from_another_screen_goes_on_at_the_same_question(program):
    screen = begun(program)
    fail(program, screen)
    program.go(Place("today"))
    program.window.back()
    program.settle()
    assert screen.page.ref_of(QApplication.focusWidget()) == LABELS


def test_what_is_missing_is_said_only_after_a_question_was_left(program):
    """A form that is red before anybody has begun is not calm."""
    screen = begun(program)
    assert screen.page.ref_of(QApplication.focusWidget()) == CONTACT
    assert screen.page.widgets[CONTACT].error == ""
    screen.page.focus_on(POST)
    assert screen.page.widgets[CONTACT].error


def test_a_finished_record_is_only_shown(program):
    screen = begun(program)
    finished = next(
        record
        for record in records.kept.of_enterprise(
            program.reader, screen.paper.opened.record.enterprise_id
        )
        if record.state == "finished"
    )
    program.go(Place("fill", finished.id))
    assert screen.paper.readonly
    assert not screen.foot.finish.isVisible()
    assert screen.page.widgets[CONTACT].field.isReadOnly()


def test_a_paper_begun_by_mistake_is_withdrawn_with_its_reason_and_can_be_restored(program):
    program.go(Place("today"))
    screen = begun(program)
    record_id = screen.paper.id
    screen.context.withdraw_wanted.emit()
    dialog = screen.window().findChild(ReasonDialog)
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.reason.insertPlainText("企业选错")
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    program.settle()
    assert records.get(program.reader, record_id).state == "withdrawn"
    note = program.window.notes._notes["withdrawn"]
    note.acts[0][1]()
    program.settle()
    assert records.get(program.reader, record_id).state == "draft"


# --- pictures ---------------------------------------------------------------------------------

LOOKS = {
    "light": {},
    "dark": {"theme": "dark"},
    "english": {"language": "en"},
    "drawer": {"size": (1000, 768)},
    "double": {"size": (683, 480)},
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_screen_looks_as_designed(start, tmp_path, look):
    """Kept as pictures where XUNJIAN_PICTURES says; every control has a name."""
    program = start(**LOOKS[look])
    screen = begun(program)
    editor = fail(program, screen)
    editor.form.seen.insertPlainText(SEEN)
    file = tmp_path / "label.jpg"
    file.write_bytes(photo_of("车身未见标识"))
    editor.photos.add_files((str(file),))
    program.settle()
    QTest.qWait(200)
    program.settle()
    screen.page.focus_on(NEXT)
    picture = program.picture(f"fill-{look}")
    assert not picture.isNull()
    stops = screen.findChildren(object)
    nameless = [
        one
        for one in stops
        if hasattr(one, "focusPolicy")
        and one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not one.accessibleName()
    ]
    assert nameless == []
    if look == "drawer":
        QTest.keyClick(screen, Qt.Key.Key_F4)
        assert screen.context.isVisible()
        program.picture("fill-drawer-open")
