"""A numbered paper is in Today until it is served: its periods begin with that."""

import datetime as dt

from app.services import documents, follow_ups, receipts, service, today
from app.services.service import Service
from tests.unit.app.services import kit
from tests.unit.app.services.withdraw_kit import make, ready, withdraw


def waiting(store, act, paper):
    """What stands in Today of the service of a paper, and by when; None where nothing does."""
    board = today.board(store, act)
    rows = {task.id: task for group in (board.overdue, board.today, board.week) for task in group}
    of_paper = follow_ups.follow_ups.of_owner(store, paper.id)
    found = [rows[one.id] for one in of_paper if one.kind == "service" and one.id in rows]
    return found[0].due if found else None


def test_an_order_stands_in_today_until_it_is_served_or_withdrawn(store, act):
    """Seven working days from Wednesday 16 September 2026: the Sunday is worked, so the 24th."""
    _check, record_id = kit.notice_ready(store, act)
    paper = documents.issue(store, act, documents.preview(store, act, record_id)).value
    late = kit.later(act, 60 * 24 * 9)
    for when in (kit.later(act, 60 * 24 * 2), late):
        assert waiting(store, when, paper) == dt.date(2026, 9, 24)
    told = Service("at-once", act.now, receiver="周堃")
    service.serve(store, act, paper.id, told)
    assert waiting(store, late, paper) is None
    _check, record_id = kit.notice_ready(store, act)
    other = documents.issue(store, act, documents.preview(store, act, record_id)).value
    assert waiting(store, late, other) == dt.date(2026, 9, 24)
    receipt = receipts.prepare_receipt(store, act, other.id).value
    make(store, act, ready(store, act, receipt.id, method="direct", receiver_name="周堃"))
    service.withdraw(store, act, other.id, "写错了当事人")
    assert waiting(store, late, other) is None
    withdraw(store, act, receipt.id)
    assert waiting(store, late, other) is None, "nothing is to be served any more"
