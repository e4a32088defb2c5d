"""Real processes killed: the hub, its PostgreSQL, a laptop at every named point of a round."""

import os
import re
import shutil
import signal
import socket
import tempfile
import time
from pathlib import Path

import httpx2
import pytest

from db.connection import open_store
from db.journal.operation import decode
from db.store import operations, streams
from hub import enrolling as hub_enrolling
from hub.first import SCOPE
from tests.chaos import laptop as laptops
from tests.chaos.processes import HubProcess, laptop, told
from tests.hub import kit
from tests.store_kit import KEY

TIMES = 6 if os.environ.get("XUNJIAN_SOAK") else 1


@pytest.fixture
def place():
    """A folder the database's own user may enter, whoever starts another pytest meanwhile."""
    made = Path(tempfile.mkdtemp(prefix="xunjian-hub-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def hub(tmp_path, place):
    """A started hub, two laptops enrolled: ``one`` and ``two``."""
    made = HubProcess(place / "hub")
    made.start()
    laptops.enrol(tmp_path / "one", made.address, "one", made.code)
    with made.db() as db:
        (account,) = db.execute("SELECT account FROM account WHERE login = 'inspector'").fetchone()
        code = hub_enrolling.new_code(db, SCOPE, account, kit.NOW.replace(year=2099))
    laptops.enrol(tmp_path / "two", made.address, "two", code)
    yield made
    made.stop()


def settled(hub, tmp_path, told):
    """After a quiet round each: all that was written is at the hub once, and on both laptops."""
    for name in ("one", "two", "one"):
        told += run(hub, tmp_path, name)
    with hub.db() as db:
        feed = kit.feed(db, SCOPE)
    found = [decode(data).rec_id for data in feed if decode(data).rec_type == "enterprise"]
    written = {line["wrote"] for line in told if "wrote" in line}
    acknowledged = {line["acknowledged"] for line in told if "acknowledged" in line}
    assert sorted(found) == sorted(set(found))
    assert acknowledged <= written
    assert written <= set(found)
    for name in ("one", "two"):
        store = open_store(tmp_path / name, KEY)
        try:
            kept = {key for (key,) in store.rows("SELECT id FROM enterprise")}
            assert kept == set(found) or (name == "two" and len(set(found) - kept) == 1)
            for stream in streams.names(store):
                assert operations.verify(store, stream) == ()
        finally:
            store.close()


def run(hub, tmp_path, name, rounds=1, point=""):
    return told(laptop(tmp_path / name, hub, name, rounds, point))


def test_a_laptop_killed_at_every_named_point_loses_and_doubles_nothing(hub, tmp_path):
    lines = []
    for count in range(1, TIMES + 1):
        for point in laptops.POINTS:
            lines += run(hub, tmp_path, "two")
            process = laptop(tmp_path / "one", hub, "one", count, f"{point}:{count}")
            lines += told(process)
            met = process.returncode == -signal.SIGKILL
            assert met or count > 1, f"{point}: later there may be less to fetch or to write"
    settled(hub, tmp_path, lines)


def test_a_hub_says_how_to_begin_and_ends_what_is_under_way_before_it_stops(place):
    """An upload of a minute is not cut by an update of the server."""
    hub = HubProcess(place / "hub")
    hub.start()
    try:
        _used_until_it_stops(hub)
    finally:
        code = hub.stop()
    assert code == 0
    assert not (hub.folder / "postgres" / "postmaster.pid").exists()


def _used_until_it_stops(hub):
    at, greeting = hub.address, "".join(hub.said)
    password = re.search(r"Administrator admin, one-time password (\S+)", greeting)[1]
    assert f"Hub at {at.url}\n" in greeting
    with httpx2.Client(base_url=at.url, verify=False, headers={"origin": at.url}) as line:
        told = {"scope": SCOPE, "login": "admin", "password": password}
        assert line.post("/sign-in", data=told).headers["location"] == "/"

        def slowly():
            yield b"scope=3713&"
            hub.begin_to_stop()
            while _takes(hub.port):
                time.sleep(0.02)
            yield b"login=admin&password=x"

        line.cookies.clear()
        form = {"content-type": "application/x-www-form-urlencoded", "content-length": "33"}
        assert line.post("/sign-in", content=slowly(), headers=form).status_code == 401


def _takes(port):
    """Whether a new connection is taken."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def test_hub_and_database_killed_while_two_laptops_work(hub, tmp_path):
    lines = []
    for how in (signal.SIGKILL, signal.SIGQUIT) * TIMES:
        working = [laptop(tmp_path / name, hub, name, 40) for name in ("one", "two")]
        time.sleep(2.5)
        hub.kill()
        hub.start()
        time.sleep(1)
        hub.kill_database(how)
        hub.kill()
        hub.start()
        for process in working:
            lines += told(process)
    assert any("code" in line for line in lines)
    settled(hub, tmp_path, lines)
