"""Bundles written to sticks: how far each stream of this laptop lies on one, and what was answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.handle import Reader, Store
from db.store import operations, streams
from db.store.arrivals import hub_has, own_streams

_PLACES = 40


@dataclass(frozen=True, slots=True)
class Stick:
    """A bundle that was written whole and read back: when, its name, which volume, its size.

    ``files`` are the photos and files in it; ``answered`` is when the hub's answer was taken in.
    """

    id: str
    at: str
    name: str
    volume: str
    size: int
    files: int
    answered: str = ""


def note(store: Store, stick: Stick, reached: Mapping[str, tuple[int, int]]) -> None:
    """Write down a bundle and the (first, last) it holds of each stream."""
    with store.atomic():
        store.run(
            "INSERT INTO stick (id, at, name, volume, size, files) VALUES (?, ?, ?, ?, ?, ?)",
            (stick.id, stick.at, stick.name, stick.volume, stick.size, stick.files),
        )
        store.insert_many(
            "stick_stream (stick, stream, first, last)",
            ((stick.id, stream, *stretch) for stream, stretch in reached.items()),
        )


def answered(store: Store, stick_id: str, at: str) -> None:
    """Write down that the answer to a bundle was taken in; the first time counts."""
    store.run("UPDATE stick SET answered = ? WHERE id = ? AND answered = ''", (at, stick_id))


def sticks(reader: Reader, limit: int = 20) -> tuple[Stick, ...]:
    """Return the bundles that were written, the newest first."""
    found = reader.rows(
        "SELECT id, at, name, volume, size, files, answered FROM stick"
        " ORDER BY at DESC, id DESC LIMIT ?",
        (limit,),
    )
    return tuple(Stick(*row) for row in found)


def holding(reader: Reader, stream: str, seq: int) -> Stick | None:
    """Return the newest bundle that holds an operation, None when it lies on no stick."""
    found = reader.row(
        "SELECT id, at, name, volume, size, files, answered FROM stick JOIN stick_stream"
        " ON stick_stream.stick = stick.id WHERE stream = ? AND ? BETWEEN first AND last"
        " ORDER BY at DESC, id DESC LIMIT 1",
        (stream, seq),
    )
    return Stick(*found) if found else None


def reached(reader: Reader) -> dict[str, int]:
    """Return stream → the last operation that lies on a stick, as do all since the hub's last word."""
    return dict(reader.rows("SELECT stream, MAX(last) FROM stick_stream GROUP BY stream"))


def unsent(reader: Reader) -> Iterator[bytes]:
    """Yield own operations the hub has not said it has."""
    for stream in own_streams(reader):
        for _seq, _hash, _chain, data in operations.run_of(reader, stream, hub_has(reader, stream)):
            yield data


def chain_at(reader: Reader, stream: str, seq: int) -> bytes | None:
    """Return the chain value after an operation of a stream, None where there is none."""
    if stream not in streams.names(reader):
        return None
    found = next(operations.run_of(reader, stream, seq - 1, seq), None)
    return found[2] if found else None


def places(reader: Reader, scope: str) -> tuple[tuple[int, bytes], ...]:
    """Return where this store is in a scope's feed and places ever further back, newest first."""
    kept = [
        (seq, feed)
        for seq, feed in reader.rows(
            "SELECT seq, feed FROM hub_cursor WHERE scope = ? ORDER BY seq DESC", (scope,)
        )
    ]
    rungs = [(1 << rung) - 1 for rung in range(_PLACES)]
    return tuple(kept[at] for at in rungs if at < len(kept))
