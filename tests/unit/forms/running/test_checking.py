"""Mistakes in a form are found before it is published, each at its node and column."""

import pytest

from forms.graph import FormError, check
from forms.lists import EmptyLists
from forms.session import Session

HEAD = "| survey |\n|  | type | name | label | relevant | constraint | calculation | required |\n"


def mistakes(form, rows: str) -> list[tuple[str, str, str, int]]:
    return [
        (problem.path, problem.attribute, problem.error.code, problem.error.offset)
        for problem in check(form(HEAD + rows))
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("|  | text | a | A | today( | | | |", ("/data/a", "relevant", "unexpected-end", 6)),
        (
            "|  | text | a | A | | . > tody() | | |",
            ("/data/a", "constraint", "unknown-function", 4),
        ),
        (
            "|  | calculate | a | | | | if(1, 2) | |",
            ("/data/a", "calculate", "too-few-arguments", 0),
        ),
        ("|  | text | a | A | | | | /data/b = 1 |", ("/data/a", "required", "unknown-name", 6)),
        ("|  | text | a | A | ${a} = 1 | | | |", ("/data/a", "relevant", "cycle", 0)),
    ],
)
def test_each_mistake_names_its_node_and_column(form, rows, expected):
    assert mistakes(form, rows) == [expected]


def test_values_that_wait_for_each_other_are_named_in_order(form):
    rows = (
        "|  | calculate | a | | | | ${b} + 1 | |\n"
        "|  | calculate | b | | | | ${c} + 1 | |\n"
        "|  | calculate | c | | | | ${a} + 1 | |\n"
    )
    (problem,) = check(form(HEAD + rows))
    assert problem.error.code == "cycle"
    assert problem.error.facts["path"] == "/data/a → /data/b → /data/c"
    with pytest.raises(FormError):
        Session(form(HEAD + rows), EmptyLists())


def test_a_group_shown_by_a_question_inside_it_is_a_circle(form):
    rows = (
        "|  | begin_group | g | G | ${inside} = 1 | | | |\n"
        "|  | integer | inside | I | | | | |\n"
        "|  | end_group | | | | | | |\n"
    )
    assert [code for _, _, code, _ in mistakes(form, rows)] == ["cycle"]


def test_a_sound_form_has_no_mistakes(form):
    assert mistakes(form, "|  | integer | a | A | | . > 0 | | yes |\n") == []


def test_a_count_may_ask_for_one_more_row_until_the_last_says_stop(form):
    """The pattern "add another?" depends on its own rows and must neither fail nor run away."""
    markdown = (
        "| survey |\n"
        "|  | type | name | label | calculation | repeat_count |\n"
        "|  | calculate | wanted | | count(${rows}) + (count(${rows}[last = 'no']) = 0) | |\n"
        "|  | begin_repeat | rows | 行 | | ${wanted} |\n"
        "|  | text | last | 末行 | | |\n"
        "|  | end_repeat | | | | |\n"
    )
    running = Session(form(markdown), EmptyLists())
    assert len(running.children("/data/rows")) == 1
    running.set(running.children("/data/rows")[0] + "/last", "yes")
    assert len(running.children("/data/rows")) == 2
    running.set(running.children("/data/rows")[1] + "/last", "no")
    assert len(running.children("/data/rows")) == 2
