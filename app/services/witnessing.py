"""Holding the hub to its word: each pull ends with a signed head that must continue the last one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.connection import Reader, Store
from db.journal import proof
from db.journal.proof import Witness
from db.store import checkpoints
from db.store.arrivals import Cursor

BUSY_MS, BUSY_MOST = 10 * 60 * 1000, 2000
"""So long after a signed head, and so many operations, go by without another in busy rounds."""
UNSIGNED = "unsigned"
RESTORED = "restored"
REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Place:
    """Where this laptop is in a feed, and the key by which it knows the hub."""

    at: Cursor
    key: bytes


def due(reader: Reader, at: Cursor, busy_ms: int | None = None) -> int | None:
    """Return the size of the last head from which a new one is due; None when there is none due.

    ``busy_ms`` is the hub's time in a round that brought something: what it signed lately is enough.
    """
    before = checkpoints.last(reader, at.hub, at.scope)
    if before is None:
        return 0
    if (before.size, before.feed) == (at.seq, at.feed):
        return None
    lately = busy_ms is not None and 0 <= busy_ms - before.at < BUSY_MS
    same = before.epoch == at.epoch and 0 <= at.seq - before.size < BUSY_MOST
    return None if lately and same else before.size


def hold(
    reader: Reader, write: Callable[[Callable[[Store], Any]], Any], place: Place, told: Witness
) -> str:
    """Check a head against the last one and keep it; returns what is wrong, "" when nothing is.

    ``unsigned``: it is not what this hub can say of this place, and is not kept. ``restored``: the
    hub was set back and says so, by a new epoch. ``rewritten``: it tells another history under the
    same. In both cases the two heads are kept as proof, and the newer one counts.
    """
    now, at = told.checkpoint, place.at
    if (now.hub, now.scope, now.size, now.feed) != (at.hub, at.scope, at.seq, at.feed):
        return UNSIGNED
    if not proof.genuine(now, place.key):
        return UNSIGNED
    before = checkpoints.last(reader, at.hub, at.scope)
    if before is None or proof.continues(before, told):
        write(lambda store: checkpoints.keep(store, now))
        return ""
    write(lambda store: checkpoints.contradict(store, at.scope, now))
    return RESTORED if now.epoch > before.epoch else REWRITTEN
