"""Doubt about the computer's clock: beside every deadline, on every screen, until it was checked."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.screens.extend_dialog import ExtendDialog
from app.screens.period_dialog import PeriodDialog
from app.screens.place import Place
from app.services import (
    cases,
    matters,
    objections,
    rectification,
    today,
    visits,
)
from app.widgets.bars import MessageBar
from app.widgets.facts import FactList
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work
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
