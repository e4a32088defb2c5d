"""Handing a file or a page of the web to the program the desktop has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def open_outside(path: Path) -> bool:
    """Open a file with its usual program; False when the desktop has none for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_page(address: QUrl) -> bool:
    """Open a page of the web with the browser, because the person asked for it."""
    return QDesktopServices.openUrl(address)
