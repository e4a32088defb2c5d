"""A repeat of many rows: a list of them all, and the questions of one; few stand open as ever."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.fill_rows import FEW, row_around
from forms.publish import publish
from tests.gui.screens.choosing_form import begun_with

UNITS = "/data/units"
FORM = """
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | required | constraint | constraint_message::中文 (zh) | constraint_message::English (en) |
|  | begin_repeat | units | 样品单元 | Sample unit |  |  |  |  |
|  | text | mark | 标识 | Mark | yes |  |  |  |
|  | integer | weight | 质量 | Weight |  | . < 100 | 不超过 100 | At most 100 |
|  | text | note | 备注 | Note |  |  |  |  |
|  | end_repeat |  |  |  |  |  |  |  |

| settings |
|  | form_title | form_id | version | default_language | style | kind | layout | signers | effective_from |
|  | 单元登记表 | units | 1 | 中文 (zh) | pages | record | table |  | 2026-09-01 |

| print |
|  | block | text | when | style |
|  | title | 单元登记表 |  |  |
|  | table | units: 标识 = ${mark} ;; 质量 = ${weight} |  |  |
"""
JUDGED = (
    FORM.replace(
        "|  | end_repeat |",
        "|  | select_one verdict | look | 外观 | Looks |  |  |  |  |\n|  | end_repeat |",
    )
    + """
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) | finding |
|  | verdict | ok | 合格 | Pass |  |
|  | verdict | no | 不合格 | Fail | yes |
"""
)


@pytest.fixture
def screen(program):
    return begun_with(program, publish(FORM.encode(), "units.md"))


def rows_of(screen):
    return screen.paper.session.children(UNITS)


def add(screen, count):
    """Bring the repeat to so many rows, as the button does; the first two are answered."""
    while len(rows_of(screen)) < count - 1:
        screen.paper.session.add_repeat(UNITS)
    screen.page._add_row(UNITS)
    for number, row in enumerate(rows_of(screen)[:2], start=1):
        screen.paper.answer(f"{row}/mark", f"A{number}")
        screen.paper.answer(f"{row}/weight", str(number))
        screen.paper.answer(f"{row}/note", "完好")


def listed(screen):
    """The list of rows, None while all of them stand open."""
    return screen.page._builder.lists.get(UNITS)


def shown_rows(screen):
    """The rows of which questions stand on the page."""
    return {row_around(ref, UNITS) for ref in screen.page.widgets}


def works(screen):
    return listed(screen)._rows


def test_few_rows_all_stand_open(screen):
    add(screen, FEW)
    assert listed(screen) is None
    assert shown_rows(screen) == set(rows_of(screen))


def test_of_many_rows_one_stands_open_and_all_are_listed(screen):
    """Two hundred units would take the window half a minute if each had its widgets."""
    add(screen, 200)
    assert len(works(screen)) == 200
    assert len(shown_rows(screen)) == 1
    assert shown_rows(screen) == {rows_of(screen)[-1]}
    assert [work.second for work in works(screen)[:3]] == ["A1·1·完好", "A2·2·完好", "还没有作答"]
    assert [work.chip.words for work in works(screen)[:3]] == ["3 / 3", "3 / 3", "0 / 3"]


def test_a_row_is_opened_from_the_list_and_its_first_open_question_has_the_focus(screen):
    add(screen, 12)
    wanted = rows_of(screen)[4]
    listed(screen).list.setFocus()
    listed(screen).list.setCurrentIndex(listed(screen).list.model().index(4, 0))
    QTest.keyClick(listed(screen).list, Qt.Key.Key_Return)
    assert shown_rows(screen) == {wanted}
    assert screen._here() == f"{wanted}/mark"


def test_the_list_follows_what_is_typed_and_what_is_wrong(screen):
    add(screen, 12)
    row = rows_of(screen)[-1]
    screen.page.widgets[f"{row}/weight"].answered.emit(f"{row}/weight", "500")
    assert works(screen)[-1].second == "500"
    assert works(screen)[-1].icon == "list"
    screen.paper.reveal(f"{row}/weight")
    assert works(screen)[-1].icon == "triangle"
    assert "需改正" in works(screen)[-1].chip.words


def test_going_to_a_question_opens_its_row(screen):
    """The list of what is missing, F8 and Enter lead into rows that are closed."""
    add(screen, 12)
    wanted = f"{rows_of(screen)[7]}/weight"
    screen.go_to(wanted)
    assert screen._here() == wanted
    screen.open_section(UNITS, f"{rows_of(screen)[1]}/note")
    screen.next_open()
    assert screen._here() == f"{rows_of(screen)[2]}/mark"


def test_a_row_is_removed_and_comes_back_and_its_neighbour_stands_open(screen):
    add(screen, 12)
    rows = rows_of(screen)
    screen.go_to(f"{rows[1]}/mark")
    screen.page._remove_row(rows[1])
    assert shown_rows(screen) == {rows[2]}
    screen.undo_bar.undone.emit()
    assert rows_of(screen) == rows
    assert screen.paper.session.node(f"{rows[1]}/mark").value == "A2"


def test_a_row_that_is_gone_opens_nothing(screen):
    add(screen, 12)
    gone = rows_of(screen)[3]
    screen.page._remove_row(gone)
    assert not screen.page.focus_on(f"{gone}/mark")
    assert len(shown_rows(screen)) == 1


@pytest.mark.parametrize("count", [3, 12])
def test_a_row_goes_away_under_the_focus_and_its_neighbour_has_it(screen, count):
    """Whoever removes it: the question left behind is no longer there to be judged."""
    add(screen, count)
    rows = rows_of(screen)
    screen.window().activateWindow()
    assert QTest.qWaitForWindowActive(screen.window())
    screen.open_section(UNITS, f"{rows[1]}/note")
    assert screen._at == f"{rows[1]}/note"
    screen.page._remove_row(rows[1])
    assert screen._here() == f"{rows[2]}/mark"
    screen.paper.remove_row(rows[2])
    assert rows[2] not in rows_of(screen)
    for row in rows_of(screen)[1:]:
        screen.page._remove_row(row)
    screen.page._remove_row(rows[0])
    assert screen.page.focusWidget() is screen.page._builder.adders[UNITS]


def test_what_was_written_of_a_finding_goes_with_its_row(program):
    """The next save asked for a question that was no longer there."""
    screen = begun_with(program, publish(JUDGED.encode(), "units.md"))
    add(screen, 2)
    row = rows_of(screen)[1]
    screen.paper.answer(f"{row}/look", "no")
    screen.leave()
    program.settle()
    screen.paper.findings.edit(f"{row}/look", seen="划痕")
    screen.page._remove_row(row)
    screen.leave()
    program.settle()
    assert not screen.paper.findings.dirty
    assert screen.paper.findings.refs() == frozenset()
