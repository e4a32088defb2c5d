"""A sample that went to another bureau: said in words, read, and nothing more to write."""

from dataclasses import replace

import pytest

from app.screens.place import Place
from app.screens.report_next import stage_words
from app.screens.sample_words import state_chip
from app.services import custody, result_steps
from app.services.changes import Result, touched
from db.duty_rows import Handover
from db.journal.ids import new_id
from db.rows import CaseFile, Record, Sample
from db.store import documents, nouns, records, samples, test_reports
from tests.gui.screens.test_settings_calendar import rows_of

STATES = sorted({*custody.STATES.values(), "tested", custody.MOVED, custody.WITHDRAWN})


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_sample_has_its_words(qapp, state):
    """No code is ever shown in the place of a word."""
    assert state_chip(state).words != state
    assert state_chip(state).icon


def test_a_sample_that_was_handed_over_offers_nothing_to_write(start):
    run = start(language="en")
    every = nouns.many(run.reader, Sample, "WHERE 1 = ? ORDER BY id", (1,))
    gone = next(one for one in every if custody.chain(run.reader, one.id).holding)
    screen = run.go(Place("sample", gone.id))
    assert {row.verb for row in rows_of(screen._chain)} == {"Correct"}

    def hand(store):
        samples.save(store, replace(samples.get(store, gone.id), state=custody.MOVED))
        return Result(None, touched("sample", gone.id))

    run.write(hand)
    run.settle()
    assert not screen._hand.isVisible()
    assert {row.verb for row in rows_of(screen._chain)} == {""}


def test_a_case_that_was_handed_over_is_read_and_not_gone_on_with(start):
    """Its papers, its report and its documents say who has them, and offer nothing."""
    run = start(language="en")
    every = nouns.many(run.reader, Sample, "WHERE 1 = ? ORDER BY id", (1,))
    sample, report = next(
        (one, told[0])
        for one in every
        if one.role == "test" and (told := open_ones(run, one)) and papers_of(run, one)
    )
    document = papers_of(run, sample)[0]
    screen = run.go(Place("case", sample.case_id))
    assert rows_of(screen._adds)
    screen = run.go(Place("report", report.id))
    assert not screen.number.isReadOnly()
    kept = records.of_case(run.reader, sample.case_id)

    def hand(store):
        for one in kept:
            told = Handover(new_id(), "record", one.id, way="scope_out", target_name="德原市局")
            nouns.edit(store, Record, one.id, state="moved")
            nouns.save(store, told)
        return Result(None, touched("case", sample.case_id) | touched("test_report", report.id))

    run.write(hand)
    run.settle()
    screen = run.go(Place("report", report.id))
    assert screen.number.isReadOnly()
    assert screen._foot.isHidden()
    assert screen.files.attach.isHidden()
    assert not result_steps.acts(screen.now)
    assert not result_steps.papers(screen.now)
    assert "德原市局" in stage_words(screen.now)
    run.picture("report-handed")
    screen = run.go(Place("case", sample.case_id))
    assert rows_of(screen._adds) == []
    assert screen.visit.approval.isHidden()
    assert screen._duties.isHidden() or screen._duties._head.link.isHidden(), "nothing begins here"
    assert screen._next.text() == "Close the case"
    run.picture("case-handed")
    run.write(lambda store: closed(store, sample.case_id))
    screen = run.go(Place("case", sample.case_id))
    assert screen.reopen.isHidden()
    screen = run.go(Place("document", document.id))
    for act in (screen.side.serve, screen.side.receipt, screen.side.withdraw):
        assert act.isHidden()
    run.picture("document-handed")


def open_ones(run, sample):
    told = test_reports.of_record(run.reader, sample.record_id)
    return [one for one in told if one.state == "open" and one.told is None]


def papers_of(run, sample):
    found = documents.of_case(run.reader, sample.case_id)
    return [one for one in found if one.state in {"issued", "served"}]


def closed(store, case_id):
    nouns.edit(store, CaseFile, case_id, state="closed")
    return Result(None, touched("case", case_id))
