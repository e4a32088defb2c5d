"""Bodies on the wire: msgpack within zstd, bounded before and after they are unpacked."""

from typing import Any, TypeVar

from backports import zstd
from starlette.requests import Request
from starlette.responses import Response

from db.journal import wire

MEDIA = "application/vnd.xunjian.v1"
MOST_PACKED = 32 << 20
_LEVEL = 1

Body = TypeVar("Body")


async def body(request: Request, kind: type[Body]) -> Body:
    """Return a request's body.

    Raises:
        BadBody: ``large`` or ``body``.
    """
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > MOST_PACKED:
            raise wire.BadBody("large")
    return read(bytes(data), kind)


def read(data: bytes, kind: type[Body]) -> Body:
    """Return the body in packed bytes.

    Raises:
        BadBody: ``large`` or ``body``.
    """
    unpacking = zstd.ZstdDecompressor()
    try:
        plain = unpacking.decompress(data, max_length=wire.MOST_BODY + 1)
    except zstd.ZstdError as error:
        raise wire.BadBody("body") from error
    if not unpacking.eof and len(plain) <= wire.MOST_BODY:
        raise wire.BadBody("body")
    return wire.unpack(plain, kind)


def answer(told: Any, status: int = 200, **headers: str) -> Response:
    """Return a response with a packed body."""
    return Response(
        zstd.compress(wire.pack(told), _LEVEL), status, headers=headers, media_type=MEDIA
    )
