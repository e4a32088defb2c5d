"""Handwriting as data: strokes of points with times, and how they are painted."""

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

THIN = 1.4
THICK = 4.2
SLOW = 0.25  # logical px a millisecond: at and below it a stroke is as thick as it gets
FAST = 2.2
LEAST_LENGTH = 24.0
LEAST_SPAN = 12.0
MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a stroke: logical px in the pad, ms since the pad's first touch, pressure.

    ``pressure`` is 0 to 1, or -1 where the device gives none (mouse, most touch screens).
    """

    x: float
    y: float
    t: int
    pressure: float = -1.0


@dataclass(frozen=True, slots=True)
class Ink:
    """A whole signature: the pad's size in logical px and its strokes."""

    width: float
    height: float
    strokes: tuple[tuple[Point, ...], ...] = ()


def bounds(ink: Ink) -> QRectF:
    """The rectangle around all points."""
    points = [point for stroke in ink.strokes for point in stroke]
    if not points:
        return QRectF()
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    return QRectF(left, top, right - left, bottom - top)


def length(stroke: tuple[Point, ...]) -> float:
    """How long a stroke is, in logical px."""
    return sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(stroke))


def is_empty(ink: Ink) -> bool:
    """Whether this is no signature: nothing at all, a dot, or a few dots."""
    span = bounds(ink)
    written = sum(length(stroke) for stroke in ink.strokes)
    return written < LEAST_LENGTH or max(span.width(), span.height()) < LEAST_SPAN


def paint_stroke(painter: QPainter, stroke: tuple[Point, ...], colour: QColor) -> None:
    """Paint one stroke: smooth through the middles of its points, thick where slow or pressed."""
    pen = QPen(colour, THIN)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(stroke) == 1:
        pen.setWidthF(THICK)
        painter.setPen(pen)
        painter.drawPoint(QPointF(stroke[0].x, stroke[0].y))
        return
    start = QPointF(stroke[0].x, stroke[0].y)
    for (before, here), wide in zip(pairwise(stroke), widths(stroke)[1:], strict=True):
        middle = QPointF((before.x + here.x) / 2, (before.y + here.y) / 2)
        path = QPainterPath(start)
        path.quadTo(QPointF(before.x, before.y), middle)
        pen.setWidthF(wide)
        painter.setPen(pen)
        painter.drawPath(path)
        start = middle
    painter.drawLine(start, QPointF(stroke[-1].x, stroke[-1].y))


def widths(stroke: tuple[Point, ...]) -> tuple[float, ...]:
    """How wide a stroke is at each of its points, in logical px: slow or pressed is wide."""
    wide = (THIN + THICK) / 2
    found = [wide]
    for before, here in pairwise(stroke):
        wide += (_wanted(before, here) - wide) * 0.35
        found.append(wide)
    return tuple(found)


def paint_ink(painter: QPainter, ink: Ink, colour: QColor) -> None:
    """Paint a whole signature in the pad's own coordinates."""
    for stroke in ink.strokes:
        paint_stroke(painter, stroke, colour)


def fit(ink: Ink, place: QRectF) -> QTransform:
    """What turns the pad's coordinates into a place on a page, keeping proportions."""
    if ink.width <= 0 or ink.height <= 0:
        return QTransform()
    scale = min(place.width() / ink.width, place.height() / ink.height)
    left = place.center().x() - ink.width * scale / 2
    top = place.center().y() - ink.height * scale / 2
    return QTransform(scale, 0, 0, scale, left, top)


def picture(ink: Ink, colour: QColor, scale: float = 4.0) -> QImage:
    """The signature alone on a clear ground, cut to its strokes, ``scale`` px a logical px."""
    span = bounds(ink).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    size = (span.size() * scale).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-span.topLeft())
    paint_ink(painter, ink, colour)
    painter.end()
    return image


def _wanted(before: Point, here: Point) -> float:
    if here.pressure >= 0:
        return THIN + (THICK - THIN) * min(here.pressure, 1.0)
    far = hypot(here.x - before.x, here.y - before.y)
    speed = far / max(here.t - before.t, 1)
    share = (min(max(speed, SLOW), FAST) - SLOW) / (FAST - SLOW)
    return THICK - (THICK - THIN) * share
