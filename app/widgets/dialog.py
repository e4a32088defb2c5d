"""The frame of every dialogue: title in 16 / 600, body, acts at the right, Escape closes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.focus import FocusRing
from app.widgets.frame import Strip
from app.widgets.labels import Label, Tile


class DialogFrame(QDialog):
    """Put widgets into ``body`` and acts into the footer; show it with ``open()``.

    The result is 1 for the main act and 0 for leaving, as QDialog has it.
    """

    def __init__(
        self, theme: Theme, title: str, *, width: int = 480, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(width)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.title = Label(theme, title, "heading", wrap=True)
        self.body.addWidget(self.title)
        column.addLayout(self.body, 1)
        self._foot = Strip(theme, "sunken", "top")
        self._foot.setFixedHeight(56)
        self._foot.row.addStretch(1)
        column.addWidget(self._foot)
        self._ring = FocusRing(theme, self)
        theme.changed.connect(self.update)

    def add_act(
        self, words: str, kind: str = "secondary", icon: str = "", *, accepts: bool = False
    ) -> Button:
        """Add a button to the footer; ``accepts`` ends the dialogue with 1, else the caller acts.

        A danger button is never the default.
        """
        button = Button(self._theme, words, kind, icon)
        if accepts:
            button.clicked.connect(self.accept)
            button.setDefault(kind != "danger")
        self._foot.row.addWidget(button)
        return button

    def add_leave(self, words: str = "") -> Button:
        """Add the button that leaves everything as it is."""
        button = Button(self._theme, words or self.tr("Cancel"), "secondary")
        button.clicked.connect(self.reject)
        self._foot.row.addWidget(button)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Give back the height Qt took for words wrapped in less width than the frame has."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth() and not event.spontaneous():
            wanted = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), min(self.height(), max(wanted, self.minimumHeight())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("raised"))


class Confirm(DialogFrame):
    """Asks before what cannot be undone: what happens, and the verb that does it."""

    def __init__(  # noqa: PLR0913 - a question has a title, a sentence and a verb
        self,
        theme: Theme,
        title: str,
        sentence: str,
        act: str,
        *,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(12)
        tone = "danger" if danger else "accent"
        tile = Tile(theme, "triangle" if danger else "info", tone)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, sentence, "field", "muted", wrap=True), 1)
        self.body.addLayout(row)
        leave = self.add_leave()
        self.add_act(act, "danger" if danger else "primary", accepts=True)
        if danger:
            leave.setDefault(True)
            leave.setFocus()
