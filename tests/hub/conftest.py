"""What the hub's tests share: a database each, a storage, a bucket."""

import contextlib
import tempfile
from pathlib import Path

import psycopg
import pytest

from hub.database import Database
from hub.storage import Storage
from tests.hub import bucket as buckets
from tests.hub import kit, served
from tests.hub.test_round import Laptop, a_code


@pytest.fixture
def url():
    """A new database of the hub."""
    return kit.database()


@pytest.fixture
def db(url):
    """A connection to a new database of the hub."""
    with psycopg.connect(url, autocommit=True) as opened:
        yield opened


@pytest.fixture
def storage(tmp_path):
    """A storage in a folder."""
    return Storage((tmp_path / "stored").as_uri())


@pytest.fixture
def database(url):
    """The hub's pool."""
    found = Database(url)
    found.open()
    yield found
    found.close()


@pytest.fixture
def laptop(tmp_path, url, db):
    """A laptop with a real store, enrolled at a served hub."""
    with served.running(url) as address:
        made = Laptop(tmp_path, "one", address)
        made.enrol(a_code(db))
        yield made
        made.close()


@pytest.fixture(scope="session")
def swift(tmp_path_factory):
    """An S3-compatible server; who kills a part of it starts it again."""
    pytest.importorskip("swift", reason="OpenStack Swift runs on Linux")
    with contextlib.ExitStack() as stack:
        folder = tmp_path_factory.mktemp("swift")
        if not buckets.fits(folder):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp")))
        yield stack.enter_context(buckets.running(folder / "all"))


@pytest.fixture
def bucket(swift, monkeypatch):
    """The same, with an environment in which this process finds it."""
    for name, value in swift.environment.items():
        monkeypatch.setenv(name, value)
    return swift
