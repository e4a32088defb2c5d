"""What every module of statements stands on."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import psycopg

Db: TypeAlias = psycopg.Connection[tuple[Any, ...]]


def first(db: Db, query: str, values: Sequence[Any] = ()) -> Any:
    """Return the only row of a statement, or None."""
    return db.execute(query, values).fetchone()
