"""The hub and laptops as processes of their own, to be killed."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg

from app.services.transport import Address

ROOT = Path(__file__).parents[2]


class HubProcess:
    """``python -m hub`` in a folder and on a port of its own."""

    def __init__(self, folder):
        self.folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.code = self.pin = ""
        self.said = []
        self._process = None

    @property
    def address(self):
        return Address(f"https://127.0.0.1:{self.port}", self.pin)

    @property
    def database(self):
        return f"postgresql://postgres:@/postgres?host={self.folder / 'postgres'}"

    @property
    def postmaster(self):
        return int((self.folder / "postgres" / "postmaster.pid").read_text().split()[0])

    def start(self):
        """Start and wait until it answers."""
        with (self.folder.parent / "hub.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "hub"],
                cwd=ROOT,
                env=os.environ | {"HUB_FOLDER": str(self.folder), "HUB_PORT": str(self.port)},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        said = self._process.stdout
        self.pin = self._told(r"SHA-256 ([0-9A-Fa-f:]+)").replace(":", "").lower()
        if not self.code:
            self.code = self._told(r"laptop ([-0-9A-Z]+) \(")
        threading.Thread(target=said.read, daemon=True).start()
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError("the hub does not answer")

    def _told(self, pattern):
        for line in self._process.stdout:
            self.said.append(line)
            if found := re.search(pattern, line):
                return found[1]
        raise EOFError("the hub ended")

    def kill(self):
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._process.stdout.close()

    def kill_database(self, how):
        """Kill the postmaster, and wait until it is gone."""
        pid = self.postmaster
        os.kill(pid, how)
        until = time.monotonic() + 30
        while time.monotonic() < until and Path(f"/proc/{pid}").exists():
            time.sleep(0.05)

    def begin_to_stop(self):
        self._process.terminate()

    def stop(self):
        """Have it end what is under way and stop; returns its exit code."""
        self._process.terminate()
        code = self._process.wait(timeout=60)
        self._process.stdout.close()
        return code

    def db(self):
        return psycopg.connect(self.database, autocommit=True)


def laptop(folder, hub, name, rounds, point=""):
    """A laptop's process; what it tells comes from ``told``."""
    return subprocess.Popen(
        [
            sys.executable, "-m", "tests.chaos.laptop", str(folder), hub.address.url, hub.address.pin,
            name, str(rounds), point,
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip


def told(process):
    """Wait for a laptop's end and return its lines; a line that a kill tore is left out."""
    out, _nothing = process.communicate(timeout=180)
    lines = (line for line in out.splitlines(keepends=True) if line.endswith("\n"))
    return [json.loads(line) for line in lines]
