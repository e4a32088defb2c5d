"""Enrolment: a code given to a person by the bureau makes a laptop's key known, once.

The key is made on the laptop and never leaves it; what is sent is its public part, signed with it.
A repeated request of the same laptop is answered like the first: the answer may have been lost.
"""

import base64
import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from db.journal.ids import is_id
from db.journal.wire import enrol_claim
from hub.sessions import NoEntry
from hub.sql import people
from hub.sql.base import Db

VALID_FOR = dt.timedelta(days=3)
LABEL_MOST = 60


@dataclass(frozen=True, slots=True)
class Asking:
    """What a laptop sends: its code, its own id and name, its public key and its signature."""

    code: str
    device: str
    label: str
    public_key: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What the laptop is from now on: its scope and the person it belongs to."""

    scope: str
    account: people.Account


def new_code(db: Db, scope: str, account_id: str, now: dt.datetime) -> str:
    """Return a new code for a person; only its hash is kept. 100 random bits, in five groups."""
    text = base64.b32encode(secrets.token_bytes(13)).decode()[:20]
    code = "-".join([scope, *(text[at : at + 4] for at in range(0, 20, 4))])
    people.add_code(db, scope, _hash(code), (account_id, now, now + VALID_FOR))
    return code


def enrol(db: Db, asking: Asking, now: dt.datetime) -> Enrolled:
    """Make a laptop known.

    Raises:
        NoEntry: ``code`` (unknown, used by another or expired), ``device`` (no id, or known with
            another key), ``signature`` (it does not have the key it names).
    """
    code = asking.code.strip().upper()
    scope = code.partition("-")[0]
    _signed(asking, code)
    with db.transaction():
        found = people.lock_code(db, scope, _hash(code))
        if found is None:
            raise NoEntry("code")
        account_id, expires, used, device_id = found
        known = people.device(db, scope, asking.device)
        if known is not None and known.public_key != asking.public_key:
            raise NoEntry("device")
        again = used is not None and device_id == asking.device and known is not None
        if not again and (used is not None or expires < now):
            raise NoEntry("code")
        account = people.account(db, scope, account_id)
        if account is None or account.state != "active":
            raise NoEntry("code")
        if known is None:
            label = asking.label.strip()[:LABEL_MOST] or asking.device[:8]
            row = people.Device(
                scope, asking.device, account_id, label, asking.public_key, "active"
            )
            people.add_device(db, row, now)
        if not again:
            people.use_code(db, scope, _hash(code), asking.device, now)
    return Enrolled(scope, account)


def _signed(asking: Asking, code: str) -> None:
    if not is_id(asking.device):
        raise NoEntry("device")
    try:
        key = Ed25519PublicKey.from_public_bytes(asking.public_key)
        key.verify(asking.signature, enrol_claim(code, asking.device, asking.label))
    except (InvalidSignature, ValueError) as error:
        raise NoEntry("signature") from error


def _hash(code: str) -> bytes:
    return hashlib.sha256(b"xunjian enrolment " + code.encode()).digest()
