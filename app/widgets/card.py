"""Cards: a raised frame with a head, rows parted by hairlines, and an optional bar."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.labels import Label, Line

RADIUS = 8
BAR = 3


class Card(QFrame):
    """Ground, edge and bar are painted here; a style sheet would leak into what lies inside.

    ``set_edge("dangerline", bar="danger")`` makes the unfolded finding,
    ``set_edge("warnline")`` the conflict.
    """

    def __init__(
        self, theme: Theme, *, ground: str = "raised", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._edge = "border"
        self._bar = ""
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        theme.changed.connect(self.update)

    def set_edge(self, edge: str = "border", bar: str = "") -> None:
        """Take another edge, and a bar of 3 at the left ("" for none)."""
        self._edge = edge
        self._bar = bar
        self.update()

    def add_row(self, row: QWidget, *, line: str = "line") -> None:
        """Add a row; a hairline parts it from the one before."""
        if self.body.count():
            self.body.addWidget(Line(self._theme, line))
        self.body.addWidget(row)

    def clear(self) -> None:
        """Take every row away."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self._theme, QRectF(self.rect()), self._ground, self._edge)
        if self._bar:
            paint_bar(painter, self._theme, QRectF(self.rect()), self._bar)


class CardHead(QWidget):
    """The head of a card: title, faint count, words at the right or one link.

    Signals:
        opened: The link was pressed.
    """

    opened = Signal()

    def __init__(  # noqa: PLR0913 - each part of a head may be there or not
        self,
        theme: Theme,
        title: str,
        *,
        count: str = "",
        note: str = "",
        link: str = "",
        link_icon: str = "",
        icon: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8 if link else 16, 0)
        row.setSpacing(8)
        if icon is not None:
            row.addWidget(icon)
        self.title = Label(theme, title, "strong")
        self.count = Label(theme, count, "field", "faint")
        self.note = Label(theme, note, "small", "muted")
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.note)
        self.setMinimumHeight(40)
        self.link: Button | None = None
        if link:
            self.link = Button(theme, link, "link", link_icon)
            self.link.clicked.connect(self.opened)
            row.addWidget(self.link)

    def set_count(self, count: str) -> None:
        """Show another count beside the title."""
        self.count.setText(count)


class SectionHead(QWidget):
    """The line above a card: title in 14 / 600, count, and words at the right.

    Signals:
        toggled: The group was folded or unfolded (only when it may fold).
    """

    toggled = Signal(bool)

    def __init__(  # noqa: PLR0913 - each part of a head may be there or not
        self,
        theme: Theme,
        title: str,
        *,
        count: str = "",
        note: str = "",
        meaning: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(8)
        self.title = Label(theme, title, "strong", meaning)
        quiet = "muted" if meaning == "text" else meaning
        self.count = Label(theme, count, "lead", quiet)
        self.note = Label(theme, note, "small", "muted")
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.note)

    def set_head(self, title: str, count: str = "", note: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.count.setText(count)
        self.note.setText(note)


def paint_card(painter: QPainter, theme: Theme, rect: QRectF, ground: str, edge: str) -> None:
    """Paint the ground and the edge of a card."""
    paint.box(painter, theme, rect, ground, edge, RADIUS - 0.5)


def paint_bar(painter: QPainter, theme: Theme, rect: QRectF, meaning: str) -> None:
    """Paint the 3 px bar at the left edge, clipped to the card's corners."""
    painter.save()
    paint.smooth(painter)
    clip = QPainterPath()
    clip.addRoundedRect(rect, RADIUS, RADIUS)
    painter.setClipPath(clip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), theme.colour(meaning))
    painter.restore()
