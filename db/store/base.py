"""What a store began with: the parts of a snapshot that are kept as files, and what stands in them.

A laptop that joins a bureau late takes over what stands there, not all that ever happened. The
records of the snapshot are in the tables like any others; the files they came in stay, signed by
the hub, as the ground on which the tables can be made again.
"""

from dataclasses import dataclass

from db import blobs
from db.errors import MachineError
from db.handle import Reader
from db.journal import snapshot, wire
from db.journal.operation import Dot, Operation
from db.journal.record import Doc, Key
from db.journal.snapshot import OPERATIONS, Part, Records, Rest, Snapshot
from db.store import streams
from db.zipped import unzip


@dataclass(frozen=True, slots=True)
class Base:
    """The snapshot a store began with, and the HLC at which it came."""

    snapshot: Snapshot
    arrived: int

    @property
    def last(self) -> int:
        """The HLC at which the last of its operations came: each a tick after the one before."""
        parts = (part for part in self.snapshot.parts if part.kind == OPERATIONS)
        return self.arrived + sum(part.count for part in parts)


def standing(reader: Reader) -> Base | None:
    """Return what this store began with, None for one that has all of the history."""
    found = reader.row("SELECT manifest, arrived FROM base")
    if found is None:
        return None
    return Base(wire.unpack(found[0], Snapshot), int(found[1]))


def covers(reader: Reader, dot: Dot) -> bool:
    """Tell whether a write was before the place this store began with."""
    row = reader.value("SELECT base_seq FROM stream WHERE stream = ?", (dot[0],))
    return row is not None and dot[1] <= int(row)


def unpacked(reader: Reader, part: Part) -> bytes:
    """Return what is packed in a kept part.

    Raises:
        MachineError: ``unreadable-file``, ``corrupt``: the file is gone or damaged.
    """
    name = part.sha256.hex()
    try:
        return unzip(blobs.get(reader.folder, reader.key, name))
    except wire.BadBody as error:
        raise MachineError("corrupt", path=str(reader.folder), sha256=name) from error


def doc(reader: Reader, key: Key) -> Doc | None:
    """Return what this store began with of a record, None when there was nothing of it.

    Raises:
        MachineError: as ``unpacked``.
    """
    found = _rest(reader, key)
    return snapshot.doc_of(*found) if found else None


def made(reader: Reader, key: Key) -> int | None:
    """Return the number of the operation that made a record this store began with.

    Raises:
        MachineError: as ``unpacked``.
    """
    found = _rest(reader, key)
    if found is None:
        return None
    names, (_rec_id, (place, seq), _writes) = found
    return streams.number(streams.id_of(reader, names[place]), seq)


def written(reader: Reader, key: Key) -> tuple[tuple[int, Operation], ...]:
    """Return what this store began with of a record as numbered operations, newest first.

    They go on where ``operations.history`` ends; who wrote them is not told.

    Raises:
        MachineError: as ``unpacked``.
    """
    found = _rest(reader, key)
    if found is None:
        return ()
    told = [
        (streams.number(streams.id_of(reader, one.stream), one.seq), one)
        for _place, one in snapshot.writes_of(key[0], *found)
    ]
    return tuple(reversed(told))


def _rest(reader: Reader, key: Key) -> tuple[tuple[str, ...], Rest] | None:
    found = standing(reader)
    part = None if found is None else snapshot.part_with(found.snapshot, key)
    if part is None:
        return None
    records = wire.unpack(unpacked(reader, part), Records)
    for rec_type, rests in records.kinds:
        for rest in rests if rec_type == key[0] else ():
            if rest[0] == key[1]:
                return records.streams, rest
    return None


def has(reader: Reader, part: Part) -> bool:
    """Tell whether a part is here, and as it came."""
    try:
        return len(blobs.get(reader.folder, reader.key, part.sha256.hex())) == part.size
    except MachineError:
        return False


def missing(reader: Reader) -> tuple[Part, ...]:
    """Return the parts that are not here, or not as they came."""
    found = standing(reader)
    parts = found.snapshot.parts if found else ()
    return tuple(part for part in parts if not has(reader, part))


def lend(reader: Reader, other: Reader) -> None:
    """Let another store on this disk stand on the same parts."""
    found = standing(reader)
    names = [part.sha256.hex() for part in found.snapshot.parts] if found else []
    blobs.lend(reader.folder, other.folder, names)
