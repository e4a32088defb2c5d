"""Our hub as a program of its own on a PostgreSQL of its own, over TLS, and laptops enrolled at it."""

import contextlib
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import psycopg

from app.services import enrolling, syncing
from app.services.context import DeviceSeal
from app.services.transport import Address, Credentials, Link
from app.shell.unswept import Unswept
from db.connection import create_store, open_reader, utc_now
from db.duty_rows import FormerName, Objection
from db.journal.ids import new_id
from db.store import bulk, streams
from hub import enrolling as hub_enrolling
from hub.postgres import embedded
from hub.sql import people
from tests.bench.big import ROOT
from tests.hub.kit import SCOPE
from tests.hub.kit import Laptop as Writer

KEY = bytes(range(32))
WORDS = "巡检现场发现过期食品原料台账缺失整改通知书负责人签字留样设备运行记录安全培训证明文件"


class Hub:
    """A hub that runs: its address, its database, a folder for laptops."""

    def __init__(self, folder, url, address):
        self.folder = folder
        self.address = address
        self.url = url
        self.db = psycopg.connect(url, autocommit=True)

    def laptop(self, name):
        """A laptop with a real store, enrolled."""
        row = people.Account(SCOPE, new_id(), name, name, None, "inspector", None, "active")
        people.add_account(self.db, row, utc_now())
        code = hub_enrolling.new_code(self.db, SCOPE, row.account, utc_now())
        return Laptop(self.folder / name, self.address, code)

    def settle_snapshots(self):
        """Wait for a snapshot, and let a day go by for it: only then is it given out."""
        for _ in range(600):
            if self.db.execute("SELECT 1 FROM snapshot").fetchone():
                break
            time.sleep(0.1)
        self.db.execute("UPDATE snapshot SET made = made - interval '2 days'")

    def writer(self, name):
        """A device without a store: (its stream, its line)."""
        writer = Writer(name)
        account = people.Account(SCOPE, new_id(), name, name, None, "inspector", None, "active")
        people.add_account(self.db, account, utc_now())
        public = writer.key.public_key().public_bytes_raw()
        device = people.Device(SCOPE, name, account.account, name, public, "active")
        people.add_device(self.db, device, utc_now())
        hub_id = self.db.execute("SELECT hub_id FROM hub").fetchone()[0]
        return writer, Link(self.address, Credentials(hub_id, SCOPE, name, writer.key.sign))


class Laptop:
    """A laptop's store and its line; writes go to a thread of their own, as in the program."""

    def __init__(self, folder, address, code):
        self.store = create_store(folder, KEY, ballast_bytes=0)
        self.reader = open_reader(folder, KEY)
        seal = DeviceSeal(os.urandom(32))
        enrolment = enrolling.ask(address, code, "bench", seal, streams.device(self.reader))
        enrolling.keep(self.store, enrolment)
        self.who = enrolling.credentials(self.reader, enrolment, seal)
        self.line = Link(address, self.who)
        self._writing = ThreadPoolExecutor(1)
        self._unswept = Unswept()

    def sync(self):
        """A whole round, as the program's jobs do it: the collector waits until it is over."""
        self._unswept.begin()
        try:
            return syncing.run(syncing.Round(self.line, self.reader, self._write, self.who, 1))
        finally:
            self._unswept.end()

    def _write(self, work):
        return self._writing.submit(work, self.store).result()

    def close(self):
        self._writing.shutdown()
        self.line.close()
        self.reader.close()
        self.store.close()


LIFE, REGISTER = partial(Objection, case_id="", enterprise_id=""), FormerName
"""A noun with a life, which a new laptop gets with its operations, and one that is a register."""


def fill(laptop, count, noun=LIFE):
    """Enter so many rows with 1 KB of reason each."""
    dice = random.Random(1)
    rows = (
        noun(new_id(), new_id(), reason="".join(dice.choices(WORDS, k=340))) for _ in range(count)
    )
    bulk.load(laptop.store, rows)


@contextlib.contextmanager
def running():
    """A hub on an empty database, as ``python -m hub`` starts it."""
    with (
        tempfile.TemporaryDirectory(prefix="xunjian-hub-") as name,
        contextlib.ExitStack() as stack,
    ):
        folder = Path(name)
        url = stack.enter_context(embedded(folder / "postgres"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        told = {"HUB_FOLDER": name, "HUB_DATABASE_URL": url, "HUB_PORT": str(port)}
        command = [sys.executable, "-m", "hub"]
        server = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | told, stdout=subprocess.PIPE, text=True
        )
        stack.callback(server.wait)
        stack.callback(server.terminate)
        pin = ""
        while not pin:
            line = server.stdout.readline()
            found = re.search(r"SHA-256 ([0-9A-Fa-f:]+)", line)
            pin = found[1].replace(":", "") if found else ""
            if not line:
                raise RuntimeError("the hub did not start")
        _answering(port)
        hub = Hub(folder, url, Address(f"https://127.0.0.1:{port}", pin))
        stack.callback(hub.db.close)
        yield hub


def _answering(port):
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError("the hub does not listen")
