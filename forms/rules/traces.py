"""Lines and areas as text: points half typed, pasted from elsewhere, closed as the standard wants."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from forms.rules import earth

OPEN = "?"  # stands for a part of a point that is not typed yet
MOST_PASTED = 1_000
_LONGEST = 200_000
_DEGREES = re.compile(
    r"""(\d{1,3})\s*[°度]\s*(\d{1,2}(?:\.\d+)?)\s*['′’分]\s*(?:(\d{1,2}(?:\.\d+)?)\s*["″”秒])?"""
)
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,12})?|[+-]?\d{1,7}\.\d{1,12}|[+-]?\d{1,7}")
_BETWEEN = re.compile(r"[\s,，、:：]+|北纬|东经")
_WIDE = str.maketrans("０１２３４５６７８９．－＋；", "0123456789.-+;")


@dataclass(frozen=True, slots=True)
class Typed:
    """A point as it stands in its fields; ``more`` is altitude and accuracy of a measured one."""

    latitude: str = ""
    longitude: str = ""
    more: str = ""

    @property
    def text(self) -> str:
        """The point as stored, "" when nothing is typed."""
        if not self.latitude and not self.longitude:
            return ""
        both = f"{_whole(self.latitude)} {_whole(self.longitude)}"
        return f"{both} {self.more}".rstrip()

    @property
    def where(self) -> earth.Point | None:
        """Where it is, or None while it is no place on the earth."""
        return earth.read_point(self.text)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted text holds: points, or one column of numbers, and how many lines neither."""

    points: tuple[Typed, ...] = ()
    column: tuple[str, ...] = ()
    unread: int = 0


def read(value: str, *, closed: bool) -> tuple[Typed, ...]:
    """The points of a stored line; the last of a closed area is its first and left out."""
    points = tuple(_typed(part.split()) for part in value.split(";") if part.strip())
    if closed and len(points) > 2 and _same(points[0], points[-1]):
        return points[:-1]
    return points


def write(points: Iterable[Typed], *, closed: bool) -> str:
    """The stored text of points; a whole area of three or more ends where it began."""
    standing = [point for point in points if point.text]
    whole = closed and len(standing) > 2 and all(point.where for point in standing)
    if whole and not _same(standing[0], standing[-1]):
        standing.append(standing[0])
    return "; ".join(point.text for point in standing)


def put_in(value: str, place: int, point: Typed, *, closed: bool) -> str:
    """A stored line with one more point at a place, or at its end when it has become shorter."""
    points = list(read(value, closed=closed))
    points.insert(min(place, len(points)), point)
    return write(points, closed=closed)


def add(value: str, point: str, *, closed: bool) -> str:
    """A stored line with a measured point at its end."""
    points = read(value, closed=closed)
    return put_in(value, len(points), _typed(point.split()), closed=closed)


def words(value: str, *, closed: bool, chinese: bool) -> str:
    """Well-formed points as they are printed: each in degrees, a line with its length or area."""
    points = read(value, closed=closed)
    places = [place for point in points if (place := point.where) is not None]
    if len(places) != len(points):
        return value
    shown = [
        _degree_words(point, place, chinese=chinese)
        for point, place in zip(points, places, strict=True)
    ]
    if len(places) == 1:
        return shown[0]
    size = earth.area(places) if closed else earth.length(places)
    if chinese:
        told = f"面积{size:,.1f}平方米" if closed else f"长{size:,.1f}米"
        return f"{'；'.join(shown)}（{told}）"
    return f"{'; '.join(shown)} ({size:,.1f} {'m²' if closed else 'm'})"


def _degree_words(point: Typed, place: earth.Point, *, chinese: bool) -> str:
    north, east = place[0] >= 0, place[1] >= 0
    latitude, longitude = (part.lstrip("+-") for part in (point.latitude, point.longitude))
    if chinese:
        return f"{'北' if north else '南'}纬{latitude}°{'东' if east else '西'}经{longitude}°"
    return f"{latitude}°{'N' if north else 'S'} {longitude}°{'E' if east else 'W'}"


def pasted(text: str) -> Pasted:
    """The points in a text of one point a line, or in one column of a spreadsheet.

    Degrees may be decimal or with minutes and seconds. A line that begins with what can only be
    a longitude is turned round.
    """
    lines = [
        line
        for line in re.split(r"[\n\r;\u2028]+", text[:_LONGEST].translate(_WIDE))
        if line.strip()
    ]
    words = [_words(line) for line in lines]
    numbers = [found for found in words if found]
    if len(numbers) > 1 and all(len(found) == 1 for found in numbers):
        column = tuple(found[0] for found in numbers)[:MOST_PASTED]
        return Pasted(column=column, unread=len(lines) - len(column))
    points = [point for found in numbers if (point := _point(found)) is not None][:MOST_PASTED]
    return Pasted(tuple(points), unread=len(lines) - len(points))


def _whole(part: str) -> str:
    """A part without what would end it; nothing stands for itself."""
    return "".join(part.split()).replace(";", ",") or OPEN


def _typed(words: list[str]) -> Typed:
    latitude, longitude, *more = (*words, OPEN, OPEN) if len(words) < 2 else words
    parts = [part if part != OPEN else "" for part in (latitude, longitude)]
    return Typed(parts[0], parts[1], " ".join(more) if len(words) > 2 else "")


def _same(one: Typed, other: Typed) -> bool:
    return (one.latitude, one.longitude) == (other.latitude, other.longitude)


def _words(line: str) -> list[str]:
    """The numbers of a line; none when there is anything else in it."""
    plain = _DEGREES.sub(_decimal, line)
    parts = [part.strip("°NEne") for part in _BETWEEN.split(plain)]
    parts = [part for part in parts if part]
    return parts if all(_NUMBER.fullmatch(part) for part in parts) else []


def _decimal(found: re.Match[str]) -> str:
    degrees, minutes, seconds = (float(part or 0) for part in found.groups())
    return f" {degrees + minutes / 60 + seconds / 3600:.7f}".rstrip("0").rstrip(".") + " "


def _point(words: list[str]) -> Typed | None:
    if not 2 <= len(words) <= 4:
        return None
    if abs(float(words[0])) > 90 >= abs(float(words[1])):
        words = [words[1], words[0], *words[2:]]
    point = _typed(words)
    return point if point.where else None
