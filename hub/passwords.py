"""Passwords: argon2id hashes, and one-time passwords that are easy to type."""

import secrets
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def one_time() -> str:
    """Return a random password of sixteen signs (79 bits) without those that look alike."""
    text = "".join(secrets.choice(_SIGNS) for _ in range(16))
    return "-".join(text[at : at + 4] for at in range(0, 16, 4))


def hashed(password: str) -> str:
    """Return the hash to keep."""
    return str(_hasher().hash(password))


def right(kept: str, password: str) -> bool:
    """Tell whether a password is the one whose hash is kept."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(kept, password))
    except (VerificationError, InvalidHashError):
        return False


@cache
def nobodys() -> str:
    """Return the hash of no password: trying one takes as long for a name nobody has."""
    return hashed(secrets.token_hex())


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()
