"""Mending at open: bringing the store and its second journal to the same last operation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from db import backup, spool
from db.handle import Store
from db.journal import chain
from db.journal.ids import new_id
from db.journal.operation import BadOperation, Operation, decode
from db.spool import Spool, Tail
from db.store import operations, projection, streams

TAIL_CHECKED = 200


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done, and whether the two fork.

    ``restored`` operations to the store, ``added`` frames to the second journal, ``rewritten``
    files of it, ``torn`` bytes of it cut off.
    """

    restored: int = 0
    added: int = 0
    rewritten: int = 0
    torn: int = 0
    forked: bool = False


def mend(store: Store, key: bytes, writer: Spool) -> Mended:
    """Make the second journal and the store end alike, and leave ``writer`` at that end.

    Operations the store lacks are taken from the second journal when they continue its chain;
    when they do not, the two have forked and the caller must begin a new incarnation. A file of
    the second journal with a hole is written again from the store.
    """
    stream = store.identity.stream
    tail = spool.tail(store.folder, key, stream)
    head = operations.head(store, stream)
    restored = _restore(store, key, head) if tail.seq > head.seq else 0
    if restored < tail.seq - head.seq:
        return Mended(restored=restored, forked=True)
    if 0 < tail.seq <= head.seq and not _agrees(store, key, tail):
        return Mended(forked=True)
    torn = tail.torn
    rewritten = _fill_holes(store, key)
    if rewritten:
        tail = spool.tail(store.folder, key, stream)
    writer.resume(tail)
    missing = [(seq, data) for seq, _h, _c, data in operations.run_of(store, stream, tail.seq)]
    writer.write(missing)
    return Mended(restored, len(missing), rewritten, torn)


def _fill_holes(store: Store, key: bytes) -> int:
    """Write each holed file again from the store, if that is sound and does not contradict it.

    What the disk does not give at all is written again from any store: nothing speaks against it.
    """
    stream = store.identity.stream
    files = spool.files(store.folder, stream)
    if not files:
        return 0
    starts = [spool.first_of(path) for path in files[1:]]
    starts.append(operations.head(store, stream).seq + 1)
    holed = _holed(store, key, dict(zip(files, starts, strict=True)))
    if holed and operations.verify(store, stream):
        holed = {path: upto for path, upto in holed.items() if not spool.readable(path)}
    done = 0
    for path, upto in holed.items():
        kept = [
            data
            for seq, op_hash, _c, data in operations.run_of(store, stream, spool.first_of(path) - 1)
            if seq < upto and chain.digest(data) == op_hash
        ]
        if _contradicted(store, key, path):
            continue
        aside = store.folder / backup.FOLDER / f"journal-{new_id()}"
        spool.write_again(path, key, stream, kept, aside)
        done += 1
    return done


def _holed(store: Store, key: bytes, files: Mapping[Path, int]) -> dict[Path, int]:
    """The files to be written again, each with the number it must reach up to.

    The newest file is looked through, and an older one in turn: all would hold up a long life. But
    every older one must end where the next begins, else it was cut short or the next is gone; that
    is seen at its end.
    """
    stream = store.identity.stream
    *older, newest = files
    found = {path for path in older if spool.end_of(path, key, stream) != files[path] - 1}
    if older:
        turn = int(store.value("SELECT COUNT(*) FROM session")) % len(older)
        found |= {path for path in (older[turn],) if spool.damaged(path)}
    if spool.damaged(newest) or spool.tail(store.folder, key, stream).path != newest:
        found.add(newest)
    holed = {path: upto for path, upto in files.items() if path in found}
    first = next(iter(files))
    if spool.first_of(first) > 1:
        holed[spool.path_of(store.folder, stream, 1)] = spool.first_of(first)
    return holed


def _contradicted(store: Store, key: bytes, path: Path) -> bool:
    stream = store.identity.stream
    for place, frame in spool.read(store.folder, key, stream):
        if place != path or frame.data is None:
            continue
        try:
            operation = decode(frame.data)
        except BadOperation:
            continue
        if operations.bytes_at(store, stream, operation.seq) != frame.data:
            return True
    return False


def _restore(store: Store, key: bytes, head: operations.Head) -> int:
    stream = store.identity.stream
    number = streams.id_of(store, stream)
    restored = 0
    with store.atomic(), store.unheld():
        for operation, data in _later(store.folder, key, stream, head.seq):
            if operation.seq != head.seq + 1 or operation.prev != head.chain:
                break
            op_hash = chain.digest(data)
            chained = chain.link(head.chain, op_hash)
            n = streams.number(number, operation.seq)
            operations.keep(store, n, operation, operations.Sealed(data, op_hash, chained))
            projection.project(store, n, operation)
            head = operations.Head(operation.seq, chained, operation.hlc)
            restored += 1
    return restored


def _later(folder: Path, key: bytes, stream: str, after: int) -> Iterator[tuple[Operation, bytes]]:
    """Yield what the second journal has after a number; the caller sees to it that it links."""
    for _path, frame in spool.read(folder, key, stream):
        if frame.data is None:
            continue
        try:
            operation = decode(frame.data)
        except BadOperation:
            continue
        if operation.seq > after:
            yield operation, frame.data


def _agrees(store: Store, key: bytes, tail: Tail) -> bool:
    kept = operations.bytes_at(store, store.identity.stream, tail.seq)
    last = spool.last_bytes(key, store.identity.stream, tail)
    return last is not None and last == kept
