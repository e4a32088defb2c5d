"""Functions on places: points are ``latitude longitude altitude accuracy``."""

import math
from decimal import Decimal
from itertools import pairwise

from forms.expressions.errors import EvaluationError
from forms.expressions.registry import Functions
from forms.expressions.scope import Scope
from forms.expressions.values import NAN, Value, from_float, to_text

FUNCTIONS = Functions()
_EARTH_RADIUS = 6_378_100.0
Point = tuple[float, float]


def _points(values: tuple[Value, ...]) -> list[Point] | None:
    """Latitude and longitude of every point in texts or nodes, or None when one is broken."""
    found: list[Point] = []
    for part in _parts(values):
        point = _point(part)
        if point is None:
            return None
        found.append(point)
    return found


def _parts(values: tuple[Value, ...]) -> list[str]:
    """The text of each point, empty ones left out."""
    texts = [
        text
        for value in values
        for text in (
            [node.text() for node in value] if isinstance(value, list) else [to_text(value)]
        )
    ]
    return [part for part in ";".join(texts).split(";") if part.strip()]


def _point(text: str) -> Point | None:
    try:
        latitude, longitude, *_ = (float(word) for word in text.split())
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return latitude, longitude


@FUNCTIONS.add("area(points)", 1, None, also=("enclosed-area",))
def _area(_scope: Scope, *values: Value) -> Value:
    """The area of a shape on the earth in square metres, to the centimetre."""
    points = _points(values)
    if points is None:
        return NAN if _parts(values)[2:] else Decimal(0)
    if len(points) < 3:
        return Decimal(0)
    if points[0] != points[-1]:
        points.append(points[0])
    total = 0.0
    for (from_lat, from_lon), (to_lat, to_lon) in pairwise(points):
        total += math.radians(to_lon - from_lon) * (
            2 + math.sin(math.radians(from_lat)) + math.sin(math.radians(to_lat))
        )
    return from_float(round(abs(total * _EARTH_RADIUS * _EARTH_RADIUS / 2), 2))


@FUNCTIONS.add("distance(points, …)", 1, None)
def _distance(_scope: Scope, *values: Value) -> Value:
    """The length of a line on the earth in metres, to the centimetre."""
    points = _points(values)
    if points is None:
        raise EvaluationError("distance needs places")
    total = sum(_between(a, b) for a, b in pairwise(points))
    return from_float(round(total, 2))


def _between(one: Point, other: Point) -> float:
    lat1, lat2 = math.radians(one[0]), math.radians(other[0])
    turn = math.radians(other[1] - one[1])
    part = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(turn / 2) ** 2
    )
    return 2 * _EARTH_RADIUS * math.asin(min(1.0, math.sqrt(part)))


@FUNCTIONS.add("geofence(point, shape)", 2, 2)
def _geofence(_scope: Scope, point: Value, shape: Value) -> Value:
    """Whether a point lies inside a shape."""
    where, corners = _points((point,)), _points((shape,))
    if not where or corners == []:
        return False
    if not corners or len(corners) < 3 or corners[0] != corners[-1]:
        raise EvaluationError("geofence needs a closed shape")
    (latitude, longitude) = where[0]
    inside = False
    for (lat1, lon1), (lat2, lon2) in pairwise(corners):
        crosses = (lat1 > latitude) != (lat2 > latitude)
        if crosses and longitude < (lon2 - lon1) * (latitude - lat1) / (lat2 - lat1) + lon1:
            inside = not inside
    return inside
