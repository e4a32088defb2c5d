"""Keys: one random 256-bit store key, and the keys derived from it for each purpose."""

import hashlib
import hmac
import secrets

KEY_BYTES = 32


def new_key() -> bytes:
    """Return a new random store key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def derive(key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose (HKDF-SHA256, RFC 5869)."""
    extracted = hmac.digest(bytes(KEY_BYTES), key, "sha256")
    return hmac.digest(extracted, b"xunjian " + purpose.encode() + b"\x01", "sha256")


def check_value(key: bytes) -> str:
    """Return a short public value that tells a wrong key from a damaged store."""
    return hashlib.sha256(derive(key, "check")).hexdigest()[:32]
