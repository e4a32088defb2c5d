"""Special equipment through the real window: a lift with a dead alarm, from its check to closed."""

from app.screens.place import Place
from app.screens.start_dialog import StartDialog
from app.services import documents, matters, orders
from app.widgets.buttons import Button
from db.rows import CaseFile
from db.store import documents as kept_documents
from db.store import findings, follow_ups, nouns
from tests.journeys import inspector, pages, words
from tests.unit.app.services.kit import photo_of

SEEN = "按下轿厢报警按钮三次，值班室无人应答。"
LIFT = {
    "safety_head": words.MANAGER,
    "contact": words.MANAGER,
    "contact_post": "设备主管",
    "check_kind": "regular",
    "basis": "年度监督检查计划",
    "certificates_shown": "yes",
    "recorder": words.PARTNER,
    "device": "1号载货电梯",
    "alarm": "no",
    "hazards": "guard",
    "violations": "none",
    "stop_use": "yes",
    "summary": "抽查1号载货电梯1台，轿厢报警装置无应答，其余项目未见异常。",
    "handling": "instruct",
    "party_opinion": "无",
    "time_to": "2026-09-16T11:00",
}
REPORT = {"upper_body": "临沂市市场监督管理局", "tell_government": "no", "support": "无"}
RECHECK = {
    "recheck_mode": "onsite",
    "certificates_shown": "yes",
    "result": "fixed",
    "result_seen": "现场按下报警按钮，值班室即时应答。",
    "next_step": "无",
    "party_opinion": "无",
    "time_to": "2026-09-16T11:40",
}


def start(window, kind, partner):
    """Begin a check of this kind at the enterprise in front."""
    pages.click(window.screen._header.findChildren(Button)[0])
    dialog = window.dialog(StartDialog)
    assert dialog._kind.itemData(1).value == kind, "what the unit has stands right below"
    pages.choose(dialog._kind, "电梯")
    pages.choose(dialog._partner, partner)
    pages.click(dialog._go)
    return window.at("fill").paper.opened.record.case_id


def fill(window, known, photos=()):
    """Fill in the paper in front, sign it and end it."""
    filling = pages.Filling(window)
    filling.fill(known, dict(photos))
    looking = filling.finish()
    assert looking.missing() == [], looking.missing()
    looking.sign_all(words.MANAGER)
    looking.end()


def go_on(window, case_id, code):
    """Take the next step of the case, which must be this one."""
    assert pages.next_step(window, case_id).code == code
    window.window.go(Place("case", case_id))
    case = window.at("case")
    pages.click(case._next)
    window.settle()


def add(window, case_id, form_id):
    """Begin one of the papers that may follow, from its row in the case."""
    window.window.go(Place("case", case_id))
    case = window.at("case")
    rows = {case._adds.model().index(n, 0).data(pages.Qt.ItemDataRole.UserRole).id
            for n in range(case._adds.model().rowCount())}  # fmt: skip
    assert form_id in rows
    case._adds.pressed_verb.emit(form_id)
    window.at("fill")


def test_a_lift_with_a_dead_alarm_is_stopped_put_right_and_closed(window, tmp_path):
    pages.search_for(window, words.ENTERPRISE)
    case_id = start(window, matters.LIFT_CHECK, words.PARTNER)
    photo = tmp_path / "alarm.jpg"
    photo.write_bytes(photo_of(SEEN))
    fill(window, LIFT, {"alarm": (SEEN, photo)}.items())
    (found,) = findings.of_case(window.reader, case_id)
    assert (found.seen, found.severity) == (SEEN, "serious")
    owed = [row.kind for row in follow_ups.of_case(window.reader, case_id)]
    assert owed == ["visit", "report-up"], "a safety device that does not work is a serious hazard"

    go_on(window, case_id, "add")
    window.at("fill")
    fill(window, {})
    number = pages.issue(window)
    assert "市监特令" in number
    pages.serve(window, words.MANAGER)
    (order,) = kept_documents.of_case(window.reader, case_id)
    assert order.state == "served"
    told = orders.said_by(window.reader, order.record_id)
    assert told["stop_use"] == "yes"
    assert "第二十三条第二款" in told["law_basis"]
    assert documents.printed_bytes(window.reader, order.id).startswith(b"%PDF")
    assert findings.of_case(window.reader, case_id)[0].state == "ordered"

    add(window, case_id, matters.RECHECK)
    known = orders.said_by(window.reader, window.screen.paper.opened.record.id)
    assert known["instruction_no"] == order.number_text
    fill(window, RECHECK)
    (found,) = findings.of_case(window.reader, case_id)
    assert found.state == "closed"
    assert inspector.record_of(window, found.recheck_record_id).form_id == matters.RECHECK

    assert pages.next_step(window, case_id).code == "wait", "the bureau above was not told yet"
    add(window, case_id, matters.REPORT_UP)
    fill(window, REPORT)
    assert "市监特报" in pages.issue(window)
    pages.serve(window, "上级机关收发室")
    owed = {row.kind for row in follow_ups.of_case(window.reader, case_id) if row.state == "open"}
    assert "report-up" not in owed
    go_on(window, case_id, "close")
    assert nouns.get(window.reader, CaseFile, case_id).state == "closed"
