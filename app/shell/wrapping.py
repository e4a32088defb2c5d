"""Locking a secret with a passphrase: Argon2id makes the key, AES-256-GCM locks with it."""

from __future__ import annotations

import base64
import secrets
import unicodedata
from dataclasses import dataclass

# RFC 9106, second recommended option (64 MiB, three passes), with one lane.
TIME_COST = 3
MEMORY_COST = 65_536  # KiB
LANES = 1
_HIGHEST = (20, 1_048_576, 16)  # a file may not ask for more than this of the machine


class WrongPassphraseError(Exception):
    """The passphrase does not open the lock, or the lock was tampered with."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A locked secret and what is needed, besides the passphrase, to open it."""

    salt: bytes
    nonce: bytes
    locked: bytes
    time_cost: int = TIME_COST
    memory_cost: int = MEMORY_COST
    lanes: int = LANES

    def to_facts(self) -> dict[str, str | int]:
        """Return what goes into a JSON file."""
        return {
            "salt": base64.b64encode(self.salt).decode(),
            "nonce": base64.b64encode(self.nonce).decode(),
            "locked": base64.b64encode(self.locked).decode(),
            "time_cost": self.time_cost,
            "memory_cost": self.memory_cost,
            "lanes": self.lanes,
        }


def wrapped_from(facts: dict[str, object]) -> Wrapped:
    """Read what `to_facts` gave; raises ValueError when it is damaged."""
    try:
        costs = tuple(int(str(facts[name])) for name in ("time_cost", "memory_cost", "lanes"))
        salt, nonce, locked = (
            base64.b64decode(str(facts[name]), validate=True)
            for name in ("salt", "nonce", "locked")
        )
    except KeyError as error:
        raise ValueError(f"the lock has no {error}") from error
    if any(not 1 <= cost <= highest for cost, highest in zip(costs, _HIGHEST, strict=True)):
        raise ValueError("the lock asks for too much")
    return Wrapped(salt, nonce, locked, *costs)


def wrap(secret: bytes, passphrase: str, purpose: bytes) -> Wrapped:
    """Lock a secret for a purpose; the same purpose must be named to open it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    empty = Wrapped(secrets.token_bytes(16), secrets.token_bytes(12), b"")
    locked = AESGCM(_key(passphrase, empty)).encrypt(empty.nonce, secret, purpose)
    return Wrapped(empty.salt, empty.nonce, locked)


def unwrap(wrapped: Wrapped, passphrase: str, purpose: bytes) -> bytes:
    """Open a lock; raises WrongPassphraseError. Takes about a tenth of a second."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_key(passphrase, wrapped)).decrypt(wrapped.nonce, wrapped.locked, purpose)
    except InvalidTag as error:
        raise WrongPassphraseError from error


def _key(passphrase: str, wrapped: Wrapped) -> bytes:
    """Derive the 32 byte key; a passphrase typed by another input method is the same one."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        wrapped.salt,
        time_cost=wrapped.time_cost,
        memory_cost=wrapped.memory_cost,
        parallelism=wrapped.lanes,
        hash_len=32,
        type=Type.ID,
    )
