"""Beside a form: who is inspected, and what earlier visits left open and what was put right."""

import datetime as dt

import pytest

from app.screens.fill_context import FillContext
from app.screens.finding_words import title_of
from app.screens.place import Place
from app.services import (
    cases,
    findings,
    preparing,
    rectification,
    sites,
)
from app.widgets.facts import NoticeBox
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services import kit as kit_of_services


@pytest.fixture
def run(start):
    return start(language="en")


def test_what_this_visit_found_was_not_left_open_last_time(run):
    """The sampling sheet of a visit stands beside its own findings."""
    check = papers.check_ready(run)
    sheet = papers.made(
        run,
        lambda store, act: preparing.add_paper(store, act, check.case_id, "sampling-sheet").value,
    )
    now = {one.id for one in findings.of_record(run.reader, check.record.id)}
    assert now
    run.go(Place("sampling", sheet.id))
    (panel,) = run.screen.findChildren(FillContext)
    assert not now & {line.finding.id for line in panel._earlier()}
    run.time.now += dt.timedelta(days=90)
    again = papers.made(run, kit_of_services.start)
    run.go(Place("fill", again.record.id))
    (panel,) = run.screen.findChildren(FillContext)
    assert now <= {line.finding.id for line in panel._earlier()}


def test_what_was_put_right_since_stands_beside_what_was_left_open(run):
    """Who comes again sees both; what this visit itself closed is not of an earlier one."""
    act = run.desk.duty.act()
    board = rectification.board(run.reader, act.today)
    settled = next(group for group in board if group.key == "closed").lines
    closed = next(one.finding for one in settled if one.finding.state == "closed")
    unit = closed.enterprise_id
    begun = papers.made(run, lambda store, act: cases.start(store, act, unit, "spot-check").value)
    for place, there in ((begun.record.id, True), (closed.record_id, False)):
        screen = run.go(Place("fill", place))
        (panel,) = screen.findChildren(FillContext)
        told = [box.accessibleName() for box in panel.findChildren(NoticeBox)]
        words = f"{title_of(closed.item, closed.seen)}, put right, closed on "
        assert any(one.startswith(words) for one in told) is there, told


def test_the_person_in_charge_is_the_one_the_licence_names(run):
    check = papers.check_ready(run)
    run.go(Place("fill", check.record.id))
    (panel,) = run.screen.findChildren(FillContext)
    shown = {fact.label: fact.value for fact in panel._party_facts()}
    unit = sites.get(run.reader, check.record.enterprise_id)
    assert unit.legal_rep != unit.quality_officer
    assert (shown["In charge"], shown["QA officer"]) == (unit.legal_rep, unit.quality_officer)
