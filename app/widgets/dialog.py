"""The frame of every dialogue: title in 16 / 600, body, acts at the right, Escape closes."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.focus import FocusRing
from app.widgets.frame import Strip
from app.widgets.labels import Label, Tile

FOOT = 56
LEAST = 120  # of the body, in sight at the least


class Page(QWidget):
    """What stands in the body; it may be squeezed to the least its layout needs at its width."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        layout = self.layout()
        # Qt asks for the height of words that break in the least width there could be.
        return QSize(least.width(), 0) if layout and layout.hasHeightForWidth() else least

    @override
    def heightForWidth(self, arg__1: int) -> int:
        layout = self.layout()
        return layout.minimumHeightForWidth(arg__1) if layout is not None else -1


class BodyArea(QScrollArea):
    """The body of a dialogue: as high as it wants to be, and scrolled where the screen is lower."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.room = QSize(16_777_215, 16_777_215)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        page.setAutoFillBackground(False)  # setWidget switched it on

    def wanted(self, wide: int, *, least: bool = False) -> int:
        """How high everything in the body is at a width; ``least`` as little as it can be."""
        layout = self._page.layout()
        if layout is None:
            return LEAST
        if layout.hasHeightForWidth():
            return layout.minimumHeightForWidth(wide) if least else layout.totalHeightForWidth(wide)
        return (layout.totalMinimumSize() if least else layout.totalSizeHint()).height()

    @override
    def sizeHint(self) -> QSize:
        wide = self._page.sizeHint().width()
        high = self.wanted(max(wide, self.width()))
        return QSize(wide, high).boundedTo(self.room)

    @override
    def minimumSizeHint(self) -> QSize:
        wide = self._page.minimumSizeHint().width()
        return QSize(wide, self.wanted(max(wide, self.width()), least=True)).boundedTo(self.room)

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(arg__1, arg__2)


class DialogFrame(QDialog):
    """Put widgets into ``body`` and acts into the footer; show it with ``open()``.

    It is never larger than the window it stands over: then its body scrolls, and the acts stay.

    The result is 1 for the main act and 0 for leaving, as QDialog has it.
    """

    def __init__(
        self, theme: Theme, title: str, *, width: int = 480, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        over = parent.window().size() if parent is not None else QSize()
        self.setMinimumWidth(min(width, over.width()) if over.isValid() else width)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        page = Page()
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.title = Label(theme, title, "heading", wrap=True)
        self.body.addWidget(self.title)
        self._scroll = BodyArea(page)
        if over.isValid():
            self._scroll.room = QSize(over.width(), max(LEAST, over.height() - FOOT))
        column.addWidget(self._scroll, 1)
        self._foot = Strip(theme, "sunken", "top")
        self._foot.setFixedHeight(FOOT)
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
        if not event.spontaneous():
            room = self._scroll.room.height() + FOOT
            wanted = min(self._scroll.wanted(self.width()) + FOOT, room)
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
