"""A small scale drawing of points on the earth: north is up, a bar tells the scale."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from forms.rules import earth

SIZE = QSize(220, 180)
EMPTY = 88  # pixels high while there is nothing to draw
AIR = 24  # pixels around the drawing, for the numbers
FOOT = 24  # for the bar of the scale
DOT = 3.5
NUMBERED = 12  # with more points their numbers would cover the line
BAR = 90  # pixels the bar may have at most
DEGREE = earth.length(((0.0, 0.0), (1.0, 0.0)))  # metres of one degree northwards
LEAST = 20.0  # metres shown at least, so that one point is not a mountain


class Terrain(QWidget):
    """Points joined by a line, or the area inside them; ``set_points`` says which."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: tuple[earth.Point, ...] = ()
        self._closed = False
        self.setFixedSize(SIZE.width(), EMPTY)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_points(self, points: Sequence[earth.Point], *, closed: bool, words: str) -> None:
        """Draw these; ``words`` tell a screen reader what is seen."""
        self._points, self._closed = tuple(points), closed
        self.setAccessibleName(words)
        self.setFixedHeight(SIZE.height() if self._points else EMPTY)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        rect = QRectF(self.rect())
        paint.box(painter, self._theme, rect, "sunken", "border", 6)
        if not self._points:
            words = self.tr("Nothing to draw yet")
            paint.words(painter, self._theme, rect, words, "small", "faint", paint.CENTRE)
            return
        places, scale = laid_out(self._points, rect.adjusted(AIR, AIR, -AIR, -FOOT - 12))
        self._paint_line(painter, places)
        self._paint_dots(painter, places)
        self._paint_north(painter, rect)
        self._paint_bar(painter, rect, scale)

    def _paint_line(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        pen = QPen(self._theme.colour("accent"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if self._closed and len(places) > 2:
            painter.setBrush(self._theme.colour("accentsoft"))
            painter.drawPolygon(QPolygonF(places))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(places))

    def _paint_dots(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        numbered = len(places) <= NUMBERED
        for number, place in enumerate(places, 1):
            first = number == 1
            painter.setPen(QPen(self._theme.colour("accent"), 2 if first else 0))
            painter.setBrush(self._theme.colour("raised" if first else "accent"))
            if numbered or first:
                painter.drawEllipse(place, DOT + first, DOT + first)
            if numbered:
                room = QRectF(place.x() + 6, place.y() - 16, 24, 14)
                paint.words(painter, self._theme, room, str(number), "small", "muted")

    def _paint_north(self, painter: QPainter, rect: QRectF) -> None:
        mark = QRectF(rect.right() - 22, rect.top() + 6, 14, 14)
        self._theme.paint_icon(painter, mark, "chevron-up", "faint")
        room = QRectF(rect.right() - 29, rect.top() + 18, 28, 16)
        paint.words(painter, self._theme, room, self.tr("N"), "small", "faint", paint.CENTRE)

    def _paint_bar(self, painter: QPainter, rect: QRectF, scale: float) -> None:
        metres = round_length(BAR / scale)
        left, low, long = rect.left() + 10, rect.bottom() - 9, metres * scale
        painter.setPen(QPen(QColor(self._theme.colour("muted")), 1.5))
        for start, end in (
            (QPointF(left, low), QPointF(left + long, low)),
            (QPointF(left, low - 3), QPointF(left, low + 3)),
            (QPointF(left + long, low - 3), QPointF(left + long, low + 3)),
        ):
            painter.drawLine(start, end)
        room = QRectF(left + long + 8, low - 9, rect.width() - long - 20, 18)
        paint.words(painter, self._theme, room, distance_words(metres), "small", "muted")


def laid_out(points: Sequence[earth.Point], room: QRectF) -> tuple[list[QPointF], float]:
    """Where the points stand in a rectangle, true to scale, and how many pixels a metre has."""
    north = [latitude for latitude, _ in points]
    middle = (min(north) + max(north)) / 2
    narrow = max(math.cos(math.radians(middle)), 0.01)
    places = [
        QPointF(longitude * narrow * DEGREE, -latitude * DEGREE) for latitude, longitude in points
    ]
    box = QPolygonF(places).boundingRect()
    scale = min(
        room.width() / max(box.width(), LEAST),
        room.height() / max(box.height(), LEAST),
    )
    return [room.center() + (place - box.center()) * scale for place in places], scale


def round_length(most: float) -> float:
    """The longest of 1, 2, 5, 10, 20 … that is no more than so many metres."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most * 1.000001)


def distance_words(metres: float) -> str:
    """A length beside the bar: ``50 m``, ``2 km``."""
    return f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
