"""Bringing operations together: what a copy has, the wrecks and the second journal around it.

Every operation names its stream, its number and the chain before it, so where it belongs and
whether it follows is never a guess.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import doors, spool
from db.handle import Identity, Store
from db.journal import chain
from db.journal.ids import new_id
from db.journal.operation import BadOperation, decode
from db.store import operations, streams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.wreck import Found, Held, Wreck


@dataclass(frozen=True, slots=True)
class Gap:
    """Operations of a stream that nothing could bring back."""

    stream: str
    first: int
    last: int


def enter_streams(store: Store, old: "Sequence[Wreck]") -> None:
    """Enter the streams the copy lacks; names are UUIDv7, so the newest comes last."""
    known = {who.stream: who for one in reversed(old) for who in one.identities}
    told = {name for one in old for name in one.names}
    listed = {*known, *told, *spool.streams(store.folder)}.difference(streams.names(store))
    found = store.row("SELECT device, MAX(incarnation) FROM stream") or (None, None)
    device = found[0] or next((one.device for one in known.values() if one.device), "")
    device = str(device or doors.device_of(store.folder) or new_id())
    last = int(found[1] or 0)
    for stream in sorted(listed):
        scope = next((one.scope for one, _data in _read(store, stream)), None)
        if scope is None and stream not in known and stream not in told:
            continue
        who = known.get(stream, Identity(stream, device, scope or "local", last + 1))
        last = max(last, who.incarnation)
        streams.enter(store.db, who)
    last_own = store.value("SELECT MAX(stream) FROM stream WHERE device = ?", (device,))
    if last_own is not None:
        store.run("UPDATE meta SET value = ? WHERE key = 'stream'", (last_own,))


def replay(store: Store, stream: str, old: "Sequence[Wreck]") -> None:
    """Keep what the copy lacks of a stream, between its operations and after its end.

    The store's own database comes before the second journal: where the two tell another story,
    what was acknowledged last is in the database. What neither has the other wrecks may have.
    """
    told = list(old)
    begun = operations.head(store, stream).seq
    for gap in _between(store, stream):
        for seq in range(gap.first, gap.last + 1):
            _filled(store, _told(told, stream, seq))
    for operation, data in _read(store, stream):
        if operation.seq <= begun:
            kept = operations.bytes_at(store, stream, operation.seq)
            if kept is None:
                _filled(store, [(operation, data)])
            elif kept != data:
                break  # another story under the same numbers
            continue
        _follow(store, stream, operation.seq - 1, told)
        head = operations.head(store, stream)
        if operation.seq > head.seq:
            own = _told([one for one in told if one.own], stream, operation.seq)
            if _kept(store, head, [*own, (operation, data)]) is None:
                break
        if operations.bytes_at(store, stream, operation.seq) not in {None, data}:
            break
    _follow(store, stream, max((one.top(stream) for one in told), default=0), told)


def take_held(store: Store, old: "Sequence[Wreck]") -> None:
    """Hold what the store's own database says is held; where it does not tell, the hub does again."""
    for one in old:
        held = one.held() if one.own else None
        if held is not None:
            store.run("DELETE FROM held")
            hold(store, held)


def hold(store: Store, held: "Sequence[Held]") -> None:
    """Hold what a wreck says is held, of what is here."""
    known = streams.names(store)
    for stream, seq, *why in held:
        if stream in known:
            store.run(
                "INSERT INTO held (n, reason, at) SELECT n, ?, ? FROM op WHERE n = ?"
                " ON CONFLICT (n) DO NOTHING",
                (*why, streams.number(streams.id_of(store, stream), seq)),
            )


def take_local(store: Store, old: "Sequence[Wreck]") -> None:
    """Take over what belongs to this machine only and is in no journal, where a wreck gives it.

    The store's own database knows it best; the others only fill in what nobody else knows.
    """
    for one in sorted(old, key=lambda one: not one.own):
        clash = "DO UPDATE SET value = excluded.value" if one.own else "DO NOTHING"
        for row in one.ask("SELECT key, value FROM setting_local") or ():
            store.run(
                f"INSERT INTO setting_local (key, value) VALUES (?, ?) ON CONFLICT (key) {clash}",
                row,
            )
        known = store.rows("SELECT id, answered, asked FROM record")
        for rec_id in [rec_id for rec_id, *far in known if one.own or not any(far)]:
            found = one.ask("SELECT answered, asked FROM record WHERE id = ?", (rec_id,))
            for answered, asked in found or ():
                store.run(
                    "UPDATE record SET answered = ?, asked = ? WHERE id = ?",
                    (answered, asked, rec_id),
                )


def keep(store: Store, stream: str, found: "Found") -> bytes:
    """Keep an operation of a stream that is entered; returns its chain value."""
    operation, data = found
    op_hash = chain.digest(data)
    chained = chain.link(operation.prev, op_hash)
    n = streams.number(streams.id_of(store, stream), operation.seq)
    operations.keep(store, n, operation, operations.Sealed(data, op_hash, chained))
    return chained


def gaps(store: Store, old: "Sequence[Wreck]") -> Iterator[Gap]:
    """Yield what is known to have been and did not come back, stream by stream."""
    names = streams.names(store)
    others = {*spool.streams(store.folder), *(name for one in old for name in one.names)}
    for stream in (*names, *sorted(others.difference(names))):
        last = 0
        if stream in names:
            yield from _between(store, stream)
            last = operations.head(store, stream).seq
        known = [one.top(stream) for one in old]
        known += [
            spool.first_of(path)
            for path in spool.files(store.folder, stream)
            if path.stat().st_size
        ]
        if max(known, default=0) > last:
            yield Gap(stream, last + 1, max(known))


def _between(store: Store, stream: str) -> list[Gap]:
    row = streams.id_of(store, stream)
    begun, _chain = streams.begun(store, row) or (0, b"")
    found = store.rows(
        "SELECT before + 1, seq - 1 FROM (SELECT seq, LAG(seq, 1, ?) OVER (ORDER BY n) AS before"
        " FROM op WHERE n BETWEEN ? AND ?) WHERE seq > before + 1",
        (begun, streams.number(row, begun + 1), streams.number(row, streams.LAST)),
    )
    return [Gap(stream, first, last) for first, last in found]


def _follow(store: Store, stream: str, last: int, told: "list[Wreck]") -> None:
    """Keep what the wrecks have up to a number, over gaps; one that contradicts is asked no more."""
    head = operations.head(store, stream)
    for seq in range(head.seq + 1, last + 1):
        for one in tuple(told):
            found = one.operation(stream, seq)
            if found is None:
                continue
            after = _kept(store, head, [found])
            if after is not None:
                head = after
                break
            told.remove(one)


def _told(told: "Sequence[Wreck]", stream: str, seq: int) -> "list[Found]":
    found = (one.operation(stream, seq) for one in told)
    return [one for one in found if one is not None]


def _kept(store: Store, head: operations.Head, found: "Sequence[Found]") -> operations.Head | None:
    """Keep the first operation that can stand after a head, over a gap if need be; None if none."""
    for operation, data in found:
        if operation.seq == head.seq + 1 and operation.prev != head.chain:
            continue
        chained = keep(store, operation.stream, (operation, data))
        return operations.Head(operation.seq, chained, operation.hlc)
    return None


def _filled(store: Store, found: "Sequence[Found]") -> None:
    """Keep the first operation that fits between the two beside it, where they are there."""
    for operation, data in found:
        row = streams.id_of(store, operation.stream)
        before = store.value(
            "SELECT chain FROM op WHERE n = ?", (streams.number(row, operation.seq - 1),)
        )
        after = operations.bytes_at(store, operation.stream, operation.seq + 1)
        chained = chain.link(operation.prev, chain.digest(data))
        if before not in {None, operation.prev}:
            continue
        if after is not None and decode(after).prev != chained:
            continue
        keep(store, operation.stream, (operation, data))
        return


def _read(store: Store, stream: str) -> "Iterator[Found]":
    for _path, frame in spool.read(store.folder, store.key, stream):
        with suppress(BadOperation):
            operation = decode(frame.data or b"")
            if operation.stream == stream:
                yield operation, frame.data or b""
