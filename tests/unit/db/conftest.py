"""What the tests of the store share."""

import pytest

from db.store import answers, documents
from tests.store_kit import Clock, begin, document_of, make_store


@pytest.fixture
def clock():
    """A wall clock the test can set."""
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    """An empty store, open for writing."""
    opened = make_store(tmp_path, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def lived(store):
    """A closed store with a record, its answers and an issued document."""
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/a": "合格"})
    documents.issue(store, document_of(store, begun))
    store.close()
    return store
