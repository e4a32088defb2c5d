"""The routes the laptops speak to: ``/v1``. Each checks who speaks before it reads what is said."""

import datetime as dt
import tempfile
from dataclasses import asdict
from functools import partial
from typing import BinaryIO

from starlette.background import BackgroundTask, BackgroundTasks
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from db.journal import bundle, wire
from hub import (
    bundles,
    checkpoints,
    enrolling,
    healing,
    leases,
    packed,
    pull,
    push,
    segments_api,
    sessions,
)
from hub.batches import Caller, bounded, opened
from hub.pull import Place, Wish
from hub.routing import Hub, caller, routed
from hub.sql import feeds, people, streams
from hub.sql.base import Db

BUNDLE = "application/vnd.xunjian.bundle"
_MOST_HAVE = 8
MIN_CLIENT = "0.1"
"""Clients older than this may send, but should not edit or issue."""


def routes(hub: Hub) -> list[Route]:
    """Return the routes of the laptops."""
    return routed(
        hub,
        (
            ("/v1/enrol", "POST", _enrol),
            ("/v1/challenge", "POST", _challenge),
            ("/v1/session", "POST", _session),
            ("/v1/heads", "GET", _heads),
            ("/v1/push", "POST", _push),
            ("/v1/pull", "GET", _pull),
            ("/v1/offer", "POST", _offer),
            ("/v1/give", "POST", _give),
            ("/v1/leases", "POST", _lease),
            ("/v1/bundle", "POST", _bundle),
            ("/v1/checkpoint", "GET", _checkpoint),
            ("/v1/proof", "GET", _proof),
        ),
    )


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
        "box": hub.seal.box_public,
        "scope": done.scope,
        "account": who.account,
        "name": who.name,
        "certificate": who.certificate or "",
        "role": who.role,
        "public": hub.public,
    }
    return packed.answer(told)


async def _challenge(hub: Hub, _request: Request) -> Response:
    return packed.answer({"challenge": sessions.challenge(hub.seal, hub.clock())})


async def _session(hub: Hub, request: Request) -> Response:
    answer = await packed.body(request, sessions.Answer)
    token = await run_in_threadpool(
        hub.database.run,
        lambda db: sessions.begin(db, hub.seal, (hub.hub_id, hub.epoch), answer, hub.clock()),
    )
    return packed.answer({"token": token, "seconds": sessions.SESSION_SECONDS})


async def _heads(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request, active=False)
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
            "public": hub.public,
        }
    )


async def _push(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request, active=False)
    batch = await packed.body(request, wire.Batch)
    bounded(batch)
    async with hub.turns.one((who.scope, who.device, batch.stream)) as turn:
        found = await run_in_threadpool(opened, who, batch)
        await turn.wait()
        done = await run_in_threadpool(
            hub.database.run, lambda db: push.push(db, who, batch, hub.clock(), found)
        )
    answer = packed.answer(asdict(done))
    count = len(batch.operations)
    work = segments_api.after(hub, who.scope, count), hub.planner.after(hub.database, count)
    answer.background = BackgroundTasks([one for one in work if one])
    return answer


async def _pull(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    try:
        after = Place(
            int(request.query_params["after"]), bytes.fromhex(request.query_params["hash"])
        )
    except (KeyError, ValueError) as error:
        raise wire.BadBody("query") from error
    measure = hub.sealer.measure if request.query_params.get("sealed") == "1" else None
    wish = Wish(measure, _have(request))
    page = await run_in_threadpool(
        hub.database.run,
        lambda db: pull.pull(db, (hub.hub_id, hub.epoch), who.scope, after, wish),
    )
    answer = packed.answer(page)
    if measure and page.placed and page.head - after.seq > measure.far:  # it could have been sealed
        answer.background = segments_api.after(hub, who.scope, measure.operations)
    return answer


def _have(request: Request) -> dict[str, int]:
    """How far the client says it has streams."""
    told = [one.partition(":") for one in request.query_params.getlist("have")[:_MOST_HAVE]]
    return {
        name: int(seq)
        for name, _sign, seq in told
        if seq.isascii() and seq.isdigit() and len(seq) <= 12
    }


async def _offer(hub: Hub, request: Request) -> Response:
    """Say of the streams a laptop holds which the hub lost."""
    who = await caller(hub, request)
    offered = await packed.body(request, dict[str, int])
    lost = await run_in_threadpool(
        hub.database.run, lambda db: healing.lacking(db, who.scope, offered)
    )
    return packed.answer(lost)


async def _give(hub: Hub, request: Request) -> Response:
    """Take in another device's batch; its author's signature is on it."""
    who = await caller(hub, request)
    batch = await packed.body(request, wire.Batch)
    bounded(batch)
    done = await run_in_threadpool(
        hub.database.run, lambda db: healing.give(db, who.scope, batch, hub.clock())
    )
    return packed.answer(asdict(done))


async def _lease(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    asking = await packed.body(request, leases.Asking)
    block = await run_in_threadpool(
        hub.database.run, lambda db: leases.lease(db, who, asking, hub.clock())
    )
    return packed.answer({"block": block.block, "lo": block.lo, "hi": block.hi})


async def _checkpoint(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    size, before = _number(request, "size"), _number(request, "from")
    found = await run_in_threadpool(
        hub.database.run, lambda db: checkpoints.witness(db, hub, who.scope, size, before)
    )
    return packed.answer(found)


async def _proof(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    stream, seq = request.query_params.get("stream", ""), _number(request, "seq")
    found = await run_in_threadpool(
        hub.database.run, lambda db: checkpoints.prove(db, hub, who.scope, stream, seq)
    )
    return packed.answer(found)


def _number(request: Request, name: str) -> int:
    """A number of the query; none is larger than a feed can be."""
    text = request.query_params.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise wire.BadBody("query")
    return int(text)


async def _bundle(hub: Hub, request: Request) -> Response:
    """Take in a bundle; whoever speaks carries it, whose it is says the signature on it."""
    await caller(hub, request)
    out = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed once the answer was sent
    try:
        with tempfile.TemporaryFile() as file:
            await _received(request, file)
            await run_in_threadpool(bundles.take, hub, file, out)
    except BaseException:
        out.close()
        raise
    out.seek(0)
    pieces = iter(partial(out.read, 1 << 20), b"")
    return StreamingResponse(pieces, media_type=BUNDLE, background=BackgroundTask(out.close))


async def _received(request: Request, file: BinaryIO) -> None:
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > bundle.MOST_FILE:
            raise wire.BadBody("large")
        await run_in_threadpool(file.write, piece)


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
