"""Beginning at a bureau: what stands there is taken over by a snapshot, where the hub has one.

Only a laptop that brings nothing and never pulled begins so. Whatever is wrong with a snapshot, the
history stands in for it: that takes longer and is never less.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from app.services.changes import Changes, Result
from app.services.fetching import CUT, whole
from app.services.hub_answers import Heads
from app.services.transport import LinkError
from db import blobs
from db.connection import Reader, Store
from db.journal import snapshot, wire
from db.journal.snapshot import OPERATIONS, RECORDS, Part, Snapshot
from db.store import base, beginning
from db.store.tables import TABLES
from db.zipped import unzip

_NEVER = CUT | {"busy"}
"""What is wrong with the line or the speaker: the round ends as it would anywhere."""


class Hub(Protocol):
    """What is asked of the line to the hub."""

    def snapshot(self) -> Snapshot:
        """Ask for the newest snapshot the hub gives out."""

    def fetch_part(self, sha256: bytes, into: bytearray) -> None:
        """Append a part's file from where ``into`` ends."""


@dataclass(frozen=True, slots=True)
class Way:
    """What beginning stands on; ``key`` is what the hub signs with, ``told`` hears of done and all."""

    hub: Hub
    reader: Reader
    write: Callable[[Callable[[Store], Any]], Any]
    scope: str
    key: bytes
    heads: Heads
    told: Callable[[int, int], None]


def begin(one: Way) -> int:
    """Begin with the hub's snapshot; returns how many records and operations it brought, 0 without.

    Raises:
        LinkError: the line was cut; what was fetched is kept, and is not fetched again.
        MachineError: it could not be written; nothing has changed.
    """
    if not one.key or one.heads.streams or not one.heads.feed[0]:
        return 0
    if not beginning.may_begin(one.reader, one.scope):
        return 0
    fetched: list[str] = []
    try:
        found = one.hub.snapshot()
        _require(one, found)
        _fetch(one, found, fetched)
        return _load(one, found)
    except (wire.BadBody, LinkError) as error:
        if isinstance(error, LinkError) and error.code in _NEVER:
            raise
        blobs.remove(one.reader.folder, fetched)  # and nothing that was here before
        return 0


def _require(one: Way, found: Snapshot) -> None:
    """See that a snapshot is this hub's, of this feed, and in its order.

    Raises:
        BadBody: ``snapshot``.
    """
    known = (found.hub, found.scope) == (one.heads.hub, one.scope) and found.at <= one.heads.feed[0]
    known = known and {part.kind for part in found.parts} <= {RECORDS, OPERATIONS}
    later = [part.kind == OPERATIONS for part in found.parts]
    firsts = [part.first for part in found.parts if part.kind == RECORDS]
    ordered = later == sorted(later) and firsts == sorted(firsts)
    small = len(found.parts) <= snapshot.MOST_PARTS
    if not (known and small and snapshot.signed_by(one.key, found) and ordered):
        raise wire.BadBody("snapshot")


def _fetch(one: Way, found: Snapshot, fetched: list[str]) -> None:
    """Fetch the parts that are not here yet, and keep them; ``fetched`` is told their names."""
    total = 2 * sum(part.count for part in found.parts)
    done = 0
    for part in found.parts:
        if not base.has(one.reader, part):
            data = whole(one.hub.fetch_part, part.sha256, part.size)
            if data is None:
                raise wire.BadBody("snapshot")
            fetched.append(blobs.put(one.reader.folder, one.reader.key, data))
        done += part.count
        one.told(done, total)


def _load(one: Way, found: Snapshot) -> int:
    count = sum(part.count for part in found.parts)
    done = [count]

    def told(more: int) -> None:
        done[0] += more
        one.told(done[0], 2 * count)

    one.write(partial(_begin, found, one.heads.now, told))
    return count


def _begin(found: Snapshot, now_ms: int, told: Callable[[int], None], store: Store) -> Result[None]:
    beginning.begin(store, found, partial(_unpacked, store), now_ms, told)
    return Result(None, Changes(frozenset(TABLES), frozenset()))


def _unpacked(store: Store, part: Part) -> bytes:
    """What is packed in a part that came whole: what is wrong with it is not this disk's fault."""
    return unzip(blobs.get(store.folder, store.key, part.sha256.hex()))
