"""What crosses between a laptop and the hub: batches, the claim a device signs, the feed's chain.

The bodies are msgpack arrays; how they are compressed and carried is the transport's business.
Every body is bounded before it is read further than its length.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from db.journal import chain
from db.journal.operation import BadOperation, Operation, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MOST_OPERATIONS = 1000
"""A batch has at most so many operations."""
MOST_BYTES = 4 << 20
"""A batch is closed when it reaches so many bytes of operations; one operation may be larger."""
MOST_BODY = 64 << 20
"""No body is larger than this once it is unpacked."""

_Body = TypeVar("_Body")


class BadBody(ValueError):  # noqa: N818 - reads as what it is
    """A body that cannot be what it should be; ``code`` says how."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Batch:
    """A run of one stream's operations, verbatim, and the device's signature over its end.

    ``chain`` is the chain value after the last one. It binds every operation before it, so one
    signature vouches for the whole stream up to there.
    """

    stream: str
    first: int
    operations: tuple[bytes, ...]
    chain: bytes
    signature: bytes

    @property
    def last(self) -> int:
        """The number of the last operation."""
        return self.first + len(self.operations) - 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A batch with its place in a scope's feed: the number of its first operation there.

    ``feed`` is the feed's chain value after its last operation. To who says it has the batch only
    the hashes of its operations are sent, as ``known``.
    """

    at: int
    batch: Batch
    feed: bytes
    known: tuple[bytes, ...] = ()

    @property
    def last(self) -> int:
        """The place of its last operation."""
        return self.at + len(self.known or self.batch.operations) - 1


@dataclass(frozen=True, slots=True)
class Segment:
    """A sealed stretch of a feed in a file that never changes, named by the hash of its bytes.

    ``held`` are those of its places that are in quarantine now.
    """

    first: int
    last: int
    sha256: bytes
    size: int
    held: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a scope's feed after a place, in whole batches; ``head`` is the feed's end.

    ``held`` are the places of operations in quarantine: kept, but not to be applied yet. Who is far
    behind is told of ``sealed`` stretches instead, the first holding what follows the place.
    """

    hub: str
    epoch: int
    scope: str
    placed: tuple[Placed, ...]
    head: int
    held: tuple[int, ...] = ()
    sealed: tuple[Segment, ...] = ()


def claim(stream: str, seq: int, chained: bytes) -> bytes:
    """Return the message a device signs: this is my stream up to this number."""
    return b"xunjian claim 1\n" + stream.encode() + b"\n%d\n" % seq + chained


def session_claim(hub_id: str, device: str, challenge: bytes) -> bytes:
    """Return the message a device signs to begin a session."""
    return f"xunjian session 1\n{hub_id}\n{device}\n".encode() + challenge


def enrol_claim(code: str, device: str, label: str) -> bytes:
    """Return the message a device signs to be enrolled: it has the key it names."""
    return f"xunjian enrol 1\n{code}\n{device}\n{label}".encode()


def signed_by(key: "Ed25519PublicKey", batch: Batch) -> bool:
    """Tell whether the key's owner signed the end of the batch."""
    from cryptography.exceptions import InvalidSignature

    try:
        key.verify(batch.signature, claim(batch.stream, batch.last, batch.chain))
    except InvalidSignature:
        return False
    return True


def opened(batch: Batch) -> tuple[Operation, ...]:
    """Return the operations of a batch; that they follow each other is not known yet.

    Raises:
        BadBody: ``operation`` (bytes that are none), ``name`` (another stream or number).
    """
    try:
        found = tuple(map(decode, batch.operations))
    except BadOperation as error:
        raise BadBody("operation") from error
    for seq, one in enumerate(found, batch.first):
        if one.seq != seq or one.stream != batch.stream:
            raise BadBody("name")
    return found


def linked(
    found: Iterable[tuple[Operation, bytes]], before: bytes, end: bytes
) -> tuple[tuple[Operation, bytes, bytes], ...]:
    """Return (operation, hash, chain value) of operations that lead from a chain value to ``end``.

    Raises:
        BadBody: ``chain`` (they do not), ``group`` (they end within a transaction).
    """
    made: list[tuple[Operation, bytes, bytes]] = []
    for one, op_hash in found:
        if one.prev != before:
            raise BadBody("chain")
        before = hashlib.sha256(before + op_hash).digest()  # ``chain.link``, a call less for each
        made.append((one, op_hash, before))
    if before != end:
        raise BadBody("chain")
    if made and not made[-1][0].group_end:
        raise BadBody("group")
    return tuple(made)


def unchained(batch: Batch, before: bytes) -> tuple[tuple[Operation, bytes, bytes], ...]:
    """Return (operation, hash, chain value) of a batch that follows a chain value.

    Raises:
        BadBody: as ``opened`` and ``linked``.
    """
    hashes = map(chain.digest, batch.operations)
    return linked(zip(opened(batch), hashes, strict=True), before, batch.chain)


def feed_root(scope: str) -> bytes:
    """Return the chain value of a scope's feed before its first operation."""
    return hashlib.sha256(b"xunjian feed " + scope.encode()).digest()


def feed_after(before: bytes, hashes: Iterable[bytes]) -> bytes:
    """Return the feed's chain value after operations with these hashes."""
    for op_hash in hashes:
        before = hashlib.sha256(before + op_hash).digest()  # ``chain.link``, a call less for each
    return before


def pack(body: Any) -> bytes:
    """Return a body's bytes; dataclasses travel as maps of their fields."""
    write, _read = _coders()
    return write(body)


def unpack(data: bytes, kind: type[_Body]) -> _Body:
    """Return the body of a kind in the bytes.

    Raises:
        BadBody: ``large``, or ``body`` for bytes that are none.
    """
    if len(data) > MOST_BODY:
        raise BadBody("large")
    _write, read = _coders()
    try:
        found: _Body = read(data, kind)
    except ValueError as error:  # msgspec's errors and a wrong UTF-8 are ones
        raise BadBody("body") from error
    return found


@cache
def _coders() -> "tuple[Callable[[Any], bytes], Callable[[bytes, type[Any]], Any]]":
    import msgspec

    return (
        msgspec.msgpack.Encoder().encode,
        lambda data, kind: msgspec.msgpack.decode(data, type=kind),
    )
