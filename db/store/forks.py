"""A stream that another machine wrote on under the same name: a restored image, or a copy.

The hub keeps the story that reached it first. What was written here instead is issued again in a
new incarnation's stream, word for word, and the rest of the numbers this device had goes back: some
of them may be on the other machine's paper.
"""

from contextlib import suppress

from db import spool
from db.errors import MachineError
from db.handle import Identity, Store
from db.journal import chain, reissue
from db.journal.ids import new_id
from db.store import arrivals, numbers, operations, rebuild, streams
from db.store.operations import Sealed


def part(store: Store, stream: str, common: int) -> int:
    """Leave a stream after the last number shared with the hub; returns how much is issued again.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    old = store.identity
    who = Identity(new_id(), old.device, old.scope, old.incarnation + 1, old.user)
    before: tuple[Identity, spool.Spool | None] | None = None
    try:
        with store.atomic():
            with store.unheld():  # what is written under the old name is issued again with the rest
                for block in numbers.blocks(store):
                    if block.state == "open":
                        numbers.give_back(store, block.id)
            before = store.adopt(who, spool.Spool(store.folder, store.key, who.stream))
            count = _again(store, stream, common)
            skipped: list[int] = []
            rebuild.rebuild(store, skipped=skipped)
            for n in skipped:
                arrivals.hold(store, n, "parted")
    except BaseException:
        if before is not None:
            store.adopt(*before)
        raise
    if before[1] is not None:
        with suppress(MachineError):  # it is the store that counts, and that is written
            before[1].close()
    return count


def _again(store: Store, stream: str, common: int) -> int:
    """Move what was written after a number to the new stream, in the order it was written.

    What this device wrote in later streams stands on it and cannot have been sent before it.
    """
    later = [
        streams.id_of(store, name)
        for name in arrivals.own_streams(store)
        if streams.id_of(store, name) > streams.id_of(store, stream)
    ]
    streams.enter(store.db, store.identity)
    number = streams.id_of(store, store.identity.stream)
    parted: list[tuple[int, bytes]] = []
    for old, after in [(streams.id_of(store, stream), common), *((one, 0) for one in later)]:
        span = (streams.number(old, after + 1), streams.number(old, streams.LAST))
        parted += store.rows(
            "SELECT arrived, bytes FROM op WHERE n BETWEEN ? AND ? ORDER BY n", span
        )
        for table in ("op", "held", "held_own"):
            store.run(f"DELETE FROM {table} WHERE n BETWEEN ? AND ?", span)
    again = reissue.anew([data for _at, data in parted], store.identity.stream)
    for (arrived, _old), (operation, data) in zip(parted, again, strict=True):
        op_hash = chain.digest(data)
        sealed = Sealed(data, op_hash, chain.link(operation.prev, op_hash))
        n = streams.number(number, operation.seq)
        operations.keep(store, n, operation, sealed)
        store.run("UPDATE op SET arrived = ? WHERE n = ?", (arrived, n))
    return len(parted)
