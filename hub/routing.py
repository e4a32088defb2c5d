"""What every route of the laptops has in common: who speaks, and how a refusal is told."""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.journal import wire
from hub import packed, sessions
from hub.batches import Caller, Diverged
from hub.database import Busy, Database
from hub.leases import Unfit
from hub.pull import Parted
from hub.seal import Seal
from hub.sessions import NoEntry

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Hub:
    """What every route stands on."""

    hub_id: str
    epoch: int
    database: Database
    seal: Seal
    clock: Clock


Work = Callable[[Hub, Request], Awaitable[Response]]
REFUSALS = (NoEntry, wire.BadBody, Diverged, Parted, Unfit, Busy)


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

    return endpoint


def _told(error: Exception) -> tuple[int, dict[str, Any]]:
    """The status and body that tell a refusal."""
    match error:
        case NoEntry():
            return 401, {"code": error.code}
        case wire.BadBody():
            return (413 if error.code == "large" else 400), {"code": f"body-{error.code}"}
        case Diverged():
            return 409, {"code": error.code, "seq": error.seq, "hash": error.chain}
        case Parted():
            ladder = [[rung.seq, rung.hash] for rung in error.ladder]
            return 409, {"code": "parted", "ladder": ladder}
        case Unfit():
            return 422, {"code": f"lease-{error.code}"}
        case _:
            return 503, {"code": "busy"}
