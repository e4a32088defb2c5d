"""Operations of other devices: kept verbatim under their stream, then brought into the tables.

One page of the hub's feed is one transaction with the place it leads to. What cannot be applied is
kept all the same and noted in ``held``, so that a page always goes in.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from db.handle import Identity, Reader, Store
from db.journal import chain, clock, feed, wire
from db.journal.operation import Operation, ends_group
from db.store import applying, claims, decisions, operations, streams

Broken = feed.Broken
PLACES = 500
"""So many of the last places in a feed are kept, to find where two histories part."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where this store is in a scope's feed."""

    scope: str
    hub: str
    epoch: int
    seq: int
    feed: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """An operation that is kept and not applied, and why."""

    n: int
    reason: str


def cursor(reader: Reader, scope: str) -> Cursor | None:
    """Return where this store is in a scope's feed, None when it never pulled."""
    found = reader.row(
        "SELECT scope, hub, epoch, seq, feed FROM hub_cursor WHERE scope = ?"
        " ORDER BY seq DESC LIMIT 1",
        (scope,),
    )
    return Cursor(*found) if found else None


def rewind(store: Store, scope: str, ladder: Sequence[tuple[int, bytes]]) -> int:
    """Go back to the last place both histories share; returns it, 0 for the beginning.

    ``ladder`` are places of the hub's feed. What came after stays here: only the place is given up.
    """
    shared = {(seq, feed) for seq, feed in ladder}
    with store.atomic():
        kept = store.rows("SELECT seq, feed FROM hub_cursor WHERE scope = ?", (scope,))
        last = max((seq for seq, feed in kept if (seq, feed) in shared), default=0)
        store.run("DELETE FROM hub_cursor WHERE scope = ? AND seq > ?", (scope, last))
    return last


def set_cursor(store: Store, at: Cursor) -> None:
    """Write down where this store is; the last places before it are kept to go back to."""
    store.run(
        "INSERT INTO hub_cursor (scope, seq, hub, epoch, feed) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (scope, seq) DO UPDATE SET hub = excluded.hub, epoch = excluded.epoch,"
        " feed = excluded.feed",
        (at.scope, at.seq, at.hub, at.epoch, at.feed),
    )
    store.run(
        "DELETE FROM hub_cursor WHERE scope = ?1 AND seq < (SELECT seq FROM hub_cursor"
        " WHERE scope = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)",
        (at.scope, PLACES),
    )


def note_head(store: Store, stream: str, seq: int, chained: bytes) -> None:
    """Write down how far the hub says a stream of this device has arrived.

    A hub that was set back has less than before; what it lost is in its feed no more either.
    """
    store.run(
        "INSERT INTO hub_stream (stream, seq, chain, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, chain = excluded.chain,"
        " at = excluded.at, fed = MIN(fed, excluded.seq)",
        (stream, seq, chained, clock.to_text(store.clock())),
    )


def own_streams(reader: Reader) -> tuple[str, ...]:
    """Return the streams this device writes or wrote, the oldest first."""
    found = reader.rows(
        "SELECT stream FROM stream WHERE device = (SELECT device FROM stream"
        " JOIN meta ON meta.key = 'stream' AND meta.value = stream.stream) ORDER BY id"
    )
    return tuple(name for (name,) in found)


def own_ends(reader: Reader) -> dict[str, int]:
    """Return how far each own stream goes here, the longest first."""
    found = [(name, operations.head(reader, name).seq) for name in own_streams(reader)]
    return dict(sorted(found, key=lambda one: -one[1]))


def waiting(reader: Reader) -> int:
    """Return how many own operations the hub has not said it has."""
    return sum(
        max(0, operations.head(reader, stream).seq - hub_has(reader, stream))
        for stream in own_streams(reader)
    )


def next_batch(
    reader: Reader, stream: str, after: int
) -> tuple[int, tuple[bytes, ...], bytes] | None:
    """Return (first, operations, chain value) of the next batch after a number; None at the end.

    As many whole transactions as fit; where not even the first one fits, that one alone.
    """
    rows: list[tuple[int, bytes, bytes]] = []
    size, whole = 0, 0
    for seq, _hash, chained, data in operations.run_of(reader, stream, after):
        size += len(data)
        if whole and (len(rows) >= wire.MOST_OPERATIONS or size > wire.MOST_BYTES):
            break
        rows.append((seq, chained, data))
        if ends_group(data):
            whole = len(rows)
    if not whole:
        return None
    return rows[0][0], tuple(data for _seq, _chain, data in rows[:whole]), rows[whole - 1][1]


def standing(reader: Reader, stream: str, hub: tuple[int, bytes]) -> str:
    """Say how an own stream stands to what the hub has of it.

    ``""`` when the hub has a part or all of it, ``behind`` when it has more than is here,
    ``parted`` when it has something else.
    """
    seq, chained = hub
    if seq > operations.head(reader, stream).seq:
        return "behind"
    return "" if not seq or operations.chain_at(reader, stream, seq) == chained else "parted"


def hub_has(reader: Reader, stream: str) -> int:
    """Return how far the hub last said a stream has arrived."""
    found = reader.value("SELECT seq FROM hub_stream WHERE stream = ?", (stream,))
    return int(found or 0)


def told_at(reader: Reader, stream: str, seq: int) -> dt.datetime | None:
    """Return when the hub last said it has an own operation, None before it did."""
    at = reader.value("SELECT at FROM hub_stream WHERE stream = ? AND seq >= ?", (stream, seq))
    return None if at is None else clock.from_text(at)


def take(store: Store, stretch: feed.Stretch, hub_now_ms: int) -> tuple[Operation, ...]:
    """Take in a proved stretch of the feed that follows where this store is; returns what is new.

    Raises:
        Broken: a chain is broken, or a stream tells another story; nothing has changed.
        BadBody: the operations do not follow; nothing has changed.
        MachineError: it could not be written; nothing has changed.
    """
    with store.atomic():
        fresh: list[Operation] = []
        for one in stretch.batches:
            fresh += _batch(store, stretch.scope, one, hub_now_ms)
        set_cursor(store, Cursor(stretch.scope, stretch.hub, stretch.epoch, *stretch.after))
        return tuple(fresh)


def _batch(store: Store, scope: str, one: feed.Followed, hub_now_ms: int) -> list[Operation]:
    batch = one.batch
    if batch.stream not in streams.names(store):
        streams.enter_other(store.db, Identity(batch.stream, "", scope, 0))
    store.run(  # of a stream written here: it stands in the bureau's own order now
        "UPDATE hub_stream SET fed = MAX(fed, ?) WHERE stream = ?", (one.last, batch.stream)
    )
    if streams.may_be_anothers(store, batch.stream):
        claims.note(store, batch.stream, one.last, batch.signature, hub_now_ms)
    if not batch.operations and _is_here(store, one):
        _hold_again(store, one, _note_held(store, one, ()))
        return []
    head = operations.head(store, batch.stream)
    kept = operations.hashes_of(store, batch.stream, batch.first, min(one.last, head.seq))
    rest, found = feed.news(one, (head.seq, head.chain), kept)
    if found:
        arrived = receive(store, max(new.hlc for new, _hash, _chain in found), hub_now_ms)
        _keep(store, rest, found, arrived)
    fresh = [new for new, _hash, _chain in found]
    shut = _note_held(store, one, fresh)
    row = streams.id_of(store, batch.stream)
    numbered = [(streams.number(row, new.seq), new) for new in fresh]
    held = frozenset(streams.number(row, seq) for seq in one.refused)
    applying.run(store, applying.by_end(numbered), held)
    _hold_again(store, one, shut)
    return fresh


def _hold_again(store: Store, one: feed.Followed, shut: dict[int, str]) -> None:
    """Take out what is held once more, and let decisions count that the hub has again."""
    row = streams.id_of(store, one.batch.stream)
    if shut:
        decisions.hold_again(store, shut)
    decisions.relearn(store, streams.number(row, one.batch.first), streams.number(row, one.last))


def _is_here(store: Store, one: feed.Followed) -> bool:
    """Whether the hashes of a batch are those of what is here, by the chain before and after it."""
    batch = one.batch
    before = operations.chain_at(store, batch.stream, batch.first - 1)
    if batch.first == 1:
        before = chain.root(batch.stream)
    end = operations.chain_at(store, batch.stream, one.last)
    return before is not None and wire.feed_after(before, one.hashes) == end


def receive(store: Store, remote: int, hub_now_ms: int) -> int:
    """Return the HLC at which something arrives here, after everything that was here before."""
    last = store.value("SELECT value FROM meta WHERE key = 'hlc'")
    own = operations.head(store, store.identity.stream).hlc
    seen = max(int(last or 0), own)
    at = max(clock.receive(seen, remote, hub_now_ms), seen + 1)
    store.run(
        "INSERT INTO meta (key, value) VALUES ('hlc', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (str(at),),
    )
    store.tip = None
    return at


def _keep(
    store: Store,
    batch: wire.Batch,
    found: Sequence[tuple[Operation, bytes, bytes]],
    arrived: int,
) -> None:
    stream = streams.id_of(store, batch.stream)
    operations.keep_many(
        store,
        (
            (streams.number(stream, one.seq), arrived, one, op_hash, chained, data)
            for (one, op_hash, chained), data in zip(found, batch.operations, strict=True)
        ),
    )
    if batch.stream == store.identity.stream:  # a store set back gets its own operations again
        for (one, _hash, _chain), data in zip(found, batch.operations, strict=True):
            store.hold(one.seq, data)


def hold_own(store: Store, stream: str, seq: int, reason: str) -> None:
    """Note that the hub put an own operation in quarantine; here it stays applied."""
    n = streams.number(streams.id_of(store, stream), seq)
    decisions.hold(store, n, reason, "held_own")


def held(reader: Reader, limit: int = 200) -> tuple[Held, ...]:
    """Return what is kept and not applied."""
    return tuple(
        Held(n, reason)
        for n, reason in reader.rows("SELECT n, reason FROM held ORDER BY n LIMIT ?", (limit,))
    )


def held_own(reader: Reader, limit: int = 200) -> tuple[Held, ...]:
    """Return the own operations that the hub put in quarantine, with the reasons."""
    return tuple(
        Held(n, reason)
        for n, reason in reader.rows(
            "SELECT n, reason FROM held_own ORDER BY n DESC LIMIT ?", (limit,)
        )
    )


def fed(reader: Reader, stream: str) -> int:
    """Return how far an own stream has come back in the bureau's own order of events."""
    found = reader.value("SELECT fed FROM hub_stream WHERE stream = ?", (stream,))
    return int(found or 0)


def _note_held(store: Store, one: feed.Followed, fresh: Sequence[Operation]) -> dict[int, str]:
    """Note what of a batch the bureau holds back, as it says now; returns what was applied before.

    Of a stream written here that is all that is held of it: the answer to its sending may have been
    lost, or of a hub that was set back since. What was written here stays applied, but what a store
    set back gets again is applied only when it is accepted. Of another's, what was taken in and is
    held once more, by a hub that was set back, is to be taken out of the tables.
    """
    row = streams.id_of(store, one.batch.stream)
    held = {streams.number(row, seq) for seq in one.refused}
    if one.batch.stream in own_streams(store):
        span = (streams.number(row, one.batch.first), streams.number(row, one.last))
        for (n,) in store.rows("SELECT n FROM held_own WHERE n BETWEEN ? AND ?", span):
            if n not in held:
                store.run("DELETE FROM held_own WHERE n = ?", (n,))
        for n in sorted(held):  # a reason that is known, or a decision, says more than this
            store.run(
                "INSERT INTO held_own (n, reason, at) VALUES (?, ?, ?) ON CONFLICT (n) DO NOTHING",
                (n, decisions.QUARANTINE, clock.to_text(store.clock())),
            )
        held &= {streams.number(row, new.seq) for new in fresh}
    new = {streams.number(row, each.seq) for each in fresh}
    shut = {n for n in held - new if decisions.is_applied(store, n)}
    for n in sorted(held - shut):
        if store.value("SELECT reason FROM held WHERE n = ?", (n,)) != decisions.REJECTED:
            decisions.hold(store, n, decisions.QUARANTINE)
    return dict.fromkeys(sorted(shut), decisions.QUARANTINE)
