"""Moving answers to another version: what comes along, what does not, what is new, what is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.lists import EmptyLists
from forms.moving import Dropped, carry, preview
from forms.session import Session
from tests.unit.app.services import versions

OLD, NEW = versions.old().form, versions.new().form
ANSWERS = {
    "/data/basic/mark": "no",
    "/data/basic/why": "旧",
    "/data/basic/gone": "旧答",
    "/data/basic/lot": "120",
    "/data/rows{0000000a}": "1",
    "/data/rows{0000000a}/seal": "A",
    "/data/rows{0000000b}": "2",
    "/data/rows{0000000b}/seal": "B",
    "/data/rows{0000000b}/seen": "ok na",
}


def look(answers=ANSWERS, old=OLD, new=NEW, renamed=None):
    def begin(said):
        return Session(new, EmptyLists(), answers=said)

    return preview(Session(old, EmptyLists(), answers=answers), answers, begin, renamed or {})


def refs(lines):
    return [line.ref for line in lines]


def told(lines):
    return [(line.label, line.shown, line.why) for line in lines]


def form_of(survey, choices=versions.OLD_CHOICES):
    return versions.package_of("x", survey, choices).form


def asked(kind, name="q", more="| | | | |"):
    return f"|  | {kind} | {name} | 问 | Q | {more}"


def test_a_question_keeps_its_answer_when_its_group_changes():
    assert look().answers["/data/other/mark"] == "no"
    assert refs(look().carried)[:3] == ["/data/other/lot", "/data/other/mark", "/data/other/why"]


def test_rows_keep_their_keys_and_order():
    answers = look().answers
    assert [ref for ref in answers if ref.endswith("}")] == [
        "/data/rows{0000000a}",
        "/data/rows{0000000b}",
    ]
    assert answers["/data/rows{0000000b}/seal"] == "B"


def test_what_is_gone_is_named_with_the_words_and_answers_it_had():
    assert told(look().dropped) == [("旧题", "旧答", "gone"), ("所见", "合格、不适用", "choice")]


def test_of_several_choices_only_the_one_that_is_gone_is_dropped():
    assert look().answers["/data/rows{0000000b}/seen"] == "ok"


def test_a_choice_that_is_gone_empties_its_question():
    seen = look({"/data/basic/mark": "na"})
    assert told(seen.dropped) == [("标识", "不适用", "choice")]
    assert "/data/other/mark" not in seen.answers


def test_new_questions_are_named_in_every_row_with_what_they_begin_with():
    assert told(look().asked) == [
        ("新题", "", "required"),
        ("位置", "车间", ""),
        ("位置", "车间", ""),
    ]


def test_what_is_newly_wrong_is_told_and_what_was_wrong_before_is_not():
    assert told(look().wrong) == [("批量", "120", "constraint")]
    tight = form_of(versions.OLD.replace("批量 | Lot | | |", "批量 | Lot | | | . < 100"))
    assert refs(look(old=tight).wrong) == []


def test_a_question_that_was_hidden_and_shows_now_is_newly_asked():
    shown = form_of(versions.OLD.replace("${mark} = 'no'", "${mark} = 'ok'"))
    assert refs(look({"/data/basic/mark": "ok"}, new=shown).asked) == ["/data/basic/why"]


def test_renamed_questions_and_repeats_are_followed():
    new = form_of(versions.OLD.replace("gone", "kept").replace("rows", "lines"))
    came = carry(OLD, new, ANSWERS, {"gone": "kept", "rows": "lines"})
    assert came.dropped == ()
    assert came.answers["/data/basic/kept"] == "旧答"
    assert came.answers["/data/lines{0000000a}/seal"] == "A"


def test_a_renamed_question_goes_before_one_that_had_the_name():
    came = carry(OLD, OLD, {"/data/basic/gone": "a", "/data/basic/why": "b"}, {"gone": "why"})
    assert came.answers == {"/data/basic/why": "a"}
    assert came.dropped == (Dropped("/data/basic/why", "b", "gone"),)


def test_two_names_are_never_renamed_to_one():
    with pytest.raises(ValueError, match="renamed"):
        carry(OLD, NEW, ANSWERS, {"gone": "why", "lot": "why"})


def test_a_question_that_moved_into_a_repeat_does_not_take_its_answer_there():
    new = form_of(
        "\n".join(
            (asked("begin_repeat", "r"), asked("text", "why"), "|  | end_repeat | | | | | | | | |")
        )
    )
    assert carry(OLD, new, {"/data/basic/why": "x"}).dropped == (
        Dropped("/data/basic/why", "x", "gone"),
    )


@pytest.mark.parametrize(
    ("before", "after", "value", "fits", "why"),
    [
        ("integer", "decimal", "5", "5", ""),
        ("decimal", "integer", "5.5", "", "type"),
        ("integer", "text", "5", "5", ""),
        ("text", "integer", "5", "5", ""),
        ("text", "integer", "five", "", "type"),
        ("text", "date", "2026-09-30", "2026-09-30", ""),
        ("dateTime", "date", "2026-09-30T10:00:00.000+08:00", "", "type"),
        ("text", "select_one verdict", "ok", "ok", ""),
        ("text", "select_one verdict", "fine", "", "type"),
        ("select_one verdict", "text", "ok", "", "type"),
        ("select_one verdict", "select_multiple verdict", "ok", "ok", ""),
        ("select_multiple verdict", "select_one verdict", "ok", "ok", ""),
        ("select_multiple verdict", "select_one verdict", "ok no", "", "type"),
        ("image", "text", "a.jpg", "", "type"),
        ("text", "image", "a.jpg", "", "type"),
        ("text", "calculate", "x", "", "computed"),
        ("calculate", "calculate", "x", "x", ""),
    ],
)
def test_an_answer_comes_along_where_it_fits(before, after, value, fits, why):
    calculated = "| | | 1 | |"
    old = form_of(asked(before, more=calculated if before == "calculate" else "| | | | |"))
    new = form_of(asked(after, more=calculated if after == "calculate" else "| | | | |"))
    came = carry(old, new, {"/data/q": value})
    assert came.answers.get("/data/q", "") == fits
    assert [one.why for one in came.dropped] == ([why] if why else [])


WORDS = st.sampled_from(["甲", "乙 丙", "5"])
VERDICT = st.sampled_from(["ok", "no", "na"])
SEEN = st.sampled_from(["ok", "no ok", "na", ""])
FITTING = st.fixed_dictionaries(
    {},
    optional={
        "/data/basic/mark": VERDICT,
        "/data/basic/gone": WORDS,
        "/data/basic/why": WORDS,
        "/data/basic/lot": st.sampled_from(["0", "5", "-120"]),
    },
)


@settings(deadline=None, max_examples=80)
@given(FITTING, st.lists(SEEN, max_size=3))
def test_to_the_same_version_everything_comes_along_and_nothing_is_new_or_wrong(said, rows):
    answers = dict(said)
    for number, seen in enumerate(rows, 1):
        row = f"/data/rows{{{number:08x}}}"
        answers |= {row: str(number)} | ({f"{row}/seen": seen} if seen else {})
    came = carry(OLD, OLD, answers)
    assert came.answers == answers
    assert came.dropped == ()
    seen = look(answers, new=OLD)
    assert (seen.dropped, seen.asked, seen.wrong) == ((), (), ())
