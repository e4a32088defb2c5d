"""Painting shared by widgets and list delegates, so that the two cannot drift apart."""

# ruff: noqa: PLR0913, PLR0917 - painting needs a place, a role and colours

from bisect import bisect_right
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.shell.theme import Theme

Align = Qt.AlignmentFlag
LEFT = Align.AlignLeft | Align.AlignVCenter
RIGHT = Align.AlignRight | Align.AlignVCenter
CENTRE = Align.AlignCenter
WRAPPED = int(Qt.TextFlag.TextWordWrap)
NEVER_FIRST = "，。；：、？！）》〉」』】〕”’…·,.;:)"  # signs a line does not begin with
FEW = 4  # signs that do not stand alone in a line
NAME_HEAD = 12  # characters of a name that are never elided


def smooth(painter: QPainter) -> None:
    """Switch on what every hand-painted widget wants."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)


def advance(font: QFont, words: str) -> float:
    """How wide words are in a font, in logical pixels."""
    return _advance(font.key(), font.pixelSize(), words)


@lru_cache(maxsize=4096)
def _advance(key: str, pixels: int, words: str) -> float:
    font = QFont()
    font.fromString(key)
    font.setPixelSize(pixels)
    return QFontMetricsF(font).horizontalAdvance(words)


def corners(
    rect: QRectF, top_left: float, top_right: float, bottom_right: float, bottom_left: float
) -> QPainterPath:
    """A rectangle whose corners are rounded one by one."""
    path = QPainterPath()
    path.moveTo(rect.left() + top_left, rect.top())
    path.lineTo(rect.right() - top_right, rect.top())
    path.quadTo(rect.topRight(), rect.topRight() + QPointF(0, top_right))
    path.lineTo(rect.right(), rect.bottom() - bottom_right)
    path.quadTo(rect.bottomRight(), rect.bottomRight() - QPointF(bottom_right, 0))
    path.lineTo(rect.left() + bottom_left, rect.bottom())
    path.quadTo(rect.bottomLeft(), rect.bottomLeft() - QPointF(0, bottom_left))
    path.lineTo(rect.left(), rect.top() + top_left)
    path.quadTo(rect.topLeft(), rect.topLeft() + QPointF(top_left, 0))
    path.closeSubpath()
    return path


def box(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    ground: str,
    edge: str = "",
    radius: float = 6,
    width: float = 1,
    *,
    dashed: bool = False,
) -> None:
    """Paint a rounded box; the edge lies inside the rectangle, "" leaves ground or edge out."""
    painter.save()
    smooth(painter)
    painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    if edge:
        style = Qt.PenStyle.CustomDashLine if dashed else Qt.PenStyle.SolidLine
        pen = QPen(theme.colour(edge), width, style)
        if dashed:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        half = width / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def line(painter: QPainter, theme: Theme, rect: QRectF, meaning: str = "line") -> None:
    """Fill a hairline."""
    painter.fillRect(rect, theme.colour(meaning))


def words(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    text: str,
    role: str = "field",
    meaning: str = "text",
    align: Align = LEFT,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Paint one line of words, elided to the rectangle; returns the width used."""
    font = theme.font(role)
    metrics = QFontMetricsF(font)
    shown = text
    if metrics.horizontalAdvance(text) > rect.width() + 0.5:
        shown = metrics.elidedText(text, elide, rect.width())
    painter.setFont(font)
    painter.setPen(theme.colour(meaning))
    painter.drawText(rect, int(align) | Qt.TextFlag.TextSingleLine, shown)
    return min(metrics.horizontalAdvance(shown), rect.width())


def lines(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    text: str,
    role: str = "field",
    meaning: str = "text",
    *,
    most: int = 2,
) -> None:
    """Paint words in at most so many lines of equal height; only the last one is elided."""
    font = theme.font(role)
    high_of_one = rect.height() / most
    for number in range(most):
        last = number == most - 1
        end = len(text) if last else break_at(font, text, rect.width())
        if number == most - 2:
            end = _even(font, text, rect.width(), end)
        room = QRectF(rect.left(), rect.top() + number * high_of_one, rect.width(), high_of_one)
        shown = text[:end].rstrip()
        words(painter, theme, room, shown if last else shown.removesuffix("·"), role, meaning)
        text = text[end:].lstrip()


def break_at(font: QFont, text: str, wide: float) -> int:
    """How many characters of a text fit into a line; a word or figure is not cut where it can be."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= wide:
        return len(text)
    end = bisect_right(range(len(text)), wide, key=lambda to: metrics.horizontalAdvance(text[:to]))
    end = max(1, end - 1)
    best = end
    while best > end // 2 and (_in_word(text[best - 1], text[best]) or text[best] in NEVER_FIRST):
        best -= 1
    return best if best > end // 2 else end


def _even(font: QFont, text: str, wide: float, end: int) -> int:
    """Where a text breaks into its last two lines: after a middle dot, else not for a few signs."""
    dot = text.rfind("·", 0, end) + 1
    whole = advance(font, text)
    if dot and whole - advance(font, text[:dot]) <= wide:
        return dot
    if len(text) - end < FEW and whole / 2 < wide:
        return break_at(font, text, whole * 2 / 3)
    return end


def _in_word(before: str, after: str) -> bool:
    """Whether a line may not break between two characters."""
    return all(one.isascii() and not one.isspace() for one in (before, after))


def high(font: QFont, text: str, wide: float) -> float:
    """How high words are that break into lines of a width."""
    room = QRectF(0, 0, max(wide, 1.0), 10_000)
    return QFontMetricsF(font).boundingRect(room, WRAPPED, text).height()


def paragraph(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    text: str,
    role: str = "field",
    meaning: str = "text",
    align: Align = LEFT,
) -> None:
    """Paint words that break into lines; ``high`` says how much room they need."""
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(meaning))
    painter.drawText(rect, int(align) | WRAPPED, text)


def arc_ring(
    painter: QPainter, theme: Theme, rect: QRectF, share: float, word: str, rest: str
) -> None:
    """Paint the ring of a clock: a pale circle and the arc of time already used."""
    painter.save()
    smooth(painter)
    ring = rect.adjusted(1.5, 1.5, -1.5, -1.5)
    pen = QPen(theme.colour(rest), 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    pen.setColor(theme.colour(word))
    painter.setPen(pen)
    painter.drawArc(ring, 90 * 16, round(-360 * 16 * min(max(share, 0.0), 1.0)))
    painter.restore()


def progress(painter: QPainter, theme: Theme, rect: QRectF, share: float) -> None:
    """Paint a progress line: a pale track and the accent part, both with round ends."""
    radius = rect.height() / 2
    box(painter, theme, rect, "border", radius=radius)
    if share > 0:
        part = QRectF(rect)
        part.setWidth(max(rect.height(), rect.width() * min(share, 1.0)))
        box(painter, theme, part, "accent", radius=radius)


def row_state(option: QStyleOptionViewItem) -> tuple[bool, bool, bool]:
    """Whether a list row is selected, under the pointer, and focused by the keyboard."""
    state = option.state
    flag = QStyle.StateFlag
    focused = bool(state & flag.State_HasFocus) and bool(state & flag.State_KeyboardFocusChange)
    return bool(state & flag.State_Selected), bool(state & flag.State_MouseOver), focused


def focus_edge(painter: QPainter, theme: Theme, rect: QRectF, radius: float = 6) -> None:
    """Paint the focus ring inside a list row, where nothing outside it may be painted."""
    box(painter, theme, rect.adjusted(1, 1, -1, -1), "", "focus", radius, 2)
