"""When an operation was made, by its author's own clock."""

import datetime as dt

from db.journal.operation import Operation


def wall_of(operation: Operation) -> dt.datetime:
    """Return the moment the author's wall clock showed, in UTC."""
    return dt.datetime.fromtimestamp(operation.wall / 1000, dt.UTC)
