"""Duties through the real window: an inspection approved, announced and begun by a scan."""

from app.screens.place import Place
from app.services import documents, visits
from app.widgets.bars import MessageBar
from app.widgets.buttons import Button
from tests.journeys import inspector, pages

APPROVAL = {
    "law_basis": "《产品质量法》第十五条",
    "place": "成品库",
    "decision": "approved",
    "opinion": "同意按计划检查。",
    "approver": "王敏",
    "approver_post": "副局长",
}
NOTICE = {"inspect_at": "2026-09-16T10:00", "bring": "产品合格证明和销售台账。"}


def fill_in(window, known):
    """Answer what is still open in the paper in front, sign it and end it."""
    filling = pages.Filling(window)
    filling.fill(known, {})
    looking = filling.finish()
    assert looking.missing() == [], looking.missing()
    looking.sign_all("王敏")
    looking.end()


def visit_card(window, case_id):
    window.window.go(Place("case", case_id))
    return window.at("case").visit


def press_note(window, said):
    """Press an act of the message above the screen."""
    for bar in window.window.findChildren(MessageBar):
        for button in bar.findChildren(Button):
            if bar.isVisible() and said in button.accessibleName():
                pages.click(button)
                window.settle()
                return
    raise AssertionError(f"no message offers {said}: {window.notes()}")


def test_a_visit_is_approved_announced_and_begun_by_scanning_its_notice(window):
    """凡检查必审批、必通知; the code on the notice keeps the time of arrival."""
    case_id = inspector.begin(window)
    assert visits.stage(visits.current(window.reader, case_id)) == "planned"
    pages.click(visit_card(window, case_id).approval)
    window.at("fill")
    fill_in(window, APPROVAL)
    assert visits.stage(visits.current(window.reader, case_id)) == "approved"
    pages.click(visit_card(window, case_id).notice)
    window.at("fill")
    fill_in(window, NOTICE)
    pages.issue(window)
    visit = visits.current(window.reader, case_id)
    assert visits.stage(visit) == "announced"
    paper = documents.get(window.reader, visit.notice_id)
    window.come_to_front()
    line = window.window.top.search.line
    line.setFocus()
    pages.type_in(line, paper.qr)
    pages.QTest.keyClick(line, pages.Qt.Key.Key_Return)
    window.settle()
    press_note(window, "到达")
    card = window.at("case").visit
    visit = visits.current(window.reader, case_id)
    assert (visit.arrived_by, visits.stage(visit)) == ("scan", "arrived")
    assert visit.arrived >= pages.START
    assert not card.arrived.isVisible()
    pages.click(card.left)
    window.settle()
    assert visits.current(window.reader, case_id).left_at is not None
