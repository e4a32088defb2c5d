"""An interview refused, through the real window: notice, refusal, what follows, the second notice."""

import datetime as dt
import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.follow_up_acts import SettleDialog
from app.screens.place import Place
from app.screens.start_dialog import StartDialog
from app.services import follow_ups, today
from db.store import cases as kept_cases
from db.store import documents, records
from tests.journeys import pages, words
from tests.journeys.hands import choose, click, type_in, wait_until

NUMBER = r"临兰市监约谈〔2026〕\d+号"
NOTICE = {
    "reason_kind": "complaints",
    "reason": "同一型号童车一个月内被投诉五次",
    "topics": "通报投诉情况，听取说明。",
}
REFUSAL = {
    "came": "refused",
    "time_to": "2026-09-16T09:30",
    "recorder": "王记录",
    "refused_how": "before",
    "absence_note": "9月16日电话联系，厂长说没空，不来。",
    "absence_proof": "call recording",
    "absence_proof_note": "录音R-1",
    "absence_next": "second credit",
    "absence_next_due": "2026-09-18",
}


class Changing(pages.Filling):
    """A paper in which one prefilled choice is not what happened."""

    def _open(self, ref, name, value):
        stands = self.screen.paper.session.node(ref).value
        return super()._open(ref, name, value) or (name == "came" and stands != value)


def begin(window):
    """Start the interview from the card of the enterprise; gives the case."""
    party = pages.search_for(window, words.ENTERPRISE)
    click(window.button("约谈"))
    dialog = window.dialog(StartDialog)
    assert dialog._kind.value == "interview"
    choose(dialog._partner, words.PARTNER)
    click(dialog._go)
    window.at("fill")
    return kept_cases.of_enterprise(window.reader, party._id)[0].id


def sign(window):
    looking = pages.Reviewing(window)
    assert looking.missing() == [], looking.missing()
    looking.sign_all(words.MANAGER)
    looking.end()


def next_step(window, case_id):
    """Press the one filled button of the case; gives what it was."""
    step = pages.next_step(window, case_id)
    window.window.go(Place("case", case_id))
    case = window.at("case")
    click(case._next)
    window.settle()
    return step


def issue_notice(window, known):
    filling = pages.Filling(window)
    filling.fill(known, {})
    filling.finish()
    sign(window)
    return pages.issue(window)


def settle(window, case_id, kind, note):
    """Press the verb of something to be done in the case and say that it is done."""
    window.window.go(Place("case", case_id))
    case = window.at("case")
    row = next(one for one in follow_ups.open_of_case(window.reader, case_id) if one.kind == kind)
    work = case._duties.work
    work.setCurrentIndex(work.model().place(row.id))
    work.setFocus()
    QTest.keyClick(work, Qt.Key.Key_Space)
    dialog = window.dialog(SettleDialog)
    type_in(dialog._note, note)
    click(dialog._go)
    wait_until(lambda: kind not in open_kinds(window, case_id), "it to be settled")
    window.settle()


def open_kinds(window, case_id):
    return {row.kind for row in follow_ups.open_of_case(window.reader, case_id)}


def test_an_interview_is_refused_and_nothing_of_it_is_forgotten(window):
    """The second notice and the note for the credit file stand on 今日 until they are done."""
    case_id = begin(window)
    assert re.fullmatch(NUMBER, issue_notice(window, NOTICE))
    pages.serve(window, words.MANAGER)
    assert open_kinds(window, case_id) == {"interview"}
    assert next_step(window, case_id).form_id == "interview-record"
    window.at("fill")
    filling = Changing(window)
    filling.fill(REFUSAL, {})
    filling.finish()
    sign(window)
    assert open_kinds(window, case_id) == {"second-notice", "credit-note"}
    board = today.board(window.reader, window.desk.duty.act())
    due = {task.state: task.due for task in (*board.today, *board.week) if task.case_id == case_id}
    assert due == dict.fromkeys(("second-notice", "credit-note"), dt.date(2026, 9, 18))
    minutes = records.of_case(window.reader, case_id)[-1]
    assert minutes.state == "finished"
    settle(window, case_id, "credit-note", "已记入信用监管档案")
    assert next_step(window, case_id).form_id == "interview-notice"
    window.at("fill")
    assert re.fullmatch(NUMBER, issue_notice(window, {}))
    first, second = sorted(documents.of_case(window.reader, case_id), key=lambda row: row.number)
    assert second.number == first.number + 1
    assert NOTICE["reason"] in second.content
    assert first.number_text in second.content
    assert open_kinds(window, case_id) == {"service", "interview"}
