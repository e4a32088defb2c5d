"""The audit on the command line: every break explained in words, and an exit code.

0: everything is whole. 1: something is broken. 2: it could not be looked at.
"""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.bootstrap import RESOURCES
from app.screens.breaks import explain
from app.screens.sentences import sentence
from app.screens.sentences_keys import vault_sentence
from app.shell.i18n import Languages
from app.shell.keyring_of_system import SystemRing
from app.shell.vault import Vault, VaultError
from db.anchor import read as read_anchor
from db.audit import audit as audit_store
from db.connection import exists
from db.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path

    from app.shell.vault import Keys
    from db.audit import Report


def audit(folder: Path, language: str = "zh_CN") -> int:
    """Verify the store in ``folder``, ``folder/store`` or a story's ``folder/home``; say all.

    A password is asked for on the terminal when the keys are locked with one.
    """
    app = QCoreApplication.instance() or QCoreApplication(["xunjian"])
    Languages(app, RESOURCES / "translations").use(language)
    try:
        home = _home(folder)
        keys = _keys(home)
        anchored = read_anchor(home / "anchor.json")
        report = audit_store(
            home / "store", keys.store_key, public_key=_seal_key(keys), anchored=anchored
        )
    except VaultError as error:
        print(*vault_sentence(error.code), sep="\n")  # noqa: T201 - a command-line answer
        return 2
    except MachineError as error:
        print(*sentence(error.code, error.facts), folder, sep="\n")  # noqa: T201 - as above
        return 1 if error.code == "corrupt" else 2
    except OSError as error:
        print(*sentence("unreadable-file", {}), error, sep="\n")  # noqa: T201 - as above
        return 2
    return tell(report)


def tell(report: Report) -> int:
    """Print a report; returns the exit code."""
    for found in report.breaks:
        print("✗", explain(found))  # noqa: T201 - a command-line answer
    looked = QCoreApplication.translate(
        "audit",
        "Looked at {operations} journal entries, {frames} in the second journal, {blobs} files and "
        "{documents} issued documents.",
    ).format(
        operations=report.operations,
        frames=report.frames,
        blobs=report.blobs,
        documents=report.documents,
    )
    whole = (
        QCoreApplication.translate("audit", "Everything is whole.")
        if report.whole
        else QCoreApplication.translate("audit", "%n break(s) found.", None, len(report.breaks))
    )
    print(looked)  # noqa: T201 - as above
    print(whole)  # noqa: T201 - as above
    return 0 if report.whole else 1


def _home(folder: Path) -> Path:
    """The folder that holds keys and store, whichever of the three was named.

    Raises:
        MachineError: ``not-a-store``.
    """
    near = folder.absolute()
    for home in (near.parent,) if near.name == "store" else (near, near / "home"):
        if exists(home / "store") or (home / "store" / "store.db").is_file():
            return home
    raise MachineError("not-a-store", folder=str(folder))


def _keys(home: Path) -> Keys:
    vault = Vault(home / "keys", SystemRing())
    try:
        return vault.open()
    except VaultError as error:
        if error.code != "passphrase-needed" or not sys.stdin.isatty():
            raise
    asked = QCoreApplication.translate("opening", "Password of this computer's inspection data")
    return vault.open(getpass(f"{asked}: "))


def _seal_key(keys: Keys) -> bytes:
    from app.services.context import device_seal

    return device_seal(keys.seed).public
