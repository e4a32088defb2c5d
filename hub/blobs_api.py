"""The routes of files: what is here, a piece taken in, a file given out."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict, dataclass
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from db.journal import files, wire
from hub import blobs, packed
from hub.arriving import until
from hub.blobs import Has, Piece, Place, Refusal
from hub.routing import Hub, caller, routed
from hub.storage import Gone

MOST_ASKED = 1000
_STEP = 1 << 20
_DAY = "private, max-age=86400, immutable"
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")
_NUMBER = re.compile(r"\d{1,12}")


@dataclass(frozen=True, slots=True)
class Asking:
    """Files somebody asks for by name."""

    names: tuple[str, ...]


def routes(hub: Hub) -> list[Route]:
    """Return the routes of files."""
    return routed(
        hub,
        (
            ("/v1/blobs/have", "POST", _have),
            ("/v1/blobs/{name}", "PATCH", _take),
            ("/v1/blobs/{name}", "GET", _give),
        ),
    )


async def _have(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request, active=False)
    asking = await packed.body(request, Asking)
    if len(asking.names) > MOST_ASKED or not all(map(files.is_name, asking.names)):
        raise wire.BadBody("body")
    await hub.arriving.settle((who.scope, who.device, name) for name in asking.names)
    found = await run_in_threadpool(
        hub.database.run, lambda db: blobs.has(db, who, list(asking.names))
    )
    return packed.answer({name: asdict(here) for name, here in found.items()})


async def _take(hub: Hub, request: Request) -> Response:
    """Take in a piece; of one that is cut on the way, or wrong further on, what is right counts."""
    who = await caller(hub, request, active=False)
    piece = _piece(request)
    hub.storing.look()
    async with hub.arriving.one((who.scope, who.device, piece.name)) as stop:
        here = await run_in_threadpool(hub.database.run, lambda db: blobs.expect(db, who, piece))
        if here.whole:
            return packed.answer(asdict(here))
        coming = files.Unframing(min(files.MOST_PIECE, piece.size - piece.at))
        end = await _come(coming, until(stop, request.stream()))
        if coming.found or end == "whole":
            place = Place(hub.database, hub.storage, hub.clock())
            taking: Callable[[], Has] = partial(blobs.take, place, who, piece, bytes(coming.found))
            here = await hub.storing.do(taking)
    if end == "wrong":
        raise Refusal("frame", here.at)
    return packed.answer(asdict(here))


async def _come(coming: files.Unframing, stream: AsyncIterator[bytes]) -> str:
    """Read a piece as far as it comes; returns how it ended."""
    try:
        async for data in stream:
            coming.feed(data)
        coming.end()
    except files.BadFrame:
        return "wrong"
    except (ClientDisconnect, TimeoutError):
        return "cut"
    return "whole"


async def _give(hub: Hub, request: Request) -> Response:
    who = await caller(hub, request)
    name = _name(request)
    size = await run_in_threadpool(hub.database.run, lambda db: blobs.locate(db, who, name))
    start, end = byte_range(request.headers.get("range"), size)
    ranged = (start, end) != (0, size)
    key = blobs.key_of(who.scope, name)

    async def read(at: int) -> bytes:
        return await hub.storing.do(partial(hub.storage.read, key, at, min(at + _STEP, end)))

    begun = await read(start) if size else b""  # what is wrong with it is told in the answer

    async def pieces() -> AsyncIterator[bytes]:
        yield begun
        for at in range(start + _STEP, end, _STEP):
            yield await read(at)

    headers = {"content-length": str(end - start), "accept-ranges": "bytes"}
    if ranged:
        headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
    return StreamingResponse(
        pieces(), 206 if ranged else 200, headers, media_type="application/octet-stream"
    )


def _name(request: Request) -> str:
    name = str(request.path_params["name"])
    if not files.is_name(name):
        raise Refusal("unknown")
    return name


def _piece(request: Request) -> Piece:
    told = [request.headers.get(name, "") for name in ("upload-offset", "upload-length")]
    if not all(map(_NUMBER.fullmatch, told)):
        raise wire.BadBody("query")
    at, size = map(int, told)
    if size > files.MOST_FILE:
        raise wire.BadBody("large")
    if at > size:
        raise wire.BadBody("query")
    return Piece(_name(request), at, size)


async def unchanging(hub: Hub, request: Request, read: Callable[[bytes], bytes]) -> Response:
    """Return a file that never changes by the hash it is asked for by, or the part that is wished.

    Raises:
        Refusal: ``unknown``, for a name that is none and for a file there is not.
        BadBody: ``range``, for one beyond the file.
        Away: the storage does not answer.
    """
    name = str(request.path_params["name"])
    if not files.is_name(name):
        raise Refusal("unknown")
    try:
        data = await hub.storing.do(partial(read, bytes.fromhex(name)))
    except Gone as error:
        raise Refusal("unknown") from error
    start, end = byte_range(request.headers.get("range"), len(data))
    ranged = (start, end) != (0, len(data))
    headers = {"accept-ranges": "bytes", "cache-control": _DAY}
    if ranged:
        headers["content-range"] = f"bytes {start}-{end - 1}/{len(data)}"
    return Response(
        data[start:end], 206 if ranged else 200, headers, media_type="application/octet-stream"
    )


def byte_range(asked: str | None, size: int) -> tuple[int, int]:
    """Return the bytes asked for; the whole file for a range that means nothing, as HTTP has it.

    Raises:
        BadBody: ``range``, for one beyond the file.
    """
    found = _RANGE.fullmatch(asked or "")
    if found is None:
        return 0, size
    start = int(found[1])
    end = min(int(found[2]) + 1, size) if found[2] else size
    if start >= end:
        raise wire.BadBody("range")
    return start, end
