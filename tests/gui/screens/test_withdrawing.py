"""Withdrawing what is finished: asked for on the paper, refused by name, the case opened again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.fill_withdraw import ReasonDialog
from app.screens.place import Place
from app.services import cases, desk, records, visits
from app.services.visits import Wish
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services import test_desk as reception
from tests.unit.app.services import test_visits as inspections

LOOKS = {
    "light": {},
    "dark": {"theme": "dark"},
    "english": {"language": "en"},
    "english-dark": {"language": "en", "theme": "dark"},
}


def give_reason(screen, words="登记有误"):
    """Write the reason in the dialogue that is open, and confirm it."""
    dialog = screen.window().findChild(ReasonDialog)
    dialog.reason.insertPlainText(words)
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)


def refused_after(store, act):
    """An urgent inspection that was made and then not approved; gives its case."""
    case_id = inspections.begun(store, act, Wish("urgent"))
    visits.arrive(store, act, visits.current(store, case_id).id)
    why = {"urgent_reason": "群众举报", "decision": "refused", "opinion": "不属于紧急情况"}
    inspections.approve(store, act, case_id, **why)
    return case_id


def test_a_finished_record_is_withdrawn_from_its_own_page_and_comes_back(program):
    _case, record_id = papers.made(program, lambda s, a: reception.taken(s, a, reception.COMPLAINT))
    program.go(Place("today"))
    screen = program.go(Place("fill", record_id))
    screen.context.withdraw_wanted.emit()
    give_reason(screen)
    program.settle()
    assert records.get(program.reader, record_id).state == "withdrawn"
    program.window.notes._notes["withdrawn"].acts[0][1]()
    program.settle()
    assert records.get(program.reader, record_id).state == "finished"


def test_withdrawing_is_offered_on_drafts_and_finished_records_only(program):
    _case, record_id = papers.made(program, lambda s, a: reception.taken(s, a, reception.COMPLAINT))
    screen = program.go(Place("fill", record_id))
    assert not screen.context._withdraw.isHidden()
    papers.made(program, lambda s, a: records.withdraw(s, a, record_id, "登记有误"))
    program.go(Place("today"))
    screen = program.go(Place("fill", record_id))
    assert screen.context._withdraw.isHidden()


def test_a_closed_case_is_opened_again_with_a_reason(program):
    case_id, _record = papers.made(
        program, lambda s, a: reception.taken(s, a, {**reception.REPORT, "tell": "no"})
    )
    screen = program.go(Place("case", case_id))
    assert screen.reopen.isHidden()
    papers.made(program, lambda s, a: desk.settle(s, a, reception.terms(s, case_id)["lead"].id))
    papers.made(program, lambda s, a: cases.close(s, a, case_id))
    program.settle()
    screen = program.go(Place("case", case_id))
    assert not screen.reopen.isHidden()
    assert screen.reopen.accessibleName() or screen.reopen.text()
    QTest.mouseClick(screen.reopen, Qt.MouseButton.LeftButton)
    give_reason(screen)
    program.settle()
    assert screen.reopen.isHidden()


@pytest.mark.parametrize("look", LOOKS)
def test_an_inspection_not_approved_afterwards_says_so(start, look):
    """Kept as pictures where XUNJIAN_PICTURES says."""
    program = start(**LOOKS[look])
    case_id = papers.made(program, refused_after)
    screen = program.go(Place("case", case_id))
    assert not screen.visit.approval.isVisible()
    assert screen.visit.left.isVisible()
    assert not program.picture(f"refused-{look}").isNull()
