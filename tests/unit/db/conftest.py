"""What the tests of the store share."""

import pytest

from tests.store_kit import Clock, make_store


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
