"""The rectification screen: groups, steps with their dialogues, photos, narrowing, the way back."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.extend_dialog import ExtendDialog
from app.screens.place import Place
from app.screens.rectify_dialogs import EscalateDialog, RecheckDialog, ReportDialog
from app.services import attachments, extending, findings, rectification, settings
from app.services.attachments import AFTER, Photo
from app.services.changes import Result, touched
from app.services.rectification import Only
from app.widgets.labels import Label
from db.store import findings as kept_findings
from tests.gui.screens.test_overview import choose, heads, press, rows
from tests.unit.app.services import kit as kit_of_services


@pytest.fixture
def run(start):
    return start(language="en")


def first_of(run, group):
    """The first finding of a group."""
    board = rectification.board(run.reader, run.desk.duty.act().today)
    return next(one.lines[0].finding for one in board if one.key == group)


def opened(run, kind):
    run.settle()
    found = [one for one in run.window.findChildren(kind) if one.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def offered(screen):
    detail = screen._detail
    buttons = (detail._next, *detail._acts.values())
    return {one.accessibleName() for one in buttons if one.isVisible()}


def test_a_report_is_noted_re_checked_closed_and_each_taken_back(run):
    ordered = first_of(run, "overdue")
    screen = run.go(Place("rectify", ordered.id))
    press(screen, "Report received")
    dialog = opened(run, ReportDialog)
    press(dialog, "Note the report")
    assert dialog.isVisible(), "nothing was written"
    dialog._text.setPlainText("已改正")
    press(dialog, "Note the report")
    run.settle()
    assert findings.get(run.reader, ordered.id).state == "reported"
    assert rectification.line(run.reader, run.desk.duty.act().today, ordered.id).recheck
    told = [label.text() for label in screen._detail._facts.findChildren(Label)]
    assert any("counted from" in words and "by 《" in words for words in told), told
    good, among = rectification.in_time(run.reader, run.desk.duty.act().today, Only())
    assert f"{good * 100 // among} % in time this quarter" in screen._header._facts.text()
    press(screen, "Re-check")
    dialog = opened(run, RecheckDialog)
    dialog._verdict.choose("fixed")
    dialog._way.choose("site")
    press(dialog, "Keep the re-check")
    run.settle()
    assert dialog.isVisible(), "two go to the place"
    assert "two inspectors" in dialog._wrong.text()
    partner = next(
        one.name for one in settings.inspectors(run.reader) if one.id != run.desk.duty.who.person_id
    )
    dialog._partner.set_value(partner)
    press(dialog, "Keep the re-check")
    run.settle()
    assert findings.get(run.reader, ordered.id).state == "closed"
    screen._undo.undone.emit()
    run.settle()
    assert findings.get(run.reader, ordered.id).state == "reported"
    press(screen, "Take back the report")
    run.settle()
    assert findings.get(run.reader, ordered.id) == ordered


def test_each_state_offers_only_what_may_come_next(run):
    screen = run.go(Place("rectify", first_of(run, "overdue").id))
    assert offered(screen) == {"Report received", "Re-check", "Extend or suspend", "Take it on"}
    screen = run.go(Place("rectify", first_of(run, "recheck").id))
    assert offered(screen) == {"Re-check", "Take it on"}


def test_what_was_found_and_never_ordered_stands_on_the_board_and_leads_to_its_case(run):
    """It was in nobody's list but its case's."""
    late = first_of(run, "overdue")
    unordered = replace(late, state="open")
    run.write(
        lambda store: Result(kept_findings.step(store, unordered), touched("finding", late.id))
    )
    screen = run.go(Place("rectify", late.id))
    (group,) = [one for one in screen._groups if one.key == "found"]
    assert late.id in {line.finding.id for line in group.lines}
    assert offered(screen) == {"Order it put right"}
    press(screen, "Order it put right")
    run.settle()
    assert run.window.place() == Place("case", late.case_id)


def test_the_new_day_is_counted_while_one_types_and_kept_with_both_days(run):
    ordered = first_of(run, "waiting")
    screen = run.go(Place("rectify", ordered.id))
    press(screen, "Extend or suspend")
    dialog = opened(run, ExtendDialog)
    dialog._amount.setFocus()
    QTest.keyClicks(dialog._amount, "10")
    QTest.qWait(300)
    wanted = extending.Wanted("extension", "a", "b", "c", 10, "working_day")
    act = run.desk.duty.act()
    counted = extending.count(run.reader, "finding", ordered.id, wanted, act.today)
    shown = " ".join(one.text() for one in dialog.findChildren(type(dialog.title)))
    assert counted.after.isoformat() in shown
    assert "10 working days; counted from 19 Sep" in shown
    assert dialog._article.text(), "the article of the period itself is offered"
    press(dialog, "Keep the new deadline")
    assert dialog.isVisible()
    assert dialog._lines["approver"]._error.text()
    dialog._approver.setText("刘局长")
    dialog._reason.setPlainText("模具返修")
    press(dialog, "Keep the new deadline")
    run.settle()
    assert findings.get(run.reader, ordered.id).due == counted.after
    (made,) = extending.changes_of(run.reader, ordered.id)
    assert (made.due_before, made.due_after) == (ordered.due, counted.after)
    press(screen, "Take back the extension")
    run.settle()
    assert findings.get(run.reader, ordered.id) == ordered


def test_a_suspended_one_stands_apart_until_it_goes_on(run):
    ordered = first_of(run, "waiting")
    screen = run.go(Place("rectify", ordered.id))
    press(screen, "Extend or suspend")
    dialog = opened(run, ExtendDialog)
    dialog._kind.choose("suspension")
    for field, words in ((dialog._article, "第二十八条"), (dialog._approver, "刘局长")):
        field.setText(words)
    dialog._reason.setPlainText("送检")
    press(dialog, "Keep the new deadline")
    run.settle()
    assert "Suspended" in heads(screen._list)
    assert "End the suspension" in offered(screen)
    press(screen, "End the suspension")
    run.settle()
    assert "Suspended" not in heads(screen._list)
    kept = findings.get(run.reader, ordered.id)
    assert kept.due == dt.date(2026, 9, 20), "one day more: off the Saturday, to the made-up Sunday"


def test_it_is_taken_on_with_a_reason_and_the_lead_is_opened(run):
    ordered = first_of(run, "overdue")
    screen = run.go(Place("rectify", ordered.id))
    press(screen, "Take it on")
    dialog = opened(run, EscalateDialog)
    press(dialog, "Take it on")
    assert dialog.isVisible(), "a reason is asked"
    dialog._reason.setPlainText("逾期未改")
    press(dialog, "Take it on")
    run.settle()
    kept = findings.get(run.reader, ordered.id)
    assert run.window.place() == Place("case", kept.escalated_to)


def test_closed_ones_are_folded_and_more_come_by_page(run, monkeypatch):
    monkeypatch.setattr(rectification, "PAGE", 1)
    screen = run.go(Place("rectify"))
    late = next(one for one in screen._groups if one.key == "overdue")
    assert (len(late.lines), late.count > 1) == (1, True)
    choose(screen._list, "more:overdue", Qt.Key.Key_Return)
    late = next(one for one in screen._groups if one.key == "overdue")
    assert len(late.lines) == 2
    closed = next(one for one in screen._groups if one.key == "closed")
    assert (closed.lines, closed.count > 0) == ((), True)
    screen._toggle("closed")
    assert next(one for one in screen._groups if one.key == "closed").lines


def test_the_board_is_narrowed_and_says_when_nothing_fits(run):
    screen = run.go(Place("rectify"))
    everything = len(rows(screen._list))
    line = next(iter(screen._lines.values()))
    screen._filter._enterprise.set_value(line.finding.enterprise_id)
    screen._filter._enterprise.chosen.emit(line.finding.enterprise_id)
    assert {one.finding.enterprise_id for one in screen._lines.values()} == {
        line.finding.enterprise_id
    }
    screen._filter._severity.set_value("major")
    screen._filter._severity.chosen.emit("major")
    assert screen._empty.isVisible()
    press(screen, "Show everything")
    assert len(rows(screen._list)) == everything


def test_photos_of_the_place_put_right_stand_beside_those_before(run, qtbot):
    """Space lays one over the other; the arrows move the bar."""
    ordered = first_of(run, "overdue")
    data = kit_of_services.photo_of("after")
    act = run.desk.duty.act()
    run.write(
        lambda store: attachments.add_photo(store, act, (AFTER, ordered.id), Photo(data, "a.jpg"))
    )
    screen = run.go(Place("rectify", ordered.id))
    pair = screen._detail.photos.pair
    assert not pair.can_lay()
    qtbot.waitUntil(lambda: not pair._after.picture.isNull(), timeout=20_000)
    pair.set_pair(pair._after, pair._after)
    pair.setFocus()
    QTest.keyClick(pair, Qt.Key.Key_Space)
    assert pair._over
    before = pair.share
    QTest.keyClick(pair, Qt.Key.Key_Left)
    assert pair.share < before
    run.picture("rectify-over")
