"""What publishing finds wrong, each with its sheet, row, column and two sentences."""

import pytest

from forms.publish import PublishError, publish
from tests.unit.forms.publishing import workbooks


def problems(**changed):
    """Everything publishing says about a changed workbook."""
    with pytest.raises(PublishError) as caught:
        publish(workbooks.markdown(**changed), "small.md")
    return caught.value.problems


def the_problem(**changed):
    """The only thing publishing says."""
    (problem,) = problems(**changed)
    return problem


def place(problem):
    return problem.code, problem.sheet, problem.row, problem.column


def spoiled(row, column, text):
    return {"survey": workbooks.with_cell("survey", row, column, text)}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (spoiled(4, "constraint", "if(1,2"), ("expression-broken", "survey", 4, "constraint")),
        (spoiled(4, "constraint", ". >> 1"), ("expression-broken", "survey", 4, "constraint")),
        (spoiled(4, "relevant", "nosuch(1)"), ("expression-function", "survey", 4, "relevant")),
        (spoiled(4, "relevant", "count()"), ("expression-arguments", "survey", 4, "relevant")),
        (spoiled(4, "constraint", "${nobody} > 1"), ("unknown-name", "survey", 4, "constraint")),
        (spoiled(4, "relevant", "nowhere::a"), ("expression-axis", "survey", 4, "relevant")),
        (spoiled(4, "relevant", "$a > 1"), ("expression-variable", "survey", 4, "relevant")),
        (spoiled(4, "relevant", "1 | 2"), ("expression-nodes", "survey", 4, "relevant")),
        (
            spoiled(4, "relevant", "(" * 900 + "1" + ")" * 900),
            ("expression-deep", "survey", 4, "relevant"),
        ),
        (
            spoiled(4, "constraint", "regex(., '(')"),
            ("expression-pattern", "survey", 4, "constraint"),
        ),
        (
            spoiled(4, "constraint", ". = '' or not(regex(., '^([a-z]+[0-9]*)+$'))"),
            ("expression-pattern", "survey", 4, "constraint"),
        ),
        (spoiled(4, "required", "${nobody} = 1"), ("unknown-name", "survey", 4, "required")),
        (spoiled(7, "bind::xj:law", "no-law:1"), ("law-unknown", "survey", 7, "bind::xj:law")),
        (
            spoiled(7, "bind::xj:law", "spot-check-order18:19"),
            ("law-not-citable", "survey", 7, "bind::xj:law"),
        ),
        (
            spoiled(7, "label::English (en)", ""),
            ("language-incomplete", "survey", 7, "label::English (en)"),
        ),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(changed, expected):
    assert place(the_problem(**changed)) == expected


def kept_back(text, group="basic"):
    """The sound workbook, its label question kept from view and the group named otherwise."""
    head, *rows = workbooks.with_cell("survey", 7, "bind::xj:law", text)
    head = ["bind::xj:sensitive" if cell == "bind::xj:law" else cell for cell in head]
    rows[0] = ["begin_group", group, *rows[0][2:]]
    pages = workbooks.SHEETS["print"]
    printed = [[cell if cell != "basic" else group for cell in row] for row in pages]
    return {"survey": (head, *rows), "print": printed}


@pytest.mark.parametrize(
    ("text", "code"), [("maybe", "sensitive-unknown"), ("yes", "sensitive-outside")]
)
def test_what_is_kept_back_says_so_and_stands_where_no_search_looks(text, code):
    """A reporter's name outside the confidential group would be found by a search."""
    expected = (code, "survey", 7, "bind::xj:sensitive")
    assert place(the_problem(**kept_back(text))) == expected


def test_inside_the_confidential_group_it_is_published():
    package = publish(workbooks.markdown(**kept_back("yes", "confidential")), "small.md")
    (hidden,) = [one.name for one in package.form.questions() if one.is_sensitive]
    assert hidden == "mark"


def test_every_problem_has_a_sentence_in_each_language():
    problem = the_problem(**spoiled(4, "relevant", "nosuch(1)"))
    assert problem.line("zh") == (
        "工作表 survey，第 4 行，relevant 列，没有 nosuch 这个函数，请检查写法：nosuch(1)"
    )
    assert problem.line("en").startswith("sheet survey, row 4, column relevant: There is no")


def test_all_problems_are_told_at_once():
    survey = list(map(list, workbooks.with_cell("survey", 4, "constraint", "if(1,2")))
    survey[4][6] = "${nobody}"
    assert [problem.row for problem in problems(survey=survey)] == [4, 5]


def test_a_cycle_is_told_with_its_way_round():
    survey = [list(row) for row in workbooks.SHEETS["survey"]]
    survey[5][7] = "${lot} + ${mirror}"
    survey.insert(6, ["calculate", "mirror", "", "", "", "", "", "${left} * 2"])
    problem = the_problem(survey=survey)
    assert place(problem) == ("cycle", "survey", 6, "calculation")
    assert problem.facts["path"].count("left") == 2
    assert problem.facts["path"].count("mirror") == 1


def test_a_calculation_of_itself_is_a_cycle():
    problem = the_problem(**spoiled(6, "calculation", "${left} + 1"))
    assert problem.facts["path"] == "left → left"


def test_a_question_that_hides_itself_is_a_cycle():
    assert the_problem(**spoiled(4, "relevant", "${lot} > 1")).code == "cycle"


def test_what_only_the_running_form_notices_is_named_by_row_too():
    """The engine takes a value carried from row to row for a cycle; the row is told all the same."""
    survey = [list(row) for row in workbooks.SHEETS["survey"]]
    carried = "coalesce(indexed-repeat(${sum}, ${rows}, position(..) - 1), 0) + 1"
    survey.insert(9, ["calculate", "sum", "", "", "", "", "", carried])
    assert place(the_problem(survey=survey)) == ("cycle", "survey", 10, "calculation")


def settings(**cells):
    rows = workbooks.SHEETS["settings"]
    for heading, text in cells.items():
        rows = _set(rows, heading, text)
    return {"settings": rows}


def _set(rows, heading, text):
    head, row = list(rows[0]), list(rows[1])
    if heading not in head:
        head.append(heading)
    row.extend([""] * (len(head) - len(row)))
    row[head.index(heading)] = text
    return tuple(head), tuple(row)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"kind": ""}, ("setting-missing", "kind")),
        ({"kind": "letter"}, ("setting-wrong", "kind")),
        ({"layout": "poster"}, ("setting-wrong", "layout")),
        ({"form_id": "Big Form"}, ("setting-wrong", "form_id")),
        ({"version": "v1"}, ("setting-wrong", "version")),
        ({"effective_from": "tomorrow"}, ("setting-wrong", "effective_from")),
        ({"copies": "归档"}, ("setting-wrong", "copies")),
        ({"legal_basis": "no-law:1"}, ("law-unknown", "legal_basis")),
    ],
)
def test_a_wrong_setting_is_named(cells, expected):
    problem = the_problem(**settings(**cells))
    assert (problem.code, problem.column) == expected


def test_a_document_needs_the_word_of_its_number_and_its_copies():
    told = problems(**settings(kind="document"))
    assert [problem.column for problem in told if problem.code == "setting-missing"] == [
        "series",
        "copies",
    ]


def page(*rows):
    head, *standard = workbooks.SHEETS["print"]
    return {"print": (head, *standard, *rows)}


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (("banner", "x"), "block-unknown", "block"),
        (("para", "${nobody}"), "unknown-name", "text"),
        (("para", "${open"), "slot-broken", "text"),
        (("para", "${lot:shout}"), "slot-form", "text"),
        (("para", "${seal}"), "slot-in-rows", "text"),
        (("para", "x", "if(", ""), "expression-broken", "when"),
        (("para", "x", "${nobody} = 1", ""), "unknown-name", "when"),
        (("para", "x", "", "loud"), "style-unknown", "style"),
        (("fields", "no label"), "cells-broken", "text"),
        (("fields", "a = 1 ;; b = 2 ;; c = 3"), "cells-too-many", "text"),
        (("table", "basic: a = 1"), "repeat-unknown", "text"),
        (("checklist", "nobody"), "group-unknown", "text"),
        (("sign", "见证人 = witness"), "signer-unknown", "text"),
    ],
)
def test_a_wrong_row_of_the_page_is_named(row, code, column):
    assert place(the_problem(**page(row))) == (code, "print", 7, column)


def test_a_page_needs_a_title_and_its_signers():
    told = problems(print=(("block", "text"), ("para", "x")))
    assert {problem.facts["name"] for problem in told} == {"title", "sign"}


def test_a_workbook_without_a_page_says_so():
    assert the_problem(print=None).code == "sheet-missing"


@pytest.mark.parametrize(
    ("survey", "row", "column"),
    [
        (workbooks.with_row("survey", 3, "frobnicate", "a", "甲", "A"), 3, "type"),
        (workbooks.with_row("survey", 3, "text", "a", "", ""), 3, "label"),
        (workbooks.with_row("survey", 6, "calculate", "a"), 6, "calculation"),
    ],
)
def test_what_pyxform_refuses_is_told_in_chinese_with_its_cell(survey, row, column):
    tests = workbooks.SHEETS["tests"][:1]
    page_rows = (("block", "text"), ("title", "小表"), ("sign", "当事人 = party"))
    problem = the_problem(survey=survey, tests=tests, print=page_rows)
    assert place(problem) == ("xlsform", "survey", row, column)
    assert any("一" <= letter <= "鿿" for letter in problem.message_zh)


def test_groups_nested_too_deep_are_one_sentence():
    deep = [("begin_group", f"g{n}", "组", "Group") for n in range(3000)]
    ends = [("end_group",)] * 3000
    survey = (workbooks.SURVEY_HEAD, *deep, ("text", "a", "甲", "A"), *ends)
    assert the_problem(survey=survey, tests=None).code == "too-deep"


def test_a_failing_test_says_what_came_out():
    tests = (*workbooks.SHEETS["tests"], ("", "value", "left", "8"))
    problem = the_problem(tests=tests)
    assert place(problem) == ("test-failed", "tests", 5, "step")
    assert "“8”" in problem.message_zh
    assert "“7”" in problem.message_zh


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (("hidden", "left", ""), "left 应当隐藏，却显示着"),
        (("wrong", "left", ""), "left 应当有错，却没有错"),
        (("right", "mark", ""), ""),
        (("findings", "", "2"), "问题应为“2”，实为“0”"),
        (("text", "", "没有的话"), "纸面上应当有“没有的话”，却没有"),
        (("no-text", "", "小表"), "纸面上不应当有“小表”，却有"),
        (("pages", "", "7"), "应当有 7 页，实有 1 页"),
    ],
)
def test_each_step_that_fails_is_a_sentence_of_its_own(step, said):
    """A clerk reads what is there and what should be, without the words of a program."""
    tests = (*workbooks.SHEETS["tests"], ("", *step))
    if not said:
        assert publish(workbooks.markdown(tests=tests), "a.md")
        return
    problem = the_problem(tests=tests)
    assert problem.message_zh == f"测试“相减”没有通过：{said}；请改测试或者改表单"


def test_an_unknown_step_is_named():
    tests = (*workbooks.SHEETS["tests"], ("", "dance", "left", "8"))
    assert the_problem(tests=tests).code == "step-unknown"


def test_a_test_that_asks_for_nobody_says_so():
    tests = (*workbooks.SHEETS["tests"], ("", "answer", "nobody", "8"))
    assert place(the_problem(tests=tests)) == ("step-name", "tests", 5, "name")


def test_a_character_no_font_has_is_told():
    rows = [("para", "埃及字：\U00013000")]
    problem = the_problem(**page(*rows))
    assert place(problem) == ("page-glyphs", "print", 7, "text")
    assert "\U00013000" in problem.message_zh
