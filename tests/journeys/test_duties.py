"""Duties through the real window: an inspection approved, announced and begun by a scan."""

import datetime as dt

from app.screens.place import Place
from app.screens.start_dialog import StartDialog
from app.services import documents, visits
from app.widgets.bars import MessageBar
from app.widgets.buttons import Button
from db.store import follow_ups
from tests.journeys import inspector, pages

APPROVAL = {
    "law_basis": "《产品质量法》第十五条",
    "place": "成品库",
    "decision": "approved",
    "opinion": "同意按计划检查。",
    "approver": "王敏",
    "approver_post": "副局长",
}
COMPLAINT = {
    "kind": "complaint",
    "channel": "visit",
    "desk_place": "人民广场咨询点",
    "complainant": "孙丽",
    "id_kind": "resident",
    "id_no": "11010519491231002X",
    "complainant_phone": "13905390009",
    "complainant_address": "兰山区示范路8号",
    "publicise": "yes",
    "entrust": "no",
    "enterprise": "小白羊",
    "happened_on": "2026-09-10",
    "happened_at": "该公司门市部",
    "product": "儿童三轮车",
    "amount": "268",
    "facts": "使用三天后车轮脱落，商家拒绝退货。",
    "claims": "refund",
    "decision": "later",
    "check_wanted": "yes",
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


def open_at_the_desk(window):
    """Alt 2 on 今日: a reception begins without an enterprise."""
    window.window.go(Place("today"))
    window.at("today")
    window.screen._quick.started.emit("desk-12365")
    dialog = window.dialog(StartDialog)
    assert not dialog.visit.isVisible()
    pages.click(dialog._go)
    return window.at("fill")


def test_a_complaint_taken_at_the_desk_stands_in_today(qapp, qtbot, home):
    """Its seven working days stand on the first screen of Monday; accepting starts mediation."""
    window = pages.Window(qapp, home)
    open_at_the_desk(window)
    case_id = window.screen.paper.opened.record.case_id
    fill_in(window, COMPLAINT)
    found = {one.kind for one in follow_ups.of_case(window.reader, case_id)}
    assert found == {"accept", "complaint"}
    window.close()
    with pages.told_time(pages.START + dt.timedelta(days=5)):
        window = pages.Window(qapp, home)
        window.window.go(Place("today"))
        screen = window.at("today")
        screen._toggle("week")  # the week is long in the demonstration: its end is a click away
        shown = [task.state for task in screen._tasks.values() if task.case_id == case_id]
        assert sorted(shown) == ["accept", "complaint"]
        screen._open(next(k for k, task in screen._tasks.items() if task.case_id == case_id))
        card = window.at("case").reception
        pages.click(card.accept)
        window.settle()
        states = {one.kind: one.state for one in follow_ups.of_case(window.reader, case_id)}
        assert states == {"accept": "done", "complaint": "done", "mediation": "open"}
        assert not card.accept.isVisible()
        window.close()
