"""The context panel: a column at the right, or a drawer over the screen when it is narrow."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import IconButton
from app.widgets.labels import Label

CONTEXT = 272


class ContextPanel(QWidget):
    """What helps, in a column that scrolls; put widgets into ``body``."""

    def __init__(
        self,
        theme: Theme,
        *,
        width: int = CONTEXT,
        ground: str = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self.setFixedWidth(width)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setAutoFillBackground(False)  # QScrollArea.setWidget switched it on
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(area)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._ground))
        paint.line(painter, self._theme, QRectF(0, 0, 1, self.height()), "border")


class Drawer(QWidget):
    """A panel laid over the right of a screen; F4 and Escape close it.

    Signals:
        closed: The person closed it.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._content: QWidget | None = None
        self._title = Label(theme, title, "heading")
        close = IconButton(theme, "close", self.tr("Close"))
        close.clicked.connect(self.shut)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.setAccessibleName(title)
        over.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def set_content(self, content: QWidget) -> None:
        """Show this panel inside (it is taken over)."""
        self._content = content
        self._column.addWidget(content, 1)
        content.show()

    def take_content(self) -> QWidget | None:
        """Give the panel back, for example to the wide layout."""
        content, self._content = self._content, None
        if content is not None:
            self._column.removeWidget(content)
        return content

    def toggle(self) -> None:
        """Open it, or close it."""
        if self.isVisible():
            self.shut()
        else:
            self._place()
            self.show()
            self.raise_()
            self.setFocus()
            self.focusNextChild()

    def shut(self) -> None:
        """Close it."""
        self.hide()
        self.closed.emit()

    def _place(self) -> None:
        over = self._over
        wide = (self._content.width() if self._content else CONTEXT) + 1
        wide = min(max(wide, CONTEXT), over.width())
        self.setGeometry(over.width() - wide, 0, wide, over.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F4}:
            self.shut()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        paint.line(painter, self._theme, QRectF(0, 0, 1, self.height()), "strong")
