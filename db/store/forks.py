"""A stream that another machine wrote on under the same name: a restored image, or a copy.

The hub keeps the story that reached it first. What was written here instead is issued again in a
new incarnation's stream, word for word, and the rest of the numbers this device had goes back: some
of them may be on the other machine's paper.

Where the hub was set back as well, it can tell another story of a device that is not this one. What
that device wrote before is then perhaps nowhere but here: this device issues it again for it.
"""

from collections.abc import Mapping
from contextlib import suppress
from itertools import takewhile

from db import spool
from db.errors import MachineError
from db.handle import Identity, Reader, Store
from db.journal import chain, reissue
from db.journal.ids import new_id
from db.journal.operation import Dot
from db.store import arrivals, decisions, numbers, operations, rebuild, streams, twice
from db.store.decisions import QUARANTINE, REJECTED
from db.store.operations import Sealed
from db.store.streams import BESIDE

_SHUT = "SELECT n FROM held WHERE n BETWEEN ? AND ? AND reason IN (?, ?)"
Spans = list[tuple[int, int]]
"""Runs of operation numbers: the first and the last of each."""
Rows = list[tuple[int, bytes, int]]
"""Operations as they are kept: when they arrived, their bytes, their number."""
_WRITTEN = "SELECT arrived, bytes, n FROM op WHERE n BETWEEN ? AND ? ORDER BY n"


def part(store: Store, stream: str, common: int, known: Mapping[Dot, Dot] | None = None) -> int:
    """Leave a stream after the last number shared with the hub; returns how much is issued again.

    ``known`` are operations that stand under another name already: they are left out.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    old = store.identity
    before: tuple[Identity, spool.Spool | None] | None = None
    try:
        with store.atomic():
            spans = _spans(store, stream, common)
            name = _name(store, _rest(store, spans, known or {}))
            with store.unheld():  # what is written under the old name is issued again with the rest
                for block in numbers.blocks(store):
                    if block.state == "open":
                        numbers.give_back(store, block.id)
            who = Identity(name, old.device, old.scope, old.incarnation + 1, old.user)
            before = store.adopt(who, spool.Spool(store.folder, store.key, name))
            streams.enter(store.db, who)
            count = _again(store, spans, name, known or {})
    except BaseException:
        if before is not None:
            store.adopt(*before)
        raise
    if before[1] is not None:
        with suppress(MachineError):  # it is the store that counts, and that is written
            before[1].close()
    return count


def take_over(
    store: Store, stream: str, common: int, known: Mapping[Dot, Dot] | None = None
) -> int:
    """Issue again what another device wrote after the last number shared with the hub.

    It goes beside the stream this device writes; who wrote it stays in it. Whoever takes over the
    same gives it the same name and bytes, so it is at the hub once. What the bureau held back is
    kept here beside it and handed to nobody. What is ``known`` under another name already is left
    out; unless it is told, that is what is here under a later one.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    with store.atomic(), store.unheld():
        span = _after(store, stream, common)
        shut = {n for (n,) in store.rows(_SHUT, (*span, QUARANTINE, REJECTED))}
        parted = store.rows(_WRITTEN, span)
        if not parted:
            return 0
        if known is None:
            known = twice.later(store, stream, common, twice.again(store))
        rest = _rest(store, [span], known)
        _forget(store, [span])
        _beside(store, stream, [row for row in rest if row[2] not in shut], known)
        for n in _beside(store, stream, [row for row in rest if row[2] in shut], known, device=""):
            decisions.hold(store, n, QUARANTINE)
        _rebuild(store)
        return len(parted)


def shed(store: Store, stream: str, after: int, known: Mapping[Dot, Dot]) -> None:
    """Leave out what was issued again here and stands at the hub under another name already.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    (take_over if is_beside(store, stream) else part)(store, stream, after, known)


def _rest(store: Store, spans: Spans, known: Mapping[Dot, Dot]) -> Rows:
    """What is in the spans and is not known under another name."""
    shut = {streams.number(streams.id_of(store, name), seq) for name, seq in known}
    found = (row for span in spans for row in store.rows(_WRITTEN, span))
    return [row for row in found if row[2] not in shut]


def _after(reader: Reader, stream: str, seq: int) -> tuple[int, int]:
    """The numbers of a stream's operations after one."""
    row = streams.id_of(reader, stream)
    return streams.number(row, seq + 1), streams.number(row, streams.LAST)


def _beside(
    store: Store,
    stream: str,
    rest: Rows,
    known: Mapping[Dot, Dot],
    device: str | None = None,
) -> list[int]:
    """Issue again beside this device's stream what is not there yet; returns the new numbers."""
    own = store.identity
    while rest:
        name = reissue.name_after(stream, rest[0][1], beside=True)
        same = _same(store, rest, name, known)
        if not same:
            who = own.device if device is None else device
            streams.enter_other(store.db, Identity(name, who, own.scope, BESIDE))
            return _write(store, rest, name, known)
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
        span = _after(store, stream, 0)
        told = arrivals.held_own(store)
        shut = [one for one in told if span[0] <= one.n <= span[1]]
        for one in shut:  # it is another's now, and so is the decision
            decisions.hold(store, one.n, QUARANTINE if one.reason != REJECTED else REJECTED)
            store.run("DELETE FROM held_own WHERE n = ?", (one.n,))
        if shut:
            _rebuild(store)


def _same(store: Store, parted: Rows, stream: str, known: Mapping[Dot, Dot]) -> int:
    """How many of the first operations are here already, issued again in a stream."""
    if stream not in streams.names(store):
        return 0
    here = (data for _seq, _hash, _chain, data in operations.run_of(store, stream))
    again = reissue.anew([row[1] for row in parted], stream, known)
    pairs = zip(again, here, strict=False)
    return sum(1 for _same in takewhile(lambda pair: pair[0][1] == pair[1], pairs))


def _again(store: Store, spans: Spans, stream: str, known: Mapping[Dot, Dot]) -> int:
    """Move what is in the spans to another stream, in the order it was written."""
    parted = _rest(store, spans, known)
    _forget(store, spans)
    _write(store, parted, stream, known)
    _rebuild(store)
    return len(parted)


def _forget(store: Store, spans: Spans) -> None:
    for span in spans:
        for table in ("op", "held", "held_own", "claim"):
            store.run(f"DELETE FROM {table} WHERE n BETWEEN ? AND ?", span)


def _write(store: Store, parted: Rows, stream: str, known: Mapping[Dot, Dot]) -> list[int]:
    number = streams.id_of(store, stream)
    again = reissue.anew([row[1] for row in parted], stream, known)
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
        decisions.hold(store, n, "parted")


def _name(store: Store, rest: Rows) -> str:
    name = reissue.name_after(store.identity.stream, rest[0][1]) if rest else new_id()
    return new_id() if name in streams.names(store) else name


def _spans(store: Store, stream: str, common: int) -> Spans:
    """The numbers after the last shared one, and of what this device wrote in later streams.

    What it wrote later and did not send stands on what it wrote before, and goes after it. What it
    took over from others stands on nothing of its own.
    """
    first = streams.id_of(store, stream)
    later = store.rows(
        "SELECT id, stream FROM stream WHERE id > ? AND device = ? AND incarnation <> ?"
        " ORDER BY id",
        (first, store.identity.device, BESIDE),
    )
    starts = [(first, common), *((one, arrivals.hub_has(store, name)) for one, name in later)]
    return [
        (streams.number(one, sent + 1), streams.number(one, streams.LAST)) for one, sent in starts
    ]
