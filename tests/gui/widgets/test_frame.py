"""The frame, the bars and the ring: what is pressed is told, what is focused is seen."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.widgets.bars import EmptyState, Message, MessageBar, MessageBars, UndoBar
from app.widgets.buttons import Button
from app.widgets.dialog import Confirm
from app.widgets.drafts import Draft, DraftList, Quick, QuickStart
from app.widgets.drawer import ContextPanel, Drawer
from app.widgets.focus import KEYBOARD, FocusRing, focus_as_by_keyboard
from app.widgets.frame import StatusItem, StatusLine, TopBar
from app.widgets.headers import Steps, Tab, Tabs
from app.widgets.missing import InspectorRow, Missing, MissingList, MissingRow, Signer
from app.widgets.nav import Count, Entry, NavButton, NavColumn
from app.widgets.responsive import Shape, shape_of
from app.widgets.segmented import Verdict

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def nav(qtbot, theme) -> NavColumn:
    made = NavColumn(theme, (Entry("today", "Today", "today"), Entry("cases", "Cases", "case")))
    made.resize(168, 600)
    return shown(qtbot, made)


def test_navigation_asks_and_does_not_decide(qtbot, theme) -> None:
    """The window may refuse to leave a screen, so a press alone chooses nothing."""
    made = nav(qtbot, theme)
    made.set_current("today")
    cases = made.findChildren(NavButton)[1]
    with qtbot.waitSignal(made.chosen) as told:
        qtbot.mouseClick(cases, LEFT)
    assert told.args == ["cases"]
    assert not cases.isChecked()
    made.set_current("cases")
    assert cases.isChecked()


def test_a_count_is_spoken_with_its_screen(qtbot, theme) -> None:
    made = nav(qtbot, theme)
    made.set_counts({"today": Count(2, overdue=True)})
    assert made.findChildren(NavButton)[0].accessibleName() == "Today 2"


def test_the_column_shrinks_to_72(qtbot, theme) -> None:
    made = nav(qtbot, theme)
    made.set_narrow(narrow=True)
    assert made.width() == 72
    assert made.findChildren(NavButton)[0].toolTip() == "Today"


def test_the_status_line_is_only_reworded_when_its_pieces_stay(qtbot, theme) -> None:
    """The saved time changes every few seconds; the focus must not be lost each time."""
    line = StatusLine(theme)
    shown(qtbot, line)
    line.set_items((StatusItem("saved", "Saved 14:32:05", "tick-ring", "ok"),))
    (before,) = line._buttons.values()
    line.set_items((StatusItem("saved", "Saved 14:32:06", "tick-ring", "ok"),))
    (after,) = line._buttons.values()
    assert after is before
    assert after.accessibleName() == "Saved 14:32:06"
    with qtbot.waitSignal(line.opened) as told:
        qtbot.keyClick(after, Key.Key_Space)
    assert told.args == ["saved"]


def test_the_search_box_passes_on_what_moves_in_its_hits(qtbot, theme) -> None:
    bar = shown(qtbot, TopBar(theme))
    moves = []
    bar.search.moved.connect(moves.append)
    qtbot.keyClick(bar.search.line, Key.Key_Down)
    qtbot.keyClick(bar.search.line, Key.Key_Up)
    assert moves == [1, -1]
    with qtbot.waitSignal(bar.search.escaped):
        qtbot.keyClick(bar.search.line, Key.Key_Escape)


def test_the_two_gravest_messages_stand_with_the_graver_on_top(qtbot, theme) -> None:
    bars = MessageBars(theme)
    qtbot.addWidget(bars)
    bars.set_messages(
        (
            Message("a", "Recovered", tone="warning"),
            Message("b", "Update", tone="accent"),
            Message("c", "Disk full", tone="danger", acts=(("free", "Free some"),)),
        )
    )
    column = [bars._column.itemAt(place).widget() for place in range(bars._column.count())]
    assert [bar._message.id for bar in column] == ["c", "a"]
    with qtbot.waitSignal(bars.answered) as told:
        qtbot.mouseClick(column[0].findChild(Button), LEFT)
    assert told.args == ["c", "free"]
    assert isinstance(column[0], MessageBar)


def test_no_message_takes_no_room(qtbot, theme) -> None:
    bars = MessageBars(theme)
    qtbot.addWidget(bars)
    bars.set_messages((Message("a", "Recovered"),))
    bars.set_messages(())
    assert bars.isHidden()


def test_what_was_deleted_can_be_brought_back(qtbot, theme) -> None:
    bar = UndoBar(theme)
    bar.set_done("Deleted")
    shown(qtbot, bar)
    with qtbot.waitSignal(bar.undone):
        qtbot.mouseClick(bar._undo, LEFT)
    bar.set_done("")
    assert bar.isHidden()


def test_an_empty_screen_offers_one_act(qtbot, theme) -> None:
    empty = shown(qtbot, EmptyState(theme, "today", "Nothing is due today", "Start"))
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty._act, LEFT)


def test_what_is_solved_stays_with_a_tick(qtbot, theme) -> None:
    missing = MissingList(theme)
    qtbot.addWidget(missing)
    missing.set_missing((Missing("1", "No signature", link="Sign"), Missing("2", "No photo")))
    missing.set_missing((Missing("2", "No photo"),))
    rows = [
        missing.body.itemAt(place).widget()
        for place in range(missing.body.count())
        if isinstance(missing.body.itemAt(place).widget(), MissingRow)
    ]
    assert [row.accessibleName() for row in rows] == ["No photo, missing", "No signature, done"]


def test_the_link_of_a_missing_thing_says_where_to_go(qtbot, theme) -> None:
    missing = MissingList(theme)
    qtbot.addWidget(missing)
    missing.set_missing((Missing("1", "No signature", link="Sign"),))
    link = missing.findChild(Button)
    assert link.accessibleName() == "Sign: No signature"
    with qtbot.waitSignal(missing.wanted) as told:
        qtbot.mouseClick(link, LEFT)
    assert told.args == ["1"]


def test_an_inspector_who_has_not_signed_is_asked(qtbot, theme) -> None:
    row = shown(qtbot, InspectorRow(theme, Signer("li", "Li", "Cert. 07-0258", act="Sign")))
    with qtbot.waitSignal(row.sign_wanted) as told:
        qtbot.mouseClick(row.findChild(Button), LEFT)
    assert told.args == ["li"]


def test_drafts_and_quick_starts_are_opened_by_enter(qtbot, theme) -> None:
    drafts = DraftList(theme)
    drafts.set_drafts((Draft("d", "Lift 2", "Golden Bridge", "18 / 32", 0.56),))
    quick = QuickStart(theme)
    quick.set_quick((Quick("q", "Spot check", "flask", "1"),))
    for widget, signal, wanted in ((drafts, drafts.opened, "d"), (quick, quick.started, "q")):
        shown(qtbot, widget)
        row = next(each for each in widget.findChildren(QWidget) if each.accessibleName())
        with qtbot.waitSignal(signal) as told:
            qtbot.keyClick(row, Key.Key_Return)
        assert told.args == [wanted]


def test_tabs_tell_the_one_pressed(qtbot, theme) -> None:
    tabs = Tabs(theme)
    tabs.set_tabs((Tab("a", "Overview"), Tab("b", "Records", "12")))
    shown(qtbot, tabs)
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.mouseClick(tabs._buttons[1], LEFT)
    assert told.args == ["b"]
    assert tabs._buttons[1].accessibleName() == "Records 12"


def test_steps_speak_where_we_are(qtbot, theme) -> None:
    steps = Steps(theme, ("Fill", "Review", "Issue"))
    qtbot.addWidget(steps)
    steps.set_current(1)
    assert steps.accessibleName() == "Step 2 of 3: Review"


@pytest.mark.parametrize(
    ("width", "shape"), [(1366, "wide"), (1100, "wide"), (1099, "drawer"), (899, "narrow")]
)
def test_the_window_has_three_shapes(width, shape) -> None:
    assert shape_of(width) == shape


def test_a_new_shape_is_told_once(qtbot, theme) -> None:
    window = QWidget()
    window.resize(1366, 700)
    shown(qtbot, window)
    shape = Shape(window)
    told = []
    shape.changed.connect(told.append)
    for width in (1050, 1000, 700):
        window.resize(width, 700)
    assert told == ["drawer", "narrow"]


def test_f4_closes_the_drawer(qtbot, theme) -> None:
    screen = QWidget()
    screen.resize(800, 600)
    drawer = Drawer(theme, "Context", screen)
    panel = ContextPanel(theme)
    panel.body.addWidget(QPushButton("Open"))
    drawer.set_content(panel)
    shown(qtbot, screen)
    drawer.toggle()
    assert drawer.isVisible()
    assert drawer.geometry().right() == screen.rect().right()
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(drawer, Key.Key_F4)
    assert not drawer.isVisible()


def test_what_cannot_be_undone_is_never_the_default(qtbot, theme) -> None:
    ask = Confirm(theme, "Remove?", "The photo goes.", "Remove", danger=True)
    shown(qtbot, ask)
    with qtbot.waitSignal(ask.rejected):
        qtbot.keyClick(ask.focusWidget(), Key.Key_Return)


def ring_window(qtbot, theme):
    window = QWidget()
    window.resize(500, 300)
    column = QVBoxLayout(window)
    first, verdict = QLineEdit(), Verdict(theme, "Door")
    column.addWidget(first)
    column.addWidget(verdict)
    ring = FocusRing(theme, window)
    shown(qtbot, window)
    return window, first, verdict, ring


def test_the_ring_comes_with_the_keyboard_and_goes_with_the_mouse(qtbot, theme) -> None:
    _, first, verdict, ring = ring_window(qtbot, theme)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    qtbot.keyClick(first, Key.Key_Tab)
    assert ring.isVisible()
    assert ring.geometry() == verdict.geometry().adjusted(-4, -4, 4, 4)
    qtbot.mouseClick(first, LEFT)
    assert not ring.isVisible()


def test_the_ring_follows_what_moves(qtbot, theme) -> None:
    _, first, verdict, ring = ring_window(qtbot, theme)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClick(first, Key.Key_Tab)
    verdict.move(verdict.x() + 20, verdict.y() + 30)
    assert ring.geometry() == verdict.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_does_not_leave_a_scrolled_area(qtbot, theme) -> None:
    window = QWidget()
    window.resize(300, 200)
    area = QScrollArea(window)
    area.setGeometry(0, 0, 300, 100)
    inside = QWidget()
    inside.resize(280, 1000)
    top, far = QLineEdit(inside), QLineEdit(inside)
    top.move(10, 10)
    far.move(10, 900)
    area.setWidget(inside)
    ring = FocusRing(theme, window)
    shown(qtbot, window)
    focus_as_by_keyboard(far)
    area.ensureWidgetVisible(far)
    assert ring.isVisible()
    area.verticalScrollBar().setValue(0)
    assert not ring.isVisible()


def test_the_ring_goes_on_after_the_page_it_was_on_has_gone(qtbot, theme) -> None:
    """A page may be taken down while the focus is in it; the next focus must not fail."""
    window = QWidget()
    page, field = QWidget(window), QLineEdit(window)
    first = QLineEdit(page)
    ring = FocusRing(theme, window)
    shown(qtbot, window)
    focus_as_by_keyboard(first)
    QApplication.instance().focusChanged.disconnect(ring.follow)
    shiboken6.delete(page)
    window.setAttribute(KEYBOARD)
    ring.follow(None, field)
    assert ring.isVisible()
