"""A form being filled in: what one answer changes, exactly."""

import datetime as dt

import pytest

from forms.lists import TableLists
from forms.session import Changed, Session

CHECK = """
| settings |
|  | form_id | default_language | namespaces |
|  | check | 中文 (zh) | xj="https://xunjian.example/xforms" |
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | required | relevant | constraint | constraint_message::中文 (zh) | constraint_message::English (en) | calculation | bind::xj:law | bind::xj:severity | bind::xj:measure | bind::xj:clock |
|  | begin_group | items | 检查项 | Items | | | | | | | | | | |
|  | select_one verdict | mark | 使用标志 | Use mark | yes | | | | | | 特种设备安全法/83 | serious | rectify | order-15wd |
|  | text | seen | 现场情况 | Seen | yes | ${mark} = 'no' | | | | | | | | |
|  | integer | lot | 批量 | Lot | | | . > 0 | 批量必须大于零 | The lot must be above zero | | | | | |
|  | integer | drawn | 样本量 | Sample | | | . <= ${lot} | 不能多于批量 ${lot} | At most the lot | | | | | |
|  | end_group | | | | | | | | | | | | | |
|  | begin_group | after | 之后 | After | | ${mark} = 'no' | | | | | | | | |
|  | date | due | 期限 | Due | | | | | | | | | | |
|  | calculate | days | | | | | | | | days-between('2026-09-16', ${due}) | | | | |
|  | end_group | | | | | | | | | | | | | |
|  | calculate | share | | | | | | | | ${drawn} div ${lot} * 100 | | | | |
|  | note | told | 抽 ${drawn} 件 | Drew ${drawn} | | | | | | | | | | |
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) | finding |
|  | verdict | ok | 合格 | Pass | |
|  | verdict | no | 不合格 | Fail | yes |
|  | verdict | na | 不适用 | N/A | |
"""

ROWS = """
| settings |
|  | form_id |
|  | rows |
| survey |
|  | type | name | label | calculation | repeat_count | relevant |
|  | integer | price | 单价 | | | |
|  | begin_repeat | rows | 样品 | | | |
|  | integer | qty | 数量 | | | |
|  | calculate | cost | | ${qty} * ${price} | | |
|  | calculate | place | | position(..) | | |
|  | text | why | 原因 | | | ${qty} = 0 |
|  | end_repeat | | | | | |
|  | calculate | total | | sum(${cost}) | | |
|  | integer | seals | 封条数 | | | |
|  | begin_repeat | seal | 封条 | | ${seals} | |
|  | text | number | 号 | | | |
|  | end_repeat | | | | | |
"""


def test_an_answer_reports_exactly_what_it_changed(session):
    running = session(CHECK)
    assert running.set("/data/items/mark", "no") == Changed(
        values=frozenset({"/data/items/mark"}),
        visible=frozenset(
            {"/data/items/seen", "/data/after", "/data/after/due", "/data/after/days"}
        ),
        errors=frozenset({"/data/items/mark", "/data/items/seen"}),
    )
    assert running.set("/data/items/mark", "no") == Changed()


def test_a_computed_value_and_a_label_follow_the_answers_they_show(session):
    running = session(CHECK)
    running.set("/data/items/lot", "500")
    changed = running.set("/data/items/drawn", "20")
    assert changed.values == {"/data/items/drawn", "/data/share"}
    assert changed.choices == {"/data/told"}
    assert running.node("/data/share").value == "4"
    assert running.node("/data/told").label == "抽 20 件"


def test_a_wrong_answer_is_kept_and_named_in_the_session_language(session):
    running = session(CHECK)
    running.set("/data/items/lot", "10")
    running.set("/data/items/drawn", "20")
    problem = running.node("/data/items/drawn").error
    assert problem is not None
    assert (problem.code, problem.message) == ("constraint", "不能多于批量 10")
    assert (problem.label, problem.section) == ("样本量", "/data/items")
    assert running.set("/data/items/lot", "30").errors == {"/data/items/drawn"}
    assert running.node("/data/items/drawn").error is None
    assert running.set("/data/items/drawn", "many").errors == {"/data/items/drawn"}
    assert running.answers()["/data/items/drawn"] == "many"
    running.speak("en")
    problems = {found.ref: (found.code, found.label) for found in running.problems()}
    assert problems == {
        "/data/items/mark": ("required", "Use mark"),
        "/data/items/drawn": ("type", "Sample"),
    }


@pytest.mark.parametrize("typed", ["  ", "\u3000\n", "\u200b\u202e", "\0"])
def test_an_answer_that_shows_nothing_on_paper_is_still_lacking(session, typed):
    running = session(CHECK)
    running.set("/data/items/mark", "no")
    running.set("/data/items/seen", typed)
    error = running.node("/data/items/seen").error
    assert error is not None
    assert error.code == "required"
    running.set("/data/items/seen", "缺标志")
    assert running.node("/data/items/seen").error is None


def below(running, ref):
    """A ref and all refs below it, repeats and their rows included."""
    yield ref
    for child in running.children(ref):
        yield from below(running, child)


def test_what_is_answered_is_what_is_shown_without_its_words(session):
    rows, check = session(ROWS), session(CHECK)
    rows.set("/data/seals", "2")
    check.set("/data/items/lot", "10")
    check.set("/data/items/drawn", "20")
    for running in (rows, check):
        for ref in below(running, "/data"):
            told, shown = running.answer(ref), running.node(ref)
            assert told.question is shown.question
            assert (told.value, told.relevant) == (shown.value, shown.relevant)
            assert told.error == shown.error
    assert check.answer("/data/items/drawn").error is not None
    assert not check.answer("/data/after/due").relevant
    with pytest.raises(KeyError):
        rows.answer("/data/nowhere")


def test_hiding_never_loses_an_answer(session):
    running = session(CHECK)
    running.set("/data/items/mark", "no")
    running.set("/data/items/seen", "标志过期")
    running.set("/data/items/mark", "ok")
    assert not running.node("/data/items/seen").relevant
    assert running.answers()["/data/items/seen"] == "标志过期"
    assert "/data/items/seen" not in running.final()
    running.set("/data/items/mark", "no")
    assert running.node("/data/items/seen").value == "标志过期"


def test_an_adverse_choice_is_a_finding_with_what_the_form_says_of_it(session):
    running = session(CHECK)
    assert running.findings() == ()
    running.set("/data/items/mark", "no")
    (seed,) = running.findings()
    assert (seed.ref, seed.item) == ("/data/items/mark", "使用标志")
    assert (seed.law, seed.severity) == ("特种设备安全法/83", "serious")
    assert (seed.measure, seed.clock) == ("rectify", "order-15wd")
    assert running.progress("/data/items") == (1, 4, 1)


def test_states_say_what_a_screen_needs(session):
    running = session(CHECK)
    running.set("/data/items/mark", "no")
    state = running.node("/data/items/mark")
    assert (state.value, state.shown, state.label) == ("no", "不合格", "使用标志")
    assert [option.label for option in state.choices] == ["合格", "不合格", "不适用"]
    assert state.required
    running.set("/data/after/due", "2026-09-30")
    assert running.node("/data/after/due").shown == "2026年9月30日"
    assert running.node("/data/after/days").value == "14"
    assert running.sections() == ("/data", "/data/items", "/data/after")
    assert running.children("/data/after") == ("/data/after/due", "/data/after/days")


def test_a_value_outside_the_list_is_a_problem(session):
    running = session(CHECK)
    running.set("/data/items/mark", "perhaps")
    assert [found.code for found in running.problems()] == ["choice"]


def test_rows_compute_for_themselves_and_totals_for_all(session):
    running = session(ROWS)
    first = "/data/rows{00000001}"
    running.set("/data/price", "3")
    running.set(f"{first}/qty", "2")
    second, changed = running.add_repeat("/data/rows")
    assert changed.structure == {"/data/rows"}
    assert len(second.partition("{")[2]) == len("0f3a9c21}")
    assert running.set(f"{second}/qty", "5").values == {
        f"{second}/qty",
        f"{second}/cost",
        "/data/total",
    }
    assert running.node("/data/total").value == "21"
    assert [running.node(f"{row}/place").value for row in running.children("/data/rows")] == [
        "1",
        "2",
    ]


def test_removing_a_row_moves_those_behind_it_and_keeps_their_refs(session):
    running = session(ROWS)
    running.set("/data/price", "1")
    refs = ["/data/rows{00000001}", *(running.add_repeat("/data/rows")[0] for _ in range(2))]
    for number, ref in enumerate(refs, 1):
        running.set(f"{ref}/qty", str(number))
    changed = running.remove_repeat(refs[0])
    assert running.children("/data/rows") == tuple(refs[1:])
    assert running.node(f"{refs[1]}/place").value == "1"
    assert running.node("/data/total").value == "5"
    assert {f"{refs[1]}/place", f"{refs[2]}/place", "/data/total"} <= changed.values
    with pytest.raises(KeyError):
        running.node(f"{refs[0]}/qty")


def test_a_smaller_count_parks_rows_and_a_larger_one_brings_them_back(session):
    """Typing 12 over 10 passes through 1: nine rows must not be lost on the way."""
    running = session(ROWS)
    running.set("/data/seals", "3")
    rows = running.children("/data/seal")
    running.set(f"{rows[2]}/number", "封-0103")
    assert running.set("/data/seals", "1").structure == {"/data/seal"}
    assert running.children("/data/seal") == rows[:1]
    assert "封-0103" not in running.final().values()
    reopened = Session(running.form, TableLists({}), answers=running.answers())
    for session_now in (running, reopened):
        session_now.set("/data/seals", "3")
        assert session_now.children("/data/seal") == rows
        assert session_now.node(f"{rows[2]}/number").value == "封-0103"


def test_what_is_stored_is_the_session(session):
    running = session(ROWS)
    running.set("/data/price", "4")
    row, _ = running.add_repeat("/data/rows")
    running.set(f"{row}/qty", "0")
    again = Session(running.form, TableLists({}), answers=running.answers())
    assert again.answers() == running.answers()
    assert again.children("/data/rows") == running.children("/data/rows")
    assert again.node(f"{row}/why").relevant
    assert again.node("/data/total").value == running.node("/data/total").value


REGISTER = """
| settings |
|  | form_id |
|  | register |
| survey |
|  | type | name | label | choice_filter | calculation | default | trigger |
|  | text | site | 单位 | | | | |
|  | select_one_from_file equipment.csv | lift | 设备 | site = ${site} | | | |
|  | calculate | floor | | | pulldata('equipment', 'floor', 'name', ${lift}) | | |
|  | calculate | lift_name | | | jr:choice-name(${lift}, '${lift}') | | |
|  | text | by | 记录人 | | | 王𬭚 | |
|  | date | day | 日期 | | | today() | |
|  | dateTime | chosen_at | | | now() | | ${lift} |
"""
LIFTS = TableLists(
    {
        "equipment": [
            {"name": "e1", "label": "1号电梯", "site": "一厂", "floor": "3"},
            {"name": "e2", "label": "2号电梯", "site": "一厂", "floor": "12"},
            {"name": "e3", "label": "货梯", "site": "二厂", "floor": "5"},
        ]
    }
)
NOON = dt.datetime(2026, 9, 16, 4, 0, tzinfo=dt.UTC)


def test_registers_offer_search_and_give_their_columns(session):
    running = session(REGISTER, LIFTS, now=lambda: NOON)
    assert running.node("/data/lift").choices == ()
    assert "/data/lift" in running.set("/data/site", "一厂").choices
    assert [option.value for option in running.node("/data/lift").choices] == ["e1", "e2"]
    assert [option.label for option in running.search("/data/lift", "2号")] == ["2号电梯"]
    running.set("/data/lift", "e2")
    assert running.node("/data/floor").value == "12"
    assert running.node("/data/lift_name").value == "2号电梯"
    assert running.node("/data/lift").shown == "2号电梯"


def test_defaults_and_triggers_come_when_the_form_says(session):
    running = session(REGISTER, LIFTS, now=lambda: NOON)
    assert running.node("/data/by").value == "王𬭚"
    assert running.node("/data/day").value == "2026-09-16"
    assert running.node("/data/chosen_at").value == ""
    running.set("/data/lift", "e1")
    assert running.node("/data/chosen_at").value == "2026-09-16T12:00:00.000+08:00"
    running.set("/data/by", None)
    again = Session(running.form, LIFTS, answers=running.answers(), now=lambda: NOON)
    assert again.node("/data/by").value == ""


def test_a_new_day_is_noticed_when_asked(session):
    markdown = (
        "| survey |\n|  | type | name | label | constraint |\n"
        "|  | date | due | 期限 | . >= today() |\n"
    )
    clock = [NOON]
    running = session(markdown, now=lambda: clock[0])
    running.set("/data/due", "2026-09-16")
    assert running.problems() == ()
    clock[0] = NOON + dt.timedelta(days=1)
    assert running.refresh().errors == {"/data/due"}


def test_a_choice_inside_a_row_is_named_by_its_label(session):
    """pyxform quotes the path relative to the row there."""
    markdown = (
        "| survey |\n|  | type | name | label | calculation |\n"
        "|  | begin_repeat | rows | 行 | |\n"
        "|  | select_one verdict | mark | 结论 | |\n"
        "|  | calculate | words | | jr:choice-name(${mark}, '${mark}') |\n"
        "|  | end_repeat | | | |\n"
        "| choices |\n|  | list_name | name | label |\n|  | verdict | ok | 合格 |\n"
    )
    running = session(markdown)
    running.set("/data/rows{00000001}/mark", "ok")
    assert running.node("/data/rows{00000001}/words").value == "合格"


def test_any_expression_may_be_asked_at_any_node(session):
    running = session(ROWS)
    running.set("/data/rows{00000001}/qty", "7")
    assert running.evaluate("${qty} + 1", "/data/rows{00000001}") == "8"
    assert running.evaluate("count(${rows})") == "1"


def test_unknown_refs_are_key_errors(session):
    running = session(ROWS)
    for action in (running.node, running.children, running.add_repeat, running.remove_repeat):
        with pytest.raises(KeyError):
            action("/data/nothing")
    with pytest.raises(KeyError):
        running.set("/data/rows{00000001}", "x")
