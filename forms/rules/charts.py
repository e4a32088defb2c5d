"""Series over time: control limits, cumulative sums, smoothing and a short look ahead."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from forms.rules.errors import RuleError


@dataclass(frozen=True, slots=True)
class Limits:
    """The centre line of a p chart and its limits three standard errors away, within 0 to 1."""

    centre: float
    low: float
    high: float


def p_chart(counts: Sequence[int], n: int) -> Limits:
    """The limits of a chart of proportions from samples of one size (GB/T 17989.2).

    Raises:
        RuleError: ``sample-empty``.
    """
    if not counts or n < 1:
        raise RuleError("sample-empty", test=len(counts), spare=n)
    centre = sum(counts) / (len(counts) * n)
    reach = 3 * math.sqrt(centre * (1 - centre) / n)
    return Limits(centre, max(0.0, centre - reach), min(1.0, centre + reach))


@dataclass(frozen=True, slots=True)
class Cusum:
    """Cumulative sums above and below the target; ``signal`` counts from 1, 0 for none."""

    upper: tuple[float, ...]
    lower: tuple[float, ...]
    signal: int


def cusum(values: Sequence[float], target: float, slack: float, limit: float) -> Cusum:
    """The tabular cumulative sum: what exceeds ``target`` by more than ``slack`` adds up."""
    upper: list[float] = []
    lower: list[float] = []
    signal = 0
    for place, value in enumerate(values, 1):
        upper.append(max(0.0, value - target - slack + (upper[-1] if upper else 0.0)))
        lower.append(max(0.0, target - slack - value + (lower[-1] if lower else 0.0)))
        if not signal and max(upper[-1], lower[-1]) > limit:
            signal = place
    return Cusum(tuple(upper), tuple(lower), signal)


@dataclass(frozen=True, slots=True)
class Smoothed:
    """What was expected at each step before it was known, and what is expected next."""

    fitted: tuple[float, ...]
    level: float
    slope: float = 0.0

    def ahead(self, steps: int) -> float:
        """The expectation so many steps after the last value."""
        return self.level + steps * self.slope


def smooth(values: Sequence[float], alpha: float) -> Smoothed:
    """Simple exponential smoothing, begun with the first value.

    Raises:
        RuleError: ``sample-empty``.
    """
    if not values:
        raise RuleError("sample-empty", test=0, spare=0)
    level = values[0]
    fitted: list[float] = []
    for value in values[1:]:
        fitted.append(level)
        level += alpha * (value - level)
    return Smoothed(tuple(fitted), level)


def holt(values: Sequence[float], alpha: float, beta: float) -> Smoothed:
    """Holt's smoothing with a slope, begun with the second value and the first difference.

    Raises:
        RuleError: ``sample-empty`` for fewer than two values.
    """
    if len(values) < 2:
        raise RuleError("sample-empty", test=len(values), spare=0)
    level, slope = values[1], values[1] - values[0]
    fitted: list[float] = []
    for value in values[2:]:
        expected = level + slope
        fitted.append(expected)
        before, level = level, expected + alpha * (value - expected)
        slope += beta * (level - before - slope)
    return Smoothed(tuple(fitted), level, slope)
