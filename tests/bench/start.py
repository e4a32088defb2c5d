"""From the start of the process to today's board on the screen, beside a bare window."""

from tests.bench.figures import Figure, middle
from tests.bench.windows import start

ROUNDS = 9


def figures():
    for module in ("ours", "bare"):
        start(module)  # the first one fills the caches of the disk
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(start("ours").took)
        bare.append(start("bare").took)
    yield Figure("start", middle(ours), "ms", "a bare PySide6 window", middle(bare))
