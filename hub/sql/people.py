"""Accounts, the devices enrolled for them, and the codes a device is enrolled with."""

import datetime as dt
from collections.abc import Sequence
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
class Sight:
    """A device as the hub last saw it; ``ahead_ms`` is its clock's lead."""

    device: str
    label: str
    account: str
    status: str
    enrolled: dt.datetime
    revoked: dt.datetime | None
    seen: dt.datetime | None
    client: str | None
    ahead_ms: int | None
    operations: int


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


def of_login(db: Db, login: str, states: Sequence[str]) -> list[Account]:
    """Return the people of a login name in a state, in every jurisdiction; two at most are read."""
    found = db.execute(
        f"{_ACCOUNT} WHERE login = %s AND state = ANY(%s) ORDER BY scope LIMIT 2",
        (login, list(states)),
    )
    return [Account(*row) for row in found]


def accounts(db: Db, scope: str) -> list[Account]:
    """Return the people of a jurisdiction by name."""
    found = db.execute(f"{_ACCOUNT} WHERE scope = %s ORDER BY state, name, account", (scope,))
    return [Account(*row) for row in found]


def change_account(db: Db, row: Account) -> None:
    """Write a person's name, certificate, role and state."""
    db.execute(
        "UPDATE account SET name = %s, certificate = %s, role = %s, state = %s"
        " WHERE scope = %s AND account = %s",
        (row.name, row.certificate, row.role, row.state, row.scope, row.account),
    )


def set_password(db: Db, scope: str, account_id: str, password: str, state: str) -> None:
    """Write the hash of a person's password, and whether it is one to be changed."""
    db.execute(
        "UPDATE account SET password = %s, state = %s WHERE scope = %s AND account = %s",
        (password, state, scope, account_id),
    )


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


def sights(db: Db, scope: str) -> list[Sight]:
    """Return the devices of a jurisdiction, those seen last first."""
    found = db.execute(
        "SELECT device, label, account, status, enrolled, revoked, seen, client, clock_ms,"
        " (SELECT coalesce(sum(head_seq), 0) FROM stream WHERE stream.scope = device.scope"
        " AND stream.device = device.device)::bigint"
        " FROM device WHERE scope = %s ORDER BY status, seen DESC NULLS LAST, label",
        (scope,),
    )
    return [Sight(*row) for row in found]


def devices(db: Db, scope: str) -> list[Device]:
    """Return the devices of a scope."""
    found = db.execute(f"{_DEVICE} WHERE scope = %s ORDER BY device", (scope,))
    return [Device(*row) for row in found]


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
