"""The door of every page: how often, who, from which form; then its work, and the log, as one.

A page is a function of a connection and a ``Visit``. What it writes and its line in the audit log
are one transaction: what cannot be logged is neither shown nor done. A page may ask for long work
first: that is done without a connection, few at a time, and then the page goes on.
"""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlsplit

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from db.journal.ids import new_id
from hub import access, visits
from hub.access import Line, Speaker
from hub.database import Busy
from hub.limits import TooMany
from hub.routing import Hub, spent
from hub.sql import hubs
from hub.sql import visits as stored
from hub.sql.base import Db
from hub.storage import Away, Full
from hub.visits import Person
from hub.web.drawing import draw
from hub.web.words import language_of

COOKIE = "__Host-xunjian"
MOST_FORM = 64 * 1024
MOST_WAITING = 6
"""So many pieces of long work may wait for their turn."""
_FIELDS, _FILE = "application/x-www-form-urlencoded", "multipart/form-data"


class Wrong(Exception):  # noqa: N818 - it tells what happened
    """A request no page of ours makes; ``status`` tells the browser, the page tells the reader."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for a page: what was asked, by whom, in which language, when."""

    hub: Hub
    person: Person | None
    language: str
    now: dt.datetime
    path: Mapping[str, str]
    asked: Mapping[str, str]
    form: Mapping[str, str]
    above: Mapping[str, str | None] = field(default_factory=dict)
    base: str = ""
    file: tuple[str, bytes] | None = None
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def who(self) -> Person:
        """The person, on a route for people only."""
        if self.person is None:
            raise access.Refused("nobody")
        return self.person

    @property
    def scope(self) -> str:
        """The jurisdiction the page is of."""
        return self.path["scope"]

    def page(self, template: str, status: int = 200, **facts: Any) -> Response:
        """Return a page drawn with its frame."""
        who = self.person
        frame = {
            "person": who,
            "mark": visits.mark(self.hub.seal, who.token) if who else "",
            "scope": self.path.get("scope", who.scope if who else ""),
            "here": template.removesuffix(".html"),
            "said": self.asked.get("said", ""),
        }
        html = draw(template, self.language, **(frame | facts))
        return HTMLResponse(html, status, headers={"vary": "Accept-Language"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Work that takes long and needs no database, and the page that goes on with what it gave.

    ``room`` is where it is done, None for the room of the hub's own work.
    """

    work: Callable[[], Any]
    then: Callable[[Db, Visit, Any], Response]
    room: CapacityLimiter | None = None


@dataclass(frozen=True, slots=True)
class _Sent:
    """A request with what its form holds."""

    request: Request
    form: Mapping[str, str]
    file: tuple[str, bytes] | None = None


Page = Callable[[Db, Visit], Response | Aside]
REFUSALS = (access.Refused, TooMany, Busy, Wrong, Full, Away)
"""What a page may be refused by."""


def paged(hub: Hub, table: Iterable[tuple[str, str, Page]]) -> list[Route]:
    """Return the routes of a table of (path, method, page); each has its line in ``access``."""
    return [
        Route(path, _guarded(hub, access.line(method, path), page), methods=[method])
        for path, method, page in table
    ]


def go(path: str, said: str = "") -> Response:
    """Send the browser to another page, which says what was done."""
    return RedirectResponse(f"{path}?said={said}" if said else path, HTTPStatus.SEE_OTHER)


def _guarded(hub: Hub, line: Line, page: Page) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            sent = await _sent(request, line) if request.method == "POST" else _Sent(request, {})
            await run_in_threadpool(spent, hub, request, line)
            answer = await run_in_threadpool(_answer, hub, line, page, sent)
            if isinstance(answer, Aside):
                found = await _beside(answer.room or hub.aside, answer.work)
                page_after = partial(_after, answer.then, found)
                answer = await run_in_threadpool(_answer, hub, line, page_after, sent)
            return cast("Response", answer)
        except REFUSALS as error:
            return refused(hub, request, error)

    return endpoint


def refused(hub: Hub, request: Request, error: Exception) -> Response:
    """Return the page that tells a refusal."""
    match error:
        case access.Refused(code="nobody"):
            return go("/sign-in")
        case access.Refused(code="first"):
            return go("/password")
        case TooMany():
            told = trouble(hub, request, HTTPStatus.TOO_MANY_REQUESTS)
            told.headers["retry-after"] = str(error.seconds)
            return told
        case Wrong():
            return trouble(hub, request, error.status)
        case access.Refused():
            return trouble(hub, request, HTTPStatus.FORBIDDEN)
        case _:
            return trouble(hub, request, HTTPStatus.SERVICE_UNAVAILABLE)


async def _beside(room: CapacityLimiter, work: Callable[[], Any]) -> Any:
    """Do work while there is room for it; a few wait, more are told to come again.

    Raises:
        Busy: too many wait.
    """
    if room.statistics().tasks_waiting >= MOST_WAITING:
        raise Busy
    return await to_thread.run_sync(work, limiter=room)


def _after(
    then: Callable[[Db, Visit, Any], Response], found: Any, db: Db, visit: Visit
) -> Response:
    return then(db, visit, found)


def _answer(hub: Hub, line: Line, page: Page, sent: _Sent) -> Response | Aside:
    return hub.database.run(lambda db: _within(db, (hub, line), page, sent))


def _within(db: Db, place: tuple[Hub, Line], page: Page, sent: _Sent) -> Response | Aside:
    (hub, line), request, form = place, sent.request, sent.form
    now = hub.clock()
    person = visits.person(db, request.cookies.get(COOKIE, ""), now)
    path = {name: str(value) for name, value in request.path_params.items()}
    above = {one: parent for one, parent, _name in hubs.scopes(db)}
    speaker = Speaker(person.role, person.scope, person.first) if person else Speaker()
    access.check(line, speaker, path.get("scope"), above)
    if person and form and not visits.marked(hub.seal, person.token, form.get("mark", "")):
        raise Wrong(HTTPStatus.FORBIDDEN)
    language = language_of(request.headers.get("accept-language", ""))
    asked, base = dict(request.query_params), str(request.base_url).rstrip("/")
    visit = Visit(
        hub, person, language, now, path, asked, form, above, base, sent.file, request.cookies
    )
    with db.transaction():
        answer = page(db, visit)
        if isinstance(answer, Aside):
            return answer
        if person and line.logged and answer.status_code < HTTPStatus.BAD_REQUEST:
            what = " ".join(f"{name}={path[name]}" for name in sorted(path) if name != "scope")
            row = (now, new_id(), person.account, line.logged, what)
            stored.log(db, path.get("scope", person.scope), row)
        return answer


async def _sent(request: Request, line: Line) -> _Sent:
    """The fields of a form that a page of ours sent, and its file where the route takes one.

    Raises:
        Wrong: from another site's page, or larger than any form of ours.
    """
    kind = request.headers.get("content-type", "").partition(";")[0]
    from_here(request, kind if kind == _FILE and line.file else _FIELDS, MOST_FORM + line.file)
    found = await request.form(max_files=int(kind == _FILE), max_fields=50)
    form = {name: value for name, value in found.items() if isinstance(value, str)} | {"sent": "1"}
    files = [one for one in found.values() if isinstance(one, UploadFile)]
    sent = _Sent(request, form)
    for one in files:
        sent = replace(sent, file=((one.filename or "")[-200:], await one.read()))
        await one.close()
    return sent


def from_here(request: Request, kind: str, most: int) -> None:
    """See, before anything of it is read, that a form is of a page of ours and not too large.

    Raises:
        Wrong: it is not.
    """
    origin = request.headers.get("origin", "")
    if urlsplit(origin).netloc != request.headers.get("host", "") or not origin:
        raise Wrong(HTTPStatus.FORBIDDEN)
    length = request.headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise Wrong(HTTPStatus.LENGTH_REQUIRED)
    if int(length) > most:
        raise Wrong(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if request.headers.get("content-type", "").partition(";")[0] != kind:
        raise Wrong(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def trouble(hub: Hub, request: Request, status: HTTPStatus) -> Response:
    """Return a page that says what happened and what to do, without a look at the database."""
    language = language_of(request.headers.get("accept-language", ""))
    visit = Visit(hub, None, language, hub.clock(), {}, {}, {})
    return visit.page("trouble.html", int(status), why=str(int(status)))
