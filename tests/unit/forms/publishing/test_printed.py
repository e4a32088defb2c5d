"""Values as a page prints them."""

import datetime as dt

import pytest

from forms import printed


@pytest.mark.parametrize(
    ("datatype", "value", "expected"),
    [
        ("date", "2026-09-30", "2026年9月30日"),
        ("dateTime", "2026-09-16T09:05:00.000+08:00", "2026年9月16日9时05分"),
        ("dateTime", "2026-09-16T01:05:00.000+00:00", "2026年9月16日9时05分"),
        ("time", "14:30:00.000+08:00", "14时30分"),
        ("string", "甲", "甲"),
        ("date", "下周", "下周"),
    ],
)
def test_an_answer_is_printed_as_a_person_writes_it(datatype, value, expected):
    assert printed.answer_text(datatype, value, value) == expected


def test_english_pages_print_iso_dates():
    assert printed.date_text(dt.date(2026, 9, 30), "en") == "2026-09-30"


def test_chosen_boxes_are_ticked():
    options = [("first", "抽查"), ("recheck", "复查")]
    assert printed.ticks(options, "first") == "☑抽查　☐复查"


@pytest.mark.parametrize(
    ("count", "expected"), [(3, "三"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")]
)
def test_small_numbers_in_chinese(count, expected):
    assert printed.numeral(count) == expected


def test_two_stops_never_meet():
    assert printed.without_double_stop("标识不全。", "，违反了") == "标识不全"
    assert printed.without_double_stop("标识不全。", "的行为") == "标识不全"
    assert printed.without_double_stop("标识不全。", "　联系电话") == "标识不全。"
    assert printed.without_double_stop("标识不全。", "") == "标识不全。"
