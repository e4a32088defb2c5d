"""All pages, the style sheet and the fonts."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from hub import access
from hub.routing import Hub
from hub.web import (
    auditing,
    deciding,
    devices,
    entering,
    exporting,
    form_versions,
    forms,
    moving,
    numbers,
    overview,
    party,
    people,
    proposals,
    table_proposals,
    tables,
    unified,
    verifying,
)
from hub.web.drawing import RESOURCES, STATIC
from hub.web.guard import paged, trouble

_SUBJECTS = (
    entering,
    unified,
    verifying,
    overview,
    people,
    devices,
    numbers,
    deciding,
    moving,
    forms,
    form_versions,
    proposals,
    tables,
    table_proposals,
    exporting,
    auditing,
)
_KEPT = {"cache-control": "public, max-age=31536000, immutable"}
_FILES = {
    "hub.css": (STATIC / "hub.css", "text/css"),
    "regular.ttf": (RESOURCES / "fonts" / "NotoSansSC-Regular.ttf", "font/ttf"),
    "semibold.ttf": (RESOURCES / "fonts" / "NotoSansSC-SemiBold.ttf", "font/ttf"),
}


def routes(hub: Hub) -> list[Route]:
    """Return the routes of people's browsers."""
    table = tuple(row for one in _SUBJECTS for row in one.PAGES)
    access.line("GET", "/static/{name}")
    return [*paged(hub, table), *party.routes(hub), Route("/static/{name}", _file, methods=["GET"])]


def nothing(hub: Hub, request: Request, _error: Exception) -> Response:
    """Answer what no route is for."""
    return trouble(hub, request, HTTPStatus.NOT_FOUND)


async def _file(request: Request) -> Response:
    found = _FILES.get(request.path_params["name"])
    if found is None:
        return Response(status_code=404)
    path, kind = found
    return FileResponse(path, media_type=kind, headers=_KEPT)
