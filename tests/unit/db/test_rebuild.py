"""Every table can be made again from the journal, and the comparison sees each difference."""

import pytest

from db.journal.operation import BadOperation
from db.rows import Attachment, Product, Sample, Signature
from db.store import (
    answers,
    attachments,
    documents,
    findings,
    nouns,
    numbers,
    rebuild,
    records,
    search,
    settings,
)
from tests.store_kit import START, begin, document_of, finding_of, make_store, reader_of


@pytest.fixture
def lived(store):
    """A store in which everything happened at least once."""
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/a": "灭火器", "/data/b": "2"}, (2, 30))
    answers.write(store, begun.record.id, {"/data/b": None, "/data/c": "x"})
    findings.save(store, finding_of(begun))
    nouns.save(
        store,
        Product("p", begun.enterprise.id, "水饺"),
        Sample("m", begun.record.id, begun.case.id, drawn=(1, 5)),
        Signature("s", begun.record.id, "party", state="signed", at=START),
        Attachment("t", "record", begun.record.id, "ab" * 32),
    )
    attachments.delete(store, ["t"])
    documents.issue(store, document_of(store, begun))
    numbers.void(store, "责改", 2026, 2, "作废")
    document = documents.issue(store, document_of(store, begun))
    documents.withdraw(store, document.id, "有误")
    records.finish(store, begun.record.id, START)
    settings.put(store, "office", {"a": 1})
    search.refresh(store)
    return store


def everything(store):
    names = [
        name
        for (name,) in store.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_text_%'"
            " AND name NOT IN ('search_text', 'search_entry', 'search_code')"
        )
    ]
    return {name: store.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in names}


def test_rebuilding_gives_every_row_again(lived):
    before = everything(lived)
    hits = search.find(lived, "灭火器")
    assert rebuild.rebuild(lived) == len(before["op"])
    assert everything(lived) == before
    assert search.find(lived, "灭火器") == hits != ()


def test_replaying_elsewhere_gives_the_same_tables(tmp_path, lived):
    other = make_store(tmp_path, "other")
    other.db.execute("DELETE FROM stream")
    rebuild.replay(lived, other)
    assert list(rebuild.differences(lived, other)) == []
    other.close()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE enterprise SET phone = '1'", ("enterprise", "changed", ("phone",))),
        ("DELETE FROM finding", ("finding", "missing", ())),
        ("UPDATE answer SET value = 'y' WHERE path = '/data/c'", ("answer", "changed", ("value",))),
        (
            "UPDATE number_use SET reason = '' WHERE number = 2",
            ("number_use", "changed", ("reason",)),
        ),
        ("UPDATE product SET id = 'a'", ("product", "extra", ())),
    ],
)
def test_a_row_changed_behind_the_journal_is_seen(tmp_path, lived, statement, expected):
    other = make_store(tmp_path, "other")
    other.db.execute("DELETE FROM stream")
    rebuild.replay(lived, other)
    lived.db.execute(statement)
    found = [(one.table, one.kind, one.columns) for one in rebuild.differences(lived, other)]
    assert expected in found
    other.close()


def test_how_far_a_draft_is_survives_a_rebuild(lived):
    records.set_progress(lived, records.ids(lived)[0], 5, 30)
    rebuild.rebuild(lived)
    assert records.get(lived, records.ids(lived)[0]).answered == 5


def test_a_rebuild_that_fails_leaves_the_tables(lived):
    before = everything(lived)
    lived.db.execute("UPDATE op SET bytes = x'00' WHERE seq = 5")
    with pytest.raises(BadOperation):
        rebuild.rebuild(lived)
    reader = reader_of(lived)
    assert {name: rows for name, rows in everything(reader).items() if name != "op"} == {
        name: rows for name, rows in before.items() if name != "op"
    }
    reader.close()
