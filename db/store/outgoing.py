"""What this device wrote, record by record, and how far each has come on its way to the bureau."""

from dataclasses import dataclass

from db.handle import Reader
from db.journal.operation import Operation, decode
from db.store import operations, streams
from db.store.arrivals import own_streams

LOOKED_AT = 4000
"""So many of the last operations of a stream are looked at."""


@dataclass(frozen=True, slots=True)
class Way:
    """How far an own stream is: its last number here, at the hub, and back in the hub's feed."""

    stream: str
    head: int
    received: int
    fed: int


@dataclass(frozen=True, slots=True)
class Written:
    """A record written here: its first and last operation of those looked at."""

    rec_type: str
    rec_id: str
    first: int
    last: int


def ways(reader: Reader) -> tuple[Way, ...]:
    """Return how far each own stream is, the oldest first."""
    known = {
        stream: (seq, fed)
        for stream, seq, fed in reader.rows("SELECT stream, seq, fed FROM hub_stream")
    }
    return tuple(
        Way(stream, operations.head(reader, stream).seq, *known.get(stream, (0, 0)))
        for stream in own_streams(reader)
    )


def written(reader: Reader, stream: str, after: int = 0) -> tuple[Written, ...]:
    """Return what was written in a stream after a number, the newest first."""
    row = streams.id_of(reader, stream)
    found = reader.rows(
        "SELECT rec_type, rec_id, MIN(n), MAX(n) FROM (SELECT n, rec_type, rec_id FROM op"
        " WHERE n > ? AND n <= ? ORDER BY n DESC LIMIT ?)"
        " GROUP BY rec_type, rec_id ORDER BY MAX(n) DESC",
        (streams.number(row, after), streams.number(row, streams.LAST), LOOKED_AT),
    )
    return tuple(Written(*one) for one in found)


def record_of(reader: Reader, n: int) -> tuple[str, str] | None:
    """Return (rec_type, rec_id) of an operation."""
    found = reader.row("SELECT rec_type, rec_id FROM op WHERE n = ?", (n,))
    return None if found is None else (found[0], found[1])


def event(reader: Reader, n: int) -> Operation | None:
    """Return an operation by its number."""
    data = reader.value("SELECT bytes FROM op WHERE n = ?", (n,))
    return None if data is None else decode(data)
