"""Restoring a damaged store on the command line: what was brought back and what is missing.

0: everything is whole. 1: something is missing or still broken. 2: it could not be done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.audit import home_of, keys_of, report_on, speaking, tell
from app.screens.sentences_keys import vault_sentence
from app.screens.sentences_terminal import terminal_sentence
from app.shell.vault import VaultError
from db.connection import open_store
from db.errors import BugError, MachineError
from db.mending import restore as restore_store

if TYPE_CHECKING:
    from pathlib import Path

    from app.shell.vault import Keys
    from db.audit import Report
    from db.mending import Restored

DAMAGE = frozenset(
    {"page", "schema", "writer", "stream-missing", "journal-unlisted", "unreadable"}
    | {"operation", "projection", "rebuild"}
)
"""What building the store anew can mend; photos and papers, for one, it cannot bring back."""

NO_BACKUP = frozenset({"corrupt", "unreadable-file", "not-a-store", "missing-folder"})
"""What is wrong with a file that was named as a backup and is none."""

APART = frozenset(
    {"journal-ahead", "journal-differs", "journal-missing", "journal-damaged", "anchor"}
)
"""What opening the store for writing can mend: it brings store and second journal together."""

BEHIND = frozenset({"journal-ahead", "anchor"})
"""Of these, what says that entries are missing in the store: if it stays, they are looked for."""


def restore(folder: Path, chosen: Path | None = None, language: str = "zh_CN") -> int:
    """Build the store of a folder anew, as ``audit`` takes it, from copies and second journal.

    A store that is sound stays as it is, unless a copy to begin with is ``chosen``.
    """
    with speaking(language):
        return _restore(folder, chosen)


def _restore(folder: Path, chosen: Path | None) -> int:
    try:
        home = home_of(folder)
        keys = keys_of(home)
        if chosen is None and (report := _sound(home, keys)) is not None:
            _say(QCoreApplication.translate("restore", "The store is sound; nothing was replaced."))
            return tell(report)
        reason = QCoreApplication.translate("restore", "Its entry was lost in a damaged store.")
        done = restore_store(home / "store", keys.store_key, chosen=chosen, reason=reason)
        _tell(done)
        audited = tell(report_on(home, keys))
    except VaultError as error:
        _say(*vault_sentence(error.code))
        return 2
    except MachineError as error:
        of_copy = chosen is not None and error.facts.get("path") == str(chosen)
        code = "no-good-backup" if of_copy and error.code in NO_BACKUP else error.code
        where = error.facts.get("path", chosen or folder)
        _say(*terminal_sentence(code, error.facts), where)
        return 2
    except BugError as error:
        _say(*terminal_sentence("senseless", {"detail": str(error)}), folder)
        return 1
    except OSError as error:
        _say(*terminal_sentence("unreadable-file", {}), error)
        return 2
    return 1 if done.gaps or done.unshown or done.voided else audited


def _sound(home: Path, keys: Keys) -> Report | None:
    """The report on a store that needs no building anew, None for a damaged one.

    One whose second journal is ahead, or that is behind its anchor, is opened first: that alone
    brings back what the journal has after its end.

    Raises:
        MachineError: it is not for us to touch, see ``db.connection.open_reader``.
    """
    report = _report(home, keys)
    if report is not None and APART.intersection(one.code for one in report.breaks):
        opened = open_store(home / "store", keys.store_key)
        found = opened.recovered.operations_restored
        opened.close()
        if found:
            brought = QCoreApplication.translate(
                "restore", "Brought back from the second journal: {count} journal entries."
            )
            _say(brought.format(count=found))
        report = _report(home, keys)
        if report is not None and BEHIND.intersection(one.code for one in report.breaks):
            return None
    return report


def _report(home: Path, keys: Keys) -> Report | None:
    try:
        report = report_on(home, keys)
    except MachineError as error:
        if error.code not in {"corrupt", "unreadable-file", "not-a-store"}:
            raise
        return None
    except BugError:
        return None
    return None if DAMAGE.intersection(one.code for one in report.breaks) else report


def _tell(done: Restored) -> None:
    translate = QCoreApplication.translate
    aside = translate("restore", "The damaged store was moved to {folder}; nothing was deleted.")
    _say(aside.format(folder=done.aside))
    if done.copy is None:
        _say(translate("restore", "There was no good backup: begun with an empty store."))
    else:
        begun = translate("restore", "Begun with the backup {file}: {copied} journal entries.")
        _say(begun.format(file=done.copy.name, copied=done.copied))
    brought = translate(
        "restore",
        "Brought back after it, from the second journal and, where that lacks them, from the "
        "damaged database itself: {replayed} journal entries.",
    )
    _say(brought.format(replayed=done.replayed))
    lost = translate("restore", "Missing: entries {first} to {last} of the journal are lost.")
    for gap in done.gaps:
        _say("✗", lost.format(first=gap.first, last=gap.last))
    void = translate(
        "restore",
        "Number {number} of the series {series} ({year}) was used by an entry that is lost; it was "
        "voided and is not given again.",
    )
    for one in done.voided:
        _say("✗", void.format(number=one.number, series=one.series, year=one.year))
    if done.unshown:
        unshown = translate(
            "restore",
            "%n entry(s) kept that cannot be shown: what they change is lost.",
            None,
            done.unshown,
        )
        _say("✗", unshown)


def _say(*parts: object) -> None:
    print(*parts, sep=" " if parts[0] == "✗" else "\n")  # noqa: T201 - a command-line answer
