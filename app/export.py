"""The export on the command line: the records of a form in a plain file, and an exit code.

0: the file is written. 2: it could not be; then there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.audit import home_of, keys_of, speaking
from app.screens.export_words import titles
from app.screens.sentences_keys import vault_sentence
from app.screens.sentences_terminal import terminal_sentence
from app.services.errors import Refused
from app.services.export import Wanted
from app.services.export import export as write_out
from app.shell.vault import VaultError
from db.connection import open_reader
from db.errors import MachineError
from db.handle import utc_now

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.export import Exported


def export(folder: Path, form_id: str, target: Path, language: str = "zh_CN") -> int:
    """Write the records of a form from the store of a folder, as ``audit`` takes it."""
    with speaking(language):
        return _export(folder, form_id, target, language.partition("_")[0])


def _export(folder: Path, form_id: str, target: Path, language: str) -> int:
    try:
        home = home_of(folder)
        reader = open_reader(home / "store", keys_of(home).store_key)
        try:
            wanted = Wanted(form_id)
            done = write_out(
                reader, wanted, target, now=utc_now(), language=language, titles=titles()
            )
        finally:
            reader.close()
    except VaultError as error:
        _say(*vault_sentence(error.code))
        return 2
    except Refused as error:
        _say(*terminal_sentence(error.code, error.facts))
        return 2
    except MachineError as error:
        _say(*terminal_sentence(error.code, error.facts), error.facts.get("path", folder))
        return 2
    except OSError as error:
        _say(*terminal_sentence("unreadable-file", {}), error)
        return 2
    _tell(done)
    return 0


def _tell(done: Exported) -> None:
    translate = QCoreApplication.translate
    line = translate(
        "export", "Written: {records} records and {rows} rows, of {versions} versions."
    )
    _say(line.format(records=done.records, rows=done.rows, versions=done.versions), *done.files)
    _say(translate("export", "What is written is not encrypted: keep it as you keep the papers."))


def _say(*parts: object) -> None:
    print(*parts, sep="\n")  # noqa: T201 - a command-line answer
