"""Pieces that are coming in at this instance, so that a laptop's next word settles its last one.

A line that dies in silence leaves its request open for minutes, with bytes in it that arrived.
When the laptop is back and speaks of the same file, what came is kept before it is answered; else
it would have to send those bytes again. Only time is lost where another instance answers it.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field

Key = tuple[str, str, str]
"""The scope, the device, the file."""
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class _Coming:
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Arriving:
    """The pieces coming in now."""

    def __init__(self) -> None:
        self._open: dict[Key, _Coming] = {}

    async def settle(self, keys: Iterable[Key]) -> None:
        """End what is coming in of these files, and wait until it is kept."""
        for key in keys:
            coming = self._open.get(key)
            if coming is not None:
                coming.stop.set()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(coming.done.wait(), _PATIENCE)

    @contextlib.asynccontextmanager
    async def one(self, key: Key) -> AsyncIterator[asyncio.Event]:
        """Let a piece come in; yields the event that ends it."""
        await self.settle((key,))
        coming = self._open[key] = _Coming()
        try:
            yield coming.stop
        finally:
            coming.done.set()
            if self._open.get(key) is coming:
                del self._open[key]


async def until(stop: asyncio.Event, stream: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Yield what comes, until it is stopped.

    Raises:
        TimeoutError: it was stopped before its end.
    """
    stopping = asyncio.ensure_future(stop.wait())
    try:
        while True:
            coming = asyncio.ensure_future(anext(stream))
            await asyncio.wait({coming, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not coming.done():
                coming.cancel()
                raise TimeoutError
            try:
                data = coming.result()
            except StopAsyncIteration:
                return
            yield data
    finally:
        stopping.cancel()
