"""What an input method still holds is taken over before the focus moves or a page turns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.widgets.fields import commit_input_method


class Composing(QObject):
    """Watches the widgets below one widget for text still being composed.

    An input method is asked to commit first. Some (ibus, fcitx on a lost connection) drop what they
    hold when the focus moves; then the letters shown are taken over as they are, so that what is
    stored is what was seen.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._held: dict[QObject, str] = {}
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def commit(self) -> None:
        """Take over what is being composed in the widget that has the focus."""
        commit_input_method()
        focus = QApplication.focusWidget()
        if focus is not None:
            self._take_over(focus)

    def _take_over(self, widget: QObject) -> None:
        text = self._held.pop(widget, "")
        if text:
            done = QInputMethodEvent()
            done.setCommitString(text)
            QApplication.sendEvent(widget, done)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if isinstance(watched, QWidget) and self._over.isAncestorOf(watched):
                if event.preeditString():
                    self._held[watched] = event.preeditString()
                else:
                    self._held.pop(watched, None)
        elif kind == QEvent.Type.FocusAboutToChange and watched in self._held:
            commit_input_method()
            self._take_over(watched)
        return False
