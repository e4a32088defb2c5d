"""Every change is an operation, appended with its projection or not at all."""

from contextlib import nullcontext, suppress

import pytest

from db.errors import BugError
from db.handle import Identity
from db.journal import chain
from db.rows import Enterprise
from db.store import enterprises, nouns, operations, streams
from db.store.operations import Change
from tests.store_kit import begin, reopen


def stream(store):
    return store.identity.stream


def save_and_fail(store, row):
    with store.atomic():
        nouns.save(store, row)
        raise KeyError(row.id)


def test_an_operation_says_who_when_and_in_which_order(store, clock):
    store.sign_in("inspector-7")
    first, second = nouns.save(store, Enterprise("a", "甲"), Enterprise("b", "乙"))
    assert (first.seq, second.seq) == (1, 2)
    assert first.prev == chain.root(stream(store))
    assert first.user == "inspector-7"
    assert first.wall == int(clock.now.timestamp() * 1000)
    assert second.hlc > first.hlc
    assert first.boot
    assert first.txn == second.txn
    assert (first.group_end, second.group_end) == (False, True)


def test_an_edit_names_the_writes_its_author_saw(store):
    (made,) = nouns.save(store, Enterprise("a", "甲", phone="1"))
    (edit,) = nouns.save(store, Enterprise("a", "甲", phone="2"))
    (again,) = nouns.save(store, Enterprise("a", "甲", phone="3", address="路"))
    assert made.fields["phone"] == ("1", ())
    assert edit.fields == {"phone": ("2", (made.dot,))}
    assert again.fields == {"phone": ("3", (edit.dot,)), "address": ("路", (made.dot,))}


def test_saving_what_is_kept_already_appends_nothing(store):
    nouns.save(store, Enterprise("a", "甲"))
    assert nouns.save(store, Enterprise("a", "甲")) == ()
    assert operations.count(store) == 1


def test_a_transaction_is_found_whole_from_any_of_its_operations(store):
    """Also one of more operations than are read at once, and no other's beside it."""
    nouns.save(store, Enterprise("before", "前"))
    many = [Enterprise(f"e{number:03}", "甲") for number in range(450)]
    with store.atomic():
        for row in many:
            nouns.save(store, row)
    nouns.save(store, Enterprise("after", "后"))
    for key in ("e000", "e220", "e449"):
        (event,) = operations.history(store, key)
        found = operations.together(store, event.n)
        assert [one.operation.rec_id for one in found] == [row.id for row in many]
    assert operations.together(store, 10**9) == ()


def test_only_the_last_operation_of_a_transaction_ends_its_group(store):
    with store.atomic():
        nouns.save(store, Enterprise("a", "甲"))
        nouns.save(store, Enterprise("b", "乙"))
        nouns.save(store, Enterprise("c", "丙"))
    ends = [
        (event.operation.group_end, event.operation.txn)
        for key in "abc"
        for event in operations.history(store, key)
    ]
    assert [end for end, _txn in ends] == [False, False, True]
    assert len({txn for _end, txn in ends}) == 1
    assert operations.verify(store, stream(store)) == ()


def test_a_transaction_that_fails_leaves_nothing(store):
    with pytest.raises(KeyError):
        save_and_fail(store, Enterprise("a", "甲"))
    assert operations.count(store) == 0
    assert enterprises.get(store, "a") is None
    nouns.save(store, Enterprise("b", "乙"))
    assert operations.verify(store, stream(store)) == ()


def test_a_savepoint_that_fails_leaves_the_rest_whole(store):
    with store.atomic():
        nouns.save(store, Enterprise("a", "甲"))
        with pytest.raises(KeyError):
            save_and_fail(store, Enterprise("b", "乙"))
    (event,) = operations.history(store, "a")
    assert event.operation.group_end
    assert enterprises.get(store, "b") is None
    assert operations.verify(store, stream(store)) == ()
    again = reopen(store)
    assert (again.recovered.frames_added, again.recovered.operations_restored) == (0, 0)
    assert enterprises.get(again, "b") is None
    again.close()


def test_a_change_that_was_wrong_falls_with_its_savepoint_only(store):
    """Who catches the error outside the savepoint may go on: the half is gone with it."""
    with store.atomic():
        nouns.save(store, Enterprise("a", "甲"))
        with pytest.raises(BugError), store.atomic():
            operations.append(store, [Change("put", "enterprise", "b", {"name": None})])
    assert enterprises.count(store) == 1
    assert operations.verify(store, stream(store)) == ()


def test_a_transaction_that_lost_a_write_cannot_be_committed(store):
    """Swallowing the error of one change would commit half of it."""

    def half():
        with store.atomic():
            with pytest.raises(BugError):
                operations.append(store, [Change("put", "enterprise", "a", {"name": None})])
            nouns.save(store, Enterprise("b", "乙"))

    with pytest.raises(BugError, match="lost a write"):
        half()
    assert operations.count(store) == 0


def test_an_unknown_noun_is_our_bug(store):
    with pytest.raises(BugError):
        operations.append(store, [Change("put", "spaceship", "a", {})])


def test_the_history_of_a_record_is_newest_first(store):
    begun = begin(store)
    nouns.edit(store, Enterprise, begun.enterprise.id, phone="1")
    kinds = [event.operation.fields for event in operations.history(store, begun.enterprise.id)]
    assert len(kinds) == 2
    assert set(kinds[0]) == {"phone"}


def test_a_field_the_store_has_no_column_for_stays_in_the_journal(store):
    """A reason, or a field of a later version: kept, never dropped."""
    nouns.save(store, Enterprise("a", "甲"))
    nouns.edit(store, Enterprise, "a", reason="电话核实", status="停业")
    assert operations.history(store, "a")[0].operation.fields["reason"][0] == "电话核实"
    assert enterprises.get(store, "a").status == "停业"


def test_the_tail_alone_can_be_verified(store):
    begin(store)
    assert operations.verify(store, stream(store), last=2) == ()
    store.db.execute("UPDATE op SET bytes = x'00' WHERE seq = 3")
    assert operations.verify(store, stream(store), last=1) == (chain.Break(3, "hash"),)


def test_deleting_leaves_the_operations(store):
    nouns.save(store, Enterprise("a", "甲"))
    nouns.delete(store, Enterprise, ["a"])
    assert enterprises.get(store, "a") is None
    assert [event.operation.kind for event in operations.history(store, "a")] == ["delete", "put"]


@pytest.mark.parametrize("count", [0, 1, 899, 900, 901, 1800, 2000])
def test_many_rows_are_entered_each_once_however_many(store, count):
    """Of two columns nine hundred go into one statement."""
    rows = [(f"k{n}", f"{n}") for n in range(count)]
    with store.atomic():
        store.insert_many("setting_local (key, value)", (row for row in rows))
    assert (
        store.rows("SELECT key, value FROM setting_local ORDER BY CAST(value AS INTEGER)") == rows
    )
    with pytest.raises(BugError), store.atomic():
        store.insert_many(
            "setting_local (key, value)", [*(("x" + k, v) for k, v in rows), ("k", None)]
        )
    assert len(store.rows("SELECT key FROM setting_local")) == count


def test_a_row_of_another_length_never_slips_into_the_next(store):
    rows = [*((f"k{n}", "v") for n in range(898)), ("a", "b", "c"), ("d",)]
    with pytest.raises(BugError), store.atomic():
        store.insert_many("setting_local (key, value)", rows)
    assert not store.rows("SELECT key FROM setting_local")


@pytest.mark.parametrize("inner", [False, True])
def test_the_row_of_a_stream_that_was_taken_back_is_anothers(store, inner):
    """A page that could not be taken in, or a snapshot that was wrong, named a stream first."""
    around = store.atomic() if inner else nullcontext()
    with around, suppress(ZeroDivisionError), store.atomic():
        streams.enter_other(store.db, Identity("a", "", "3713", 0))
        taken_back = streams.id_of(store, "a")
        assert streams.dot_of(store, streams.number(taken_back, 1)) == ("a", 1)
        raise ZeroDivisionError
    for name in ("b", "a"):
        streams.enter_other(store.db, Identity(name, "", "3713", 0))
    assert streams.id_of(store, "b") == taken_back
    assert streams.id_of(store, "a") != taken_back
    assert streams.dot_of(store, streams.number(taken_back, 1)) == ("b", 1)
