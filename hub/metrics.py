"""Measures for Prometheus and one line of log a request; neither says who or what it was about."""

import json
import logging
import time
from typing import Any

from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("hub")
REQUESTS = Counter("hub_requests", "Requests answered", ("route", "method", "status"))
SECONDS = Histogram("hub_request_seconds", "Seconds until an answer was sent", ("route",))


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
