"""Errors of the machine as sentences: disk, folder, key, printer, camera."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

MACHINE: Final[Mapping[str, tuple[str, str]]] = {
    "disk-full": (
        QT_TRANSLATE_NOOP("sentences", "The disk is full"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Free some space on this disk, then go on. What was saved before is safe; "
            "what you just typed is still on the screen.",
        ),
    ),
    "read-only": (
        QT_TRANSLATE_NOOP("sentences", "The data folder may not be written"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Ask for the right to write in this folder, or start the program with another one. "
            "Nothing in it was changed.",
        ),
    ),
    "locked": (
        QT_TRANSLATE_NOOP("sentences", "Another program is using the data"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Close the other window or wait until the backup or virus scanner has finished, then "
            "try again. Nothing was lost.",
        ),
    ),
    "corrupt": (
        QT_TRANSLATE_NOOP("sentences", "Part of the data on this disk is damaged"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Do not delete anything. The second journal and the backups hold what was recorded: "
            "the bureau's administrator can rebuild the store from them with the program closed "
            "(xunjian restore, then the data folder).",
        ),
    ),
    "no-copy": (
        QT_TRANSLATE_NOOP("sentences", "There is nothing to restore from"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Neither the second journal nor a backup can be read here. Name a backup kept "
            "elsewhere with --from. The store was left as it is.",
        ),
    ),
    "newer-store": (
        QT_TRANSLATE_NOOP("sentences", "These data were made by a newer version"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Install the newer version of the program to open them. Nothing in them was changed.",
        ),
    ),
    "older-store": (
        QT_TRANSLATE_NOOP("sentences", "These data were made by an earlier version"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Open them once in the program, which brings them up to date. Nothing was changed.",
        ),
    ),
    "wrong-key": (
        QT_TRANSLATE_NOOP("sentences", "The data cannot be unlocked with this key"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Check the password, or log in to this computer as the user who made them. "
            "Nothing in them was changed.",
        ),
    ),
    "not-a-store": (
        QT_TRANSLATE_NOOP("sentences", "This folder holds no inspection data"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Choose the folder that holds store.db, or start with an empty one. "
            "Nothing in the folder was changed.",
        ),
    ),
    "old-sqlite": (
        QT_TRANSLATE_NOOP("sentences", "The database library is too old to be safe"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Found {found}, needed {needed}: install the program again as it is delivered. "
            "The data were not opened.",
        ),
    ),
    "missing-folder": (
        QT_TRANSLATE_NOOP("sentences", "The data folder is not there"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "If it lies on a stick or a network drive, connect it and start again. "
            "Nothing new was begun in its place.",
        ),
    ),
    "too-large": (
        QT_TRANSLATE_NOOP("sentences", "The file is too large"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It has {size}, at most {limit} can be kept. Choose a smaller one. "
            "The record is unchanged.",
        ),
    ),
    "unreadable-file": (
        QT_TRANSLATE_NOOP("sentences", "A file could not be read to its end"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Check the disk or the stick and try again: {path}. Nothing else was touched.",
        ),
    ),
    "second-copy": (
        QT_TRANSLATE_NOOP("sentences", "The program is already open"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Its window was brought to the front; this second copy closes. Nothing was lost.",
        ),
    ),
    "folder-in-use": (
        QT_TRANSLATE_NOOP("sentences", "The data folder is in use on another computer"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Close the program there ({host}), then start again. Nothing was changed.",
        ),
    ),
    "printer-failed": (
        QT_TRANSLATE_NOOP("sentences", "The page did not come out of the printer"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The printer says: {reason}. Check paper and cable and print again, or save the PDF. "
            "The document itself is issued and kept.",
        ),
    ),
    "no-camera": (
        QT_TRANSLATE_NOOP("sentences", "No camera was found"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Connect one, or choose a picture file instead.",
        ),
    ),
    "no-microphone": (
        QT_TRANSLATE_NOOP("sentences", "No microphone was found"),
        QT_TRANSLATE_NOOP(
            "sentences", "Connect one and press again, or choose a recording made elsewhere."
        ),
    ),
    "unknown": (
        QT_TRANSLATE_NOOP("sentences", "Something unexpected went wrong"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What was saved is safe. A report was written to {file}: please hand it to support, "
            "then go on or start the program again.",
        ),
    ),
}
