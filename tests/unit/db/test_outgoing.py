"""What goes out in one batch: whole transactions, as many as fit, and never nothing."""

import pytest

from db.journal import wire
from db.store import arrivals, operations
from db.store.operations import Change
from tests.store_kit import make_store


@pytest.fixture
def store(tmp_path):
    """An empty store."""
    made = make_store(tmp_path)
    yield made
    made.close()


def write(store, *sizes):
    """Make transactions of so many operations each."""
    for group, size in enumerate(sizes):
        changes = [Change("put", "setting", f"{group}-{at}", {"value": "1"}) for at in range(size)]
        operations.append(store, changes)


def sizes_out(store):
    """How many operations each batch takes until nothing is left."""
    stream, after, found = store.identity.stream, 0, []
    while (batch := arrivals.next_batch(store, stream, after)) is not None:
        first, rows, end = batch
        assert first == after + 1
        after += len(rows)
        found.append(len(rows))
        assert end == next(operations.run_of(store, stream, after - 1))[2]
    return found


def test_a_batch_is_as_many_whole_transactions_as_fit(store, monkeypatch):
    monkeypatch.setattr(wire, "MOST_OPERATIONS", 10)
    write(store, 4, 4, 4, 10, 1, 25, 3)
    assert sizes_out(store) == [8, 4, 10, 1, 25, 3]


def test_a_batch_is_closed_by_its_bytes_too(store, monkeypatch):
    write(store, 1, 1, 1)
    one = len(operations.bytes_at(store, store.identity.stream, 1))
    monkeypatch.setattr(wire, "MOST_BYTES", one * 2 + one // 2)
    assert sizes_out(store) == [2, 1]
