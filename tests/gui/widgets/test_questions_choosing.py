"""Choosing several, searching, folding away, columns, tiles and scales, and nothing to choose."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.widgets.option_rows import BARE, OVER, PLAIN, TILE
from app.widgets.pick_several import MOST_CHIPS
from app.widgets.questions import fits, make
from app.widgets.questions.choices import (
    DropQuestion,
    LikertQuestion,
    ListQuestion,
    SearchQuestion,
    SideQuestion,
)
from app.widgets.questions.grid import GridHead, GridRow
from app.widgets.questions.several import SearchSeveralQuestion, TicksQuestion
from forms.lists import TableLists
from forms.session import Session
from forms.state import Option
from forms.xform import load
from tests.gui.widgets.questions_kit import (
    CHOICES,
    HELPERS,
    LEFT,
    MANY,
    SITES,
    Key,
    build,
    heard,
    state,
)

GOODS = (Option("a", "Bicycles"), Option("b", "Walkers"), Option("c", "Scooters"))
HUNDREDS = tuple(Option(str(number), f"Choice {number}") for number in range(51))
SEARCHED = {"appearance": "autocomplete", "choices": SITES}


def several(value="", look="minimal", **more):
    words = {option.value: option.label for option in (*GOODS, *SITES)}
    chosen = tuple(Option(one, words.get(one, one)) for one in value.split())
    given = {"choices": GOODS, "chosen": chosen, "appearance": look, **more}
    return state("select_multiple", value, **given)


KINDS = [
    (several(), TicksQuestion),
    (several(look="autocomplete"), SearchSeveralQuestion),
    (several(look="search"), SearchSeveralQuestion),
    (several(look="search('goods')"), SearchSeveralQuestion),
    (several(look="", choices=HUNDREDS), SearchSeveralQuestion),
    (several(look="", choices=HUNDREDS[:50]), ListQuestion),
    (several(look="columns-3"), ListQuestion),
    (several(look="likert"), LikertQuestion),
    (several(look="list"), LikertQuestion),
    (several(look="label"), GridHead),
    (several(look="list-nolabel"), GridRow),
    (several(look="list-nolabel", choices=MANY), ListQuestion),
    (state("select_one", choices=CHOICES, appearance="likert"), LikertQuestion),
    (state("select_one", choices=CHOICES, appearance="columns"), ListQuestion),
    (state("select_one", choices=MANY, appearance="columns-pack"), ListQuestion),
    (state("select_one", choices=CHOICES, appearance="no-buttons"), ListQuestion),
    (state("select_one", choices=CHOICES, appearance="quick"), SideQuestion),
    (state("select_one", choices=MANY, appearance="quick"), DropQuestion),
]


@pytest.mark.parametrize(("shown", "kind"), KINDS)
def test_the_appearance_chooses_the_control(qtbot, theme, shown, kind) -> None:
    assert type(build(qtbot, theme, shown)) is kind


@pytest.mark.parametrize(("shown", "kind"), KINDS)
def test_showing_a_state_again_says_nothing(qtbot, theme, shown, kind) -> None:
    widget = build(qtbot, theme, shown)
    told = heard(widget)
    widget.set_state(replace(shown, readonly=True))
    widget.set_state(shown)
    assert told == []


# --- folded away ------------------------------------------------------------------------------


def test_the_folded_line_says_what_is_chosen_and_opens_ticks(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("a"))
    told = heard(widget)
    assert widget.choice.words() == "Bicycles"
    assert widget.choice.accessibleName() == "Question, Bicycles"
    qtbot.keyClick(widget.choice, Key.Key_Down)
    rows = widget.choice.list
    assert rows.isVisible()
    qtbot.keyClick(rows, Key.Key_Down)
    qtbot.keyClick(rows, Key.Key_Down)
    qtbot.keyClick(rows, Key.Key_Space)
    assert told == ["a c"]
    widget.set_state(several("a c"))
    assert rows.isVisible()  # more may be ticked without opening it again
    qtbot.keyClick(rows, Key.Key_Return)
    assert not rows.isVisible()
    assert widget.choice.words() == "Bicycles, Scooters"


def test_a_click_ticks_and_unticks_and_escape_closes(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("a"))
    told = heard(widget)
    qtbot.mouseClick(widget.choice, LEFT)
    rows = widget.choice.list
    middle = rows.visualRect(rows.model().index(0, 0)).center()
    for _ in range(2):
        qtbot.mouseClick(rows.viewport(), LEFT, pos=middle)
    assert told == ["", "a"]
    assert rows.visualRect(rows.model().index(0, 0)).height() >= 40
    qtbot.keyClick(rows, Key.Key_Escape)
    assert not widget.choice.popup.isVisible()


def test_a_finished_folded_line_does_not_open(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("a", readonly=True))
    qtbot.mouseClick(widget.choice, LEFT)
    qtbot.keyClick(widget.choice, Key.Key_Down)
    assert not widget.choice.popup.isVisible()


# --- searched ---------------------------------------------------------------------------------


def test_what_is_found_becomes_a_chip_and_the_line_is_free_for_the_next(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("1", **SEARCHED, look="autocomplete"))
    told = heard(widget)
    line = widget.choice.line
    qtbot.keyClicks(line, "golden")
    assert line._rows.rowCount() == 1  # the one chosen already is not offered again
    assert line._list.visualRect(line._list.model().index(0, 0)).height() >= 40
    qtbot.keyClick(line._list, Key.Key_Down)
    qtbot.keyClick(line._list, Key.Key_Return)
    assert (told, line.text()) == (["1 2"], "")
    widget.set_state(several("1 2", **SEARCHED, look="autocomplete"))
    chips = widget.choice._chips
    assert [chip.accessibleName() for chip in chips] == [
        "Remove Golden Bridge Plaza",
        "Remove Golden Sun Toys",
    ]
    assert all(chip.height() >= 40 for chip in chips)


def test_a_chip_taken_off_is_offered_back_beside_what_was_chosen_since(qtbot, theme) -> None:
    """One press must not lose anything: the screen offers it back."""
    widget = build(qtbot, theme, several("1 2", **SEARCHED, look="autocomplete"))
    told = heard(widget)
    with qtbot.waitSignal(widget.removed) as taken:
        qtbot.mouseClick(widget.choice._chips[0], LEFT)
    assert told == ["2"]
    _ref, back, words = taken.args
    assert back("2 3") == "1 2 3"
    assert "Golden Bridge Plaza" in words


def test_chips_are_one_stop_walked_with_arrows(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("1 2", **SEARCHED, look="autocomplete"))
    told = heard(widget)
    window = widget.window()
    qtbot.keyClick(widget.choice.line, Key.Key_Tab)
    assert window.focusWidget() is widget.choice._chips[0]
    qtbot.keyClick(window.focusWidget(), Key.Key_Right)
    qtbot.keyClick(window.focusWidget(), Key.Key_Delete)
    widget.set_state(several("1", **SEARCHED, look="autocomplete"))
    assert told == ["1"]
    assert window.focusWidget() is widget.choice._chips[0]


def test_backspace_in_the_empty_line_takes_the_last_one_off(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("1 2", **SEARCHED, look="autocomplete"))
    told = heard(widget)
    qtbot.keyClicks(widget.choice.line, "x")
    qtbot.keyClick(widget.choice.line, Key.Key_Backspace)
    assert told == []
    qtbot.keyClick(widget.choice.line, Key.Key_Backspace)
    assert told == ["1"]


def test_a_new_state_leaves_the_text_being_typed_alone(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("1", **SEARCHED, look="autocomplete"))
    line = widget.choice.line
    qtbot.keyClicks(line, "gol")
    QApplication.sendEvent(line, QInputMethodEvent("金", []))
    widget.set_state(several("1 2", **SEARCHED, look="autocomplete"))
    assert line.text() == "gol"
    QApplication.sendEvent(line, QEvent(QEvent.Type.InputMethodQuery))
    assert len(widget.choice._chips) == 2


def test_a_search_without_result_says_so_and_offers_nothing(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("", **SEARCHED, look="autocomplete"))
    told = heard(widget)
    line = widget.choice.line
    qtbot.keyClicks(line, "zz")
    index = line._rows.index(0, 0)
    assert "zz" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(line._list, Key.Key_Down)
    qtbot.keyClick(line._list, Key.Key_Return)
    assert (told, line.text()) == ([], "zz")


def test_finished_chips_have_no_cross_and_cannot_be_taken_off(qtbot, theme) -> None:
    widget = build(qtbot, theme, several("1", **SEARCHED, look="autocomplete", readonly=True))
    told = heard(widget)
    (chip,) = widget.choice._chips
    qtbot.mouseClick(chip, LEFT)
    assert (told, chip.accessibleName()) == ([], "Golden Bridge Plaza")
    assert not widget.choice.line.isVisible()


def test_an_answer_of_thousands_makes_few_chips(qtbot, theme) -> None:
    """A record from elsewhere may hold any number of words."""
    widget = build(qtbot, theme, several(" ".join(f"v{n}" for n in range(5000)), "autocomplete"))
    assert len(widget.choice._chips) == MOST_CHIPS
    assert widget.choice._more.text() == f"and {5000 - MOST_CHIPS} more"


REGISTER_FORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>t</h:title><model>
 <instance><data id="t"><q/></data></instance>
 <instance id="goods" src="jr://file-csv/goods.csv"/><bind nodeset="/data/q" type="string"/>
 </model></h:head><h:body><select ref="/data/q" appearance="autocomplete"><label>Goods</label>
 <itemset nodeset="instance('goods')/root/item"><value ref="name"/><label ref="label"/></itemset>
 </select></h:body></h:html>"""


def test_a_register_of_200_000_rows_shows_only_what_is_found(qtbot, theme) -> None:
    rows = [{"name": f"g{n}", "label": f"Article {n}"} for n in range(200_000)]
    session = Session(load(REGISTER_FORM), TableLists({"goods": rows}))
    helpers = replace(HELPERS, search=session.search)
    session.set("/data/q", "g150000")
    began = time.perf_counter()
    widget = make(theme, session.node("/data/q"), helpers)
    assert time.perf_counter() - began < 1
    qtbot.addWidget(widget)
    assert widget.choice._chips[0].item.words == "Article 150000"
    widget.choice.line.textEdited.emit("Article 1999")
    assert 0 < widget.choice.line._rows.rowCount() <= 50


# --- columns, tiles, scales -------------------------------------------------------------------


def lefts(widget) -> set[int]:
    return {row.x() for row in widget.options._rows}


@pytest.mark.parametrize(
    ("look", "width", "columns"),
    [
        ("columns-3", 600, 3),
        ("columns-3", 250, 2),
        ("columns-2", 600, 2),
        ("columns-999999999", 1800, 12),
        ("columns", 600, 4),
        ("", 600, 2),
    ],
)
def test_columns_are_as_many_as_asked_and_fewer_where_they_do_not_fit(
    qtbot, theme, look, width, columns
) -> None:
    widget = build(qtbot, theme, state("select_multiple", choices=MANY, appearance=look))
    widget.resize(width, 600)
    qtbot.waitUntil(lambda: len(lefts(widget)) == columns)


def test_packed_choices_stand_as_close_as_their_words_let_them(qtbot, theme) -> None:
    choices = (*GOODS, Option("long", "Something with a very long name"))
    shown = state("select_one", choices=choices, appearance="columns-pack no-buttons")
    widget = build(qtbot, theme, shown)
    widget.resize(420, 300)
    rows = widget.options._rows
    qtbot.waitUntil(lambda: rows[3].y() > rows[0].y())
    assert rows[0].width() < rows[3].width()
    assert {row.look for row in rows} == {TILE}


def test_words_too_long_for_the_line_break_instead_of_being_cut(qtbot, theme) -> None:
    words = "A sentence that says at some length what exactly is meant by this choice"
    widget = build(qtbot, theme, state("select_one", choices=(Option("a", words), *GOODS)))
    widget.resize(200, 400)
    rows = widget.options._rows
    qtbot.waitUntil(lambda: rows[0].height() > rows[1].height())
    assert rows[1].height() == 40


@pytest.mark.parametrize(("width", "look"), [(500, OVER), (150, PLAIN)])
def test_a_scale_stands_on_its_words_while_there_is_room(qtbot, theme, width, look) -> None:
    shown = state("select_one", choices=CHOICES, appearance="likert")
    widget = build(qtbot, theme, shown)
    widget.resize(width, 400)
    qtbot.waitUntil(lambda: {cell.look for cell in widget.cells._cells} == {look})
    told = heard(widget)
    widget.take_focus()
    qtbot.keyClick(widget.window().focusWidget(), Key.Key_2)
    qtbot.keyClick(widget.window().focusWidget(), Key.Key_Down)
    assert told == ["1", "2"]
    assert BARE not in {cell.look for cell in widget.cells._cells}


@pytest.mark.parametrize("choices", [CHOICES, HUNDREDS[:3]])
def test_quick_goes_on_after_a_choice_but_not_while_arrows_pass_by(qtbot, theme, choices) -> None:
    long = tuple(replace(one, label=one.label * 3) for one in choices)
    for offered, look in ((choices, "quick"), (long, "quick"), (choices, "likert quick")):
        shown = state("select_one", "1", choices=offered, appearance=look)
        widget = build(qtbot, theme, shown)
        went = []
        widget.advanced.connect(went.append)
        widget.take_focus()
        qtbot.keyClick(widget.window().focusWidget(), Key.Key_Right)
        assert went == []
        part = widget.findChildren(type(widget.window().focusWidget()))[0]
        qtbot.mouseClick(part, LEFT, pos=QPoint(10, 20))
        assert len(went) == 1


# --- nothing to choose ------------------------------------------------------------------------

EMPTY = [
    state("select_one", "old", appearance=look, **more)
    for look, more in (("", {}), ("minimal", {}), ("likert", {}), ("list-nolabel", {}))
] + [several("old", choices=()), several("old", "columns", choices=())]


@pytest.mark.parametrize("shown", EMPTY)
def test_where_nothing_is_offered_a_sentence_says_so_and_the_old_answer_can_go(
    qtbot, theme, shown
) -> None:
    """The sentence takes the focus, so that going to the next open question does not stop here."""
    widget = build(qtbot, theme, shown)
    told = heard(widget)
    assert widget.nothing.isVisible()
    assert not widget.control.isVisible()
    widget.take_focus()
    assert widget.window().focusWidget() is widget.nothing.words
    with qtbot.waitSignal(widget.removed) as taken:
        qtbot.mouseClick(widget.nothing.clear, LEFT)
    _ref, back, words = taken.args
    assert (told, back("")) == ([""], "old")
    assert "old" in words
    widget.set_state(replace(shown, choices=CHOICES, value=""))
    assert widget.control.isVisible()
    assert not widget.nothing.isVisible()


def test_another_widget_fits_when_a_filter_lets_many_more_through(qtbot, theme) -> None:
    few = state("select_one", choices=CHOICES)
    widget = build(qtbot, theme, few)
    assert fits(widget, few)
    assert not fits(widget, state("select_one", choices=HUNDREDS))
    assert isinstance(make(theme, state("select_one", choices=HUNDREDS), HELPERS), SearchQuestion)
