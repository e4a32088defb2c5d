"""What becomes of a batch, decided without looking anywhere: all it stands on is handed in.

A batch that repeats what is here is answered like the first time; one that leaves a gap or tells
another story is refused with what the hub has. An operation that breaks a rule is kept all the
same, in quarantine with the rest of its transaction, until a person decides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from db.journal import chain, reissue, wire
from db.journal import record as records
from db.journal.operation import Dot, Operation, decode
from db.journal.record import Doc, Key
from hub.rules import Known, Number, Taken, Use, broken, number_of

Chained = tuple[Operation, bytes, bytes]
"""An operation, its hash, and its stream's chain value after it."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The device that speaks, by its session; ``status`` is ``active`` or ``revoked``."""

    scope: str
    device: str
    account: str
    public_key: bytes
    status: str = "active"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a stream at the hub; ``cut`` is where a revoked one was cut, else None."""

    device: str
    seq: int
    hash: bytes
    cut: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A batch as it was read, before anyone waits for it: operations, hashes, whether signed."""

    batch: wire.Batch
    operations: tuple[Operation, ...]
    hashes: tuple[bytes, ...]
    signed: bool


@dataclass(frozen=True, slots=True)
class Admitted:
    """What is new of a batch, read and chained; no operations when all of it is here already."""

    batch: wire.Batch
    found: tuple[Chained, ...]

    @property
    def operations(self) -> list[Operation]:
        """The new operations."""
        return [one for one, _hash, _chain in self.found]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a batch meets: the records it touches, other streams' ends, used numbers, the feed."""

    docs: dict[Key, Doc]
    heads: Mapping[str, int]
    numbers: Mapping[Number, Known]
    feed: tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a batch makes of it: the feed's end, records that changed, numbers, what is held."""

    feed: tuple[int, bytes]
    docs: Mapping[Key, Doc]
    uses: tuple[Use, ...]
    held: Mapping[int, str] = field(default_factory=dict)


class Diverged(Exception):  # noqa: N818 - it tells what happened
    """The batch does not follow what the hub has.

    ``code`` is ``gap``, ``fork``, ``signature``, or ``twice`` for what it has under another name.
    """

    def __init__(self, code: str, head: Head) -> None:
        super().__init__(code)
        self.code = code
        self.seq = head.seq
        self.chain = head.hash


def bounded(batch: wire.Batch) -> None:
    """See that a batch has operations, and numbers a stream can have.

    Raises:
        BadBody: ``body``.
    """
    if not 0 < batch.first <= 1 << 40 or not batch.operations:
        raise wire.BadBody("body")


def follows(caller: Caller, batch: wire.Batch, head: Head) -> None:
    """See that a batch is of the caller's stream and leaves no gap.

    Raises:
        Diverged: ``fork`` or ``gap``.
    """
    if head.device != caller.device:
        raise Diverged("fork", head)
    if batch.first > head.seq + 1:
        raise Diverged("gap", head)


def opened(caller: Caller, batch: wire.Batch) -> Opened:
    """Read a batch and see who signed it; nothing of the hub's own is needed for that.

    Raises:
        BadBody: its operations are none, or not of its stream and numbers.
    """
    key = Ed25519PublicKey.from_public_bytes(caller.public_key)
    hashes = tuple(map(chain.digest, batch.operations))
    return Opened(batch, wire.opened(batch), hashes, wire.signed_by(key, batch))


def admit(found: Opened, head: Head, kept: Mapping[int, bytes]) -> Admitted:
    """Return what is new of a batch; ``kept`` are the hashes of what it repeats.

    Raises:
        Diverged: ``fork`` (other bytes under the same numbers), ``signature``.
        BadBody: the new operations do not follow.
    """
    batch = found.batch
    for seq, op_hash in zip(range(batch.first, head.seq + 1), found.hashes, strict=False):
        if kept.get(seq) != op_hash:
            raise Diverged("fork", head)
    known = max(0, head.seq - batch.first + 1)
    new = replace(batch, first=batch.first + known, operations=batch.operations[known:])
    if not new.operations:
        return Admitted(new, ())
    if not found.signed:
        raise Diverged("signature", head)
    rest = zip(found.operations[known:], found.hashes[known:], strict=True)
    return Admitted(new, wire.linked(rest, head.hash, batch.chain))


def again(new: Admitted) -> dict[reissue.First, bytes]:
    """Return what of a batch was issued again, by what it was first written as.

    It stands at the beginning of a stream, so most batches are not looked through.
    """
    found = ((reissue.stands_for(data), data) for data in new.batch.operations)
    return {first: data for first, data in takewhile(lambda each: each[0], found) if first}


def once(head: Head, anew: Mapping[reissue.First, bytes], here: Iterable[bytes]) -> None:
    """See that nothing that was issued again is here under another name, word for word.

    Raises:
        Diverged: ``twice``: another issued it again or sent it at once, and was first.
    """
    for data in here:
        same = anew.get(reissue.first_of(decode(data).dot, data))
        if same is not None and reissue.alike(same, data):
            raise Diverged("twice", head)


def settle(caller: Caller, new: Admitted, standing: Standing) -> Settled:
    """Decide what becomes of each operation and merge those that may stand into their records."""
    docs = standing.docs
    held: dict[int, str] = {}
    taken = Taken(caller.scope, caller.status, docs, dict(standing.numbers))
    for group in _groups(new.operations):
        wrong = {one.seq: reason for one in group if (reason := broken(taken, one))}
        if wrong:
            held |= dict.fromkeys((one.seq for one in group), "with") | wrong
            continue
        for one in group:
            taken.numbered(one)
            if one.rec_type != "number":
                doc = docs.setdefault((one.rec_type, one.rec_id), Doc())
                records.merge(doc, one, partial(_arrived, standing.heads, one.dot))
    place, feed_hash = standing.feed
    feed_hash = wire.feed_after(feed_hash, (op_hash for _one, op_hash, _chain in new.found))
    changed = {key: doc for key, doc in docs.items() if doc.touched}
    return Settled((place + len(new.found), feed_hash), changed, tuple(taken.uses), held)


def touched(operations: Sequence[Operation]) -> list[Key]:
    """Return the records a batch touches, in the one order in which everyone locks them."""
    return sorted({(one.rec_type, one.rec_id) for one in operations if one.rec_type != "number"})


def numbers(operations: Sequence[Operation]) -> list[Number]:
    """Return the document numbers a batch uses or voids."""
    found = (number_of(one) for one in operations)
    return sorted({one for one in found if one is not None})


def others(stream: str, operations: Sequence[Operation]) -> list[str]:
    """Return the other streams whose writes a batch names as seen."""
    named = {dot[0] for one in operations for _value, seen in one.fields.values() for dot in seen}
    return sorted(named - {stream})


def _arrived(heads: Mapping[str, int], writing: Dot, dot: Dot) -> bool:
    """Whether a write came before the one that is being applied."""
    if dot[0] == writing[0]:
        return dot[1] < writing[1]
    return dot[1] <= heads.get(dot[0], 0)


def _groups(operations: Sequence[Operation]) -> Iterator[list[Operation]]:
    """Yield the transactions of a batch."""
    group: list[Operation] = []
    for one in operations:
        group.append(one)
        if one.group_end:
            yield group
            group = []
