"""Files the own operations name, and which of them the hub has said it has.

``hub_file.epoch`` is the hub's epoch when it said so: a hub that was restored from a copy has
another, and is asked again. ``hub_stream.named`` is how far a stream was looked through.
"""

from collections.abc import Iterable, Sequence

from db.handle import Reader, Store
from db.journal import clock, wire
from db.journal.files import named
from db.journal.operation import decode
from db.store import arrivals, streams

_NAMES = (b"sha256", b"_sha")
"""The names of fields that name files: an operation without them in its bytes is not read."""
_LOOKED_AT = 5000
"""Operations looked through in one transaction."""


def learn(store: Store) -> bool:
    """Note the files that operations name which the hub has; True when there is more to look at."""
    more = False
    with store.atomic():
        for stream in arrivals.own_streams(store):
            found = store.row("SELECT named, seq FROM hub_stream WHERE stream = ?", (stream,))
            if found is not None and found[0] < found[1]:
                last = min(found[1], found[0] + _LOOKED_AT)
                _look_through(store, stream, found[0], last)
                more = more or last < found[1]
    return more


def learn_of(store: Store, batch: wire.Batch) -> None:
    """Note the files that a batch names which the hub has now, where it follows what was looked at."""
    found = store.value("SELECT named FROM hub_stream WHERE stream = ?", (batch.stream,))
    if found == batch.first - 1:
        first = streams.number(streams.id_of(store, batch.stream), batch.first)
        _enter(store, batch.stream, batch.last, enumerate(batch.operations, first))


def unlearned(reader: Reader) -> bool:
    """Tell whether the hub has operations that were not looked through."""
    return bool(reader.value("SELECT EXISTS (SELECT 1 FROM hub_stream WHERE named < seq)"))


def waiting(reader: Reader, epoch: int) -> tuple[str, ...]:
    """Return the files the hub has not said it has, in the order they should cross."""
    found = reader.rows(
        "SELECT sha256 FROM hub_file WHERE epoch IS NOT ? ORDER BY rank, n", (epoch,)
    )
    return tuple(name for (name,) in found)


def arrived(store: Store, names: Sequence[str], epoch: int) -> None:
    """Note that the hub has files."""
    with store.atomic():
        store.run_many(
            "UPDATE hub_file SET epoch = ?, at = ? WHERE sha256 = ?",
            [(epoch, clock.to_text(store.clock()), name) for name in names],
        )


def forget(store: Store) -> None:
    """Hold nothing of what the hub said for true any more: it lost what it had."""
    store.run("UPDATE hub_file SET epoch = NULL, at = NULL WHERE epoch IS NOT NULL")


def tally(reader: Reader) -> tuple[int, int]:
    """Return how many of the own files the hub has said it has, and how many there are."""
    found = reader.row("SELECT COUNT(epoch), COUNT(*) FROM hub_file")
    return (int(found[0]), int(found[1])) if found else (0, 0)


def by_record(reader: Reader) -> tuple[tuple[str, str, int, int], ...]:
    """Return (rec_type, rec_id, at the hub, in all) of the own files of what the hub has."""
    found = reader.rows(
        "SELECT op.rec_type, op.rec_id, COUNT(hub_file.epoch), COUNT(*) FROM hub_file"
        " JOIN op ON op.n = hub_file.n GROUP BY op.rec_type, op.rec_id"
    )
    return tuple((kind, key, int(there), int(whole)) for kind, key, there, whole in found)


def is_there(reader: Reader, name: str) -> bool:
    """Tell whether the hub has said it has a file."""
    return reader.value("SELECT epoch FROM hub_file WHERE sha256 = ?", (name,)) is not None


def is_anothers(reader: Reader, rec_id: str, name: str) -> bool:
    """Tell whether only other laptops named a file for a record: it need not lie here."""
    rows = {streams.id_of(reader, stream) for stream in arrivals.own_streams(reader)}
    found = reader.rows("SELECT n, bytes FROM op WHERE rec_id = ? AND kind <> 'answer'", (rec_id,))
    by = [
        n >> streams.SHIFT
        for n, data in found
        if any(one.sha256 == name for one in named(decode(data)))
    ]
    return bool(by) and rows.isdisjoint(by)


def _look_through(store: Store, stream: str, after: int, last: int) -> None:
    row = streams.id_of(store, stream)
    found = store.rows(
        "SELECT n, bytes FROM op WHERE n > ? AND n <= ? AND kind <> 'answer' ORDER BY n",
        (streams.number(row, after), streams.number(row, last)),
    )
    _enter(store, stream, last, found)


def _enter(store: Store, stream: str, last: int, found: Iterable[tuple[int, bytes]]) -> None:
    store.run_many(
        "INSERT INTO hub_file (sha256, rank, n) VALUES (?, ?, ?)"
        " ON CONFLICT (sha256) DO UPDATE SET rank = min(rank, excluded.rank)",
        [
            (one.sha256, one.rank, n)
            for n, data in found
            if any(name in data for name in _NAMES)
            for one in named(decode(data))
        ],
    )
    store.run("UPDATE hub_stream SET named = ? WHERE stream = ?", (last, stream))
