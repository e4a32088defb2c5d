"""The page of an inspected party: what was ordered, what it handed in, and the form for a report.

A report is a form with photos, the one large thing a stranger may send: who sends it is looked at
before a byte of it is read, and what is no photo is never kept.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from forms.paper import link
from hub import access, blobs, handing, photos, verifying, visits
from hub.authoring import Author
from hub.handing import Closed, Report
from hub.photos import NoPhoto
from hub.routing import Hub, spent
from hub.sql.base import Db
from hub.verifying import Found
from hub.web.guard import REFUSALS, Visit, Wrong, from_here, go, refused
from hub.web.words import language_of

HAND_IN = "/hand-in/{code:path}"
MOST_SENT = 64 << 20
"""Bytes of a report with all its photos."""
_FORM = "multipart/form-data"
_MOST_FILES = 40
_BY = "party"


@dataclass(frozen=True, slots=True)
class _Sent:
    """A report as it was typed, its photos as they came."""

    by: str
    text: str
    photos: tuple[bytes, ...]

    @property
    def wrong(self) -> str:
        """What is wrong with it before its photos are looked at, "" for nothing."""
        if not self.by:
            return "by"
        if not self.text:
            return "text"
        return "many" if len(self.photos) > handing.MOST_PHOTOS else ""


def routes(hub: Hub) -> list[Route]:
    """Return the route of what a party hands in."""
    line = access.line("POST", HAND_IN)

    async def endpoint(request: Request) -> Response:
        try:
            await run_in_threadpool(spent, hub, request, line)
            return await _hand_in(hub, request)
        except REFUSALS as error:
            return refused(hub, request, error)

    return [Route(HAND_IN, endpoint, methods=["POST"])]


def where(code: str) -> str:
    """Return the page of a paper."""
    return link.address("", code)


def cookie_of(code: str) -> str:
    """Return the name of the cookie that keeps a paper open; two papers do not shut each other."""
    return f"__Host-paper-{hashlib.sha256(code.encode()).hexdigest()[:16]}"


def leave_open(answer: Response, code: str, token: str) -> None:
    """Let the browser that was told open the paper for a while."""
    answer.set_cookie(
        cookie_of(code), token, secure=True, httponly=True, samesite="strict", path="/",
        max_age=int(handing.OPEN_FOR.total_seconds()),
    )  # fmt: skip


def sheet_page(  # noqa: PLR0913 - what is shown, and what was wrong with what was sent
    db: Db,
    visit: Visit,
    found: Found,
    code: str,
    *,
    wrong: str = "",
    kept: Mapping[str, str] | None = None,
) -> Response:
    """Return what a right code opens; what was typed stays when something was wrong with it."""
    token = visit.cookies.get(cookie_of(code), "")
    return visit.page(
        "party.html",
        422 if wrong else 200,
        found=verifying.shown(db, found),
        sheet=handing.sheet(db, found),
        wrong=wrong,
        kept=kept or {"by": "", "text": ""},
        action=quote_path(code),
        paper_mark=visits.mark(visit.hub.seal, token),
        most={
            "photos": handing.MOST_PHOTOS,
            "text": handing.MOST_TEXT,
            "by": handing.MOST_NAME,
            "megabytes": photos.MOST_BYTES >> 20,
        },
    )


def quote_path(code: str) -> str:
    """Return where the report on a paper is sent."""
    return HAND_IN.partition("{")[0] + quote(code, safe="")


async def _hand_in(hub: Hub, request: Request) -> Response:
    code = link.bare(str(request.path_params["code"])[:800])
    from_here(request, _FORM, MOST_SENT)
    token = request.cookies.get(cookie_of(code), "")
    if not handing.opens(hub.seal, code, token, hub.clock()):
        async for _piece in request.stream():  # a browser hears nothing before it has sent all
            pass
        return go(where(code), "shut")
    mark, sent = await _read(request)
    if not visits.marked(hub.seal, token, mark):
        raise Wrong(HTTPStatus.FORBIDDEN)
    language = language_of(request.headers.get("accept-language", ""))
    visit = Visit(hub, None, language, hub.clock(), {}, {}, {}, cookies=request.cookies)
    return await run_in_threadpool(_take, visit, code, sent)


async def _read(request: Request) -> tuple[str, _Sent]:
    try:
        async with request.form(
            max_files=_MOST_FILES, max_fields=10, max_part_size=1 << 17
        ) as form:
            told = {name: value for name, value in form.items() if isinstance(value, str)}
            files = [one for one in form.getlist("photos") if isinstance(one, UploadFile)]
            data = [await one.read(photos.MOST_BYTES + 1) for one in files]
    except HTTPException as error:
        raise Wrong(HTTPStatus.REQUEST_ENTITY_TOO_LARGE) from error
    sent = _Sent(
        handing.tidy(told.get("by", ""), handing.MOST_NAME),
        handing.tidy(told.get("text", ""), handing.MOST_TEXT, lines=True),
        tuple(one for one in data if one),
    )
    return told.get("mark", ""), sent


def _take(visit: Visit, code: str, sent: _Sent) -> Response:
    """Draw the photos anew and put them away, then write the report: bytes before what names them."""
    hub = visit.hub
    found = hub.database.run(lambda db: verifying.find(db, code))
    if found is None or not handing.has_code(found):
        return go(where(code), "shut")
    wrong, kept = sent.wrong, {"by": sent.by, "text": sent.text}
    made: list[bytes] = []
    try:
        made = [photos.remade(one) for one in sent.photos] if not wrong else []
    except NoPhoto as error:
        wrong = f"photo-{error.code}"

    def again(why: str) -> Response:
        return hub.database.run(lambda db: sheet_page(db, visit, found, code, wrong=why, kept=kept))

    if wrong:
        return again(wrong)
    names = {blobs.put_away(hub.storage, found.scope, one): len(one) for one in made}
    author = Author(hub.hub_id, hub.seal, _BY, visit.now)
    report = Report(sent.by, sent.text, names)
    try:
        hub.database.run(lambda db: handing.hand_in(db, author, found, report))
    except Closed as error:
        return again(error.code)
    return go(where(code), "handed-in")
