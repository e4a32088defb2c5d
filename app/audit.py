"""The audit on the command line: every break explained in words, and an exit code.

0: everything is whole. 1: something is broken. 2: it could not be looked at.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from getpass import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.bootstrap import RESOURCES
from app.screens.breaks import explain
from app.screens.sentences_keys import vault_sentence
from app.screens.sentences_terminal import terminal_sentence
from app.shell.i18n import Languages
from app.shell.keyring_of_system import SystemRing
from app.shell.vault import Vault, VaultError
from db.anchor import read as read_anchor
from db.audit import audit as audit_store
from db.connection import exists
from db.errors import BugError, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.shell.vault import Keys
    from db.audit import Report


def audit(folder: Path, language: str = "zh_CN") -> int:
    """Verify the store in ``folder``, ``folder/store`` or a story's ``folder/home``; say all.

    A password is asked for on the terminal when the keys are locked with one.
    """
    with speaking(language):
        return _audit(folder)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Give a command on the terminal its language while it runs."""
    app = QCoreApplication.instance() or QCoreApplication(["xunjian"])
    languages = Languages(app, RESOURCES / "translations")
    languages.use(language)
    try:
        yield
    finally:
        languages.forget()
        languages.deleteLater()


def _audit(folder: Path) -> int:
    try:
        home = home_of(folder)
        report = report_on(home, keys_of(home))
    except VaultError as error:
        print(*vault_sentence(error.code), sep="\n")  # noqa: T201 - a command-line answer
        return 2
    except MachineError as error:
        where = error.facts.get("path", folder)
        print(*terminal_sentence(error.code, error.facts), where, sep="\n")  # noqa: T201 - as above
        return 1 if error.code == "corrupt" else 2
    except BugError as error:
        found = {"detail": str(error)}
        print(*terminal_sentence("senseless", found), folder, sep="\n")  # noqa: T201 - as above
        return 1
    except OSError as error:
        print(*terminal_sentence("unreadable-file", {}), error, sep="\n")  # noqa: T201 - as above
        return 2
    return tell(report)


def tell(report: Report) -> int:
    """Print a report; returns the exit code."""
    for found in report.breaks:
        print("✗", explain(found))  # noqa: T201 - a command-line answer
    for found in report.notes:
        print("!", explain(found))  # noqa: T201 - as above
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


def report_on(home: Path, keys: Keys) -> Report:
    """Audit the store of a home against the anchor beside it.

    Raises:
        MachineError: it cannot be looked at, see ``db.audit.audit``.
        BugError: the tables make no sense.
        OSError: the anchor cannot be read.
    """
    anchored = read_anchor(home / "anchor.json")
    return audit_store(home / "store", keys.store_key, public_key=seal_key(keys), anchored=anchored)


def home_of(folder: Path) -> Path:
    """The folder that holds keys and store, whichever of the three was named.

    Raises:
        MachineError: ``not-a-store``.
    """
    near = folder.absolute()
    for home in (near.parent,) if near.name == "store" else (near, near / "home"):
        if exists(home / "store") or (home / "store" / "store.db").is_file():
            return home
    raise MachineError("not-a-store", folder=str(folder))


def keys_of(home: Path) -> Keys:
    """The keys of a home; a password is asked for on the terminal.

    Raises:
        VaultError: they cannot be had.
    """
    vault = Vault(home / "keys", SystemRing())
    try:
        return vault.open()
    except VaultError as error:
        if error.code != "passphrase-needed" or not sys.stdin.isatty():
            raise
    asked = QCoreApplication.translate("opening", "Password of this computer's inspection data")
    return vault.open(getpass(f"{asked}: "))


def seal_key(keys: Keys) -> bytes:
    """The public key this device's documents were signed with."""
    from app.services.context import DeviceSeal

    return DeviceSeal(keys.seed).public
