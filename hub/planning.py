"""What the database's planner knows of the records, kept fresh while many arrive at once.

It learns by itself once a minute. Until then it takes a table that fills for an empty one and reads
every record of a kind to find those of a batch, so that each push costs more than the one before.
"""

from dataclasses import dataclass

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool

from hub.database import Busy, Database
from hub.sql import records

_FIRST = 1000
_TIMES = 4
_LAST = 1_000_000
"""From here on what comes in a minute changes nothing: the database is left to itself."""


@dataclass(slots=True)
class Planner:
    """Counts what came to an instance since it began; tells when the planner is to look again."""

    came: int = 0
    due: int = _FIRST

    def after(self, database: Database, count: int) -> BackgroundTask | None:
        """Count operations; returns what is to be done once the answer is sent."""
        self.came += count
        if self.came < self.due or self.due > _LAST:
            return None
        self.due = self.came * _TIMES
        return BackgroundTask(run_in_threadpool, _look, database)


def _look(database: Database) -> None:
    """Let the planner look; where the database cannot now, it will by itself."""
    try:
        database.run(records.analyze)
    except Busy:
        return
