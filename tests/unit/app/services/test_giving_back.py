"""Whatever a paper changed is given back when it is withdrawn: a table over every kind of paper."""

import pytest

from app.services import after, records, today
from app.services.matters import SAMPLING
from app.services.ways_back import LEFT, WAYS
from db.store import follow_ups as kept
from db.store import operations
from db.store.tables import TABLES
from tests.unit.app.services.papers_ready import READY
from tests.unit.app.services.withdraw_kit import WHY, make, standing, withdraw

EVERY = [
    pytest.param(maker, id=f"{form_id}-{place}")
    for form_id, makers in READY.items()
    for place, maker in enumerate(makers)
]


@pytest.mark.parametrize("maker", EVERY)
def test_a_withdrawn_paper_leaves_everything_as_it_was(store, act, maker):
    record_id = maker(store, act)
    before = standing(store, record_id)
    make(store, act, record_id)
    done = standing(store, record_id)
    assert done != before, "the table has a paper that changes nothing"
    count = operations.count(store)
    gone = withdraw(store, act, record_id)
    learnt = {key: row for key, row in done.items() if key[0] == "product" and key not in before}
    before |= learnt  # a product that was seen is there, whatever becomes of the paper
    assert standing(store, record_id) == before
    assert operations.count(store) > count, "given back by operations of its own"
    if isinstance(gone, records.Withdrawn):
        records.restore(store, act, gone)
        assert standing(store, record_id) == done
        withdraw(store, act, record_id)
        assert standing(store, record_id) == before


def test_every_form_that_leaves_settles_or_sets_going_has_its_way_back_tried():
    """A new entry of these tables needs a paper in ``papers_ready`` before this is green again."""
    named = {*after.LEAVES, *after.SETTLES, *after.THEN}
    assert named <= set(READY)


def test_every_noun_is_given_back_or_says_why_not():
    assert set(WAYS) | set(LEFT) == set(TABLES)
    assert not set(WAYS) & set(LEFT)


@pytest.mark.parametrize("form_id", after.LEAVES)
def test_every_line_of_what_a_paper_leaves_was_tried(store, act, form_id):
    """A new line needs a paper in ``papers_ready`` that leaves it."""
    left = set()
    for maker in READY[form_id]:
        record_id = maker(store, act)
        before = {row.id for row in kept.all_of_case(store, records.get(store, record_id).case_id)}
        make(store, act, record_id)
        case_id = records.get(store, record_id).case_id
        left |= {row.kind for row in kept.all_of_case(store, case_id) if row.id not in before}
        withdraw(store, act, record_id)
    assert {one.kind for one in after.LEAVES[form_id]} <= left


def test_the_samples_of_a_withdrawn_sheet_are_not_asked_to_be_sent(store, act):
    record_id = READY[SAMPLING][0](store, act)
    make(store, act, record_id)
    case_id = records.get(store, record_id).case_id
    assert [one.action for one in _samples_today(store, act, case_id)] == ["send"]
    withdraw(store, act, record_id)
    assert not _samples_today(store, act, case_id)


def _samples_today(store, act, case_id):
    board = today.board(store, act)
    tasks = (*board.overdue, *board.today, *board.week, *board.month)
    return [one for one in tasks if one.kind == "sample" and one.case_id == case_id]


def test_the_reason_stays_with_what_is_void(store, act):
    record_id = READY["desk-12365"][0](store, act)
    make(store, act, record_id)
    withdraw(store, act, record_id)
    case_id = records.get(store, record_id).case_id
    assert {row.note for row in kept.all_of_case(store, case_id)} == {WHY}
