"""The log: a few rotating files, Qt's own messages among ours, and no secrets."""

from __future__ import annotations

import logging
import re
import time
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app.shell.marks import override

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 1_000_000  # bytes a file
FILES = 5

_SECRETS = (
    re.compile(r"\b[0-9a-fA-F]{32,}\b"),  # keys, hashes, ids without hyphens
    re.compile(r"\b[1-9]\d{16}[\dXx]\b"),  # resident identity numbers
    re.compile(r"\b1[3-9]\d{9}\b"),  # mobile telephones
    re.compile(r"(?i)(?<=passphrase=)\S+|(?<=password=)\S+|(?<=key=)\S+"),
)

# Qt messages that mean nothing to us; each with its reason.
_HARMLESS = (
    re.compile(r"^This plugin does not support (propagateSizeHints|raise)"),  # offscreen platform
    re.compile(r"^QSystemTrayIcon::"),  # desktops without a tray
    re.compile(r"^qt\.qpa\.wayland: .*(not supported|does not support)"),  # optional extensions
    re.compile(r"^Could not find the Qt platform theme"),  # desktops Qt has no theme for
    re.compile(
        r"^Using Qt multimedia with FFmpeg|^Couldn.t (load|resolve) (pipewire|va)"
    ),  # choices
    re.compile(r"No RHI backend\. Using CPU conversion"),  # a machine without a graphics card
    re.compile(r"^QPainter::begin: Paint device returned engine == 0"),  # a window of size nought
)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def hide_secrets(text: str) -> str:
    """Replace what looks like a key, an identity number or a telephone by a mark."""
    for pattern in _SECRETS:
        text = pattern.sub("‹hidden›", text)
    return text


class _Formatter(logging.Formatter):
    """Writes UTC times and hides secrets in the message and in the traceback."""

    converter = staticmethod(time.gmtime)
    default_msec_format = "%s.%03dZ"

    @override
    def format(self, record: logging.LogRecord) -> str:
        return hide_secrets(super().format(record))


def start_log(folder: Path, *, verbose: bool = False) -> logging.Handler:
    """Log into `folder`/xunjian.log from now on; return the handler for `stop_log`.

    A folder that cannot be written is no reason not to start: the log then goes nowhere.
    """
    handler: logging.Handler
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "xunjian.log", maxBytes=LIMIT, backupCount=FILES - 1, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(
        _Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    qInstallMessageHandler(log_qt_message)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log and give Qt its own way of speaking back."""
    qInstallMessageHandler(None)
    logging.getLogger().removeHandler(handler)
    handler.close()


def is_harmless(message: str) -> bool:
    """Say whether a Qt message is on the list of those that mean nothing to us."""
    return any(pattern.search(message) for pattern in _HARMLESS)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Send one of Qt's messages through Python's logging."""
    category = getattr(context, "category", None) or "default"
    level = logging.DEBUG if is_harmless(message) else _LEVELS.get(kind, logging.WARNING)
    logging.getLogger(f"qt.{category}").log(level, "%s", message)
