"""Functions on places: points are ``latitude longitude altitude accuracy``."""

from decimal import Decimal
from itertools import pairwise

from forms.expressions.errors import EvaluationError
from forms.expressions.registry import Functions
from forms.expressions.scope import Scope
from forms.expressions.values import NAN, Value, from_float, to_text
from forms.rules import earth

FUNCTIONS = Functions()


def _points(values: tuple[Value, ...]) -> list[earth.Point] | None:
    """Latitude and longitude of every point in texts or nodes, or None when one is broken."""
    found: list[earth.Point] = []
    for part in _parts(values):
        point = earth.read_point(part)
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


@FUNCTIONS.add("area(points)", 1, None, also=("enclosed-area",))
def _area(_scope: Scope, *values: Value) -> Value:
    """The area of a shape on the earth in square metres, to the centimetre."""
    points = _points(values)
    if points is None:
        return NAN if _parts(values)[2:] else Decimal(0)
    return from_float(earth.area(points))


@FUNCTIONS.add("distance(points, …)", 1, None)
def _distance(_scope: Scope, *values: Value) -> Value:
    """The length of a line on the earth in metres, to the centimetre."""
    points = _points(values)
    if points is None:
        raise EvaluationError("distance needs places")
    return from_float(earth.length(points))


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
