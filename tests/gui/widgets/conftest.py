"""A theme with the bundled fonts for every widget test."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.shell.theme import Theme

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    for file in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@pytest.fixture
def theme(qapp: QApplication, fonts: None):
    made = Theme("light")
    made.apply(qapp)
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect(made._follow)
    qapp.setStyleSheet("")
