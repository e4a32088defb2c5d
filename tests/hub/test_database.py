"""The pool: who finds no connection is told so in time, and not after six times the time."""

import os
import socket
import time
from pathlib import Path

import pytest
from psycopg import conninfo

from hub import database
from hub.database import Busy, Database
from tests.chaos.cutting import Cutting


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


class Wire(Cutting):
    """A line over TCP to a database that listens on a socket in a folder."""

    def __init__(self, url):
        told = conninfo.conninfo_to_dict(url)
        self._socket = Path(told["host"]) / f".s.PGSQL.{told.get('port', 5432)}"
        super().__init__(0)

    def _reach(self):
        far = socket.socket(socket.AF_UNIX)
        far.connect(str(self._socket))
        return far


@pytest.mark.skipif(
    not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux tells and bounds it"
)
def test_a_line_that_dies_in_silence_is_found_within_a_minute(url):
    """A firewall forgets a line without a word; what the kernel was told is what it will do."""
    wire = Wire(url)
    pool = Database(conninfo.make_conninfo(url, host="127.0.0.1", port=wire.port), most=1)
    pool.open()
    try:
        line = pool.run(lambda db: socket.socket(fileno=os.dup(db.fileno())))
        with line:
            asked = [line.getsockopt(socket.IPPROTO_TCP, one) for one in (
                socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT,
                socket.TCP_USER_TIMEOUT,
            )]  # fmt: skip
            assert line.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        quiet, between, times, unheard_ms = asked
        assert quiet + between * times <= 60, "where nothing is under way"
        assert 0 < unheard_ms <= 60_000, "where something was sent and nobody confirms it"
    finally:
        pool.close()
        wire.close()
