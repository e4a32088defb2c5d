"""Answers are kept one by one, and only in drafts."""

import pytest

from db.errors import BugError
from db.store import answers, operations, records
from tests.store_kit import START, begin


def test_an_answer_is_kept_with_its_operation_and_time(store):
    begun = begin(store)
    (operation,) = answers.write_one(store, begun.record.id, "/data/temp", "12.5")
    (kept,) = answers.rows_of(store, begun.record.id)
    assert (kept.path, kept.value) == ("/data/temp", "12.5")
    assert int(kept.at.timestamp() * 1000) == operation.wall
    assert records.get(store, begun.record.id).updated == kept.at


def test_changing_an_answer_names_the_one_that_was_seen(store):
    begun = begin(store)
    (first,) = answers.write_one(store, begun.record.id, "/data/temp", "12.5")
    (second,) = answers.write(store, begun.record.id, {"/data/temp": "13", "/data/b": "x"})
    assert second.fields == {"/data/temp": ("13", (first.dot,)), "/data/b": ("x", ())}


def test_an_answer_taken_back_is_gone_and_can_be_given_again(store):
    begun = begin(store)
    answers.write_one(store, begun.record.id, "/data/a", "1")
    (back,) = answers.write_one(store, begun.record.id, "/data/a", None)
    assert answers.of_record(store, begun.record.id) == {}
    (again,) = answers.write_one(store, begun.record.id, "/data/a", "2")
    assert again.fields["/data/a"] == ("2", (back.dot,))
    assert answers.of_record(store, begun.record.id) == {"/data/a": "2"}


def test_progress_is_kept_beside(store):
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/a": "1"}, (7, 30))
    record = records.get(store, begun.record.id)
    assert (record.answered, record.asked) == (7, 30)


def test_a_finished_record_takes_no_answer(store):
    begun = begin(store)
    records.finish(store, begun.record.id, START)
    with pytest.raises(BugError):
        answers.write_one(store, begun.record.id, "/data/a", "1")
    assert answers.of_record(store, begun.record.id) == {}


def test_a_path_begins_with_a_stroke(store):
    begun = begin(store)
    with pytest.raises(BugError):
        answers.write_one(store, begun.record.id, "title", "x")


def test_writing_nothing_appends_nothing(store):
    begun = begin(store)
    assert answers.write(store, begun.record.id, {}) == ()


def test_moving_to_another_form_version_can_be_undone(store):
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/old": "1"})
    answers.move_form(store, begun.record.id, "b" * 64, {"/data/old": None, "/data/new": "1"})
    assert records.get(store, begun.record.id).form_hash == "b" * 64
    answers.move_form(store, begun.record.id, "f" * 64, {"/data/old": "1", "/data/new": None})
    assert answers.of_record(store, begun.record.id) == {"/data/old": "1"}


def test_every_answer_ever_given_is_in_the_records_history(store):
    """Answers have no index in the journal; they are found by where they lie in it."""
    begun, other = begin(store), begin(store, "别的厂")
    answers.write_one(store, begun.record.id, "/data/a", "1")
    answers.write_one(store, other.record.id, "/data/a", "x")
    answers.write_one(store, begun.record.id, "/data/a", "2")
    answers.write_one(store, begun.record.id, "/data/b", "y")
    records.finish(store, begun.record.id, START)
    records.set_state(store, begun.record.id, "draft")
    answers.write_one(store, begun.record.id, "/data/a", None)
    kept = [event.operation for event in operations.history(store, begun.record.id)]
    given = [
        (path, value)
        for one in kept
        if one.kind == "answer"
        for path, (value, _seen) in one.fields.items()
    ]
    assert given == [("/data/a", None), ("/data/b", "y"), ("/data/a", "2"), ("/data/a", "1")]
    assert [one.kind for one in kept] == ["answer", "put", "put", *["answer"] * 3, "put"]
    assert len(operations.history(store, begun.record.id, limit=2)) == 2
