"""The signature pad for pen, touch and mouse, and the panel around it."""

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import ink as hand
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.ink import Ink, Point
from app.widgets.labels import Label

SIZE = (640, 146)
BASE = 0.73  # the dashed line stands at this share of the height


class SignaturePad(QWidget):
    """Paper in both themes; strokes are kept as points with times.

    Signals:
        inked: The ``Ink`` so far, at every move: the page beside it shows the same strokes.
        changed: A stroke was finished, undone, or all were cleared.
    """

    inked = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self._strokes: list[tuple[Point, ...]] = []
        self._stroke: list[Point] = []
        self._pen_near = False
        self._locked = False
        self._clock = QElapsedTimer()
        self.setMinimumSize(*SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(hint)
        theme.changed.connect(self.update)

    @property
    def ink(self) -> Ink:
        """The strokes so far, the one being written included."""
        strokes = [*self._strokes, tuple(self._stroke)] if self._stroke else self._strokes
        return Ink(float(self.width()), float(self.height()), tuple(strokes))

    @property
    def strokes(self) -> int:
        """How many strokes there are."""
        return len(self._strokes) + bool(self._stroke)

    @property
    def empty(self) -> bool:
        """Whether what is there is no signature: nothing, or a dot."""
        return hand.is_empty(self.ink)

    def clear(self) -> None:
        """Take every stroke away."""
        self._strokes = []
        self._stroke = []
        self._clock.invalidate()
        self._tell()

    def undo(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def set_ink(self, ink: Ink) -> None:
        """Show strokes again, for example after a crash."""
        self._strokes = list(ink.strokes)
        self._stroke = []
        self._tell()

    def set_locked(self, *, locked: bool) -> None:
        """Let nobody write, or everybody again."""
        self._locked = locked

    def _begin(self, place: QPointF, pressure: float) -> None:
        if self._locked:
            return
        if not self._clock.isValid():
            self._clock.start()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._stroke = [self._point(place, pressure)]
        self.inked.emit(self.ink)
        self.update()

    def _move(self, place: QPointF, pressure: float) -> None:
        if self._stroke:
            self._stroke.append(self._point(place, pressure))
            self.inked.emit(self.ink)
            self.update()

    def _end(self) -> None:
        if self._stroke:
            self._strokes.append(tuple(self._stroke))
            self._stroke = []
            self._tell()

    def _point(self, place: QPointF, pressure: float) -> Point:
        x = min(max(place.x(), 0.0), float(self.width()))
        y = min(max(place.y(), 0.0), float(self.height()))
        return Point(x, y, self._clock.elapsed(), pressure)

    def _tell(self) -> None:
        self.inked.emit(self.ink)
        self.changed.emit()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(*SIZE)

    @override
    def event(self, event: QEvent) -> bool:
        touches = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd}
        if event.type() in touches and isinstance(event, QTouchEvent) and not self._pen_near:
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        point = event.points()[0]
        if point.state() == QEventPoint.State.Pressed:
            self._begin(point.position(), -1.0)
        elif point.state() == QEventPoint.State.Released:
            self._end()
        else:
            self._move(point.position(), -1.0)

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._pen_near = True
            self._begin(event.position(), event.pressure())
        elif kind == QEvent.Type.TabletMove:
            self._move(event.position(), event.pressure())
        elif kind == QEvent.Type.TabletRelease:
            self._end()
            self._pen_near = False
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), -1.0)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(event.position(), -1.0)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self._locked:
            self.undo()
        elif event.key() == Qt.Key.Key_Delete and not self._locked:
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        used = self.hasFocus() or bool(self.strokes)
        edge, wide = ("focus", 2.0) if used else ("strong", 1.0)
        paint.box(painter, self._theme, rect, "paper", edge, 8, wide)
        paint.smooth(painter)
        base = round(rect.height() * BASE) + 0.5
        line = QPen(self._theme.colour("strong"), 1, Qt.PenStyle.CustomDashLine)
        line.setDashPattern([4, 3])
        line.setColor(_on_paper(self._theme, 0.3))
        painter.setPen(line)
        painter.drawLine(QPointF(24, base), QPointF(rect.width() - 24, base))
        painter.setFont(self._theme.font("small"))
        painter.setPen(_on_paper(self._theme, 0.62))
        painter.drawText(QRectF(24, base + 6, rect.width() - 48, 20), paint.LEFT, self._hint)
        hand.paint_ink(painter, self.ink, self._theme.colour("ink"))


class SignaturePanel(QWidget):
    """The pad, 重签 at the left, 确认签名 at the right (disabled while the pad is empty).

    Signals:
        confirmed: The ``Ink`` that was confirmed.
        inked: As the pad's.
    """

    confirmed = Signal(object)
    inked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = SignaturePad(theme, self.tr("Sign on the line: pen, touch or mouse"))
        self._again = Button(theme, self.tr("Sign again"), "secondary", "undo")
        self._last = Button(theme, self.tr("Undo last stroke"), "quiet")
        self._count = Label(theme, "", "label", "muted")
        self.confirm = Button(theme, self.tr("Confirm signature"), "primary", "tick")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.pad, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._again)
        row.addWidget(self._last)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.confirm)
        column.addLayout(row)
        self.pad.changed.connect(self._follow)
        self.pad.inked.connect(self.inked)
        self._again.clicked.connect(self.pad.clear)
        self._last.clicked.connect(self.pad.undo)
        self.confirm.clicked.connect(self._confirm)
        self._follow()

    def _follow(self) -> None:
        count = self.pad.strokes
        self.confirm.setEnabled(not self.pad.empty)
        self._again.setEnabled(count > 0)
        self._last.setEnabled(count > 0)
        words = self.tr("%n stroke(s)", None, count) if count else self.tr("Not signed yet")
        if count and self.pad.empty:
            words = self.tr("A dot is not a signature")
        self._count.setText(words)
        self.confirm.setToolTip("" if self.confirm.isEnabled() else words)

    def _confirm(self) -> None:
        if not self.pad.empty:
            self.confirmed.emit(self.pad.ink)


def _on_paper(theme: Theme, share: float) -> QColor:
    colour = theme.colour("ink")
    colour.setAlphaF(share)
    return colour
