"""Signing in and out, and choosing a password: the one-time one lets nobody further than here."""

from starlette.responses import Response

from hub import visits
from hub.limits import TooMany
from hub.sql import hubs
from hub.sql.base import Db
from hub.web.guard import COOKIE, Page, Visit, go


def home(_db: Db, visit: Visit) -> Response:
    """The way in: the overview of one's own bureau, or what one may do at all."""
    who = visit.person
    if who is None:
        return go("/sign-in")
    return go("/password" if who.role == "inspector" else f"/admin/{who.scope}")


def sign_in_page(db: Db, visit: Visit) -> Response:
    """The page that asks who it is."""
    return asking(db, visit, "")


def sign_in(db: Db, visit: Visit) -> Response:
    """Begin a visit."""
    scope = visit.form.get("scope", "")
    told = (visit.form.get("login", ""), visit.form.get("password", ""))
    try:
        token = visits.sign_in(db, scope, told, visit.now)
    except TooMany:
        return asking(db, visit, "often", 429)
    if token is None:
        return asking(db, visit, "wrong", 401)
    answer = go("/")
    known(answer, token)
    return answer


def known(answer: Response, token: str) -> None:
    """Let the browser keep the token of a visit."""
    answer.set_cookie(
        COOKIE, token, secure=True, httponly=True, samesite="strict", path="/", max_age=None
    )


def sign_out(db: Db, visit: Visit) -> Response:
    """End the visit; who came in by the identity provider goes on to be signed out there."""
    visits.leave(db, visit.who)
    on = visit.hub.oidc is not None and visit.who.proved
    answer = visit.page("left.html") if on else go("/sign-in", "left")
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="strict", path="/")
    return answer


def password_page(_db: Db, visit: Visit) -> Response:
    """The page where a password is chosen."""
    return visit.page("password.html", wrong="", shortest=visits.SHORTEST)


def password(db: Db, visit: Visit) -> Response:
    """Set the password."""
    told = tuple(visit.form.get(name, "") for name in ("old", "new", "again"))
    wrong = visits.choose(db, visit.who, (told[0], told[1], told[2]))
    if wrong:
        return visit.page("password.html", 422, wrong=wrong, shortest=visits.SHORTEST)
    return go("/" if visit.who.role != "inspector" else "/password", "password")


def asking(db: Db, visit: Visit, wrong: str, status: int = 200) -> Response:
    """Return the page that asks who it is, with what was wrong."""
    scopes = [(scope, name) for scope, _parent, name in hubs.scopes(db)]
    kept = {name: visit.form.get(name, "") for name in ("scope", "login")}
    return visit.page(
        "sign-in.html", status, wrong=wrong, scopes=scopes, kept=kept, oidc=visit.hub.oidc
    )


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/", "GET", home),
    ("/sign-in", "GET", sign_in_page),
    ("/sign-in", "POST", sign_in),
    ("/sign-out", "POST", sign_out),
    ("/password", "GET", password_page),
    ("/password", "POST", password),
)
