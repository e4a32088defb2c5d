"""A hand scanner types a code and Enter into whatever has the focus; it is caught here."""

from __future__ import annotations

import time

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.shell.burst import GAP, Burst
from app.shell.marks import override

TAKES_SCANS = "takes_scans"  # property of a field that wants the code as typed text
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Scanner(QObject):
    """Watches the keys that reach the object with the focus, and nothing else.

    In a text field characters appear as they are typed and are taken back when Enter
    shows that they came from a scanner. Elsewhere a letter or digit is held for the
    twentieth of a second that tells a scanner from a person, so that a scanned code
    never presses the keys of a list or of a choice. A field with the property
    `takes_scans` keeps the text and only loses the Enter.

    Signals:
        scanned: the text of the code, a str.
    """

    scanned = Signal(object)

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._burst = Burst()
        self._watched: QObject | None = None
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._replaying = False
        self._offset = 0.0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(GAP)
        self._patience.timeout.connect(self._let_go)
        app.focusObjectChanged.connect(self._watch)
        self._watch(app.focusObject())

    @Slot(QObject)
    def _watch(self, focus: QObject | None) -> None:
        """Follow the focus."""
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focus
        self._burst.clear()
        self._let_go()
        if focus is not None:
            focus.installEventFilter(self)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Take note of one key; True when nobody else should get it."""
        at = self._time_of(event)
        if event.key() in _ENTER:
            return self._enter(watched, at)
        text = event.text()
        if event.isAutoRepeat() or event.modifiers() & _COMMANDS or not text.isprintable():
            self._burst.clear()
            self._let_go()
            return False
        if text:  # a lone Shift has none
            self._burst.add(text, at)
        if not text.isalnum() or text_field(watched) is not None:
            return bool(self._held) and self._hold(watched, event)
        return self._hold(watched, event)

    def _hold(self, watched: QObject, event: QKeyEvent) -> bool:
        self._held.append((watched, event.clone()))
        self._patience.start()
        return True

    def _enter(self, watched: QObject, at: float) -> bool:
        code, raw = self._burst.ended(at), self._burst.raw
        self._burst.clear()
        if not code:
            self._let_go()
            return False
        self._patience.stop()
        self._held.clear()
        if watched.property(TAKES_SCANS):
            return True
        take_back(watched, raw)
        self.scanned.emit(code)
        return True

    @Slot()
    def _let_go(self) -> None:
        """Deliver the keys that were held: a person typed them."""
        self._patience.stop()
        held, self._held = self._held, []
        self._replaying = True
        try:
            for watched, event in held:
                if _can_take_keys(watched):
                    QCoreApplication.sendEvent(watched, event)
        finally:
            self._replaying = False

    def _time_of(self, event: QKeyEvent | None) -> float:
        """Return when a key was pressed, by the system's time stamp where there is one.

        Keys that waited while the window was busy arrive all at once; their stamps tell.
        """
        arrived = time.monotonic() * 1000
        if event is not None and event.timestamp():
            self._offset = event.timestamp() - arrived
        return arrived + self._offset

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys, and at what an input method commits, before the field does."""
        if self._replaying:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            for sign in event.commitString():
                self._burst.add(sign, self._time_of(None))
        return False


def _can_take_keys(watched: QObject) -> bool:
    """Say whether a widget is still there; one that is being deleted is hidden already."""
    if not shiboken6.isValid(watched):
        return False
    return not isinstance(watched, QWidget) or watched.isVisible()


def text_field(watched: QObject) -> QWidget | None:
    """Return the editor that typed characters go into, if they go into one."""
    if isinstance(watched, QLineEdit | QTextEdit | QPlainTextEdit):
        return None if watched.isReadOnly() else watched
    inner = watched.findChild(QLineEdit) if isinstance(watched, QWidget) else None
    return inner if inner is not None and inner.isVisible() else None


def take_back(watched: QObject, raw: str) -> None:
    """Remove from a text field the characters just typed before the cursor."""
    field = text_field(watched)
    if isinstance(field, QLineEdit):
        if field.text()[: field.cursorPosition()].endswith(raw):
            field.cursorBackward(True, len(raw))
            field.del_()
    elif isinstance(field, QTextEdit | QPlainTextEdit):
        cursor = field.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(raw)
        )
        if cursor.selectedText() == raw:
            cursor.removeSelectedText()


def type_plainly(field: QWidget) -> None:
    """Keep the input method out of a field for codes: pinyin would eat a scanner's letters."""
    field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
    )
