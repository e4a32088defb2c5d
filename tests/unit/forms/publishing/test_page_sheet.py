"""The small language of the print sheet."""

import pytest

from forms import page_sheet
from forms.page_sheet import Part, SheetError, Slot


def test_places_and_words_come_in_order():
    assert page_sheet.pieces("于${deadline}前改正。") == ("于", Slot("deadline"), "前改正。")


def test_a_place_may_say_its_form_and_what_stands_there_when_it_is_empty():
    assert page_sheet.pieces("${kind:ticks}${brand|无}") == (
        Slot("kind", "ticks"),
        Slot("brand", "", "无"),
    )


def test_a_chinese_name_is_a_name():
    assert page_sheet.pieces("${单位名称}") == (Slot("单位名称"),)


@pytest.mark.parametrize("text", ["${open", "a ${b c ${d}", "${}"])
def test_an_unfinished_place_is_an_error(text):
    with pytest.raises(SheetError) as caught:
        page_sheet.pieces(text)
    assert caught.value.code == "slot-broken"


def test_cells_are_parted_by_two_semicolons():
    assert page_sheet.parts("单位 = ${a} ;; 电话 = ${b}") == (
        Part("单位", (Slot("a"),)),
        Part("电话", (Slot("b"),)),
    )


def test_an_equals_sign_in_the_content_stays():
    (part,) = page_sheet.parts("方案 = n=${n}，Ac=${ac}")
    assert part.pieces == ("n=", Slot("n"), "，Ac=", Slot("ac"))


def test_a_cell_without_a_label_is_an_error():
    with pytest.raises(SheetError):
        page_sheet.parts("${a}")


def test_the_widths_of_a_table_are_numbers():
    assert page_sheet.widths("1 2.5 3") == (1.0, 2.5, 3.0)
    assert page_sheet.widths("list") == ()


def test_names_in_conditions_become_paths():
    assert page_sheet.with_paths("${a} = 'x'", {"a": "/data/g/a"}) == " /data/g/a  = 'x'"
    with pytest.raises(SheetError):
        page_sheet.with_paths("${b}", {"a": "/data/g/a"})
