"""The focus ring: one overlay that follows the keyboard's focus, so that no layout moves."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint

AWAY = 2
WIDE = 2
RADIUS = 8
REACH = AWAY + WIDE
MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}
KEYBOARD = Qt.WidgetAttribute.WA_KeyboardFocusChange


class FocusRing(QWidget):
    """Give it the window; it does the rest.

    A control made of parts is ringed as a whole when its frame has the property ``ring``
    (the radius). Lists paint their own focus row by row.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self._radius = RADIUS
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.follow)
        theme.changed.connect(self.update)

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Go to the widget that has the focus now, if the keyboard brought it there."""
        for widget in self._watched:
            if shiboken6.isValid(widget):  # its page may have gone meanwhile
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        window = self._window
        if new is None or new.window() is not window or not window.testAttribute(KEYBOARD):
            self.hide()
            return
        if isinstance(new, QAbstractItemView):
            self.hide()
            return
        self._target = ring_host(new)
        host = self._target.property("ring")
        self._radius = int(host) if isinstance(host, int) else RADIUS
        walker: QWidget | None = self._target
        while walker is not None:
            walker.installEventFilter(self)
            self._watched.append(walker)
            walker = walker.parentWidget()
        self._place()

    def _place(self) -> None:
        target, window = self._target, self._window
        if target is None or not target.isVisible():
            self.hide()
            return
        rect = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        rect = rect.adjusted(-REACH, -REACH, REACH, REACH)
        self.setGeometry(rect)
        shown = self._shown(target, rect)
        if shown.isEmpty():
            self.hide()
            return
        self.setMask(shown.translated(-rect.topLeft()))
        self.raise_()
        self.show()

    def _shown(self, target: QWidget, rect: QRect) -> QRect:
        """The part of the ring inside every scrolled area the target lies in."""
        window = self._window
        shown = rect
        walker = target.parentWidget()
        while walker is not None and walker is not window:
            if isinstance(walker, QAbstractScrollArea):
                port = walker.viewport()
                inside = QRect(port.mapTo(window, QPoint(0, 0)), port.size())
                shown = shown.intersected(inside.adjusted(-REACH, -REACH, REACH, REACH))
            walker = walker.parentWidget()
        return shown

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and watched is not self:
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        painter.setPen(QPen(self._theme.colour("focus"), WIDE))
        half = WIDE / 2
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, self._radius, self._radius)


def focus_as_by_keyboard(widget: QWidget) -> None:
    """Put the focus on a widget and show the ring, for acts that began on the keyboard."""
    window = widget.window()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    window.setAttribute(KEYBOARD)  # only Tab itself sets it; setFocus takes it away
    for ring in window.findChildren(FocusRing):
        ring.follow(None, QApplication.focusWidget())


def ring_host(widget: QWidget) -> QWidget:
    """The widget the ring goes round: the nearest frame of parts, or the widget itself."""
    walker: QWidget | None = widget
    for _ in range(4):
        if walker is None or walker.isWindow():
            break
        if walker.property("ring"):
            return walker
        walker = walker.parentWidget()
    return widget
