"""Settings, calendar: published years, a table taken in, and what is wrong in one."""

import re

import pytest
from PySide6.QtCore import Qt

from app.screens.place import Place
from app.screens.sentences_tables import PROBLEMS, problem_place, problem_sentence
from resources.tables import RowProblem
from tests.unit.app.services.test_corrections import NOTICE, written


def opened(program):
    program.window.go(Place("settings", "calendar"))
    program.settle()
    return program.screen._pages["calendar"]


def rows_of(work):
    model = work.model()
    found = [model.index(row, 0) for row in range(model.rowCount())]
    return [index.data(Qt.ItemDataRole.UserRole) for index in found]


def test_the_years_are_listed_and_a_new_one_comes_in(program, tmp_path):
    """The bureau's clerk hands over a file in December; nothing is started again."""
    page = opened(program)
    assert rows_of(page.years)[0].title == "2026"
    page.take_in(str(written(tmp_path, *NOTICE)))
    program.settle()
    assert [row.title for row in rows_of(page.years)][:2] == ["2027", "2026"]
    assert "6" in page.said.text()
    assert "2027" in page.said.text()
    assert page.problems.isHidden()
    assert page.take.isEnabled()
    program.picture("settings-calendar")


def test_what_is_wrong_is_listed_by_row_and_column(program, tmp_path):
    """Each line says what and where, as the spreadsheet counts."""
    page = opened(program)
    wrong = written(tmp_path, *NOTICE, "2027-13-01,holiday,元旦", "2027-02-01,off,春节")
    page.take_in(str(wrong))
    program.settle()
    shown = rows_of(page.problems)
    assert len(shown) == 2
    assert "2027-13-01" in shown[0].title
    assert "8" in shown[0].second
    assert "date" in shown[0].second
    assert "kind" in shown[1].second
    assert page.take.isEnabled()
    assert rows_of(page.years)[0].title == "2026"
    program.picture("settings-calendar-wrong")


def test_a_good_table_after_a_wrong_one_clears_the_list(program, tmp_path):
    page = opened(program)
    page.take_in(str(written(tmp_path, "2027-13-01,holiday,元旦")))
    program.settle()
    page.take_in(str(written(tmp_path, *NOTICE)))
    program.settle()
    assert page.problems.isHidden()


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_every_problem_of_a_table_is_a_sentence_without_gaps(qapp, code):
    """No code and no brace ever reaches the clerk."""
    said = problem_sentence(RowProblem("x.csv", 3, "date", code, "2027"))
    assert said.endswith((".", "?", "。", "？"))
    assert not re.search(r"[{}]", said)
    assert said != code


def test_where_it_stands_is_said_as_far_as_it_is_known(qapp):
    assert "3" in problem_place(RowProblem("x.csv", 3, "date", "date"))
    assert "date" in problem_place(RowProblem("x.csv", 3, "date", "date"))
    assert "3" in problem_place(RowProblem("x.csv", 3, "", "not-utf8"))
    assert problem_place(RowProblem("x.csv", 0, "date", "empty"))
    assert problem_sentence(RowProblem("x.csv", 0, "date", "empty")) != problem_sentence(
        RowProblem("x.csv", 2, "date", "empty")
    )
