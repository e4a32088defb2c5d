"""Resident memory after the start on the big store, beside a bare window."""

from tests.bench.figures import Figure, middle
from tests.bench.windows import start

ROUNDS = 3


def figures():
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(start("ours", weigh=True).resident)
        bare.append(start("bare", weigh=True).resident)
    yield Figure("memory", middle(ours), "MB", "a bare PySide6 window", middle(bare))
