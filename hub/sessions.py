"""Sessions: a device signs the hub's challenge and is given a token for a quarter of an hour.

Nothing is remembered between the two: a challenge proves itself by the hub's tag, a token by the
hub's signature, so any instance can answer.
"""

import datetime as dt
import secrets
import struct
from dataclasses import dataclass
from functools import cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from db.journal.wire import session_claim
from hub.batches import Caller
from hub.seal import Seal
from hub.sql import hubs, people
from hub.sql.base import Db

CHALLENGE_SECONDS = 60
SESSION_SECONDS = 15 * 60
_STAMP = struct.Struct(">d16s")


class NoEntry(Exception):  # noqa: N818 - it tells what happened
    """Who speaks could not be made sure of; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """A device's answer to a challenge."""

    scope: str
    device: str
    challenge: bytes
    signature: bytes


def challenge(seal: Seal, now: dt.datetime) -> bytes:
    """Return a new challenge."""
    stamp = _STAMP.pack(now.timestamp(), secrets.token_bytes(16))
    return stamp + seal.tag(stamp)


def begin(db: Db, seal: Seal, hub: tuple[str, int], answer: Answer, now: dt.datetime) -> str:
    """Return a token for the device that signed the challenge; ``hub`` is its id and epoch.

    Raises:
        NoEntry: ``challenge`` (stale, or not this hub's), ``device`` (unknown here, or the
            signature is not its).
    """
    stamp, tag = answer.challenge[: _STAMP.size], answer.challenge[_STAMP.size :]
    if len(stamp) != _STAMP.size or not secrets.compare_digest(tag, seal.tag(stamp)):
        raise NoEntry("challenge")
    made, _random = _STAMP.unpack(stamp)
    if not 0 <= now.timestamp() - made <= CHALLENGE_SECONDS:
        raise NoEntry("challenge")
    device = people.device(db, answer.scope, answer.device)
    if device is None:
        raise NoEntry("device")
    _same_epoch(db, hub)
    message = session_claim(hub[0], answer.device, answer.challenge)
    try:
        Ed25519PublicKey.from_public_bytes(device.public_key).verify(answer.signature, message)
    except InvalidSignature as error:
        raise NoEntry("device") from error
    claims = {
        "iss": _issuer(hub),
        "sub": device.device,
        "scope": device.scope,
        "exp": int(now.timestamp()) + SESSION_SECONDS,
    }
    return jwt.encode({"alg": "Ed25519"}, claims, _key(seal), algorithms=["Ed25519"])


def caller(db: Db, seal: Seal, hub: tuple[str, int], token: str, now: dt.datetime) -> Caller:
    """Return who speaks with a token; its right is looked up anew each time.

    A token of an earlier epoch is over: what was sent before the hub was restored, and comes in
    late, would stand before what it follows.

    Raises:
        NoEntry: ``session`` (not the hub's, or over), ``device`` (not known any more).
    """
    try:
        claims = jwt.decode(token, _key(seal), algorithms=["Ed25519"]).claims
        fresh = int(claims["exp"]) > now.timestamp() and claims["iss"] == _issuer(hub)
        scope, device_id = str(claims["scope"]), str(claims["sub"])
    except (JoseError, KeyError, TypeError, ValueError) as error:
        raise NoEntry("session") from error
    if not fresh:
        raise NoEntry("session")
    _same_epoch(db, hub)
    found = people.device(db, scope, device_id)
    if found is None:
        raise NoEntry("device")
    return Caller(found.scope, found.device, found.account, found.public_key, found.status)


def _same_epoch(db: Db, hub: tuple[str, int]) -> None:
    """See that the database was not restored under an instance that went on running."""
    if (hubs.hub(db) or hub)[1] != hub[1]:
        raise NoEntry("session")


def _issuer(hub: tuple[str, int]) -> str:
    return f"{hub[0]} {hub[1]}"


@cache
def _key(seal: Seal) -> OKPKey:
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    pem = seal.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return OKPKey.import_key(pem)
