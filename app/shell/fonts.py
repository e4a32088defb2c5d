"""The bundled screen font, so that no Chinese character is ever a box."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)


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
