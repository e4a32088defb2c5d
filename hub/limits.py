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
    second = int(now.timestamp())
    slot = second // limit.seconds * limit.seconds
    key = hashlib.sha256(b"xunjian attempt " + what.encode()).digest()
    count = visits.attempts(db, scope, key, slot)
    if count >= limit.most:
        raise TooMany(slot + limit.seconds - second)
    if count:
        visits.count_attempt(db, scope, key, slot)
    else:
        visits.forget_attempts(db, scope, key, slot - KEPT_SECONDS)
        visits.add_attempt(db, scope, key, slot)
