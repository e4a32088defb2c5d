"""A signature on its way: from the pad's points to kept strokes, and back to a small picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from app.services import ink as kept
from app.widgets import ink as hand

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

MARGIN = 8.0  # logical px of the pad left around what was written
HIGH = 120  # pixels of a small picture, before it is cut to its strokes


def kept_ink(drawn: hand.Ink, name: str, colour: QColor) -> kept.Ink:
    """What was drawn on the pad as it is kept: strokes in a box one unit high, and a PNG.

    The box is cut to what was written, so that it fills its place on the page.
    """
    span = hand.bounds(drawn).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    high = span.height()
    strokes = tuple(
        tuple(
            ((point.x - span.left()) / high, (point.y - span.top()) / high, wide / high)
            for point, wide in zip(stroke, hand.widths(stroke), strict=True)
        )
        for stroke in drawn.strokes
    )
    return kept.Ink(name.strip(), strokes, span.width() / high, _png(hand.picture(drawn, colour)))


def small_picture(text: str, colour: QColor) -> QImage | None:
    """Kept strokes as a picture cut to what was written; None when there are none."""
    strokes, _aspect = kept.from_text(text)
    points = [point for stroke in strokes for point in stroke]
    if not points:
        return None
    left, right = min(p[0] for p in points) - 0.04, max(p[0] for p in points) + 0.04
    top, bottom = min(p[1] for p in points) - 0.04, max(p[1] for p in points) + 0.04
    span = QRectF(left, top, right - left, bottom - top)
    scale = HIGH / span.height()
    image = QImage(
        max(1, round(span.width() * scale)), HIGH, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-span.topLeft())
    pen = QPen(colour, 0.035)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in filter(None, strokes):
        path = QPainterPath(QPointF(*stroke[0][:2]))
        for x, y, _wide in stroke[1:]:
            path.lineTo(x, y)
        painter.drawPath(path)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt a name
    return bytes(buffer.data().data())
