"""The history of an enterprise says what each check found, and nothing of what is no check."""

from dataclasses import replace

from app.services import sites
from db.rows import Record
from db.store import nouns
from tests.unit.app.services import kit


def finished(store, act, *bad):
    """A check that is over, with these items failed."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    for question in bad:
        kit.mark_adverse(store, act, check.record.id, question, "两处不符")
    row = nouns.get(store, Record, check.record.id)
    nouns.save(store, replace(row, state="finished", finished=act.now))
    return check


def test_a_finished_check_tells_how_many_findings_it_made(store, act):
    failed, passed = finished(store, act, "instruments", "segregation"), finished(store, act)
    draft = kit.start(store, act)
    sheet = kit.drawn_sheet(store, act, draft.case_id)
    row = nouns.get(store, Record, sheet)
    nouns.save(store, replace(row, state="finished", finished=act.now))
    told = sites.card(store, failed.record.enterprise_id, act.today).history
    found = {one.id: one.found for one in told}
    assert (found[failed.record.id], found[passed.record.id]) == (2, 0)
    assert found[draft.record.id] is None, "what is not finished has found nothing yet"
    assert found[sheet] is None, "a sampling sheet is no check"
