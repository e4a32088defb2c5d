"""The proof in the code: which document, which key, and a signature anyone can check offline.

The text is ``XJ1:`` and base45 (RFC 9285) of 36 bytes of facts and 64 bytes of Ed25519 signature:
154 characters, all of the code's alphanumeric mode, which fill version 6 at level M.

    0..15  document id (UUID)     22..25  number in its series
    16..19 key id                 26..35  head of the SHA-256 of the frozen content
    20..21 days since 2000-01-01

Signed is ``XJ1:`` and the 36 bytes, so that no other text of the key can pass for a proof.
"""

import datetime as dt
import struct
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from forms.paper.link import PREFIX

LENGTH = 154
_FACTS = struct.Struct(">16s4sHI10s")
_SIGNATURE = 64
_EPOCH = dt.date(2000, 1, 1)
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(_BASE45)}


class NoProof(ValueError):  # noqa: N818 - the name is the fact
    """The text is no proof of ours: wrong prefix, length or letters."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a code says: ``key_id`` is 4 bytes, ``content_head`` the first 10 of the SHA-256."""

    document_id: str
    key_id: bytes
    date: dt.date
    number: int
    content_head: bytes

    def packed(self) -> bytes:
        """Give the 36 bytes; raises ``ValueError`` when a part does not fit its place."""
        if len(self.key_id) != 4 or len(self.content_head) != 10:
            raise ValueError("a key id has 4 bytes, a content head 10")
        day = (self.date - _EPOCH).days
        try:
            return _FACTS.pack(
                uuid.UUID(self.document_id).bytes, self.key_id, day, self.number, self.content_head
            )
        except struct.error as error:
            raise ValueError(f"date or number out of range: {self.date} {self.number}") from error


def encode(proof: Proof, sign: Callable[[bytes], bytes]) -> str:
    """Sign the facts and give the code's text; ``sign`` returns an Ed25519 signature."""
    packed = proof.packed()
    signature = sign(PREFIX.encode() + packed)
    if len(signature) != _SIGNATURE:
        raise ValueError("an Ed25519 signature has 64 bytes")
    return PREFIX + to_base45(packed + signature)


def decode(text: str) -> tuple[Proof, bytes, bytes]:
    """Take a code's text apart: facts, the bytes that were signed, the signature.

    Raises ``NoProof``; says nothing about whether the signature is right.
    """
    if not text.startswith(PREFIX) or len(text) != LENGTH:
        raise NoProof("not a proof of this program")
    raw = from_base45(text.removeprefix(PREFIX))
    packed, signature = raw[: _FACTS.size], raw[_FACTS.size :]
    document, key, day, number, head = _FACTS.unpack(packed)
    date = _EPOCH + dt.timedelta(days=day)
    proof = Proof(str(uuid.UUID(bytes=document)), key, date, number, head)
    return proof, PREFIX.encode() + packed, signature


def verify(text: str, public_key: bytes) -> bool:
    """Say whether ``text`` was signed by the owner of the raw 32-byte ``public_key``."""
    try:
        _, signed, signature = decode(text)
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signed)
    except (NoProof, InvalidSignature):
        return False
    return True


def check_words(content_hash: bytes | str) -> str:
    """Give the first 6 bytes of a hash as people compare them: ``9F3C-71A8-E05D``."""
    head = (content_hash if isinstance(content_hash, str) else content_hash.hex())[:12].upper()
    return f"{head[:4]}-{head[4:8]}-{head[8:]}"


def to_base45(raw: bytes) -> str:
    """Write bytes in base45: two bytes make three letters, one makes two."""
    letters = []
    for start in range(0, len(raw), 2):
        pair = raw[start : start + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, letter = divmod(value, 45)
            letters.append(_BASE45[letter])
    return "".join(letters)


def from_base45(text: str) -> bytes:
    """Read base45; raises ``NoProof`` on a foreign letter, a lone one or a group too large."""
    raw = bytearray()
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        try:
            value = sum(_VALUES[letter] * 45**n for n, letter in enumerate(group))
            raw += value.to_bytes(len(group) - 1, "big")
        except (KeyError, OverflowError) as error:
            raise NoProof("not base45") from error
        if len(group) == 1:
            raise NoProof("not base45")
    return bytes(raw)
