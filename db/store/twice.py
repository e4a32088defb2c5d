"""What was issued again and is here under more than one name: a hub is given it under one of them.

Where a hub was set back, the first writing of an operation and what stands for it can both be on
some disk. Reads only; ``forks`` acts on it.
"""

from collections.abc import Iterator, Mapping

from db.handle import Reader
from db.journal import chain, reissue
from db.journal.operation import Dot
from db.store import arrivals, claims, operations


def again(reader: Reader) -> dict[str, int]:
    """Return the streams of what was issued again that reach the hub from here, and how far."""
    return _again(reader, arrivals.own_ends(reader) | dict(claims.heads(reader)))


def later(reader: Reader, stream: str, after: int, again: Mapping[str, int]) -> dict[Dot, Dot]:
    """Return what of a stream after a number is also here under a later name, and under which.

    Whoever holds both keeps the same one.
    """
    names = {name: end for name, end in again.items() if name > stream}
    return _found(reader, (stream, after), names)


def elsewhere(reader: Reader, stream: str, after: int, ends: Mapping[str, int]) -> dict[Dot, Dot]:
    """Return what of a stream after a number is in others as well, as far as these go."""
    others = {name: end for name, end in ends.items() if name != stream}
    found = _found(reader, (stream, after), _again(reader, others))
    for seq, data in _told(reader, stream, after):
        first = reissue.stands_for(data)
        if first is not None and 0 < first[1] <= others.get(first[0], 0):
            written = operations.bytes_at(reader, first[0], first[1])
            if written is not None and chain.digest(written) == first[2]:
                found[stream, seq] = first[:2]
    return found


def unsent(reader: Reader, ends: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return the own streams that go on with what was issued again after what the hub has."""
    found = ((name, ends.get(name, 0)) for name in arrivals.own_streams(reader))
    return tuple(
        (name, seq)
        for name, seq in found
        if (data := operations.bytes_at(reader, name, seq + 1)) and reissue.stands_for(data)
    )


def _again(reader: Reader, ends: Mapping[str, int]) -> dict[str, int]:
    begins = {name: operations.bytes_at(reader, name, 1) for name in ends}
    return {
        name: end
        for name, end in ends.items()
        if (data := begins[name]) and reissue.stands_for(data)
    }


def _found(reader: Reader, what: tuple[str, int], again: Mapping[str, int]) -> dict[Dot, Dot]:
    if not again:
        return {}
    runs = (
        (name, (data for _seq, data in _told(reader, name, 0, end))) for name, end in again.items()
    )
    return reissue.twice(what[0], _told(reader, *what), runs)


def _told(
    reader: Reader, stream: str, after: int, upto: int | None = None
) -> Iterator[tuple[int, bytes]]:
    reach = (after,) if upto is None else (after, upto)
    return ((row[0], row[3]) for row in operations.run_of(reader, stream, *reach))
