"""The form designer through the real window: errors, a trial, the page, and each save followed."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.screens.change_dialog import ChangeDialog
from app.screens.designer_files import Files
from app.screens.place import Place
from app.services import designing
from app.widgets.buttons import Button
from tests.gui.screens.designer_kit import CHECK, LONG, Design

CONTACT = "/data/unit/contact"


@pytest.fixture
def design(program, qtbot, tmp_path):
    return Design.of(program, qtbot, tmp_path)


def press(widget, words):
    next(one for one in widget.findChildren(Button) if one.accessibleName() == words).click()


def test_without_a_workbook_the_screen_says_what_to_do(program):
    screen = program.go(Place("designer"))
    assert screen.none.isVisible()
    press(screen.none, "打开工作簿")
    dialog = program.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def test_errors_are_told_with_their_place_and_followed_at_each_save(design):
    """Nobody should have to press a button after saving in the spreadsheet program."""
    assert design.chip() == "使用中"
    design.save(("uscc-ok(.)", "uscc-oh(.)"))
    assert design.chip() == "1 处错误"
    assert any("没有 uscc-oh 这个函数" in words for words in design.said())
    assert "工作表 survey，第 5 行，constraint 列" in design.said()
    design.save(("uscc-oh(.)", "uscc-ok(.)"), ("contact_post", "contact_role"))
    assert design.chip() == "版本号要改大"
    assert any("（contact_post）没有了" in words for words in design.said())


def test_the_trial_keeps_its_answers_through_a_save(design):
    """A clerk who mends one question must not fill in forty again."""
    design.screen.show_tab("try")
    trial = design.screen.trial
    trial.answers.answer(CONTACT, "王经理")
    design.save(("现场负责人 | Person in charge on site", "在场负责人 | Person in charge on site"))
    assert trial.answers.session.node(CONTACT).value == "王经理"
    assert trial.page.widgets[CONTACT]._label.text() == "在场负责人 *"


def test_the_trial_outlives_a_change_of_language(design, qtbot):
    """The screens are made anew in the other language; forty answers must not go with them."""
    design.screen.show_tab("try")
    trial = design.screen.trial
    trial.open_section("/data/product")
    trial.answers.answer(CONTACT, "王经理")
    before = design.screen
    design.program.desk.languages.use("en")
    qtbot.waitUntil(lambda: design.program.screen is not before, timeout=LONG)
    design.screen = design.program.screen
    design.wait()
    after = design.screen.trial
    assert after.answers.session.node(CONTACT).value == "王经理"
    assert (design.screen._tab, after.page.section) == ("try", "/data/product")
    assert after.fill.accessibleName() == "Fill in believably"


def test_a_workbook_that_is_taken_away_is_told(design, qtbot):
    """What stands on the screen must not be put into use when the file is gone for good."""
    design.path.unlink()
    qtbot.waitUntil(lambda: design.chip() == "1 处错误", timeout=LONG)
    assert not design.screen.put.isEnabled()
    assert not design.screen.check.marked.isVisible()


def test_tab_goes_in_the_order_of_reading(design, qtbot):
    """First the acts, then the tabs, then the questions; the page and the status line come last."""
    design.screen.show_tab("try")
    qtbot.wait(100)
    names, start = [], design.screen.put
    at = start.nextInFocusChain()
    while at is not start:
        if at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(at.accessibleName())
        at = at.nextInFocusChain()
    wanted = ["试填", "检查提纲", "自动试填", "清空", "复制为测试", "现场负责人", "适合页面"]
    assert [one for one in names if one in wanted] == wanted


def test_while_there_are_errors_the_trial_stands_as_before(design):
    trial = design.screen.trial
    trial.answers.answer(CONTACT, "王经理")
    design.save(("uscc-ok(.)", "uscc-oh(.)"))
    assert trial.answers.session.node(CONTACT).value == "王经理"
    assert "出错之前" in design.screen._said()


def test_filling_in_and_emptying_can_be_taken_back(design):
    design.screen.show_tab("try")
    trial = design.screen.trial
    trial.answers.answer(CONTACT, "王经理")
    press(trial, "自动试填")
    assert trial.answers.progress()[0] == trial.answers.progress()[1]
    full = trial.answers.session.answers()
    press(trial, "清空")
    assert CONTACT not in trial.answers.session.answers()
    trial.undo_bar.undone.emit()
    assert trial.answers.session.answers() == full


def test_a_trial_is_copied_as_rows_of_the_tests_sheet(design):
    trial = design.screen.trial
    trial.answers.answer("/data/product/ccc", "no")
    press(trial, "复制为测试")
    rows = QGuiApplication.clipboard().text().split("\n")
    assert "试填\tanswer\tccc\tno" in rows
    assert rows[-1] == "试填\tfindings\t\tccc"


def test_the_page_follows_what_is_answered(design, qtbot):
    page = design.screen.page.paper.pages
    qtbot.waitUntil(lambda: page.count > 0, timeout=LONG)
    drawn = []
    design.screen.page.paper.drawn.connect(lambda one: drawn.append(one.pdf))
    design.screen.trial.answers.answer(CONTACT, "王经理")
    qtbot.waitUntil(lambda: bool(drawn), timeout=LONG)
    import pypdfium2

    words = pypdfium2.PdfDocument(drawn[-1])[0].get_textpage().get_text_bounded()
    assert "王经理" in words


def test_a_picture_is_made_up_and_none_is_kept(program, qtbot, tmp_path):
    """Trying a form must leave no photo behind and open no camera."""
    path = tmp_path / "form.md"
    text = CHECK.read_text(encoding="utf-8")
    row = "|  | image | gate | 大门 | Gate |\n"
    at = text.index("|  | text | contact_post |")
    path.write_text(text[:at] + row + text[at:], encoding="utf-8")
    design = Design(program, qtbot, path)
    trial = design.screen.trial
    gate = "/data/unit/gate"
    trial.page.asked.emit(gate, "camera")
    value = trial.answers.session.node(gate).value
    assert not trial.answers.media.picture(value).isNull()
    trial.page.asked.emit(gate, "remove")
    assert not trial.answers.session.node(gate).value
    assert program.reader.row("SELECT count(*) FROM attachment WHERE name = ?", (value,))[0] == 0


def test_the_copy_with_errors_is_written_where_asked_and_never_over_the_workbook(design, qtbot):
    design.save(("uscc-ok(.)", "uscc-oh(.)"))
    files = design.screen.files
    out = design.path.with_name("marked.xlsx")
    problems = design.screen.looked.problems
    files.mark_to(design.path, problems, str(out))
    qtbot.waitUntil(out.exists, timeout=LONG)
    import openpyxl

    assert openpyxl.load_workbook(out).sheetnames[0] == "错误"
    before = design.path.read_bytes()
    files.mark_to(design.path, problems, str(design.path))
    design.program.settle()
    assert design.path.read_bytes() == before


def test_a_new_form_is_written_and_opened(program, qtbot, tmp_path, monkeypatch):
    """It can be tried at once, so that its clerk sees what each row of the workbook does."""
    opened = []
    monkeypatch.setattr(
        "app.screens.designer_files.open_outside", lambda path: not opened.append(path)
    )
    page = program.go(Place("settings", spot="forms"))._pages["forms"]
    target = tmp_path / "new.xlsx"
    page.files.write_new(str(target))
    qtbot.waitUntil(lambda: program.screen.__class__.__name__ == "DesignerScreen", timeout=LONG)
    qtbot.waitUntil(lambda: not program.screen.busy, timeout=LONG)
    assert opened == [target]
    assert program.screen.trial.answers.sections()


def test_a_form_in_use_is_written_as_a_workbook_and_opened(program, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("app.screens.designer_files.open_outside", lambda _path: True)
    page = program.go(Place("settings", spot="forms"))._pages["forms"]
    wanted = []
    monkeypatch.setattr(page.files, "begin_from", lambda *asked: wanted.append(asked))
    page.change.click()
    (dialog,) = program.window.findChildren(ChangeDialog)
    dialog.form.set_value("sampling-sheet")
    dialog.act.click()
    assert wanted == [("sampling-sheet", page._lines["sampling-sheet"].title)]
    target = tmp_path / "sheet.xlsx"
    page.files.write_used("sampling-sheet", str(target))
    qtbot.waitUntil(lambda: program.screen.__class__.__name__ == "DesignerScreen", timeout=LONG)
    qtbot.waitUntil(lambda: not program.screen.busy, timeout=LONG)
    assert program.screen.looked.found.differences == ()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(program, qtbot, tmp_path):
    files = Files(program.desk, program.window)
    said = []
    object.__setattr__(program.desk, "say", said.append)
    files.write_new(str(tmp_path / "nowhere" / "new.xlsx"))
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert said[0].tone == "danger"
    assert str(tmp_path / "nowhere") in said[0].sentence


@pytest.mark.parametrize("size", [(1366, 768), (1000, 700), (800, 600)])
def test_the_page_is_beside_the_form_or_a_tab_of_its_own(start, qtbot, tmp_path, size):
    """Nothing may be reachable only in the wide form."""
    path = tmp_path / "form.md"
    path.write_bytes(CHECK.read_bytes())
    program = start(size)
    design = Design(program, qtbot, path)
    tabs = [one.tab.id for one in design.screen.tabs._buttons]
    assert ("page" in tabs) == (size[0] < 1100)
    design.screen.show_tab("page" if "page" in tabs else "try")
    assert design.screen.page.isVisible()


def test_a_check_that_takes_long_shows_that_it_goes_on(program, qtbot, tmp_path, monkeypatch):
    """A form of a thousand questions takes seconds; a still window looks like one that hangs."""
    held = threading.Event()
    real = designing.look

    def slowly(open_reader, path):
        held.wait(20)
        return real(open_reader, path)

    monkeypatch.setattr(designing, "look", slowly)
    path = tmp_path / "form.md"
    path.write_bytes(CHECK.read_bytes())
    program.window.go(Place("designer", str(path)))
    screen = program.screen
    qtbot.waitUntil(screen.progress.isVisible, timeout=LONG)
    assert screen.busy
    held.set()
    qtbot.waitUntil(lambda: not screen.busy, timeout=LONG)
    assert not screen.progress.isVisible()
