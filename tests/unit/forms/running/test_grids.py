"""Choosing as XLSForm writes it: heads of grids, titles, ``or_other``, words of what is chosen."""

from forms.columns import tables
from forms.publish_plausible import fill
from forms.state import Option

WORKBOOK = """
| survey |
|  | type | name | label | appearance | required |
|  | begin_group | made | How well: ${who} | table-list | |
|  | select_one degree | first | First | | yes |
|  | select_one degree | second | Second | | |
|  | end_group | | | | |
|  | begin_group | written | By hand | | |
|  | select_multiple degree | head | Degree | label | yes |
|  | select_multiple degree | third | Third | list-nolabel | yes |
|  | end_group | | | | |
|  | begin_group | who_group | Who | | |
|  | text | who | Who | | |
|  | note | said | Thanks | | |
|  | end_group | | | | |
| choices |
|  | list_name | name | label |
|  | degree | high | High |
|  | degree | low | Low |
"""
MADE_HEAD = "/data/made/reserved_name_for_field_list_labels_3"


def test_a_head_is_neither_asked_nor_missing(session):
    """Nobody can answer it; a paper with one must still come to its end."""
    running = session(WORKBOOK)
    assert running.progress("/data/made") == (0, 2, 0)
    assert running.progress("/data/written") == (0, 1, 0)
    assert [one.ref for one in running.problems()] == ["/data/made/first", "/data/written/third"]
    made = running.node(MADE_HEAD)
    assert (made.question.is_head, made.question.is_asked) == (True, False)
    assert [option.label for option in made.choices] == ["High", "Low"]


def test_the_title_of_a_table_list_stays_with_its_group(session):
    running = session(WORKBOOK)
    running.set("/data/who_group/who", "Li")
    assert running.node("/data/made").label == "How well: Li"
    assert running.node("/data/written").label == "By hand"


def test_made_up_answers_and_tables_leave_heads_out(session):
    running = session(WORKBOOK)
    fill(running)
    assert running.node("/data/made/first").value
    assert running.node(MADE_HEAD).value == ""
    (table,) = tables([running.form], "en")
    assert [column.name for column in table.columns] == ["first", "second", "third", "who"]


def test_several_that_are_chosen_have_their_words_even_when_they_are_no_choice_any_more(session):
    running = session(WORKBOOK)
    running.set("/data/written/third", "low gone high")
    state = running.node("/data/written/third")
    assert state.chosen == (Option("low", "Low"), Option("gone", "gone"), Option("high", "High"))
    assert state.shown == "Low, gone, High"
    assert running.node("/data/made/first").chosen == ()


OTHER = """
| survey |
|  | type | name | label::中文 (zh) | label::English (en) |
|  | select_one degree or_other | how | 程度 | How |
|  | text | more | Other | Others |
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) |
|  | degree | high | 高 | High |
"""


def test_what_pyxform_says_of_another_choice_is_chinese_in_a_chinese_form(session):
    """It writes its own English words into every language; a form's own words stay its own."""
    running = session(OTHER)
    running.set("/data/how", "other")
    assert running.node("/data/how").shown == "其他"
    assert running.node("/data/how_other").label == "请注明其他内容"
    assert running.node("/data/how_other").relevant
    assert running.node("/data/more").label == "Other"
    running.speak("en")
    assert running.node("/data/how").shown == "Other"
    assert running.node("/data/how_other").label == "Specify other."
