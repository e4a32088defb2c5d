"""Two laptops printed one number: both papers stay, everywhere, and everyone is told which is which."""

from dataclasses import replace

import pytest

from app.services import same_number
from db.audit import audit
from db.journal.ids import new_id
from db.rows import Enterprise
from db.store import (
    arrivals,
    decisions,
    documents,
    enterprises,
    nouns,
    numbers,
    operations,
    rebuild,
    streams,
)
from db.store.operations import Change
from hub import deciding, leases, rules
from hub.seal import Seal
from hub.sql import quarantines
from tests.hub.kit import SCOPE
from tests.hub.test_beginning import LEFT, made
from tests.hub.test_beginning import begin as start
from tests.hub.test_deciding import accepted, rejected
from tests.hub.test_exchange import Desk, rows
from tests.store_kit import KEY, begin, document_of

__all__ = ["made"]
HUB = ("hub-id", Seal(bytes(32)))
WHERE = ("责改", 2026, 1)
NOTE = "先到者用此号，后一份撤回重发"


@pytest.fixture
def desks(tmp_path, db):
    """Two desks that were given one block by hand, and a third that looks on."""
    made = [Desk(tmp_path, name, db) for name in ("one", "two", "three")]
    yield made
    for desk in made:
        desk.store.close()


def issued(desk):
    """Issue the first paper of the block; returns its id."""
    return documents.issue(desk.store, document_of(desk.store, begin(desk.store))).id


def held_of(desk):
    """The paper of a desk that is held back for its number, as the hub knows it."""
    (kept,) = quarantines.of_reason(desk.db, SCOPE, "number", 9)
    return kept.stream, kept.sseq


def stand(desk, document_id):
    """What the card of a document says of its number: how it stands, the other papers, the note."""
    told = same_number.shared(desk.store, documents.get(desk.store, document_id))
    return told and (told.stand, [one.id for one in told.others], told.note)


def sound(desk):
    """The audit finds nothing wrong, and the tables made anew are the same."""
    report = audit(desk.store.folder, KEY)
    assert report.breaks == ()
    before = rows(desk.store)
    rebuild.rebuild(desk.store)
    assert rows(desk.store) == before
    return [one.facts["number"] for one in report.notes]


@pytest.mark.parametrize("when", ["served before", "withdrawn before", "withdrawn after"])
def test_both_papers_are_everywhere_once_the_second_was_taken_in(desks, tmp_path, db, when, made):
    """Also on a laptop that joins later, by the whole feed or with a snapshot."""
    one, two, three = desks
    first, second = issued(one), issued(two)
    one.sync()
    two.push()
    if when == "served before":
        documents.set_state(two.store, second, "served", service="{}")
    elif when == "withdrawn before":
        documents.withdraw(two.store, second, "号码重复")
    for desk in (two, one, three):
        desk.sync()
    assert documents.get(two.store, first) is not None, "the first stands beside one's own"
    for desk in (one, three):
        assert documents.get(desk.store, second) is None
        assert {held.reason for held in arrivals.held(desk.store)} <= {"quarantine", "with"}
        assert sound(desk) == ([1] if when == "withdrawn before" else []), "a void names it"
    deciding.decide(db, HUB, SCOPE, held_of(two), accepted(NOTE))
    desks.append(Desk(tmp_path, "late", db))
    if when == "withdrawn after":
        two.sync()
        documents.withdraw(two.store, second, "号码重复")
    for desk in [*desks, *desks]:
        desk.sync()
    desks.append(Desk(tmp_path, "newest", db))
    start(desks[-1], *made())
    state = {"served before": "served"}.get(when, "withdrawn")
    for desk in desks:
        assert documents.get(desk.store, second).state == state
        assert documents.get(desk.store, first).state == "issued"
        told = {use.document_id: use.state for use in numbers.papers(desk.store, *WHERE)}
        assert told == {first: "issued", second: "issued" if state == "served" else "voided"}
        assert numbers.state_of(desk.store, *WHERE) == "issued"
        assert numbers.gaps(desk.store, 2026) == ()
        assert stand(desk, first) == ("first", [second], NOTE)
        assert stand(desk, second) == ("second", [first], NOTE)
        assert arrivals.held(desk.store) == ()
        assert sound(desk) == [1]
        assert rows(desk.store, LEFT) == rows(one.store, LEFT)
    (at_hub,) = leases.ledger(db, SCOPE, "责改", 2026)
    assert (at_hub.state, at_hub.papers) == ("issued", (first, second))


def test_a_second_paper_that_was_left_out_stays_with_who_issued_it(desks, db):
    one, two, three = desks
    first, second = issued(one), issued(two)
    one.sync()
    two.sync()
    deciding.decide(db, HUB, SCOPE, held_of(two), rejected(NOTE))
    for desk in desks:
        desk.sync()
    documents.withdraw(two.store, second, "号码重复")
    for desk in [*desks, *desks]:
        desk.sync()
        assert documents.get(desk.store, first).state == "issued"
        assert numbers.state_of(desk.store, *WHERE) == "issued"
        sound(desk)
    assert documents.get(three.store, second) is None
    assert documents.get(two.store, second).state == "withdrawn"
    assert stand(two, first) == ("first", [second], NOTE)
    (at_hub,) = leases.ledger(db, SCOPE, "责改", 2026)
    assert (at_hub.state, len(at_hub.papers)) == ("issued", 2), "it is on two, one of them void"


def test_a_number_that_came_on_anothers_paper_is_passed_over(desks):
    """One block was given to both by hand: who has seen the other's paper takes the next number."""
    one, two, _three = desks
    numbers.lease_local(two.store, "责改", 2026, 1, 5)
    for _paper in range(2):
        issued(one)
    one.sync()
    two.sync()
    assert numbers.peek(two.store, "责改", 2026) == 3
    assert numbers.left(two.store, "责改", 2026) == 3
    issued(two)
    assert two.push() == {}
    assert numbers.gaps(two.store, 2027)[0].lo == 4
    assert [use.number for use in numbers.uses(two.store, "责改", 2026)] == [1, 2, 3]
    assert sound(two) == []


@pytest.mark.parametrize("older", [False, True])
def test_a_number_spoiled_on_one_laptop_voids_nobody_elses_paper(desks, db, older, monkeypatch):
    """Nor does a void of a version that did not name the paper, where the block is another's."""
    one, two, three = desks
    paper = issued(one)
    numbers.lease_local(two.store, "责改", 2026, 1, 5)
    if older:
        append = operations.append
        monkeypatch.setattr(numbers.operations, "append", lambda store, changes: append(
            store, tuple(replace(each, fields={
                name: value for name, value in each.fields.items() if name != "document_id"
            }) for each in changes)
        ))  # fmt: skip
    numbers.void(two.store, *WHERE, "卡纸")
    for desk in [*desks, *desks]:
        desk.sync()
    for desk in desks:
        told = {use.document_id: use.state for use in numbers.papers(desk.store, *WHERE)}
        assert told == {paper: "issued", None: "voided"}
        assert numbers.state_of(desk.store, *WHERE) == "issued"
        assert sound(desk) == []
    (at_hub,) = leases.ledger(db, SCOPE, "责改", 2026)
    assert (at_hub.state, at_hub.papers) == ("issued", (paper,))
    documents.withdraw(one.store, paper, "送错单位")
    for desk in [*desks, *desks]:
        desk.sync()
    assert numbers.state_of(three.store, *WHERE) == "voided"
    (at_hub,) = leases.ledger(db, SCOPE, "责改", 2026)
    assert at_hub.state == "voided"


def test_a_paper_withdrawn_while_it_was_held_is_void_with_its_reason_once_it_is_taken_in(
    desks, db, monkeypatch
):
    """Held for another reason than its number, so that its withdrawal is the first use of that."""
    one, two, _three = desks
    with monkeypatch.context() as older:
        older.setattr(rules, "KINDS", rules.KINDS - {"issue"})
        paper = issued(one)
        one.push()
    documents.withdraw(one.store, paper, "送错单位")
    one.sync()
    two.sync()
    (kept,) = quarantines.of_reason(db, SCOPE, "kind", 9)
    deciding.decide(db, HUB, SCOPE, (kept.stream, kept.sseq), accepted(NOTE))
    one.sync()
    two.sync()
    assert documents.get(two.store, paper).state == "withdrawn"
    assert numbers.use(two.store, *WHERE).reason == "送错单位"
    assert sound(two) == []
    (at_hub,) = leases.ledger(db, SCOPE, "责改", 2026)
    assert (at_hub.state, at_hub.reason, at_hub.papers) == ("voided", "送错单位", (paper,))


def test_what_is_held_once_more_leaves_what_a_store_began_with(desks, db, made, monkeypatch):
    """Its operations from before are nowhere but in the snapshot; an edit on top is taken out."""
    one, late, _three = desks
    enterprises.save(one.store, Enterprise("e", "一厂", phone="1"))
    one.sync()
    start(late, *made())
    with monkeypatch.context() as older:
        older.setattr(rules, "KINDS", rules.KINDS - {"put"})
        nouns.edit(one.store, Enterprise, "e", phone="2")
        one.push()
    late.pull()
    (shut,) = arrivals.held(late.store)
    deciding.decide(db, HUB, SCOPE, streams.dot_of(late.store, shut.n), accepted(NOTE))
    late.pull()
    assert enterprises.get(late.store, "e").phone == "2"
    assert sound(late) == []
    with late.store.atomic():
        decisions.hold_again(late.store, {shut.n: "quarantine"})
    assert enterprises.get(late.store, "e").phone == "1"
    assert sound(late) == []


def test_a_void_taken_in_late_counts_where_it_was_written_first(desks, db):
    """It was written before another that came meanwhile; however they came, the first counts."""
    one, two, three = desks
    series, year, number = WHERE
    what = {"series": series, "year": year, "number": number, "block_id": "", "document_id": ""}
    two.status = "revoked"
    for desk, reason in ((two, "写坏"), (one, "手写用去")):
        void = Change("void", "number", new_id(), {**what, "reason": reason})
        operations.append(desk.store, [void])
        desk.push()
    three.pull()
    (kept,) = quarantines.waiting(db, SCOPE, 9)
    deciding.decide(db, HUB, SCOPE, (kept.stream, kept.sseq), accepted())
    three.pull()
    assert numbers.use(three.store, *WHERE).reason == "写坏"
    assert sound(three) == []


def test_a_block_that_is_taken_in_late_goes_on_after_what_was_used_of_it(desks, db):
    one, two = desks[:2]
    numbers.lease_local(one.store, "责改", 2026, 1, 9)
    one.status = "revoked"
    one.push()
    one.status = "active"
    numbers.void(one.store, "责改", 2026, 1, "污损")
    one.push()
    two.pull()
    (waiting,) = quarantines.waiting(db, SCOPE, 9)
    deciding.decide(db, HUB, SCOPE, (waiting.stream, waiting.sseq), accepted())
    two.pull()
    assert two.store.rows("SELECT lo, next FROM number_block") == [(1, 2)]


def test_of_two_who_void_a_number_unseen_the_first_counts_everywhere(desks):
    for desk in desks[:2]:
        numbers.lease_local(desk.store, "责改", 2026, 1, 9)
    for desk, why in zip(desks, ("污损", "打印错误"), strict=False):
        numbers.void(desk.store, "责改", 2026, 1, why)
    for desk in (*desks, *desks):
        desk.sync()
    told = {
        (numbers.use(desk.store, *WHERE).reason, *numbers.papers(desk.store, *WHERE))
        for desk in desks
    }
    assert len(told) == 1
