"""Errors of the machine on the command line, where there is no screen and nothing was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.sentences import sentence
from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

TERMINAL: Final[Mapping[str, tuple[str, str]]] = {
    "disk-full": (
        QT_TRANSLATE_NOOP("terminal", "The disk is full"),
        QT_TRANSLATE_NOOP(
            "terminal",
            "Free some space on this disk, then run the command again. Nothing that was saved "
            "before was lost.",
        ),
    ),
    "read-only": (
        QT_TRANSLATE_NOOP("terminal", "This folder may not be written"),
        QT_TRANSLATE_NOOP(
            "terminal",
            "Ask for the right to write there, or name another folder, then run the command again. "
            "Nothing in it was changed.",
        ),
    ),
    "no-room-there": (
        QT_TRANSLATE_NOOP("terminal", "This folder cannot be made"),
        QT_TRANSLATE_NOOP(
            "terminal",
            "A file stands in its place or in its path, or a part of the path is missing. Name "
            "another folder. Nothing was changed.",
        ),
    ),
    "no-good-backup": (
        QT_TRANSLATE_NOOP("terminal", "This file is no good backup of these data"),
        QT_TRANSLATE_NOOP(
            "terminal",
            "It is damaged, of other data, or not there. Name another one with --from, or leave "
            "--from out: then the newest good one is taken. The store was left as it is.",
        ),
    ),
    "senseless": (
        QT_TRANSLATE_NOOP("terminal", "The data are damaged: they cannot be read as they should"),
        QT_TRANSLATE_NOOP(
            "terminal",
            "Do not delete anything. Build the store anew from backups and second journal with the "
            "program closed (xunjian restore, then the data folder). Found: {detail}.",
        ),
    ),
}  # fmt: skip


def terminal_sentence(code: str, facts: Mapping[str, object]) -> tuple[str, str]:
    """The bold fact and the sentence for an error code, as they hold on the command line."""
    if code not in TERMINAL:
        return sentence(code, facts)
    bold, body = (QCoreApplication.translate("terminal", part) for part in TERMINAL[code])
    return bold, body.format_map({name: str(value) for name, value in facts.items()})
