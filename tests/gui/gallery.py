"""Renders every component to PNG, light and dark, to be looked at beside the design's pictures.

``python -m tests.gui.gallery OUT`` writes one picture a page and theme.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.shell.theme import Theme
from app.widgets import focus
from tests.gui.gallery_choices import choices
from tests.gui.gallery_equipment import machines
from tests.gui.gallery_grids import grids
from tests.gui.gallery_media import drawing, media, recorder
from tests.gui.gallery_parts import asked, basics, icons, panels, places, progress
from tests.gui.gallery_rectified import rectified
from tests.gui.gallery_samples import load_fonts
from tests.gui.gallery_screens import fill, issue, sign, today
from tests.gui.gallery_sync import synchronised
from tests.gui.gallery_written import written

PAGES: dict[str, Callable[[Theme], QWidget]] = {
    "basics": basics,
    "icons": icons,
    "today": today,
    "fill": fill,
    "sign": sign,
    "issue": issue,
    "asked": asked,
    "choices": choices,
    "written": written,
    "grids": grids,
    "places": places,
    "panels": panels,
    "media": media,
    "drawing": drawing,
    "recorder": recorder,
    "rectified": rectified,
    "synchronised": synchronised,
    "progress": progress,
    "machines": machines,
}


def main(out: Path, only: str = "") -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    load_fonts()
    theme = Theme("light")
    theme.apply(app)
    out.mkdir(parents=True, exist_ok=True)
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        for name, make in PAGES.items():
            if only and only != name:
                continue
            page = make(theme)
            page.show()
            page.activateWindow()
            QTest.qWait(20)
            if hasattr(page, "third"):
                focus.focus_as_by_keyboard(page.third.verdict)
            QTest.qWait(20)
            page.grab().save(str(out / f"{name}-{mode}.png"))
            page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
