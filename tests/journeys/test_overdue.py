"""An order overdue, extended with its paper, overdue again, and taken on: through the real window."""

import datetime as dt

from PySide6.QtCore import Qt

from app.screens.extend_dialog import ExtendDialog
from app.screens.place import Place
from app.screens.rectify_dialogs import EscalateDialog
from app.services import extending, finding_life, findings, records, rectification
from app.widgets.work_rows import Group, Work
from tests.journeys import pages, words
from tests.journeys.hands import choose, click, type_in, wait_until

LATER = pages.START + dt.timedelta(days=33)


def listed(work):
    """The rows of a list under the words of their groups."""
    model, found, head = work.model(), {}, ""
    for row in range(model.rowCount()):
        item = model.index(row, 0).data(Qt.ItemDataRole.UserRole)
        if isinstance(item, Group):
            head = item.title
        elif isinstance(item, Work):
            found[item.id] = head
    return found


def on_today(window, key):
    """The group of 今日 in which a thing stands, "" for none."""
    window.desk.go(Place("today"))
    return listed(window.at("today")._work).get(key, "")


def on_board(window, finding_id):
    """The group of 整改 in which a finding stands."""
    window.desk.go(Place("rectify", finding_id))
    screen = window.at("rectify")
    if "closed" in screen._folded:
        screen._list.toggled.emit("closed")
    return listed(screen._list).get(finding_id, "")


def act(window, words_of_button):
    """Press one of the acts beside the board."""
    click(window.button(words_of_button))
    window.settle()


def extend_with_paper(window, finding_id):
    """Ask for twenty working days more, fill in the notice, sign it and issue it."""
    window.desk.go(Place("rectify", finding_id))
    window.at("rectify")
    act(window, "延期或中止")
    dialog = window.dialog(ExtendDialog)
    type_in(dialog._amount, "20")
    type_in(dialog._approver, "刘局长")
    type_in(dialog._reason, "模具返修需要时间，已提交书面申请。")
    click(dialog._notice)
    window.settle()
    window.at("fill")
    filling = pages.Filling(window)
    assert filling.form_id == "extension-notice"
    today = window.desk.duty.act().today.isoformat()
    filling.fill({"asked_on": today}, {})
    reviewing = filling.finish()
    assert reviewing.missing() == []
    reviewing.sign_all(words.MANAGER)
    reviewing.end()
    number = pages.issue(window)
    assert "延改" in number
    return number


def test_an_order_overdue_is_extended_overdue_again_and_taken_to_an_interview(qapp, qtbot, home):
    window = pages.Window(qapp, home)
    act_now = window.desk.duty.act()
    board = rectification.board(window.reader, act_now.today)
    late = next(group.lines[0].finding for group in board if group.key == "overdue")
    key = f"finding:{late.id}"
    assert on_today(window, key) == "逾期"
    assert on_board(window, late.id) == "逾期"
    extend_with_paper(window, late.id)
    moved = findings.get(window.reader, late.id)
    (change,) = extending.changes_of(window.reader, late.id)
    assert (change.due_before, change.due_after) == (late.due, moved.due)
    assert moved.due > act_now.today
    assert records.get(window.reader, change.record_id).form_id == "extension-notice"
    assert on_board(window, late.id) == "期限内"
    assert on_today(window, key) in {"", "本周"}
    window.close()
    with pages.told_time(LATER):
        window = pages.Window(qapp, home)
        assert on_today(window, key) == "逾期", "overdue again, thirty-three days later"
        assert on_board(window, late.id) == "逾期"
        take_to_an_interview(window, late.id)
        taken = findings.get(window.reader, late.id)
        assert (taken.state, taken.settled) == ("escalated", LATER.date())
        assert window.place == Place("fill", taken.escalated_to)
        assert records.get(window.reader, taken.escalated_to).form_id == "interview-notice"
        assert on_today(window, key) == ""
        assert on_board(window, late.id) == "已关闭"
        told = [one.what for one in finding_life.life(window.reader, taken).moments]
        assert [one for one in told if one != "served"] == [
            "found",
            "ordered",
            "extend",
            "escalate",
        ]
        window.close()


def take_to_an_interview(window, finding_id):
    window.desk.go(Place("rectify", finding_id))
    window.at("rectify")
    act(window, "转办")
    dialog = window.dialog(EscalateDialog)
    choose(dialog._way, "转约谈")
    type_in(dialog._reason, "延期后仍未改正。")
    click(dialog._go)
    wait_until(lambda: window.place.screen == "fill", "the notice of the interview")
    window.settle()
