"""What is drawn over a photo or on a blank sheet: marks as data, kept as text."""

import json
import math
from dataclasses import dataclass
from itertools import pairwise

TOOLS = ("arrow", "ring", "box", "line", "text")
COLOURS = ("danger", "warning", "ok", "accent")
"""By meaning: what is wrong, what to look at, what is in order, what only explains."""

MOST_MARKS = 500
MOST_POINTS = 4000
MOST_TOGETHER = 100_000  # points of all marks; as text they stay below MOST_TEXT
MOST_WORDS = 40
MOST_TEXT = 2 * 1024 * 1024
FURTHEST = 20.0

Point = tuple[float, float]


class SketchError(ValueError):
    """A text that is no drawing, or more of one than is ever read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn; places are counted in widths of the picture from its top left.

    An arrow points from its first to its last point, a ring and a box lie between the two, a line
    goes through all, words begin at the first.
    """

    tool: str
    colour: str
    points: tuple[Point, ...]
    words: str = ""


def to_text(marks: tuple[Mark, ...]) -> str:
    """The marks as JSON; five decimals are a twentieth of a pixel on any picture."""
    kept = [
        [mark.tool, mark.colour, [[round(x, 5), round(y, 5)] for x, y in mark.points], mark.words]
        for mark in marks
    ]
    return json.dumps({"v": 1, "marks": kept}, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> tuple[Mark, ...]:
    """The marks again.

    Raises:
        SketchError: it is not what ``to_text`` writes, or more than anybody draws.
    """
    if len(text) > MOST_TEXT:
        raise SketchError("too long")
    try:
        found = json.loads(text)["marks"]
        if len(found) > MOST_MARKS:
            raise SketchError("too many marks")
        return tuple(_mark(*one) for one in found)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise SketchError("no drawing") from error


def _mark(tool: str, colour: str, points: list[list[float]], words: str) -> Mark:
    if tool not in TOOLS or colour not in COLOURS or not isinstance(words, str):
        raise SketchError("unknown mark")
    if not 0 < len(points) <= MOST_POINTS or len(words) > MOST_WORDS:
        raise SketchError("a mark out of bounds")
    places = tuple((float(x), float(y)) for x, y in points)
    if not all(abs(value) <= FURTHEST for place in places for value in place):  # nor nan
        raise SketchError("a mark out of bounds")
    return Mark(tool, colour, places, words)


def has_room(marks: tuple[Mark, ...], mark: Mark) -> bool:
    """Whether one more mark can still be kept with these."""
    points = sum(len(one.points) for one in (*marks, mark))
    return len(marks) < MOST_MARKS and points <= MOST_TOGETHER


def is_slip(mark: Mark) -> bool:
    """Whether a mark is no more than a touch: nothing anybody would see or miss."""
    if mark.tool == "text":
        return not mark.words.strip()
    return sum(math.dist(one, other) for one, other in pairwise(mark.points)) < 0.01


def distance(mark: Mark, place: Point) -> float:
    """How far a place lies from what is seen of a mark, in widths of the picture."""
    if mark.tool == "text":
        return _outside(mark.points[0], place, len(mark.words) * 0.028, 0.03)
    first, last = mark.points[0], mark.points[-1]
    lines = mark.points
    if mark.tool == "box":
        lines = (first, (last[0], first[1]), last, (first[0], last[1]), first)
    elif mark.tool == "ring":
        lines = ring_points(first, last)
    elif mark.tool == "arrow":
        lines = (first, last)
    if len(lines) == 1:
        return math.dist(lines[0], place)
    return min(_to_line(one, other, place) for one, other in pairwise(lines))


def ring_points(first: Point, last: Point, count: int = 32) -> tuple[Point, ...]:
    """Points on the ellipse that fills the box between two corners."""
    middle = ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)
    wide, high = abs(last[0] - first[0]) / 2, abs(last[1] - first[1]) / 2
    turns = [2 * math.pi * step / count for step in range(count + 1)]
    return tuple((middle[0] + wide * math.cos(t), middle[1] + high * math.sin(t)) for t in turns)


def _outside(corner: Point, place: Point, wide: float, high: float) -> float:
    across = max(corner[0] - place[0], 0.0, place[0] - corner[0] - wide)
    down = max(corner[1] - place[1], 0.0, place[1] - corner[1] - high)
    return math.hypot(across, down)


def _to_line(one: Point, other: Point, place: Point) -> float:
    along = (other[0] - one[0], other[1] - one[1])
    long = along[0] ** 2 + along[1] ** 2
    if not long:
        return math.dist(one, place)
    share = ((place[0] - one[0]) * along[0] + (place[1] - one[1]) * along[1]) / long
    share = min(max(share, 0.0), 1.0)
    return math.dist((one[0] + along[0] * share, one[1] + along[1] * share), place)
