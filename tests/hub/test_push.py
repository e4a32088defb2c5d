"""A batch is taken in once and whole, whatever is sent, how often and in which order."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.journal import chain
from db.journal import record as records
from db.journal.operation import decode
from hub.push import Diverged, push
from hub.sql import records as stored
from hub.sql import streams
from tests.hub.kit import NOW, SCOPE, Laptop, feed


def filled(count=5):
    laptop = Laptop("t07")
    for n in range(count):
        laptop.write("enterprise", f"e{n}", {"name": (f"第{n}厂", ())})
    return laptop


def doc(db, rec_type, rec_id):
    found = stored.lock_records(db, SCOPE, [(rec_type, rec_id)])
    return records.read(found[rec_type, rec_id])


def test_a_batch_stands_in_the_feed_as_it_was_written(db):
    laptop = filled()
    done = push(db, laptop.caller, laptop.batch(), NOW)
    assert (done.seq, done.hash, done.held) == (5, laptop.chained[5], {})
    assert feed(db) == laptop.operations
    assert doc(db, "enterprise", "e3").shown("name") == "第3厂"


def test_sending_again_changes_nothing(db):
    laptop = filled()
    first = push(db, laptop.caller, laptop.batch(), NOW)
    again = push(db, laptop.caller, laptop.batch(), NOW)
    assert (again.seq, again.hash) == (first.seq, first.hash)
    assert feed(db) == laptop.operations


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cuts=st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=12))
def test_any_partition_repetition_and_order_gives_the_same_feed(db, cuts):
    laptop = filled(12)
    before = len(feed(db))
    for one, two in [*cuts, (1, 12)]:
        first, last = sorted((one, two))
        head = streams.heads(db, SCOPE, laptop.name).get(laptop.stream, (0,))[0]
        if first > head + 1:
            with pytest.raises(Diverged) as told:
                push(db, laptop.caller, laptop.batch(first, last), NOW)
            assert (told.value.code, told.value.seq) == ("gap", head)
        else:
            assert push(db, laptop.caller, laptop.batch(first, last), NOW).seq == max(head, last)
    assert feed(db)[before:] == laptop.operations


def test_another_story_under_the_same_numbers_is_a_fork(db):
    laptop, twin = filled(), Laptop("t07")
    twin.stream, twin.key = laptop.stream, laptop.key
    twin.chained = [chain.root(laptop.stream)]
    push(db, laptop.caller, laptop.batch(1, 3), NOW)
    for n in range(5):
        twin.write("enterprise", f"e{n}", {"name": (f"别的{n}厂", ())})
    for batch in (twin.batch(1, 3), twin.batch(2, 5)):
        with pytest.raises(Diverged) as told:
            push(db, twin.caller, batch, NOW)
        assert told.value.code == "fork"
    with pytest.raises(Exception, match="chain"):
        push(db, twin.caller, twin.batch(4, 5), NOW)
    assert feed(db) == laptop.operations[:3]


def test_a_batch_signed_by_another_or_not_at_all_is_not_taken(db):
    laptop, other = filled(), Laptop("t08")
    good = laptop.batch()
    other.stream, other.operations, other.chained = laptop.stream, laptop.operations, laptop.chained
    for bad in (other.batch(), type(good)(good.stream, 1, good.operations, good.chain, bytes(64))):
        with pytest.raises(Diverged) as told:
            push(db, laptop.caller, bad, NOW)
        assert told.value.code == "signature"
    assert feed(db) == []


def test_every_altered_byte_of_an_operation_is_found(db):
    laptop = filled(2)
    good = laptop.batch()
    data = good.operations[0]
    for at in range(0, len(data), 7):
        bent = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        batch = type(good)(good.stream, 1, (bent, good.operations[1]), good.chain, good.signature)
        with pytest.raises((Diverged, ValueError)):
            push(db, laptop.caller, batch, NOW)
    assert feed(db) == []


def test_values_of_two_who_did_not_see_each_other_stand_both_until_one_who_saw_them(db):
    one, two = Laptop("t03"), Laptop("t07")
    base = one.write("enterprise", "e", {"phone": ("0539-555 0188", ())})
    a = one.write("enterprise", "e", {"phone": ("138 0000 2761", (base,))})
    b = two.write("enterprise", "e", {"phone": ("138 0000 2716", (base,))})
    push(db, two.caller, two.batch(), NOW)
    push(db, one.caller, one.batch(), NOW)
    assert {v.value for v in doc(db, "enterprise", "e").fields["phone"].live} == {
        "138 0000 2761",
        "138 0000 2716",
    }
    assert stored.open_conflicts(db, SCOPE, ["e"]) == {(("enterprise", "e"), "phone", "hard")}
    two.write("enterprise", "e", {"phone": ("138 0000 2716", (a, b))})
    push(db, two.caller, two.batch(), NOW)
    assert [v.value for v in doc(db, "enterprise", "e").fields["phone"].live] == ["138 0000 2716"]
    assert stored.open_conflicts(db, SCOPE, ["e"]) == set()


def test_whatever_order_streams_arrive_in_the_record_is_the_same(db):
    seen = set()
    for order in itertools.permutations(range(3)):
        laptops = conflicting(f"{order}")
        for at in order:
            push(db, laptops[at].caller, laptops[at].batch(), NOW)
        found = doc(db, "case", f"r{order}")
        seen.add(
            (
                tuple(sorted(v.value for v in found.fields["title"].live)),
                tuple(sorted(v.value for v in found.fields["kind"].live)),
                found.disputed,
            )
        )
    assert seen == {(("丙", "乙"), ("y",), True)}


def conflicting(name):
    """Three laptops whose operations on one record saw some of the others', a deletion among them."""
    one, two, three = Laptop("a" + name), Laptop("b" + name), Laptop("c" + name)
    rec = "r" + name
    made = one.write("case", rec, {"title": ("甲", ()), "kind": ("x", ())})
    two.write("case", rec, {"title": ("乙", (made,))})
    edit = three.write("case", rec, {"title": ("丙", (made,))})
    one.write("case", rec, {"": ((made, edit), ())}, kind="delete")
    two.write("case", rec, {"kind": ("y", (made,))})
    return one, two, three


def issue(laptop, document, number):
    return laptop.write(
        "document",
        document,
        {
            "series": ("责改", ()),
            "year": (2026, ()),
            "number": (number, ()),
            "block_id": ("b1", ()),
            "content": ("{}", ()),
            "state": ("issued", ()),
        },
        kind="issue",
    )


def test_a_number_printed_twice_is_kept_twice_and_held_the_second_time(db):
    one, two = Laptop("t03"), Laptop("t07")
    issue(one, "d1", 37)
    push(db, one.caller, one.batch(), NOW)
    two.write("finding", "f", {"state": ("ordered", ())}, end=False)
    issue(two, "d2", 37)
    two.write("enterprise", "e", {"name": ("厂", ())})
    done = push(db, two.caller, two.batch(), NOW)
    assert done.held == {1: "with", 2: "number"}
    assert push(db, two.caller, two.batch(), NOW).held == done.held, "told again"
    assert len(feed(db)) == 4
    assert not stored.lock_records(db, SCOPE, [("finding", "f"), ("document", "d2")])
    assert doc(db, "enterprise", "e").shown("name") == "厂"


def test_an_issued_document_is_frozen(db):
    laptop = Laptop("t07")
    issue(laptop, "d", 1)
    laptop.write("document", "d", {"content": ("{changed}", ())})
    laptop.write("document", "d", {"state": ("served", ())})
    laptop.write("document", "d", {}, kind="delete")
    done = push(db, laptop.caller, laptop.batch(), NOW)
    assert done.held == {2: "frozen", 4: "frozen"}
    assert doc(db, "document", "d").shown("content") == "{}"
    assert doc(db, "document", "d").shown("state") == "served"


def test_a_voided_number_keeps_its_document(db):
    laptop = Laptop("t07")
    issue(laptop, "d", 5)
    fields = {
        "series": ("责改", ()),
        "year": (2026, ()),
        "number": (5, ()),
        "reason": ("打印损坏", ()),
        "block_id": ("b1", ()),
    }
    laptop.write("number", "n", fields, kind="void")
    laptop.write("number", "n2", fields | {"number": (6, ())}, kind="void")
    assert push(db, laptop.caller, laptop.batch(), NOW).held == {}
    found = db.execute(
        "SELECT number, status, document, reason FROM num_use ORDER BY number"
    ).fetchall()
    assert found == [(5, "voided", "d", "打印损坏"), (6, "voided", None, "打印损坏")]


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (("3702", "enterprise", "put", "active"), "scope"),
        (("local", "enterprise", "put", "active"), None),
        ((SCOPE, "enterprise", "merge", "active"), "kind"),
        ((SCOPE, "device", "put", "active"), "authority"),
        ((SCOPE, "enterprise", "put", "revoked"), "revoked"),
    ],
)
def test_what_a_client_may_not_do_is_kept_and_held_back(db, what, reason):
    scope, rec_type, kind, status = what
    laptop = Laptop("t07")
    laptop.write(rec_type, "x", {"name": ("名", ())}, kind=kind, scope=scope)
    done = push(db, replace(laptop.caller, status=status), laptop.batch(), NOW)
    assert done.held == ({1: reason} if reason else {})
    assert [decode(data).rec_id for data in feed(db)] == ["x"]
    assert bool(stored.lock_records(db, SCOPE, [(rec_type, "x")])) is (reason is None)


def test_a_batch_that_ends_within_a_transaction_is_not_taken(db):
    laptop = Laptop("t07")
    laptop.write("finding", "f", {"state": ("ordered", ())}, end=False)
    laptop.write("finding", "g", {"state": ("ordered", ())})
    with pytest.raises(ValueError, match="group"):
        push(db, laptop.caller, laptop.batch(1, 1), NOW)
    assert push(db, laptop.caller, laptop.batch(1, 2), NOW).seq == 2
