"""Where the program keeps things on this machine."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "xunjian"
MOST_NAME = 80
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # Windows takes none of them


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one installation for one user of the machine."""

    home: Path
    config_dir: Path
    logs: Path

    @property
    def store(self) -> Path:
        """The folder of the encrypted store."""
        return self.home / "store"

    @property
    def keys(self) -> Path:
        """The folder of the key files, used where the system keeps no keys."""
        return self.home / "keys"

    @property
    def anchor(self) -> Path:
        """The file that remembers how far the journal was at the last issue."""
        return self.home / "anchor.json"

    @property
    def config(self) -> Path:
        """The file of window sizes, theme and language."""
        return self.config_dir / "config.json"

    @property
    def crash(self) -> Path:
        """The file a crash writes to."""
        return self.logs / "crash.log"

    @property
    def prints(self) -> Path:
        """The folder where papers are saved when there is no printer."""
        return self.home / "prints"

    @property
    def opened(self) -> Path:
        """The folder of the copies shown in other programs, emptied at start and end."""
        return self.home / "opened"


def find_paths(environment: Mapping[str, str] | None = None) -> Paths:
    """Choose the folders: under XUNJIAN_HOME when set, else where the system wants them."""
    chosen = (os.environ if environment is None else environment).get("XUNJIAN_HOME")
    if chosen:
        home = Path(chosen).expanduser().absolute()
        return Paths(home=home, config_dir=home / "config", logs=home / "logs")
    import platformdirs

    return Paths(
        home=Path(platformdirs.user_data_dir(NAME, appauthor=False)),
        config_dir=Path(platformdirs.user_config_dir(NAME, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(NAME, appauthor=False)),
    )


def make_folders(paths: Paths) -> None:
    """Make the folders, for this user only; raises OSError when the disk will not."""
    for folder in (paths.home, paths.config_dir, paths.logs):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def file_name(title: str) -> str:
    """A title as every system takes it for the name of a file."""
    return _NO_NAME.sub(" ", title).strip(" .")[:MOST_NAME] or "-"
