"""How sure a rate is: intervals for proportions, rates over strata, and whether a trend is one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from forms.rules.errors import RuleError
from forms.rules.operating import binomial_from, binomial_up_to, root

METHODS = ("exact", "wilson", "agresti-coull", "asymptotic")


def proportion(
    x: float, n: float, level: float = 0.95, method: str = "wilson"
) -> tuple[float, float]:
    """The interval of a proportion ``x`` of ``n``: ``exact`` (Clopper-Pearson) or an approximation.

    The approximate ones may reach below 0 or above 1, as their formulas do.

    Raises:
        RuleError: ``sample-empty``, ``level``, ``method``; ``exact`` needs whole numbers.
    """
    if n <= 0 or not 0 <= x <= n:
        raise RuleError("sample-empty", test=x, spare=n)
    if not 0 < level < 1:
        raise RuleError("level", level=level, known=("0…1",))
    z = NormalDist().inv_cdf(1 - (1 - level) / 2)
    p = x / n
    if method == "exact":
        return _exact(int(x), int(n), (1 - level) / 2)
    if method == "asymptotic":
        half = z * math.sqrt(p * (1 - p) / n)
        return p - half, p + half
    if method == "agresti-coull":
        p, n = (x + z * z / 2) / (n + z * z), n + z * z
        half = z * math.sqrt(p * (1 - p) / n)
        return p - half, p + half
    if method != "wilson":
        raise RuleError("method", method=method, known=METHODS)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return centre - half, centre + half


def _exact(x: int, n: int, tail: float) -> tuple[float, float]:
    low = 0.0 if x == 0 else root(lambda p: tail - binomial_from(x, n, p))
    high = 1.0 if x == n else root(lambda p: binomial_up_to(x, n, p) - tail)
    return low, high


@dataclass(frozen=True, slots=True)
class Stratum:
    """One layer of a survey: its ``weight``, ``n`` taken of ``size``, ``x`` nonconforming."""

    weight: float
    n: int
    x: int
    size: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate over strata with its standard error and two intervals.

    ``effective`` is the size a simple sample would need to be as sure.
    """

    rate: float
    error: float
    wald: tuple[float, float]
    wilson: tuple[float, float]
    effective: float


def stratified(strata: Sequence[Stratum], level: float = 0.95) -> Rate:
    """The weighted rate of strata: sum of W p, variance sum of W² (1 - n/N) p q / (n - 1).

    Raises:
        RuleError: ``sample-empty`` when a stratum has fewer than two pieces.
    """
    rate = variance = 0.0
    for one in strata:
        if one.n < 2:
            raise RuleError("sample-empty", test=one.n, spare=0)
        p = one.x / one.n
        rate += one.weight * p
        variance += one.weight**2 * (1 - one.n / one.size) * p * (1 - p) / (one.n - 1)
    error = math.sqrt(variance)
    half = NormalDist().inv_cdf(1 - (1 - level) / 2) * error
    effective = rate * (1 - rate) / variance if variance else math.inf
    if math.isinf(effective):
        return Rate(rate, error, (rate, rate), (rate, rate), effective)
    wilson = proportion(rate * effective, effective, level)
    return Rate(rate, error, (rate - half, rate + half), wilson, effective)


def kendall(y: Sequence[float]) -> tuple[float, float]:
    """Kendall's tau of a series against time, and the exact two-sided probability (no ties).

    Raises:
        RuleError: ``sample-empty`` for fewer than two values, ``tie`` for equal ones.
    """
    if len(y) < 2:
        raise RuleError("sample-empty", test=len(y), spare=0)
    if len(set(y)) < len(y):
        raise RuleError("tie")
    pairs = [(a, b) for place, a in enumerate(y) for b in y[place + 1 :]]
    rising = sum(b > a for a, b in pairs)
    ways = _orders(len(y))
    furthest = max(rising, len(pairs) - rising)
    chance = 2 * sum(ways[furthest:]) / math.factorial(len(y))
    return (2 * rising - len(pairs)) / len(pairs), min(1.0, chance)


def _orders(n: int) -> list[int]:
    """How many orders of ``n`` things have each number of rising pairs."""
    ways = [1]
    for size in range(2, n + 1):
        wider = [0] * (len(ways) + size - 1)
        for rising, number in enumerate(ways):
            for more in range(size):
                wider[rising + more] += number
        ways = wider
    return ways


def proportion_trend(x: Sequence[int], n: Sequence[int]) -> tuple[float, float]:
    """The chi-square for a linear trend in proportions (Cochran-Armitage), and its probability.

    Raises:
        RuleError: ``sample-empty`` when nothing or everything is nonconforming.
    """
    total, bad = sum(n), sum(x)
    if not 0 < bad < total:
        raise RuleError("sample-empty", test=bad, spare=total)
    p = bad / total
    scores = range(1, len(x) + 1)
    mean = sum(s * m for s, m in zip(scores, n, strict=True)) / total
    lean = sum((s - mean) * k for s, k in zip(scores, x, strict=True))
    spread = sum(m * (s - mean) ** 2 for s, m in zip(scores, n, strict=True))
    square = lean**2 / (p * (1 - p) * spread)
    return square, math.erfc(math.sqrt(square / 2))
