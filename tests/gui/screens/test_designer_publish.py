"""Putting a version into use through the real window: freely, with a second person, or not yet."""

import pytest

from app.screens.designer_publish import PublishDialog
from app.services import packages, publishing
from app.widgets.labels import Label
from tests.gui.screens.designer_kit import CHECK, VERSION, Design

NEXT = (VERSION, str(int(VERSION) + 100))
LABEL = ("现场负责人 | Person in charge on site", "在场负责人 | Person in charge on site")
RENAMED = (
    "| settings |",
    "| renamed |\n|  | old | new |\n|  | contact_post | contact_role |\n\n| settings |",
)


@pytest.fixture
def design(program, qtbot, tmp_path):
    return Design.of(program, qtbot, tmp_path)


def ask(design):
    """Press the one button and give the dialogue."""
    design.screen.put.click()
    return design.program.window.findChild(PublishDialog)


def in_use(design):
    return packages.newest(design.program.reader, "spot-check")


def test_the_version_in_use_cannot_be_put_into_use_again(design):
    assert not design.screen.put.isEnabled()


def test_a_harmless_change_needs_nobody_else(design):
    design.save(NEXT, LABEL)
    dialog = ask(design)
    assert not dialog.person.isVisible()
    dialog.act.click()
    design.program.settle()
    assert in_use(design).version == NEXT[1]
    assert in_use(design).approval is None
    design.wait()
    assert design.chip() == "使用中"


def test_a_name_that_is_gone_must_be_explained_in_the_workbook_first(design):
    """Whoever takes a question away by mistake must not be able to click past it."""
    design.save(NEXT, ("contact_post", "contact_role"))
    dialog = ask(design)
    assert not dialog.act.isVisible()
    words = [label.text() for label in dialog.findChildren(Label)]
    assert any("contact_post" in one for one in words)
    dialog.reject()
    assert in_use(design).version == VERSION


def test_a_breaking_change_waits_for_a_second_inspector_and_a_reason(design):
    design.save(NEXT, ("contact_post", "contact_role"), RENAMED)
    dialog = ask(design)
    dialog.act.click()
    assert in_use(design).version == VERSION
    assert dialog._person_line._error.text()
    act = design.program.desk.duty.act()
    other = publishing.confirmers(design.program.reader, act)[0]
    assert act.who.person_id not in [one.value for one in items(dialog)]
    dialog.person.set_value(other.id)
    dialog.act.click()
    design.program.settle()
    assert in_use(design).version == VERSION
    assert dialog._reason_line._error.text()
    dialog.reason.set_text("按新的抽查通知书格式改名")
    dialog.act.click()
    design.program.settle()
    said = in_use(design).approval
    assert (said.confirmed, said.reason) == (other.name, "按新的抽查通知书格式改名")


def items(dialog):
    return [dialog.person.itemData(place) for place in range(dialog.person.count())]


def test_a_version_that_is_not_newer_is_told_before_anybody_confirms_it(design):
    """Nobody should choose a colleague and write a reason to hear of the number only then."""
    design.save(LABEL, ("contact_post", "contact_role"), RENAMED)
    assert design.chip() == "版本号要改大"
    assert any(VERSION in words and "版本" in words for words in design.said())
    dialog = ask(design)
    assert not dialog.act.isVisible()
    assert not dialog.person.isVisible()
    assert any(VERSION in label.text() for label in dialog.findChildren(Label))
    dialog.act.click()
    design.program.settle()
    assert dialog.isVisible()
    assert in_use(design).source_hash != design.path.read_bytes()


def test_a_draft_goes_on_with_its_own_version_and_new_ones_begin_with_the_new(design):
    before = design.program.check().record
    design.save(NEXT, LABEL)
    ask(design).act.click()
    design.program.settle()
    after = design.program.check().record
    assert before.form_hash != after.form_hash
    assert after.form_hash == in_use(design).hash


def test_the_bureau_s_own_version_survives_a_newer_library(design, tmp_path):
    """An update of the program must not take back what the bureau has put into use."""
    design.save(NEXT, LABEL)
    ask(design).act.click()
    design.program.settle()
    library = tmp_path / "library"
    folder = library / "spot-check"
    folder.mkdir(parents=True)
    text = CHECK.read_text(encoding="utf-8").replace(VERSION, "2027010101")
    (folder / "form.md").write_text(text, encoding="utf-8")
    design.program.write(lambda store: packages.refresh(store, library))
    assert in_use(design).version == NEXT[1]
