"""How often something may be tried, counted in the database: all instances count together."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from hub.sql import visits
from hub.sql.base import Db

KEPT_SECONDS = 24 * 60 * 60
"""Tries older than this are forgotten with the next first try of anyone."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within so many seconds."""

    most: int
    seconds: int


class TooMany(Exception):  # noqa: N818 - it tells what happened
    """It was tried too often; ``seconds`` until it may be tried again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(str(seconds))
        self.seconds = seconds


def spend(db: Db, scope: str, what: str, limit: Limit, now: dt.datetime) -> None:
    """Count one try; only a hash of what is tried is kept.

    Raises:
        TooMany: all tries of this stretch of time are spent; nothing is written then.
    """
    second, slot, key = _place(what, limit, now)
    count = visits.attempts(db, scope, key, slot)
    if count >= limit.most:
        raise TooMany(slot + limit.seconds - second)
    if count:
        visits.count_attempt(db, scope, key, slot)
    else:
        visits.forget_attempts(db, scope, key, slot - KEPT_SECONDS)
        visits.add_attempt(db, scope, key, slot)


def forgive(db: Db, scope: str, what: str, limit: Limit, now: dt.datetime) -> None:
    """Count the tries of this stretch of time no more: the last one was right."""
    _second, slot, key = _place(what, limit, now)
    visits.forget_attempts(db, scope, key, slot - KEPT_SECONDS)


def _place(what: str, limit: Limit, now: dt.datetime) -> tuple[int, int, bytes]:
    """The second it is, where its stretch of time began, and the hash of what is tried."""
    second = int(now.timestamp())
    key = hashlib.sha256(b"xunjian attempt " + what.encode()).digest()
    return second, second // limit.seconds * limit.seconds, key
