"""Room for waiting for the storage of files: where it is silent, papers still come and go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from hub.database import Busy

Value = TypeVar("Value")
AT_ONCE = 16
IN_LINE = 32
"""Each is in memory; a further one comes again later."""


@dataclass(slots=True)
class Storing:
    """Threads of their own for the storage; used on the event loop only, so that counting is exact."""

    _limiter: CapacityLimiter = field(default_factory=partial(CapacityLimiter, AT_ONCE))
    _inside: int = 0

    def look(self) -> None:
        """Look whether there is room, before the bytes of a file are in memory.

        Raises:
            Busy: there is none.
        """
        if self._inside >= AT_ONCE + IN_LINE:
            raise Busy

    async def do(self, work: Callable[[], Value]) -> Value:
        """Do work that waits for the storage.

        Raises:
            Busy: as ``look``.
        """
        self.look()
        self._inside += 1
        try:
            return await to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1
