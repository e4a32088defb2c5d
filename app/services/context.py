"""Who acts, for which bureau, on which device: the three things most services are told."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

CHINA = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Office:
    """The bureau as its papers name it.

    ``short`` is the word before 市监 in document numbers, ``government`` and ``court`` are where a
    party may seek remedy (行政复议法 art. 24), ``series`` maps a series word to its number template
    with ``{short}``, ``{year}`` and ``{n}``.
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
    series: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Who:
    """The inspector at the keyboard."""

    person_id: str
    name: str
    certificate: str


@dataclass(frozen=True, slots=True)
class DeviceSeal:
    """The device's signing key without the key: its id (4 bytes), public half and one function."""

    key_id: bytes
    public: bytes
    sign: Callable[[bytes], bytes]


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


def device_seal(secret: bytes) -> DeviceSeal:
    """The Ed25519 seal derived from a 32-byte device secret (HKDF, own info string)."""
    import hashlib

    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    seed = HKDF(hashes.SHA256(), 32, salt=None, info=b"xunjian document seal 1").derive(secret)
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key().public_bytes_raw()
    return DeviceSeal(hashlib.sha256(public).digest()[:4], public, key.sign)
