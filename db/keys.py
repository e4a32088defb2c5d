"""Keys: one random 256-bit store key, and the keys derived from it for each purpose."""

import hashlib
import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


def new_key() -> bytes:
    """Return a new random store key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def derive(key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"xunjian " + purpose.encode()).derive(key)


def check_value(key: bytes) -> str:
    """Return a short public value that tells a wrong key from a damaged store."""
    return hashlib.sha256(derive(key, "check")).hexdigest()[:32]
