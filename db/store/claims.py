"""What devices signed over their streams, kept with others' operations so that they can be handed on.

An operation of another device proves itself by its author's signature over the end of its batch.
So any laptop can give a hub back what it lost.
"""

from collections.abc import Mapping

from db.handle import Reader, Store
from db.journal import wire
from db.store import operations, streams


def note(store: Store, stream: str, last: int, signature: bytes, hub_now_ms: int) -> None:
    """Keep a device's signature over its stream up to a number, and when the hub was seen to have it."""
    n = streams.number(streams.id_of(store, stream), last)
    store.run(
        "INSERT OR IGNORE INTO claim (n, signature, at) VALUES (?, ?, ?)",
        (n, signature, hub_now_ms),
    )


def known_at(reader: Reader, n: int) -> int:
    """Return by when (milliseconds, the hub's clock) another's operation was at the hub, 0 unknown."""
    last = n | streams.LAST
    found = reader.value(
        "SELECT at FROM claim WHERE n BETWEEN ? AND ? ORDER BY n LIMIT 1", (n, last)
    )
    return int(found or 0)


def heads(reader: Reader) -> Mapping[str, int]:
    """Return how far each stream of another device is here with its author's signature."""
    found = {}
    others = reader.rows(
        "SELECT stream FROM stream WHERE device <> ? ORDER BY id", (streams.device(reader),)
    )
    for (name,) in others:
        row = streams.id_of(reader, name)
        top = reader.value(
            "SELECT MAX(n) FROM claim WHERE n BETWEEN ? AND ?",
            (streams.number(row, 0), streams.number(row, streams.LAST)),
        )
        if top:
            found[name] = int(top) & streams.LAST
    return found


def next_batch(reader: Reader, stream: str, after: int) -> wire.Batch | None:
    """Return the next batch of a stream after a number as its author signed it; None at the end."""
    row = streams.id_of(reader, stream)
    found = reader.row(
        "SELECT n, signature FROM claim WHERE n > ? AND n <= ? ORDER BY n LIMIT 1",
        (streams.number(row, after), streams.number(row, streams.LAST)),
    )
    if found is None:
        return None
    last = int(found[0]) & streams.LAST
    rows = list(operations.run_of(reader, stream, after, last))
    if len(rows) != last - after:
        return None
    data = tuple(one for _seq, _hash, _chain, one in rows)
    return wire.Batch(stream, after + 1, data, rows[-1][2], found[1])
