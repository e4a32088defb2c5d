"""Every page of the gallery builds in both themes, and nothing in it is nameless or out of reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from tests.gui.gallery import PAGES

pytestmark = pytest.mark.qt_log_ignore(
    "^Couldn.t (load|resolve) ",  # optional libraries of Qt's multimedia
    "^PulseAudioService",  # no sound server here
)


def stops(page: QWidget) -> list[QWidget]:
    """The widgets Tab should reach."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
    ]


def open_page(qtbot, theme, name: str, mode: str = "light") -> QWidget:
    theme.set_mode(mode)
    page = PAGES[name](theme)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_different_in_the_dark(qtbot, theme, name) -> None:
    # Both pages are kept: one that is let go may be collected while the theme tells of its change.
    by_day = open_page(qtbot, theme, name)
    light = by_day.grab().toImage()
    by_night = open_page(qtbot, theme, name, "dark")
    dark = by_night.grab().toImage()
    assert light.pixelColor(5, 5).lightness() > dark.pixelColor(5, 5).lightness()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_an_open_page_changes_with_the_theme(qtbot, theme, name) -> None:
    """A page that is open when evening comes must look like one opened in the evening."""
    page = open_page(qtbot, theme, name)
    theme.set_mode("dark")
    changed = page.grab().toImage()
    again = open_page(qtbot, theme, name, "dark")
    again.resize(page.size())
    assert changed.pixelColor(5, 5) == again.grab().toImage().pixelColor(5, 5)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_stop_has_a_name(qtbot, theme, name) -> None:
    page = open_page(qtbot, theme, name)
    nameless = [
        each
        for each in stops(page)
        if not each.accessibleName()
        and (isinstance(each, QAbstractItemView) or not isinstance(each, QAbstractScrollArea))
    ]
    assert nameless == []


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"icons"}))
def test_tab_reaches_every_stop_in_reading_order(qtbot, theme, name) -> None:
    page = open_page(qtbot, theme, name)
    reached: list[QWidget] = []
    first = page.nextInFocusChain()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(len(stops(page)) + 8):
        page.focusNextPrevChild(True)
        focused = page.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
    missed = [each for each in stops(page) if each not in reached]
    assert missed == []
