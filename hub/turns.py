"""Turns: what a device sends of a stream is taken in one after the other, in the order it came.

The database keeps the order among instances by its lock; here a request waits for its turn without
a connection in its hand, and what it needs no lock for is done while it waits. Where one is given
up the next goes on: it is refused as a gap at worst, and sent again. Who waits holds a batch, so
only so many wait, and of one line only a few.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

from anyio import CapacityLimiter

from hub.database import Busy

Key = tuple[str, str, str]
"""The scope, the device that speaks, and the stream it names."""
MOST_AT_ONCE = 12
"""So many batches are read or taken in at an instance at one time."""
MOST_IN_LINE = 4
"""So many of one line: a laptop has two under way, and may come again after a cut."""
MOST_WAITING = 200
"""So many wait for their turn before a further one is asked to come again later."""


@dataclass(slots=True)
class Turns:
    """Who is being taken in at this instance, and how many stand in each line."""

    last: dict[Key, asyncio.Event] = field(default_factory=dict)
    count: dict[Key, int] = field(default_factory=dict)
    room: CapacityLimiter = field(default_factory=partial(CapacityLimiter, MOST_AT_ONCE))

    @asynccontextmanager
    async def one(self, key: Key) -> AsyncIterator[asyncio.Event]:
        """Stand in line; yields the event that says that it is this one's turn.

        Raises:
            Busy: too many stand there already.
        """
        if self.count.get(key, 0) >= MOST_IN_LINE:
            raise Busy
        if self.room.statistics().tasks_waiting >= MOST_WAITING:
            raise Busy
        self.count[key] = self.count.get(key, 0) + 1
        try:
            async with self.room, self._line(key) as turn:  # room first: who has it can go on
                yield turn
        finally:
            self.count[key] -= 1
            if not self.count[key]:
                del self.count[key]

    @asynccontextmanager
    async def _line(self, key: Key) -> AsyncIterator[asyncio.Event]:
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
