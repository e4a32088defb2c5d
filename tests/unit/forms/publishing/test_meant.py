"""Expressions that would run and never say what their writer means, and signs of other programs."""

import pytest

from forms.publish import publish
from tests.unit.forms.publishing.test_slips import book, told

DAY = {"问题!A5": "日期", "问题!B5": "day", "问题!C5": "日期", "问题!D5": "Day"}
MANY = {"问题!A5": "多选 verdict", "问题!B5": "many", "问题!C5": "几项", "问题!D5": "Some"}


def sentence(cells):
    (problem,) = told(cells)
    return problem.message_zh


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("${door} <> 'no'", "!="),
        ("${door} = 'no' && ${people} > 3", "and"),
        ("${door} = 'no' || ${people} > 3", "or"),
        ("${door} = 'no' 且 ${people} > 3", "and"),
        ("${door} = 'no' 或者 ${people} > 3", "or"),
        ("${door} = 'no' AND ${people} > 3", "and"),
        ("${door} = 'no' Or ${people} > 3", "or"),
    ],
)
def test_a_sign_of_another_program_is_told_with_the_one_to_write(text, plain):
    assert f"要写“{plain}”" in sentence({"问题!G4": text})


def test_words_in_quotes_are_no_signs():
    assert "<>" not in sentence({"问题!G4": "${party} = '<>' 有"}).split("：")[0]


@pytest.mark.parametrize(("written", "meant"), [("TODAY()", "today"), ("tody()", "today")])
def test_a_function_nearly_right_is_told_with_the_one_meant(written, meant):
    said = sentence({**DAY, "问题!F5": f". <= {written}"})
    assert f"是不是 {meant}" in said


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("问题!G4", "${door} = 'noo'"),
        ("问题!G4", "${door} != '不合格'"),
        ("问题!G4", "'noo' = ${door}"),
        ("问题!G4", "${people} > 1 and (${door}='noo')"),
        ("问题!G4", "selected(${door}, 'noo')"),
        ("问题!F3", ". != 'noo'"),
        ("问题!F3", "not(selected(., 'noo'))"),
        ("打印!C3", "${door} = 'noo'"),
    ],
)
def test_a_choice_that_is_none_is_told(cell, text):
    """Such a condition is never true: what it guards is never asked, and nobody notices."""
    (problem,) = told({cell: text})
    assert (problem.code, f"{problem.own_sheet}!{problem.cell}") == ("expression-choice", cell)
    assert "ok、no" in problem.message_zh


def test_a_label_in_the_place_of_a_name_is_told_with_the_name():
    assert "要写“no”" in sentence({"问题!G4": "${door} = '不合格'"})


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("问题!G4", "${door} = 'no'"),
        ("问题!G4", "${door} = ''"),
        ("问题!G4", "${party} = 'noo'"),
        ("问题!G4", "${door} = concat('n', 'o')"),
        ("问题!G4", "concat(${door}, 'x') = 'nox'"),
        ("问题!G4", "jr:choice-name(${door}, '${door}') = '不合格'"),
        ("问题!F4", ". != 'noo'"),
    ],
)
def test_what_may_be_meant_is_let_through(cell, text):
    assert publish(book({cell: text}), "a.xlsx")


def test_several_choices_are_looked_at_one_by_one():
    assert publish(book({**MANY, "问题!G4": "${many} = 'ok no'"}), "a.xlsx")
    assert "noo" in sentence({**MANY, "问题!G4": "${many} = 'ok noo'"})


@pytest.mark.parametrize("text", [". <= 2026-09-01", ". <= '2026/9/1'", ". > '2026年9月1日'"])
def test_a_date_that_is_a_sum_or_mere_words_is_told(text):
    """2026-09-01 is the number 2016: no date is ever before it, and no answer would pass."""
    (problem,) = told({**DAY, "问题!F5": text})
    assert (problem.code, problem.cell) == ("expression-date", "F5")
    assert "date('2026-09-01')" in problem.message_zh


def test_dates_as_they_should_be_and_words_are_let_through():
    for text in (". <= date('2026-09-01')", ". <= '2026-09-01'"):
        assert publish(book({**DAY, "问题!F5": text}), "a.xlsx")
    assert publish(book({"问题!F2": "concat('自2026年9月1日起', .) != ''"}), "a.xlsx")


def test_one_wrong_word_under_required_is_told_once():
    assert [one.code for one in told({"问题!E2": "必须"})] == ["yes-no-wrong"]


@pytest.mark.parametrize("text", ["单位 = $｛party｝", "单位 = ＄{party}", "单位 = {party}"])
def test_a_place_of_the_page_that_would_be_printed_as_it_is_written_is_told(text):
    """Nobody wants to find the name of a question on a paper that was served."""
    (problem,) = told({"打印!B3": text})
    assert (problem.code, problem.cell) == ("slot-signs", "B3")
    assert "${party}" in problem.message_zh


def test_braces_around_other_words_stay():
    assert publish(book({"打印!B3": "单位 = ${party}{盖章}"}), "a.xlsx")
