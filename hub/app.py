"""The ASGI application: its routes, what opens and closes with it, and the headers of every answer."""

import contextlib
import datetime as dt
from collections.abc import AsyncIterator

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from hub import api, blobs_api
from hub.database import Database
from hub.metrics import Measured
from hub.routing import Clock, Hub
from hub.seal import Seal
from hub.sql import hubs
from hub.storage import Storage


def utc_now() -> dt.datetime:
    """Return the time, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def application(
    database: Database, seal: Seal, clock: Clock = utc_now, storage: Storage | None = None
) -> Starlette:
    """Return the hub's application on an open database that was set up.

    Files are kept in ``storage``; without one, in memory, until the program ends.

    Raises:
        LookupError: the database was not set up.
    """
    identity = database.run(hubs.hub)
    if identity is None:
        raise LookupError("the hub's database was not set up")
    hub = Hub(*identity, database, seal, clock, storage or Storage("memory:///"))

    async def healthz(_request: Request) -> Response:
        await run_in_threadpool(database.run, hubs.hub)
        return PlainTextResponse("ok\n")

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(database.close)

    return Starlette(
        routes=[
            *api.routes(hub),
            *blobs_api.routes(hub),
            Route("/healthz", healthz),
            Route("/metrics", metrics),
        ],
        middleware=[Middleware(Measured)],
        lifespan=lifespan,
    )
