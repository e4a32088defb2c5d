"""The ASGI application: its routes, what opens and closes with it, and the headers of every answer."""

import asyncio
import contextlib
import datetime as dt
from collections.abc import AsyncIterator
from functools import partial
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from hub import api, blobs_api, segments_api, snapshots_api
from hub.database import Busy, Database
from hub.headers import Headed
from hub.metrics import Measured, may_read
from hub.oidc import Provider
from hub.routing import Clock, Hub
from hub.seal import Seal
from hub.sql import hubs
from hub.storage import Storage
from hub.web import pages


def utc_now() -> dt.datetime:
    """Return the time, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def standing(  # noqa: PLR0913 - what a hub stands on, each named at the call
    database: Database,
    seal: Seal,
    clock: Clock = utc_now,
    pin: str = "",
    storage: Storage | None = None,
    *,
    public: str = "",
    metrics: str = "",
    oidc: Provider | None = None,
) -> Hub:
    """Return the hub of an open database.

    ``pin`` is the SHA-256 (hex) of a self-made certificate, for the laptops to be enrolled;
    ``public`` the address printed in the codes of their papers; ``metrics`` the token that opens the
    measures; ``oidc`` who may prove people beside their passwords.

    Files are kept in ``storage``; without one, in memory, until the program ends.

    Raises:
        LookupError: the database was not set up.
    """
    identity = database.run(hubs.hub)
    if identity is None:
        raise LookupError("the hub's database was not set up")
    return Hub(
        *(*identity, database, seal, clock, storage or Storage("memory:///")),
        *(pin, public, metrics, oidc),
    )


def application(  # noqa: PLR0913 - as ``standing``
    database: Database,
    seal: Seal,
    clock: Clock = utc_now,
    pin: str = "",
    storage: Storage | None = None,
    *,
    public: str = "",
    metrics: str = "",
    oidc: Provider | None = None,
) -> Starlette:
    """Return the hub's application on an open database that was set up.

    Raises:
        LookupError: the database was not set up.
    """
    hub = standing(database, seal, clock, pin, storage, public=public, metrics=metrics, oidc=oidc)

    async def healthz(_request: Request) -> Response:
        try:
            await run_in_threadpool(database.run, hubs.hub)
        except Busy:
            return PlainTextResponse("database\n", HTTPStatus.SERVICE_UNAVAILABLE)
        return PlainTextResponse("ok\n")

    async def measures(request: Request) -> Response:
        if not may_read(request, hub.metrics):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(snapshots_api.watch(hub))
        yield
        watching.cancel()
        await run_in_threadpool(database.close)

    made = Starlette(
        routes=[
            *api.routes(hub),
            *blobs_api.routes(hub),
            *segments_api.routes(hub),
            *snapshots_api.routes(hub),
            *pages.routes(hub),
            Route("/healthz", healthz),
            Route("/metrics", measures),
        ],
        middleware=[Middleware(Measured), Middleware(Headed)],
        exception_handlers={404: partial(pages.nothing, hub)},
        lifespan=lifespan,
    )
    made.state.hub = hub
    return made
