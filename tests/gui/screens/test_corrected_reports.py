"""A corrected report and a failed re-check on the report's screen: what is asked, said and shown."""

import pytest
from PySide6.QtCore import Qt

from app.screens.place import Place
from app.screens.report_dialogs import AnnouncedDialog
from app.screens.report_reissue import ReissueDialog
from app.services import objections, second_recheck, test_reports
from app.services.final_results import finalise
from app.services.matters import SAMPLING
from db.duty_rows import FollowUp
from db.store import follow_ups, nouns
from db.store import test_reports as kept
from tests.gui.screens.papers_kit import made
from tests.gui.screens.test_samples import dialog, press
from tests.unit.app.services import results_kit
from tests.unit.app.services.results_kit import item


@pytest.fixture
def run(start):
    return start(language="en")


@pytest.fixture
def told(run):
    """A nonconforming result the party was told today."""

    def work(store, act):
        report = results_kit.judged(store, act, item())
        return objections.tell(store, act, report.id, act.today).value

    return made(run, work)


def test_a_corrected_report_is_taken_in_and_both_show_each_other(run, told):
    screen = run.go(Place("report", told.id))
    press(screen.next, "Corrected report came…")
    asked = dialog(ReissueDialog)
    asked.number.set_text("JC2026-0917")
    asked.act.click()
    assert asked.isVisible()
    assert "number of its own" in asked.rows["number"]._error.text()
    assert asked.rows["issued"]._error.text()
    assert asked.rows["reason"]._error.text()
    asked.number.set_text("JC2026-0917-G1")
    asked.issued.set_value(told.issued.isoformat())
    asked.reason.set_text("铅的计量单位误写")
    asked.act.click()
    run.settle()
    new = kept.of_record(run.reader, told.record_id)[-1]
    assert run.window.place() == Place("report", new.id)
    screen = run.screen
    assert not screen.number.isReadOnly()
    assert "fifteen days begin again" in screen.next._words.text()
    press(screen.next, "Open the replaced report")
    run.settle()
    assert run.window.place() == Place("report", told.id)
    assert "corrected this report" in run.screen.next._words.text()
    assert run.screen.number.isReadOnly()
    card = run.go(Place("sample", told.sample_id))
    rows = [card._reports.model().index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(2)]
    assert [row.chip.words for row in rows] == ["Replaced", "Does not conform"]
    assert "Corrected report" in rows[1].second


def test_the_day_of_an_announcement_opens_the_second_re_check(run, told):
    def work(store, act):
        row = nouns.edit(store, type(told), told.id, kind="recheck")
        assert row
        return finalise(store, act, told.id, waived="书面放弃").value.report

    report = made(run, work)
    screen = run.go(Place("report", report.id))
    assert "Report it up" in screen.next._words.text()
    press(screen.next, "It is announced…")
    dialog(AnnouncedDialog).act.click()
    run.settle()
    assert "Re-check once more" in screen.next._words.text()
    (row,) = (
        one
        for one in follow_ups.of_owner(run.reader, report.id)
        if one.kind == second_recheck.AGAIN
    )
    assert isinstance(row, FollowUp)
    press(screen.next, "Draw for the re-check, free")
    run.settle()
    assert run.window.place() == Place("report", report.id)  # refused: it is too early
    assert SAMPLING not in {one.form_id for one in _drafts(run, report.case_id)}


def _drafts(run, case_id):
    from db.store import records

    sheets = {
        test_reports.get(run.reader, one.id).record_id for one in kept.of_case(run.reader, case_id)
    }
    return [one for one in records.of_case(run.reader, case_id) if one.id not in sheets]
