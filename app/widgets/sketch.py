"""A sheet to draw on, over a photo or blank: marks in, marks out, and the picture of both."""

from collections.abc import Callable, Sequence
from functools import partial
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.services import sketch
from app.services.sketch import Mark, Point
from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.sketch_history import History

BLANK = (1600, 1000)
"""Pixels of a blank sheet: 16 cm by 10 at 250 an inch."""

LINE = 0.0055
HALO = 2.1
HEAD = 0.034
WORDS = 0.03
NEAR = 0.02
STEP = 0.02
FINE = 0.004
WITHOUT = "erase"


def paint_marks(painter: QPainter, theme: Theme, marks: Sequence[Mark], wide: float) -> None:
    """Paint marks over something ``wide`` across; a pale edge keeps them seen on any photo."""
    paint.smooth(painter)
    for mark in marks:
        colour = theme.on_paper(mark.colour)
        if mark.tool == "text":
            _paint_words(painter, theme, mark, wide, colour)
            continue
        path = _path(mark, wide)
        pen = QPen(theme.on_paper("paper"), max(2.0, LINE * wide) * HALO)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        pen.setColor(colour)
        pen.setWidthF(max(2.0, LINE * wide))
        painter.strokePath(path, pen)


def picture(theme: Theme, ground: QImage | None, marks: Sequence[Mark]) -> QImage:
    """The ground (a blank sheet without one) with the marks on it."""
    if ground is None or ground.isNull():
        made = QImage(*BLANK, QImage.Format.Format_RGB32)
        made.fill(theme.on_paper("paper"))
    else:
        made = ground.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    paint_marks(painter, theme, marks, float(made.width()))
    painter.end()
    return made


class SketchSheet(QWidget):
    """The sheet; pointer or keys: arrows move the cross (Shift: finely), Space begins and ends.

    Signals:
        changed: A mark came or went.
        words_wanted: Words were to be placed, but none are written yet.
    """

    changed = Signal()
    words_wanted = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground: QImage | None = None
        self._history = History()
        self._drawing: Mark | None = None
        self._cross: Point | None = None
        self.tool = "arrow"
        self.colour = "danger"
        self.words = ""
        self.setMinimumSize(480, 300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is drawn now."""
        return self._history.now

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    def set_ground(self, ground: QImage | None) -> None:
        """Draw over this picture; None is a blank sheet."""
        self._ground = ground
        self.update()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Begin with these marks; there is nothing to undo yet."""
        self._history = History(tuple(marks))
        self._tell()

    def undo(self) -> None:
        """Take back the last thing done."""
        self._history.undo()
        self._tell()

    def redo(self) -> None:
        """Do it again."""
        self._history.redo()
        self._tell()

    def clear(self) -> None:
        """Take every mark off; it can be undone."""
        if self.marks:
            self._history.do(())
            self._tell()

    def place(self) -> QRectF:
        """Where the picture stands in the widget."""
        wide, high = self._shape()
        size = QSize(wide, high).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place

    # --- drawing ------------------------------------------------------------------------------

    def _begin(self, place: Point) -> None:
        if self.tool == WITHOUT:
            self._erase(place)
        elif self.tool == "text":
            self._put_words(place)
        else:
            self._drawing = Mark(self.tool, self.colour, (place, place))
        self.update()

    def _move(self, place: Point) -> None:
        mark = self._drawing
        if mark is None:
            return
        kept = mark.points if mark.tool == "line" else mark.points[:1]
        if len(kept) < sketch.MOST_POINTS:
            self._drawing = Mark(mark.tool, mark.colour, (*kept, place))
            self.update()

    def _end(self) -> None:
        mark, self._drawing = self._drawing, None
        if mark is not None and not sketch.is_slip(mark):
            self._add(mark)
        self.update()

    def _put_words(self, place: Point) -> None:
        if self.words.strip():
            self._add(Mark("text", self.colour, (place,), self.words.strip()[: sketch.MOST_WORDS]))
        else:
            self.words_wanted.emit()

    def _erase(self, place: Point) -> None:
        """Take off the newest mark at a place."""
        near = [mark for mark in self.marks if sketch.distance(mark, place) <= NEAR]
        if near:
            gone = max(index for index, mark in enumerate(self.marks) if mark in near)
            self._history.do(self.marks[:gone] + self.marks[gone + 1 :])
            self._tell()

    def _add(self, mark: Mark) -> None:
        if sketch.has_room(self.marks, mark):
            self._history.do((*self.marks, mark))
            self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.update()

    def _shape(self) -> tuple[int, int]:
        if self._ground is None or self._ground.isNull():
            return BLANK
        return self._ground.width(), self._ground.height()

    def _at(self, position: QPointF) -> Point:
        """A place of the widget in widths of the picture, kept inside it."""
        place = self.place()
        x = min(max(position.x() - place.left(), 0.0), place.width())
        y = min(max(position.y() - place.top(), 0.0), place.height())
        return x / place.width(), y / place.width()

    # --- pointer and keys ---------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._cross = None
            self._begin(self._at(event.position()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(self._at(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Left: partial(self._step, -step, 0.0),
            Qt.Key.Key_Right: partial(self._step, step, 0.0),
            Qt.Key.Key_Up: partial(self._step, 0.0, -step),
            Qt.Key.Key_Down: partial(self._step, 0.0, step),
            Qt.Key.Key_Space: self._press,
            Qt.Key.Key_Backspace: self.undo,
        }
        if key == Qt.Key.Key_Escape and self._drawing is not None:
            self._drawing = None
            self.update()
        elif key == Qt.Key.Key_Delete and self._cross is not None:
            self._erase(self._cross)
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _step(self, across: float, down: float) -> None:
        x, y = self._middle()
        wide, high = self._shape()
        self._cross = (min(max(x + across, 0.0), 1.0), min(max(y + down, 0.0), high / wide))
        self._move(self._cross)
        self.update()

    def _press(self) -> None:
        self._cross = self._middle()
        if self._drawing is None:
            self._begin(self._cross)
        else:
            self._end()

    def _middle(self) -> Point:
        wide, high = self._shape()
        return self._cross or (0.5, high / wide / 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("desk"))
        place = self.place()
        if self._ground is None or self._ground.isNull():
            painter.fillRect(place, self._theme.on_paper("paper"))
        else:
            paint.smooth(painter)
            painter.drawImage(place, self._ground, QRectF(self._ground.rect()))
        painter.save()
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        drawing = (self._drawing,) if self._drawing is not None else ()
        paint_marks(painter, self._theme, (*self.marks, *drawing), place.width())
        painter.restore()
        if self.hasFocus() and self._cross is not None:
            self._paint_cross(painter, place)

    def _paint_cross(self, painter: QPainter, place: QRectF) -> None:
        x, y = self._middle()
        middle = place.topLeft() + QPointF(x * place.width(), y * place.width())
        for meaning, wide in (("paper", 4.0), ("ink", 1.5)):
            painter.setPen(QPen(self._theme.on_paper(meaning), wide))
            painter.drawLine(middle - QPointF(14, 0), middle + QPointF(14, 0))
            painter.drawLine(middle - QPointF(0, 14), middle + QPointF(0, 14))


def _path(mark: Mark, wide: float) -> QPainterPath:
    places = [QPointF(x * wide, y * wide) for x, y in mark.points]
    first, last = places[0], places[-1]
    path = QPainterPath(first)
    if mark.tool == "ring":
        path = QPainterPath()
        path.addEllipse(QRectF(first, last).normalized())
    elif mark.tool == "box":
        path = QPainterPath()
        path.addRect(QRectF(first, last).normalized())
    elif mark.tool == "arrow":
        path.lineTo(last)
        turn = atan2(last.y() - first.y(), last.x() - first.x())
        for side in (-1, 1):
            away = turn + pi + side * pi / 7
            path.moveTo(last)
            path.lineTo(last + QPointF(cos(away), sin(away)) * HEAD * wide)
    else:
        for place in places[1:]:
            path.lineTo(place)
    return path


def _paint_words(painter: QPainter, theme: Theme, mark: Mark, wide: float, colour: QColor) -> None:
    font = QFont(theme.font("strong"))
    font.setPixelSize(max(10, round(WORDS * wide)))
    metrics = QFontMetricsF(font)
    corner = QPointF(mark.points[0][0] * wide, mark.points[0][1] * wide)
    size = metrics.size(Qt.TextFlag.TextSingleLine, mark.words)
    room = QRectF(corner, size).adjusted(0, 0, size.height() * 0.6, size.height() * 0.2)
    painter.setPen(QPen(colour, max(1.0, LINE * wide / 2)))
    painter.setBrush(theme.on_paper("paper"))
    painter.drawRoundedRect(room, room.height() / 6, room.height() / 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, mark.words)
