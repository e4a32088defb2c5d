"""The route of sealed segments, and when the hub looks whether there is one to seal."""

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.journal import files
from hub import segments
from hub.blobs import Refusal
from hub.blobs_api import immutable
from hub.routing import Hub, caller, routed
from hub.storage import Away, Full, Gone


def routes(hub: Hub) -> list[Route]:
    """Return the routes of segments."""
    return routed(hub, (("/v1/segments/{name}", "GET", _give),))


async def _give(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    name = str(request.path_params["name"])
    if not files.is_name(name):
        raise Refusal("unknown")
    sha256 = bytes.fromhex(name)
    try:
        data = await run_in_threadpool(segments.read, hub.database, hub.storage, who.scope, sha256)
    except Gone as error:
        raise Refusal("unknown") from error
    return immutable(request, data)


def after(hub: Hub, scope: str, count: int) -> BackgroundTask | None:
    """Return what is to be done once the answer is sent, when ``count`` operations came."""
    hub.maker.came(scope)
    if not hub.sealer.due(scope, count):
        return None
    return BackgroundTask(_seal, hub, scope)


async def _seal(hub: Hub, scope: str) -> None:
    await run_in_threadpool(_try, hub, scope)


def _try(hub: Hub, scope: str) -> None:
    """Seal; where the storage or the database cannot now, pages do until the next time."""
    try:
        hub.sealer.work(hub.database, hub.storage, scope)
    except (Full, Away):
        return
