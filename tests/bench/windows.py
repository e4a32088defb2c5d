"""Starting a window as a program of its own and asking how long it took and what it weighs."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

import psutil

from tests.bench import big

SETTLED = 2.0
"""Seconds after the first painting when the memory is read: what the start put off is done."""


@dataclass(frozen=True, slots=True)
class Started:
    """One start: milliseconds from the process to the painted window, resident megabytes then."""

    took: float
    resident: float


def start(module: str, *, weigh: bool = False) -> Started:
    """Start ``tests.bench.<module>`` on the big store's home, wait for its window, close it."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XUNJIAN_HOME": str(big.home().home),
        # Both keep their compiled modules, as every installed program does.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(big.OUT / "compiled"),
    }
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", f"tests.bench.{module}"],
        cwd=big.ROOT,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    told = child.stdout.readline().strip()
    took = (time.perf_counter() - begun) * 1000
    resident = 0.0
    if weigh:
        time.sleep(SETTLED)
        resident = psutil.Process(child.pid).memory_info().rss / 2**20
    child.communicate("close\n", timeout=60)
    if told != "painted" or child.returncode:
        raise RuntimeError(f"{module} did not come up ({child.returncode}): {told}")
    return Started(took, resident)
