"""Turns: what comes of one stream is taken in one after the other, in the order in which it came.

The database keeps the order among instances by its lock; here a request waits for its turn without
a connection in its hand, and what it needs no lock for is done while it waits. Where one is given
up the next goes on: it is refused as a gap at worst, and sent again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Key = tuple[str, str]
"""The scope and the stream."""


@dataclass(slots=True)
class Turns:
    """The last of each stream that is being taken in at this instance."""

    last: dict[Key, asyncio.Event] = field(default_factory=dict)

    @asynccontextmanager
    async def one(self, key: Key) -> AsyncIterator[asyncio.Event]:
        """Stand in line; yields the event that says that it is this one's turn."""
        done, before = asyncio.Event(), self.last.get(key)
        self.last[key] = done
        if before is None:
            before = asyncio.Event()
            before.set()
        try:
            yield before
        finally:
            done.set()
            if self.last.get(key) is done:
                del self.last[key]
