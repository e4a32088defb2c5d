"""Chinese lines break where a typesetter would break them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.paper.blocks import Run
from forms.paper.breaking import NO_END, NO_START, Line, set_lines
from forms.paper.faces import serif

WORDS = st.sampled_from(
    ["监督", "抽查", "检", "《产品质量法》", "（单位）", "“外露突出物”", "，", "。", "、", "；", "：",
     "！”", "——", "……", "12.5批", "1,286批", "2026批", "BY-203批", "GB/T 14747—2006批", "℃", "50%批", "¥300批",
     "91371302MA3DL81P1D批", " ", "13:30批", "〔2026〕38号", "☑ 立即", "王𬭚", "䶮㛃"]
)  # fmt: skip
TEXTS = (
    st.lists(WORDS, min_size=1, max_size=60)
    .map("".join)
    .filter(
        # more closing marks in a row than any sentence has cannot be kept off a line's start
        lambda text: not re.search(r"[，。、；：！”》）—…%℃\s]{6}", text)
    )
)


def lines(text: str, ems: float = 20, **how: object) -> tuple[Line, ...]:
    return set_lines([Run(text)], serif(), ems * 1000, **how)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(12, 40))
def test_no_line_begins_or_ends_with_what_may_not(text: str, ems: int) -> None:
    """GB/T 15834 5.1: the widely seen failure of simple breakers (one line in ten)."""
    for before, after in zip(lines(text, ems), lines(text, ems)[1:], strict=False):
        assert not before.forced
        assert after.text[0] not in NO_START
        assert before.text.rstrip()[-1] not in NO_END


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(12, 40))
def test_no_number_or_latin_word_is_cut_and_nothing_is_lost(text: str, ems: int) -> None:
    """A deadline or a code cut in two is read wrong."""
    for before, after in zip(lines(text, ems), lines(text, ems)[1:], strict=False):
        assert not (
            re.search(r"[0-9A-Za-z.,]$", before.text)
            and re.match(r"[0-9A-Za-z]", after.text)
            and before.text + after.text in text
        )
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", "".join(x.text for x in lines(text, ems)))


def test_a_choice_stays_with_its_box_where_the_line_has_room() -> None:
    """A box at the end of a line and its words on the next are ticked wrong."""
    text = "☐不让进入场所　☐不提供样品　☑以暴力、威胁阻碍　☐其他"
    assert [line.text.strip("　") for line in lines(text, 20)] == [
        "☐不让进入场所　☐不提供样品",
        "☑以暴力、威胁阻碍　☐其他",
    ]
    assert len(lines("☐" + "很长" * 20, 20)) == 3, "a choice longer than a line is broken"


def test_a_line_is_left_short_rather_than_pulled_apart() -> None:
    """期 限 ： 30 日: a date that goes to the next line whole would leave gaps like these."""
    first, second = lines("期限：30日，自2026年9月16日9时05分起至2026年10月16日止。", 26)
    assert second.text == "2026年10月16日止。"
    assert max(span.space for span in first.spans) == 0


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(12, 40))
def test_no_line_is_wider_than_its_measure_but_for_the_blank_half_of_a_mark(
    text: str, ems: int
) -> None:
    """Text that runs over a rule of the form is a misprint."""
    for line in lines(text, ems, indent=2000):
        span = line.spans[-1]
        advance = serif().width(span.text) + span.space * len(span.text)
        assert span.x + advance - span.space <= ems * 1000 + 500.5


def test_a_full_line_reaches_the_right_edge() -> None:
    """Justified: the last character ends where the measure ends."""
    first = lines("依据《中华人民共和国行政处罚法》第二十八条第一款的规定现责令你单位改正", 21.5)[0]

    assert first.width == pytest.approx(21500, abs=1)


def test_the_blank_half_of_a_closing_mark_hangs_over_the_edge() -> None:
    """The stop's ink is inside; the next line is spared a lone character."""
    text = "检" * 20 + "。" + "查" * 5

    assert [line.text for line in lines(text, 20.5)] == ["检" * 20 + "。", "查" * 5]


def test_marks_are_squeezed_before_one_is_pushed_down() -> None:
    """Three marks give up some of their blank halves, and the stop stays in its line."""
    text = "检，检，检，" + "检" * 14 + "。" + "查" * 5

    assert [text[:21], "查" * 5] == [line.text for line in lines(text, 20)]


def test_a_word_longer_than_the_line_is_cut_and_said_to_be() -> None:
    """An endless serial must not hang the program or leave the page."""
    cut = lines("A" * 100, 10)

    assert "".join(line.text for line in cut) == "A" * 100
    assert cut[0].forced


def test_a_line_end_in_the_text_begins_a_new_paragraph() -> None:
    """What the inspector typed as two paragraphs stays two."""
    first, second = lines("甲。\r\n乙。", indent=2000)

    assert (first.spans[0].x, second.spans[0].x) == (2000, 2000)


def test_filled_words_are_underlined_on_each_line_they_reach() -> None:
    """The blank's rule follows its words over the line end."""
    set_in = set_lines(
        [Run("违反了"), Run("《产品质量法》第十三条", filled=True), Run("。")], serif(), 9000
    )

    assert [len(line.underlines) for line in set_in[:2]] == [1, 1]
    assert set_in[0].underlines[0][0] == pytest.approx(3000, abs=450)


def test_an_apostrophe_stands_close_in_an_english_word() -> None:
    """Chinese faces draw ’ an em wide; a word must not be torn by it."""
    (line,) = lines("the People’s Republic")

    assert line.text == "the People's Republic"


def test_a_filled_blank_keeps_its_width_and_rule() -> None:
    """An empty field is a line to write on."""
    (line,) = set_lines([Run("电话"), Run("　　　　", filled=True)], serif(), 20000)

    assert line.underlines == ((2000, 6000),)


def test_a_space_at_the_end_of_a_line_is_not_underlined() -> None:
    """The rule under filled words ends with the words."""
    first, _ = set_lines([Run("protruding parts", filled=True)], serif(), 6000)

    assert first.text == "protruding"
    assert first.underlines[0][1] == pytest.approx(first.width)


def test_the_rule_under_a_hanging_mark_stops_at_the_measure() -> None:
    """The mark's blank half may stand outside the type area, a line drawn there shows."""
    first, *_ = set_lines([Run("一二三四五六七八，九十", filled=True)], serif(), 8500)

    assert first.text == "一二三四五六七八，"
    assert first.underlines[-1][1] == 8500


@pytest.mark.parametrize("date", ["2026年12月14日", "2026年1月", "12月14日", "2026 年 12 月 14 日"])
def test_a_date_stays_together_where_a_line_is_wide_enough_for_it(date: str) -> None:
    """A deadline whose last character stands on the next line is read past."""
    for before in range(1, 24):
        found = [line.text for line in lines("于" * before + date + "前改正并通过复查", 9)]
        assert any(date in one for one in found), found


def test_a_date_wider_than_its_line_is_broken_and_no_rule_with_it() -> None:
    """A narrow cell must still hold it."""
    for ems, parts in ((5, ["2026年", "12月14日"]), (6, ["2026年12月", "14日"])):
        found = lines("2026年12月14日", ems)
        assert [line.text for line in found] == parts
        assert not any(line.forced for line in found)
