"""The audit on the command line: every break explained in words, and an exit code.

0: everything is whole. 1: something is broken. 2: it could not be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.bootstrap import RESOURCES
from app.screens.sentences import sentence
from app.shell.i18n import Languages
from app.shell.keyring_of_system import SystemRing
from app.shell.vault import Vault, VaultError
from db.anchor import read as read_anchor
from db.audit import Break, Report, audit as audit_store
from db.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path

    from app.shell.vault import Keys

BREAKS: Final[Mapping[str, str]] = {
    "page": QT_TRANSLATE_NOOP(
        "audit", "The database file is damaged: {detail}. Restore it from a backup and the journal."
    ),
    "operation": QT_TRANSLATE_NOOP(
        "audit",
        "Entry {seq} of the journal is not what was written ({how}): somebody or something changed "
        "it afterwards.",
    ),
    "journal-damaged": QT_TRANSLATE_NOOP(
        "audit", "The second journal {path} is damaged from byte {at} on."
    ),
    "journal-differs": QT_TRANSLATE_NOOP(
        "audit", "Entry {seq} differs between the store and the second journal."
    ),
    "journal-missing": QT_TRANSLATE_NOOP(
        "audit", "Entries {first} to {last} are missing in the second journal."
    ),
    "journal-ahead": QT_TRANSLATE_NOOP(
        "audit", "The second journal has entry {seq}, the store has not: the store was set back."
    ),
    "projection": QT_TRANSLATE_NOOP(
        "audit",
        "Table {table}, row {key} does not agree with the journal ({how} {columns}): it was "
        "changed past the program. The journal holds the true values.",
    ),
    "rebuild": QT_TRANSLATE_NOOP("audit", "The tables cannot be made again from the journal: {detail}."),
    "blob-missing": QT_TRANSLATE_NOOP(
        "audit", "The file of a photo or paper is gone ({rec_type} {rec_id}, SHA-256 {sha256})."
    ),
    "blob-damaged": QT_TRANSLATE_NOOP(
        "audit",
        "The file of a photo or paper is not what was kept ({rec_type} {rec_id}, SHA-256 {sha256}).",
    ),
    "document-content": QT_TRANSLATE_NOOP(
        "audit", "The content of {number} is not the one it was issued with."
    ),
    "document-signature": QT_TRANSLATE_NOOP(
        "audit", "The signature of {number} does not fit: it was not issued like this on this device."
    ),
    "document-altered": QT_TRANSLATE_NOOP("audit", "{number} was changed after it had been issued."),
    "number-unaccounted": QT_TRANSLATE_NOOP(
        "audit", "Numbers {lo} to {hi} of the series {series} ({year}) are unaccounted for."
    ),
    "number-without-document": QT_TRANSLATE_NOOP(
        "audit", "Number {number} of the series {series} ({year}) is taken, but there is no document."
    ),
    "anchor": QT_TRANSLATE_NOOP(
        "audit",
        "The store does not agree with the anchor kept outside it ({how}): it may have been set "
        "back to an earlier state.",
    ),
}  # fmt: skip


def explain(found: Break) -> str:
    """A break as a sentence in the language shown now."""
    source = BREAKS.get(found.code, found.code)
    facts = {"columns": "", "how": "", **{name: str(value) for name, value in found.facts.items()}}
    return QCoreApplication.translate("audit", source).format_map(facts)


def audit(folder: Path, language: str = "zh_CN") -> int:
    """Verify the store in ``folder`` (or in ``folder/store``), print what was found."""
    app = QCoreApplication.instance() or QCoreApplication(["xunjian"])
    Languages(app, RESOURCES / "translations").use(language)
    home = folder.parent if folder.name == "store" else folder
    try:
        keys = Vault(home / "keys", SystemRing()).open()
        anchored = read_anchor(home / "anchor.json")
        report = audit_store(
            home / "store", keys.store_key, public_key=_seal_key(keys), anchored=anchored
        )
    except VaultError as error:
        text = QCoreApplication.translate("audit", "The keys are not to be had ({code}).")
        print(text.format(code=error.code))  # noqa: T201 - a command-line answer
        return 2
    except MachineError as error:
        print(*sentence(error.code, error.facts), sep="\n")  # noqa: T201 - as above
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


def _seal_key(keys: Keys) -> bytes:
    from app.services.context import device_seal

    return device_seal(keys.seed).public
