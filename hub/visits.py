"""Visits: a person signs in with a browser and is known by a token until it is left or grows old.

The browser keeps the token, the hub only its hash. What a form sends back to prove that it was
shown by the hub to this visit is a tag over the token.
"""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from db.journal.ids import new_id
from hub import limits, passwords
from hub.limits import Limit
from hub.seal import Seal
from hub.sql import people
from hub.sql import visits as stored
from hub.sql.base import Db

LONGEST = dt.timedelta(hours=10)
IDLE = dt.timedelta(minutes=45)
_NOTED = dt.timedelta(minutes=1)
GUESSES = Limit(10, 15 * 60)
"""So often a name is tried, right or wrong, before it has to wait."""
STANDING = frozenset({"active", "first"})
"""The states of an account that may visit."""
_PROVED = "~"
"""Begins the token of a visit whose person another proved: it needs no password of its own."""
SHORTEST, MOST_SIGNS = 12, 200


@dataclass(frozen=True, slots=True)
class Person:
    """Who visits; ``first`` while the password is still the one-time one."""

    scope: str
    account: str
    name: str
    role: str
    first: bool
    token: str

    @property
    def proved(self) -> bool:
        """Whether it was the bureau's identity provider that said who it is."""
        return self.token.partition(".")[2].startswith(_PROVED)


def sign_in(db: Db, scope: str, told: tuple[str, str], now: dt.datetime) -> str | None:
    """Return the token of a new visit for (login, password), None when they are not right.

    Raises:
        TooMany: the name was tried too often.
    """
    login, password = told[0].strip().lower()[:80], told[1][:MOST_SIGNS]
    limits.spend(db, scope or "-", f"sign-in {login}", GUESSES, now)
    account = people.account_of(db, scope, login)
    kept = account.password if account and account.state in STANDING else None
    right = passwords.right(kept or passwords.nobodys(), password)
    if account is None or kept is None or not right:
        return None
    note(db, (scope, account.account), "signed-in", now)
    return begin(db, scope, account.account, now)


def note(db: Db, who: tuple[str, str], act: str, now: dt.datetime) -> None:
    """Enter into the audit log what (scope, account) did without a visit that stood before it."""
    stored.log(db, who[0], (now, new_id(), who[1], act, ""))


def begin(db: Db, scope: str, account_id: str, now: dt.datetime, *, proved: bool = False) -> str:
    """Return the token of a new visit of a person; those that grew too old are forgotten.

    ``proved`` where the bureau's identity provider said who it is.
    """
    stored.forget_visits(db, scope, account_id, now - LONGEST)
    token = f"{scope}.{_PROVED if proved else ''}{secrets.token_urlsafe(32)}"
    stored.add_visit(db, scope, _hash(token), account_id, now)
    return token


def person(db: Db, token: str, now: dt.datetime) -> Person | None:
    """Return who visits with a token; the right is looked up anew each time."""
    scope, dot, rest = token.partition(".")
    found = stored.visit(db, scope, _hash(token)) if dot and len(token) < 200 else None
    if found is None:
        return None
    account_id, began, seen = found
    account = people.account(db, scope, account_id)
    over = now - began > LONGEST or now - seen > IDLE
    if over or account is None or account.state not in STANDING:
        stored.end_visit(db, scope, _hash(token))
        return None
    if now - seen > _NOTED:
        stored.see_visit(db, scope, _hash(token), now)
    first = account.state == "first" and not rest.startswith(_PROVED)
    return Person(scope, account_id, account.name, account.role, first, token)


def choose(db: Db, who: Person, told: tuple[str, str, str]) -> str:
    """Set a person's own password from (old, new, again); returns what is wrong, "" for nothing.

    Every other visit of the person ends.
    """
    old, new, again = (one[:MOST_SIGNS] for one in told)
    account = people.account(db, who.scope, who.account)
    if account is None or not passwords.right(account.password or passwords.nobodys(), old):
        return "old"
    if new != again:
        return "again"
    if len(new) < SHORTEST or len(set(new)) < 5 or account.login in new.lower():
        return "weak"
    if new == old:
        return "same"
    people.set_password(db, who.scope, who.account, passwords.hashed(new), "active")
    stored.end_visits(db, who.scope, who.account, _hash(who.token))
    return ""


def leave(db: Db, who: Person) -> None:
    """End a visit."""
    stored.end_visit(db, who.scope, _hash(who.token))


def mark(seal: Seal, token: str) -> str:
    """Return what a form shown to a visit sends back."""
    return seal.tag(b"form " + token.encode()).hex()


def marked(seal: Seal, token: str, sent: str) -> bool:
    """Tell whether a form was shown to this visit."""
    return secrets.compare_digest(mark(seal, token).encode(), sent.encode())


def _hash(token: str) -> bytes:
    return hashlib.sha256(b"xunjian visit " + token.encode()).digest()
