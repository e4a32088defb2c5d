"""Words on the screen that keep their role and colour when the theme changes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint


class Label(QLabel):
    """Plain words in a role and a meaning; ``wrap`` lets them take several lines."""

    def __init__(  # noqa: PLR0913 - words have a role, a colour and a way to break
        self,
        theme: Theme,
        text: str = "",
        role: str = "field",
        meaning: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self._meaning = meaning
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        theme.changed.connect(self._dress)
        self._dress()

    def set_meaning(self, meaning: str) -> None:
        """Take the colour of another meaning."""
        self._meaning = meaning
        self._dress()

    def set_role(self, role: str) -> None:
        """Take the font of another role."""
        self._role = role
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._meaning))
        self.setPalette(palette)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # The style sheet polishes a widget when it gets its window, and puts back the first palette
        # it was given: another meaning set before then would be lost.
        if self.palette().color(QPalette.ColorRole.WindowText) != self._theme.colour(self._meaning):
            self._dress()
        super().showEvent(event)


class Elided(QWidget):
    """One line of words that gives way to its neighbours instead of pushing them.

    The whole text is the accessible name, and the tooltip while it is cut.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "field",
        meaning: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._role = role
        self._meaning = meaning
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.set_text(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_meaning(self, meaning: str) -> None:
        """Take the colour of another meaning."""
        self._meaning = meaning
        self.update()

    @override
    def sizeHint(self) -> QSize:
        font = self._theme.font(self._role)
        return QSize(round(paint.advance(font, self._text) + 1), round(font.pixelSize() * 1.45))

    @override
    def minimumSizeHint(self) -> QSize:
        font = self._theme.font(self._role)
        head = paint.advance(font, self._text[: paint.NAME_HEAD] + "…")
        return QSize(round(min(head, self.sizeHint().width())), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        cut = self.width() < self.sizeHint().width() - 1
        self.setToolTip(self._text if cut else "")
        painter = QPainter(self)
        paint.words(
            painter, self._theme, QRectF(self.rect()), self._text, self._role, self._meaning
        )


class Icon(QWidget):
    """One icon beside its word; it is decoration to a screen reader."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        size: int = 18,
        meaning: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._meaning = meaning
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_icon(self, name: str, meaning: str) -> None:
        """Show another icon."""
        self._name = name
        self._meaning = meaning
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            self._theme.paint_icon(painter, QRectF(self.rect()), self._name, self._meaning)


class Line(QWidget):
    """A hairline, lying or standing."""

    def __init__(
        self,
        theme: Theme,
        meaning: str = "line",
        *,
        standing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meaning = meaning
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.line(QPainter(self), self._theme, QRectF(self.rect()), self._meaning)


class Tile(QWidget):
    """An icon on a soft square of radius 8, or the initial of a person in a circle."""

    def __init__(  # noqa: PLR0913 - a tile is an icon or an initial, a tone and a size
        self,
        theme: Theme,
        icon: str = "",
        tone: str = "accent",
        size: int = 36,
        *,
        initial: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._initial = initial
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_tile(self, icon: str, tone: str, initial: str = "") -> None:
        """Show another icon or initial."""
        self._icon, self._tone, self._initial = icon, tone, initial
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._initial:
            paint_initial(painter, self._theme, rect, self._initial)
        else:
            paint_tile(painter, self._theme, rect, self._icon, self._tone)


def paint_tile(painter: QPainter, theme: Theme, rect: QRectF, icon: str, tone: str) -> None:
    """Paint an icon tile; the icon is half the tile's side, 24 at most."""
    colours = theme.tone(tone)
    paint.box(painter, theme, rect, colours.ground, radius=8)
    side = 24 if rect.width() >= 44 else 18 if rect.width() >= 30 else 16
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    theme.paint_icon(painter, place, icon, colours.word)


def paint_initial(painter: QPainter, theme: Theme, rect: QRectF, initial: str) -> None:
    """Paint the first character of a name in a soft accent circle."""
    paint.box(painter, theme, rect, "accentsoft", radius=rect.width() / 2)
    role = "strong" if rect.width() >= 32 else "small_strong"
    paint.words(painter, theme, rect, initial[:1], role, "accent", paint.CENTRE)
