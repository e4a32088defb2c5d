"""The routes of snapshots and of a record's history, and making a snapshot beside sealing."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.journal import files, wire
from db.journal.record import Key
from hub import packed, snapshots
from hub.blobs import Refusal
from hub.blobs_api import immutable
from hub.database import Busy
from hub.metrics import SNAPSHOT_BYTES, SNAPSHOT_MADE, SNAPSHOTS
from hub.pull import PAGE_BYTES
from hub.routing import Hub, caller, routed
from hub.snapshots import Ground
from hub.sql import snapshots as stored
from hub.sql.base import Db
from hub.storage import Away, Full, Gone

MOST_HISTORY = 500
"""So many operations on a record are told at once."""
_STEP = 50
_LONGEST = 200
_EVER = (1 << 63) - 1


def routes(hub: Hub) -> list[Route]:
    """Return the routes of snapshots and of histories."""
    return routed(
        hub,
        (
            ("/v1/snapshot", "GET", _offer),
            ("/v1/snapshot/{name}", "GET", _give),
            ("/v1/history", "GET", _tell),
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
    name = str(request.path_params["name"])
    if not files.is_name(name):
        raise Refusal("unknown")
    sha256 = bytes.fromhex(name)
    try:
        data = await run_in_threadpool(snapshots.read, _ground(hub), who.scope, sha256)
    except Gone as error:
        raise Refusal("unknown") from error
    return immutable(request, data)


async def _tell(hub: Hub, request: Request) -> Response:
    """Tell the operations on a record, the newest first; the rest is asked for from the last."""
    who = await caller(hub, request)
    key = (request.query_params.get("rec_type", ""), request.query_params.get("rec_id", ""))
    before = request.query_params.get("before", "0")
    if not all(0 < len(one) <= _LONGEST and "\0" not in one for one in key):
        raise wire.BadBody("query")
    if not (before.isascii() and before.isdigit() and len(before) <= 12):
        raise wire.BadBody("query")
    found = await run_in_threadpool(
        hub.database.run, partial(history, scope=who.scope, key=key, before=int(before) or _EVER)
    )
    return packed.answer({"operations": found})


def history(db: Db, scope: str, key: Key, before: int) -> list[tuple[int, str, bytes]]:
    """Return (place, why it is held back or "", bytes) of operations on a record, newest first.

    As many as stay within what one answer tells; none when there is none before the place.
    """
    found: list[tuple[int, str, bytes]] = []
    size = 0
    while len(found) < MOST_HISTORY and size < PAGE_BYTES:
        rows = stored.history(db, scope, key, before, _STEP)
        found += rows
        if len(rows) < _STEP:
            break
        before = rows[-1][0]
        size += sum(len(data) for _place, _why, data in rows)
    return found


def try_making(hub: Hub, scope: str) -> None:
    """Make a snapshot if one is due; where it cannot be now, the earlier ones do."""
    try:
        made = hub.maker.work(_ground(hub), scope)
    except (Full, Away, Busy):
        SNAPSHOTS.labels("failed").inc()
        return
    if made is not None:
        SNAPSHOTS.labels("made").inc()
        SNAPSHOT_MADE.set(made.made / 1000)
        SNAPSHOT_BYTES.set(sum(part.size for part in made.parts))


def _ground(hub: Hub) -> Ground:
    who = (hub.hub_id, hub.epoch)
    return Ground(who, hub.seal, hub.database, hub.storage, hub.sealer.measure, hub.clock())
