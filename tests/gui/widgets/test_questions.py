"""Every kind of question: shown from a state, answered by keyboard, silent when only shown."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from app.widgets.questions import Helpers, QuestionWidget, make
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
    TextQuestion,
    TimeQuestion,
)
from app.widgets.questions.ranking import RankQuestion
from app.widgets.questions.scales import RangeQuestion, RatingQuestion, Scale
from forms.model import Group, Question
from forms.state import Option, Problem, State

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
REF = "/data/g/q"
VERDICTS = (
    Option("ok", "Pass"),
    Option("bad", "Fail", {"finding": "yes"}),
    Option("na", "Not applicable"),
)
SITES = (Option("1", "Golden Bridge Plaza"), Option("2", "Golden Sun Toys"))


def picture(_value: str) -> QPixmap:
    pixmap = QPixmap(40, 30)
    pixmap.fill(QColor("grey"))
    return pixmap


HELPERS = Helpers(
    today=dt.date(2026, 9, 16),
    search=lambda _ref, text: tuple(each for each in SITES if text.lower() in each.label.lower()),
    picture=picture,
    camera=True,
)


def state(kind: str, value: str = "", **more) -> State:
    """A state to show, built from what matters to the test."""
    known = {"appearance", "attributes", "parameters"}
    question = Question(REF, "q", kind, **{key: more.pop(key) for key in known & set(more)})
    facts = {
        "shown": value,
        "relevant": True,
        "required": False,
        "readonly": False,
        "error": None,
        "label": "Question",
        "hint": "",
        "choices": (),
    }
    return State(REF, question, value, **{**facts, **more})


def build(qtbot, theme, shown: State) -> QuestionWidget:
    widget = make(theme, shown, HELPERS)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


def heard(widget: QuestionWidget) -> list[str]:
    told: list[str] = []
    widget.answered.connect(lambda ref, text: told.append(text) if ref == REF else None)
    return told


CHOICES = tuple(Option(str(number), f"c{number}") for number in range(4))
MANY = tuple(Option(str(number), f"Choice {number}") for number in range(20))
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
    (state("geotrace"), TextQuestion),
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


def test_a_slider_says_nothing_until_it_is_moved_and_takes_its_answer_back(qtbot, theme) -> None:
    """An untouched slider at its left end is no answer of the smallest value."""
    half = {"start": "1", "end": "3", "step": "0.5"}
    widget = build(qtbot, theme, state("range", parameters=half))
    told = heard(widget)
    assert widget.field.text() == ""
    qtbot.keyClick(widget.slider, Key.Key_Right)
    qtbot.keyClick(widget.slider, Key.Key_End)
    assert widget.field.text() == "3.0"
    qtbot.keyClick(widget.slider, Key.Key_Backspace)
    assert told == ["1.5", "3.0", ""]


def test_a_number_typed_beside_the_slider_moves_it_and_is_kept_as_typed(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("range", parameters={"start": "0", "end": "100"}))
    told = heard(widget)
    qtbot.keyClicks(widget.field, "70")
    assert told == ["7", "70"]
    assert widget.slider.value() == 70


def test_a_scale_may_run_downwards_and_survives_nonsense() -> None:
    down = Scale(state("range", parameters={"start": "10", "end": "0", "step": "2"}).question)
    assert [down.text(place) for place in range(down.steps + 1)] == ["10", "8", "6", "4", "2", "0"]
    assert down.place("3") == 4
    wild = Scale(state("range", parameters={"start": "x", "end": "NaN", "step": "0"}).question)
    assert (wild.steps, wild.text(10), wild.place("y")) == (10, "10", None)
    endless = Scale(state("range", parameters={"end": "1e30", "step": "1"}).question)
    assert endless.steps == 100_000


def test_a_rating_is_chosen_by_its_digit_and_cleared(qtbot, theme) -> None:
    stars = {"start": "1", "end": "5"}
    widget = build(qtbot, theme, state("range", appearance="rating", parameters=stars))
    told = heard(widget)
    widget.take_focus()
    qtbot.keyClick(widget.window().focusWidget(), Key.Key_4)
    widget.set_state(state("range", "4", appearance="rating", parameters=stars))
    qtbot.keyClick(widget.window().focusWidget(), Key.Key_Backspace)
    assert told == ["4", ""]


def test_an_order_is_no_answer_until_something_is_moved_or_it_is_kept(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("rank", choices=CHOICES))
    told = heard(widget)
    widget.rows.setCurrentRow(2)
    qtbot.keyClick(widget.rows, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told == ["0 2 1 3"]
    qtbot.keyClick(widget.rows, Key.Key_Backspace)
    qtbot.mouseClick(widget.keep, LEFT)
    assert told == ["0 2 1 3", "", "0 1 2 3"]


def test_the_row_moved_stays_the_current_one(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("rank", "3 1 0 2", choices=CHOICES))
    told = heard(widget)
    widget.rows.setCurrentRow(0)
    for shown in ("1 3 0 2", "1 0 3 2"):
        qtbot.mouseClick(widget.down, LEFT)
        widget.set_state(state("rank", shown, choices=CHOICES))
    assert told == ["1 3 0 2", "1 0 3 2"]
    assert widget.rows.currentRow() == 2


def test_a_row_of_the_order_can_be_dragged(qtbot, theme) -> None:
    """The model's own move is what a drag ends with."""
    widget = build(qtbot, theme, state("rank", choices=CHOICES))
    told = heard(widget)
    root = widget.rows.rootIndex()
    assert widget.rows.model().moveRow(root, 3, root, 0)
    assert told == ["3 0 1 2"]


def test_a_finished_order_cannot_be_moved(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("rank", "1 0", choices=CHOICES, readonly=True))
    told = heard(widget)
    widget.rows.setCurrentRow(1)
    qtbot.keyClick(widget.rows, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(widget.rows, Key.Key_Backspace)
    assert told == []


def test_a_place_is_typed_or_pasted_whole(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("geopoint"))
    told = heard(widget)
    qtbot.keyClicks(widget.latitude, "35")
    qtbot.keyClicks(widget.longitude, "118")
    assert told[-1] == "35 118"
    assert told[0] == "3 ?"
    widget.longitude.setText("")
    widget.latitude.setText("")
    widget.latitude.insert("35.05，118.35")
    widget.latitude.textEdited.emit("35.05，118.35")
    assert (widget.latitude.text(), widget.longitude.text()) == ("35.05", "118.35")
    assert told[-1] == "35.05 118.35"


def test_a_measured_place_keeps_its_height_until_it_is_changed(qtbot, theme) -> None:
    widget = build(qtbot, theme, state("geopoint", "35.05 118.35 61 4"))
    told = heard(widget)
    assert (widget.latitude.text(), widget.longitude.text()) == ("35.05", "118.35")
    qtbot.keyClicks(widget.longitude, "1")
    assert told == ["35.05 118.351"]
    qtbot.mouseClick(widget.erase, LEFT)
    assert told[-1] == ""


def test_a_count_is_moved_by_buttons_and_arrows_and_left_alone_when_it_is_no_number(
    qtbot, theme
) -> None:
    widget = build(qtbot, theme, state("integer", appearance="counter"))
    told = heard(widget)
    qtbot.mouseClick(widget.more, LEFT)
    qtbot.keyClick(widget.field, Key.Key_Up)
    qtbot.keyClick(widget.field, Key.Key_PageDown)
    qtbot.mouseClick(widget.less, LEFT)
    assert told == ["1", "2", "-8", "-9"]
    widget.set_state(state("integer", "1x", appearance="counter"))
    qtbot.keyClick(widget.field, Key.Key_Up)
    widget.set_state(state("integer", "7", appearance="counter", readonly=True))
    qtbot.keyClick(widget.field, Key.Key_Up)
    assert told[4:] == []
    assert not widget.more.isEnabled()


def test_an_answer_another_program_would_give_is_typed_and_said_so(qtbot, theme) -> None:
    """Collect's external apps do not exist on a laptop; the question must still be answered."""
    widget = build(qtbot, theme, state("text", appearance="w1 ex:org.scale.read(unit='kg')"))
    assert "org.scale.read" in widget._hint.text()
    told = heard(widget)
    qtbot.keyClicks(widget.field, "5")
    assert told == ["5"]
