"""Mending at open: bringing the store and its second journal to the same last operation."""

from dataclasses import dataclass
from pathlib import Path

from db import spool
from db.handle import Store
from db.journal import chain
from db.journal.operation import BadOperation, Operation, decode
from db.spool import Spool, Tail
from db.store import operations, projection, streams

TAIL_CHECKED = 200


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done: operations restored to the store, frames added, and whether they fork."""

    restored: int = 0
    added: int = 0
    forked: bool = False


def mend(store: Store, key: bytes, writer: Spool, tail: Tail) -> Mended:
    """Make the second journal and the store end alike.

    Operations the store lacks are taken from the second journal when they continue its chain;
    when they do not, the two have forked and the caller must begin a new incarnation.
    """
    stream = store.identity.stream
    head = operations.head(store, stream)
    if tail.seq > head.seq:
        restored = _restore(store, key, head)
        return Mended(restored=restored, forked=restored < tail.seq - head.seq)
    if tail.seq and not _agrees(store, key, tail):
        return Mended(forked=True)
    missing = [(seq, data) for seq, _h, _c, data in operations.run_of(store, stream, tail.seq)]
    writer.write(missing)
    return Mended(added=len(missing))


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


def _later(folder: Path, key: bytes, stream: str, after: int) -> list[tuple[Operation, bytes]]:
    found: list[tuple[Operation, bytes]] = []
    for _path, frame in spool.read(folder, key, stream):
        if frame.data is None:
            break
        try:
            operation = decode(frame.data)
        except BadOperation:
            break
        if operation.seq > after:
            found.append((operation, frame.data))
    return found


def _agrees(store: Store, key: bytes, tail: Tail) -> bool:
    kept = operations.bytes_at(store, store.identity.stream, tail.seq)
    last = spool.last_bytes(key, store.identity.stream, tail)
    return last is not None and last == kept
