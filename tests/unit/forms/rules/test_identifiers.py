"""Identifiers stand on statutory papers: a slip must be found and, if possible, put right."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean
from stdnum.cn import ric, uscc

from forms.rules import identifiers
from forms.rules.identifiers import (
    ccc_problem,
    check,
    equipment_code_problem,
    gtin_is_local,
    gtin_problem,
    licence_no_problem,
    normalise,
    organisation_check_digit,
    registration_no_problem,
    resident_id_problem,
    uscc_problem,
)

TODAY = dt.date(2026, 9, 16)
USCC_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def a_uscc(organisation: str, *, place: str = "371302", kind: str = "91") -> str:
    """Build a right code around eight characters of an organisation code."""
    first = kind + place + organisation + organisation_check_digit(organisation)
    return first + uscc.calc_check_digit(first)


codes = st.text(USCC_LETTERS, min_size=8, max_size=8).map(a_uscc)


@given(codes)
def test_a_code_with_both_check_characters_right_passes(code):
    assert uscc_problem(code) is None


@given(codes, st.integers(8, 16), st.sampled_from(USCC_LETTERS))
def test_one_wrong_character_in_a_code_is_found(code, place, letter):
    """Every weight differs from zero modulo 31, so no single slip can hide."""
    wrong = code[:place] + letter + code[place + 1 :]

    assert (uscc_problem(wrong) is None) == (wrong == code)


def test_a_code_whose_inner_check_fails_is_told_from_one_whose_outer_check_fails():
    inner_wrong = "91371302MA0DEM990"
    inner_wrong += uscc.calc_check_digit(inner_wrong)

    assert uscc_problem(inner_wrong) == "organisation-check"
    assert uscc_problem(a_uscc("MA0DEM99")[:17] + "?") == "character"


def test_a_rural_collective_with_a_letter_in_front_is_accepted():
    """Agriculture departments register with N; python-stdnum alone refuses those."""
    assert uscc_problem(a_uscc("MF0DEM77", kind="N2")) is None


def test_a_body_of_the_central_state_has_the_code_of_the_country():
    assert uscc_problem(a_uscc("MB0DEM66", place="100000", kind="12")) is None


def test_a_place_that_is_no_province_is_found():
    assert uscc_problem(a_uscc("MA0DEM55", place="991302")) == "region"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("91371302MA0DEM013", "length"),
        ("91371302ma0dem013g", "lower-case"),
        ("91371302 MA0DEM013G", "space"),
        ("91371302MA0DEM013Ｇ", "full-width"),
        ("91371302MI0DEM013G", "character"),
        ("9137130一MA0DEM013G", "character"),
    ],
)
def test_the_writing_of_a_code_is_checked_before_its_digits(text, code):
    assert uscc_problem(text) == code


@given(codes, st.sampled_from(USCC_LETTERS))
def test_a_wrong_last_character_is_answered_with_the_right_code(code, letter):
    wrong = code[:17] + letter

    problem = check("uscc", wrong)

    if wrong == code:
        assert problem is None
    else:
        assert problem is not None
        assert ("check-digit", code) == (problem.code, problem.expected)


def test_of_two_wrong_characters_no_suggestion_is_made():
    problem = check("uscc", "91371302MA0DEM09" + "00")

    assert problem is not None
    assert problem.expected == ""


def test_a_code_pasted_with_spaces_and_full_width_letters_is_offered_clean():
    problem = check("uscc", " ９１３７1302 ma0dem013g ")

    assert problem is not None
    assert problem.expected == "91371302MA0DEM013G"


@given(st.dates(dt.date(1890, 1, 1), TODAY), st.integers(0, 999))
def test_a_resident_number_of_any_birthday_in_any_linyi_county_passes(born, serial):
    """The library's own list of places lacks Shandong's counties."""
    first = f"371302{born:%Y%m%d}{serial:03d}"
    number = first + ric.calc_check_digit(first + "0")

    assert resident_id_problem(number, today=TODAY) is None
    assert resident_id_problem(number.lower(), today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("110105491231002", "old-number"),
        ("00000019491231002X", "region"),
        ("11010519491331002X", "date"),
        ("110105190002290017", "date"),
        ("110105202709170011", "future-date"),
        ("110105194912310021", "check-digit"),
        ("1101051949123100X2", "character"),
        ("11010519491231002", "length"),
        ("", "empty"),
    ],
)
def test_a_wrong_resident_number_says_what_is_wrong(text, code):
    assert resident_id_problem(text, today=TODAY) == code


@given(st.sampled_from([7, 11, 12, 13]), st.data())
def test_every_length_of_article_number_is_checked_by_its_last_digit(length, data):
    first = data.draw(st.text("0123456789", min_size=length, max_size=length))
    number = first + ean.calc_check_digit(first)
    wrong = first + str((int(number[-1]) + 1) % 10)

    assert gtin_problem(number) is None
    assert gtin_problem(wrong) == "check-digit"
    problem = check("gtin", wrong)
    assert problem is not None
    assert problem.expected == number


def test_an_article_number_of_another_length_or_with_letters_is_found():
    assert gtin_problem("123456789") == "length"
    assert gtin_problem("69012345678９2") == "full-width"
    assert gtin_problem("690123456789X") == "character"


def test_a_shop_number_is_right_but_local():
    assert gtin_problem("2000000000015") is None
    assert gtin_is_local("2000000000015")
    assert not gtin_is_local("6901234567892")


@pytest.mark.parametrize("variety", ["3110", "23T0", "1100", "4A00", "5110"])
def test_a_device_code_may_carry_any_variety_of_the_catalogue(variety):
    assert equipment_code_problem(variety + "37045202500007", today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("319037045202500007", "variety"),
        ("310037045202500007", "variety"),  # a category with varieties below it
        ("311037045202700007", "year"),
        ("311037045194800007", "year"),
        ("3110A7045202500007", "pattern"),
        ("3110370452025000071", "length"),
        ("21603101012006010101", "old-number"),
        ("3110 37045 2025 00007", "space"),
    ],
)
def test_a_wrong_device_code_says_what_is_wrong(text, code):
    assert equipment_code_problem(text, today=TODAY) == code


def test_a_serial_beyond_99999_begins_with_a_letter():
    assert equipment_code_problem("31103704520250A0007"[:13] + "A0007", today=TODAY) is None


@pytest.mark.parametrize("text", ["梯11闽E3622(16)", "起17辽JG0033(24)", "车11鲁Q00006(26)"])
def test_registration_numbers_as_they_are_issued_pass(text):
    assert registration_no_problem(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("电11鲁Q00001(24)", "kind"),
        ("梯11山Q00001(24)", "province"),
        ("梯11鲁Q00001(27)", "year"),
        ("梯11鲁Q00001（24）", "full-width"),
        ("梯11鲁Q001(24)", "pattern"),
        ("梯", "pattern"),
        ("", "empty"),
    ],
)
def test_a_wrong_registration_number_says_what_is_wrong(text, code):
    assert registration_no_problem(text, today=TODAY) == code


def test_licence_numbers_stand_with_or_without_their_province():
    for text in ("XK08-001-00009", "鲁XK08-001-00009", "(鲁)XK08-001-00009"):
        assert licence_no_problem(text) is None
    for text in ("(鲁XK08-001-00009", "XK8-001-00009", "QS08-001-00009", "(山)XK08-001-00009"):
        assert licence_no_problem(text) == "pattern"
    assert licence_no_problem("XK08－001－00009") == "full-width"


def test_a_ccc_certificate_is_sixteen_digits_of_a_year_gone_by():
    assert ccc_problem("2024011606123456", today=TODAY) is None
    assert ccc_problem("2027011606123456", today=TODAY) == "year"
    assert ccc_problem("20240116061234", today=TODAY) == "length"
    assert ccc_problem("202401160612345A", today=TODAY) == "character"


@given(st.text())
def test_whatever_is_typed_gets_an_answer(text):
    """An input box checks while one types; no text may raise."""
    for kind in identifiers.KINDS:
        problem = check(kind, text)
        assert problem is None or problem.expected == "" or check(kind, problem.expected) is None


@given(st.text("０９ＡＺａｚ09AZaz（）()－—- 　\t梯鲁"))
def test_what_was_put_right_once_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)
