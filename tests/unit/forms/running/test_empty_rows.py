"""A row nobody wrote anything in: not asked for, not part of the paper, not counted, not printed."""

from dataclasses import replace

import pytest

from forms.lists import EmptyLists
from forms.session import Session

FORM = """
| settings |
|  | form_id |
|  | rows |
| survey |
|  | type | name | label | required | default | calculation | constraint |
|  | begin_repeat | goods | 财物 | {needed} | | | |
|  | text | what | 名称 | yes | | | |
|  | integer | copies | 份数 | yes | 1 | | |
|  | calculate | worth | | | | 0 | |
|  | end_repeat | | | | | | |
|  | calculate | total | | | | count(${{goods}}) | |
"""
FIRST = "/data/goods{00000001}"


@pytest.fixture
def open_form(form):
    def start(needed="", kind="record"):
        bare = form(FORM.format(needed=needed))
        return Session(replace(bare, settings={"kind": kind} if kind else {}), EmptyLists())

    return start


def missing(running):
    return [one.ref for one in running.problems()]


def test_a_row_left_as_it_was_opened_is_not_asked_for(open_form):
    """The form's own default is no answer of anybody."""
    running = open_form()
    assert missing(running) == []
    assert running.progress("/data/goods") == (0, 0, 0)
    assert running.evaluate("${total}") == "1", "an expression sees the row, as XForms says"


def test_what_is_finished_neither_holds_nor_counts_it(open_form):
    running = open_form()
    running.set(f"{FIRST}/what", "灭火器")
    running.add_repeat("/data/goods")
    assert {ref: text for ref, text in running.final().items() if "meta" not in ref} == {
        f"{FIRST}/what": "灭火器",
        f"{FIRST}/copies": "1",
        f"{FIRST}/worth": "0",
        "/data/total": "1",
    }
    assert len(running.children("/data/goods")) == 2, "the row on the screen stays"
    assert len(running.swept().children("/data/goods")) == 1


def test_one_word_makes_it_a_row_and_its_absence_none(open_form):
    running = open_form()
    changed = running.set(f"{FIRST}/copies", "2")
    assert missing(running) == [f"{FIRST}/what"]
    assert changed.errors == {f"{FIRST}/what"}
    assert running.progress("/data/goods") == (1, 2, 0)
    assert running.set(f"{FIRST}/copies", "1").errors == {f"{FIRST}/what"}
    assert missing(running) == []
    running.set(f"{FIRST}/what", " \u200b ")
    assert missing(running) == []


def test_where_one_row_is_needed_the_first_is_asked_until_another_is_written(open_form):
    running = open_form("yes")
    assert missing(running) == [f"{FIRST}/what"]
    second, _ = running.add_repeat("/data/goods")
    assert missing(running) == [f"{FIRST}/what"]
    running.set(f"{second}/what", "灭火器")
    assert missing(running) == []
    running.remove_repeat(second)
    assert missing(running) == [f"{FIRST}/what"]
    assert running.swept() is running


def test_a_bare_xform_asks_for_every_row_that_stands(open_form):
    assert missing(open_form(kind="")) == [f"{FIRST}/what"]


ROWS = "/data/goods"


def test_a_row_that_must_be_there_is_missed_when_every_row_is_removed(open_form):
    running = open_form("yes")
    changed = running.remove_repeat(FIRST)
    (lack,) = running.problems()
    assert (lack.ref, lack.code, lack.label, lack.section) == (ROWS, "rows", "财物", ROWS)
    assert running.node(ROWS).error == lack
    assert ROWS in changed.errors
    again, changed = running.add_repeat(ROWS)
    assert ROWS in changed.errors
    assert running.node(ROWS).error is None
    assert {one.code for one in running.problems()} == {"required"}
    assert all(one.ref.startswith(again) for one in running.problems())


@pytest.mark.parametrize(
    ("needed", "kind"), [("", "record"), ("${total} > 9", "record"), ("yes", "")]
)
def test_where_no_row_is_asked_for_none_is_missed(open_form, needed, kind):
    running = open_form(needed, kind)
    running.remove_repeat(FIRST)
    assert running.problems() == ()


def test_a_stored_paper_without_its_row_misses_it_when_it_is_opened(open_form):
    running = open_form("yes")
    running.remove_repeat(FIRST)
    stored = {**running.answers(), "/data/total": "0"}
    again = Session(running.form, EmptyLists(), answers=stored)
    assert [one.code for one in again.problems()] == ["rows"]
