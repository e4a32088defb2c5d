"""A stream that another machine wrote on under the same name: a restored image, or a copy.

The hub keeps the story that reached it first. What was written here instead is issued again in a
new incarnation's stream, word for word, and the rest of the numbers this device had goes back: some
of them may be on the other machine's paper.

Where the hub was set back as well, it can tell another story of a device that is not this one. What
that device wrote before is then perhaps nowhere but here: this device issues it again for it.
"""

from contextlib import suppress
from itertools import takewhile

from db import spool
from db.errors import MachineError
from db.handle import Identity, Reader, Store
from db.journal import chain, reissue
from db.journal.ids import new_id
from db.store import arrivals, numbers, operations, rebuild, streams
from db.store.decisions import QUARANTINE, REJECTED
from db.store.operations import Sealed

_SHUT = "SELECT n FROM held WHERE n BETWEEN ? AND ? AND reason IN (?, ?)"
BESIDE = 0
"""The incarnation of a stream of this device that holds what another one wrote."""
Spans = list[tuple[int, int]]
"""Runs of operation numbers: the first and the last of each."""
Rows = list[tuple[int, bytes, int]]
"""Operations as they are kept: when they arrived, their bytes, their number."""
_WRITTEN = "SELECT arrived, bytes, n FROM op WHERE n BETWEEN ? AND ? ORDER BY n"


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
            streams.enter(store.db, who)
            count = _again(store, _spans(store, stream, common), name)
    except BaseException:
        if before is not None:
            store.adopt(*before)
        raise
    if before[1] is not None:
        with suppress(MachineError):  # it is the store that counts, and that is written
            before[1].close()
    return count


def take_over(store: Store, stream: str, common: int) -> int:
    """Issue again what another device wrote after the last number shared with the hub.

    It goes beside the stream this device writes; who wrote it stays in it. Whoever takes over the
    same gives it the same name and bytes, so it is at the hub once. What the bureau held back is
    kept here beside it and handed to nobody.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    with store.atomic(), store.unheld():
        row = streams.id_of(store, stream)
        span = (streams.number(row, common + 1), streams.number(row, streams.LAST))
        shut = {n for (n,) in store.rows(_SHUT, (*span, QUARANTINE, REJECTED))}
        parted = store.rows(_WRITTEN, span)
        if not parted:
            return 0
        _forget(store, [span])
        _beside(store, stream, [row for row in parted if row[2] not in shut])
        for n in _beside(store, stream, [row for row in parted if row[2] in shut], device=""):
            arrivals.hold(store, n, QUARANTINE)
        _rebuild(store)
        return len(parted)


def _beside(store: Store, stream: str, rest: Rows, device: str | None = None) -> list[int]:
    """Issue again beside this device's stream what is not there yet; returns the new numbers."""
    own = store.identity
    while rest:
        name = reissue.name_after(stream, rest[0][1], beside=True)
        same = _same(store, rest, name)
        if not same:
            who = own.device if device is None else device
            streams.enter_other(store.db, Identity(name, who, own.scope, BESIDE))
            return _write(store, rest, name)
        rest = rest[same:]
    return []


def is_beside(reader: Reader, stream: str) -> bool:
    """Whether a stream holds what this device took over from another."""
    found = reader.row("SELECT device, incarnation FROM stream WHERE stream = ?", (stream,))
    return found == (streams.device(reader), BESIDE)


def give_way(store: Store, stream: str, seq: int) -> None:
    """Leave what was taken over to another device that handed it to the hub first, up to a number.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    with store.atomic():
        take_over(store, stream, seq)
        store.run("UPDATE stream SET device = '' WHERE stream = ?", (stream,))


def _same(store: Store, parted: Rows, stream: str) -> int:
    """How many of the first operations are here already, issued again in a stream."""
    if stream not in streams.names(store):
        return 0
    here = (data for _seq, _hash, _chain, data in operations.run_of(store, stream))
    again = reissue.anew([row[1] for row in parted], stream)
    pairs = zip(again, here, strict=False)
    return sum(1 for _same in takewhile(lambda pair: pair[0][1] == pair[1], pairs))


def _again(store: Store, spans: Spans, stream: str) -> int:
    """Move what is in the spans to another stream, in the order it was written."""
    parted = [row for span in spans for row in store.rows(_WRITTEN, span)]
    _forget(store, spans)
    _write(store, parted, stream)
    _rebuild(store)
    return len(parted)


def _forget(store: Store, spans: Spans) -> None:
    for span in spans:
        for table in ("op", "held", "held_own", "claim"):
            store.run(f"DELETE FROM {table} WHERE n BETWEEN ? AND ?", span)


def _write(store: Store, parted: Rows, stream: str) -> list[int]:
    number = streams.id_of(store, stream)
    again = reissue.anew([row[1] for row in parted], stream)
    written = []
    for (arrived, *_old), (operation, data) in zip(parted, again, strict=True):
        op_hash = chain.digest(data)
        sealed = Sealed(data, op_hash, chain.link(operation.prev, op_hash))
        n = streams.number(number, operation.seq)
        operations.keep(store, n, operation, sealed)
        store.run("UPDATE op SET arrived = ? WHERE n = ?", (arrived, n))
        written.append(n)
    return written


def _rebuild(store: Store) -> None:
    skipped: list[int] = []
    rebuild.rebuild(store, skipped=skipped)
    for n in skipped:
        arrivals.hold(store, n, "parted")


def _name(store: Store, stream: str, common: int) -> str:
    first = operations.bytes_at(store, stream, common + 1)
    name = reissue.name_after(store.identity.stream, first or b"")
    return new_id() if name in streams.names(store) else name


def _spans(store: Store, stream: str, common: int) -> Spans:
    """The numbers after the last shared one, and of what this device wrote in later streams.

    What it wrote later stands on what it wrote before, and cannot have been sent before it. What it
    took over from others stands on nothing of its own.
    """
    first = streams.id_of(store, stream)
    later = store.rows(
        "SELECT id FROM stream WHERE id > ? AND device = ? AND incarnation <> ? ORDER BY id",
        (first, store.identity.device, BESIDE),
    )
    starts = [(first, common + 1), *((one, 0) for (one,) in later)]
    return [
        (streams.number(one, start), streams.number(one, streams.LAST)) for one, start in starts
    ]
