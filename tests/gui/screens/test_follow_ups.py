"""Follow-ups where they stand: hours that go on by themselves, settling and taking it back."""

import datetime as dt

import pytest

from app.screens.due_chip import hours_chip
from app.screens.extend_dialog import ExtendDialog
from app.screens.follow_up_acts import SettleDialog
from app.screens.follow_up_card import FollowUpCard
from app.screens.period_dialog import PeriodDialog
from app.screens.place import Place
from app.services import cases, clocks, extending, follow_ups, preparing
from app.services.extending import Wanted
from app.widgets.bars import MessageBar
from app.widgets.labels import Label
from tests.gui.screens.test_overview import press, rows
from tests.gui.screens.test_rectify import opened

NOW = dt.datetime(2026, 11, 28, 8, 30, tzinfo=dt.UTC)


@pytest.fixture
def run(start):
    return start(language="en")


def kept(run, **facts):
    """A follow-up of the newest case, due today."""
    case = cases.page(run.reader)[0].case
    act = run.desk.duty.act()
    known = {
        "case_id": case.id,
        "enterprise_id": case.enterprise_id,
        "kind": "filing",
        "start": act.now,
        "title": "归档",
    }
    row = follow_ups.make(run.reader, **known | facts)
    run.write(lambda store: follow_ups.keep(store, act, row))
    return row


def line_of(screen, row):
    return next(one for one in rows(screen._work) if one.id == f"follow_up:{row.id}")


@pytest.mark.parametrize(
    ("minutes", "words", "tone"),
    [
        (200, "3 h 20 min left", "warning"),
        (59, "59 min left", "warning"),
        (0, "0 min left", "warning"),
        (-125, "2 h 5 min overdue", "danger"),
        (25 * 60, "25 h 0 min left", "mute"),
    ],
)
def test_hours_are_told_to_the_minute(run, minutes, words, tone):
    chip = hours_chip(NOW + dt.timedelta(minutes=minutes), NOW)
    assert (chip.words, chip.tone) == (words, tone)


def test_hours_go_on_by_themselves_and_doubt_stands_beside_them(run):
    row = kept(run, clock_id="compulsion-24h", kind="approval")
    screen = run.go(Place("today"))
    assert line_of(screen, row).chip.words.endswith(" left")
    assert screen._tick.isActive()
    run.time.now = run.time.now + dt.timedelta(minutes=50)
    screen._tick.timeout.emit()
    assert line_of(screen, row).chip.words.startswith("23 h")
    run.desk.duty.doubt_clock(True)
    assert line_of(screen, row).chip.words.endswith("(clock?)")
    run.go(Place("documents"))
    assert not screen._tick.isActive()


def test_a_follow_up_is_settled_right_there_and_taken_back(run):
    row = kept(run, due=run.desk.duty.act().today)
    screen = run.go(Place("today"))
    assert line_of(screen, row).verb == "Settle"
    screen._work.pressed_verb.emit(f"follow_up:{row.id}")
    dialog = opened(run, SettleDialog)
    dialog._state.choose("void")
    press(dialog, "Keep")
    assert dialog.isVisible(), "a reason is asked"
    dialog._note.setPlainText("重复登记")
    press(dialog, "Keep")
    run.settle()
    assert follow_ups.get(run.reader, row.id).state == "void"
    assert f"follow_up:{row.id}" not in {one.id for one in rows(screen._work)}
    bar = next(one for one in run.window.findChildren(MessageBar) if one.isVisible())
    press(bar, "Undo")
    run.settle()
    assert follow_ups.get(run.reader, row.id).state == "open"
    assert line_of(screen, row)


def test_its_deadline_is_extended_from_there(run):
    row = kept(run, clock_id="case-lead-15wd", kind="lead")
    screen = run.go(Place("case", row.case_id))
    card = screen.findChild(FollowUpCard)
    card.work.pressed_verb.emit(row.id)
    press(opened(run, SettleDialog), "Extend or suspend")
    dialog = opened(run, ExtendDialog)
    dialog._amount.setText("15")
    dialog._approver.setText("刘局长")
    dialog._reason.setPlainText("案情复杂")
    press(dialog, "Keep the new deadline")
    run.settle()
    assert follow_ups.get(run.reader, row.id).due > row.due


def test_what_stands_still_goes_on_from_its_card_or_from_what_asks_after_it(run):
    row = kept(run, clock_id="mediation-60d", kind="mediation")
    act = run.desk.duty.act()
    stop = Wanted("suspension", "第二十三条", "刘局长", "送检", since=act.today)

    def suspend():
        run.write(lambda s: extending.change(s, act, "follow_up", row.id, stop))
        return run.go(Place("case", row.case_id)).findChild(FollowUpCard)

    for about in ("mediation", "standing-still"):
        card = suspend()
        shown = {one.id: one for one in rows(card.work)}
        assert shown[row.id].chip.words == "Suspended"
        (pressed,) = (
            one.id for one in follow_ups.open_of_case(run.reader, row.case_id) if one.kind == about
        )
        card.work.pressed_verb.emit(pressed)
        press(opened(run, SettleDialog), "The suspension has ended")
        run.settle()
        left = {one.kind for one in follow_ups.open_of_case(run.reader, row.case_id)}
        assert "standing-still" not in left
        assert follow_ups.get(run.reader, row.id).due is not None


def test_what_is_to_be_issued_opens_the_draft_that_waits(run):
    """Where nothing of the kind is begun it opens the case, as before."""
    row = kept(run, due=run.desk.duty.act().today, kind="second-notice")
    screen = run.go(Place("today"))
    screen._work.opened.emit(f"follow_up:{row.id}")
    run.settle()
    assert run.window.place() == Place("case", row.case_id)
    act = run.desk.duty.act()
    made = run.write(lambda s: preparing.add_paper(s, act, row.case_id, "interview-notice"))
    screen = run.go(Place("today"))
    screen._work.opened.emit(f"follow_up:{row.id}")
    run.settle()
    assert run.window.place() == Place("fill", made.id)


def test_a_case_and_an_enterprise_list_what_is_to_be_done(run):
    row = kept(run, due=run.desk.duty.act().today)
    card = run.go(Place("case", row.case_id)).findChild(FollowUpCard)
    assert card.isVisible()
    assert row.id in {one.id for one in rows(card.work)}
    card = run.go(Place("enterprise", row.enterprise_id)).findChild(FollowUpCard)
    assert row.id in {one.id for one in rows(card.work)}
    run.picture("enterprise-duties")
    card.work.opened.emit(row.id)
    run.settle()
    assert run.window.place() == Place("case", row.case_id)


def test_the_article_stands_beside_every_day_it_counted(run):
    """Who is told that something is due asks by which rule: on the board, the case, the finding."""
    row = kept(run, clock_id="cash-fine-2wd")
    rule = "《市场监督管理行政处罚程序规定》第七十三条"
    screen = run.go(Place("today"))
    screen._toggle("week")
    assert rule in line_of(screen, row).second
    card = run.go(Place("case", row.case_id)).findChild(FollowUpCard)
    assert rule in next(one for one in rows(card.work) if one.id == row.id).second
    screen = run.go(Place("rectify"))
    line = next(one for one in screen._lines.values() if one.finding.clock_id and one.due)
    screen = run.go(Place("rectify", line.finding.id))
    told = [label.text() for label in screen._detail._facts.findChildren(Label)]
    assert clocks.clock(run.reader, line.finding.clock_id).law in told


def test_a_period_no_paper_begins_is_begun_from_the_card_of_its_case(run):
    """An application for reconsideration comes in: five working days, in Today with its article."""
    case = cases.page(run.reader)[0].case
    card = run.go(Place("case", case.id)).findChild(FollowUpCard)
    press_head(card, "Begin a period")
    dialog = opened(run, PeriodDialog)
    press(dialog, "Begin")
    assert dialog.isVisible(), "the period is asked for"
    dialog.period.pick(dialog._search("reconsideration body")[0])
    dialog.day.set_value("2026-09-30")
    dialog._count()
    press(dialog, "Begin")
    run.settle()
    assert dialog.isVisible(), "it cannot begin in two weeks"
    dialog.day.set_value("2026-09-15")
    dialog.note.setText("临政复〔2026〕31号")
    run.picture("period", dialog)
    press(dialog, "Begin")
    run.settle()
    (row,) = (one for one in follow_ups.open_of_case(run.reader, case.id) if one.kind == "by-hand")
    assert (row.clock_id, row.due) == ("recon-forward-5wd", dt.date(2026, 9, 21))
    shown = next(one for one in rows(card.work) if one.id == row.id)
    assert "临政复〔2026〕31号" in shown.title
    assert "《行政复议法》第三十二条" in shown.second
    screen = run.go(Place("today"))
    screen._toggle("week")
    assert "临政复〔2026〕31号" in line_of(screen, row).title
    closed = next(line.case.id for line in cases.page(run.reader, "closed"))
    card = run.go(Place("case", closed)).findChild(FollowUpCard)
    assert not card._head.link.isVisible()


def press_head(card, words):
    """Press the link in the head of a card."""
    assert card._head.link.accessibleName().startswith(words)
    card._head.link.click()


def test_a_complaint_is_decided_in_its_case_and_not_settled_from_today(run):
    row = kept(run, due=run.desk.duty.act().today, kind="accept")
    screen = run.go(Place("today"))
    screen._work.pressed_verb.emit(f"follow_up:{row.id}")
    run.settle()
    assert run.window.place() == Place("case", row.case_id)
    assert follow_ups.get(run.reader, row.id).state == "open"
