"""Issuing: whole or not at all, also when the program is killed in the middle."""

import datetime as dt
import json
import os
import signal
from pathlib import Path

import pytest

from app.services import documents, preparing, records, settings
from app.services import findings as life
from app.services.errors import Refused
from db.connection import open_store
from db.handle import Store
from db.rows import Finding
from db.store import documents as kept
from db.store import findings, nouns, numbers
from tests.unit.app.services import kit


def test_preview_takes_nothing(store, act):
    """Looking at the page as it will print leaves the number free."""
    _check, record_id = kit.notice_ready(store, act)
    ready = documents.preview(store, act, record_id)
    assert (
        ready.number,
        ready.number_text,
        ready.left_after,
    ) == (38, "临兰市监责改〔2026〕38号", 16)
    assert numbers.peek(store, "责改", 2026) == 38


def test_issue_freezes_number_page_and_findings(store, act):
    check, record_id = kit.notice_ready(store, act)
    document = documents.issue(store, act, documents.preview(store, act, record_id)).value
    assert document == kept.get(store, document.id)
    assert records.get(store, record_id).state == "issued"
    assert numbers.peek(store, "责改", 2026) == 39
    assert {"ordered"} == {one.state for one in findings.of_case(store, check.case_id)}
    assert documents.printed_bytes(store, document.id).startswith(b"%PDF")


def test_an_issued_paper_cannot_be_changed_or_issued_again(store, act):
    _check, record_id = kit.notice_ready(store, act)
    ready = documents.preview(store, act, record_id)
    documents.issue(store, act, ready)
    with pytest.raises(Refused) as again:
        documents.issue(store, act, ready)
    assert again.value.code == "record-closed"
    with pytest.raises(Refused) as changed:
        records.answer(store, act, record_id, {"/data/order/consequence": "x"})
    assert changed.value.code == "record-closed"


def test_a_number_taken_meanwhile_is_drawn_anew(store, act):
    """Two previews open: the second to be issued gets the next number on page and in code."""
    _first, first_id = kit.notice_ready(store, act)
    _second, second_id = kit.notice_ready(store, act)
    one = documents.preview(store, act, first_id)
    other = documents.preview(store, act, second_id)
    assert one.number == other.number
    documents.issue(store, act, one)
    issued = documents.issue(store, act, other).value
    assert issued.number == 39
    assert issued.number_text == "临兰市监责改〔2026〕39号"
    assert "39号" in issued.content
    assert documents.printed_bytes(store, issued.id) != other.printed.pdf


def test_a_page_previewed_before_midnight_is_drawn_anew_with_the_day_it_goes_out(store, act):
    _check, record_id = kit.notice_ready(store, act)
    ready = documents.preview(store, act, record_id)
    tomorrow = kit.later(act, 24 * 60)
    issued = documents.issue(store, tomorrow, ready).value
    assert issued.issued == tomorrow.now
    assert json.loads(issued.content)["date"] == "2026-09-17"
    assert documents.printed_bytes(store, issued.id) != ready.printed.pdf


def test_a_paper_changed_after_the_preview_needs_signing_again(store, act):
    """The page that was signed is the page that goes out."""
    _check, record_id = kit.notice_ready(store, act)
    ready = documents.preview(store, act, record_id)
    kit.answer_by_name(store, act, record_id, consequence="逾期不改的，依法从重处理。")
    with pytest.raises(Refused) as refused:
        documents.issue(store, act, ready)
    assert (refused.value.code, refused.value.facts["count"]) == ("review-open", 2)
    kit.sign_all(store, act, record_id)
    issued = documents.issue(store, act, ready).value
    assert "依法从重处理" in issued.content
    assert documents.printed_bytes(store, issued.id) != ready.printed.pdf


def test_without_numbers_nothing_is_issued(store, act):
    """A bureau's block that is used up is said before anyone signs."""
    _check, record_id = kit.notice_ready(store, act)
    for block in settings.blocks(store, 2026):
        numbers.give_back(store, block.id)
    with pytest.raises(Refused) as refused:
        documents.preview(store, act, record_id)
    assert refused.value.code == "number-none-left"


def test_a_notice_needs_something_to_order(store, act):
    check = kit.start(store, act)
    with pytest.raises(Refused) as refused:
        preparing.prepare_notice(store, act, check.case_id)
    assert refused.value.code == "no-adverse-finding"


def test_a_finding_made_after_the_notice_was_begun_is_added_to_it(store, act):
    """What was written in the draft stays, the new item joins, all three are ordered."""
    check, record_id = kit.notice_ready(store, act)
    kit.answer_by_name(store, act, record_id, recheck_plan="十月复查")
    kit.mark_adverse(store, act, check.record.id, "materials", "进货验收记录缺三批")
    again = preparing.prepare_notice(store, act, check.case_id).value
    assert record_id == again.id
    opened = records.open_record(store, act, record_id)
    assert len(opened.session.children("/data/matter/items")) == 3
    assert records.answered(opened, "recheck_plan") == "十月复查"
    kit.sign_all(store, act, record_id)
    issued = documents.issue(store, act, documents.preview(store, act, record_id)).value
    assert len(documents.orders_of(issued)) == 3


@pytest.mark.parametrize(("chosen", "told"), [(None, "2026-10-30"), ("2026-10-20", "2026-10-20")])
def test_a_period_runs_from_the_order_and_a_day_that_was_chosen_stays(store, act, chosen, told):
    """Found on 16 September, ordered on 15 October: fifteen days end on the 30th."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    found = kit.mark_adverse(store, act, check.record.id, "segregation", "混放")
    due = dt.date.fromisoformat(chosen) if chosen else None
    life.update(store, act, found, life.FindingEdit(clock_id="rectify-deadline", due=due))
    later = kit.later(act, 29 * 24 * 60)
    record = preparing.prepare_notice(store, later, check.case_id).value
    assert records.answered(records.open_record(store, later, record.id), "deadline") == told


def test_findings_to_be_put_right_at_once_make_a_notice_without_a_date(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    found = kit.mark_adverse(store, act, check.record.id, "segregation", "混放")
    life.update(store, act, found, life.FindingEdit(measure="correct-now"))
    record = preparing.prepare_notice(store, act, check.case_id).value
    opened = records.open_record(store, act, record.id)
    assert (
        records.answered(opened, "mode"),
        records.answered(opened, "deadline"),
    ) == ("now", "")


def _killed_at(folder: Path, record_id: str, write: int) -> bool:
    """Issue in a child that is killed before its ``write``-th statement; whether it was."""
    child = os.fork()
    if child == 0:
        store = open_store(folder, kit.KEY)
        act = kit.acting(store)
        ready = documents.preview(store, act, record_id)
        done = 0
        real = Store.run

        def counting(self: Store, sql: str, values=()) -> int:
            nonlocal done
            done += 1
            if done == write:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(self, sql, values)

        Store.run = counting  # type: ignore[method-assign]  # the child dies by it
        documents.issue(store, act, ready)
        os.kill(os.getpid(), signal.SIGTERM)
    _pid, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked child")
def test_killed_while_issuing_leaves_all_or_nothing(store, act, tmp_path):
    """Killed before any statement of the issue, the number is free and nothing is half done."""
    check, record_id = kit.notice_ready(store, act)
    folder = store.folder
    store.close()
    write, killed = 1, True
    while killed:
        killed = _killed_at(folder, record_id, write)
        again = open_store(folder, kit.KEY)
        document = next(iter(kept.of_record(again, record_id)), None)
        state = records.get(again, record_id).state
        number = numbers.peek(again, "责改", 2026)
        states = {one.state for one in findings.of_case(again, check.case_id)}
        if killed:
            assert (None, "draft", 38, {"open"}) == (document, state, number, states), write
        else:
            assert document is not None
            assert ("issued", 39, {"ordered"}) == (state, number, states)
            assert documents.printed_bytes(again, document.id).startswith(b"%PDF")
            assert len(nouns.page(again, Finding, documents.orders_of(document))) == 2
        again.close()
        write += 4
    assert write > 12, "the issue has at least a dozen statements"


def test_a_notice_rests_on_the_general_article_and_on_the_special_one(store, act):
    """An order names the article each broken provision carries, by its full official title."""
    _check, record_id = kit.notice_ready(store, act)
    opened = records.open_record(store, act, record_id)
    basis = records.answered(opened, "law_basis")
    assert basis.startswith("《中华人民共和国行政处罚法》第二十八条第一款、")
    assert "《中华人民共和国产品质量法》第五十四条" in basis
