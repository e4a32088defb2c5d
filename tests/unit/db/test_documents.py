"""A document takes its number and is frozen in one transaction; numbers are never lost."""

from dataclasses import replace

import pytest

from db.errors import BugError
from db.rows import Document
from db.store import documents, nouns, numbers, operations
from db.store.operations import Change
from tests.store_kit import begin, document_of

WHERE = ("责改", 2026)


def test_issuing_takes_the_number_and_keeps_the_content(store):
    document = document_of(store, begin(store))
    assert documents.issue(store, document) == document
    assert documents.get(store, document.id) == document
    assert numbers.peek(store, *WHERE) == 2
    assert numbers.left(store, *WHERE) == 4
    used = numbers.use(store, *WHERE, 1)
    assert (used.state, used.document_id) == ("issued", document.id)
    assert documents.by_number(store, "临市监责改〔2026〕1号") == document


def test_a_number_drawn_too_early_is_told_and_nothing_is_issued(store):
    begun = begin(store)
    first, second = document_of(store, begun), document_of(store, begun)
    documents.issue(store, first)
    with pytest.raises(numbers.NumberMoved) as caught:
        documents.issue(store, second)
    assert caught.value.now == 2
    assert documents.get(store, second.id) is None
    assert numbers.peek(store, *WHERE) == 2


def test_a_document_is_issued_once(store):
    document = document_of(store, begin(store))
    documents.issue(store, document)
    with pytest.raises(BugError):
        documents.issue(store, replace(document, number=2))


def test_what_must_stand_with_a_document_falls_with_it(store):
    document = document_of(store, begin(store))
    with pytest.raises(BugError):
        documents.issue(store, document, Change("put", "spaceship", "x", {}))
    assert documents.get(store, document.id) is None
    assert numbers.state_of(store, *WHERE, 1) == "leased"


def test_a_number_is_taken_only_where_it_is_issued(store):
    document_of(store, begin(store))
    with pytest.raises(BugError):
        numbers.take(store, *WHERE, 1)


def test_every_number_is_in_exactly_one_state(store):
    begun = begin(store)
    documents.issue(store, document_of(store, begun))
    numbers.void(store, *WHERE, 2, "打印机卡纸，该页作废")
    documents.issue(store, document_of(store, begun))
    block = numbers.blocks(store)[0]
    states = [numbers.state_of(store, *WHERE, number) for number in range(1, 7)]
    assert states == ["issued", "voided", "issued", "leased", "leased", "unleased"]
    numbers.give_back(store, block.id)
    assert numbers.state_of(store, *WHERE, 5) == "returned"
    assert numbers.peek(store, *WHERE) is None
    assert [one.number for one in numbers.uses(store, *WHERE)] == [1, 2, 3]


def test_a_number_passed_over_is_a_gap(store):
    document_of(store, begin(store))
    store.db.execute("UPDATE number_block SET next = 4")
    assert numbers.state_of(store, *WHERE, 2) == "unaccounted"
    (gap,) = numbers.gaps(store, 2026)
    assert (gap.lo, gap.hi, gap.state) == (1, 3, "unaccounted")


def test_unused_numbers_of_a_past_year_are_a_gap_to_be_returned(store):
    documents.issue(store, document_of(store, begin(store)))
    assert numbers.gaps(store, 2026) == ()
    (gap,) = numbers.gaps(store, 2027)
    assert (gap.lo, gap.hi, gap.state) == (2, 5, "leased")


def test_only_the_next_number_can_be_voided_unused(store):
    document_of(store, begin(store))
    with pytest.raises(BugError):
        numbers.void(store, *WHERE, 3, "x")
    with pytest.raises(BugError):
        numbers.void(store, *WHERE, 1, "  ")


def test_blocks_do_not_overlap(store):
    numbers.lease_local(store, "责改", 2026, 1, 5)
    for lo, hi in ((5, 9), (1, 1), (0, 0), (9, 8)):
        with pytest.raises(BugError):
            numbers.lease_local(store, "责改", 2026, lo, hi)
    numbers.lease_local(store, "责改", 2026, 6, 9)
    numbers.lease_local(store, "责改", 2027, 1, 5)
    assert [(one.lo, one.next) for one in numbers.blocks(store, "责改", 2026)] == [(1, 1), (6, 6)]


def test_the_next_block_follows_when_one_is_used_up(store):
    begun = begin(store)
    numbers.lease_local(store, "责改", 2026, 1, 1)
    numbers.lease_local(store, "责改", 2026, 11, 12)
    documents.issue(store, document_of(store, begun))
    assert numbers.peek(store, *WHERE) == 11


def test_a_withdrawn_document_stays_on_file_with_its_voided_number(store):
    document = document_of(store, begin(store))
    documents.issue(store, document)
    documents.withdraw(store, document.id, "当事人名称有误")
    assert documents.get(store, document.id).state == "withdrawn"
    used = numbers.use(store, *WHERE, 1)
    assert (used.state, used.reason, used.document_id) == ("voided", "当事人名称有误", document.id)
    with pytest.raises(BugError):
        documents.withdraw(store, document.id, "again")
    with pytest.raises(BugError):
        documents.withdraw(store, "unknown", "x")


def test_serving_is_an_operation_of_its_own_and_leaves_the_content(store):
    document = document_of(store, begin(store))
    documents.issue(store, document)
    documents.set_state(store, document.id, "served", service="直接送达")
    assert documents.get(store, document.id) == replace(
        document, state="served", service="直接送达"
    )
    newest = operations.history(store, document.id)[0].operation
    assert (newest.kind, set(newest.fields)) == ("serve", {"state", "service"})
    with pytest.raises(BugError):
        documents.set_state(store, document.id, "issued")


@pytest.mark.parametrize("field", ["content", "number", "pdf_sha", "due", "signature"])
def test_an_issued_document_is_frozen(store, field):
    document = documents.issue(store, document_of(store, begin(store)))
    with pytest.raises(BugError, match="frozen"):
        nouns.edit(store, Document, document.id, **{field: "9"})
    with pytest.raises(BugError, match="frozen"):
        nouns.delete(store, Document, [document.id])
    assert documents.get(store, document.id) == document


def test_a_document_comes_into_being_by_issuing_only(store):
    with pytest.raises(BugError, match="frozen"):
        nouns.save(store, document_of(store, begin(store)))


def test_how_it_was_served_may_be_corrected(store):
    document = documents.issue(store, document_of(store, begin(store)))
    nouns.edit(store, Document, document.id, service="邮寄送达", printed=3)
    assert documents.get(store, document.id).service == "邮寄送达"


def test_documents_are_listed_by_what_they_belong_to(store):
    begun = begin(store)
    first = documents.issue(store, document_of(store, begun))
    second = documents.issue(store, document_of(store, begun))
    assert documents.page(store) == (second, first)
    assert documents.page(store, offset=1, limit=1) == (first,)
    assert documents.of_record(store, begun.record.id) == (second, first)
    assert documents.of_case(store, begun.case.id) == (first, second)
    assert documents.of_enterprise(store, begun.enterprise.id) == (second, first)
    assert documents.ids(store, series="责改", year=2026) == (second.id, first.id)
    assert documents.rows(store, [first.id]) == (first,)


def test_the_year_of_a_number_counts_on_its_own(store):
    document = document_of(store, begin(store))
    numbers.lease_local(store, "责改", 2027, 1, 2)
    documents.issue(store, document)
    assert numbers.peek(store, "责改", 2027) == 1
    assert nouns.get(store, Document, document.id).year == 2026
