"""The window: commands, the way back, theme and language, messages, and its end."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app import bootstrap
from app.screens import start_notes
from app.screens.crash_dialog import CrashDialog, offer_previous, show_report
from app.screens.desk import Note
from app.screens.place import Place
from app.screens.status import StatusFeed
from app.services import (
    records,
    settings,
    sites,
)
from app.shell.clock import Doubt
from app.shell.crash import Report
from app.shell.disk import DiskState
from app.widgets.bars import MessageBar
from app.widgets.buttons import Button
from app.widgets.nav import NavButton
from db import ballast
from db.errors import MachineError


@pytest.fixture
def run(start):
    made = start(language="en")
    made.go(Place("today"))
    return made


def bars(run):
    run.settle()
    return [bar for bar in run.window.findChildren(MessageBar) if bar.isVisible()]


def said(run):
    return [bar.accessibleName() for bar in bars(run)]


def press(widget, words):
    for button in widget.findChildren(Button):
        if button.accessibleName() == words and not button.isHidden():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button says {words}")


@pytest.mark.parametrize(
    ("keys", "screen"),
    [("1", "today"), ("2", "cases"), ("3", "sites"), ("4", "documents"), ("5", "rectify")],
)
def test_each_screen_has_its_keys(run, qtbot, keys, screen):
    """Ctrl and a digit, from wherever one is."""
    run.go(Place("settings"))
    run.window.activateWindow()
    qtbot.waitUntil(run.window.isActiveWindow)
    handle = run.window.windowHandle()
    QTest.keyClick(handle, Qt.Key(ord(keys)), Qt.KeyboardModifier.ControlModifier)
    run.settle()
    assert run.window.place().screen == screen


def test_back_leads_the_way_one_came(run):
    """From a document back to its enterprise, back to the list."""
    party = sites.ids(run.reader)[0]
    for place in (Place("sites"), Place("enterprise", party), Place("settings", spot="looks")):
        run.go(place)
    run.window.act("back")
    assert run.window.place() == Place("enterprise", party)
    run.window.act("back")
    assert run.window.place() == Place("sites")
    for _ in range(5):
        run.window.act("back")
    assert run.window.place() == Place("today")


def test_a_place_that_is_not_here_leaves_one_where_one_was_and_says_so(run):
    run.go(Place("cases"))
    run.go(Place("case", "no-such-case"))
    assert run.window.place() == Place("cases")
    assert any("not on this computer" in words for words in said(run))


def test_a_refusal_goes_with_the_place_it_was_said_at(run):
    """What was refused on one screen has nothing to say on the next."""
    run.go(Place("case", "no-such-case"))
    assert said(run)
    run.go(Place("documents"))
    assert not said(run)


def test_the_language_changes_where_one_is_and_is_remembered(run):
    """The plant manager wants to read along; nobody loses the place."""
    party = sites.find(run.reader, "小白羊")[0].id
    run.go(Place("enterprise", party, "equipment"))
    run.window.act("language")
    QTest.qWait(50)
    run.settle()
    names = [one.text() for one in run.window.findChildren(NavButton) if one.isVisible()]
    assert "今日" in names
    assert "Today" not in names
    assert run.window.place() == Place("enterprise", party, "equipment")
    assert run.screen._card.enterprise.id == party
    assert run.desk.config.settings.language == "zh_CN"
    assert run.window.top.scan.accessibleName() == "扫码"
    run.window.act("language")
    QTest.qWait(50)
    assert run.window.top.scan.accessibleName() == "Scan"


def test_the_theme_changes_where_one_is_and_is_remembered(run):
    """A dark cellar, a bright yard."""
    run.go(Place("rectify"))
    before = run.window.grab().toImage().pixelColor(1362, 70)
    run.window.act("theme")
    run.settle()
    after = run.window.grab().toImage().pixelColor(1362, 70)
    assert after.lightness() < before.lightness()
    assert run.window.place() == Place("rectify")
    assert run.desk.config.settings.theme == "dark"


def test_the_size_of_the_window_is_remembered(start):
    """The laptop on the crate has its own size (the offscreen screen is 800 wide)."""
    first = start(size=(720, 600))
    first.close()
    again = start(size=(1, 1))
    again.window._restore()
    assert (again.window.width(), again.window.height()) == (720, 600)


def test_the_keyboard_can_be_handed_over(run):
    """Two inspectors, one laptop: what follows is written in the other's name."""
    run.window._open_user_menu()
    menu = next(one for one in run.window.findChildren(QMenu) if one.isVisible())
    me = run.desk.duty.who.person_id
    other = next(one for one in settings.inspectors(run.reader) if one.id != me)
    act = next(one for one in menu.actions() if other.name in one.text())
    act.trigger()
    menu.close()
    run.settle()
    assert run.desk.duty.who.person_id == other.id
    assert run.window.top.user.text() == other.name


def test_a_message_stays_until_it_is_answered_and_does_what_its_act_says(run):
    """Two at most, the graver on top; an act is done once."""
    done = []
    acts = (("Do it", lambda: done.append(1)), ("Leave it", lambda: done.append(2)))
    run.desk.say(Note("ok", "First", "one"))
    run.desk.say(Note("warning", "Second", "two", acts, id="second"))
    run.desk.say(Note("danger", "Third", "three"))
    assert [words.split()[0] for words in said(run)] == ["Third", "Second"]
    press(bars(run)[1], "Do it")
    assert done == [1]
    assert [words.split()[0] for words in said(run)] == ["Third", "First"]
    run.desk.say(Note("danger", "Third", "again", id="same"))
    run.desk.say(Note("danger", "Third", "and again", id="same"))
    assert sum("again" in words for words in said(run)) == 1


def test_a_crash_of_the_last_run_is_offered_as_a_report(run):
    """What went wrong is not swept under; nothing saved is lost."""
    report = Report(dt.datetime(2026, 9, 15, tzinfo=dt.UTC), "Python 3.11\n\nTraceback: example")
    offer_previous(run.desk, run.window, report)
    assert "Nothing that was saved is lost" in said(run)[0]
    press(bars(run)[0], "Show the report")
    dialog = run.window.findChild(CrashDialog)
    assert dialog.isVisible()
    press(dialog, "Copy the report")
    assert run.program.app.clipboard().text() == report.text
    dialog.reject()


def test_an_error_nobody_foresaw_shows_one_dialogue_and_the_work_goes_on(run):
    """It says that nothing is lost, and the screen behind it still answers."""
    show_report(run.desk.theme, run.window, Report(dt.datetime.now(dt.UTC), "Boom"))
    dialog = run.window.findChild(CrashDialog)
    assert dialog.isVisible()
    press(dialog, "Go on")
    run.settle()
    assert not run.window.findChildren(CrashDialog) or not dialog.isVisible()
    assert run.go(Place("sites")).isVisible()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DiskState(400_000_000, 10**12, True, "local", ""), "The disk is nearly full 0.4 GB"),
        (DiskState(10**11, 10**12, True, "cloud", "坚果云"), "坚果云 may copy"),
        (DiskState(10**11, 10**12, True, "network", "nas:/x"), "If nas:/x goes away"),
    ],
)
def test_a_doubtful_place_for_the_data_is_said_at_the_start(run, state, words):
    """Before the first photo fails, not after."""
    start_notes.tell_disk(run.desk, state)
    assert any(words in one for one in said(run))
    press(bars(run)[0], "Show")
    run.settle()
    assert run.window.place() == Place("settings", spot="health")


def test_an_ordinary_place_says_nothing(run):
    """A warning every morning is read by nobody."""
    start_notes.tell_disk(run.desk, DiskState(10**11, 10**12, True, "local", ""))
    assert not said(run)


def test_a_clock_behind_the_last_entry_is_said_and_papers_know_it(run):
    """A deadline counted on a wrong day is a wrong deadline."""
    start_notes.tell_doubt(run.desk, Doubt("behind", dt.timedelta(hours=-30)))
    assert "30 hours behind" in said(run)[0]
    assert run.desk.duty.clock_doubt
    press(bars(run)[0], "I have checked it")
    assert not run.desk.duty.clock_doubt


def test_the_start_compares_the_clock_with_what_was_recorded(start):
    """Set back by a month while it was off: said at once."""
    first = start(language="en")
    first.go(Place("today"))
    first.close()
    again = start(language="en")
    again.time.now = again.time.now - dt.timedelta(days=30)
    bootstrap.begin(again.program)
    QTest.qWait(200)
    assert any("clock is in doubt" in words for words in said(again))


def test_the_end_of_a_session_closes_the_store_before_it_returns(run):
    """The system may switch off right after."""
    bootstrap._end(run.program, "session")
    assert run.program.closed
    assert run.program.close(), "a second end does nothing"


def test_the_figures_below_are_not_read_again_for_each_word_typed(run, qtbot):
    """Autosave writes several times a second; only the time it was saved changes by that."""
    record = run.check().record
    feed = run.window.findChild(StatusFeed)
    feed.look()
    before = feed._figures
    act = run.desk.duty.act()
    run.write(lambda store: records.answer(store, act, record.id, {"/data/word": "字"}))
    qtbot.waitUntil(lambda: not feed._soon.isActive())
    assert feed._figures is before
    run.check()
    qtbot.waitUntil(lambda: not feed._soon.isActive())
    assert feed._figures is not before


def test_a_full_disk_gets_its_reserve_back(run, qtbot):
    """What is typed is written at the next try; without the reserve it would wait for ever."""
    reserve = run.paths.store / ballast.NAME
    reserve.write_bytes(bytes(4096))
    run.desk.tell(MachineError("disk-full"))
    qtbot.waitUntil(lambda: not reserve.exists())
    assert any("disk is full" in words for words in said(run))
