"""Records: answers kept as they come, recovery after a kill, finishing, withdrawing."""

import datetime as dt
import os
import signal

import pytest

from app.services import (
    cases,
    documents,
    finishing,
    matters,
    preparing,
    records,
    sampling,
    sampling_plan,
    sites,
)
from app.services.errors import Refused
from app.services.prefill import fill
from app.services.records import open_record, path_of
from db.connection import open_store
from db.store import answers, operations, products
from forms import xform
from forms.lists import EmptyLists
from forms.publish import publish
from forms.session import Session
from tests.unit.app.services import kit
from tests.unit.app.services.told import SHEET


def test_a_new_check_knows_the_party_the_team_and_the_hour(store, act):
    """Nobody types what the register knows."""
    check = kit.start(store, act)
    opened = open_record(store, act, check.record.id)
    assert records.answered(opened, "party_name") == "临沂市小白羊童车有限公司"
    assert records.answered(opened, "uscc") == "91371302MA0DEM013G"
    assert records.answered(opened, "time_from") == "2026-09-16T09:30:00.000+08:00"
    assert len({records.answered(opened, f"inspector_{n}") for n in (1, 2)}) == 2
    assert opened.record.asked > opened.record.answered > 5


def test_answers_come_back_as_they_were(store, act):
    check = kit.start(store, act)
    path = path_of(open_record(store, act, check.record.id).form, "place")
    assert path is not None
    row = records.answer(store, act, check.record.id, {path: "东车间"}, progress=(7, 30)).value
    assert (row.answered, row.asked) == (7, 30)
    opened = open_record(store, act, check.record.id)
    assert opened.session.node(path).value == "东车间"
    records.answer(store, act, check.record.id, {path: None})
    assert path not in answers.of_record(store, check.record.id)


def test_every_operation_carries_the_inspector(store, act):
    """Who wrote what is evidence."""
    check = kit.start(store, act)
    newest = operations.history(store, check.record.id)[0]
    assert act.who.person_id == newest.operation.user


def test_killed_in_the_middle_says_what_was_recovered(store, act, tmp_path):
    """The first screen names the draft and up to when it is kept."""
    folder = store.folder
    store.close()
    child = os.fork()
    if child == 0:
        mine = open_store(folder, kit.KEY)
        me = kit.acting(mine)
        check = kit.start(mine, me)
        kit.answer_by_name(mine, me, check.record.id, place="断电前写的")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    again = open_store(folder, kit.KEY)
    try:
        found = records.recovered(again, again.recovered)
        assert [one.enterprise for one in found] == ["临沂市小白羊童车有限公司"]
        assert found[0].until <= dt.datetime.now(dt.UTC)
        opened = open_record(again, kit.acting(again), found[0].record_id)
        assert records.answered(opened, "place") == "断电前写的"
    finally:
        again.close()


def test_a_clean_end_has_nothing_to_recover(store, act):
    folder = store.folder
    kit.start(store, act)
    store.close()
    again = open_store(folder, kit.KEY)
    assert records.recovered(again, again.recovered) == ()
    again.close()


def test_an_unfinished_record_is_not_finished(store, act):
    check = kit.start(store, act)
    with pytest.raises(Refused) as refused:
        finishing.finish(store, act, check.record.id)
    assert refused.value.code == "record-incomplete"
    assert records.get(store, check.record.id).state == "draft"


def test_finishing_keeps_the_page_and_teaches_the_register(store, act):
    """A corrected telephone number goes back to the enterprise (save_to)."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    kit.answer_by_name(store, act, check.record.id, phone="0539-555 0999")
    kit.sign_all(store, act, check.record.id)
    row = finishing.finish(store, act, check.record.id).value
    assert ("finished", act.now) == (row.state, row.finished)
    assert finishing.kept_pages(store, row.id).startswith(b"%PDF")
    assert sites.get(store, row.enterprise_id).phone == "0539-555 0999"
    with pytest.raises(Refused) as refused:
        records.answer(store, act, row.id, {"/data/visit/place": "x"})
    assert refused.value.code == "record-closed"


def test_a_wrong_record_is_withdrawn_with_reason_and_can_come_back(store, act):
    check = kit.start(store, act)
    with pytest.raises(Refused) as refused:
        records.withdraw(store, act, check.record.id, "  ")
    assert refused.value.code == "reason-missing"
    gone = records.withdraw(store, act, check.record.id, "选错了企业").value
    assert records.get(store, check.record.id).state == "withdrawn"
    assert records.restore(store, act, gone).value.state == "draft"
    reasons = [
        event.operation.fields["reason"][0]
        for event in operations.history(store, check.record.id)
        if "reason" in event.operation.fields
    ]
    assert "选错了企业" in reasons


def test_a_finished_record_comes_back_finished_with_its_pages(store, act):
    """Undoing a withdrawal restores what was, not a draft that lost its page."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    kit.sign_all(store, act, check.record.id)
    done = finishing.finish(store, act, check.record.id).value
    gone = records.withdraw(store, act, done.id, "选错了企业").value
    back = records.restore(store, act, gone).value
    assert (back.state, back.finished, back.pdf_sha) == ("finished", done.finished, done.pdf_sha)


def test_a_withdrawal_is_undone_once_and_only_in_an_open_case(store, act):
    """The way back goes through the store's own table of states."""
    check = kit.start(store, act)
    gone = records.withdraw(store, act, check.record.id, "选错了企业").value
    records.restore(store, act, gone)
    with pytest.raises(Refused) as twice:
        records.restore(store, act, gone)
    assert twice.value.code == "record-closed"
    again = records.withdraw(store, act, check.record.id, "选错了企业").value
    cases.close(store, act, check.case_id)
    with pytest.raises(Refused) as late:
        records.restore(store, act, again)
    assert late.value.code == "case-closed"


def test_the_place_of_the_check_is_not_tried_as_the_place_of_sampling(store, act):
    """One name, words in one paper and a choice in the other: no wrong choice is ever made."""
    check = kit.start(store, act)
    kit.answer_by_name(store, act, check.record.id, place="总装车间")
    sheet = preparing.add_paper(store, act, check.case_id, matters.SAMPLING).value
    opened = open_record(store, act, sheet.id)
    assert records.answered(opened, "place") == ""
    assert records.answered(opened, "place_detail") == "总装车间"


FORM = b"""# Trial

| survey |
|  | type | name | label | trigger | calculation |
|  | begin_group | one | One |  |  |
|  | select_one where | place | Place |  |  |
|  | text | note | Note | ${place} | concat('now at ', ${place}) |
|  | end_group |  |  |  |  |

| choices |
|  | list_name | name | label |
|  | where | store | Store |

| settings |
|  | form_title | form_id | version | kind | layout | effective_from |
|  | Trial | trial | 2026090101 | record | table | 2026-09-01 |

| print |
|  | block | text |
|  | title | Trial |

| tests |
|  | test | step | name | value |
|  | one | answer | place | store |
|  |  | value | note | now at store |
"""


def test_words_are_never_tried_as_a_choice():
    """A wrong choice set and taken back would leave behind what it computed."""
    form = xform.load(publish(FORM, "trial.md").form_xml, {})
    session = Session(form, EmptyLists())
    fill(session, {"place": "somewhere"})
    assert session.node("/data/one/note").value == ""
    fill(session, {"place": "store"})
    assert session.node("/data/one/note").value == "now at store"


def test_what_a_register_does_not_know_leaves_the_answer_as_it_was(store, act):
    """A slip while prefilling must not empty the party."""
    check = kit.start(store, act)
    before = records.answered(open_record(store, act, check.record.id), "inspector_2")
    kit.answer_by_name(store, act, check.record.id, inspector_2="nobody")
    assert before == records.answered(open_record(store, act, check.record.id), "inspector_2")


def test_removed_rows_stay_removed(store, act):
    """A row taken out of a repeat must not come back as a ghost."""
    _check, record_id = kit.notice_ready(store, act)
    opened = open_record(store, act, record_id)
    first = opened.session.children("/data/matter/items")[0]
    opened.session.remove_repeat(first)
    records.keep_whole(store, act, record_id, opened.session.answers())
    again = open_record(store, act, record_id)
    assert len(again.session.children("/data/matter/items")) == 1
    assert opened.session.answers() == again.session.answers()


def test_a_product_not_in_the_register_is_added_when_the_sheet_is_issued(store, act):
    """The next inspector chooses it instead of typing it."""
    check = kit.start(store, act)
    record = preparing.add_paper(store, act, check.case_id, matters.SAMPLING).value
    known = {**SHEET, "sample_date": "2026-09-16", "send_by": "2026-09-19"}
    known |= {"product_name": "儿童滑板车", "spec": "HB-1", "standard": "GB 6675"}
    kit.answer_by_name(store, act, record.id, **known)
    proposal = sampling_plan.from_sheet(open_record(store, act, record.id), act.today)
    sampling.draw(store, act, record.id, proposal, sampling.make_seed(proposal.lot))
    kit.sign_all(store, act, record.id)
    documents.issue(store, act, documents.preview(store, act, record.id))
    made = products.of_enterprise(store, check.record.enterprise_id)
    assert next((one.spec, one.standard) for one in made if one.name == "儿童滑板车") == (
        "HB-1",
        "GB 6675",
    )


def test_a_new_check_tells_what_earlier_visits_left(store, act):
    """Last visit's open findings stand in the new record."""
    _first, _notice = kit.notice_ready(store, act)
    second = kit.start(store, act)
    prior = records.answered(open_record(store, act, second.record.id), "prior_findings")
    assert "退货车" in prior
