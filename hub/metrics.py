"""Measures for Prometheus and one line of log a request; neither says who or what it was about."""

import ipaddress
import json
import logging
import secrets
import time
from typing import Any

from prometheus_client import Counter, Gauge, Histogram
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("hub")
REQUESTS = Counter("hub_requests", "Requests answered", ("route", "method", "status"))
SECONDS = Histogram("hub_request_seconds", "Seconds until an answer was sent", ("route",))
SNAPSHOTS = Counter("hub_snapshots", "Snapshots this instance tried to make", ("outcome",))
SNAPSHOT_MADE = Gauge("hub_snapshot_made_seconds", "When this instance made its last snapshot")
SNAPSHOT_BYTES = Gauge("hub_snapshot_bytes", "Size of the files of that snapshot")


def may_read(request: Request, token: str) -> bool:
    """Whether who asks may read the measures: with the token; where none is set, from this machine."""
    if not token:
        return request.client is not None and _is_here(request.client.host)
    kind, _space, told = request.headers.get("authorization", "").partition(" ")
    right = secrets.compare_digest(told.encode(), token.encode())
    return kind.lower() == "bearer" and right


def _is_here(host: str) -> bool:
    try:
        at = ipaddress.ip_address(host)
        return (getattr(at, "ipv4_mapped", None) or at).is_loopback
    except ValueError:
        return False


class Measured:
    """Measures every request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, measured."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sent)
        finally:
            taken = time.perf_counter() - began
            route = _route(scope)
            REQUESTS.labels(route, scope["method"], str(status)).inc()
            SECONDS.labels(route).observe(taken)
            _LOG.info(
                json.dumps(
                    {
                        "route": route,
                        "method": scope["method"],
                        "status": status,
                        "ms": round(taken * 1000, 1),
                    }
                )
            )


def _route(scope: dict[str, Any] | Scope) -> str:
    """The route's pattern: what stands in its place could name a person or a document."""
    route = scope.get("route")
    return str(getattr(route, "path", "other"))
