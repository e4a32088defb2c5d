"""Every kind of question: shown from a state, answered by keyboard, silent when only shown."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.widgets.questions import make
from app.widgets.questions.choices import (
    DropQuestion,
    ListQuestion,
    SearchQuestion,
    SideQuestion,
    VerdictQuestion,
)
from app.widgets.questions.counting import CounterQuestion
from app.widgets.questions.media import FileQuestion, PhotoQuestion, SignatureQuestion
from app.widgets.questions.places import PointQuestion
from app.widgets.questions.plain import (
    AcknowledgeQuestion,
    CodeQuestion,
    DateQuestion,
    DateTimeQuestion,
    NoteQuestion,
    NumberQuestion,
    ShownQuestion,
    TimeQuestion,
)
from app.widgets.questions.ranking import RankQuestion
from app.widgets.questions.scales import RangeQuestion, RatingQuestion
from app.widgets.questions.texts import TextQuestion
from app.widgets.questions.trace import TraceQuestion
from forms.model import Group
from forms.state import Option, Problem, State
from tests.gui.widgets.questions_kit import (
    CHOICES,
    HELPERS,
    LEFT,
    MANY,
    REF,
    VERDICTS,
    Key,
    build,
    heard,
    state,
)

HUNDREDS = tuple(Option(str(number), f"Choice {number}") for number in range(200))
LONG = (Option("a", "A sentence of some length"), Option("b", "Another one of some length"))

KINDS = [
    (state("text"), TextQuestion),
    (state("text", appearance="multiline"), TextQuestion),
    (state("integer"), NumberQuestion),
    (state("decimal", attributes={"xj:unit": "mm"}), NumberQuestion),
    (state("date"), DateQuestion),
    (state("time"), TimeQuestion),
    (state("datetime"), DateTimeQuestion),
    (state("barcode"), CodeQuestion),
    (state("note"), NoteQuestion),
    (state("acknowledge"), AcknowledgeQuestion),
    (state("calculate"), ShownQuestion),
    (state("image"), PhotoQuestion),
    (state("image", appearance="signature"), SignatureQuestion),
    (state("file"), FileQuestion),
    (state("integer", appearance="counter"), CounterQuestion),
    (state("range"), RangeQuestion),
    (state("range", appearance="rating"), RangeQuestion),
    (state("range", appearance="rating", parameters={"start": "1", "end": "5"}), RatingQuestion),
    (state("rank", choices=CHOICES), RankQuestion),
    (state("geopoint"), PointQuestion),
    (state("select_one", choices=CHOICES), SideQuestion),
    (state("select_one", choices=LONG), ListQuestion),
    (state("select_one", choices=MANY), DropQuestion),
    (state("select_one", choices=CHOICES, appearance="minimal"), DropQuestion),
    (state("select_one", choices=HUNDREDS), SearchQuestion),
    (state("select_one", choices=CHOICES, appearance="autocomplete"), SearchQuestion),
    (state("select_one", choices=VERDICTS, appearance="verdict"), VerdictQuestion),
    (state("select_multiple", choices=CHOICES), ListQuestion),
    (state("geotrace"), TraceQuestion),
    (state("geoshape"), TraceQuestion),
]


@pytest.mark.parametrize(("shown", "kind"), KINDS)
def test_the_factory_chooses_the_control(qtbot, theme, shown, kind) -> None:
    assert type(build(qtbot, theme, shown)) is kind


@pytest.mark.parametrize(("shown", "kind"), KINDS)
def test_showing_a_state_again_says_nothing(qtbot, theme, shown, kind) -> None:
    """The session answers every change with new states; an echo would loop for ever."""
    widget = build(qtbot, theme, shown)
    told = heard(widget)
    widget.set_state(shown)
    assert told == []


@pytest.mark.parametrize(("shown", "kind"), KINDS)
def test_every_control_that_takes_the_focus_has_a_name(qtbot, theme, shown, kind) -> None:
    widget = build(qtbot, theme, shown)
    nameless = [
        each
        for each in widget.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not each.focusProxy()
        and not each.accessibleName()
        and each.objectName() != "qt_spinbox_lineedit"
    ]
    assert nameless == []


@pytest.mark.parametrize(("shown", "kind"), KINDS)
def test_a_problem_is_a_sentence(qtbot, theme, shown, kind) -> None:
    problem = Problem(REF, "required", "", "Question", "")
    wrong = State(
        REF, shown.question, "", "", True, True, False, problem, "Question", "", shown.choices
    )
    widget = build(qtbot, theme, wrong)
    spoken = [each.accessibleDescription() for each in (widget, *widget.findChildren(QWidget))]
    assert "This must be answered." in spoken or kind is NoteQuestion


def test_the_forms_own_sentence_comes_first(qtbot, theme) -> None:
    problem = Problem(REF, "constraint", "At most 12 mm.", "Question", "")
    widget = build(qtbot, theme, state("decimal", "13", error=problem))
    assert widget.error == "At most 12 mm."


def test_typing_a_text(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("text"))
    told = heard(widget)
    qtbot.keyClicks(widget.field, "ab")
    assert told == ["a", "ab"]
    with qtbot.waitSignal(widget.advanced):
        qtbot.keyClick(widget.field, Key.Key_Return)


def test_typing_a_number(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("decimal"))
    told = heard(widget)
    qtbot.keyClicks(widget.field, "12.5")
    assert told[-1] == "12.5"


def test_a_moment_is_told_with_its_zone(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("datetime"))
    told = heard(widget)
    qtbot.keyClicks(widget.day.line, "2026-09-16")
    qtbot.keyClicks(widget.time, "14:30")
    assert told[-1] == "2026-09-16T14:30:00.000+08:00"
    assert dt.datetime.fromisoformat(told[-1]).utcoffset() == dt.timedelta(hours=8)


def test_a_moment_from_elsewhere_is_shown_in_our_zone(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("datetime", "2026-09-16T06:30:00.000+00:00"))
    assert widget.day.line.text() == "2026-09-16"
    assert widget.time.text() == "14:30"


def test_a_verdict_by_digit(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("select_one", choices=VERDICTS, appearance="verdict"))
    told = heard(widget)
    qtbot.keyClick(widget.card.verdict.focusWidget(), Key.Key_2)
    assert told == ["bad"]
    assert widget.is_card


def test_an_adverse_verdict_is_red_and_the_others_are_not(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("select_one", choices=VERDICTS, appearance="verdict"))
    tones = [button.part.tone for button in widget.card.verdict._buttons]
    assert tones == ["ok", "danger", "mute"]


def test_unfolding_keeps_the_focus_and_folding_keeps_the_writing(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("select_one", choices=VERDICTS, appearance="verdict"))
    inside = QWidget()
    widget.card.set_finding(inside)
    widget.take_focus()
    before = widget.window().focusWidget()
    widget.card.unfold(open_=True)
    assert inside.isVisible()
    assert widget.window().focusWidget() is before
    widget.card.unfold(open_=False)
    assert not inside.isVisible()
    assert widget.card.finding is inside


def test_several_are_told_in_the_order_offered(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("select_multiple", choices=CHOICES))
    told = heard(widget)
    rows = widget.options._rows
    for row in (rows[2], rows[0]):
        row.setFocus()
        qtbot.keyClick(row, Key.Key_Space)
    assert told == ["2", "0 2"]


def test_one_of_an_open_list_can_be_cleared(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("select_one", "a", choices=LONG))
    told = heard(widget)
    row = widget.options._rows[0]
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Backspace)
    assert told == [""]


def test_searching_a_register_asks_the_screen(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("select_one", appearance="search"))
    told = heard(widget)
    qtbot.keyClicks(widget.choice, "toys")
    popup = widget.choice._list
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert told == ["2"]


def test_acknowledging(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("acknowledge"))
    told = heard(widget)
    qtbot.keyClick(widget.box, Key.Key_Space)
    qtbot.keyClick(widget.box, Key.Key_Space)
    assert told == ["OK", ""]


@pytest.mark.parametrize(
    ("shown", "press", "wanted"),
    [
        (state("barcode"), lambda widget: widget.scan, "scan"),
        (state("image"), lambda widget: widget.strip.camera, "camera"),
        (state("image"), lambda widget: widget.strip.file, "file"),
        (state("file"), lambda widget: widget.choose, "file"),
        (state("image", "x.png", appearance="signature"), lambda widget: widget.sign, "sign"),
    ],
)
def test_what_the_screen_must_fetch_is_asked_for(qtbot, theme, shown, press, wanted) -> None:
    widget = build(qtbot, theme, shown)
    with qtbot.waitSignal(widget.asked) as told:
        qtbot.mouseClick(press(widget), LEFT)
    assert told.args == [REF, wanted]


READONLY = [
    (state("text", "x", readonly=True), "field"),
    (state("integer", "1", readonly=True), "field"),
    (state("barcode", "1", readonly=True), "field"),
]


@pytest.mark.parametrize(("shown", "name"), READONLY)
def test_a_read_only_answer_stays(qtbot, theme, shown, name) -> None:
    widget = build(qtbot, theme, shown)
    told = heard(widget)
    qtbot.keyClicks(getattr(widget, name), "9")
    assert told == []


def test_a_group_is_no_question(theme) -> None:
    with pytest.raises(TypeError):
        make(
            theme,
            State("/data/g", Group("/data/g", "g"), "", "", True, False, False, None, "", ""),
            HELPERS,
        )
