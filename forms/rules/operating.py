"""What a sampling plan can tell: probabilities of acceptance, and plans found from two points.

Models: binomial (a process), Poisson (nonconformities), hypergeometric (one isolated lot), as
GB/T 2828.1-2012 clause 12 and ISO 2859-1:1999 clause 12 describe operating characteristic curves.
GB/T 2828.4 (ISO 2859-4) judges a declared quality: it is contradicted or it is not contradicted,
never confirmed.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count

from forms.rules.errors import RuleError

LARGEST_SAMPLE = 100_000
_LIMITING_RISK = 0.1
_EXACT = 1000  # beyond, the number of ways does not fit a float


def binomial(k: int, n: int, p: float) -> float:
    """The probability of exactly ``k`` of ``n`` when each has probability ``p``.

    Raises:
        RuleError: ``probability`` outside 0 to 1, ``sample-empty`` for a negative ``n``.
    """
    _check(n, p)
    if not 0 <= k <= n:
        return 0.0
    if p in {0.0, 1.0}:
        return float(k == n * p)
    if n <= _EXACT:
        return math.comb(n, k) * p**k * (1 - p) ** (n - k)
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(ways + k * math.log(p) + (n - k) * math.log1p(-p))


def binomial_up_to(k: int, n: int, p: float) -> float:
    """The probability of at most ``k`` of ``n``; raises as ``binomial``."""
    return math.fsum(binomial(x, n, p) for x in range(min(k, n) + 1))


def binomial_from(k: int, n: int, p: float) -> float:
    """The probability of at least ``k`` of ``n``; raises as ``binomial``."""
    return math.fsum(binomial(x, n, p) for x in range(max(k, 0), n + 1))


def poisson_up_to(k: int, mean: float) -> float:
    """The probability of at most ``k`` nonconformities where ``mean`` are expected."""
    return math.fsum(
        math.exp(x * math.log(mean) - mean - math.lgamma(x + 1)) if mean else float(x == 0)
        for x in range(k + 1)
    )


def hypergeometric_up_to(k: int, lot: int, bad: int, n: int) -> float:
    """The probability of at most ``k`` bad pieces among ``n`` of a ``lot`` with ``bad`` ones.

    Raises:
        RuleError: ``sample-exceeds-lot`` (``sample``, ``lot``) also for more bad ones than pieces.
    """
    if max(n, bad) > lot:
        raise RuleError("sample-exceeds-lot", sample=max(n, bad), lot=lot)
    good = sum(math.comb(bad, x) * math.comb(lot - bad, n - x) for x in range(min(k, n) + 1))
    return good / math.comb(lot, n)


def double_acceptance(
    n: tuple[int, int], ac: tuple[int, int], re: tuple[int, int], p: float
) -> float:
    """The probability that a double plan accepts (binomial).

    The first sample decides at ``ac[0]`` or ``re[0]``; between them both together decide.
    """
    first = binomial_up_to(ac[0], n[0], p)
    second = math.fsum(
        binomial(x, n[0], p) * binomial_up_to(ac[1] - x, n[1], p)
        for x in range(ac[0] + 1, re[0])
        if x <= ac[1]
    )
    return first + second


@dataclass(frozen=True, slots=True)
class Declared:
    """A plan for a declared quality: ``limit`` nonconforming ones do not contradict it yet.

    ``alpha`` is the risk of contradicting a true declaration, ``ratio`` how many times worse than
    declared the quality must be to be contradicted nine times in ten (limiting quality ratio).
    """

    n: int
    limit: int
    contradicted_from: int
    alpha: float
    ratio: float


def declared(n: int, limit: int, declared_quality: float) -> Declared:
    """Judge a plan of GB/T 2828.4 against a declared quality level (a proportion, 0.0065).

    Raises:
        RuleError: as ``binomial``.
    """
    alpha = binomial_from(limit + 1, n, declared_quality)
    worst = root(lambda p: binomial_up_to(limit, n, p) - _LIMITING_RISK)
    return Declared(n, limit, limit + 1, alpha, worst / declared_quality)


def find_plan(p1: float, pa1: float, p2: float, pa2: float) -> tuple[int, int]:
    """The smallest single plan (n, Ac) that accepts ``p1`` at least and ``p2`` at most that often.

    Raises:
        RuleError: ``no-plan`` up to a sample of 100,000; ``probability``.
    """
    if not (0 < p1 < p2 < 1 and 0 < pa2 < pa1 < 1):
        raise RuleError("probability", p=f"{p1} {pa1} {p2} {pa2}")
    for ac in count():
        n = _smallest(partial(_refused, ac, p2, pa2), ac + 1)
        if n > LARGEST_SAMPLE:
            break
        if binomial_up_to(ac, n, p1) >= pa1:
            return n, ac
    raise RuleError("no-plan", limit=LARGEST_SAMPLE)


def _refused(ac: int, p: float, at_most: float, n: int) -> bool:
    return binomial_up_to(ac, n, p) <= at_most


def _smallest(fits: Callable[[int], bool], start: int) -> int:
    """The smallest whole number from ``start`` on that fits; what fits once fits ever after."""
    low, high = start - 1, start
    while not fits(high):
        if high > LARGEST_SAMPLE:
            return high
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def root(falling: Callable[[float], float]) -> float:
    """Where a function that falls from 0 to 1 crosses zero, to the last bit."""
    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in {low, high}:
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return middle


def _check(n: int, p: float) -> None:
    if not 0 <= p <= 1:
        raise RuleError("probability", p=p)
    if n < 0:
        raise RuleError("sample-empty", test=n, spare=0)
