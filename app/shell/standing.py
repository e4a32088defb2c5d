"""Work that waits until a window stands on the screen, so that nobody waits for the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer

from app.shell.marks import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LONGEST: Final = 300
"""Milliseconds after which the work begins even if nothing was painted (a hidden window)."""


def when_standing(window: QWidget, work: Callable[[], object]) -> None:
    """Do the work once, right after the window was first painted."""
    _Watch(window, work)


class _Watch(QObject):
    """Lives as a child of the window until the work is begun."""

    def __init__(self, window: QWidget, work: Callable[[], object]) -> None:
        super().__init__(window)
        self._work = work
        self._begun = False
        window.installEventFilter(self)
        QTimer.singleShot(LONGEST, self, self._begin)

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._work()
            self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self.parent():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._begin)
        return False
