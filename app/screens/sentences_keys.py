"""Why the keys of the data cannot be had, as sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def vault_sentence(code: str) -> tuple[str, str]:
    """What is wrong with the keys, and what to do."""
    known = {
        "key-missing": translate(
            "opening",
            "The data are here, but the key to them is not. Restore the folder “keys” from the "
            "backup of this computer. Nothing was begun in their place.",
        ),
        "key-damaged": translate(
            "opening",
            "The key file is damaged. Restore the folder “keys” from the backup of this computer.",
        ),
        "keyring-unavailable": translate(
            "opening",
            "The key lies in this system's keyring, which does not answer. Unlock it (log in "
            "again) and start once more.",
        ),
        "newer-vault": translate(
            "opening", "The key was written by a newer version: install that version."
        ),
        "passphrase-needed": translate(
            "opening", "They are locked with a password. Start again in a terminal and type it."
        ),
        "passphrase-wrong": translate(
            "opening", "That is not the password. Nothing was changed; try again."
        ),
    }
    return translate("opening", "The data cannot be unlocked"), known.get(code, code)
