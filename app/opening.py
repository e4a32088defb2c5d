"""Opening the program: keys, passphrase, and every refusal said in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox

from app import bootstrap
from app.screens.sentences import sentence
from app.screens.sentences_keys import vault_sentence
from app.shell.config import Config
from app.shell.keyring_of_system import SystemRing, system_ring
from app.shell.recovery import RecoveryCodeError, key_of_recovery_code
from app.shell.vault import Keys, Vault, VaultError
from db.connection import exists, open_reader
from db.errors import MachineError

translate = QCoreApplication.translate
# Why keys may be gone for good, so that only the code on paper helps.
LOST = frozenset({"key-missing", "key-damaged", "keyring-unavailable"})

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import Program
    from app.shell.crash import CrashLog
    from app.shell.paths import Paths
    from app.shell.single import Claim


def open_program(app: QApplication, paths: Paths, crash: CrashLog) -> Program | None:
    """Build the program, asking for the passphrase if there is one; None when it was refused."""
    theme, languages = bootstrap.dress(app, Config(paths.config))
    try:
        keys = ask_keys(paths)
        if keys is None:
            return None
        return bootstrap.build(app, paths, keys, crash, (theme, languages))
    except VaultError as error:
        refuse(*vault_sentence(error.code))
    except MachineError as error:
        refuse(*sentence(error.code, error.facts))
    except OSError as error:
        refuse(*sentence("read-only", {"reason": error.strerror or ""}))
    return None


def ask_keys(paths: Paths) -> Keys | None:
    """Fetch the keys; asks for the passphrase until it is right or the person gives up.

    Raises:
        VaultError: the keys cannot be had at all.
    """
    vault = Vault(paths.keys, None)
    # The system's keyring is slow to find; it is only looked for when it has something to say.
    ring = SystemRing() if vault.exists() else system_ring()
    passphrase: str | None = None
    hint = ""
    while True:
        try:
            return bootstrap.open_keys(paths, ring, passphrase)
        except VaultError as error:
            if error.code in LOST:
                return ask_recovery(paths, vault, error)
            if error.code not in {"passphrase-needed", "passphrase-wrong"}:
                raise
            if error.code == "passphrase-wrong":
                hint = (
                    translate(
                        "opening", "That is not the password. Nothing was changed; try again."
                    )
                    + "\n"
                )
        asked = hint + translate("opening", "Password of this computer's inspection data")
        title = translate("opening", "Xunjian")
        mode = QLineEdit.EchoMode.Password
        passphrase, given = QInputDialog.getText(None, title, asked, mode)
        if not given:
            return None


def ask_recovery(paths: Paths, vault: Vault, lost: VaultError) -> Keys | None:
    """Offer to type the recovery code; the key is tried on the data before anything is kept.

    Raises:
        VaultError: ``lost`` again, when there are no data to try it on.
    """
    if not exists(paths.store):
        raise lost
    bold, body = vault_sentence(lost.code)
    hint = f"{bold}\n{body}"
    title = translate("opening", "Xunjian")
    while True:
        asked = translate("opening", "{why}\n\nOr type the recovery code kept at the bureau:")
        code, given = QInputDialog.getMultiLineText(None, title, asked.format(why=hint))
        if not given:
            return None
        try:
            key = key_of_recovery_code(code)
            open_reader(paths.store, key).close()
        except RecoveryCodeError as error:
            hint = code_sentence(error.code)
        except MachineError as error:
            if error.code != "wrong-key":
                raise
            hint = translate("opening", "This code belongs to other data. Nothing was changed.")
        else:
            paths.keys.mkdir(mode=0o700, parents=True, exist_ok=True)
            return vault.restore(key)


def code_sentence(code: str) -> str:
    """What is wrong with a recovery code as it was typed."""
    known = {
        "length": translate("opening", "The code has fourteen groups of four signs; count them."),
        "sign": translate("opening", "The code has digits and letters only, never I, L, O or U."),
    }
    wrong = translate("opening", "A sign of the code is not right; compare it with the paper.")
    return known.get(code, wrong)


def refuse_folder(paths: Paths, error: OSError) -> int:
    """Say that the data folder cannot be made or written; returns the exit code."""
    bold, body = sentence("read-only", {"reason": error.strerror or ""})
    refuse(bold, f"{body}\n{paths.home}")
    return 2


def refuse_claim(claim: Claim) -> int:
    """Say why a second copy may not open the same data; returns the exit code."""
    if claim.outcome == "other-machine":
        refuse(*sentence("folder-in-use", {"host": claim.holder}))
    elif claim.outcome == "not-writable":
        refuse(*sentence("read-only", {}))
    else:
        refuse(*sentence("locked", {}))
    return 2


def ask_take_over(claim: Claim) -> bool:
    """Ask whether the copy on another computer is surely not running any more.

    Its lock stays when that computer lost power with the folder on a stick or a network drive.
    """
    bold, _body = sentence("folder-in-use", {"host": claim.holder})
    box = QMessageBox(QMessageBox.Icon.Question, translate("opening", "Xunjian"), bold)
    box.setInformativeText(
        translate(
            "opening",
            "The program on {host} still holds it, or was cut off there. Go on only if it is "
            "surely not running: two programs at once would damage the data.",
        ).format(host=claim.holder)
    )
    leave = box.addButton(translate("opening", "Close"), QMessageBox.ButtonRole.RejectRole)
    go = box.addButton(
        translate("opening", "It is not running: open here"), QMessageBox.ButtonRole.AcceptRole
    )
    box.setDefaultButton(leave)
    box.exec()
    return box.clickedButton() is go


def refuse(bold: str, body: str) -> None:
    """One window with one sentence."""
    box = QMessageBox(QMessageBox.Icon.Warning, translate("opening", "Xunjian"), bold)
    box.setInformativeText(body)
    box.addButton(translate("opening", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
