"""The export on the command line: the records of a form in a plain file, and an exit code.

0: the file is written. 2: it could not be; then there is none.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

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

STEP: Final = 1_000
"""Records between two words on how far the export is."""


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
                reader,
                wanted,
                target,
                now=utc_now(),
                language=language,
                titles=titles(),
                go_on=_progress,
            )
        finally:
            reader.close()
    except KeyboardInterrupt:
        _say(QCoreApplication.translate("export", "Stopped: no file was written."))
        return 2
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


def _progress(done: int) -> bool:
    """Say beside the answer how far it is; whoever stops the command ends it."""
    if done and done % STEP == 0:
        line = QCoreApplication.translate("export", "{count} records so far")
        sys.stderr.write(line.format(count=done) + "\n")
        sys.stderr.flush()
    return True


def _tell(done: Exported) -> None:
    translate = QCoreApplication.translate
    line = translate(
        "export", "Written: {records} records and {rows} rows, of {versions} versions."
    )
    _say(line.format(records=done.records, rows=done.rows, versions=done.versions), *done.files)
    _say(translate("export", "What is written is not encrypted: keep it as you keep the papers."))


def _say(*parts: object) -> None:
    print(*parts, sep="\n")  # noqa: T201 - a command-line answer
