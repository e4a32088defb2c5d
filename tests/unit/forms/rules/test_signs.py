"""What a page cannot show is left out, and what shows nothing is nothing."""

import pytest

from forms.rules.signs import blank, flat, lines, one_line


@pytest.mark.parametrize(
    ("text", "line", "kept"),
    [
        ("临沂市\n小白羊\r\n", "临沂市 小白羊", "临沂市\n小白羊\n"),
        ("甲\u202e乙\u2069丙", "甲乙丙", "甲乙丙"),
        ("\ufeff\0甲\x07", "甲", "甲"),
        ("𬭚\ud83d喆", "𬭚喆", "𬭚喆"),
        ("葛\U000e0100城 A", "葛\U000e0100城 A", "葛\U000e0100城 A"),
    ],
)
def test_only_what_shows_is_left(text, line, kept):
    assert one_line(text) == line
    assert lines(text) == kept


def test_ends_stay_while_a_text_is_typed():
    assert flat(" 甲 ") == " 甲 "
    assert one_line(" 甲\u3000") == "甲"


@pytest.mark.parametrize("text", ["", "  ", "\u3000\n\t", "\u200b\u202e\ufeff", "\0"])
def test_what_shows_nothing_is_blank(text):
    assert blank(text)


@pytest.mark.parametrize("text", ["0", "—", " 无 ", "\u202e甲"])
def test_what_shows_anything_is_not_blank(text):
    assert not blank(text)
