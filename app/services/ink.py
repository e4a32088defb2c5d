"""Ink: a drawn signature as strokes, told apart from an empty pad, kept as text."""

import json
import math
from dataclasses import dataclass
from itertools import pairwise

from forms.facts import Stroke

SHORTEST = 0.4
"""Length of all strokes together, in heights of the box; less is a dot or a slip of the hand."""

SMALLEST = 0.12
"""The larger side of what was drawn, in heights of the box."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What the pad hands over: who signed, strokes in a box one unit high, a PNG picture."""

    name: str
    strokes: tuple[Stroke, ...]
    aspect: float
    png: bytes


def is_empty(ink: Ink) -> bool:
    """Whether the pad holds nothing, a dot, or a slip too small to be a name."""
    points = [point for stroke in ink.strokes for point in stroke]
    if len(points) < 3:
        return True
    length = sum(
        math.dist(one[:2], other[:2]) for stroke in ink.strokes for one, other in pairwise(stroke)
    )
    wide = max(p[0] for p in points) - min(p[0] for p in points)
    high = max(p[1] for p in points) - min(p[1] for p in points)
    return length < SHORTEST or max(wide, high) < SMALLEST


def to_text(ink: Ink) -> str:
    """The strokes as JSON; four decimals are a tenth of a millimetre on any paper."""
    strokes = [[[round(value, 4) for value in point] for point in s] for s in ink.strokes]
    return json.dumps({"aspect": round(ink.aspect, 4), "strokes": strokes}, separators=(",", ":"))


def from_text(text: str) -> tuple[tuple[Stroke, ...], float]:
    """The strokes and the aspect again."""
    kept = json.loads(text)
    strokes = tuple(tuple((p[0], p[1], p[2]) for p in stroke) for stroke in kept["strokes"])
    return strokes, float(kept["aspect"])
