"""The routes of snapshots, and making one when the hub has nothing else to do."""

import asyncio
from functools import partial

from anyio import to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hub import packed, snapshots
from hub.blobs import Refusal
from hub.blobs_api import unchanging
from hub.metrics import SNAPSHOT_BYTES, SNAPSHOT_MADE, SNAPSHOTS
from hub.routing import Hub, caller, routed
from hub.snapshots import Ground


def routes(hub: Hub) -> list[Route]:
    """Return the routes of snapshots."""
    return routed(
        hub,
        (
            ("/v1/snapshot", "GET", _offer),
            ("/v1/snapshot/{name}", "GET", _give),
        ),
    )


async def _offer(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    found = await run_in_threadpool(snapshots.offered, _ground(hub), who.scope)
    if found is None:
        raise Refusal("unknown")
    return packed.answer(found)


async def _give(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    return await unchanging(hub, request, partial(snapshots.read, _ground(hub), who.scope))


async def watch(hub: Hub) -> None:
    """Make snapshots where they are due and nothing else is done, until it is cancelled."""
    while True:
        await asyncio.sleep(hub.sealer.measure.calm / 2)
        for scope in hub.maker.calm(hub.sealer.measure.calm):
            await to_thread.run_sync(
                _try_making, hub, scope, abandon_on_cancel=True, limiter=hub.aside
            )


def _try_making(hub: Hub, scope: str) -> None:
    """Make a snapshot if one is due; where it cannot be now, the earlier ones or the history do."""
    try:
        made = hub.maker.work(_ground(hub), scope)
    except Exception:  # noqa: BLE001 - nobody waits for it, and the watching goes on
        SNAPSHOTS.labels("failed").inc()
        return
    if made is not None:
        SNAPSHOTS.labels("made").inc()
        SNAPSHOT_MADE.set(made.made / 1000)
        SNAPSHOT_BYTES.set(sum(part.size for part in made.parts))


def _ground(hub: Hub) -> Ground:
    who = (hub.hub_id, hub.epoch)
    return Ground(who, hub.seal, hub.database, hub.storage, hub.sealer.measure, hub.clock())
