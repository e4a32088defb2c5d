"""The language and the font of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QWidget

from app.shell.fonts import register_fonts
from app.shell.i18n import Languages
from app.shell.style import FAMILY
from app.shell.theme import Theme


class Listener(QWidget):
    """Counts the language changes it is told of."""

    def __init__(self):
        super().__init__()
        self.told = 0

    def changeEvent(self, event):
        self.told += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


@pytest.fixture
def languages(qapp):
    made = Languages(qapp, Path("resources/translations"))
    before = QLocale()
    yield made
    made.use("en")
    QLocale.setDefault(before)


def test_every_widget_is_told_that_the_language_changed(qtbot, languages):
    """The language is changed in the settings without a restart."""
    listener = Listener()
    qtbot.addWidget(listener)
    languages.use("zh_CN")
    qtbot.waitUntil(lambda: listener.told > 0)
    assert QLocale().name() == "zh_CN"


def test_qts_own_words_are_chinese_too(languages):
    """The buttons of a file dialog are Qt's."""
    languages.use("zh_CN")
    chinese = QCoreApplication.translate("QPlatformTheme", "Cancel")
    languages.use("en")
    assert (chinese, QCoreApplication.translate("QPlatformTheme", "Cancel")) == ("取消", "Cancel")


def test_english_tells_one_from_many(languages):
    """What is counted has a singular and a plural, also in the language of the code."""
    languages.use("en")
    counted = [
        QCoreApplication.translate("CasesScreen", "%n open finding(s)", None, number)
        for number in (1, 2)
    ]
    assert counted == ["1 open finding", "2 open findings"]


def test_stretched_words_show_where_the_window_cuts_them(languages, monkeypatch):
    """A development switch: every string twice as long."""
    monkeypatch.setenv("XUNJIAN_TRANS_SCALE", "200")
    languages.use("en")
    assert languages.tr("Print") == "Print·····"
    monkeypatch.delenv("XUNJIAN_TRANS_SCALE")
    languages.use("en")
    assert languages.tr("Print") == "Print"


def test_the_bundled_font_has_the_words_and_the_rare_names(qapp):
    """No box in anybody's name, whatever fonts the machine has."""
    if not list(Path("resources/fonts").glob("NotoSansSC*.[to]tf")):
        pytest.skip("resources/fonts holds no NotoSansSC yet")
    assert FAMILY in register_fonts(Path("resources/fonts"))
    font = Theme("light").font("field")
    assert QFontInfo(font).family() == FAMILY
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    metrics = QFontMetrics(font)
    missing = [
        sign for sign in "监督抽查责令改正䶮㛃𬭚喆堃Aa1" if not metrics.inFontUcs4(ord(sign))
    ]
    assert missing == []


def test_a_folder_without_fonts_is_survived(qapp, tmp_path, caplog):
    """A damaged installation shows boxes but starts."""
    (tmp_path / "NotoSansSC-Regular.ttf").write_bytes(b"not a font")
    assert register_fonts(tmp_path) == ()
    assert "no screen font" in caplog.text
