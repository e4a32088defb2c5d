"""What the window remembers between starts: sizes, theme, language, printer, receiver."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from app.shell.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

LANGUAGES = ("zh_CN", "en")
THEMES = ("system", "light", "dark")
SCOPES = ("all", "section", "mine")


@dataclass(frozen=True, slots=True)
class Settings:
    """The remembered choices. Nothing here is evidence and nothing here is secret.

    `receiver` is the serial port on which satellites were last heard. `board` says whose findings
    the rectification shows. `windows` maps a window's
    name to the hex text of its Qt geometry.
    """

    language: str = "zh_CN"
    theme: str = "system"
    scale: float = 1.0
    printer: str = ""
    copies: int = 1
    duplex: bool = False
    camera: str = ""
    receiver: str = ""
    board: str = "all"
    windows: Mapping[str, str] = field(default_factory=dict)


class Config:
    """Holds the remembered choices and writes every change to the disk in one step."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._settings = read_settings(path)

    @property
    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings

    def change(self, **changes: Any) -> Settings:
        """Replace some choices and save; raises TypeError for a name that is none.

        A disk that will not take the file is logged and not fatal: the choices hold
        until the program ends.
        """
        changed = replace(self._settings, **changes)
        if changed != self._settings:
            self._settings = changed
            self._save()
        return changed

    def remember_window(self, name: str, geometry: bytes) -> None:
        """Keep the size and place of a window."""
        self.change(windows={**self._settings.windows, name: geometry.hex()})

    def window(self, name: str) -> bytes | None:
        """Return the remembered geometry of a window."""
        return _bytes_of(self._settings.windows.get(name))

    def _save(self) -> None:
        facts = {part.name: getattr(self._settings, part.name) for part in fields(Settings)}
        text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            write_whole(self._path, text.encode())
        except OSError as error:
            log.warning("the settings could not be saved: %s", error.strerror)


def read_settings(path: Path) -> Settings:
    """Read the remembered choices; what is missing, damaged or unknown takes its default."""
    try:
        facts = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        log.warning("the settings could not be read and start afresh: %s", path.name)
        return Settings()
    if not isinstance(facts, dict):
        return Settings()
    usual = Settings()
    kept = {
        part.name: facts[part.name]
        for part in fields(Settings)
        if part.name in facts and _fits(part.name, facts[part.name], getattr(usual, part.name))
    }
    return replace(usual, **kept)


def _fits(name: str, value: object, usual: object) -> bool:
    """Say whether a value from the file is one this setting can have."""
    allowed: Mapping[str, tuple[str, ...]] = {
        "language": LANGUAGES,
        "theme": THEMES,
        "board": SCOPES,
    }
    if name in allowed:
        return value in allowed[name]
    if isinstance(usual, bool) or isinstance(value, bool):
        return isinstance(usual, bool) and isinstance(value, bool)
    if isinstance(usual, int | float):
        whole = isinstance(usual, int)
        lowest, highest = (1, 99) if whole else (0.5, 3)
        return isinstance(value, int if whole else int | float) and lowest <= value <= highest
    if isinstance(usual, Mapping):
        return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())
    return isinstance(value, str)


def _bytes_of(text: str | None) -> bytes | None:
    try:
        return bytes.fromhex(text) if text else None
    except ValueError:
        return None
