"""What every route of the laptops has in common: who speaks, and how a refusal is told."""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from db.journal import wire
from hub import packed, sessions
from hub.arriving import Arriving
from hub.batches import Caller, Diverged
from hub.blobs import Refusal
from hub.database import Busy, Database
from hub.leases import Unfit
from hub.pull import Parted
from hub.seal import Seal
from hub.sessions import NoEntry
from hub.storage import Away, Full, Gone, Storage

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Hub:
    """What every route stands on."""

    hub_id: str
    epoch: int
    database: Database
    seal: Seal
    clock: Clock
    storage: Storage
    arriving: Arriving = field(default_factory=Arriving)


Work = Callable[[Hub, Request], Awaitable[Response]]
REFUSALS = (NoEntry, wire.BadBody, Diverged, Parted, Unfit, Busy, Refusal, Full, Gone, Away)


def routed(hub: Hub, table: Iterable[tuple[str, str, Work]]) -> list[Route]:
    """Return the routes of a table of (path, method, work)."""
    return [Route(path, _guarded(hub, work), methods=[method]) for path, method, work in table]


async def caller(hub: Hub, request: Request, *, active: bool = True) -> Caller:
    """Return who speaks.

    Raises:
        NoEntry: no session or a stale one; ``revoked`` where only an active device may speak.
    """
    kind, _space, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise NoEntry("session")
    found = await run_in_threadpool(
        hub.database.run,
        lambda db: sessions.caller(db, hub.seal, hub.hub_id, token, hub.clock()),
    )
    if active and found.status != "active":
        raise NoEntry("revoked")
    return found


def _guarded(hub: Hub, work: Work) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return await work(hub, request)
        except REFUSALS as error:
            status, told = _told(error)
            headers = {"Retry-After": "5"} if status == 503 else {}
            return packed.answer(told, status, **headers)
        except ClientDisconnect:  # the line was cut within the body; nobody hears the answer
            return Response(status_code=400)

    return endpoint


def _told(error: Exception) -> tuple[int, dict[str, Any]]:
    """The status and body that tell a refusal."""
    match error:
        case NoEntry():
            return 401, {"code": error.code}
        case wire.BadBody():
            return (413 if error.code == "large" else 400), {"code": f"body-{error.code}"}
        case Diverged() | Parted():
            return 409, _parting(error)
        case Unfit():
            return 422, {"code": f"lease-{error.code}"}
        case Refusal() | Full() | Gone():
            return _told_of_file(error)
        case _:
            return 503, {"code": "busy"}


def _parting(error: Diverged | Parted) -> dict[str, Any]:
    if isinstance(error, Diverged):
        return {"code": error.code, "seq": error.seq, "hash": error.chain}
    return {"code": "parted", "ladder": [[rung.seq, rung.hash] for rung in error.ladder]}


def _told_of_file(error: Refusal | Full | Gone) -> tuple[int, dict[str, Any]]:
    if isinstance(error, Full):
        return 507, {"code": "full"}
    if isinstance(error, Gone):
        return 404, {"code": "blob-unknown"}
    status = {"unknown": 404, "place": 409}.get(error.code, 422)
    return status, {"code": f"blob-{error.code}", "at": error.at}
