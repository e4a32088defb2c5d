"""A newer version of the form, offered and taken through the real window."""

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.fill_version_dialog import VersionDialog
from app.screens.place import Place
from app.services import packages, records
from app.services.changes import Changes, Result
from app.widgets.bars import MessageBar
from app.widgets.buttons import Button
from db.rows import FormPackage
from db.store import answers
from db.store import packages as kept

POST = "/data/unit/contact_post"
ROLE = "/data/unit/contact_role"
A_DAY = dt.timedelta(days=1)


def publish_next(program):
    """A version in which the post of the person in charge is another question."""
    known = packages.newest(program.reader, "spot-check")
    xml = known.form_xml.replace(b"contact_post", b"contact_role")
    new = replace(known, version="2027.1", form_xml=xml)

    def keep(store):
        row = FormPackage(new.hash, new.id, new.version, new.title, new.source_hash)
        with store.atomic():
            kept.add(store, replace(row, published=store.clock() + A_DAY, data=new.to_bytes()))
        return Result(None, Changes())

    program.write(keep)
    return new


@pytest.fixture
def begun(program):
    """A spot check with a post written, begun before the newer version came."""
    started = program.check()
    act = program.desk.duty.act()
    program.write(lambda store: records.answer(store, act, started.record.id, {POST: "厂长"}))
    return started.record


def bars(screen):
    return [bar for bar in screen.offers.findChildren(MessageBar) if bar.isVisible()]


def press(widget, act):
    next(b for b in widget.findChildren(Button) if b.property("act") == act).click()


def look(program, screen):
    """Ask what changes and give the dialogue."""
    press(bars(screen)[0], "look")
    program.settle()
    return next(one for one in program.window.findChildren(VersionDialog) if one.isVisible())


def shown(dialog, name):
    """Keep a picture of a dialogue where ``XUNJIAN_PICTURES`` says, if it says so."""
    folder = os.environ.get("XUNJIAN_PICTURES")
    if folder:
        dialog.grab().save(str(Path(folder) / f"{name}.png"))


def stored(program, record):
    found = records.get(program.reader, record.id)
    return found.form_hash, answers.of_record(program.reader, record.id)


def test_without_a_newer_version_nothing_is_offered(program, begun):
    screen = program.go(Place("fill", begun.id))
    assert bars(screen) == []


def test_the_newer_version_is_shown_in_three_groups_before_anything_is_done(program, begun):
    publish_next(program)
    screen = program.go(Place("fill", begun.id))
    assert "此表单有新版本" in bars(screen)[0].accessibleName()
    program.picture("version-offered")
    before = stored(program, begun)
    dialog = look(program, screen)
    dropped, fresh, carried = dialog.groups
    assert dropped == ("将清空或舍去：1 项", ["职务 · “厂长” · 不再询问"])
    assert fresh == ("新增或需更正：1 项", ["职务"])
    assert "单位名称" in carried[1][0]
    QTest.qWait(50)
    shown(dialog, "version-dialog")
    dialog.reject()
    program.settle()
    assert stored(program, begun) == before


def test_moving_shows_the_new_question_and_undo_brings_everything_back(program, begun):
    new = publish_next(program)
    screen = program.go(Place("fill", begun.id))
    before = stored(program, begun)
    look(program, screen).accept()
    program.settle()
    form_hash, said = stored(program, begun)
    assert form_hash == new.hash
    assert POST not in said
    screen.go_to(ROLE)
    assert ROLE in screen.page.widgets
    assert bars(screen) == []
    program.picture("version-moved")
    note = program.window.notes._notes["version-moved"]
    assert note.bold == "已改用版本 2027.1"
    assert note.acts[0][0] == "撤销"
    note.acts[0][1]()
    program.settle()
    assert stored(program, begun) == before
    screen.go_to(POST)
    assert screen.page.widgets[POST].field.text() == "厂长"
    assert len(bars(screen)) == 1


def test_what_was_typed_last_is_in_the_look(program, begun):
    publish_next(program)
    screen = program.go(Place("fill", begun.id))
    screen.go_to(POST)
    screen.paper.answer(POST, "主任")
    dialog = look(program, screen)
    assert "“主任”" in dialog.groups[0][1][0]
    dialog.reject()


def test_a_paper_one_left_as_it_is_is_not_asked_about_again(program, begun):
    publish_next(program)
    screen = program.go(Place("fill", begun.id))
    press(bars(screen)[0], "leave")
    assert bars(screen) == []
    program.go(Place("today"))
    assert bars(program.go(Place("fill", begun.id))) == []


def test_by_hand_an_emptied_answer_goes_into_a_new_question(program, begun):
    publish_next(program)
    screen = program.go(Place("fill", begun.id))
    dialog = look(program, screen)
    field = dialog.names.fields["contact_post"]
    assert field.accessibleName() == "“职务”的答案改填到"
    values = [field.itemData(row).value for row in range(field.count())]
    assert values[0] == ""
    assert "contact_role" in values
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    program.settle()
    assert dialog.names.names == {"contact_post": "contact_role"}
    assert dialog.groups[0] == ("将清空或舍去：0 项", [])
    assert dialog.focusWidget() is field
    QTest.qWait(50)
    shown(dialog, "version-dialog-by-hand")
    dialog.accept()
    program.settle()
    assert stored(program, begun)[1][ROLE] == "厂长"


def test_a_choice_taken_back_empties_the_answer_again(program, begun):
    publish_next(program)
    dialog = look(program, program.go(Place("fill", begun.id)))
    field = dialog.names.fields["contact_post"]
    for value, count in (("contact_role", 0), ("", 1)):
        field.set_value(value)
        field.chosen.emit(value)
        program.settle()
        assert len(dialog.groups[0][1]) == count
    dialog.reject()
