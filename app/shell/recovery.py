"""The store's key on paper: a code to be printed, sealed, and typed in when all else is lost."""

from __future__ import annotations

import hashlib

# Crockford's base 32: no I, L, O, U, so that nothing is misread from paper.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_KEY_LENGTH = 32
_CHECK_LENGTH = 3


class RecoveryCodeError(ValueError):
    """The code was not typed as it was printed; `code` says how: 'length', 'sign', 'check'."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def recovery_code(store_key: bytes) -> str:
    """Write the 256-bit key and a 24-bit check as fourteen groups of four signs."""
    number = int.from_bytes(store_key + _check(store_key), "big")
    signs = "".join(_SIGNS[number >> shift & 31] for shift in range(275, -1, -5))
    return "-".join(signs[place : place + 4] for place in range(0, 56, 4))


def key_of_recovery_code(text: str) -> bytes:
    """Read a code back, however it was grouped; raises RecoveryCodeError."""
    signs = "".join(text.upper().split()).replace("-", "").translate(_MISREAD)
    if len(signs) != 56:
        raise RecoveryCodeError("length")
    number = 0
    for sign in signs:
        if sign not in _SIGNS:
            raise RecoveryCodeError("sign")
        number = number << 5 | _SIGNS.index(sign)
    data = number.to_bytes(_KEY_LENGTH + _CHECK_LENGTH, "big")
    key = data[:_KEY_LENGTH]
    if data[_KEY_LENGTH:] != _check(key):
        raise RecoveryCodeError("check")
    return key


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"xunjian recovery" + key).digest()[:_CHECK_LENGTH]
