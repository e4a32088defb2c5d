"""How loud it is while something is recorded."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint

HIGH = 12
PARTS = 40
LOUD = 0.9
FALL = 0.15


class LevelLine(QWidget):
    """A row of small bars: filled as far as it is loud, the last ones a warning that it clips."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level = 0.0
        self.setFixedHeight(HIGH)
        self.setMinimumWidth(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def level(self) -> float:
        """What is shown, 0 to 1."""
        return self._level

    def set_level(self, level: float) -> None:
        """Show a loudness, 0 to 1; it falls slowly, so that a short sound is seen; 0 at once."""
        self._level = max(level, self._level - FALL) if level else 0.0
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width() / PARTS
        shown = self._level**0.5  # the ear hears ratios: half the height is a quarter as loud
        for part in range(PARTS):
            share = (part + 1) / PARTS
            meaning = "border"
            if share <= shown:
                meaning = "warning" if share > LOUD else "accent"
            room = QRectF(part * wide, 0, wide - 2, HIGH)
            paint.box(painter, self._theme, room, meaning, radius=2)
