"""The code printed on an order, by which the party hands in its report; only a slow hash is kept.

Eight signs of 32 are 40 bits. Each try costs 32 MB and about a tenth of a second, with a salt for
each paper: who steals the database finds no code, and would need years for one. The paper itself
has the code, so whoever holds its PDF has it too.
"""

import hashlib
import secrets
import unicodedata

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No 0 and O, no 1 and I, which look alike on paper."""
LENGTH = 8
_KIND = "1"
_SALT, _HASH = 16, 32
_COST, _BLOCK = 1 << 15, 8
_MEMORY = 64 << 20


def new() -> str:
    """Return a code as it is printed: two groups of four signs."""
    text = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return f"{text[:4]}-{text[4:]}"


def kept(code: str) -> str:
    """Return what is kept of a code."""
    salt = secrets.token_bytes(_SALT)
    return f"{_KIND}:{salt.hex()}:{_hashed(tidy(code), salt).hex()}"


def right(kept_text: str, typed: str) -> bool:
    """Tell whether a code is the one something was kept of; takes as long whatever is kept.

    The cost is ours, not that of what is kept: whoever wrote it cannot make a try dearer.
    """
    kind, _colon, rest = kept_text.partition(":")
    salt, wanted = _parts(rest) if kind == _KIND else (bytes(_SALT), b"")
    return secrets.compare_digest(_hashed(tidy(typed), salt), wanted)


def tidy(typed: str) -> str:
    """Return a code as it is compared, however it was typed: wide, small, parted."""
    plain = unicodedata.normalize("NFKC", typed[:100]).upper()
    return "".join(sign for sign in plain if sign.isalnum())[: LENGTH + 1]


def _parts(text: str) -> tuple[bytes, bytes]:
    salt, _colon, wanted = text.partition(":")
    try:
        found = bytes.fromhex(salt), bytes.fromhex(wanted)
    except ValueError:
        return bytes(_SALT), b""
    return found if (len(found[0]), len(found[1])) == (_SALT, _HASH) else (bytes(_SALT), b"")


def _hashed(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        code.encode(), salt=salt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=_HASH
    )
