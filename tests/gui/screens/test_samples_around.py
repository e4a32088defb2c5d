"""Samples where they are met elsewhere: in the list, on a new sheet, in their case."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.screens.place import Place
from app.services import preparing, test_reports
from app.services.records import open_record
from app.services.repeats import drawn_before
from app.widgets.labelled import ErrorLine
from db.store import records
from tests.gui.screens.papers_kit import made
from tests.unit.app.services import kit, results_kit
from tests.unit.app.services.results_kit import item


@pytest.fixture
def run(start):
    return start(language="en")


@pytest.fixture
def drawn(run):
    return made(run, results_kit.drawn)


def test_the_list_groups_samples_by_what_is_waited_for(run, drawn):
    made(run, lambda store, act: results_kit.gone_to(store, act, drawn[0]))
    screen = run.go(Place("samples"))
    groups = {line.sample.id: line.group for line in screen._lines.values()}
    assert [groups[row.id] for row in drawn] == ["lab", "send", "spare"]
    report = made(run, lambda store, act: test_reports.begin(store, act, drawn[0].id).value)
    lines = [item(measured="0.2")]
    named = replace(report, number="JC1", issued=run.desk.duty.act().today)
    made(run, lambda store, act: test_reports.save(store, act, named, lines))
    screen = run.go(Place("samples"))
    assert screen._lines[drawn[0].id].group == "tell"
    screen._list.pressed_verb.emit(drawn[0].id)
    run.settle()
    assert run.window.place() == Place("report", report.id)


def test_the_same_product_drawn_again_is_warned_of(run, drawn):
    """The demonstration's own draw is finished; another sheet of the product is begun."""

    def work(store, act):
        records.finish(store, drawn[0].record_id, act.now, None)
        check = kit.start(store, act)
        sheet = preparing.add_paper(store, act, check.case_id, "sampling-sheet").value
        kit.answer_by_name(store, act, sheet.id, product_name="儿童三轮车")
        return sheet.id

    sheet_id = made(run, work)
    opened = open_record(run.reader, run.desk.duty.act(), sheet_id)
    found = drawn_before(run.reader, opened, dt.date(2027, 3, 16))
    assert found.until == dt.date(2027, 3, 16)
    assert drawn_before(run.reader, opened, dt.date(2027, 3, 17)) is None
    screen = run.go(Place("sampling", sheet_id, "/data/lot"))
    told = [one.text() for one in screen.findChildren(ErrorLine) if one.isVisible()]
    assert any("six months" in words for words in told)


def test_a_case_with_samples_offers_no_paper_that_says_there_are_none(run, drawn):
    screen = run.go(Place("case", drawn[0].case_id))
    offered = {
        screen._adds.model().index(row, 0).data(Qt.ItemDataRole.UserRole).id
        for row in range(screen._adds.model().rowCount())
    }
    assert "on-site-record" in offered
    assert offered.isdisjoint({"no-sample", "sampling-refused"})
