"""What every route of the laptops has in common: who speaks, whether it may, how a no is told."""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from db.journal import wire
from hub import access, limits, packed, sessions
from hub.access import Line, Speaker
from hub.arriving import Arriving
from hub.batches import Caller, Diverged
from hub.blobs import Refusal
from hub.database import Busy, Database
from hub.leases import Unfit
from hub.limits import Limit, TooMany
from hub.oidc import Provider
from hub.planning import Planner
from hub.pull import Parted
from hub.seal import Seal
from hub.segments import Sealer
from hub.sessions import NoEntry
from hub.snapshots import Maker
from hub.storage import Away, Full, Gone, Storage
from hub.turns import Turns

Clock = Callable[[], dt.datetime]
MOST_WAITING = 200
"""While so many requests wait for a thread, a further one is asked to come again later.

Without it a crowd is answered after its patience is over, and all its work was in vain.
"""


@dataclass(frozen=True, slots=True)
class Hub:
    """What every route stands on.

    ``pin`` is the SHA-256 of a self-made certificate, else ""; ``public`` the address anyone's
    phone reaches, "" where there is none; ``metrics`` the token that opens the measures;
    ``oidc`` who may prove people beside their passwords. ``aside`` is the room for work that takes long, so that
    it never keeps others from a thread; ``outside`` that for asking another machine.
    """

    hub_id: str
    epoch: int
    database: Database
    seal: Seal
    clock: Clock
    storage: Storage
    pin: str = ""
    public: str = ""
    metrics: str = ""
    oidc: Provider | None = None
    arriving: Arriving = field(default_factory=Arriving)
    turns: Turns = field(default_factory=Turns)
    sealer: Sealer = field(default_factory=Sealer)
    maker: Maker = field(default_factory=Maker)
    planner: Planner = field(default_factory=Planner)
    aside: CapacityLimiter = field(default_factory=partial(CapacityLimiter, 2))
    outside: CapacityLimiter = field(default_factory=partial(CapacityLimiter, 4))


Work = Callable[[Hub, Request], Awaitable[Response]]
REFUSALS = (
    *(NoEntry, access.Refused, TooMany, wire.BadBody, Diverged, Parted, Unfit, Busy),
    *(Refusal, Full, Gone, Away),
)


def routed(hub: Hub, table: Iterable[tuple[str, str, Work]]) -> list[Route]:
    """Return the routes of a table of (path, method, work); each has its line in ``access``."""
    return [
        Route(path, _guarded(hub, access.line(method, path), work), methods=[method])
        for path, method, work in table
    ]


async def caller(hub: Hub, request: Request, *, active: bool = True) -> Caller:
    """Return who speaks; looked up once a request.

    Raises:
        NoEntry: no session or a stale one; ``revoked`` where only an active device may speak.
    """
    found: Caller | None = getattr(request.state, "caller", None)
    if found is None:
        kind, _space, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not token:
            raise NoEntry("session")
        found = await run_in_threadpool(
            hub.database.run,
            lambda db: sessions.caller(db, hub.seal, (hub.hub_id, hub.epoch), token, hub.clock()),
        )
        request.state.caller = found
    if active and found.status != "active":
        raise NoEntry("revoked")
    return found


def spent(hub: Hub, request: Request, line: Line) -> None:
    """Count a request against what one address may ask of a route in a minute.

    Raises:
        TooMany: it asked too often.
    """
    if line.most:
        address = request.client.host if request.client else ""
        what = f"{request.scope['route'].path} {request.method == 'POST'} {address}"
        limit = Limit(line.most, 60)
        hub.database.run(lambda db: limits.spend(db, "-", what, limit, hub.clock()))


async def _admit(hub: Hub, request: Request, line: Line) -> None:
    if to_thread.current_default_thread_limiter().statistics().tasks_waiting >= MOST_WAITING:
        raise Busy
    if line.most:
        await run_in_threadpool(spent, hub, request, line)
    if access.NOBODY in line.who:
        return
    who = await caller(hub, request, active=access.REVOKED not in line.who)
    kind = access.DEVICE if who.status == "active" else access.REVOKED
    access.check(line, Speaker(kind, who.scope), None, {})


def _guarded(hub: Hub, line: Line, work: Work) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            await _admit(hub, request, line)
            return await work(hub, request)
        except REFUSALS as error:
            status, told = _told(error)
            wait = str(getattr(error, "seconds", 5))
            headers = {"Retry-After": wait} if status in {429, 503} else {}
            return packed.answer(told, status, **headers)
        except ClientDisconnect:  # the line was cut within the body; nobody hears the answer
            return Response(status_code=400)

    return endpoint


def _told(error: Exception) -> tuple[int, dict[str, Any]]:  # noqa: PLR0911 - a line each
    """The status and body that tell a refusal."""
    match error:
        case TooMany():
            return 429, {"code": "often"}
        case access.Refused():
            return 403, {"code": error.code}
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
