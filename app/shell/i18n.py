"""The language of the window: Chinese unless chosen otherwise, changed while it runs."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from app.shell.marks import override

if TYPE_CHECKING:
    from collections.abc import Mapping

log = logging.getLogger(__name__)
DEFAULT = "zh_CN"


def language_of(environment: Mapping[str, str]) -> str:
    """The language a terminal is read in: English where its locale says so, else Chinese."""
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, named), "").startswith("en") else DEFAULT


class _Stretched(QTranslator):
    """Makes every string longer, to see in development where the window cuts text."""

    def __init__(self, percent: int, parent: QObject) -> None:
        super().__init__(parent)
        self._percent = percent

    @override
    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    @override
    def translate(
        self,
        context: str,  # noqa: ARG002  # Qt's signature
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002  # Qt's signature
        n: int = -1,  # noqa: ARG002  # Qt's signature
    ) -> str:
        return source + "·" * (len(source) * (self._percent - 100) // 100)


class Languages(QObject):
    """Loads the translations; Qt then sends every widget a LanguageChange event."""

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._installed: list[QTranslator] = []
        self._data: list[bytes] = []  # what the translators read from; Qt keeps only its address
        self.language = ""

    def use(self, language: str = DEFAULT) -> bool:
        """Speak this language from now on; False when our words for it are missing.

        Qt's own words come first, ours after them, so ours win. Where a sentence has
        no translation its English source is shown.
        """
        self.forget()
        QLocale.setDefault(QLocale(language))
        self.language = language
        qt_words = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(qt_words / f"qtbase_{language}.qm")
        ours = [self._install(path) for path in sorted(self._folder.glob(f"*{language}.qm"))]
        self._stretch()
        if not any(ours):
            log.info("there are no translations for %s", language)
        return any(ours) or language.startswith("en")

    def forget(self) -> None:
        """Take our words out of the application again, as when the program ends."""
        while self._installed:
            self._app.removeTranslator(self._installed.pop())
        self._data.clear()

    def _install(self, path: Path) -> bool:
        # From memory: Qt maps a file it loads itself, and dies when an update replaces it.
        data = path.read_bytes() if path.is_file() else b""
        translator = QTranslator(self)
        if not data or not translator.load(data):
            return False
        self._data.append(data)
        self._installed.append(translator)
        return self._app.installTranslator(translator)

    def _stretch(self) -> None:
        percent = os.environ.get("XUNJIAN_TRANS_SCALE", "")
        if percent.isdigit() and int(percent) > 100:
            translator = _Stretched(int(percent), self)
            self._installed.append(translator)
            self._app.installTranslator(translator)
