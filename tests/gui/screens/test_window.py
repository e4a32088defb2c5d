"""The window: commands, the way back, theme and language, messages, and its end."""

import datetime as dt
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from app import bootstrap
from app.screens import start_notes
from app.screens.crash_dialog import CrashDialog, offer_previous, show_report
from app.screens.desk import Note
from app.screens.extend_dialog import ExtendDialog
from app.screens.period_dialog import PeriodDialog
from app.screens.place import Place
from app.screens.status import StatusFeed
from app.services import (
    cases,
    matters,
    objections,
    records,
    rectification,
    settings,
    sites,
    today,
    visits,
)
from app.shell.clock import Doubt
from app.shell.crash import Report
from app.shell.disk import DiskState
from app.widgets.bars import MessageBar
from app.widgets.buttons import Button
from app.widgets.facts import FactList
from app.widgets.labels import Label
from app.widgets.nav import NavButton
from app.widgets.work import WorkList
from app.widgets.work_rows import Work
from db import ballast
from db.errors import MachineError
from db.rows import CaseFile, Equipment
from db.store import nouns
from tests.gui.screens.papers_kit import made
from tests.unit.app.services import kit, results_kit

DEADLINE = re.compile(
    r"(Deadline|New deadline|Re-check by|Objection until|Result expected by|To be sent by"
    r"|Overdue since|to be sent by|result expected by|objection until|planned for"
    r"|Next test|Apply by|due|to be rectified by|was to be rectified by|Ends on|Expired)\b"
)
"""How the day of a deadline is led in."""


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


def clocks_shown(screen):
    """The words of every running clock in the lists of a screen."""
    models = [work.model() for work in screen.findChildren(WorkList)]
    rows = [
        model.index(row, 0).data(Qt.ItemDataRole.UserRole)
        for model in models
        for row in range(model.rowCount())
    ]
    chips = [row.chip for row in rows if isinstance(row, Work) and row.chip]
    return [chip.words for chip in chips if "overdue" in chip.words or " left" in chip.words]


def test_doubt_about_the_clock_stands_beside_every_deadline_until_it_was_checked(run):
    """Three days left by a clock that is a month off are not three days left."""
    screen = run.go(Place("today"))
    run.desk.duty.doubt_clock(True)
    assert clocks_shown(screen)
    assert all(words.endswith("(clock?)") for words in clocks_shown(screen))
    run.picture("today-clock-in-doubt")
    run.desk.duty.doubt_clock(False)
    assert not any("clock" in words for words in clocks_shown(screen))


def test_no_screen_with_deadlines_leaves_the_doubt_out(run):
    act = run.desk.duty.act()
    line = next(
        one
        for group in rectification.board(run.reader, act.today)
        for one in group.lines
        if group.key == "overdue" and one.document
    )
    machine = next(one for one in today.board(run.reader, act).overdue if one.kind == "equipment")
    equipment = nouns.get(run.reader, Equipment, machine.id)
    run.desk.duty.doubt_clock(True)
    for place in (
        Place("rectify", line.finding.id),
        Place("case", line.finding.case_id),
        Place("document", line.document.id),
        Place("enterprise", line.finding.enterprise_id),
        Place("enterprise", equipment.enterprise_id),
    ):
        screen = run.go(place)
        shown = clocks_shown(screen)
        assert shown, place
        assert all(words.endswith("(clock?)") for words in shown), place
        run.picture(f"{place.screen}-clock-in-doubt")


def days_shown(screen):
    """The day of every deadline that stands as plain words: in facts, in lists and in lines."""
    rows = [
        model.index(row, 0).data(Qt.ItemDataRole.UserRole)
        for model in (work.model() for work in screen.findChildren(WorkList))
        for row in range(model.rowCount())
    ]
    told = [part for row in rows if isinstance(row, Work) for part in row.second.split("·")]
    told += [row.chip.words for row in rows if isinstance(row, Work) and row.chip]
    for facts in screen.findChildren(FactList):
        grid = facts.layout()
        for row in range(grid.count() // 2):
            name, cell = (grid.itemAtPosition(row, column).widget() for column in (0, 1))
            told.append(f"{name.text()}: {cell.findChild(QLabel).text()}")
    for line in screen.findChildren(Label):
        told += line.text().split("·")
    return [words for words in told if DEADLINE.match(words) and re.search(r"\d", words)]


def _told_result(store, act):
    """A failing result the party was told of today."""
    report = results_kit.judged(store, act, results_kit.item())
    return objections.tell(store, act, report.id, act.today).value


def test_a_plain_day_of_a_deadline_bears_the_doubt_too(run):
    """Of samples, results, re-checks, extensions and visits: no chip stands there."""
    first = made(run, results_kit.drawn)[0]
    report = made(run, _told_result)
    act = run.desk.duty.act()
    board = rectification.board(run.reader, act.today)
    late = next(one for group in board for one in group.lines if group.key == "overdue")
    running = next(one for group in board for one in group.lines if group.key == "waiting")
    check = made(run, kit.start)
    wish = visits.Wish("routine", act.today)
    case = nouns.get(run.reader, CaseFile, check.case_id)
    made(run, lambda store, act: visits.plan(store, act, case, wish).value)
    unit = late.finding.enterprise_id
    again = made(run, lambda store, act: cases.start(store, act, unit, matters.SPOT_CHECK).value)
    lapsed = today.board(run.reader, act).overdue
    machine = next(one for one in lapsed if one.kind == "equipment")
    operator = next(one for one in lapsed if one.kind == "certificate")
    places = (
        Place("samples"),
        Place("sample", first.id),
        Place("report", report.id),
        Place("rectify", late.finding.id),
        Place("case", check.case_id),
        Place("document", late.document.id),
        Place("fill", again.record.id),
        Place("device", machine.id),
        Place("device", operator.about[1]),
    )
    for doubt in (True, False):
        run.desk.duty.doubt_clock(doubt)
        for place in places:
            shown = days_shown(run.go(place))
            assert shown, place
            assert all(words.endswith("(clock?)") is doubt for words in shown), (place, shown)
        bars = run.go(Place("fill", again.record.id)).limits.findChildren(MessageBar)
        assert ("clock" in {bar._message.id for bar in bars if bar.isVisible()}) is doubt
        about = ("finding", running.finding.id)
        dialog = ExtendDialog(run.desk, about, "", run.window)
        dialog._amount.setText("10")
        dialog._count()
        shown = days_shown(dialog)
        assert len(shown) > 1
        assert all(words.endswith("(clock?)") is doubt for words in shown), shown
        dialog.close()
        period = PeriodDialog(run.desk, check.case_id, "", run.window)
        period.period.pick(period._search("reconsideration")[0])
        shown = days_shown(period)
        assert shown
        assert all(words.endswith("(clock?)") is doubt for words in shown), shown
        period.close()


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
