"""Connections to the database, and doing a transaction again when the database asks for it."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

import psycopg
from psycopg import errors
from psycopg_pool import ConnectionPool, PoolTimeout

from hub.sql import snapshots
from hub.sql.base import Db

Value = TypeVar("Value")

AGAIN = (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation)
"""What another's transaction at the same moment can cause; the same request is right again."""
_ALIVE = {
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,  # milliseconds
}
"""A line that died in silence is found within seconds, not after the system's quarter of an hour."""
_TRIES = 6
_WAIT_SECONDS = 10.0


class Busy(Exception):  # noqa: N818 - it tells what happened
    """No connection became free, or others were always faster; ask again later."""


class Database:
    """A pool of connections, each statement its own transaction unless one is begun."""

    def __init__(self, url: str, most: int = 8) -> None:
        self._pool: ConnectionPool[Db] = ConnectionPool(
            url,
            min_size=1,
            max_size=most,
            timeout=_WAIT_SECONDS,
            open=False,
            kwargs={"autocommit": True, **_ALIVE},
        )

    def open(self) -> None:
        """Connect; raises psycopg_pool.PoolTimeout when there is no database."""
        self._pool.open(wait=True, timeout=30)

    def close(self) -> None:
        """Let every connection go once its work is done."""
        self._pool.close()

    def run(self, work: Callable[[Db], Value]) -> Value:
        """Do work on a connection, again when another's transaction or a lost connection asks it.

        Raises:
            Busy: it could not be done now.
        """
        for attempt in range(_TRIES):
            try:
                with self._pool.connection() as db:
                    return work(db)
            except AGAIN:
                pass
            except PoolTimeout as error:  # it has waited already: the laptop comes again by itself
                raise Busy from error
            except psycopg.OperationalError as error:
                if attempt + 1 == _TRIES:
                    raise Busy from error
                self._pool.check()  # where one was lost the others may be; each is asked only now
            time.sleep(random.uniform(0, 0.01 * 2**attempt))
        raise Busy

    def still(self, work: Callable[[Db], Value]) -> Value:
        """Do work that reads one moment of the database, however long it takes; it changes nothing.

        Raises:
            Busy: it could not be done now.
        """

        def held(db: Db) -> Value:
            with db.transaction():
                snapshots.hold_still(db)
                return work(db)

        return self.run(held)
