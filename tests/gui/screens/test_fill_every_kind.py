"""Every kind of question on one paper: by keyboard alone, in every width, and on the page."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.services import papers, records
from forms.paper import blocks
from tests.gui.screens.every_form import begun
from tests.gui.screens.fill_kit import PERSON, stored

KEEPS_ENTER = {"several", "told", "these"}  # lines of a text, and ticks, which Enter switches
GOES_INSIDE = {"moment", "month", "spot", "pipe"}  # to the second field of the same question
NARROW = [(683, 480), (800, 600), (1000, 768), (1366, 768)]


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)
    QTest.qWait(PERSON)


def sections(program, screen):
    """Each section in turn, laid out and in its order of Tab."""
    for section in screen.paper.sections():
        screen.open_section(section)
        program.settle()
        QTest.qWait(PERSON)
        yield section


def visited(screen, key, most=120):
    """The questions a key leads through, and the widget after the last of them."""
    refs = []
    for _ in range(most):
        here = QApplication.focusWidget()
        if not screen.page.isAncestorOf(here):
            return list(dict.fromkeys(refs)), here
        refs.append(screen.page.ref_of(here))
        QTest.keyClick(here, key)
    return list(dict.fromkeys(refs)), None


class Windows(QObject):
    """Remembers every widget that was shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_of_a_question_is_shown_as_a_window_while_it_is_made(program):
    """It would flash over the form and take the keyboard away from it."""
    watch = Windows()
    QApplication.instance().installEventFilter(watch)
    screen = begun(program)
    list(sections(program, screen))
    QApplication.instance().removeEventFilter(watch)
    assert watch.seen == []
    assert program.window.isActiveWindow()


@pytest.mark.parametrize("back", [False, True])
def test_tab_goes_through_the_questions_and_out_of_them(program, back):
    """The last question leads to what stands below the form, not back into the form."""
    screen = begun(program)
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    for section in sections(program, screen):
        order = list(screen.paper.questions(section))[:: -1 if back else 1]
        screen.page.focus_on(order[0])
        seen, after = visited(screen, key)
        assert seen == order
        assert after is not None
        beside = screen.outline if back else screen.foot
        assert beside.isAncestorOf(after)


def test_enter_goes_on_from_every_kind_that_does_not_need_it_itself(program):
    screen = begun(program)
    for section in sections(program, screen):
        for ref in screen.paper.questions(section):
            name = ref.rpartition("/")[2]
            if name in KEEPS_ENTER:
                continue
            screen.open_section(section, ref)
            at = QApplication.focusWidget()
            press(Qt.Key.Key_Return)
            assert QApplication.focusWidget() is not at, name
            if name in GOES_INSIDE - {"month", "pipe"}:
                assert screen.page.ref_of(QApplication.focusWidget()) == ref
                press(Qt.Key.Key_Return)
            if name != "pipe":
                assert screen.page.ref_of(QApplication.focusWidget()) != ref, name


@pytest.mark.parametrize("size", NARROW)
def test_no_kind_is_wider_than_the_form(start, size):
    """What does not fit would push every other question of the section out of sight."""
    program = start(size=size)
    screen = begun(program)
    for section in sections(program, screen):
        assert screen.page.widget().width() <= screen.page.viewport().width(), section


def test_the_guidance_of_a_question_stands_beside_the_form(program):
    screen = begun(program)
    screen.page.focus_on("/data/texts/one")
    told = [label.text() for label in screen.context.findChildren(QLabel) if label.isVisible()]
    assert "与营业执照一致" in told
    screen.page.focus_on("/data/texts/page")
    told = [label.text() for label in screen.context.findChildren(QLabel) if label.isVisible()]
    assert "与营业执照一致" not in told


def test_a_text_that_may_not_be_changed_shows_what_it_says(program):
    screen = begun(program)
    field = screen.page.widgets["/data/texts/fixed"].field
    assert field.text() == "默认值"
    assert field.isReadOnly()


def test_lines_without_a_word_are_no_answer(program):
    screen = begun(program)
    screen.page.focus_on("/data/texts/several")
    press(Qt.Key.Key_Return)
    assert screen.paper.session.node("/data/texts/several").value == ""
    QTest.keyClicks(QApplication.focusWidget(), "a")
    assert screen.paper.session.node("/data/texts/several").value == "\na"


def test_the_page_says_answers_in_words_and_no_more_than_was_asked(program):
    screen = begun(program)
    said = {"texts/told": "OK", "numbers/month": "2026-05-01", "numbers/year": "2019-01-01"}
    said |= {"choosing/what": "other", "choosing/what_other": "滑板车"}
    said |= {"choosing/these": "other toy", "choosing/these_other": "风筝"}
    for name, value in said.items():
        screen.paper.answer(f"/data/{name}", value)
    screen.leave()
    program.settle()
    assert stored(program, screen.paper.id)["/data/numbers/year"] == "2019-01-01"
    act = program.desk.duty.act()
    opened = records.open_record(program.reader, act, screen.paper.id)
    paper = papers.paper(program.reader, act, opened)
    fields = [block for block in paper.blocks if isinstance(block, blocks.Fields)]
    told = " ".join(cell.value for block in fields for row in block.rows for cell in row)
    for words in (
        "已确认",
        "默认值",
        "2026年5月",
        "2019年",
        "其他（滑板车）",
        "其他（风筝）、玩具",
    ):
        assert words in told
    assert "OK" not in told
    assert "1日" not in told
