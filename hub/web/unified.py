"""Signing in by the bureau's identity provider: out to it, and back with what it says.

Nobody is entered by it: who it names is somebody of the hub, known by the login, or stays outside.
"""

import logging
from functools import partial
from http import HTTPStatus
from typing import Any

from starlette.responses import RedirectResponse, Response

from db.journal import clock
from hub import limits, oidc, visits
from hub.limits import Limit, TooMany
from hub.oidc import Asking, NotProved, Places, Provider
from hub.sql import people
from hub.sql.base import Db
from hub.web import entering
from hub.web.guard import Aside, Page, Visit, Wrong, go

CARRIED = "__Host-xunjian-oidc"
BACK = "/oidc/back"
_ONCE = Limit(1, limits.KEPT_SECONDS)
_log = logging.getLogger(__name__)


def out(_db: Db, visit: Visit) -> Response | Aside:
    """Send the browser to the provider."""
    provider = visit.hub.oidc
    if provider is None:
        raise Wrong(HTTPStatus.NOT_FOUND)
    return Aside(
        partial(_told, oidc.discover, provider), partial(_sent, provider), visit.hub.outside
    )


def back(db: Db, visit: Visit) -> Response | Aside:
    """Take what the provider says, once."""
    provider, asked = visit.hub.oidc, visit.asked
    if provider is None:
        raise Wrong(HTTPStatus.NOT_FOUND)
    try:
        carried = visit.cookies.get(CARRIED, "")
        asking = oidc.opened(visit.hub.seal, carried, asked.get("state", ""), visit.now)
        limits.spend(
            db, "-", f"oidc {asking.state}", _ONCE, clock.from_milliseconds(asking.until * 1000)
        )
    except (NotProved, TooMany):
        return _wrong(db, visit, "state")
    if asked.get("iss", provider.issuer) != provider.issuer:  # RFC 9207
        return _wrong(db, visit, "token")
    if "code" not in asked:
        return _wrong(db, visit, "said")
    prove = partial(oidc.prove, provider, asking, asked["code"], visit.base + BACK, visit.now)
    return Aside(partial(_told, prove), partial(_entered, provider), visit.hub.outside)


def _told(ask: Any, *what: Any) -> Any:
    """What the provider says, or why it is worth nothing."""
    try:
        return ask(*what)
    except NotProved as error:
        return error


def _sent(provider: Provider, db: Db, visit: Visit, told: Places | NotProved) -> Response:
    if isinstance(told, NotProved):
        return _wrong(db, visit, told.code)
    asking: Asking = oidc.begin(visit.now)
    where = oidc.address(provider, told, asking, visit.base + BACK)
    answer = RedirectResponse(where, HTTPStatus.SEE_OTHER)
    answer.set_cookie(
        CARRIED,
        oidc.sealed(visit.hub.seal, asking),
        max_age=oidc.VALID_SECONDS,
        secure=True,
        httponly=True,
        samesite="lax",  # it comes back from another site
    )
    return answer


def _entered(provider: Provider, db: Db, visit: Visit, told: Any) -> Response:
    if isinstance(told, NotProved):
        return _wrong(db, visit, told.code)
    name = oidc.login(provider, told)
    found = people.of_login(db, name, sorted(visits.STANDING))
    if len(found) != 1 or found[0].role == "inspector":
        return _wrong(db, visit, "nobody")
    visits.note(db, (found[0].scope, found[0].account), "signed-in-oidc", visit.now)
    token = visits.begin(db, found[0].scope, found[0].account, visit.now, proved=True)
    answer = visit.page("entered.html")
    entering.known(answer, token)
    answer.delete_cookie(CARRIED, secure=True, httponly=True, samesite="lax")
    return answer


def leave(_db: Db, visit: Visit) -> Response | Aside:
    """Have the browser signed out at the provider as well, when the visit here is over."""
    provider = visit.hub.oidc
    if provider is None:
        raise Wrong(HTTPStatus.NOT_FOUND)
    ask = partial(_told, oidc.discover, provider)
    return Aside(ask, partial(_left, provider), visit.hub.outside)


def _left(provider: Provider, _db: Db, visit: Visit, told: Places | NotProved) -> Response:
    if isinstance(told, NotProved) or not told.leave:
        return go("/sign-in", "left")
    where = oidc.leaving(provider, told, visit.base + "/sign-in")
    return RedirectResponse(where, HTTPStatus.SEE_OTHER)


def _wrong(db: Db, visit: Visit, code: str) -> Response:
    _log.warning("no sign-in by the identity provider: %s", code)
    answer = entering.asking(db, visit, f"oidc-{code}", 503 if code == "away" else 401)
    answer.delete_cookie(CARRIED, secure=True, httponly=True, samesite="lax")
    return answer


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/oidc", "GET", out),
    (BACK, "GET", back),
    ("/oidc/leave", "GET", leave),
)
