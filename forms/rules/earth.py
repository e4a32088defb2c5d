"""Places on the earth: points read from text and written as text, lengths and areas."""

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
_RADIUS = 6_378_100.0  # metres


def read_point(text: str) -> Point | None:
    """Latitude and longitude of ``latitude longitude altitude accuracy``, or None."""
    try:
        latitude, longitude, *_ = (float(word) for word in text.split())
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return latitude, longitude


def point_text(
    latitude: float, longitude: float, altitude: float | None, accuracy: float | None
) -> str:
    """A measured point as XForm text, to the centimetre; an unknown altitude before a known accuracy is 0."""
    parts = [_short(latitude, 7), _short(longitude, 7)]
    if accuracy is not None:
        parts += [_short(altitude or 0.0, 1), _short(accuracy, 1)]
    elif altitude is not None:
        parts.append(_short(altitude, 1))
    return " ".join(parts)


def _short(number: float, digits: int) -> str:
    return f"{number + 0.0:.{digits}f}".rstrip("0").rstrip(".")


def length(points: Sequence[Point]) -> float:
    """The length of a line in metres, to the centimetre."""
    return round(sum(_between(a, b) for a, b in pairwise(points)), 2)


def area(points: Sequence[Point]) -> float:
    """The area of a shape in square metres; it is closed first where it is open."""
    if len(points) < 3:
        return 0.0
    corners = [*points, points[0]] if points[0] != points[-1] else points
    total = 0.0
    for (from_lat, from_lon), (to_lat, to_lon) in pairwise(corners):
        total += math.radians(to_lon - from_lon) * (
            2 + math.sin(math.radians(from_lat)) + math.sin(math.radians(to_lat))
        )
    return round(abs(total * _RADIUS * _RADIUS / 2), 2)


def _between(one: Point, other: Point) -> float:
    lat1, lat2 = math.radians(one[0]), math.radians(other[0])
    turn = math.radians(other[1] - one[1])
    part = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(turn / 2) ** 2
    )
    return 2 * _RADIUS * math.asin(min(1.0, math.sqrt(part)))
