"""The hash chain of a stream: h(n) = sha256(h(n-1) ‖ sha256(bytes n)), h(0) from its name."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from db.journal.operation import BadOperation, decode


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain is broken and how.

    ``code``: ``gap`` (a number is missing), ``bytes`` (not an operation), ``hash`` (the kept
    hash differs from the bytes), ``link`` (the operation names another predecessor), ``chain``
    (the kept chain value differs), ``name`` (the operation names another stream or number).
    """

    seq: int
    code: str


def root(stream: str) -> bytes:
    """Return the chain value before a stream's first operation."""
    return hashlib.sha256(b"xunjian stream " + stream.encode()).digest()


def digest(data: bytes) -> bytes:
    """Return the operation hash: SHA-256 of its bytes."""
    return hashlib.sha256(data).digest()


def link(before: bytes, op_hash: bytes) -> bytes:
    """Return the chain value after an operation with this hash."""
    return hashlib.sha256(before + op_hash).digest()


def check(
    stream: str, kept: Iterable[tuple[int, bytes, bytes, bytes]], start: tuple[int, bytes]
) -> tuple[Break, ...]:
    """Return every break in a run of kept rows ``(seq, hash, chain, bytes)`` in order.

    ``start`` is the (seq, chain value) the run must follow. After a break the check goes on
    from the kept value, so that one flipped bit is reported once and not for ever after.
    """
    found: list[Break] = []
    seq, before = start
    for at, op_hash, chained, data in kept:
        found += [Break(missing, "gap") for missing in range(seq + 1, min(at, seq + 101))]
        code = _fault(stream, at, (before, op_hash, chained, data), linked=at == seq + 1)
        if code:
            found.append(Break(at, code))
        seq, before = at, chained
    return tuple(found)


def check_alone(stream: str, kept: Iterable[tuple[int, bytes, bytes, bytes]]) -> tuple[Break, ...]:
    """Return every break in rows that need not follow each other, as in ``check``."""
    found = (
        (at, _fault(stream, at, (b"", op_hash, chained, data), linked=False))
        for at, op_hash, chained, data in kept
    )
    return tuple(Break(at, code) for at, code in found if code)


def _fault(stream: str, seq: int, row: tuple[bytes, bytes, bytes, bytes], *, linked: bool) -> str:
    before, op_hash, chained, data = row
    if digest(data) != op_hash:
        return "hash"
    try:
        operation = decode(data)
    except BadOperation:
        return "bytes"
    if operation.dot != (stream, seq):
        return "name"
    if linked and operation.prev != before:
        return "link"
    if link(operation.prev, op_hash) != chained:
        return "chain"
    return ""
