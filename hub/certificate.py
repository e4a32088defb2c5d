"""A self-made certificate for who has none: the laptops pin it when they are enrolled."""

import datetime as dt
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from hub import once

_YEARS = 5


def key_of(certificate: Path) -> Path:
    """Return where the key of a certificate lies."""
    return certificate.with_suffix(".key")


def ensure(certificate: Path, hosts: tuple[str, ...], now: dt.datetime) -> None:
    """Make a certificate for the hosts when there is none at the path.

    The key is written first and read again: of two instances that begin at once, both certify the
    same one.

    Raises:
        FileNotFoundError: there is a certificate, and its key is gone: a new one would not fit it.
    """
    if certificate.exists():
        if not key_of(certificate).exists():
            raise FileNotFoundError(f"{key_of(certificate)}: the key of {certificate} is gone")
        return
    fresh = ec.generate_private_key(ec.SECP256R1())
    once.make(
        key_of(certificate),
        fresh.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )
    key = load_pem_private_key(key_of(certificate).read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError(f"{key_of(certificate)} is a key without its certificate")
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Xunjian hub")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=365 * _YEARS))
        .add_extension(
            x509.SubjectAlternativeName([_named(host) for host in hosts]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    once.make(certificate, made.public_bytes(Encoding.PEM))


def fingerprint(certificate: Path) -> str:
    """Return the SHA-256 of a certificate, in hex."""
    read = x509.load_pem_x509_certificate(certificate.read_bytes())
    return read.fingerprint(hashes.SHA256()).hex()


def pin(certificate: Path) -> str:
    """Return what laptops pin: the fingerprint of a self-made certificate, "" for a public one."""
    read = x509.load_pem_x509_certificate(certificate.read_bytes())
    return fingerprint(certificate) if read.issuer == read.subject else ""


def _named(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
