"""A hand for the demonstration's lesser names: the middle lines of letter shapes, written fast.

The names the story is about were drawn stroke by stroke and lie in ``resources/demo/story.json``.
Nobody's real hand is imitated; the same name always comes out the same.
"""

import hashlib
import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import resources
from forms.facts import Stroke

_FONT = Path(resources.__file__).parent / "fonts" / "NotoSansSC-Regular.ttf"
_SIZE = 44
"""Pixels of the shape whose middle is looked for; a stroke is then three or four wide."""
_AROUND = ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1))
"""The eight neighbours of a pixel, clockwise from the one above."""
_BITS = tuple((1 << n, dx, dy) for n, (dx, dy) in enumerate(_AROUND))
_SHORTEST = 4
_EVERY = 3

Pixel = tuple[int, int]
Line = list[Pixel]


def written(name: str, aspect: float) -> tuple[Stroke, ...]:
    """The strokes of a name as (x, y, width) in a box one unit high and ``aspect`` wide."""
    letters = [letter for letter in name if not letter.isspace()]
    high = min(0.7, (aspect - 0.3) / max(1, len(letters)) / 0.82)
    left = (aspect - high * 0.82 * len(letters)) / 2
    strokes: list[Stroke] = []
    for place, letter in enumerate(letters):
        seed = hashlib.sha256(f"{name}{place}".encode()).digest()
        x = left + place * high * 0.82
        y = (1 - high) / 2 + (seed[0] / 255 - 0.5) * 0.08
        strokes += [_inked(line, seed, (x, y, high)) for line in _lines(letter)]
    return tuple(strokes)


def _inked(line: Line, seed: bytes, box: tuple[float, float, float]) -> Stroke:
    """One line leaned to the right, bent a little, thin where the pen comes and goes."""
    left, top, high = box
    kept = [*line[:-1:_EVERY], line[-1]]
    smooth = [_mean(kept[max(0, n - 1) : n + 2]) for n in range(len(kept))]
    smooth[0], smooth[-1] = kept[0], _past(kept)
    bend, turn = (seed[1] / 255 - 0.5) * 0.05, seed[2] / 40
    points = []
    for number, (px, py) in enumerate(smooth):
        u, v = px / _SIZE, py / _SIZE
        lean = 0.16 * (0.5 - v) + 0.02 * math.sin(v * 5 + turn)
        rise = bend - 0.10 * (u - 0.5) + 0.02 * math.sin(u * 6 + turn)
        at = number / max(1, len(smooth) - 1)
        width = 0.011 + 0.020 * math.sin(math.pi * (0.15 + 0.75 * at))
        points.append((left + high * (u + lean), top + high * (v + rise), width))
    return tuple(
        (round(x, 4), round(min(0.99, max(0.01, y)), 4), round(w, 4)) for x, y, w in points
    )


def _mean(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    count = len(points)
    return sum(x for x, _ in points) / count, sum(y for _, y in points) / count


def _past(line: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Where a fast pen stops: a little beyond the end of the shape."""
    (x0, y0), (x1, y1) = line[-2], line[-1]
    return x1 + (x1 - x0) * 0.4, y1 + (y1 - y0) * 0.4


@lru_cache(maxsize=256)
def _lines(letter: str) -> tuple[Line, ...]:
    """The middle lines of a letter, those higher up and further left first."""
    left = _thinned(_shape(letter))
    lines: list[Line] = []
    while left:
        start = min(left, key=lambda p: (len(_beside(p, left)) != 1, p[1] + p[0] / 2))
        line = _followed(start, left)
        left -= set(line)
        if len(line) >= _SHORTEST:
            lines.append(line)
    return tuple(sorted(lines, key=lambda line: line[0][1] * 2 + line[0][0]))


def _shape(letter: str) -> set[Pixel]:
    """The pixels of a letter."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("L", (_SIZE + 8, _SIZE + 8))
    font = ImageFont.truetype(str(_FONT), _SIZE)
    ImageDraw.Draw(image).text((4, 4), letter, fill=255, font=font, anchor="lt")
    data, width = image.tobytes(), image.width
    return {(n % width, n // width) for n, value in enumerate(data) if value > 110}


def _thinned(shape: set[Pixel]) -> set[Pixel]:
    """The shape worn down from all sides until a line is left (Zhang and Suen, 1984)."""
    found = True
    while found:
        found = False
        for goes in _goes():
            worn = {pixel for pixel in shape if _near(pixel, shape) in goes}
            shape = shape - worn
            found = found or bool(worn)
    return shape


def _near(pixel: Pixel, shape: set[Pixel]) -> int:
    """Which of the eight neighbours are there, one bit each."""
    x, y = pixel
    near = 0
    for bit, dx, dy in _BITS:
        if (x + dx, y + dy) in shape:
            near |= bit
    return near


@lru_cache
def _goes() -> tuple[frozenset[int], frozenset[int]]:
    """The neighbourhoods whose pixel may go, in the two half steps: no line breaks or shortens."""
    corners = (((0, 2, 4), (2, 4, 6)), ((0, 2, 6), (0, 4, 6)))
    first, second = (
        frozenset(bits for bits in range(256) if _may_go(bits, *pair)) for pair in corners
    )
    return first, second


def _may_go(bits: int, first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    near = [bool(bits >> n & 1) for n in range(8)]
    steps = sum(not a and b for a, b in zip(near, [*near[1:], near[0]], strict=True))
    return (
        2 <= sum(near) <= 6
        and steps == 1
        and not all(near[n] for n in first)
        and not all(near[n] for n in second)
    )


def _beside(pixel: Pixel, shape: set[Pixel]) -> list[Pixel]:
    return [p for dx, dy in _AROUND if (p := (pixel[0] + dx, pixel[1] + dy)) in shape]


def _followed(start: Pixel, shape: set[Pixel]) -> Line:
    """A line from its end on, straight through where it crosses another."""
    line, seen = [start], {start}
    while True:
        ahead = [p for p in _beside(line[-1], shape) if p not in seen]
        if not ahead:
            return line
        back = line[max(0, len(line) - 5)]
        here = line[-1]
        way = (here[0] - back[0], here[1] - back[1])
        best = max(ahead, key=lambda p: way[0] * (p[0] - here[0]) + way[1] * (p[1] - here[1]))
        seen.update(ahead)
        line.append(best)
