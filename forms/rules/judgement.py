"""Judging a measured value against a limit as GB/T 8170-2008 clause 4 says.

The standard knows two ways. 修约值比较法 rounds the measured value to the last digit the limit is
written with, once, and then compares; 全数值比较法 compares the value as it was measured. The limit
is kept as text, for its written digits decide: 0.1 and 0.10 are different limits.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from forms.rules.errors import RuleError
from forms.rules.rounding import gbt8170

ROUNDED = "rounded"
FULL = "full"
METHODS = (ROUNDED, FULL)

PASS, FAIL, UNJUDGED = "pass", "fail", "unjudged"

LONGEST = 40
"""Characters of a value or a limit; more is no reading of an instrument."""

_PLAIN = str.maketrans("０１２３４５６７８９．－−–＋＜＞（）", "0123456789.---+<>()")
_LIMIT = re.compile(r"(?P<sign>[<>≤≥]?)(?P<number>[+-]?\d+(\.\d+)?)")
_MEASURED = re.compile(r"(?P<sign>[<>]?)(?P<number>[+-]?\d+(\.\d+)?)(?P<mark>\([+-]\))?")
_NOT_FOUND = frozenset({"未检出", "未检测出", "ND", "N.D."})
_FITS = frozenset({"符合", "符合要求", "合格", "满足要求", "通过"})
_FITS_NOT = frozenset({"不符合", "不符合要求", "不合格", "不满足要求", "未通过"})


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: ``sign`` is < ≤ ≥ or >, ``interval`` the step of its last written digit."""

    sign: str
    value: Decimal
    interval: Decimal


@dataclass(frozen=True, slots=True)
class Requirement:
    """What is required: limits as written (either may be empty), or words; and how to compare."""

    lower: str = ""
    upper: str = ""
    words: str = ""
    method: str = ROUNDED


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, and the value as compared (empty where nothing was rounded).

    ``why`` says why nothing could be judged: no-value, no-requirement, value, limit, words,
    below-detection.
    """

    verdict: str
    rounded: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A value as a laboratory wrote it.

    ``bound`` is < or > where only a bound is known; ``nudge`` is -1 or 1 where the report marks
    that the last digit came from rounding up or down (GB/T 8170 clause 3.3.2).
    """

    value: Decimal
    bound: str = ""
    nudge: int = 0


def limit(text: str, side: str) -> Limit:
    """A limit as it is written; without a sign the ``lower`` one is ≥ and the ``upper`` one ≤.

    Raises:
        RuleError: ``limit``: no number, or a sign of the other side.
    """
    match = _LIMIT.fullmatch(_tidy(text))
    if match is None:
        raise RuleError("limit", text=text)
    sign = match["sign"] or ("≥" if side == "lower" else "≤")
    if sign not in ("≥>" if side == "lower" else "≤<"):
        raise RuleError("limit", text=text)
    return Limit(sign, Decimal(match["number"]), _step(match["number"]))


def judge(wanted: Requirement, measured: str) -> Judgement:
    """Judge one value; what cannot be judged by figures is left to a person.

    Words are judged only where the laboratory itself writes that they are met or not.
    """
    text = _tidy(measured)
    if not text:
        return Judgement(UNJUDGED, why="no-value")
    try:
        limits = [
            limit(written, side)
            for side, written in (("lower", wanted.lower), ("upper", wanted.upper))
            if written.strip()
        ]
    except RuleError:
        return Judgement(UNJUDGED, why="limit")
    return _by_figures(limits, text, wanted.method) if limits else _by_words(wanted, text)


def _by_figures(limits: list[Limit], text: str, method: str) -> Judgement:
    if text.upper() in _NOT_FOUND:
        met = all(one.sign in "<≤" and one.value >= 0 for one in limits)
        return Judgement(PASS) if met else Judgement(UNJUDGED, why="below-detection")
    reading = _reading(text)
    if reading is None:
        return Judgement(UNJUDGED, why="value")
    if reading.bound:
        return _by_bound(limits, reading, method)
    return _by_value(limits, reading, method)


def problem(wanted: Requirement) -> str:
    """Which limit cannot be read, ``lower`` or ``upper``, or ``order`` where none can be met."""
    found: dict[str, Limit] = {}
    for side, written in (("lower", wanted.lower), ("upper", wanted.upper)):
        if written.strip():
            try:
                found[side] = limit(written, side)
            except RuleError:
                return side
    both = len(found) == len(("lower", "upper"))
    return "order" if both and found["lower"].value > found["upper"].value else ""


def _by_words(wanted: Requirement, text: str) -> Judgement:
    if not wanted.words.strip():
        return Judgement(UNJUDGED, why="no-requirement")
    if text in _FITS:
        return Judgement(PASS)
    return Judgement(FAIL) if text in _FITS_NOT else Judgement(UNJUDGED, why="words")


def _by_value(limits: list[Limit], reading: _Reading, method: str) -> Judgement:
    shown: list[str] = []
    met = True
    for one in limits:
        value = _nudged(reading)
        if method == ROUNDED:
            value = gbt8170(value, one.interval)
            shown.append(f"{value:f}")
        met = met and _COMPARE[one.sign](value, one.value)
    rounded = " / ".join(dict.fromkeys(shown))
    return Judgement(PASS if met else FAIL, rounded)


def _by_bound(limits: list[Limit], reading: _Reading, method: str) -> Judgement:
    """Only a bound was written, such as <0.01: judged where every value within it agrees.

    A value just outside a limit may still be rounded onto it, so half a step must lie between.
    """
    verdicts = []
    for one in limits:
        fails = (one.sign in "<≤") == (reading.bound == ">")
        room = one.interval / 2 if fails and method == ROUNDED else Decimal(0)
        if reading.bound == "<":
            known = reading.value <= one.value - room
        else:
            known = reading.value >= one.value + room
        verdicts.append(UNJUDGED if not known else FAIL if fails else PASS)
    if FAIL in verdicts:
        return Judgement(FAIL)
    if UNJUDGED in verdicts:
        return Judgement(UNJUDGED, why="below-detection")
    return Judgement(PASS)


def _reading(text: str) -> _Reading | None:
    match = _MEASURED.fullmatch(text)
    if match is None:
        return None
    mark = match["mark"] or ""
    nudge = {"(+)": 1, "(-)": -1}.get(mark, 0)
    return _Reading(Decimal(match["number"]), match["sign"], nudge)


def _nudged(reading: _Reading) -> Decimal:
    """The value with its mark: 16.5(+) was a little more than 16.5 and 16.5(-) a little less.

    The marks speak of the size of the value, so they turn round below zero.
    """
    if not reading.nudge:
        return reading.value
    sign = -1 if reading.value < 0 else 1
    return reading.value + sign * reading.nudge * _step(f"{reading.value:f}") / 10


def _step(number: str) -> Decimal:
    """The step of the last written digit: 0.01 of ``0.10``, 1 of ``100``."""
    _whole, _point, decimals = number.partition(".")
    return Decimal(1).scaleb(-len(decimals))


def _tidy(text: str) -> str:
    plain = text.strip().translate(_PLAIN).replace(" ", "")
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"


_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda value, bound: value < bound,
    "≤": lambda value, bound: value <= bound,
    "≥": lambda value, bound: value >= bound,
    ">": lambda value, bound: value > bound,
}
