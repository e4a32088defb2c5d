"""The switch at the top of 检查对象: enterprises, or their special equipment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.place import Place
from app.widgets.headers import Tab, Tabs

if TYPE_CHECKING:
    from app.screens.desk import Desk


def site_tabs(desk: Desk, current: str) -> Tabs:
    """The switch with one of ``sites`` and ``equipment`` chosen."""
    tabs = Tabs(desk.theme)
    tabs.set_tabs(
        (
            Tab("sites", QCoreApplication.translate("SiteTabs", "Enterprises")),
            Tab("equipment", QCoreApplication.translate("SiteTabs", "Special equipment")),
        ),
        current,
    )
    tabs.chosen.connect(partial(_go, desk))
    return tabs


def _go(desk: Desk, screen: str) -> None:
    desk.go(Place(screen))
