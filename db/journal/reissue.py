"""Operations issued again under another stream, where two machines wrote on under one name.

A laptop set back to an old image, or a copy of it, gives its operations numbers that the hub has
for others. What it wrote is not lost: it is written again word for word at the start of a stream of
its own, and each operation names the one it was first written as. So who holds both knows that
they are one, and does not give a hub that lost them both.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from db.journal import chain, heads
from db.journal.heads import BESIDE, DELETED, HEADS
from db.journal.operation import Dot, Operation, Written, decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable

First = tuple[str, int, bytes]
"""What an operation was first written as: stream, number, hash of its bytes."""
_PLACED = frozenset({"stream", "seq", "prev", "fields"})
"""What an operation says of where it stands; the rest are its words."""


@dataclass(frozen=True, slots=True)
class Reissued(Operation):
    """An operation that stands for another, and what that was first written as."""

    reissue_of: First


@dataclass(frozen=True, slots=True)
class _Named:
    """All that is read of an operation to see whether it stands for another."""

    reissue_of: First | None = None


def anew(
    parted: Sequence[bytes], stream: str, known: Mapping[Dot, Dot] | None = None
) -> Iterator[tuple[Operation, bytes]]:
    """Yield operations of one stream again as the first of another one, with their bytes.

    What they say they saw of each other is said of the new ones; ``known`` are those beside them
    that have other names already.
    """
    before = chain.root(stream)
    names = dict(known or {})
    since: dict[str, int] = {}
    for seq, data in enumerate(parted, 1):
        old = decode(data)
        names[old.dot] = (stream, seq)
        trunk = since.setdefault(old.stream, old.seq) - 1
        told: dict[str, Any] = {one.name: getattr(old, one.name) for one in fields(old)}
        told |= {
            "stream": stream,
            "seq": seq,
            "prev": before,
            "fields": {name: _renamed(name, one, names) for name, one in old.fields.items()},
        }
        if trunk and heads.counts(old):
            told["fields"] = _rooted(told["fields"], (old.stream, trunk))
        new = Reissued(**told, reissue_of=first_of(old.dot, data))
        written = encode(new)
        before = chain.link(before, chain.digest(written))
        yield new, written


def first_of(dot: Dot, data: bytes) -> First:
    """Return what an operation was first written as: itself, if it stands for no other."""
    return stands_for(data) or (*dot, chain.digest(data))


def stands_for(data: bytes) -> First | None:
    """Return what the operation in the bytes stands for, None where for no other."""
    return _reader()(data).reissue_of


def twice(
    stream: str, told: Iterable[tuple[int, bytes]], others: Iterable[tuple[str, Iterable[bytes]]]
) -> dict[Dot, Dot]:
    """Return which operations of a stream stand in other streams as well, word for word, and where.

    ``others`` are streams from their beginning, where what was issued again stands.
    """
    mine = {first_of((stream, seq), data): ((stream, seq), data) for seq, data in told}
    found: dict[Dot, Dot] = {}
    for name, run in others:
        for seq, data in enumerate(run, 1):
            first = stands_for(data)
            if first is None:
                break
            if first in mine and alike(mine[first][1], data):
                found[mine[first][0]] = (name, seq)
    return found


def alike(one: bytes, other: bytes) -> bool:
    """Tell whether two operations say the same, wherever they stand."""
    return _words(one) == _words(other)


def _words(data: bytes) -> tuple[Any, ...]:
    """What an operation says, wherever it stands."""
    one = decode(data)
    said = [getattr(one, told.name) for told in fields(one) if told.name not in _PLACED]
    values = {name: value for name, (value, _seen) in one.fields.items() if name not in BESIDE}
    return (*said, values, sorted(one.fields.keys() - {HEADS}))


@cache
def _reader() -> "Callable[[bytes], _Named]":
    import msgspec

    return msgspec.msgpack.Decoder(_Named).decode


def name_after(stream: str, parted: bytes, *, beside: bool = False) -> str:
    """Return the name of the stream that begins with a parted operation.

    The same operation gives the same name, and so the same bytes: who is set back once more to
    where it parted says the same again, and the hub takes it for a repetition. The name is a UUIDv7
    next after the one given. What others issue again in the author's place goes ``beside`` the
    author's first stream, under one name for all of them; where that is the name of the stream it
    parted in itself, since they knew other names for what it saw, its own bytes give the name.
    """
    first, _seq, op_hash = stands_for(parted) or (stream, 0, chain.digest(parted))
    moment = (uuid.UUID(first if beside else stream).int >> 80) + 1
    named = _drawn(moment, b"beside" + op_hash if beside else op_hash)
    return named if named != stream else _drawn(moment, b"beside" + chain.digest(parted))


def _drawn(moment: int, what: bytes) -> str:
    """A UUIDv7 of a moment, the same for the same bytes."""
    bits = moment << 80 | int.from_bytes(chain.digest(what)[:10])
    bits = bits & ~(0xF << 76) | 7 << 76
    bits = bits & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=bits))


def _renamed(name: str, written: Written, names: Mapping[Dot, Dot]) -> Written:
    value, seen = written
    if name == DELETED and value is not None:
        value = tuple(names.get(tuple(dot), tuple(dot)) for dot in value)
    return value, tuple(names.get(dot, dot) for dot in seen)


def _rooted(fields: Mapping[str, Written], trunk: Dot) -> dict[str, Written]:
    """What an operation writes; its author had seen all of the stream it parted from."""
    value, seen = fields.get(HEADS, (None, ()))
    return {**fields, HEADS: (value, seen if value is not None else (*seen, trunk))}
