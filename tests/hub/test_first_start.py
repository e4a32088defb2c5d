"""Instances that begin at the same moment make one hub: its tables, its secret, its certificate."""

import datetime as dt
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from alembic import command
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from hub import certificate, schema, seal
from tests.hub import kit

AT_ONCE = 8


def at_once(work):
    """What some threads that begin together return."""
    ready = threading.Barrier(AT_ONCE)

    def one(_number):
        ready.wait()
        return work()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def test_who_comes_second_takes_the_tables_the_first_is_just_making():
    url = kit.empty_database()
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(url), poolclass=NullPool
    )
    with ThreadPoolExecutor(1) as beside, psycopg.connect(url, autocommit=True) as watching:
        with engine.begin() as first:
            config = schema._config()
            config.attributes["connection"] = first
            command.upgrade(config, "head")
            second = beside.submit(schema.upgrade, url)
            waiting = "SELECT 1 FROM pg_locks WHERE NOT granted"
            while not second.done() and not watching.execute(waiting).fetchone():
                threading.Event().wait(0.01)
            assert not second.done(), "it waits for the first"
        second.result()
        assert watching.execute("SELECT count(*) FROM hub").fetchone() == (0,)
    engine.dispose()


def test_one_secret_is_made_also_after_a_start_that_was_killed_within(tmp_path):
    path = tmp_path / "deep" / "hub.secret"
    path.parent.mkdir()
    path.with_suffix(".new").write_bytes(b"")  # what a start of an older version left
    (secret,) = {one.secret for one in at_once(lambda: seal.read(path))}
    assert seal.read(path).secret == secret
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(list(path.parent.iterdir())) == 2


def test_the_certificate_fits_its_key_whoever_wrote_which(tmp_path):
    path, now = tmp_path / "hub.pem", dt.datetime.now(dt.UTC)
    at_once(lambda: certificate.ensure(path, ("127.0.0.1",), now))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(path, certificate.key_of(path))
    key = certificate.key_of(path).read_bytes()
    path.unlink()  # a start was killed between the two
    certificate.ensure(path, ("127.0.0.1",), now)
    tls.load_cert_chain(path, certificate.key_of(path))
    assert certificate.key_of(path).read_bytes() == key
    certificate.key_of(path).unlink()
    with pytest.raises(FileNotFoundError, match="key of"):
        certificate.ensure(path, ("127.0.0.1",), now)
    assert not certificate.key_of(path).exists(), "none that does not fit is put beside it"
