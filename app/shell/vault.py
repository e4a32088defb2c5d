"""The keys of this device: made once, kept by the system's keyring or in a file of ours."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import logging
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.shell.files import write_whole
from app.shell.keyring_of_system import Ring, RingUnavailableError
from app.shell.wrapping import WrongPassphraseError, unwrap, wrap, wrapped_from

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)
PURPOSE = b"xunjian vault 1"
VERSION = 1


class VaultError(Exception):
    """The keys cannot be had; `code` says why.

    Codes: key-missing, key-damaged, passphrase-needed, passphrase-wrong,
    keyring-unavailable, newer-vault.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of this device; neither is ever shown by `repr`.

    `store_key` is the 256-bit key of the store, `seed` the Ed25519 private key.
    """

    store_key: bytes = field(repr=False)
    seed: bytes = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """Sign with the device's key; 64 bytes (RFC 8032)."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)

    def public_key(self) -> bytes:
        """Return the device's public key, 32 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()

    def key_id(self) -> bytes:
        """Return the first four bytes of the SHA-256 of the public key."""
        return hashlib.sha256(self.public_key()).digest()[:4]


class Vault:
    """Keeps the keys of one store.

    A small JSON file says where they are: in the keyring, in the file itself (mode
    0600), or in the file under a passphrase. Keys are never made anew while that file
    is there: a lost key must be said, not papered over with one that opens nothing.
    """

    def __init__(self, folder: Path, ring: Ring | None) -> None:
        self._path = folder / "vault.json"
        self._ring = ring

    def exists(self) -> bool:
        """Say whether keys were made here before."""
        return self._path.exists()

    def place(self) -> str:
        """Return where the keys are: 'keyring', 'file' or 'passphrase'."""
        return str(self._facts()["place"])

    def create(self, passphrase: str | None = None) -> Keys:
        """Make the keys; raises FileExistsError where there are some, OSError of the disk."""
        if self.exists():
            raise FileExistsError(self._path.name)
        keys = Keys(secrets.token_bytes(32), secrets.token_bytes(32))
        self._keep(keys, passphrase, secrets.token_hex(8))
        return keys

    def restore(self, store_key: bytes, passphrase: str | None = None) -> Keys:
        """Keep a store key read from its recovery code, with a new device key beside it.

        For when the keyring or the key file was lost. The caller first tries the key on
        the store; what is kept here now is replaced.
        """
        keys = Keys(store_key, secrets.token_bytes(32))
        self._keep(keys, passphrase, secrets.token_hex(8))
        return keys

    def open(self, passphrase: str | None = None) -> Keys:
        """Fetch the keys; raises VaultError, and OSError when the file cannot be read."""
        facts = self._facts()
        place = facts["place"]
        if place == "passphrase":
            secret = _unlock(facts, passphrase)
        elif place == "keyring":
            secret = self._from_ring(str(facts["name"]))
        else:
            secret = _decoded(str(facts.get("secret", "")))
        if len(secret) != 64 or not hmac.compare_digest(_check(secret), str(facts["check"])):
            raise VaultError("key-damaged")
        return Keys(secret[:32], secret[32:])

    def set_passphrase(self, new: str | None, current: str | None = None) -> None:
        """Change or remove the passphrase; raises VaultError when `current` is wrong.

        The keys stay the same. The new place is written before the old one is emptied.
        """
        before = self._facts()
        keys = self.open(current)
        self._keep(keys, new, secrets.token_hex(8))
        if before["place"] == "keyring" and self._ring is not None:
            try:
                self._ring.delete(str(before["name"]))
            except RingUnavailableError:
                log.warning("the old key could not be removed from the keyring")

    def keep_note(self, name: str, text: str) -> bool:
        """Keep a short text, such as the anchor of the journal, in the system's keyring."""
        if self._ring is None:
            return False
        try:
            self._ring.set(f"{name}-{self._facts()['check']}", text)
        except RingUnavailableError:
            return False
        return True

    def note(self, name: str) -> str | None:
        """Return a text kept before, or nothing when there is none or no keyring."""
        if self._ring is None:
            return None
        try:
            return self._ring.get(f"{name}-{self._facts()['check']}")
        except RingUnavailableError:
            return None

    def _keep(self, keys: Keys, passphrase: str | None, name: str) -> None:
        secret = keys.store_key + keys.seed
        facts: dict[str, object] = {"version": VERSION, "check": _check(secret)}
        if passphrase:
            facts |= {"place": "passphrase", "lock": wrap(secret, passphrase, PURPOSE).to_facts()}
        elif self._into_ring(name, secret):
            facts |= {"place": "keyring", "name": name}
        else:
            facts |= {"place": "file", "secret": base64.b64encode(secret).decode()}
        write_whole(self._path, json.dumps(facts, indent=1).encode(), mode=0o600)

    def _into_ring(self, name: str, secret: bytes) -> bool:
        """Give the keyring the secret and believe it only when it gives it back."""
        if self._ring is None:
            return False
        text = base64.b64encode(secret).decode()
        try:
            self._ring.set(name, text)
            return self._ring.get(name) == text
        except RingUnavailableError:
            log.info("the keyring would not take the key; it is kept in a file")
            return False

    def _from_ring(self, name: str) -> bytes:
        if self._ring is None:
            raise VaultError("keyring-unavailable")
        try:
            text = self._ring.get(name)
        except RingUnavailableError as error:
            raise VaultError("keyring-unavailable") from error
        if text is None:
            raise VaultError("key-missing")
        return _decoded(text)

    def _facts(self) -> dict[str, object]:
        try:
            facts = json.loads(self._path.read_bytes())
        except FileNotFoundError as error:
            raise VaultError("key-missing") from error
        except ValueError as error:
            raise VaultError("key-damaged") from error
        if not isinstance(facts, dict) or not {"version", "place", "check"} <= facts.keys():
            raise VaultError("key-damaged")
        if facts["version"] != VERSION:
            raise VaultError("newer-vault")
        return facts


def _unlock(facts: dict[str, object], passphrase: str | None) -> bytes:
    if not passphrase:
        raise VaultError("passphrase-needed")
    lock = facts.get("lock")
    try:
        wrapped = wrapped_from(lock if isinstance(lock, dict) else {})
        return unwrap(wrapped, passphrase, PURPOSE)
    except ValueError as error:
        raise VaultError("key-damaged") from error
    except WrongPassphraseError as error:
        raise VaultError("passphrase-wrong") from error


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise VaultError("key-damaged") from error


def _check(secret: bytes) -> str:
    """Return a mark by which a damaged or foreign key is noticed; it betrays nothing."""
    return hashlib.sha256(b"xunjian check" + secret).hexdigest()[:12]
