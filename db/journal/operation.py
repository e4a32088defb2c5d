"""The operation: one immutable, numbered change, and its bytes.

The bytes are msgpack of the fields in the order below and are kept, hashed and sent verbatim;
they are never written anew from a decoded operation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1

Dot = tuple[str, int]
"""The identity of a write: (stream, seq)."""

Written = tuple[Any, tuple[Dot, ...]]
"""A field's new value and the writes its author saw and replaces."""


class BadOperation(ValueError):  # noqa: N818 - reads as what it is; the word Error adds nothing
    """The bytes are not an operation."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One change by one author.

    ``prev`` is the chain value before it, ``txn`` the id shared by the operations of one
    transaction, ``group_end`` marks the last of them. ``wall`` is the device's clock in UTC
    milliseconds, ``tz`` its offset in minutes, ``boot`` and ``mono`` (milliseconds) tell what
    the clock cannot: how long after which start of the machine. ``fields`` hold two names no field
    has: a deletion, and what its author had seen of others' operations on the record (``heads``).
    """

    v: int
    scope: str
    stream: str
    seq: int
    prev: bytes
    kind: str
    rec_type: str
    rec_id: str
    txn: str
    group_end: bool
    hlc: int
    wall: int
    tz: int
    boot: str
    mono: int
    user: str
    schema: int
    client_ver: str
    fields: Mapping[str, Written]

    @property
    def dot(self) -> Dot:
        """The identity of this operation."""
        return (self.stream, self.seq)


@dataclass(frozen=True, slots=True)
class _End:
    """All that is read of an operation to see where its transaction ends."""

    group_end: bool


@cache
def _coders() -> "tuple[Callable[[Operation], bytes], Callable[[bytes], Operation]]":
    """Return how operations are written and read; msgspec is loaded with the first of them."""
    import msgspec

    return msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(Operation).decode


def encode(operation: Operation) -> bytes:
    """Return the operation's bytes."""
    write, _read = _coders()
    return write(operation)


def decode(data: bytes) -> Operation:
    """Return the operation in the bytes.

    Raises:
        BadOperation: the bytes are damaged or not an operation.
    """
    _write, read = _coders()
    try:
        return read(data)
    except ValueError as error:  # msgspec.DecodeError and UnicodeDecodeError are ones
        raise BadOperation(str(error)) from error


def ends_group(data: bytes) -> bool:
    """Tell whether the operation in the bytes is the last of its transaction."""
    return _end_reader()(data).group_end


@cache
def _end_reader() -> "Callable[[bytes], _End]":
    import msgspec

    return msgspec.msgpack.Decoder(_End).decode
