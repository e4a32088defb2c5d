"""The bundled screen font, so that no Chinese character is ever a box."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)
FAMILY = "Noto Sans SC"
BASE_SIZE = 14  # pixels at 100 %


def register_fonts(folder: Path) -> tuple[str, ...]:
    """Give Qt the bundled Noto Sans SC files; return the families it found in them.

    Needs a QGuiApplication and must come before the first widget.
    """
    families: list[str] = []
    for path in sorted(folder.glob("NotoSansSC*.[to]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            log.error("the bundled font %s cannot be read", path.name)
            continue
        families += QFontDatabase.applicationFontFamilies(number)
    if not families:
        log.error("no screen font was found beside the program")
    return tuple(dict.fromkeys(families))


def screen_font(size: int = BASE_SIZE) -> QFont:
    """Return the font of the program, `size` pixels high, the same on every machine."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
