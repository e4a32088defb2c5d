"""What a measurement says: one figure, its counterpart from the same run, and their ratio."""

import gc
import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value beside a named counterpart; less is better for both."""

    name: str
    value: float
    unit: str
    against: str
    other: float

    def line(self) -> str:
        """Return the JSON line; a ratio above 1 says that ours is the better one."""
        return json.dumps(
            {
                "name": self.name,
                "value": rounded(self.value),
                "unit": self.unit,
                "against": f"{self.against}: {rounded(self.other)} {self.unit}",
                "ratio": rounded(self.other / self.value),
            },
            ensure_ascii=False,
        )


def rounded(value: float) -> float:
    """Return a value with three digits that say something."""
    return float(f"{value:.3g}")


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share (0…1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def milliseconds(work: Callable[[], object]) -> float:
    """Do the work once and return how long it took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def taken_in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[list[float], list[float]]:
    """Do both in turn, so that a busy moment of the machine meets both; milliseconds each."""
    gc.collect()
    first, second = [], []
    for _ in range(rounds):
        first.append(milliseconds(ours))
        second.append(milliseconds(theirs))
    return first, second


def taken_around(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[list[float], list[float]]:
    """Do ours some rounds between one of theirs before and one after; milliseconds each.

    For a counterpart that takes seconds: in turn it would make a measurement of minutes.
    """
    gc.collect()
    second = [milliseconds(theirs)]
    first = [milliseconds(ours) for _ in range(rounds)]
    second.append(milliseconds(theirs))
    return first, second


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
