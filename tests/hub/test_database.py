"""The pool: who finds no connection is told so in time, and not after six times the time."""

import time

import pytest

from hub import database
from hub.database import Busy, Database


def test_without_a_free_connection_the_answer_is_busy_after_one_wait(url, monkeypatch):
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.5)
    pool = Database(url, most=1)
    pool.open()
    try:
        began = time.monotonic()
        with pytest.raises(Busy):
            pool.run(lambda _db: pool.run(lambda db: db.execute("SELECT 1")))
        assert time.monotonic() - began < 1.5
    finally:
        pool.close()
