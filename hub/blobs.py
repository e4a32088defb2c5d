"""Files of a scope: what is here of them, taking in pieces, and making a file whole.

What a device has sent of a file is its own until the file is whole: nobody can spoil another's
upload. A file is taken only when an operation of the scope names it. Bytes are stored before the
row that tells of them, so a kill between the two leaves bytes nobody asks for, never a row that
promises what is not there.
"""

import datetime as dt
import hashlib
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.journal import files
from db.journal.operation import Operation
from hub.batches import Caller
from hub.database import Database
from hub.sql import blobs as stored
from hub.sql.base import Db
from hub.sql.blobs import Part
from hub.storage import Gone, Storage

_ASSEMBLING = threading.BoundedSemaphore(2)
"""A file is put together in memory: so many at once."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a piece belongs: the file, the place of its first byte, the size of the whole."""

    name: str
    at: int
    size: int

    @property
    def key(self) -> bytes:
        """The file's hash as it is stored."""
        return bytes.fromhex(self.name)


@dataclass(frozen=True, slots=True)
class Has:
    """How many bytes of a file are here, and whether that is the file, checked."""

    at: int
    whole: bool


class Refusal(Exception):  # noqa: N818 - it tells what happened
    """A piece is not taken, or a file not given.

    ``unnamed`` (no operation names it), ``place`` (it does not begin at ``at``), ``frame`` (bytes
    are not what their hash says; those before are kept up to ``at``), ``hash`` (the file is not
    what its name says: begin again), ``unknown``.
    """

    def __init__(self, code: str, at: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.at = at


@dataclass(frozen=True, slots=True)
class Place:
    """What taking in a file stands on."""

    database: Database
    storage: Storage
    now: dt.datetime


def refs(operations: Iterable[Operation]) -> list[tuple[bytes, str]]:
    """Return (hash, record) of the files operations name."""
    return [
        (bytes.fromhex(one.sha256), operation.rec_id)
        for operation in operations
        for one in files.named(operation)
    ]


def has(db: Db, who: Caller, names: Sequence[str]) -> dict[str, Has]:
    """Return what is here of files, as far as the caller's own sending goes."""
    keys = [bytes.fromhex(name) for name in names]
    whole = stored.whole(db, who.scope, keys)
    begun = stored.parts(db, who.scope, who.device, keys)
    return {
        name: Has(whole[key], True) if key in whole else Has(_end(begun.get(key, [])), False)
        for name, key in zip(names, keys, strict=True)
    }


def expect(db: Db, who: Caller, piece: Piece) -> Has:
    """Return what is here of a piece's file, before its bytes are read.

    Raises:
        Refusal: ``unnamed``, ``place``.
    """
    here = known(db, who, piece)
    if not here.whole and here.at != piece.at:
        raise Refusal("place", here.at)
    return here


def known(db: Db, who: Caller, piece: Piece) -> Has:
    """Return what is here of a file that may be sent.

    Raises:
        Refusal: ``unnamed``.
    """
    here = has(db, who, [piece.name])[piece.name]
    if not here.whole and not stored.is_named(db, who.scope, piece.key):
        raise Refusal("unnamed")
    return here


def take(place: Place, who: Caller, piece: Piece, data: bytes) -> Has:
    """Keep the bytes of a piece; the last ones make the file whole.

    Raises:
        Refusal: ``place``, ``hash``.
        Full, Away: the storage; nothing was kept.
    """
    if piece.at == 0 and len(data) == piece.size:
        return _whole(place, who, piece, data)
    here = _keep(place, who, piece, data) if data else piece.at
    if here < piece.size:
        return Has(here, False)
    with _ASSEMBLING:
        return _assemble(place, who, piece)


def locate(db: Db, who: Caller, name: str) -> int:
    """Return the size of a file of the caller's scope.

    Raises:
        Refusal: ``unknown``.
    """
    key = bytes.fromhex(name)
    found = stored.whole(db, who.scope, [key])
    if key not in found:
        raise Refusal("unknown")
    return found[key]


def put_away(storage: Storage, scope: str, data: bytes) -> str:
    """Keep a file the hub itself names; returns its name. Its row follows with ``enter``.

    Raises:
        Full, Away: the storage.
    """
    name = hashlib.sha256(data).hexdigest()
    storage.create(key_of(scope, name), data)
    return name


def enter(db: Db, scope: str, files_of: Mapping[str, int], now: dt.datetime) -> None:
    """Enter files (name → size) that were put away."""
    keys = [bytes.fromhex(name) for name in files_of]
    known = stored.whole(db, scope, keys)
    for key, size in zip(keys, files_of.values(), strict=True):
        if key not in known:
            stored.add_whole(db, scope, key, size, now)


def key_of(scope: str, name: str) -> str:
    """Return where the bytes of a whole file lie."""
    return f"sha256/{scope}/{name[:2]}/{name}"


def _keep(place: Place, who: Caller, piece: Piece, data: bytes) -> int:
    """Keep a run of bytes; returns how many are here then.

    Where the end of an earlier, cut request came in meanwhile, only what follows it is kept.
    """

    def end(db: Db) -> int:
        return _end(_begun(db, who, piece))

    here = place.database.run(end)
    if here < piece.at:
        raise Refusal("place", here)
    fresh = data[here - piece.at :]
    if not fresh:
        return here
    part = Part(here, len(fresh), hashlib.sha256(fresh).digest())
    place.storage.create(_part_key(who, piece.name, part), fresh)

    def enter(db: Db) -> int:
        with db.transaction():
            if end(db) != part.start:
                raise Refusal("place", end(db))
            stored.add_part(db, who.scope, who.device, (piece.key, part), place.now)
            return part.start + part.length

    return place.database.run(enter)


def _begun(db: Db, who: Caller, piece: Piece) -> list[Part]:
    return stored.parts(db, who.scope, who.device, [piece.key]).get(piece.key, [])


def _assemble(place: Place, who: Caller, piece: Piece) -> Has:
    def begun(db: Db) -> tuple[Has, list[Part]]:
        here = has(db, who, [piece.name])[piece.name]
        return here, _begun(db, who, piece)

    here, parts = place.database.run(begun)
    if here.whole:  # the same piece, sent twice, made it so a moment ago
        return here
    data = bytearray()
    try:
        for part in parts:
            data += place.storage.read(_part_key(who, piece.name, part), 0, part.length)
    except Gone:
        data.clear()
    return _whole(place, who, piece, bytes(data), parts)


def _whole(place: Place, who: Caller, piece: Piece, data: bytes, parts: Sequence[Part] = ()) -> Has:
    """Keep a file, or let go what was sent of it when it is not what its name says."""
    right = hashlib.sha256(data).hexdigest() == piece.name
    if right:
        place.storage.create(key_of(who.scope, piece.name), data)

    def enter(db: Db) -> None:
        with db.transaction():
            if right and piece.key not in stored.whole(db, who.scope, [piece.key]):
                stored.add_whole(db, who.scope, piece.key, len(data), place.now)
            stored.drop_parts(db, who.scope, who.device, piece.key)

    place.database.run(enter)
    place.storage.remove([_part_key(who, piece.name, part) for part in parts])
    if not right:
        raise Refusal("hash")
    return Has(len(data), True)


def _end(parts: Sequence[Part]) -> int:
    """How far the bytes go without a gap."""
    end = 0
    for part in parts:
        if part.start != end:
            break
        end += part.length
    return end


def _part_key(who: Caller, name: str, part: Part) -> str:
    device = hashlib.sha256(who.device.encode()).hexdigest()[:16]  # it chose its name itself
    return f"parts/{who.scope}/{name}/{device}/{part.start:012x}-{part.sha256.hex()[:16]}"
