"""Every way of choosing through the real window, on a form published as a clerk would write it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.widgets.option_rows import BARE
from app.widgets.questions.choices import LikertQuestion, ListQuestion, SearchQuestion
from app.widgets.questions.grid import Grid
from app.widgets.questions.several import SearchSeveralQuestion
from tests.gui.screens.choosing_form import begun
from tests.gui.screens.fill_kit import PERSON, stored

SYSTEM, PLACES, GOODS = "/data/system", "/data/places", "/data/goods"
RECORDS, PROCESS, REPAIR = f"{SYSTEM}/records", f"{SYSTEM}/process", f"{SYSTEM}/repair"
MADE, OTHER = f"{GOODS}/made", f"{GOODS}/made_other"
TOWN, STREET = f"{GOODS}/town", f"{GOODS}/street"

LOOKS = {
    "light": {},
    "dark": {"theme": "dark"},
    "english": {"language": "en"},
    "double": {"size": (683, 480)},
}


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        QTest.qWait(PERSON)


def values(screen, *refs):
    return [screen.paper.session.node(ref).value for ref in refs]


def test_a_table_list_is_one_grid_answered_row_by_row(program):
    screen = begun(program)
    (grid,) = screen.page.findChildren(Grid)
    assert [row.ref for row in grid.rows] == [RECORDS, PROCESS, REPAIR]
    assert {cell.look for row in grid.rows for cell in row.cells._cells} == {BARE}
    assert not grid.rows[2].isVisible()
    assert screen.page.ref_of(QApplication.focusWidget()) == RECORDS
    press(Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_3)
    assert values(screen, RECORDS, PROCESS) == ["high", "low"]
    assert grid.rows[2].isVisible()
    press(Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert values(screen, REPAIR) == ["mid"]
    assert screen.page.section == PLACES


def test_tab_goes_to_the_next_row_from_whichever_cell_was_chosen(program):
    screen = begun(program)
    press(Qt.Key.Key_3, Qt.Key.Key_Tab)
    assert screen.page.ref_of(QApplication.focusWidget()) == PROCESS
    press(Qt.Key.Key_3, Qt.Key.Key_Tab, Qt.Key.Key_2)
    assert values(screen, RECORDS, PROCESS, REPAIR) == ["low", "low", "mid"]
    press(Qt.Key.Key_Backtab)
    assert screen.page.ref_of(QApplication.focusWidget()) == PROCESS


def test_the_title_of_a_table_list_names_its_section_and_stands_once(program):
    screen = begun(program)
    assert screen.title._title.text() == "质量管理体系"
    told = [one.text() for one in screen.page.findChildren(QLabel)]
    assert "质量管理体系" not in told


def test_the_head_of_a_grid_is_never_open_and_never_counted(program):
    """A question nobody can answer would keep a paper unfinished for ever."""
    screen = begun(program)
    assert screen.paper.session.progress(SYSTEM) == (0, 2, 0)
    assert screen.paper.session.progress(PLACES) == (0, 4, 0)
    screen.open_section(PLACES)
    assert screen.page.ref_of(QApplication.focusWidget()) == f"{PLACES}/store"


def test_check_items_in_a_table_list_keep_their_cards_so_that_a_finding_can_unfold(program):
    screen = begun(program)
    screen.open_section("/data/checks")
    assert screen.page.findChildren(Grid) == []
    exits = screen.page.widgets["/data/checks/exits"]
    exits.card.verdict.choose("no")
    assert screen.page.editors["/data/checks/exits"].form.isVisible()


def test_what_is_missing_in_a_row_is_said_under_it(program):
    screen = begun(program)
    row = screen.page.widgets[RECORDS]
    assert row.error == ""
    screen.page.focus_on(PROCESS)
    assert row.error


def test_ticks_in_a_grid_and_in_a_folded_list_are_kept(program):
    screen = begun(program)
    screen.open_section(PLACES)
    press(Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Down, Qt.Key.Key_2)
    taken = screen.page.widgets[f"{PLACES}/taken"]
    taken.choice.open_list()
    for _ in range(2):
        QTest.keyClick(taken.choice.list, Qt.Key.Key_Space)
        QTest.keyClick(taken.choice.list, Qt.Key.Key_Down)
    QTest.keyClick(taken.choice.list, Qt.Key.Key_Escape)
    screen.leave()
    program.settle()
    kept = stored(program, screen.paper.id)
    assert kept[f"{PLACES}/store"] == "seen copied"
    assert kept[f"{PLACES}/line"] == "asked"
    assert kept[f"{PLACES}/taken"] == "seen asked"


def test_a_quick_scale_goes_on_to_the_next_question(program):
    screen = begun(program)
    screen.open_section(PLACES, f"{PLACES}/overall")
    assert isinstance(screen.page.widgets[f"{PLACES}/overall"], LikertQuestion)
    press(Qt.Key.Key_2)
    assert values(screen, f"{PLACES}/overall") == ["mid"]
    assert screen.page.section == GOODS


def test_a_chip_taken_off_comes_back_with_what_was_chosen_since(program):
    screen = begun(program)
    screen.open_section(GOODS)
    made = screen.page.widgets[MADE]
    assert isinstance(made, SearchSeveralQuestion)
    screen.paper.answer(MADE, "bike walker")
    QTest.mouseClick(made.choice._chips[0], Qt.MouseButton.LeftButton)
    assert values(screen, MADE) == ["walker"]
    screen.paper.answer(MADE, "walker scooter")
    screen.undo_bar.undone.emit()
    assert values(screen, MADE) == ["bike walker scooter"]
    assert [chip.item.words for chip in made.choice._chips] == [
        "儿童自行车",
        "婴儿学步车",
        "电动滑板车",
    ]


def test_the_other_choice_asks_what_it_is(program):
    screen = begun(program)
    screen.open_section(GOODS)
    assert not screen.page.widgets[OTHER].isVisible()
    screen.paper.answer(MADE, "bike other")
    assert screen.page.widgets[OTHER].isVisible()
    screen.page.focus_on(OTHER)
    QTest.keyClicks(screen.page.widgets[OTHER].field, "abc")
    assert values(screen, OTHER) == ["abc"]


def test_a_filter_that_leaves_nothing_says_so_and_one_that_leaves_many_is_searched(program):
    """The control fits what is offered now, not what was offered when the page was opened."""
    screen = begun(program)
    screen.open_section(GOODS)
    street = screen.page.widgets[STREET]
    assert street.nothing.isVisible()
    screen.page.focus_on(STREET)
    assert QApplication.focusWidget() is street.nothing.words
    screen.paper.answer(TOWN, "ly")
    assert not screen.page.widgets[STREET].control.isHidden()
    screen.paper.answer(TOWN, "zb")
    searched = screen.page.widgets[STREET]
    assert isinstance(searched, SearchQuestion)
    assert searched.isVisible()
    screen.page.focus_on(STREET)
    assert screen.page.ref_of(QApplication.focusWidget()) == STREET
    screen.paper.answer(TOWN, "")
    assert isinstance(screen.page.widgets[STREET], ListQuestion)
    assert screen.page.widgets[STREET].nothing.isVisible()


def test_an_answer_a_filter_has_left_behind_is_cleared_and_can_be_put_back(program):
    screen = begun(program)
    screen.open_section(GOODS)
    screen.paper.answer(TOWN, "ly")
    screen.paper.answer(STREET, "s0")
    screen.paper.answer(TOWN, "")
    screen.page.widgets[STREET].nothing.clear.click()
    assert values(screen, STREET) == [""]
    screen.undo_bar.undone.emit()
    screen.paper.answer(TOWN, "ly")
    assert values(screen, STREET) == ["s0"]
    assert screen.page.widgets[STREET].choice.value == "s0"


def test_a_finished_paper_only_shows_its_choices(program):
    screen = begun(program)
    screen.paper.answer(RECORDS, "mid")
    screen.paper.save()
    program.settle()
    screen.paper._close(None)
    row = screen.page.widgets[RECORDS]
    assert row.cells.value == "mid"
    assert not any(cell.isEnabled() for cell in row.cells._cells)


@pytest.mark.parametrize("look", LOOKS)
def test_the_choices_look_as_designed(start, look):
    """Kept as pictures where XUNJIAN_PICTURES says; nothing is wider than the page."""
    program = start(**LOOKS[look])
    screen = begun(program)
    for ref, value in ((RECORDS, ""), (PROCESS, "low"), (MADE, "bike walker other"), (TOWN, "")):
        screen.paper.answer(ref, value)
    answers = {"store": "seen copied", "line": "asked", "taken": "seen asked", "overall": "mid"}
    for name, value in answers.items():
        screen.paper.answer(f"{PLACES}/{name}", value)
    screen.paper.reveal(RECORDS)
    for section in (SYSTEM, PLACES, GOODS):
        screen.open_section(section)
        program.settle()
        assert screen.page.widget().width() <= screen.page.viewport().width()
        program.picture(f"choices-{section.rpartition('/')[2]}-{look}")
