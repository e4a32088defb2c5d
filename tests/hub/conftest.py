"""What the hub's tests share: a database each."""

import psycopg
import pytest

from tests.hub import kit


@pytest.fixture
def url():
    """A new database of the hub."""
    return kit.database()


@pytest.fixture
def db(url):
    """A connection to a new database of the hub."""
    with psycopg.connect(url, autocommit=True) as opened:
        yield opened
