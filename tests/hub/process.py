"""A hub as a process of its own, ``python -m hub``, that can be killed and run short of disk."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Process:
    """A running hub: where it listens, and the hash of its certificate."""

    def __init__(self, url, folder, most_bytes=None, more=None):
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = {
            **os.environ,
            "HUB_DATABASE_URL": url,
            "HUB_FOLDER": str(folder),
            "HUB_PORT": str(self.port),
            **(more or {}),
        }
        self.start(most_bytes)

    def start(self, most_bytes=None):
        """Start it; no file it writes may have more than ``most_bytes``."""

        # the shell counts blocks of 512 bytes; writing more is refused as on a full disk
        limit = "unlimited" if most_bytes is None else str(most_bytes // 512)
        self.running = subprocess.Popen(
            ["sh", "-c", 'ulimit -f "$1"; exec "$2" -m hub', "hub", limit, sys.executable],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        said = ""
        while not (found := re.search(r"SHA-256 ([0-9a-f]{64})", said)):
            line = self.running.stdout.readline()
            assert line, said
            said += line
        self.pin, self.said = found[1], [said]
        self._draining = threading.Thread(target=self._drain)  # a full pipe would stop it
        self._draining.start()
        self._wait()

    def kill(self):
        """End it at once, as a power cut would."""
        self.running.kill()
        self.running.wait()
        self._draining.join()
        self.running.stdout.close()

    def stop(self):
        """Have it end what is under way and stop; returns its exit code."""
        self.running.terminate()
        code = self.running.wait(timeout=60)
        self._draining.join()
        self.running.stdout.close()
        return code

    def _drain(self):
        self.said.extend(self.running.stdout)

    def _wait(self):
        for _ in range(400):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.05)
        raise AssertionError("the hub does not listen")


@contextlib.contextmanager
def hub(url, folder, most_bytes=None, more=None):
    """A hub that is killed at the end; ``more`` is what else its environment says."""
    process = Process(url, folder, most_bytes, more)
    try:
        yield process
    finally:
        process.kill()
