"""The hub's secret: it signs sessions and tree heads, and makes challenges no one else can make."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from hub import once

BYTES = 32


@dataclass(frozen=True)
class Seal:
    """The secret of 32 bytes and what is derived from it (HKDF's expand step, RFC 5869)."""

    secret: bytes = field(repr=False)

    @cached_property
    def key(self) -> Ed25519PrivateKey:
        """The Ed25519 key the hub signs with."""
        return Ed25519PrivateKey.from_private_bytes(self._derived(b"sign"))

    @cached_property
    def public(self) -> bytes:
        """Its public part, 32 bytes."""
        return self.key.public_key().public_bytes_raw()

    @cached_property
    def box(self) -> X25519PrivateKey:
        """The X25519 key what comes on a stick is sealed to."""
        return X25519PrivateKey.from_private_bytes(self._derived(b"box"))

    @cached_property
    def box_public(self) -> bytes:
        """Its public part, 32 bytes."""
        return self.box.public_key().public_bytes_raw()

    def tag(self, message: bytes) -> bytes:
        """Return a tag of 32 bytes only the hub can make."""
        return hmac.digest(self._derived(b"challenge"), message, hashlib.sha256)

    def _derived(self, purpose: bytes) -> bytes:
        return hmac.digest(self.secret, b"xunjian hub " + purpose + b"\x01", hashlib.sha256)


def read(path: Path) -> Seal:
    """Return the seal in a file, made when there is none; the file is its owner's alone."""
    if not path.exists():
        once.make(path, secrets.token_bytes(BYTES))
    secret = path.read_bytes()
    if len(secret) != BYTES:
        raise ValueError(f"{path} does not hold a secret of {BYTES} bytes")
    return Seal(secret)
