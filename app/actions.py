"""Every command as data: its id, its words, its shortcut and what it does.

Shortcuts, the command list (F1) and tooltips are made from this one table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the program can do; ``words`` is the English source of its name."""

    id: str
    words: str
    keys: str

    def shown(self) -> str:
        """Its name in the language shown now."""
        return QCoreApplication.translate("actions", self.words)


COMMANDS: Final[tuple[Command, ...]] = (
    Command("today", QT_TRANSLATE_NOOP("actions", "Today"), "Ctrl+1"),
    Command("cases", QT_TRANSLATE_NOOP("actions", "Cases"), "Ctrl+2"),
    Command("sites", QT_TRANSLATE_NOOP("actions", "Sites"), "Ctrl+3"),
    Command("documents", QT_TRANSLATE_NOOP("actions", "Documents"), "Ctrl+4"),
    Command("rectify", QT_TRANSLATE_NOOP("actions", "Rectification"), "Ctrl+5"),
    Command("campaigns", QT_TRANSLATE_NOOP("actions", "Campaigns"), "Ctrl+6"),
    Command("samples", QT_TRANSLATE_NOOP("actions", "Samples"), "Ctrl+Shift+5"),
    Command("sync", QT_TRANSLATE_NOOP("actions", "Synchronisation"), "Ctrl+7"),
    Command("settings", QT_TRANSLATE_NOOP("actions", "Settings"), "Ctrl+,"),
    Command("search", QT_TRANSLATE_NOOP("actions", "Search everything"), "Ctrl+K"),
    Command("scan", QT_TRANSLATE_NOOP("actions", "Scan a code"), "Ctrl+B"),
    Command("new", QT_TRANSLATE_NOOP("actions", "New inspection"), "Ctrl+N"),
    Command("spot-check", QT_TRANSLATE_NOOP("actions", "Start a spot check"), "Alt+1"),
    Command("back", QT_TRANSLATE_NOOP("actions", "Back"), "Alt+Left"),
    Command("theme", QT_TRANSLATE_NOOP("actions", "Light or dark"), "Ctrl+Shift+D"),
    Command("language", QT_TRANSLATE_NOOP("actions", "中文 / English"), "Ctrl+Shift+L"),
    Command("keys", QT_TRANSLATE_NOOP("actions", "All shortcuts"), "F1"),
)


def install(window: QWidget, runs: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Give a window every command there is a function for; returns the actions by id."""
    made: dict[str, QAction] = {}
    for command in COMMANDS:
        run = runs.get(command.id)
        if run is None:
            continue
        action = QAction(command.shown(), window)
        action.setObjectName(command.id)
        action.setShortcut(QKeySequence(command.keys))
        action.triggered.connect(run)
        window.addAction(action)
        made[command.id] = action
    return made


def reword(actions: Mapping[str, QAction]) -> None:
    """Name the actions in the language shown now."""
    for command in COMMANDS:
        if command.id in actions:
            actions[command.id].setText(command.shown())


def shortcut_lines() -> tuple[tuple[str, str], ...]:
    """Every command's name and its keys, for the page of shortcuts."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(
        (command.shown(), QKeySequence(command.keys).toString(native)) for command in COMMANDS
    )
