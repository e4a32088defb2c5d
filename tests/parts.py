"""Run every test, some parts at a time: ``python -m tests.parts``.

No test needs another part's. Who is free takes the next part, the longest first, so all end at
about the same time. What a part says is shown when it has ended.

Their files lie in memory where there is room for them: a store, a journal and a database are
written thousands of times and every time wait for the disk.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PARTS = (
    "tests/unit",
    "tests/hub",
    "tests/gui",
    "tests/journeys",
    "tests/chaos",
    "tests/guards",
    "tests/faults",
)
"""What is left over is the last part."""
AT_ONCE = (os.cpu_count() or 2) + 1
"""One more than there are processors: a part waits for disks, lines and screens a third of its time."""
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of ours is made in it
ENOUGH = 6 << 30
"""Bytes: several times what all parts keep at one moment."""
NOTHING_FOUND = 5  # pytest's exit code for a part without tests

_talking = threading.Lock()


def main():
    """0 when every part passed, else the worst of their exit codes."""
    began = time.monotonic()
    rest = tuple(f"--ignore={one}" for one in PARTS)
    with tempfile.TemporaryDirectory(prefix="xunjian-parts-", dir=_room()) as folder:
        os.environ |= {"TMPDIR": folder, "XUNJIAN_SEEDED": f"{folder}/seeded"}
        with ThreadPoolExecutor(AT_ONCE) as workers:
            codes = list(workers.map(run, (*((one,) for one in PARTS), rest)))
    say(f"all parts: {_since(began)}, exit codes {' '.join(map(str, codes))}")
    return max(codes)


def _room():
    """Where the parts keep their files; None is the system's place for what is passing."""
    try:
        free = shutil.disk_usage(IN_MEMORY).free
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None
    return IN_MEMORY if free > ENOUGH and memory > 2 * ENOUGH else None


def run(part):
    """Run one part and show what it says; gives its exit code."""
    name = part[0].rpartition("/")[2] if len(part) == 1 else "rest"
    began = time.monotonic()
    with tempfile.TemporaryFile() as told:
        command = (sys.executable, "-m", "pytest", "-o", f"cache_dir=.pytest_cache/{name}", *part)
        code = subprocess.run(
            command, stdout=told, stderr=subprocess.STDOUT, check=False
        ).returncode
        told.seek(0)
        with _talking:
            sys.stdout.buffer.write(told.read())
            say(f"{name}: {_since(began)}, exit code {code}")
    return 0 if code == NOTHING_FOUND else code


def say(line):
    """One line for whoever waits at the terminal."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _since(began):
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    return f"{minutes} min {seconds} s"


if __name__ == "__main__":
    sys.exit(main())
