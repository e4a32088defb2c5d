"""The three widths of the window, and the one place that knows where they change."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

DRAWER_BELOW = 1100
NARROW_BELOW = 900


def shape_of(width: int) -> str:
    """``wide``, ``drawer`` (the context panel becomes one) or ``narrow`` (one column)."""
    if width < NARROW_BELOW:
        return "narrow"
    return "drawer" if width < DRAWER_BELOW else "wide"


class Shape(QObject):
    """Watches a window's width in logical pixels.

    Signals:
        changed: The new shape: ``wide``, ``drawer`` or ``narrow``.
    """

    changed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._now = shape_of(window.width())
        window.installEventFilter(self)

    @property
    def now(self) -> str:
        """The shape now."""
        return self._now

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            shape = shape_of(self._window.width())
            if shape != self._now:
                self._now = shape
                self.changed.emit(shape)
        return False
