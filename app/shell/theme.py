"""The theme object: colours, icons and fonts by meaning, light or dark.

Widgets receive it in their constructor, ask by meaning, and repaint on ``changed``.
"""

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from app.shell.style import FAMILY, ROLES, SHEET, TOKENS, TONES, Tone

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
RATIOS = (1.0, 2.0, 3.0)
UNFOLD_MS = 120


@lru_cache(maxsize=256)
def drawing(name: str) -> str:
    """The SVG text of one icon in black.

    Raises:
        LookupError: There is no such icon.
    """
    file = ICONS / f"{name}.svg"
    if not file.is_file():
        message = f"no icon named {name}"
        raise LookupError(message)
    return file.read_text(encoding="utf-8")


def polish(widget: QWidget) -> None:
    """Read the style sheet again after a dynamic property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Theme(QObject):
    """What every colour, icon and font means now.

    Signals:
        changed: Light became dark or the reverse; everything painted by hand must repaint.
    """

    changed = Signal()

    def __init__(self, mode: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self._app: QApplication | None = None
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
        self._dark = self._wants_dark()

    @property
    def dark(self) -> bool:
        """Whether the dark column of the table is in use."""
        return self._dark

    @property
    def mode(self) -> str:
        """``system``, ``light`` or ``dark``, as set."""
        return self._mode

    @property
    def unfold_ms(self) -> int:
        """How long something takes to unfold; 0 when the system asks for less motion."""
        app = self._app
        if app is None or app.platformName() in {"offscreen", "minimal"}:
            return 0
        wanted = app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return UNFOLD_MS if wanted else 0

    def apply(self, app: QApplication) -> None:
        """Give the program its style, palette, font and sheet, and follow the system from now."""
        self._app = app
        app.setStyle("Fusion")
        app.setFont(self.font("field"))
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._dark = self._wants_dark()
        self._dress()

    def set_mode(self, mode: str) -> None:
        """Follow the system (``system``) or stay ``light`` or ``dark``."""
        self._mode = mode
        self._follow()

    def colour(self, meaning: str) -> QColor:
        """The colour of a meaning now.

        Raises:
            KeyError: The table has no such meaning.
        """
        return QColor(TOKENS[meaning][self._dark])

    def on_paper(self, meaning: str) -> QColor:
        """The colour of a meaning on paper and in pictures, the same by day and by night."""
        return QColor(TOKENS[meaning][False])

    def tone(self, name: str) -> Tone:
        """The meanings that make a tone: ``mute accent ok warning danger``."""
        return TONES[name]

    def font(self, role: str) -> QFont:
        """The font of a role, for example ``title`` or ``small``; sizes in logical pixels."""
        pixels, weight = ROLES[role]
        font = QFont(FAMILY)
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def figures(self, role: str) -> QFont:
        """As ``font``, with figures of one width for numbers that change in place."""
        font = self.font(role)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def pixmap(self, name: str, size: int, meaning: str, ratio: float = 1.0) -> QPixmap:
        """One icon tinted in a meaning's colour, ``size`` logical pixels square."""
        colour = self.colour(meaning).name()
        key = (name, size, colour, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, size, colour, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, size: int = 18, meaning: str = "text") -> QIcon:
        """An icon for a control, faint when the control is disabled."""
        icon = QIcon()
        for ratio in RATIOS:
            icon.addPixmap(self.pixmap(name, size, meaning, ratio), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, size, "faint", ratio), QIcon.Mode.Disabled)
        return icon

    def paint_icon(self, painter: QPainter, where: QRectF, name: str, meaning: str) -> None:
        """Paint an icon centred in a rectangle at the size of its shorter side."""
        size = int(min(where.width(), where.height()))
        ratio = painter.device().devicePixelRatioF()
        left = where.center().x() - size / 2
        top = where.center().y() - size / 2
        pixmap = self.pixmap(name, size, meaning, ratio)
        painter.drawPixmap(QRectF(left, top, size, size), pixmap, QRectF(pixmap.rect()))

    def palette(self) -> QPalette:
        """The palette for Fusion, from the same table."""
        palette = QPalette()
        role = QPalette.ColorRole
        for which, meaning in (
            (role.Window, "surface"),
            (role.WindowText, "text"),
            (role.Base, "raised"),
            (role.AlternateBase, "sunken"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.Text, "text"),
            (role.PlaceholderText, "faint"),
            (role.Highlight, "accentsoft"),
            (role.HighlightedText, "accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.Mid, "border"),
            (role.Midlight, "line"),
            (role.Light, "raised"),
            (role.Dark, "strong"),
            (role.Shadow, "edge"),
            (role.ToolTipBase, "raised"),
            (role.ToolTipText, "text"),
            (role.BrightText, "danger"),
            (role.Accent, "accent"),
        ):
            palette.setColor(which, self.colour(meaning))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.colour("faint"))
        return palette

    def style_sheet(self) -> str:
        """The one style sheet with the colours of now."""
        colours = {meaning: self.colour(meaning).name() for meaning in TOKENS}
        for meaning in ("accent", "danger"):
            colour = self.colour(meaning)
            by = colour.lighter if self._dark else colour.darker
            colours[f"{meaning}hover"] = by(108).name()
            colours[f"{meaning}down"] = by(116).name()
        return re.sub(r"\$([a-z]+)", lambda found: colours[found[1]], SHEET)

    def _draw(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        text = drawing(name).replace("#000", colour)
        if size <= 16:
            text = text.replace('stroke-width="1.5"', 'stroke-width="1.7"')
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _wants_dark(self) -> bool:
        if self._mode != "system" or self._app is None:
            return self._mode == "dark"
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _follow(self) -> None:
        dark = self._wants_dark()
        if dark != self._dark:
            self._dark = dark
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        if self._app is not None:
            self._app.setPalette(self.palette())
            self._app.setStyleSheet(self.style_sheet())
