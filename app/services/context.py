"""Who acts, for which bureau, on which device: the three things most services are told."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

CHINA = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Office:
    """The bureau as its papers name it.

    ``short`` is the word before 市监 in document numbers, ``government`` and ``court`` are where a
    party may seek remedy (行政复议法 art. 24), ``series`` maps a series word to its number template
    with ``{short}``, ``{year}`` and ``{n}``. ``payment`` is where fines are paid (bank and account,
    or the electronic channel), ``interview_days`` how many working days before an interview its
    notice is served, ``issue_days`` how many it takes at most to issue the paper that a finding was
    taken on to (no law counts them).
    """

    bureau: str = ""
    short: str = ""
    region: str = ""
    government: str = ""
    court: str = ""
    address: str = ""
    phone: str = ""
    unit: str = ""
    device: str = ""
    contact: str = ""
    payment: str = ""
    interview_days: int = 3
    issue_days: int = 5
    series: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Who:
    """The inspector at the keyboard."""

    person_id: str
    name: str
    certificate: str


@dataclass(frozen=True)
class DeviceSeal:
    """The Ed25519 seal of this device, derived from its 32-byte secret (HKDF, own info string).

    It is derived when first asked for: most of what is done never seals anything.
    """

    secret: bytes = field(repr=False)

    @property
    def key_id(self) -> bytes:
        """The first four bytes of the public key's SHA-256."""
        return hashlib.sha256(self.public).digest()[:4]

    @cached_property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Sign a message; returns 64 bytes."""
        return self._key.sign(message)

    @cached_property
    def box(self) -> X25519PrivateKey:
        """The X25519 key what the hub sends on a stick is sealed to."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        return X25519PrivateKey.from_private_bytes(self._derived(b"xunjian device box 1"))

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._derived(b"xunjian document seal 1"))

    def _derived(self, info: bytes) -> bytes:
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(hashes.SHA256(), 32, salt=None, info=info).derive(self.secret)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who does something, for which bureau, when (UTC), and with which seal (to issue only)."""

    who: Who
    office: Office
    now: dt.datetime
    seal: DeviceSeal | None = None

    @property
    def today(self) -> dt.date:
        """The date in China, where the papers are dated."""
        return self.now.astimezone(CHINA).date()


DEFAULT_TEMPLATE = "{short}市监{series}〔{year}〕{n}号"


def number_text(office: Office, settings: Mapping[str, str], year: int, number: int) -> str:
    """The number as printed: year in six-sided brackets, no leading zeros (GB/T 9704-2012).

    The bureau's own template goes before the form's; ``settings`` are those of the form.
    """
    series = settings.get("series", "")
    template = office.series.get(series) or settings.get("number_pattern") or DEFAULT_TEMPLATE
    return template.format(short=office.short, series=series, year=year, n=number)
