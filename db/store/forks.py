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

_WRITTEN = "SELECT arrived, bytes FROM op WHERE n BETWEEN ? AND ? ORDER BY n"


def part(store: Store, stream: str, common: int) -> int:
    """Leave a stream after the last number shared with the hub; returns how much is issued again.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    old = store.identity
    before: tuple[Identity, spool.Spool | None] | None = None
    try:
        with store.atomic():
            name = _name(store, stream, common)
            with store.unheld():  # what is written under the old name is issued again with the rest
                for block in numbers.blocks(store):
                    if block.state == "open":
                        numbers.give_back(store, block.id)
            who = Identity(name, old.device, old.scope, old.incarnation + 1, old.user)
            before = store.adopt(who, spool.Spool(store.folder, store.key, name))
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
    """Move what was written after a number to the new stream, in the order it was written."""
    spans = _spans(store, stream, common)
    parted = [row for span in spans for row in store.rows(_WRITTEN, span)]
    streams.enter(store.db, store.identity)
    number = streams.id_of(store, store.identity.stream)
    for span in spans:
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


def _name(store: Store, stream: str, common: int) -> str:
    first = operations.bytes_at(store, stream, common + 1)
    name = reissue.name_after(store.identity.stream, first or b"")
    return new_id() if name in streams.names(store) else name


def _spans(store: Store, stream: str, common: int) -> list[tuple[int, int]]:
    """The numbers after the last shared one, and of what this device wrote in later streams.

    What it wrote later stands on what it wrote before, and cannot have been sent before it.
    """
    first = streams.id_of(store, stream)
    own = (streams.id_of(store, name) for name in arrivals.own_streams(store))
    starts = [(first, common + 1), *((one, 0) for one in own if one > first)]
    return [
        (streams.number(one, start), streams.number(one, streams.LAST)) for one, start in starts
    ]
