"""The route of sealed segments, and when the hub looks whether there is one to seal."""

from contextlib import suppress
from functools import partial

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hub import segments
from hub.blobs_api import unchanging
from hub.database import Busy
from hub.routing import Hub, caller, routed
from hub.storage import Away, Full


def routes(hub: Hub) -> list[Route]:
    """Return the routes of segments."""
    return routed(hub, (("/v1/segments/{name}", "GET", _give),))


async def _give(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    read = partial(segments.read, hub.database, hub.storage, who.scope)
    return await unchanging(hub, request, read)


def after(hub: Hub, scope: str, count: int) -> BackgroundTask | None:
    """Return what is to be done once the answer is sent, when ``count`` operations came."""
    hub.maker.came(scope)
    if not hub.sealer.due(scope, count):
        return None
    return BackgroundTask(_seal, hub, scope)


async def _seal(hub: Hub, scope: str) -> None:
    with suppress(Busy):  # then another time
        await hub.storing.do(partial(_try, hub, scope))


def _try(hub: Hub, scope: str) -> None:
    """Seal; where the storage or the database cannot now, pages do until the next time."""
    try:
        hub.sealer.work(hub.database, hub.storage, scope)
    except (Full, Away):
        return
