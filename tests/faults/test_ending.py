"""The program is asked to end from outside: what was written is there afterwards."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from app.shell.ending import end_in_order

PROGRAM = """
import sys, time
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from app.shell.ending import Ending, end_in_order
from app.shell.jobs import Jobs

class Notebook:
    def __init__(self, path):
        self.stream = path.open("a")
    def flush_journal(self):
        self.stream.flush()
    def close(self):
        self.stream.write("closed\\n")
        self.stream.close()

def slow_line(number, store):
    time.sleep(0.02)
    store.stream.write(f"{number}\\n")

app = QGuiApplication([])
jobs = Jobs(lambda: Notebook(Path(sys.argv[1])))
ending = Ending(app)

def end(why):
    end_in_order([("jobs", jobs.close), ("signals", ending.stop)])
    print(why, flush=True)
    app.quit()

def begin():
    for number in range(20):
        jobs.write(partial(slow_line, number))
    print("ready", flush=True)

ending.asked.connect(end)
QTimer.singleShot(0, begin)
app.exec()
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_lets_every_write_finish(tmp_path, number):
    """The laptop is shut down while the inspector still types."""
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "notebook")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    child.send_signal(number)
    said, _ = child.communicate(timeout=30)
    lines = (tmp_path / "notebook").read_text().splitlines()
    assert (child.returncode, said) == (0, "signal\n")
    assert lines == [*map(str, range(20)), "closed"]


def test_one_step_that_fails_does_not_stop_the_others():
    """The store closes even when the window's size cannot be kept."""
    done = []

    def fail():
        raise OSError

    assert not end_in_order([("size", fail), ("store", lambda: done.append("store"))])
    assert done == ["store"]
