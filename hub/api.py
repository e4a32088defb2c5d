"""The routes the laptops speak to: ``/v1``. Each checks who speaks before it reads what is said."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.journal import wire
from hub import enrolling, packed, pull, push, sessions
from hub.batches import Caller, Diverged
from hub.database import Busy, Database
from hub.pull import Parted, Place
from hub.seal import Seal
from hub.sessions import NoEntry
from hub.sql import feeds, people, streams
from hub.sql.base import Db

Clock = Callable[[], dt.datetime]
MIN_CLIENT = "1.0"
"""Clients older than this may send, but should not edit or issue."""


@dataclass(frozen=True, slots=True)
class Hub:
    """What every route stands on."""

    hub_id: str
    epoch: int
    database: Database
    seal: Seal
    clock: Clock


def routes(hub: Hub) -> list[Route]:
    """Return the routes of the laptops."""

    def at(path: str, method: str, work: Callable[[Hub, Request], Awaitable[Response]]) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                return await work(hub, request)
            except NoEntry as error:
                return packed.answer({"code": error.code}, 401)
            except wire.BadBody as error:
                status = 413 if error.code == "large" else 400
                return packed.answer({"code": f"body-{error.code}"}, status)
            except Diverged as error:
                told = {"code": error.code, "seq": error.seq, "hash": error.chain}
                return packed.answer(told, 409)
            except Parted as error:
                ladder = [[rung.seq, rung.hash] for rung in error.ladder]
                return packed.answer({"code": "parted", "ladder": ladder}, 409)
            except Busy:
                return packed.answer({"code": "busy"}, 503, **{"Retry-After": "5"})

        return Route(path, endpoint, methods=[method])

    return [
        at("/v1/enrol", "POST", _enrol),
        at("/v1/challenge", "POST", _challenge),
        at("/v1/session", "POST", _session),
        at("/v1/heads", "GET", _heads),
        at("/v1/push", "POST", _push),
        at("/v1/pull", "GET", _pull),
    ]


async def _enrol(hub: Hub, request: Request) -> Response:
    asking = await packed.body(request, enrolling.Asking)
    done = await run_in_threadpool(
        hub.database.run, lambda db: enrolling.enrol(db, asking, hub.clock())
    )
    who = done.account
    told = {
        "hub": hub.hub_id,
        "epoch": hub.epoch,
        "key": hub.seal.public,
        "scope": done.scope,
        "account": who.account,
        "name": who.name,
        "certificate": who.certificate or "",
        "role": who.role,
    }
    return packed.answer(told)


async def _challenge(hub: Hub, _request: Request) -> Response:
    return packed.answer({"challenge": sessions.challenge(hub.seal, hub.clock())})


async def _session(hub: Hub, request: Request) -> Response:
    answer = await packed.body(request, sessions.Answer)
    token = await run_in_threadpool(
        hub.database.run,
        lambda db: sessions.begin(db, hub.seal, hub.hub_id, answer, hub.clock()),
    )
    return packed.answer({"token": token, "seconds": sessions.SESSION_SECONDS})


async def _heads(hub: Hub, request: Request) -> Response:
    who = await _who(hub, request)
    now = hub.clock()
    told = (now, *_told(request, now))
    head, end = await run_in_threadpool(hub.database.run, lambda db: _look(db, who, told))
    return packed.answer(
        {
            "hub": hub.hub_id,
            "epoch": hub.epoch,
            "now": int(now.timestamp() * 1000),
            "status": who.status,
            "streams": {name: list(at) for name, at in head.items()},
            "feed": list(end),
            "min_client": MIN_CLIENT,
        }
    )


async def _push(hub: Hub, request: Request) -> Response:
    who = await _who(hub, request)
    batch = await packed.body(request, wire.Batch)
    if not 0 < batch.first <= 1 << 40 or not batch.operations:
        raise wire.BadBody("body")
    done = await run_in_threadpool(
        hub.database.run, lambda db: push.push(db, who, batch, hub.clock())
    )
    return packed.answer(asdict(done))


async def _pull(hub: Hub, request: Request) -> Response:
    who = await _who(hub, request)
    if who.status != "active":
        raise NoEntry("revoked")
    try:
        after = Place(
            int(request.query_params["after"]), bytes.fromhex(request.query_params["hash"])
        )
    except (KeyError, ValueError) as error:
        raise wire.BadBody("query") from error
    page = await run_in_threadpool(
        hub.database.run, lambda db: pull.pull(db, (hub.hub_id, hub.epoch), who.scope, after)
    )
    return packed.answer(page)


async def _who(hub: Hub, request: Request) -> Caller:
    kind, _space, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise NoEntry("session")
    return await run_in_threadpool(
        hub.database.run,
        lambda db: sessions.caller(db, hub.seal, hub.hub_id, token, hub.clock()),
    )


def _look(
    db: Db, who: Caller, told: tuple[dt.datetime, str, int]
) -> tuple[dict[str, tuple[int, bytes]], tuple[int, bytes]]:
    people.seen(db, who.scope, who.device, told)
    return streams.heads(db, who.scope, who.device), feeds.feed(db, who.scope)


def _told(request: Request, now: dt.datetime) -> tuple[str, int]:
    """The client's version and how far its clock is ahead, in milliseconds, as it says."""
    client = request.headers.get("x-client", "")[:40]
    try:
        ahead = int(request.headers.get("x-now", "")) - int(now.timestamp() * 1000)
    except ValueError:
        ahead = 0
    return client, min(max(ahead, -(1 << 50)), 1 << 50)
