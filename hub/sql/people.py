"""Accounts, the devices enrolled for them, and the codes a device is enrolled with."""

import datetime as dt
from dataclasses import dataclass

from hub.sql.base import Db, first


@dataclass(frozen=True, slots=True)
class Account:
    """A person of the bureau; ``password`` is an argon2 hash, None for who has none."""

    scope: str
    account: str
    login: str
    name: str
    certificate: str | None
    role: str
    password: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Device:
    """A laptop enrolled for a person; ``status`` is ``active`` or ``revoked``."""

    scope: str
    device: str
    account: str
    label: str
    public_key: bytes
    status: str


_ACCOUNT = "SELECT scope, account, login, name, certificate, role, password, state FROM account"
_DEVICE = "SELECT scope, device, account, label, public_key, status FROM device"
_LATELY = dt.timedelta(minutes=1)


def add_account(db: Db, row: Account, now: dt.datetime) -> None:
    """Enter a person."""
    db.execute(
        "INSERT INTO account (scope, account, login, name, certificate, role, password, state,"
        " created) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            row.scope,
            row.account,
            row.login,
            row.name,
            row.certificate,
            row.role,
            row.password,
            row.state,
            now,
        ),
    )


def account(db: Db, scope: str, account_id: str) -> Account | None:
    """Return a person."""
    found = first(db, f"{_ACCOUNT} WHERE scope = %s AND account = %s", (scope, account_id))
    return Account(*found) if found else None


def account_of(db: Db, scope: str, login: str) -> Account | None:
    """Return the person of a login name."""
    found = first(db, f"{_ACCOUNT} WHERE scope = %s AND login = %s", (scope, login))
    return Account(*found) if found else None


def add_code(
    db: Db, scope: str, code_hash: bytes, row: tuple[str, dt.datetime, dt.datetime]
) -> None:
    """Enter an enrolment code: (account, made, expires)."""
    db.execute(
        "INSERT INTO enrolment (scope, code_hash, account, made, expires)"
        " VALUES (%s, %s, %s, %s, %s)",
        (scope, code_hash, *row),
    )


def lock_code(
    db: Db, scope: str, code_hash: bytes
) -> tuple[str, dt.datetime, dt.datetime | None, str | None] | None:
    """Return (account, expires, used, device) of a code and hold it."""
    found = first(
        db,
        "SELECT account, expires, used, device FROM enrolment"
        " WHERE scope = %s AND code_hash = %s FOR UPDATE",
        (scope, code_hash),
    )
    return (found[0], found[1], found[2], found[3]) if found else None


def use_code(db: Db, scope: str, code_hash: bytes, device: str, now: dt.datetime) -> None:
    """Mark a code as used by a device."""
    db.execute(
        "UPDATE enrolment SET used = %s, device = %s WHERE scope = %s AND code_hash = %s",
        (now, device, scope, code_hash),
    )


def device(db: Db, scope: str, device_id: str) -> Device | None:
    """Return a device."""
    found = first(db, f"{_DEVICE} WHERE scope = %s AND device = %s", (scope, device_id))
    return Device(*found) if found else None


def add_device(db: Db, row: Device, now: dt.datetime) -> None:
    """Enter a device."""
    db.execute(
        "INSERT INTO device (scope, device, account, label, public_key, status, enrolled)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        (row.scope, row.device, row.account, row.label, row.public_key, row.status, now),
    )


def seen(db: Db, scope: str, device_id: str, told: tuple[dt.datetime, str, int]) -> None:
    """Note when a device was here, its client's version, and its clock's lead in milliseconds.

    What was noted within the minute stands: asking whether there is news waits for no disk.
    """
    now, client, _ahead = told
    db.execute(
        "UPDATE device SET seen = %s, client = %s, clock_ms = %s WHERE scope = %s AND device = %s"
        " AND (seen IS NULL OR seen < %s OR seen > %s OR client IS NULL OR client <> %s)",
        (*told, scope, device_id, now - _LATELY, now, client),
    )


def revoke(db: Db, scope: str, device_id: str, now: dt.datetime) -> None:
    """Withdraw a device's right, and mark how far its streams had come."""
    db.execute(
        "UPDATE device SET status = 'revoked', revoked = %s WHERE scope = %s AND device = %s",
        (now, scope, device_id),
    )
    db.execute(
        "UPDATE stream SET cut_seq = head_seq WHERE scope = %s AND device = %s AND cut_seq IS NULL",
        (scope, device_id),
    )
