"""What an input method still holds is taken over before the focus moves or a page turns."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.widgets.fields import commit_input_method


class Composing(QObject):
    """Watches the widget that has the focus, below one widget, for text still being composed.

    An input method is asked to commit first. Some (ibus, fcitx on a lost connection) drop what they
    hold when the focus moves; then the letters shown are taken over as they are, so that what is
    stored is what was seen.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._watched: QWidget | None = None
        self._held = ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def commit(self) -> None:
        """Take over what is being composed in the widget that has the focus."""
        commit_input_method()
        held, self._held = self._held, ""
        if held and self._watched is not None and shiboken6.isValid(self._watched):
            done = QInputMethodEvent()
            done.setCommitString(held)
            QApplication.sendEvent(self._watched, done)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if new is not None and self._over.isAncestorOf(new) else None
        self._held = ""
        if self._watched is not None:
            self._watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._held = event.preeditString()
        elif event.type() == QEvent.Type.FocusAboutToChange and self._held:
            self.commit()
        return False
