"""Loading in bulk leaves the same store as saving one by one."""

from dataclasses import replace

from db.audit import audit
from db.journal.ids import new_id
from db.rows import Enterprise, Equipment, LawArticle, NumberBlock, Record
from db.store import answers, bulk, enterprises, nouns, operations, search
from tests.store_kit import KEY, reader_of


def test_many_rows_come_in_with_their_operations_and_words(store):
    made = [Enterprise(new_id(), f"沂水第{n}钢管厂", uscc=f"9137{n:05d}") for n in range(250)]
    rows = [
        *made,
        Equipment(new_id(), made[0].id, code="4170"),
        LawArticle("k:1"),
        NumberBlock("b", "责改", 2026, 3, 9),
    ]
    assert bulk.load(store, rows, batch=100) == 253
    assert operations.count(store) == operations.length(store) == 253
    assert enterprises.count(store) == 250
    kept = enterprises.get(store, made[7].id)
    assert replace(kept, updated=made[7].updated) == made[7]
    assert nouns.get(store, NumberBlock, "b").next == 3
    assert [hit.rec_id for hit in search.find(store, "第249钢管", 1)] == [made[249].id]
    assert [hit.rec_id for hit in search.find(store, "913700007")] == [made[7].id]
    bulk.settle(store)
    assert [hit.rec_id for hit in search.find(store, "第249钢管", 1)] == [made[249].id]
    store.flush_journal()
    assert audit(store.folder, KEY).whole


def test_rows_that_are_there_already_are_edited(store):
    nouns.save(store, Enterprise("a", "甲", phone="1"))
    bulk.load(store, [Enterprise("a", "甲", phone="2"), Enterprise("b", "乙")])
    (edit, _made) = operations.history(store, "a")
    assert set(edit.operation.fields) == {"phone"}
    assert edit.operation.group_end
    (new,) = operations.history(store, "b")
    assert not new.operation.group_end
    assert operations.verify(store, store.identity.stream) == ()


def test_a_load_after_other_changes_of_a_transaction_belongs_to_their_group(store):
    with store.atomic():
        nouns.save(store, Enterprise("a", "甲"))
        bulk.load(store, [Enterprise("b", "乙")])
    ends = [operations.history(store, key)[0].operation.group_end for key in "ab"]
    assert ends == [False, True]
    assert operations.verify(store, store.identity.stream) == ()


def test_records_come_in_with_answers_and_go_on_as_usual(store):
    bulk.load(store, [Enterprise("e", "沂水钢管厂")])
    filled = [
        bulk.Filled(
            Record(f"r{n}", "c", "e", "f", "h", title="检查"),
            {"/data/a": f"压力表{n}"},
            "沂水钢管厂",
        )
        for n in range(30)
    ]
    assert bulk.load_records(store, filled, batch=7) == 30
    assert answers.of_record(store, "r4") == {"/data/a": "压力表4"}
    assert [hit.rec_id for hit in search.find(store, "压力表29")] == ["r29"]
    assert search.refresh(store) == 0
    (operation,) = answers.write(store, "r4", {"/data/a": "换新"})
    assert operation.fields["/data/a"][1] != ()
    reader = reader_of(store)
    assert operations.verify(reader, store.identity.stream) == ()
    reader.close()
