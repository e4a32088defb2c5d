"""People and their roles, one-time passwords, and the codes laptops are enrolled with."""

import re
from dataclasses import replace
from urllib.parse import urlencode

from starlette.responses import Response

from db.journal.ids import new_id
from hub import access, enrolling, passwords
from hub.sql import hubs, people, visits
from hub.sql.base import Db
from hub.sql.people import Account
from hub.web import qr
from hub.web.guard import Page, Visit, go

STATES = ("active", "closed")
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@-]*", re.ASCII)
"""A login may also be an address or an identifier of the bureau's identity provider."""
_MOST = {"login": 80, "name": 40, "certificate": 40}


def listed(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """The people of a jurisdiction, and the jurisdictions below it."""
    names = {scope: name for scope, _parent, name in hubs.scopes(db)}
    below = [(one, names[one]) for one in access.under(visit.scope, visit.above)[1:]]
    return visit.page(
        "people.html",
        status,
        wrong=wrong,
        bureau=names[visit.scope],
        below=below,
        people=people.accounts(db, visit.scope),
        roles=access.ROLES,
        kept=visit.form,
    )


def page(db: Db, visit: Visit) -> Response:
    """The people."""
    return listed(db, visit)


def add(db: Db, visit: Visit) -> Response:
    """Enter a person; a one-time password is shown where the role signs in here."""
    told = {name: visit.form.get(name, "").strip()[:most] for name, most in _MOST.items()}
    login, role = told["login"].lower(), visit.form.get("role", "")
    if not (_LOGIN.fullmatch(login) and told["name"] and role in access.ROLES):
        return listed(db, visit, "person", 422)
    if people.account_of(db, visit.scope, login) is not None:
        return listed(db, visit, "login", 422)
    account = Account(
        visit.scope,
        new_id(),
        login,
        told["name"],
        told["certificate"] or None,
        role,
        None,
        "active",
    )
    people.add_account(db, account, visit.now)
    return go(f"/admin/{visit.scope}/people", "person")


def change(db: Db, visit: Visit) -> Response:
    """Change a person's role and state; who is closed or has another role has to sign in anew."""
    account = _account(db, visit)
    role, state = visit.form.get("role", ""), visit.form.get("state", "")
    if account is None or role not in access.ROLES or state not in STATES:
        return listed(db, visit, "person", 422)
    if account.account == visit.who.account:
        return listed(db, visit, "self", 422)
    if state == "active" and account.state == "first":
        state = "first"
    people.change_account(db, replace(account, role=role, state=state))
    visits.end_visits(db, visit.scope, account.account)
    return go(f"/admin/{visit.scope}/people", "changed")


def password(db: Db, visit: Visit) -> Response:
    """Give a person a new one-time password, shown once."""
    account = _account(db, visit)
    if account is None or account.state == "closed":
        return listed(db, visit, "person", 422)
    one_time = passwords.one_time()
    people.set_password(db, visit.scope, account.account, passwords.hashed(one_time), "first")
    visits.end_visits(db, visit.scope, account.account)
    return visit.page("given.html", account=account, password=one_time, code="", picture="")


def code(db: Db, visit: Visit) -> Response:
    """Give a person a new enrolment code, shown once with its square code."""
    account = _account(db, visit)
    if account is None or account.state == "closed":
        return listed(db, visit, "person", 422)
    made = enrolling.new_code(db, visit.scope, account.account, visit.now)
    facts = {"url": visit.base, "code": made, "pin": visit.hub.pin}
    text = "xunjian-hub:1?" + urlencode({name: value for name, value in facts.items() if value})
    picture = qr.drawn(text, "QR")
    return visit.page("given.html", account=account, password="", code=made, picture=picture)


def _account(db: Db, visit: Visit) -> Account | None:
    return people.account(db, visit.scope, visit.path["id"])


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/people", "GET", page),
    ("/admin/{scope}/people", "POST", add),
    ("/admin/{scope}/people/{id}", "POST", change),
    ("/admin/{scope}/people/{id}/password", "POST", password),
    ("/admin/{scope}/people/{id}/code", "POST", code),
)
